package nl.peil.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.peil.jobs.report.facts.Barriers;
import nl.peil.jobs.report.facts.Country;
import nl.peil.jobs.report.facts.Forecasts;
import nl.peil.jobs.report.facts.Goals;
import nl.peil.jobs.report.facts.Layout;
import nl.peil.jobs.report.facts.Level;
import nl.peil.jobs.report.facts.Levels;
import nl.peil.jobs.report.facts.Method;
import nl.peil.jobs.report.facts.Places;
import nl.peil.jobs.report.facts.Region;
import nl.peil.jobs.report.facts.Scope;
import nl.peil.jobs.report.facts.Welfare;
import nl.peil.jobs.report.facts.Zones;
import nl.peil.jobs.report.map.ZoneShapes;
import nl.peil.model.ScenarioYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of facts that were written by hand: what it says, and what nobody can make it do. */
class PagesTest {

  private static final String NASTY = "\"><script>alert('a')</script> O'Dorp & </script><!--";

  private static final Pattern SCRIPT = Pattern.compile("(?s)<script(?: [^>]*)?>(.*?)</script>");

  /** 1,004 people, of whom 251 miss the norm; without the tables of the other blocks. */
  private static Subject subject() {
    var zones =
        new Zones(
            List.of(
                new Zones.Zone(1, "1001", NASTY, 100_000, 450_000, null, true),
                new Zones.Zone(2, "1002", null, 101_000, 450_000, null, false)),
            Map.of(1, 0, 2, 1),
            new double[] {753, 502},
            Map.of(
                "fiets",
                Map.of(
                    "huisarts",
                    new Zones.Values(
                        new double[] {7.26, Double.NaN},
                        new char[] {'1', '0'},
                        new char[] {'2', '0'}))));
    var level =
        new Level(
            "fiets",
            "huisarts",
            15.0,
            1004,
            753.0,
            251.0,
            251.0,
            0.75,
            0.25,
            0.0,
            0.75,
            0.8,
            -0.05,
            7.26,
            7.26,
            7.26,
            7.26,
            753.0);
    var region =
        new Region(
            "gemeente",
            "GM<1>",
            NASTY,
            "",
            "indicatief",
            NASTY,
            null,
            null,
            "delivered",
            NASTY,
            null,
            new Region.Members(new int[] {0, 1}, new double[] {1, 0.5}, new double[] {753, 251}));
    var method =
        new Method(
            "20261120T101500-abcdef",
            null,
            "1",
            Map.of("basis/2022", NASTY),
            List.of(new Method.Norms("example-1", "EXAMPLE " + NASTY)),
            Map.of("zones", 3L),
            Map.of("zones", 1L),
            List.of(new Method.Source("zones", NASTY, null, NASTY)),
            List.of(new Method.Note("warn", "zones", NASTY, 2, NASTY)));
    var country =
        new Country(
            new Scope(new ScenarioYear("basis", 2022), "spits", ""),
            zones,
            List.of(level),
            List.of(),
            new Levels(Map.of()),
            method);
    var layout =
        new Layout(
            "gemeente",
            List.of(region),
            new Levels(Map.of("GM<1>", List.of(level))),
            new Barriers(Map.of(), Map.of()),
            new Places(Map.of()),
            new Forecasts(Map.of()),
            new Welfare(Map.of(), Map.of()),
            new Goals(Map.of()));
    return Subject.of(country, layout, region, NASTY, List.of("huisarts/fiets", "wo/auto"));
  }

  private static String page(String language, Duiding duiding) {
    var subject = subject();
    return new Pages(Texts.of(language))
        .region(subject, new ZoneShapes(subject.country().zones()), duiding, NASTY);
  }

