/** A generator of a small fictional delivery, for demonstration, tests and benchmarks. */
@org.jspecify.annotations.NullMarked
package nl.peil.jobs.sample;
