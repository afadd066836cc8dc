/** Contest: measures of accessibility over the same Parquet files. */
@org.jspecify.annotations.NullMarked
package nl.peil.bench.access;
