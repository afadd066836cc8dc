package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.peil.SparkExtension;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a person types, and what comes back. */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class CommandLineTest {

  @Test
  void helpNamesEveryCommand() {
    var help = Command.run("--help");
    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains("Command: run", "Command: plan", "Command: status", "Command: validate")
        .contains(
            "Command: sample",
            "Command: sql",
            "Command: explain",
            "Command: diff",
            "Command: measure",
            "Command: convert",
            "Command: ikob",
            "--conf",
            "--dry-run",
            "--as-of");
  }

  @Test
  void wrongWordsAreRefusedWithAReason(@TempDir Path folder) {
    assertRefused(Command.run("walk"), "walk");
    assertRefused(Command.run("run", "--fast"), "fast");
    assertRefused(Command.run(), "name a command");
    assertRefused(Command.run("run"), "needs --conf FILE");
    assertRefused(Command.run("run", "--conf", folder.resolve("no.conf").toString()), "no.conf");
    assertRefused(Command.run("run", "--only", "roads"), "no table 'roads'");
    assertRefused(Command.run("sql", "--format", "xml", "SELECT 1"), "'xml'");
    assertRefused(Command.run("run", "--set", "output"), "key=value");
  }

  private static void assertRefused(Command command, String reason) {
    assertThat(command.code()).as(reason).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(command.err()).startsWith("peil: ").contains(reason);
  }

  @Test
  void aWrongConfigurationIsRefusedWithFileAndLine(@TempDir Path folder) throws IOException {
    var tiny = TinyDelivery.in(folder);
    long line = Files.readAllLines(tiny.conf()).size() + 1L;
    tiny.configure("outputs = elsewhere\n");
    assertRefused(tiny.command("run"), "tiny.conf:" + line + ": outputs: unknown key");
    assertThat(tiny.command("run").err()).contains("did you mean 'output'?");

    tiny.configure("");
    Files.delete(tiny.file("vo.csv"));
    assertRefused(tiny.command("run"), "vo.csv");
    assertRefused(tiny.command("run", "--set", "input=" + folder.resolve("nowhere")), "nowhere");
    assertThat(tiny.output()).doesNotExist();
  }

  @Test
  void sqlPrintsTables(TinyDelivery tiny) {
    var query = "SELECT zone, name, 'a,\"b\"' AS text FROM zones WHERE zone < 1003 ORDER BY zone";
    assertThat(tiny.command("sql", query, "--format", "csv").out().lines())
        .startsWith("zone,name,text")
        .hasSize(3)
        .allMatch(line -> line.equals("zone,name,text") || line.startsWith("100"));
    assertThat(tiny.command("sql", query, "--format", "json").out().lines())
        .containsExactly(
            "{\"zone\":1001,\"text\":\"a,\\\"b\\\"\"}", "{\"zone\":1002,\"text\":\"a,\\\"b\\\"\"}");
    assertThat(tiny.command("sql", query).out()).contains("zone", "1001", "1002");
    assertThat(
            tiny.command("sql", "SELECT 9.3D, 17D, -0.785714285D, 2.0E-9D, 0D, double('NaN')")
                .out())
        .as("numbers: six digits, no zeros at the end")
        .containsPattern("\n9\\.3 +17 +-0\\.785714 +2E-9 +0 +NaN ");
    assertThat(tiny.command("sql", query, "--limit", "1").out())
        .contains("1001")
        .doesNotContain("1002");
    var wrong = tiny.command("sql", "SELECT nothing FROM zones");
    assertThat(wrong.code()).isEqualTo(ExitCode.FAILED.code());
    assertThat(wrong.err()).contains("nothing");
  }

  @Test
  void sqlWithoutTablesSaysHowToGetThem(@TempDir Path folder) throws IOException {
    assertRefused(TinyDelivery.in(folder).command("sql", "SELECT 1"), "there are no tables in");
  }

  @Test
  void statusListsTheTables(TinyDelivery tiny) {
    var status = tiny.command("status");
    assertThat(status.code()).isZero();
    assertThat(status.out())
        .containsPattern("zones +5 .* 1 up to date")
        .containsPattern("travel_times +135 .* 11 up to date")
        .containsPattern("11 files, 11 row groups, [0-9.,]+ bytes a pair, sorted: yes")
        .doesNotContain("stale");
  }

  @Test
  void validateAndPlanWriteNothing(@TempDir Path folder) throws IOException {
    var tiny = TinyDelivery.in(folder);
    var plan = tiny.command("plan");
    assertThat(plan.code()).isZero();
    assertThat(plan.out()).contains("not there yet");
    var validate = tiny.command("validate");
    assertThat(validate.code()).as(validate.out() + validate.err()).isZero();
    assertThat(validate.out()).contains("0 files rejected; nothing was written");
    assertThat(tiny.output()).doesNotExist();
  }

  @Test
  void sampleKeepsAFolderThatIsNotEmpty(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "keep me");
    var sample = Command.run("sample", "--out", folder.toString());
    assertRefused(sample, "mine.txt");
    assertThat(folder).isDirectoryContaining(file -> file.endsWith("mine.txt"));
    assertThat(folder.resolve("zones")).doesNotExist();
    assertRefused(Command.run("sample"), "out");
    assertRefused(
        Command.run("sample", "--out", folder.resolve("a").toString(), "--zones", "1"), "--zones");
  }

  @Test
  void aCommandLeavesTheSessionOfItsCallerOpen(SparkSession spark, TinyDelivery tiny) {
    assertThat(tiny.command("plan").code()).isZero();
    assertThat(spark.sparkContext().isStopped()).isFalse();
  }
}
