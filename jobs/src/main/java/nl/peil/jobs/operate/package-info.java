/** What tells machines of a run: its summary, its metrics, and whether all is well. */
@org.jspecify.annotations.NullMarked
package nl.peil.jobs.operate;
