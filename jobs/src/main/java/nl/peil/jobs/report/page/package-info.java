/** A page: its words, its tables, its data and the templates that put them together. */
@NullMarked
package nl.peil.jobs.report.page;

import org.jspecify.annotations.NullMarked;
