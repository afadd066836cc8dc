/** Fingerprints, lineage, the plan of what is stale and why, and the run log. */
@org.jspecify.annotations.NullMarked
package nl.peil.run;
