package nl.peil.config;

import java.util.List;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * Travel-time matrices in one format.
 *
 * @param file the tables; columns: origin, destination, minutes and optionally km
 * @param scenario literal; null: from the path
 * @param year literal; null: from the path
 * @param mode literal; null: from the path
 * @param period literal; null: from the path
 * @param unreachable values of minutes that mean: cannot be reached
 * @param blankUnreachable a blank or NaN means: cannot be reached
 * @param maxMinutes longer times are errors
 */
public record TravelTimesConfig(
    SourceFile file,
    @Nullable String scenario,
    @Nullable Integer year,
    @Nullable Mode mode,
    @Nullable Period period,
    List<Double> unreachable,
    boolean blankUnreachable,
    double maxMinutes) {}
