package nl.peil.table;

/**
 * What a write did.
 *
 * @param version version of the Delta table after the write
 * @param rows rows written
 * @param bytes bytes of the files written
 */
public record Written(long version, long rows, long bytes) {}
