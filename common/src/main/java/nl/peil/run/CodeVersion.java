package nl.peil.run;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The version of the code behind a table: a hash over the class that declares it and every class of
 * Peil that this class can reach. Nobody has to remember to raise a number: a change to a measure
 * makes the tables that use it stale, and no others.
 */
public final class CodeVersion {

  private static final String ROOT = "nl/peil/";
  private static final Pattern NAME = Pattern.compile("nl/peil/[A-Za-z0-9_$/]+");

  /** A class as it was read: most tables reach the same ones, and a class does not change. */
  private record ClassFile(String hash, Set<String> references) {}

  private static final Map<ClassLoader, Map<String, Optional<ClassFile>>> READ =
      Collections.synchronizedMap(new WeakHashMap<>());

  private CodeVersion() {}

  /**
   * The hash, first 16 hexadecimal digits.
   *
   * @param declaring class that declares how the table is made
   */
  public static String of(Class<?> declaring) {
    var loader = declaring.getClassLoader();
    var read = READ.computeIfAbsent(loader, key -> new ConcurrentHashMap<>());
    var reached = new TreeMap<String, Optional<ClassFile>>();
    var queue = new ArrayDeque<String>();
    queue.add(declaring.getName().replace('.', '/'));
    while (!queue.isEmpty()) {
      var name = queue.remove();
      if (!reached.containsKey(name)) {
        var file = read.computeIfAbsent(name, key -> read(loader, key));
        reached.put(name, file);
        file.ifPresent(found -> queue.addAll(found.references()));
      }
    }
    var hash = new Hash();
    reached.forEach((name, file) -> file.ifPresent(found -> hash.add(name).add(found.hash())));
    return hash.hex().substring(0, 16);
  }

  /** The class; nothing for a text in a constant pool that only looks like one. */
  private static Optional<ClassFile> read(ClassLoader loader, String name) {
    try (var in = loader.getResourceAsStream(name + ".class")) {
      if (in == null) {
        return Optional.empty();
      }
      var bytes = in.readAllBytes();
      return Optional.of(new ClassFile(new Hash().add(bytes).hex(), references(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class " + name, e);
    }
  }

  /**
   * Names of Peil's classes in the constant pool of a class file (JVM specification, section 4.4).
   */
  static Set<String> references(byte[] classFile) throws IOException {
    var names = new TreeSet<String>();
    try (var in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      in.skipBytes(8);
      int entries = in.readUnsignedShort();
      for (int i = 1; i < entries; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> {
            var text = in.readUTF();
            if (text.contains(ROOT)) {
              var matcher = NAME.matcher(text);
              while (matcher.find()) {
                names.add(matcher.group());
              }
            }
          }
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
          case 5, 6 -> {
            in.skipBytes(8);
            i++; // long and double take two entries
          }
          case 7, 8, 16, 19, 20 -> in.skipBytes(2);
          case 15 -> in.skipBytes(3);
          default -> throw new IOException("unknown constant pool tag " + tag);
        }
      }
    }
    return names;
  }
}
