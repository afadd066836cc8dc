package nl.peil.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.peil.quality.RejectedFileException;

/**
 * What a supplier says about the files of a delivery: a JSON file with {@code files: [{path,
 * sha256, bytes, rows, crs, ...}]}. A file that is not listed is not checked.
 */
public final class Manifest {

  private final Map<String, Entry> entries;

  /**
   * What is said of one file.
   *
   * @param path path relative to the delivery
   * @param sha256 hash of the content, hexadecimal; empty when not said
   * @param rows rows without the header; -1 when not said
   */
  public record Entry(String path, String sha256, long rows) {}

  private Manifest(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /** A delivery without a list. */
  public static Manifest none() {
    return new Manifest(Map.of());
  }

  /**
   * Reads the list.
   *
   * @param path path of the list, relative to the delivery
   * @throws RejectedFileException when it is not JSON of this form; the message says where
   */
  public static Manifest read(Delivery delivery, String path)
      throws IOException, RejectedFileException {
    try (var in = delivery.open(path)) {
      var root = new ObjectMapper().readTree(in);
      var files = root.path("files");
      if (!files.isArray()) {
        throw new RejectedFileException(
            "broken_manifest",
            "manifest",
            path,
            0,
            "expected {\"files\": [...]}, found no list 'files'",
            "ask for the list again, or leave out 'manifest'");
      }
      var entries = new HashMap<String, Entry>();
      for (var file : files) {
        var name = file.path("path").asText("");
        if (name.isEmpty()) {
          throw new RejectedFileException(
              "broken_manifest",
              "manifest",
              path,
              0,
              "expected a 'path' in every entry of 'files', found " + file,
              "ask for the list again, or leave out 'manifest'");
        }
        entries.put(
            name, new Entry(name, file.path("sha256").asText(""), file.path("rows").asLong(-1)));
      }
      return new Manifest(entries);
    } catch (JsonProcessingException e) {
      throw new RejectedFileException(
          "broken_manifest",
          "manifest",
          path,
          e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
          "expected JSON: " + e.getOriginalMessage(),
          "ask for the list again, or leave out 'manifest'");
    }
  }

  /** What is said of a file; empty when it is not listed. */
  public Optional<Entry> of(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  /** False when a checksum is said of a file, and it has another. */
  public boolean agrees(String path, String sha256) {
    var entry = entries.get(path);
    return entry == null || entry.sha256().isEmpty() || entry.sha256().equalsIgnoreCase(sha256);
  }

  /**
   * Compares a file with what is said of it.
   *
   * @param table table that the file is meant for
   * @throws RejectedFileException when the checksum differs
   */
  public void check(String table, String path, String sha256) throws RejectedFileException {
    var entry = entries.get(path);
    if (entry != null && !agrees(path, sha256)) {
      throw new RejectedFileException(
          "wrong_checksum",
          table,
          path,
          0,
          "expected sha256 " + entry.sha256() + " as the manifest says, the file has " + sha256,
          "the file was changed or damaged on its way: transfer it again, or ask for a corrected manifest");
    }
  }
}
