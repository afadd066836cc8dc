package nl.peil.jobs;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The Chromium of this machine without a window, driven by the chromedriver that came with it;
 * nothing is fetched. It has a profile of its own, and remembers what a page asked of the network.
 */
final class Browser implements AutoCloseable {

  private static final Pattern ASKED =
      Pattern.compile(
          "\"method\":\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");

  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--window-size=1280,900",
          "--lang=en");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts it.
   *
   * @param profile an empty folder
   * @return empty when Chromium or chromedriver is not on the path
   */
  static Optional<Browser> start(Path profile) {
    var chromium = onPath("chromium", "chromium-browser", "google-chrome");
    var chromedriver = onPath("chromedriver");
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      return Optional.empty();
    }
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(chromium.get().toFile());
    options.addArguments(FLAGS);
    options.addArguments("--user-data-dir=" + profile);
    options.setCapability("goog:loggingPrefs", logs);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.get().toFile())
            .usingAnyFreePort()
            .build();
    var driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    return Optional.of(new Browser(driver));
  }

  private static Optional<Path> onPath(String... names) {
    var folders = Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator);
    return Stream.of(names)
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Opens a page; what was told before is forgotten. */
  void open(Path page) {
    told(LogType.BROWSER);
    told(LogType.PERFORMANCE);
    driver.get(page.toUri().toString());
  }

  /** What the page complained about since it was opened. */
  List<String> complaints() {
    return told(LogType.BROWSER);
  }

  /** What was asked of the network or of files since a page was opened, the page included. */
  List<String> requests() {
    var requests = new ArrayList<String>();
    for (var entry : told(LogType.PERFORMANCE)) {
      var match = ASKED.matcher(entry);
      if (match.find()) {
        requests.add(match.group(1));
      }
    }
    return requests;
  }

  private List<String> told(String log) {
    return driver.manage().logs().get(log).getAll().stream()
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** A window of a phone of this width, or of a desk when it is 0. */
  void width(int pixels) {
    if (pixels == 0) {
      driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    } else {
      driver.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", pixels, "height", 740, "deviceScaleFactor", 2, "mobile", true));
    }
  }

  /** What a script returns, as text. */
  String text(String script, Object... arguments) {
    return String.valueOf(driver.executeScript(script, arguments));
  }

  /**
   * Breaches of WCAG 2.1 A and AA that axe-core finds in the page as it is, each with the elements
   * concerned. Its rule duplicate-id is left out: charts number the shapes they draw from 0 each,
   * no label refers to these, and W3C takes success criterion 4.1.1 as always met in HTML since
   * 2023.
   */
  List<String> breaches() {
    driver.executeScript(axe());
    var found =
        driver.executeAsyncScript(
            """
            var done = arguments[arguments.length - 1];
            axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
              rules: { 'duplicate-id': { enabled: false } }
            }).then(
              function (results) {
                done(results.violations.map(function (one) {
                  return one.id + ': ' + one.nodes.slice(0, 5).map(function (node) {
                    return node.target.join(' ') + ' (' + node.failureSummary.replace(/\\s+/g, ' ') + ')';
                  }).join('; ');
                }));
              }, function (error) { done(['axe: ' + error]); });
            """);
    return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
  }

  private static String axe() {
    try (var in =
        Browser.class.getResourceAsStream(
            "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      return new String(
          Objects.requireNonNull(in, "axe-core is not on the class path").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
