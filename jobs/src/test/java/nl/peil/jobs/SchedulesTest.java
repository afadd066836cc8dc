package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.peil.config.ConfigLoader;
import nl.peil.jobs.cli.ArgumentsParser;
import nl.peil.jobs.cli.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples in conf/schedule and deploy/kubernetes name commands and options that there are. */
class SchedulesTest {

  private static final Path FOLDER = Path.of("..", "conf", "schedule");
  private static final Path KUBERNETES = Path.of("..", "deploy", "kubernetes", "base");

  /** Words from peil on, up to what belongs to the shell. */
  private static final Pattern COMMAND =
      Pattern.compile("peil/peil ([a-z][^>|&\"]*)|\\./peil ([a-z][^>|&\"]*)");

  /** Words in the list of a YAML file. */
  private static final Pattern LIST = Pattern.compile("\\[\"\\./peil\", (.*)]");

  @ParameterizedTest
  @CsvSource({
    "peil.crontab, run, maintain",
    "peil.service, run, ",
    "peil_airflow.py, run, maintain",
    "cronjob.yaml, run, "
  })
  void everyCommandLineIsUnderstood(String file, String first, String second) throws IOException {
    var found = new ArrayList<String>();
    for (var words : commands(text(file))) {
      var arguments = new ArgumentsParser(Console.ofProcess()).read(words);
      assertThat(arguments).as(file + ": " + words).isPresent();
      assertThat(arguments.get().conf()).as(file).isNotNull();
      assertThat(arguments.get().text("lock")).as(file).isIn("wait", "refuse");
      found.add(arguments.get().command());
    }
    assertThat(found).isEqualTo(second == null ? List.of(first) : List.of(first, second));
  }

  private static String text(String file) throws IOException {
    return Files.readString((file.equals("cronjob.yaml") ? KUBERNETES : FOLDER).resolve(file));
  }

  private static List<List<String>> commands(String text) {
    var commands = new ArrayList<List<String>>();
    for (var line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
      var list = LIST.matcher(line);
      var words = COMMAND.matcher(line);
      if (list.find()) {
        commands.add(List.of(list.group(1).replace("\"", "").split(", ")));
      } else if (words.find()) {
        var found = words.group(1) == null ? words.group(2) : words.group(1);
        commands.add(List.of(found.strip().split(" +")));
      }
    }
    return commands;
  }

  /** Whole numbers after a word, in its line. */
  private static List<Integer> numbers(String file, String word) throws IOException {
    var numbers = new ArrayList<Integer>();
    for (var line : text(file).lines().toList()) {
      if (line.strip().startsWith(word)) {
        Pattern.compile("\\d+")
            .matcher(line)
            .results()
            .forEach(number -> numbers.add(Integer.valueOf(number.group())));
      }
    }
    return numbers;
  }

  @Test
  void whatWouldEndTheSameIsNotTriedAgain() throws IOException {
    var systemd = numbers("peil.service", "SuccessExitStatus=");
    systemd.addAll(numbers("peil.service", "RestartPreventExitStatus="));
    var kubernetes = numbers("cronjob.yaml", "values:");
    for (var code : ExitCode.values()) {
      boolean ofARun = code != ExitCode.DONE && code != ExitCode.NOT_WELL;
      if (ofARun && !code.worthTryingAgain()) {
        assertThat(systemd).contains(code.code());
        assertThat(kubernetes).contains(code.code());
      }
    }
    assertThat(systemd).doesNotContain(ExitCode.FAILED.code());
    assertThat(kubernetes).doesNotContain(ExitCode.FAILED.code());
  }

  @Test
  void theExamplesSayWhatHappensOnFailureAndOverlap() throws IOException {
    for (var file : List.of("peil.crontab", "peil.service", "peil_airflow.py", "cronjob.yaml")) {
      assertThat(text(file)).as(file).contains("On failure:", "On overlap:");
    }
  }

  @Test
  void theConfigurationForKubernetesIsThatOfTheSampleInAnotherFolder(@TempDir Path folder)
      throws Exception {
    var home = Path.of("..").toAbsolutePath().normalize();
    var text = Files.readString(KUBERNETES.resolve("region.conf"));
    var file =
        Files.writeString(folder.resolve("region.conf"), text.replace("/opt/peil", home + ""));
    var sample = ConfigLoader.load(home.resolve("conf/sample.conf"), Map.of(), List.of());
    var config = ConfigLoader.load(file, Map.of(), List.of());
    // Every file that it names is there, and no other than those of the sample
    assertThat(config.norms()).isEqualTo(sample.norms()).exists();
    assertThat(config.decayCurves()).isEqualTo(sample.decayCurves()).exists();
    assertThat(config.ikob()).isEqualTo(sample.ikob());
    assertThat(config.layouts()).isEqualTo(sample.layouts());
    assertThat(config.output()).isEqualTo("/data/tables");
  }
}
