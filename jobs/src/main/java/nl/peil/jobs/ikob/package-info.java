/** Projects of CROW's IKOB: what their folders hold, and the files that their users know. */
@NullMarked
package nl.peil.jobs.ikob;

import org.jspecify.annotations.NullMarked;
