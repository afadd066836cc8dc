package nl.peil.run;

/**
 * What a file was when it was read.
 *
 * @param path path relative to the delivery
 * @param size bytes
 * @param modifiedMillis time of last change, milliseconds since 1970
 * @param sha256 hash of the content, hexadecimal
 */
public record Fingerprint(String path, long size, long modifiedMillis, String sha256) {}
