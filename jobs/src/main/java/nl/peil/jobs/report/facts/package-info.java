/** What the tables say of a region, read once for all regions of a layout. */
@NullMarked
package nl.peil.jobs.report.facts;

import org.jspecify.annotations.NullMarked;
