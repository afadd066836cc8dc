package nl.peil.source;

import java.util.Map;

/**
 * A file of a delivery.
 *
 * @param path path relative to the folder of the delivery, with forward slashes
 * @param uri full address, as Hadoop and Spark read it
 * @param size bytes
 * @param modifiedMillis time of last change, milliseconds since 1970
 * @param values values of the named parts of the pattern that found it
 */
public record FoundFile(
    String path, String uri, long size, long modifiedMillis, Map<String, String> values) {}
