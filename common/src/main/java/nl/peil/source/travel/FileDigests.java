package nl.peil.source.travel;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Digests of files: those that are known already, and those of binary files, which are inspected
 * once for each of their matrices. The bytes of a file are digested once, as long as size and time
 * of change stay what they are. Threads wait for one another.
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

  /**
   * A digest that was made before.
   *
   * @param uri full address of the file
   * @param size its size then, bytes
   * @param modifiedMillis when it had been changed last, then; below 0 when that cannot be relied
   *     on
   * @param sha256 digest
   */
  public synchronized void learn(String uri, long size, long modifiedMillis, String sha256) {
    if (modifiedMillis >= 0) {
      known.put(new State(uri, size, modifiedMillis), new Digest(sha256, size));
    }
  }

  /** The digest of a file as it is now, when that is known. */
  synchronized Optional<Digest> known(TravelFile file) throws IOException {
    return Optional.ofNullable(known.get(state(file)));
  }

  private static State state(TravelFile file) throws IOException {
    var status = file.path().getFileSystem(file.hadoop()).getFileStatus(file.path());
    return new State(file.uri(), status.getLen(), status.getModificationTime());
  }

  /** The digest of a file. */
  synchronized Digest of(TravelFile file) throws IOException {
    var state = state(file);
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
