/** The typed configuration: HOCON in, validated records out. */
@org.jspecify.annotations.NullMarked
package nl.peil.config;
