package nl.peil.jobs.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.jobs.files.WholeFiles;

/**
 * What the reports of a folder were made from, kept beside them.
 *
 * @param layouts by layout
 */
record Made(Map<String, OfLayout> layouts) {

  private static final String FILE = "made.json";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * The reports of a layout.
   *
   * @param identity hash over all that the reports were made from; empty: some of them are older
   * @param runId last run that wrote a table
   * @param status status of the layout
   * @param people people in its regions
   * @param files the files, without the folder of the layout
   */
  record OfLayout(
      String identity, String runId, String status, double people, List<String> files) {}

  Made {
    layouts = new TreeMap<>(layouts);
  }

  /** Reads what a folder says; nothing when it says nothing that can be read. */
  static Made read(WholeFiles files) throws IOException {
    var text = files.read(FILE);
    if (text.isEmpty()) {
      return new Made(Map.of());
    }
    try {
      return JSON.readValue(text.get(), Made.class);
    } catch (JsonProcessingException e) {
      // Somebody else wrote it, or another version: then all reports are made again
      return new Made(Map.of());
    }
  }

  /** The same with other reports of a layout. */
  Made with(String layout, OfLayout made) {
    var more = new TreeMap<>(layouts);
    more.put(layout, made);
    return new Made(more);
  }

  /** Writes it down. */
  void write(WholeFiles files) throws IOException {
    files.write(FILE, JSON.writeValueAsString(this) + "\n");
  }

  /** Files of a layout; none when it has none. */
  List<String> files(String layout) {
    var made = layouts.get(layout);
    return made == null ? List.of() : made.files();
  }

  /** True when the reports of a layout were made from this. */
  boolean fresh(String layout, String identity) {
    var made = layouts.get(layout);
    return made != null && made.identity().equals(identity);
  }
}
