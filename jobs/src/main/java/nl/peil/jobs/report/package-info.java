/** Reports that people read: one page per region, made from the tables and from nothing else. */
@NullMarked
package nl.peil.jobs.report;

import org.jspecify.annotations.NullMarked;
