package nl.peil.catalogue;

/**
 * A line of members.csv.
 *
 * @param line line of the file, from 1
 * @param layout region layout
 * @param region code of the region that it belongs to
 * @param memberLayout layout that the member is a region of, or {@code zones}
 * @param member code of the member
 * @param name its name, for readers
 * @param basis how sure it is: stated or public
 */
public record CatalogueMember(
    long line,
    String layout,
    String region,
    String memberLayout,
    String member,
    String name,
    Basis basis) {

  /** What members are called that are zones and not regions of a layout. */
  public static final String ZONES = "zones";

  /** layout/region, the key of a region over all layouts. */
  public String key() {
    return layout + "/" + region;
  }
}
