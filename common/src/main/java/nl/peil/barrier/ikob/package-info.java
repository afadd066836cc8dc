/** Experienced accessibility as CROW's IKOB has it, zone by zone, without its dense matrices. */
@NullMarked
package nl.peil.barrier.ikob;

import org.jspecify.annotations.NullMarked;
