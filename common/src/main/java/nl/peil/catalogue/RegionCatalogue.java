package nl.peil.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Regions, members and goals of the catalogue.
 *
 * @param regions lines of regions.csv
 * @param members lines of members.csv
 * @param goals lines of goals.csv; empty when there is no such file
 */
public record RegionCatalogue(
    List<CatalogueRegion> regions, List<CatalogueMember> members, List<CatalogueGoal> goals) {

  /** No catalogue. */
  public static final RegionCatalogue NONE = new RegionCatalogue(List.of(), List.of(), List.of());

  /** Names of its layouts, those that only add names to a delivered layout apart. */
  public List<String> layouts() {
    return regions.stream()
        .filter(region -> region.basis() != Basis.DELIVERED)
        .map(CatalogueRegion::layout)
        .distinct()
        .toList();
  }

  /** Its regions of a layout, those that only add names to a delivered layout included. */
  public List<CatalogueRegion> regions(String layout) {
    return regions.stream().filter(region -> region.layout().equals(layout)).toList();
  }

  /** Its members of a layout. */
  public List<CatalogueMember> members(String layout) {
    return members.stream().filter(member -> member.layout().equals(layout)).toList();
  }

  /** The layouts that members of a layout are regions of; {@code zones} when some are zones. */
  public List<String> memberLayouts(String layout) {
    return members(layout).stream().map(CatalogueMember::memberLayout).distinct().toList();
  }

  /**
   * All that the catalogue says of a layout, a line for a region and for a member: it changes when
   * and only when what is made of the layout may change.
   */
  public String content(String layout) {
    return Stream.concat(
            regions(layout).stream()
                .map(
                    r ->
                        String.join(
                            ";",
                            r.region(),
                            r.name(),
                            String.join("|", r.aliases()),
                            r.status(),
                            r.basis().key(),
                            r.source(),
                            r.note())),
            members(layout).stream()
                .map(m -> String.join(";", m.region(), m.memberLayout(), m.member())))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /**
   * The regions of the catalogue that a goal is about.
   *
   * @param text {@code layout:name}, {@code layout:*} or a name; name, alias or code, whatever the
   *     case of its letters
   * @return empty when the catalogue has none, as of regions that come with a delivery
   */
  public List<CatalogueRegion> find(String text) {
    int colon = text.indexOf(':');
    var layout = colon < 0 ? "" : text.substring(0, colon).strip();
    var name = text.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
    return regions.stream()
        .filter(region -> layout.isEmpty() || region.layout().equals(layout))
        .filter(
            region ->
                (name.equals("*") && !layout.isEmpty())
                    || region.region().equals(name)
                    || Stream.concat(Stream.of(region.name()), region.aliases().stream())
                        .anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(name)))
        .toList();
  }
}
