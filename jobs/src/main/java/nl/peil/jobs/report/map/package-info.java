/** The shapes of zones and regions, simplified together and written small. */
@NullMarked
package nl.peil.jobs.report.map;

import org.jspecify.annotations.NullMarked;
