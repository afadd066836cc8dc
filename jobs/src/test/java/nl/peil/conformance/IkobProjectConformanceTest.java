package nl.peil.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.peil.jobs.ExitCode;
import nl.peil.jobs.Peil;
import nl.peil.jobs.cli.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command on the project of IKOB's makers, against the files that IKOB wrote. */
@ExtendWith(ConformanceExtension.class)
@EnabledIfSystemProperty(named = Oracles.FOLDER, matches = ".+")
class IkobProjectConformanceTest {

  private static final String PROJECT = "ikob-vlaanderen/project/";

  @TempDir private Path out;

  @Test
  void everyFileThatIkobWrote(ConformanceReport report) throws IOException {
    var reference = Oracles.path(PROJECT + "reference");
    int code =
        Peil.run(
            List.of(
                "ikob",
                Oracles.path(PROJECT + "vlaanderen.json").toString(),
                "--out",
                out.toString()),
            Console.ofProcess());
    assertThat(code).isEqualTo(ExitCode.DONE.code());
    var files = files(reference);
    assertThat(files).hasSizeGreaterThan(100);
    for (var folder : files.stream().map(Path::getParent).distinct().toList()) {
      var comparison =
          report.compare("ikob-vlaanderen, files", folder.toString(), Tolerance.relative(1e-5));
      int numbers = 0;
      for (var file : files.stream().filter(each -> folder.equals(each.getParent())).toList()) {
        numbers += compare(comparison, reference.resolve(file), out.resolve("Vlaanderen"), file);
      }
      comparison.requireAgreement(numbers);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  /** Compares every number; whole numbers and headers must be the same text. */
  private static int compare(Comparison comparison, Path theirs, Path root, Path file)
      throws IOException {
    var expected = Files.readAllLines(theirs);
    var found = Files.readAllLines(root.resolve(file));
    assertThat(found).as(file.toString()).hasSameSizeAs(expected);
    int numbers = 0;
    for (int line = 0; line < expected.size(); line++) {
      var wanted = expected.get(line).split(",", -1);
      var given = found.get(line).split(",", -1);
      assertThat(given).as("%s, line %d", file, line + 1).hasSameSizeAs(wanted);
      for (int field = 0; field < wanted.length; field++) {
        if (wanted[field].contains(".")) {
          comparison.row(
              "%s line %d field %d".formatted(file, line + 1, field + 1),
              Double.parseDouble(given[field]),
              Double.parseDouble(wanted[field]));
          numbers++;
        } else {
          assertThat(given[field]).as("%s, line %d", file, line + 1).isEqualTo(wanted[field]);
        }
      }
    }
    return numbers;
  }
}
