package nl.peil.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.peil.source.Delivery;
import nl.peil.source.FoundFile;

/**
 * Fingerprints of the files of a delivery. A file whose size and time of change are those of an
 * earlier run is not read again, unless it had changed within two seconds before it was read: file
 * systems keep time that coarsely, so that it may have changed again without showing it.
 */
public final class Fingerprints {

  private static final long COARSE_CLOCK_MILLIS = 2000;

  private final Delivery delivery;
  private final Map<String, Fingerprint> known;
  private final Map<String, Fingerprint> seen = new ConcurrentHashMap<>();

  /**
   * Starts with what earlier runs know.
   *
   * @param delivery folder of the files
   * @param known fingerprints of earlier runs by path
   */
  public Fingerprints(Delivery delivery, Map<String, Fingerprint> known) {
    this.delivery = delivery;
    this.known = new HashMap<>(known);
  }

  /** Reads ahead, several files at a time. */
  public void prepare(Collection<FoundFile> files) {
    files.parallelStream().forEach(this::of);
  }

  /**
   * The fingerprint of a file.
   *
   * @throws UncheckedIOException when the file cannot be read
   */
  public Fingerprint of(FoundFile file) {
    return seen.computeIfAbsent(file.path(), path -> take(file));
  }

  /** The fingerprint of a small file that belongs to the configuration, by its name. */
  public static Fingerprint beside(Path file) {
    try {
      return new Fingerprint(
          nameBeside(file),
          Files.size(file),
          Files.getLastModifiedTime(file).toMillis(),
          new Hash().add(Files.readAllBytes(file)).hex());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The name under which a file that belongs to the configuration is recorded. */
  public static String nameBeside(Path file) {
    return "configuration: " + file.getFileName();
  }

  private Fingerprint take(FoundFile file) {
    var earlier = known.get(file.path());
    if (earlier != null
        && earlier.size() == file.size()
        && earlier.modifiedMillis() == file.modifiedMillis()) {
      return earlier;
    }
    boolean settled = System.currentTimeMillis() - file.modifiedMillis() > COARSE_CLOCK_MILLIS;
    var digest = Hash.sha256();
    try (var in = delivery.open(file.path())) {
      var buffer = new byte[1 << 17];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.uri(), e);
    }
    return new Fingerprint(
        file.path(),
        file.size(),
        settled ? file.modifiedMillis() : Fingerprint.UNSETTLED,
        HexFormat.of().formatHex(digest.digest()));
  }
}
