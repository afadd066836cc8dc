package nl.peil.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Income per zone, by which people are ranked from poor to rich.
 *
 * @param file the table, one file; columns: zone, income
 * @param year what it describes; null when it is not said
 * @param source where it comes from
 */
public record IncomeConfig(SourceFile file, @Nullable Integer year, String source) {

  /** Reads {@code income}. */
  static IncomeConfig read(Section section) {
    var file = SourceSections.file(section, List.of("zone", "income"), List.of());
    if (!file.path().isLiteral()) {
      section.problem(
          "path",
          "name one file, without { } and *: people have one ranking, whatever the scenario and year");
    }
    var income =
        new IncomeConfig(file, section.optionalInteger("year"), section.text("source", ""));
    section.done();
    return income;
  }
}
