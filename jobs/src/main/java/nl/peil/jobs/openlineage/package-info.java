/** What a run does, told in OpenLineage events to a file or an address. */
@org.jspecify.annotations.NullMarked
package nl.peil.jobs.openlineage;
