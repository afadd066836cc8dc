/** What makes a number change: the parts of the causes. */
@NullMarked
package nl.peil.forecast;

import org.jspecify.annotations.NullMarked;
