package nl.peil.catalogue;

import java.util.List;

/**
 * What the catalogue has to know of a line of goals.csv.
 *
 * @param line line of the file, from 1
 * @param goal key of the goal; sources that contradict each other share it
 * @param regions where it holds: {@code layout:name}, {@code layout:*} for all regions of a layout,
 *     or a name of which the file does not say the layout
 * @param contradiction what another source says; empty: nothing
 */
public record CatalogueGoal(long line, String goal, List<String> regions, String contradiction) {}
