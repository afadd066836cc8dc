/** The command line: arguments, progress, what a person sees. */
@org.jspecify.annotations.NullMarked
package nl.peil.jobs.cli;
