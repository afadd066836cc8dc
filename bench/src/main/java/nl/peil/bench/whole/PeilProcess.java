package nl.peil.bench.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.peil.bench.harness.Answer;
import nl.peil.bench.harness.Contestant;
import nl.peil.bench.setting.Configuration;
import nl.peil.bench.setting.Folders;
import nl.peil.bench.setting.Workspace;
import nl.peil.table.Tables;

/** A whole run in a process of its own, from nothing or with everything up to date. */
final class PeilProcess implements Contestant {

  private final Workspace workspace;
  private final Configuration configuration;
  private final boolean fromNothing;
  private final Path peak;

  PeilProcess(Workspace workspace, Configuration configuration, boolean fromNothing)
      throws IOException {
    this.workspace = workspace;
    this.configuration = configuration;
    this.fromNothing = fromNothing;
    this.peak = workspace.folder("processes").resolve(fromNothing ? "whole.txt" : "again.txt");
  }

  @Override
  public String name() {
    return fromNothing ? "everything, from raw files" : "nothing changed";
  }

  @Override
  public String does() {
    return fromNothing
        ? "`peil run` in a new process, start of the JVM and of Spark included, into an empty folder: all tables"
            + " of the configuration."
        : "the same command once more.";
  }

  @Override
  public void prepare() throws IOException {
    if (fromNothing) {
      Folders.delete(configuration.output());
    }
  }

  @Override
  public void run() throws IOException, InterruptedException {
    ChildProcess.run(
        List.of("run", "--conf", configuration.file().toString()),
        peak,
        workspace.folder("processes").resolve("output.txt"));
  }

  /** Rows per table; what keeps the books grows with every run and does not count. */
  @Override
  public Answer answer() {
    var answer = new Answer();
    var store = workspace.store(configuration);
    for (var table : Tables.all()) {
      if (store.exists(table) && !table.name().matches("runs|lineage|findings|quarantine")) {
        answer.with(table.name(), 0, store.read(table).count());
      }
    }
    return answer;
  }

  @Override
  public Map<String, String> facts() throws IOException {
    return Map.of("peak resident memory", Files.readString(peak));
  }
}
