/** IKOB on a project of national size, in a process of its own. */
@org.jspecify.annotations.NullMarked
package nl.peil.bench.ikob;
