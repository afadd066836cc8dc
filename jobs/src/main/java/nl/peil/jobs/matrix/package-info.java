/** Matrices that are named on the command line, and their conversion into other formats. */
@org.jspecify.annotations.NullMarked
package nl.peil.jobs.matrix;
