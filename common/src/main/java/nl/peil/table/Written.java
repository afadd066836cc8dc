package nl.peil.table;

import java.util.Map;

/**
 * What a write did.
 *
 * @param version version of the Delta table after the write
 * @param rows rows written
 * @param bytes bytes of the files written
 * @param bySlice rows of each slice that was replaced; empty for rows that were appended
 */
public record Written(long version, long rows, long bytes, Map<Slice, Long> bySlice) {}
