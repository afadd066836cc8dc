package nl.peil.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.peil.source.Delivery;

/** Whether a file of the delivery is today what it was when it was read. */
public enum FileState {
  /** The same content; a file with the same size and time of change counts as that, as in a run. */
  UNCHANGED,
  /** Another content. */
  CHANGED,
  /** There is no such file. */
  GONE;

  /**
   * Looks.
   *
   * @param file the file as it was read
   * @param delivery the delivery of today
   * @param fingerprints fingerprints of today, with those of earlier runs
   * @param besides files that belong to the configuration
   */
  public static FileState of(
      InputRef file, Delivery delivery, Fingerprints fingerprints, List<Path> besides) {
    for (var beside : besides) {
      if (file.name().equals(Fingerprints.nameBeside(beside))) {
        return Files.isRegularFile(beside) ? compare(file, Fingerprints.beside(beside)) : GONE;
      }
    }
    return delivery
        .file(file.name())
        .map(found -> compare(file, fingerprints.of(found)))
        .orElse(GONE);
  }

  private static FileState compare(InputRef file, Fingerprint now) {
    return file.identity().equals(now.sha256()) ? UNCHANGED : CHANGED;
  }
}
