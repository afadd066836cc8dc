/** The jobs, their order, and the way to run them. */
@org.jspecify.annotations.NullMarked
package nl.peil.jobs;
