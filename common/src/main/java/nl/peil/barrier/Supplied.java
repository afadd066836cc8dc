package nl.peil.barrier;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody supplied of an indicator, for a zone.
 *
 * @param value the value; null when it was withheld or not filled in
 * @param suppressed withheld by the publisher
 * @param basis what it was supplied for
 * @param suppliedBy who supplied it
 * @param regional a region's supplement or correction; false: national
 * @param peildatum date that it describes
 */
public record Supplied(
    @Nullable Double value,
    boolean suppressed,
    Basis basis,
    String suppliedBy,
    boolean regional,
    LocalDate peildatum) {

  /**
   * The one that counts first: a value before none, then a zone before its cells before a region
   * that it lies in, then regional before national, then the latest. Who supplied it comes last and
   * only makes the order the same everywhere.
   */
  public static final Comparator<Supplied> FIRST =
      Comparator.comparing((Supplied row) -> row.value() == null)
          .thenComparing(Supplied::basis)
          .thenComparing(row -> !row.regional())
          .thenComparing(Comparator.comparing(Supplied::peildatum).reversed())
          .thenComparing(Supplied::suppliedBy);

  /** True when by the rules neither goes before the other. */
  boolean ranksWith(Supplied other) {
    return (value == null) == (other.value() == null)
        && basis.equals(other.basis())
        && regional == other.regional()
        && peildatum.equals(other.peildatum());
  }
}
