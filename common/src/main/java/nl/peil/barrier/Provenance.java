package nl.peil.barrier;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where an indicator of a zone comes from.
 *
 * @param basis what it was supplied for; of several parts the one farthest from the people
 * @param suppliedBy who supplied it; of several parts all of them
 * @param regional any part of it is regional
 * @param peildatum date that it describes; of several parts the earliest
 */
public record Provenance(Basis basis, String suppliedBy, boolean regional, LocalDate peildatum) {

  /** Of the rows that something is made from; null when there are none. */
  public static @Nullable Provenance of(Collection<Supplied> rows) {
    return together(
        rows.stream()
            .map(
                row ->
                    new Provenance(row.basis(), row.suppliedBy(), row.regional(), row.peildatum()))
            .toList());
  }

  /** Of parts together; null when there are none. */
  public static @Nullable Provenance together(List<Provenance> parts) {
    if (parts.isEmpty()) {
      return null;
    }
    return new Provenance(
        parts.stream().map(Provenance::basis).max(Comparator.naturalOrder()).orElseThrow(),
        parts.stream()
            .map(Provenance::suppliedBy)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", ")),
        parts.stream().anyMatch(Provenance::regional),
        parts.stream().map(Provenance::peildatum).min(Comparator.naturalOrder()).orElseThrow());
  }
}
