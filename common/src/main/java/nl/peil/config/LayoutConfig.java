package nl.peil.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A region layout: polygons, or a list of members that are zones or regions of another layout.
 *
 * @param layout name of the layout
 * @param polygons polygons with the columns region and optionally region_name; null for a list
 * @param names table with the columns region and region_name, for polygons without names; null:
 *     there is none
 * @param list list with the columns member, region and optionally region_name; null for polygons
 * @param memberOf what the members of the list are: {@code zones} or the name of another layout;
 *     null for polygons
 * @param partition the layout claims that everybody lives in exactly one region
 * @param validFrom first day
 * @param validTo last day
 * @param status vastgesteld, indicatief or onvolledig
 * @param source where it comes from
 * @param fromCatalogue the catalogue says what its regions are: no polygons and no list; status and
 *     source are those of each region
 */
public record LayoutConfig(
    String layout,
    @Nullable GeoFile polygons,
    @Nullable SourceFile names,
    @Nullable SourceFile list,
    @Nullable String memberOf,
    boolean partition,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    String status,
    String source,
    boolean fromCatalogue) {

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
    SourceFile names = null;
    if (polygonsSection != null) {
      polygons = SourceSections.geo(polygonsSection, List.of("region"), List.of("region_name"));
      var namesSection = polygonsSection.optionalChild("names");
      if (namesSection != null) {
        names = SourceSections.file(namesSection, List.of("region", "region_name"), List.of());
        namesSection.done();
      }
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
            names,
            list,
            memberOf,
            section.flag("partition", false),
            section.optionalParsed("valid_from", LayoutConfig::date),
            section.optionalParsed("valid_to", LayoutConfig::date),
            status,
            section.text("source", ""),
            false);
    section.done();
    return layout;
  }

  /** The layouts of the configuration, those of the catalogue last. */
  static List<LayoutConfig> readAll(Section root, @Nullable CatalogueConfig catalogue) {
    var layouts =
        new ArrayList<>(root.children("layouts").stream().map(LayoutConfig::read).toList());
    var listed = catalogue == null ? List.<String>of() : catalogue.layouts();
    for (var name : listed) {
      if (layouts.stream().anyMatch(layout -> layout.layout().equals(name))) {
        root.problem(
            "catalogue",
            "layout '"
                + name
                + "' stands under layouts or here already: one name is one set of regions; leave one"
                + " out, or give that under layouts another name");
      } else {
        layouts.add(LayoutConfig.ofCatalogue(name));
      }
    }
    return List.copyOf(layouts);
  }

  /** Adds what is wrong with layouts together to the problems. */
  static void checkTogether(List<LayoutConfig> layouts, Section root) {
    var names = new HashSet<String>();
    for (var layout : layouts) {
      if (!names.add(layout.layout())) {
        root.problem("layouts", "layout '" + layout.layout() + "' stands here twice");
      }
      var of = layout.memberOf();
      if (of == null || of.equals("zones")) {
        continue;
      }
      var target = layouts.stream().filter(other -> other.layout().equals(of)).findFirst();
      if (target.isEmpty() || target.get().polygons() == null) {
        root.problem(
            "layouts",
            "layout '"
                + layout.layout()
                + "' lists members of '"
                + of
                + "', which is not 'zones' or a layout with polygons");
      }
    }
  }

  /** A layout of the catalogue. */
  static LayoutConfig ofCatalogue(String name) {
    return new LayoutConfig(
        name, null, null, null, null, false, null, null, "vastgesteld", "catalogue", true);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is not a date like 2024-01-01", e);
    }
  }
}
