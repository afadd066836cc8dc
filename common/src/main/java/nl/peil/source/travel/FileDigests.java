package nl.peil.source.travel;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Digests of binary files. A file with many matrices is inspected once for each of them; its bytes
 * are digested once, as long as size and time of change stay what they are. For one thread at a
 * time.
 */
public final class FileDigests {

  /** File systems keep time coarsely: what was just written may change again without showing it. */
  private static final long COARSE_CLOCK_MILLIS = 2000;

  private final Map<State, Digest> known = new HashMap<>();

  private record State(String uri, long size, long modifiedMillis) {}

  /**
   * A digest.
   *
   * @param sha256 of the bytes as stored, 64 hexadecimal digits
   * @param bytes how many there are
   */
  record Digest(String sha256, long bytes) {}

  /** Knows no file yet. */
  public FileDigests() {}

  /** The digest of a file. */
  Digest of(TravelFile file) throws IOException {
    var status = file.path().getFileSystem(file.hadoop()).getFileStatus(file.path());
    var state = new State(file.uri(), status.getLen(), status.getModificationTime());
    var earlier = known.get(state);
    if (earlier != null) {
      return earlier;
    }
    boolean settled = System.currentTimeMillis() - state.modifiedMillis() > COARSE_CLOCK_MILLIS;
    try (var raw = file.open()) {
      var stored = new StoredBytes(raw);
      stored.finish();
      var digest = new Digest(stored.digest(), stored.size());
      if (settled) {
        known.put(state, digest);
      }
      return digest;
    }
  }
}
