package nl.peil.catalogue;

import java.util.List;

/**
 * A line of regions.csv.
 *
 * @param line line of the file, from 1
 * @param layout region layout
 * @param region code of the region within its layout
 * @param name name
 * @param aliases other names in use
 * @param provinces names of the provinces that it lies in
 * @param status vastgesteld, indicatief or onvolledig
 * @param basis how sure it is what belongs to it
 * @param source the document, and the place in it
 * @param note what a reader has to know; empty: nothing
 */
public record CatalogueRegion(
    long line,
    String layout,
    String region,
    String name,
    List<String> aliases,
    List<String> provinces,
    String status,
    Basis basis,
    String source,
    String note) {

  /** layout/region, the key of a region over all layouts. */
  public String key() {
    return layout + "/" + region;
  }
}
