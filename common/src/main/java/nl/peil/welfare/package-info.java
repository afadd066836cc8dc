/** Brede welvaart: how regions stand among their peers, and how indicators go with access. */
@org.jspecify.annotations.NullMarked
package nl.peil.welfare;
