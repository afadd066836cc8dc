package nl.peil.jobs.openlineage;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import nl.peil.run.Fingerprints;
import nl.peil.run.InputRef;

/**
 * Names of files and tables as OpenLineage has them, so that other programs that read or write the
 * same files give the same names: {@code file} and the path for this machine, else scheme and host
 * as the namespace.
 *
 * @param input folder of the delivery, fully qualified
 * @param output folder of the tables, fully qualified
 * @param besides files that belong to the configuration
 */
record DatasetNames(String input, String output, List<Path> besides) {

  /**
   * A dataset.
   *
   * @param namespace where it is
   * @param name what it is called there
   */
  record Name(String namespace, String name) {}

  /** A file that a slice was made from. */
  Name file(InputRef file) {
    return besides.stream()
        .filter(beside -> file.name().equals(Fingerprints.nameBeside(beside)))
        .findFirst()
        .map(beside -> new Name("file", beside.toAbsolutePath().normalize().toString()))
        .orElseGet(() -> named(input, file.name()));
  }

  /** A table. */
  Name table(String table) {
    return named(output, table);
  }

  private static Name named(String folder, String relative) {
    var address = URI.create(folder);
    var path = address.getPath() + "/" + relative;
    var scheme = address.getScheme();
    if (scheme == null || scheme.equals("file")) {
      return new Name("file", path);
    }
    // Object stores have keys, which begin with no slash; file systems have paths
    boolean keys = scheme.matches("s3[an]?|gs");
    var plain = scheme.matches("s3[an]") ? "s3" : scheme;
    return new Name(
        plain + "://" + address.getAuthority(), keys ? path.replaceFirst("^/+", "") : path);
  }
}
