package nl.peil.source.stored;

import java.io.Serializable;

/**
 * A file of pairs as its writer left it.
 *
 * @param path full address
 * @param rows pairs in it
 * @param bytes its size
 * @param firstOrigin smallest zone of origin
 * @param lastOrigin largest zone of origin
 * @param firstDestination smallest zone of destination
 * @param lastDestination largest zone of destination
 */
public record PairFile(
    String path,
    long rows,
    long bytes,
    int firstOrigin,
    int lastOrigin,
    int firstDestination,
    int lastDestination)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
