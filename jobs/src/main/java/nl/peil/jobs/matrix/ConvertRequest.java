package nl.peil.jobs.matrix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import nl.peil.config.ConfigProblemException;
import nl.peil.jobs.cli.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What {@code peil convert} is asked for.
 *
 * @param inputs the matrices, in order
 * @param names names of the matrices in the result; empty: as they are called now
 * @param zones file with the zones; null: those of the matrices
 * @param zone its column with the codes; null: one code per line
 * @param out file to write
 * @param format format to write
 */
record ConvertRequest(
    List<MatrixInput> inputs,
    List<String> names,
    @Nullable Path zones,
    @Nullable String zone,
    Path out,
    OutFormat format) {

  /**
   * Reads the command line.
   *
   * @throws ConfigProblemException with everything that is missing or wrong
   */
  static ConvertRequest of(Arguments args) throws ConfigProblemException {
    var problems = new ArrayList<String>();
    for (var required : List.of("times", "out")) {
      if (!args.has(required)) {
        problems.add("convert needs --" + required + "; ./peil --help tells what it is");
      }
    }
    if (args.has("zone") && !args.has("zones")) {
      problems.add("--zone is a column of --zones: name that file, too");
    }
    var inputs = new ArrayList<MatrixInput>();
    for (var file : args.all("times")) {
      inputs.add(MatrixInput.of(args, Path.of(file), problems));
    }
    var out = Path.of(args.text("out", "out.csv"));
    var request =
        new ConvertRequest(
            inputs,
            args.names("matrix-name"),
            args.path("zones"),
            args.text("zone"),
            out,
            format(args, out, problems));
    request.check(problems);
    if (!problems.isEmpty()) {
      throw new ConfigProblemException(problems);
    }
    return request;
  }

  private static OutFormat format(Arguments args, Path out, List<String> problems) {
    var key = args.text("out-format");
    if (key != null) {
      return OutFormat.of(key);
    }
    try {
      return OutFormat.ofName(out.toString());
    } catch (IllegalArgumentException e) {
      problems.add("--out: " + e.getMessage());
      return OutFormat.LONG_CSV;
    }
  }

  private void check(List<String> problems) {
    boolean binary = format == OutFormat.OMX || format == OutFormat.PARQUET;
    if (binary && out.toString().endsWith(".gz")) {
      problems.add("--out: " + format + " is packed inside already: take .gz out of the name");
    }
    if (format != OutFormat.OMX && inputs.size() > 1) {
      problems.add(
          "--times: %d files go into one file only when it is OMX".formatted(inputs.size()));
    }
    if (format != OutFormat.OMX && !names.isEmpty()) {
      problems.add("--matrix-name means nothing but for OMX: no other format has names");
    }
    if (!names.isEmpty() && names.size() != inputs.size()) {
      problems.add(
          "--matrix-name: expected as many names as --times, %d; got %s"
              .formatted(inputs.size(), names));
    }
    if (names.stream().anyMatch(name -> name.isBlank() || name.contains("/"))) {
      problems.add("--matrix-name: a name is not blank and has no slash; got " + names);
    }
    if (new HashSet<>(names).size() < names.size()) {
      problems.add("--matrix-name: expected different names, got " + names);
    }
    for (var input : inputs) {
      if (input.file().toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
        problems.add("--out: " + out + " is read, too: give another name");
      }
    }
  }

  /** The zone list beside a square matrix: {@code m.zones.csv} beside {@code m.csv.gz}. */
  Path zoneList() {
    var stem = out.getFileName().toString().replaceFirst("(\\.csv|\\.txt)?(\\.gz)?$", "");
    return out.resolveSibling(stem + ".zones.csv");
  }
}
