/** Ingest jobs: one thin job per input, from source over quality to table. */
@org.jspecify.annotations.NullMarked
package nl.peil.jobs.ingest;
