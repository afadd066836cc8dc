package nl.peil.jobs.report.facts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Brede welvaart of the regions of a layout, by code of the region.
 *
 * @param indicators indicators beside the country and the regions of the same layout
 * @param relations indicators beside access
 */
public record Welfare(
    Map<String, List<Indicator>> indicators, Map<String, List<Relation>> relations) {

  /**
   * An indicator.
   *
   * @param indicator key
   * @param label name for readers
   * @param dimension dimension
   * @param year year
   * @param value value; null with a reason
   * @param unit unit; may be empty
   * @param direction higher_better, lower_better or none
   * @param basis as delivered, or what it was aggregated from
   * @param covered share of the people in areas with a value
   * @param national value of the country
   * @param difference value - national
   * @param zScore standard deviations above the mean of the peers
   * @param percentile share of the peers with a lower value
   * @param peers regions of the layout with a value
   * @param suppliedBy who supplied it
   * @param source where it comes from; may be empty
   * @param reason why there is no value; null when there is
   */
  public record Indicator(
      String indicator,
      String label,
      String dimension,
      int year,
      @Nullable Double value,
      String unit,
      String direction,
      String basis,
      @Nullable Double covered,
      @Nullable Double national,
      @Nullable Double difference,
      @Nullable Double zScore,
      @Nullable Double percentile,
      @Nullable Double peers,
      String suppliedBy,
      String source,
      @Nullable String reason) {}

  /**
   * An indicator beside access.
   *
   * @param indicator key of the indicator
   * @param suppliedBy who supplied it
   * @param service service
   * @param mode mode
   * @param percentile position of the indicator among the regions of the layout
   * @param sharePercentile position of the share of people within the norm
   * @param areas what the correlations are over
   * @param n areas of the region
   * @param correlation rank correlation over them
   * @param low lower end of its interval
   * @param high upper end
   * @param tooFew n is too small to conclude anything
   * @param countryN areas of the country
   * @param countryCorrelation rank correlation over them
   * @param countryLow lower end of its interval
   * @param countryHigh upper end
   * @param countryTooFew countryN is too small to conclude anything
   */
  public record Relation(
      String indicator,
      String suppliedBy,
      String service,
      String mode,
      @Nullable Double percentile,
      @Nullable Double sharePercentile,
      String areas,
      double n,
      @Nullable Double correlation,
      @Nullable Double low,
      @Nullable Double high,
      boolean tooFew,
      double countryN,
      @Nullable Double countryCorrelation,
      @Nullable Double countryLow,
      @Nullable Double countryHigh,
      boolean countryTooFew) {}

  /**
   * Reads a layout.
   *
   * @param pairs service and mode that indicators are put beside, as huisarts/lopen
   */
  static Welfare read(StoredTables tables, Scope scope, String layout, List<String> pairs) {
    return new Welfare(indicators(tables, layout), relations(tables, scope, layout, pairs));
  }

  private static Map<String, List<Indicator>> indicators(StoredTables tables, String layout) {
    return tables
        .rows(
            "welfare_indicators",
            Slice.of("layout", layout),
            "region",
            "indicator",
            "label",
            "dimension",
            "year",
            "value",
            "unit",
            "direction",
            "basis",
            "weight_covered",
            "national_value",
            "difference",
            "z_score",
            "percentile",
            "peers",
            "supplied_by",
            "source",
            "reason")
        .stream()
        .collect(
            Collectors.groupingBy(
                line -> line.text("region"),
                Collectors.mapping(Welfare::indicator, Collectors.toList())));
  }

  private static Indicator indicator(Line line) {
    return new Indicator(
        line.text("indicator"),
        line.text("label"),
        line.text("dimension"),
        line.whole("year"),
        line.optional("value"),
        line.text("unit"),
        line.text("direction"),
        line.text("basis"),
        line.optional("weight_covered"),
        line.optional("national_value"),
        line.optional("difference"),
        line.optional("z_score"),
        line.optional("percentile"),
        line.optional("peers"),
        line.text("supplied_by"),
        line.text("source"),
        line.optionalText("reason"));
  }

  private static Map<String, List<Relation>> relations(
      StoredTables tables, Scope scope, String layout, List<String> pairs) {
    if (pairs.isEmpty()) {
      return Map.of();
    }
    var either =
        pairs.stream()
            .map(pair -> pair.split("/", -1))
            .map(
                pair ->
                    "(service = '%s' AND mode = '%s')"
                        .formatted(pair[0].replace("'", "\\'"), pair[1].replace("'", "\\'")))
            .collect(Collectors.joining(" OR "));
    return tables
        .select(
            "welfare_relation",
            scope.slice(layout),
            "period = '%s' AND (%s)".formatted(scope.period(), either),
            "region",
            "indicator",
            "supplied_by",
            "service",
            "mode",
            "percentile",
            "share_percentile",
            "area_layout",
            "n",
            "correlation",
            "ci_low",
            "ci_high",
            "too_few",
            "country_n",
            "country_correlation",
            "country_ci_low",
            "country_ci_high",
            "country_too_few")
        .stream()
        .collect(
            Collectors.groupingBy(
                line -> line.text("region"),
                Collectors.mapping(Welfare::relation, Collectors.toList())));
  }

  private static Relation relation(Line line) {
    return new Relation(
        line.text("indicator"),
        line.text("supplied_by"),
        line.text("service"),
        line.text("mode"),
        line.optional("percentile"),
        line.optional("share_percentile"),
        line.text("area_layout"),
        line.number("n"),
        line.optional("correlation"),
        line.optional("ci_low"),
        line.optional("ci_high"),
        Boolean.TRUE.equals(line.optionalFlag("too_few")),
        line.number("country_n"),
        line.optional("country_correlation"),
        line.optional("country_ci_low"),
        line.optional("country_ci_high"),
        Boolean.TRUE.equals(line.optionalFlag("country_too_few")));
  }
}
