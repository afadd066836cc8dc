/** The command measure: any matrix, any zones, without a configuration. */
@org.jspecify.annotations.NullMarked
package nl.peil.jobs.measure;
