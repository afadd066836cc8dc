package nl.peil.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import nl.peil.model.ScenarioYear;
import org.jspecify.annotations.Nullable;

/**
 * A region layout: polygons, or a list of members that are zones or regions of another layout.
 *
 * @param layout name of the layout
 * @param polygons polygons with the columns region and optionally region_name; null for a list
 * @param list list with the columns member, region and optionally region_name; null for polygons
 * @param memberOf what the members of the list are: {@code zones} or the name of another layout;
 *     null for polygons
 * @param partition the layout claims that everybody lives in exactly one region
 * @param validFrom first day
 * @param validTo last day
 * @param scenarios scenario-years that it is for, such as those after a merger; empty: all
 * @param status vastgesteld, indicatief or onvolledig
 * @param source where it comes from
 */
public record LayoutConfig(
    String layout,
    @Nullable GeoFile polygons,
    @Nullable SourceFile list,
    @Nullable String memberOf,
    boolean partition,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    List<ScenarioYear> scenarios,
    String status,
    String source) {

  /** Name of the layout that is always there: the whole delivery as one region. */
  public static final String DELIVERY = "delivery";

  /** Reads an entry of {@code layouts}. */
  static LayoutConfig read(Section section) {
    var name = section.parsed("layout", SourceSections::key);
    if (DELIVERY.equals(name)) {
      section.problem(
          "layout",
          "'delivery' is the name of the layout with the whole delivery as one region, which is"
              + " always made; choose another name");
    }
    if (BarrierSourceConfig.ZONE.equals(name) || BarrierSourceConfig.CELL.equals(name)) {
      section.problem(
          "layout", "'" + name + "' says of barriers what a row is about; choose another name");
    }
    var polygonsSection = section.optionalChild("polygons");
    GeoFile polygons = null;
    if (polygonsSection != null) {
      polygons = SourceSections.geo(polygonsSection, List.of("region"), List.of("region_name"));
      polygonsSection.done();
    }
    var listSection = section.optionalChild("list");
    SourceFile list = null;
    String memberOf = null;
    if (listSection != null) {
      list = SourceSections.file(listSection, List.of("member", "region"), List.of("region_name"));
      memberOf = listSection.text("of");
      listSection.done();
    }
    if ((polygons == null) == (list == null)) {
      section.problem("layout", "a layout has either polygons or a list");
    }
    var status = section.text("status", "vastgesteld");
    if (!List.of("vastgesteld", "indicatief", "onvolledig").contains(status)) {
      section.problem(
          "status", "'" + status + "' is not one of vastgesteld, indicatief, onvolledig");
    }
    var layout =
        new LayoutConfig(
            name == null ? "" : name,
            polygons,
            list,
            memberOf,
            section.flag("partition", false),
            section.optionalParsed("valid_from", LayoutConfig::date),
            section.optionalParsed("valid_to", LayoutConfig::date),
            scenarios(section),
            status,
            section.text("source", ""));
    section.done();
    return layout;
  }

  private static List<ScenarioYear> scenarios(Section section) {
    var years = new ArrayList<ScenarioYear>();
    for (var text : section.texts("scenarios")) {
      try {
        years.add(ScenarioYear.parse(text));
      } catch (IllegalArgumentException e) {
        section.problem("scenarios", String.valueOf(e.getMessage()));
      }
    }
    return List.copyOf(years);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is not a date like 2024-01-01", e);
    }
  }
}
