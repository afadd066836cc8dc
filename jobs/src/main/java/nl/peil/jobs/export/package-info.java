/** The command export: tables and maps in files for people and their programs. */
@org.jspecify.annotations.NullMarked
package nl.peil.jobs.export;
