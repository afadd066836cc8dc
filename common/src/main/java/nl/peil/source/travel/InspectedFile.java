package nl.peil.source.travel;

/**
 * A travel-time file that was inspected and is to be loaded.
 *
 * @param uri full address, as Hadoop reads it
 * @param format how it is written: the description that it was inspected with
 * @param inspection what was found; its splits and duplicate rows are used
 */
public record InspectedFile(String uri, TravelFormat format, Inspection inspection) {}
