/** Small pieces on their own: kernel, parser, quantiles. */
@org.jspecify.annotations.NullMarked
package nl.peil.bench.jmh;
