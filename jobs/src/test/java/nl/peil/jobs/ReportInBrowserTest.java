package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import nl.peil.SparkExtension;
import nl.peil.geo.Crs;
import nl.peil.table.AccessTables;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.print.PrintOptions;

/**
 * Reports as a reader has them: in a browser, without a network, with a mouse or without, on a
 * phone, on paper. Needs the Chromium and the chromedriver of the machine; skipped where there are
 * none.
 */
@Tag("browser")
@ExtendWith({SparkExtension.class, FinishedRun.class})
class ReportInBrowserTest {

  /** Names that would do harm if they were taken for markup or script. */
  private static final String WEST = "<script>window.broken = 1</script>";

  private static final String EAST = "O'Oost \"&\" </script><img src=x onerror='window.broken=2'>";

  private static @Nullable Browser started;
  private static TinyDelivery tiny;
  private static List<Path> pages;

  @BeforeAll
  static void writeReports(TinyDelivery finished, @TempDir Path folder, @TempDir Path profile)
      throws IOException {
    started = Browser.start(profile).orElse(null);
    if (started == null) {
      var message =
          "SKIPPED: no chromium and chromedriver on the path, so nobody looked at the reports";
      System.out.println(message);
      Assumptions.abort(message);
    }
    tiny = finished.copy(folder);
    int cut = TinyDelivery.WEST + 3 * TinyDelivery.SIDE / 2;
    tiny.write(
        "regio/helft.geojson",
        TinyDelivery.collection(
                null,
                List.of(half("W", WEST, TinyDelivery.WEST, cut), half("E", EAST, cut, cut + 4500)))
            .getBytes(StandardCharsets.UTF_8));
    var run = tiny.command("run", "--only", "regions");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    var out = folder.resolve("rapporten");
    var report = tiny.command("report", "--layout", "helft", "--all", "--out", out.toString());
    assertThat(report.code()).as(report.out() + report.err()).isZero();
    try (var paths = Files.walk(out)) {
      pages = paths.filter(path -> path.toString().endsWith(".html")).sorted().toList();
    }
    assertThat(pages).hasSizeGreaterThanOrEqualTo(3);
  }

  private static String half(String code, String name, int west, int east) {
    return TinyDelivery.rectangle(
        "\"code\": \"%s\", \"naam\": \"%s\"".formatted(code, name.replace("\"", "\\\"")),
        Crs.WGS84,
        west,
        TinyDelivery.SOUTH - TinyDelivery.SIDE,
        east,
        TinyDelivery.SOUTH + 2 * TinyDelivery.SIDE);
  }

  @AfterAll
  static void stop() {
    if (started != null) {
      started.close();
    }
  }

  @BeforeEach
  void atADesk() {
    browser().width(0);
  }

  private static Browser browser() {
    return Objects.requireNonNull(started);
  }

