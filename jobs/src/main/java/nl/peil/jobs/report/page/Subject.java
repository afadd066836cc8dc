package nl.peil.jobs.report.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nl.peil.jobs.report.facts.Country;
import nl.peil.jobs.report.facts.Layout;
import nl.peil.jobs.report.facts.Level;
import nl.peil.jobs.report.facts.Levels;
import nl.peil.jobs.report.facts.Region;
import nl.peil.jobs.report.facts.Regions;
import nl.peil.model.Mode;
import org.jspecify.annotations.Nullable;

/**
 * The region that a page is about, with what it is compared with.
 *
 * @param country what all pages share
 * @param layout the layout of the region
 * @param region the region
 * @param around the region of another layout where most of its people live; null: none
 * @param countryName what all people together are called
 * @param keyFigures service and mode of the figures that stand first, as huisarts/lopen
 */
public record Subject(
    Country country,
    Layout layout,
    Region region,
    @Nullable Region around,
    String countryName,
    List<String> keyFigures) {

  /** The services of the regional accessibility analysis, in the order of a life. */
  private static final List<String> SERVICES =
      List.of("bo", "vo", "mbo", "hbo", "wo", "huisarts", "eerstehulp", "supermarkt", "banen");

  /** A region of a layout. */
  public static Subject of(
      Country country, Layout layout, Region region, String countryName, List<String> keyFigures) {
    var around =
        country.neighbours().stream().anyMatch(other -> other.layout().equals(region.layout()))
            ? null
            : Regions.around(region, country.neighbours()).orElse(null);
    return new Subject(country, layout, region, around, countryName, keyFigures);
  }

  /** Access of the region, services and modes in their usual order. */
  List<Level> levels() {
    var all = layout.levels().of(region.code());
    var sorted = new ArrayList<Level>();
    for (var service : services()) {
      for (var mode : modes()) {
        Levels.find(all, mode, service).ifPresent(sorted::add);
      }
    }
    return sorted;
  }

  /** Access of the region around it; none when there is none. */
  List<Level> levelsAround() {
    return around == null ? List.of() : country.neighbourLevels().of(around.code());
  }

  /** Modes that the region has numbers of, in their usual order. */
  List<String> modes() {
    return ordered(
        Mode.keys(), layout.levels().of(region.code()).stream().map(Level::mode).toList());
  }

  /** Services that the region has numbers of, in their usual order, own ones after. */
  List<String> services() {
    return ordered(
        SERVICES, layout.levels().of(region.code()).stream().map(Level::service).toList());
  }

  private static List<String> ordered(List<String> usual, List<String> present) {
    var found = new LinkedHashSet<String>();
    usual.stream().filter(present::contains).forEach(found::add);
    present.stream().sorted().forEach(found::add);
    return List.copyOf(found);
  }

  /** The rows of the key figures that there are. */
  List<Level> keyLevels() {
    var all = layout.levels().of(region.code());
    return keyFigures.stream()
        .map(text -> text.split("/", -1))
        .map(parts -> Levels.find(all, parts[1], parts[0]))
        .flatMap(Optional::stream)
        .filter(level -> level.shareMeetingNorm() != null)
        .toList();
  }

  /** Persons of the region in the scenario-year; of the base population when no row tells it. */
  double population() {
    return layout.levels().of(region.code()).stream()
        .mapToDouble(Level::population)
        .max()
        .orElse(region.members().population());
  }
}
