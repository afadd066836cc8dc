package nl.peil.config;

import java.util.List;
import java.util.regex.Pattern;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import nl.peil.model.ScenarioYear;
import org.jspecify.annotations.Nullable;

/**
 * The reports that people read.
 *
 * @param layouts layouts whose regions get a report when a run ends; empty: none, only when the
 *     command report is given
 * @param compareWith layout to compare regions with, each with the region where most of its people
 *     live; empty: none
 * @param language nl or en
 * @param now scenario-year of the facts; null: that of the base population
 * @param period part of the day; null: the first that there is of spits, dal, etmaal
 * @param country what all people of the delivery together are called, e.g. Nederland; empty: as the
 *     language has it
 * @param keyFigures service and mode of the figures that stand first, as huisarts/lopen
 * @param duiding file with the interpretation of a region itself, relative to the configuration,
 *     with {layout} and {region} (the name of the page) for those of the region; null: none
 */
public record ReportConfig(
    List<String> layouts,
    String compareWith,
    String language,
    @Nullable ScenarioYear now,
    @Nullable Period period,
    String country,
    List<String> keyFigures,
    @Nullable String duiding) {

  /** What is meant when nothing is said. */
  public static final ReportConfig DEFAULT =
      new ReportConfig(
          List.of(),
          "",
          "nl",
          null,
          null,
          "",
          List.of("huisarts/lopen", "vo/fiets", "eerstehulp/auto", "banen/ov_lopen"),
          null);

  private static final List<String> LANGUAGES = List.of("nl", "en");
  private static final Pattern KEY_FIGURE = Pattern.compile("[^/]+/[^/]+");
  private static final int MOST_FIGURES = 6;

  /** Reads {@code report}. */
  static ReportConfig read(Section section) {
    var language = section.text("language", DEFAULT.language());
    if (!LANGUAGES.contains(language)) {
      section.problem("language", "expected one of " + LANGUAGES + ", got '" + language + "'");
    }
    var figures = section.has("key_figures") ? section.texts("key_figures") : null;
    if (figures != null) {
      check(section, figures);
    }
    var config =
        new ReportConfig(
            section.texts("layouts"),
            section.text("compare_with", ""),
            language,
            section.optionalParsed("scenario_year", ScenarioYear::parse),
            section.optionalParsed("period", Period::of),
            section.text("country", ""),
            figures == null ? DEFAULT.keyFigures() : figures,
            section.optionalText("duiding"));
    section.done();
    return config;
  }

  /** The same without the layouts: which pages are wanted does not change what stands on one. */
  public ReportConfig ofPages() {
    return new ReportConfig(
        List.of(), compareWith, language, now, period, country, keyFigures, duiding);
  }

  private static void check(Section section, List<String> figures) {
    if (figures.size() > MOST_FIGURES) {
      section.problem(
          "key_figures", "expected at most " + MOST_FIGURES + ", got " + figures.size());
    }
    for (var figure : figures) {
      if (!KEY_FIGURE.matcher(figure).matches()) {
        section.problem(
            "key_figures",
            "expected a service and a mode, as in huisarts/lopen, got '" + figure + "'");
      } else {
        try {
          Mode.of(figure.substring(figure.indexOf('/') + 1));
        } catch (IllegalArgumentException e) {
          section.problem("key_figures", String.valueOf(e.getMessage()));
        }
      }
    }
  }

  /** The layouts that are named must be there. */
  void checkLayouts(List<LayoutConfig> known, Section root) {
    var names = known.stream().map(LayoutConfig::layout).toList();
    for (var layout : layouts) {
      if (!names.contains(layout) && !layout.equals(LayoutConfig.DELIVERY)) {
        root.problem("report", "layouts: '" + layout + "' is not one of the layouts " + names);
      }
    }
    if (!compareWith.isEmpty() && !names.contains(compareWith)) {
      root.problem(
          "report", "compare_with: '" + compareWith + "' is not one of the layouts " + names);
    }
  }
}
