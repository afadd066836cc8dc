package nl.peil.model;

/**
 * What can be relied on of a measure, a decay or a statistic: stands with its class, and is what
 * the list of measures and the method page are made of.
 *
 * @param formula the formula, in the symbols of the method page: O opportunities, P demand, t
 *     minutes from origin to destination, f the decay
 * @param unit unit of the value
 * @param range smallest and largest value, and what stands where there is none
 * @param monotonicity how the value moves when times, opportunities or parameters do
 * @param source where the formula comes from
 */
public record Contract(
    String formula, String unit, String range, String monotonicity, String source) {}
