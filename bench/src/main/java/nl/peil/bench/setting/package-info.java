/** What the contestants work on: a delivery, configurations, folders of tables. */
@org.jspecify.annotations.NullMarked
package nl.peil.bench.setting;