  /** The report of the region whose name is this. */
  private static Path report(String name) {
    return pages.stream()
        .filter(page -> !page.getFileName().toString().equals("index.html"))
        .filter(page -> title(page).startsWith(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no report of " + name + " among " + pages));
  }

  private static String title(Path page) {
    browser().open(page);
    return browser().driver().getTitle();
  }

  private static List<Path> indexes() {
    return pages.stream().filter(p -> p.getFileName().toString().equals("index.html")).toList();
  }

  @Test
  void everyPageRendersWithoutComplaintAndAsksNothingOfTheNetwork() {
    for (var page : pages) {
      browser().open(page);
      assertThat(browser().complaints()).as(page.toString()).isEmpty();
      assertThat(browser().requests())
          .as(page.toString())
          .isNotEmpty()
          .allMatch(url -> url.startsWith("data:") || url.equals(page.toUri().toString()));
      assertThat(browser().text("return document.querySelector('h1').textContent")).isNotBlank();
    }
  }

  @Test
  void everyChartHasDrawnSomethingAndItsTable() {
    browser().open(report(WEST));
    openAllFolds(); // the table of the map is made when somebody asks for it
    for (var id : List.of("compare", "choice", "map")) {
      assertThat(
              browser()
                  .text(
                      "return document.querySelectorAll('#' + arguments[0] + ' svg path').length > 0",
                      id))
          .as(id)
          .isEqualTo("true");
      assertThat(
              browser()
                  .text(
                      "return document.querySelectorAll('#' + arguments[0] + '-table tbody tr').length > 0",
                      id))
          .as(id + " as a table")
          .isEqualTo("true");
    }
  }

  private static void openAllFolds() {
    browser()
        .driver()
        .executeAsyncScript(
            """
            document.querySelectorAll('details').forEach(function (one) { one.open = true; });
            setTimeout(arguments[0], 50);
            """);
  }

  @Test
  void theMapTellsTheMinutesOfTheTableForTheZoneUnderTheMouse(SparkSession spark) {
    browser().open(report(WEST));
    choose("map-service", "huisarts");
    choose("map-mode", "auto");
    // By hand: 1001 has one itself at 2 minutes, 1002 goes to 1001 in 9
    assertThat(hovered("1001")).contains("1001").contains("2,0 min");
    assertThat(hovered("1002")).contains("1002").contains("9,0 min");
    for (var row :
        tiny.table(spark, AccessTables.ACCESSIBILITY_LEVEL)
            .where("scenario = 'basis' AND mode = 'auto' AND service = 'huisarts' AND zone < 1003")
            .select("zone", "nearest_1_min")
            .collectAsList()) {
      assertThat(hovered(Integer.toString(row.getInt(0))))
          .contains(
              String.format(Locale.ROOT, "%.1f", row.getDouble(1)).replace('.', ',') + " min");
    }
  }

  private static void choose(String id, String value) {
    browser()
        .driver()
        .executeScript(
            "var box = document.getElementById(arguments[0]); box.value = arguments[1];"
                + " box.dispatchEvent(new Event('change'))",
            id,
            value);
    assertThat(browser().text("return document.getElementById(arguments[0]).value", id))
        .isEqualTo(value);
  }

  /** The text beside the mouse when it stands on the point of a zone. */
  private static String hovered(String zone) {
    var driver = browser().driver();
    var map = driver.findElement(By.id("map"));
    driver.executeScript(
        "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", map);
    var at =
        (List<?>)
            driver.executeScript(
                """
                var data = JSON.parse(document.getElementById('peil-data').textContent);
                var i = data.zones.code.indexOf(arguments[0]);
                var map = document.getElementById('map');
                var chart = echarts.getInstanceByDom(map);
                var at = chart.convertToPixel({ seriesIndex: 0 },
                  [data.zones.x[i] * data.map.unit, data.zones.y[i] * data.map.unit]);
                return [Math.round(at[0] - map.clientWidth / 2), Math.round(at[1] - map.clientHeight / 2)];
                """,
                zone);
    var x = ((Number) Objects.requireNonNull(at).get(0)).intValue();
    var y = ((Number) at.get(1)).intValue();
    new Actions(driver).moveToElement(map, x + 3, y + 3).moveToElement(map, x, y).perform();
    return browser()
        .text(
            """
            return Array.from(document.getElementById('map').children).filter(function (part) {
              return !part.querySelector('svg') && getComputedStyle(part).visibility === 'visible';
            }).map(function (part) { return part.innerText; }).join('\\n');
            """);
  }

  @Test
  void namesWithQuotesAndTagsAreText() {
    for (var name : List.of(WEST, EAST)) {
      browser().open(report(name));
      assertThat(browser().text("return document.querySelector('h1').textContent")).isEqualTo(name);
      assertThat(browser().text("return document.querySelectorAll('h1 *, img').length"))
          .isEqualTo("0");
      assertThat(browser().text("return document.querySelectorAll('script').length"))
          .isEqualTo("3");
      assertThat(browser().text("return document.getElementById('compare-table').textContent"))
          .contains(name);
      assertThat(browser().text("return typeof window.broken")).isEqualTo("undefined");
    }
    var seen = new LinkedHashSet<String>();
    for (var index : indexes()) {
      browser().open(index);
      assertThat(browser().text("return typeof window.broken")).isEqualTo("undefined");
      seen.add(browser().text("return document.body.textContent"));
    }
    assertThat(seen).anyMatch(text -> text.contains(WEST) && text.contains(EAST));
  }

  @Test
  void everythingCanBeDoneWithoutAMouse() {
    browser().open(report(WEST));
    var driver = browser().driver();
    new Actions(driver).sendKeys(Keys.TAB).perform();
    assertThat(browser().text("return document.activeElement.className")).isEqualTo("skip");
    new Actions(driver).sendKeys(Keys.ENTER).perform();
    assertThat(browser().text("return document.activeElement.id")).isEqualTo("main");

    var reached = focusable();
    assertThat(reached)
        .contains(
            "compare-mode", "choice-mode", "map-what", "map-service", "map-mode", "spread-service");

    // A choice changes the chart and what a screen reader hears of it
    driver.executeScript("document.getElementById('map-service').focus()");
    var before = browser().text("return document.getElementById('map').getAttribute('aria-label')");
    new Actions(driver).sendKeys(Keys.ARROW_DOWN).perform();
    assertThat(browser().text("return document.getElementById('map').getAttribute('aria-label')"))
        .isNotEqualTo(before);

    // A folded table opens
    driver.executeScript("document.querySelector('#map-data summary').focus()");
    new Actions(driver).sendKeys(Keys.ENTER).perform();
    assertThat(browser().text("return document.getElementById('map-data').open")).isEqualTo("true");
  }

  /** The ids of what the tab key comes by, from where it is to the end. */
  private static Set<String> focusable() {
    var ids = new LinkedHashSet<String>();
    for (int i = 0; i < 200; i++) {
      new Actions(browser().driver()).sendKeys(Keys.TAB).perform();
      if (browser().text("return document.activeElement === document.body").equals("true")) {
        break;
      }
      ids.add(browser().text("return document.activeElement.id"));
    }
    return ids;
  }

  @Test
  void aPhoneNeedsNoScrollingSideways() {
    for (int width : new int[] {320, 390}) {
      browser().width(width);
      for (var page : pages) {
        browser().open(page);
        assertThat(browser().text("return document.documentElement.scrollWidth"))
            .as(page + " at " + width)
            .isEqualTo(Integer.toString(width));
      }
    }
  }

  @Test
  void thereIsNoBreachOfWcagAa() {
    for (int width : new int[] {0, 390}) {
      browser().width(width);
      for (var page : pages) {
        browser().open(page);
        openAllFolds();
        assertThat(browser().breaches()).as(page + " at " + width).isEmpty();
      }
    }
  }

  @Test
  void aPrintHasPagesWithSomethingOnThem() {
    browser().open(report(WEST));
    var pdf =
        new String(
            Base64.getDecoder().decode(browser().driver().print(new PrintOptions()).getContent()),
            StandardCharsets.ISO_8859_1);
    assertThat(pdf).startsWith("%PDF-");
    assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results().count())
        .isGreaterThanOrEqualTo(3);
    assertThat(pdf).hasSizeGreaterThan(30_000).contains("/Font");
  }

  @Test
  void theSearchOfAListHidesWhatDoesNotFit() {
    var index =
        indexes().stream()
            .filter(page -> rowsShown(page, "") == 2)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no list of two regions among " + pages));
    assertThat(rowsShown(index, "oost")).isEqualTo(1);
    assertThat(rowsShown(index, "OÖST")).isEqualTo(1);
    assertThat(rowsShown(index, "nergens")).isZero();
  }

  private static long rowsShown(Path index, String typed) {
    browser().open(index);
    browser().driver().findElement(By.id("search")).sendKeys(typed);
    return Long.parseLong(
        browser()
            .text(
                "return Array.from(document.querySelectorAll('#list tbody tr')).filter(function (row) { return !row.hidden; }).length"));
  }
}