  private static JsonNode data(String page) throws JsonProcessingException {
    var matcher =
        Pattern.compile("(?s)<script type=\"application/json\" id=\"peil-data\">(.*?)</script>")
            .matcher(page);
    assertThat(matcher.find()).isTrue();
    return new ObjectMapper().readTree(matcher.group(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void namesAreTextWhateverStandsInThem(String language) throws Exception {
    var page = page(language, new Duiding("", NASTY, NASTY));

    assertThat(page).doesNotContain("<script>alert").startsWith("<!doctype html>");
    assertThat(page).contains("<html lang=\"" + language + "\">").contains("&lt;script&gt;alert(");
    var scripts = SCRIPT.matcher(page).results().toList();
    assertThat(scripts).hasSize(3);
    assertThat(data(page).at("/region/name").textValue()).isEqualTo(NASTY);
    assertThat(data(page).at("/zones/name/0").textValue()).isEqualTo(NASTY);
  }

  @Test
  void thePageMayRunItsOwnScriptsAndLoadNothing() throws Exception {
    var page = page("nl", Duiding.of("[weg](https://example.org) ![x](https://example.org/x.png)"));
    var policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(page);
    assertThat(policy.find()).isTrue();

    assertThat(policy.group(1)).startsWith("default-src &#39;none&#39;; script-src &#39;sha256-");
    for (var script : SCRIPT.matcher(page).results().skip(1).toList()) {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
      assertThat(policy.group(1).replace("&#43;", "+").replace("&#x2F;", "/"))
          .contains("sha256-" + Base64.getEncoder().encodeToString(hash));
    }
    assertThat(page).doesNotContain("<link").doesNotContain(" src=\"http://");
    assertThat(page.replaceAll("(?s)<section id=\"duiding\".*?</section>", ""))
        .doesNotContain(" src=\"https");
  }

  @Test
  void theDataAreThoseOfTheTables() throws Exception {
    var data = data(page("nl", Duiding.NONE));

    var level = data.at("/level/0");
    assertThat(level.get("share_meeting_norm").doubleValue()).isEqualTo(0.75);
    assertThat(level.get("persons_below_norm").doubleValue()).isEqualTo(251.0);
    assertThat(level.get("gap_to_national").doubleValue()).isEqualTo(-0.05);
    var values = data.at("/values/fiets/huisarts");
    assertThat(values.at("/minutes/0").doubleValue()).isEqualTo(7.3);
    assertThat(values.at("/minutes/1").isNull()).isTrue();
    assertThat(values.get("meets").textValue()).isEqualTo("10");
    assertThat(values.get("choice").textValue()).isEqualTo("20");
    assertThat(data.at("/zones/population/1").doubleValue()).isEqualTo(502 * 0.5);
    assertThat(data.at("/zones/border").textValue()).isEqualTo("10");
  }

  @Test
  void sentencesSayWhatTheNumbersSay() {
    var page = page("nl", Duiding.NONE);

    assertThat(page)
        .contains(
            "bereikt 75% met de fiets een huisarts binnen de norm van 15 minuten; 250 mensen niet")
        .contains("Met de fiets: huisarts, 250 mensen (25%) buiten de norm van 15 minuten")
        .contains("5,0 procentpunt minder mensen binnen de norm (75,0% tegen 80,0%)")
        .contains("De normen in dit rapport zijn voorbeelden")
        .contains("1 zone ligt dicht bij de landsgrens")
        .contains("oneigenlijke vergelijking");
  }

  @Test
  void whatIsMissingIsSaid() {
    var texts = Texts.of("nl");
    var page = page("nl", Duiding.NONE);

    for (var key :
        List.of(
            "gap.barriers",
            "gap.effective",
            "gap.forecasts",
            "gap.welfare",
            "gap.goals",
            "gap.places",
            "gap.around",
            "duiding.empty")) {
      assertThat(page).as(key).contains(texts.text(key));
    }
    assertThat(page).contains(texts.text("gap.shapes.more", 2));
  }

  @Test
  void aListFindsRegionsByEveryName() throws Exception {
    var page =
        new Pages(Texts.of("nl"))
            .index(
                IndexView.regions(
                    "gemeente", List.of(subject()), List.of("dorp.html"), Texts.of("nl")));

    assertThat(page).contains("<a href=\"dorp.html\">&quot;&gt;&lt;script&gt;").contains("75%");
    var search =
        Pattern.compile("(?s)id=\"peil-index\">(.*?)</script>").matcher(page).results().findFirst();
    assertThat(new ObjectMapper().readTree(search.orElseThrow().group(1)).get(0).textValue())
        .contains(NASTY, "GM<1>");
  }
}
