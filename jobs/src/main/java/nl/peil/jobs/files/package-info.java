/** Files beside the tables that are there as a whole or not at all. */
@org.jspecify.annotations.NullMarked
package nl.peil.jobs.files;
