package nl.peil.bench.scaling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.peil.bench.setting.Folders;
import nl.peil.model.Mode;

/**
 * A delivery with any number of matrices, made of links to one sample delivery: the base year has
 * the first five modes, further scenarios repeat it with its population and jobs.
 */
final class ManyMatrices {

  private static final int YEAR = 2040;
  private static final List<String> PER_SCENARIO = List.of("reistijden", "bevolking", "banen");

  private final Path sample;
  private final Path folder;

  private ManyMatrices(Path sample, Path folder) {
    this.sample = sample;
    this.folder = folder;
  }

  /**
   * Makes it.
   *
   * @param sample sample delivery with the scenario basis of 2022
   * @param folder folder to make; what was there is replaced
   * @param matrices how many matrices
   */
  static void make(Path sample, Path folder, int matrices) throws IOException {
    Folders.delete(folder);
    var links = new ManyMatrices(sample, folder);
    links.shared();
    int modes = Mode.values().length;
    for (int first = 0; first < matrices; first += modes) {
      links.scenario(first / modes, Math.min(modes, matrices - first));
    }
  }

  private void shared() throws IOException {
    var files = new ArrayList<Path>();
    try (var found = Files.walk(sample)) {
      found.filter(Files::isRegularFile).forEach(files::add);
    }
    for (var file : files) {
      var relative = sample.relativize(file);
      if (!PER_SCENARIO.contains(relative.getName(0).toString())) {
        link(file, relative.toString());
      }
    }
  }

  private void scenario(int number, int modes) throws IOException {
    var scenario = number == 0 ? "basis" : "s%02d".formatted(number);
    int year = number == 0 ? 2022 : YEAR;
    for (int m = 0; m < modes; m++) {
      var file = Mode.values()[m].key() + "_spits.csv.gz";
      link(
          sample.resolve("reistijden/basis/2022").resolve(file),
          "reistijden/%s/%d/%s".formatted(scenario, year, file));
    }
    var inFolder = number == 0 ? "" : scenario + "/";
    link(
        sample.resolve("bevolking/vierkant500_2022.csv"),
        "bevolking/%svierkant500_%d.csv".formatted(inFolder, year));
    link(
        sample.resolve("banen/banen_pc4.csv"),
        number == 0 ? "banen/banen_pc4.csv" : "banen/%sbanen_pc4_%d.csv".formatted(inFolder, year));
  }

  private void link(Path file, String name) throws IOException {
    var link = folder.resolve(name);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, file.toRealPath());
  }
}
