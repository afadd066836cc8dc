package nl.peil.source.travel;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds the zone of a code from its bytes in a file, without making text of it. A code equals a
 * delivered code as text: {@code 0123} is not {@code 123}; blanks and double quotes around it do
 * not count. Short numbers go by table, other codes by hashing.
 *
 * <p>Every zone has a position, 0 to {@link #size} - 1, in the order of the zone numbers; two codes
 * of one zone share it.
 */
public final class ZoneCodes implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MAX_TABLE_DIGITS = 6;
  private static final byte[] EMPTY_SLOT = {};

  private final transient String[] codes;
  private final transient int[] zoneOfCode;
  private final transient int[] zones;

  /** Position + 1 by the number that a code is; 0 where there is none. */
  private final transient int[] byNumber;

  /** Open addressing: the UTF-8 bytes of a code, and its position in the other array. */
  private final transient byte[][] texts;

  private final transient int[] textPositions;

  private ZoneCodes(String[] codes, int[] zoneOfCode) {
    this.codes = codes;
    this.zoneOfCode = zoneOfCode;
    this.zones = Arrays.stream(zoneOfCode).sorted().distinct().toArray();
    int largest = -1;
    int textCount = 0;
    for (var code : codes) {
      if (fitsTable(code)) {
        largest = Math.max(largest, Integer.parseInt(code));
      } else {
        textCount++;
      }
    }
    this.byNumber = new int[largest + 1];
    int slots = Integer.highestOneBit(Math.max(2, textCount) * 4 - 1);
    this.texts = new byte[slots][];
    Arrays.fill(texts, EMPTY_SLOT);
    this.textPositions = new int[slots];
    for (int i = 0; i < codes.length; i++) {
      int position = Arrays.binarySearch(zones, zoneOfCode[i]);
      if (fitsTable(codes[i])) {
        byNumber[Integer.parseInt(codes[i])] = position + 1;
      } else {
        byte[] text = codes[i].getBytes(StandardCharsets.UTF_8);
        int slot = slot(text, 0, text.length);
        texts[slot] = text;
        textPositions[slot] = position;
      }
    }
  }

  /**
   * Makes the codes of a zone system.
   *
   * @param zoneByCode zone number (0 or larger) by code as delivered; several codes may mean one
   *     zone
   * @throws IllegalArgumentException when there are no codes, a code is blank or has a line end, a
   *     zone is negative, or two codes that differ only in surrounding blanks mean different zones
   */
  public static ZoneCodes of(Map<String, Integer> zoneByCode) {
    var clean = new LinkedHashMap<String, Integer>();
    zoneByCode.forEach(
        (code, zone) -> {
          var text = code.strip();
          if (text.isEmpty() || text.indexOf('\n') >= 0 || zone < 0) {
            throw new IllegalArgumentException(
                "expected a code on one line and a zone number of 0 or larger, got '"
                    + code
                    + "' = "
                    + zone);
          }
          var other = clean.put(text, zone);
          if (other != null && !other.equals(zone)) {
            throw new IllegalArgumentException(
                "code '" + text + "' means zone " + other + " and zone " + zone);
          }
        });
    if (clean.isEmpty()) {
      throw new IllegalArgumentException("expected at least one zone code; read the zones first");
    }
    return new ZoneCodes(
        clean.keySet().toArray(String[]::new),
        clean.values().stream().mapToInt(Integer::intValue).toArray());
  }

  /** Number of zones. */
  public int size() {
    return zones.length;
  }

  /** The zone number at a position. */
  public int zone(int position) {
    return zones[position];
  }

  /** The zone numbers by position, ascending. */
  int[] zones() {
    return zones.clone();
  }

  /** The position of a zone number; negative when there is none. */
  int positionOfZone(int zone) {
    return Arrays.binarySearch(zones, zone);
  }

  /** One of the codes as delivered, to show in a message. */
  String example() {
    return codes[0];
  }

  /**
   * The zone number of a code.
   *
   * @param bytes bytes that hold the code, in UTF-8
   * @param from first byte of the code
   * @param to first byte after the code
   * @return the zone, -1 when the code is unknown
   */
  public int find(byte[] bytes, int from, int to) {
    int position = position(bytes, from, to);
    return position < 0 ? -1 : zones[position];
  }

  /** The position of the zone of a code; -1 when the code is unknown. */
  int position(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > 0 && length <= MAX_TABLE_DIGITS && (bytes[from] != '0' || length == 1)) {
      int number = 0;
      int at = from;
      for (; at < to; at++) {
        int digit = bytes[at] - '0';
        if (digit < 0 || digit > 9) {
          break;
        }
        number = number * 10 + digit;
      }
      if (at == to) {
        return number < byNumber.length ? byNumber[number] - 1 : -1;
      }
    }
    return positionOfText(bytes, from, to);
  }

  /** The same for a whole number of a few digits; -1 when there is none. */
  int position(int number) {
    return number < byNumber.length ? byNumber[number] - 1 : -1;
  }

  /** The position of the zone whose code is a whole number; -1 when there is none. */
  int position(long number) {
    if (number >= 0 && number < byNumber.length) {
      return byNumber[(int) number] - 1;
    }
    byte[] text = Long.toString(number).getBytes(StandardCharsets.UTF_8);
    return position(text, 0, text.length);
  }

  private int positionOfText(byte[] bytes, int first, int end) {
    int from = first;
    int to = end;
    while (from < to && surrounds(bytes[from])) {
      from++;
    }
    while (from < to && surrounds(bytes[to - 1])) {
      to--;
    }
    if (to - from < end - first) {
      return position(bytes, from, to);
    }
    if (from == to) {
      return -1;
    }
    int slot = slot(bytes, from, to);
    return texts[slot].length == 0 ? -1 : textPositions[slot];
  }

  private static boolean surrounds(byte b) {
    return b == ' ' || b == '"' || b == '\t';
  }

  /** The slot that holds this text, or the empty slot where it would go. */
  private int slot(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    hash *= 0x9E3779B9;
    int mask = texts.length - 1;
    int slot = (hash ^ (hash >>> 16)) & mask;
    while (true) {
      byte[] text = texts[slot];
      if (text.length == 0 || Arrays.equals(text, 0, text.length, bytes, from, to)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  private static boolean fitsTable(String code) {
    return code.length() <= MAX_TABLE_DIGITS
        && code.chars().allMatch(c -> c >= '0' && c <= '9')
        && (code.charAt(0) != '0' || code.length() == 1);
  }

  /**
   * Only codes and zones travel: the tables are larger and quickly made again. One text is read
   * several times faster than thousands.
   */
  private Object writeReplace() {
    return new Delivered(String.join("\n", codes), zoneOfCode);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("zone codes travel as their codes and zones");
  }

  private record Delivered(String codes, int[] zones) implements Serializable {
    private Object readResolve() {
      return new ZoneCodes(codes.split("\n", -1), zones);
    }
  }
}
