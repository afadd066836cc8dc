package nl.peil.bench.ikob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.peil.bench.harness.Answer;
import nl.peil.bench.harness.Contestant;
import nl.peil.bench.setting.Folders;
import nl.peil.bench.whole.ChildProcess;

/** {@code peil ikob} in a process of its own: from square CSV to result files. */
final class IkobProcess implements Contestant {

  private final Path project;
  private final Path work;

  IkobProcess(Path project, Path work) {
    this.project = project;
    this.work = work;
  }

  @Override
  public String name() {
    return "Peil";
  }

  @Override
  public String does() {
    return "`peil ikob` in a new process, start of the JVM included: reads five skims, computes, writes all files.";
  }

  @Override
  public void prepare() throws IOException {
    Folders.delete(out());
    Files.createDirectories(work);
  }

  private Path out() {
    return work.resolve("ikob-out");
  }

  private Path log() {
    return work.resolve("ikob-output.txt");
  }

  private Path peak() {
    return work.resolve("ikob-peak.txt");
  }

  @Override
  public void run() throws IOException, InterruptedException {
    ChildProcess.run(List.of("ikob", project.toString(), "--out", out().toString()), peak(), log());
  }

  /** Sums of all measures. */
  @Override
  public Answer answer() throws IOException {
    var sums = new LinkedHashMap<String, Double>();
    try (var lines = Files.lines(out().resolve("Bench").resolve("ikob.csv"))) {
      lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(fields -> sums.merge(fields[6], Double.parseDouble(fields[7]), Double::sum));
    }
    var answer = new Answer();
    sums.forEach((measure, sum) -> answer.with(measure, 1e-12, sum));
    return answer;
  }

  @Override
  public Map<String, String> facts() throws IOException {
    var stages =
        Files.readAllLines(log()).stream()
            .filter(line -> line.startsWith("Restdag"))
            .map(line -> line.replaceFirst(".*zones; |Restdag, werk: ", ""))
            .collect(Collectors.joining(", "));
    return Map.of("peak resident memory", Files.readString(peak()), "stages", stages);
  }
}
