package nl.peil.source.travel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What Spark is asked to read, as text, because a data source gets nothing but options.
 *
 * @param parts parts of files, in order
 * @param codes zones, shared by all parts
 */
record ScanTask(List<TravelPart> parts, ZoneCodes codes) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The parts of all files. */
  static ScanTask of(List<InspectedFile> files, ZoneCodes codes) {
    var parts = new ArrayList<TravelPart>();
    files.forEach(file -> parts.addAll(TravelPart.of(file)));
    return new ScanTask(parts, codes);
  }

  /** As text for an option. */
  String encode() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
      out.writeObject(this);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /**
   * From the text of an option.
   *
   * @throws IllegalArgumentException when the text was not made by {@link #encode}
   */
  static ScanTask decode(String text) {
    try (var in =
        new ObjectInputStream(
            new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text))))) {
      // Nothing but our own records and what the platform has: an option is text from outside.
      in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("nl.peil.**;java.base/*;!*"));
      return (ScanTask) in.readObject();
    } catch (IOException | ClassNotFoundException | ClassCastException e) {
      throw new IllegalArgumentException(
          "option 'plan' cannot be read; make it with TravelTimesSource.load", e);
    }
  }
}
