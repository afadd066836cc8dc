package nl.peil.jobs.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A folder that is being filled with a delivery, and the manifest of what is in it. */
final class DeliveryFolder {

  /** Name of the manifest; it does not list itself. */
  static final String MANIFEST = "levering.json";

  private final Path root;
  private final Map<String, Entry> entries = new TreeMap<>();

  private DeliveryFolder(Path root) {
    this.root = root;
  }

  /**
   * Opens a folder for a new delivery; makes it when it is not there.
   *
   * @throws FileAlreadyExistsException when it is a file, or a folder with something in it
   */
  static DeliveryFolder create(Path root) throws IOException {
    if (Files.exists(root)) {
      if (!Files.isDirectory(root)) {
        throw new FileAlreadyExistsException(
            root.toString(), null, "expected an empty folder, this is a file; choose another");
      }
      try (var content = Files.list(root)) {
        var first = content.sorted().findFirst();
        if (first.isPresent()) {
          throw new FileAlreadyExistsException(
              root.toString(),
              null,
              "expected an empty folder, found '"
                  + first.get().getFileName()
                  + "' in it; empty it or choose another");
        }
      }
    }
    Files.createDirectories(root);
    return new DeliveryFolder(root);
  }

  /** Where a file of the delivery goes; its folders are made. */
  Path place(String path) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.toAbsolutePath().getParent());
    return file;
  }

  /** Opens a text file; compressed when its path ends in .gz. It is in the manifest once closed. */
  TextFile open(FileNote note) throws IOException {
    return new TextFile(this, note, Deflater.DEFAULT_COMPRESSION);
  }

  /**
   * Opens a text file as {@link #open(FileNote)} does.
   *
   * @param level compression level of java.util.zip, for a path that ends in .gz
   */
  TextFile open(FileNote note, int level) throws IOException {
    return new TextFile(this, note, level);
  }

  /**
   * Adds a file that is already in its place to the manifest.
   *
   * @param rows rows or features in it
   */
  void register(FileNote note, long rows) throws IOException {
    var file = root.resolve(note.path());
    var digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      var buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    var entry = new Entry(note, rows, Files.size(file), HexFormat.of().formatHex(digest.digest()));
    synchronized (entries) {
      entries.put(note.path(), entry);
    }
  }

  /** Writes the manifest, one file per line, by path; returns what was delivered. */
  SampleDelivery.Summary finish(int zones) throws IOException {
    var json = new ObjectMapper();
    var text = new StringBuilder();
    text.append("{\n  \"levering\": \"fictieve proeflevering\",\n  \"versie\": 1,\n");
    text.append("  \"gemodelleerd\": \"a fictional region: nothing in it is measured\",\n");
    text.append("  \"zones\": ").append(zones).append(",\n  \"files\": [\n");
    long rows = 0;
    long bytes = 0;
    int left = entries.size();
    for (var entry : entries.values()) {
      text.append("    ").append(json.writeValueAsString(entry.keys()));
      text.append(--left > 0 ? ",\n" : "\n");
      rows += entry.rows;
      bytes += entry.bytes;
    }
    text.append("  ]\n}\n");
    byte[] manifest = text.toString().getBytes(StandardCharsets.UTF_8);
    Files.write(root.resolve(MANIFEST), manifest);
    return new SampleDelivery.Summary(entries.size() + 1, rows, bytes + manifest.length);
  }

  /**
   * A stream that compresses as gzip. The header of java.util.zip holds no time, so the same rows
   * give the same bytes; another zlib may compress them to other bytes.
   */
  static OutputStream gzip(OutputStream out, int level) throws IOException {
    return new GZIPOutputStream(out, 1 << 16) {
      {
        def.setLevel(level);
      }
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private record Entry(FileNote note, long rows, long bytes, String sha256) {

    private Map<String, Object> keys() {
      var keys = new LinkedHashMap<String, Object>();
      keys.put("path", note.path());
      keys.put("kind", note.kind());
      put(keys, "scenario", note.scenario());
      put(keys, "year", note.year());
      put(keys, "mode", note.mode());
      put(keys, "period", note.period());
      keys.put("rows", rows);
      keys.put("bytes", bytes);
      keys.put("sha256", sha256);
      put(keys, "encoding", note.encoding());
      put(keys, "separator", note.separator());
      put(keys, "crs", note.crs());
      keys.put("source", "peil sample");
      keys.put("licence", "CC0-1.0");
      keys.put("modelled", true);
      keys.put("note", note.note());
      return keys;
    }

    @SuppressWarnings("NullAway") // a manifest says null where a key does not apply
    private static void put(Map<String, Object> keys, String key, @Nullable Object value) {
      keys.put(key, value);
    }
  }
}
