/** A contest between ways to do the same: rounds, times, agreement of answers, report. */
@org.jspecify.annotations.NullMarked
package nl.peil.bench.harness;
