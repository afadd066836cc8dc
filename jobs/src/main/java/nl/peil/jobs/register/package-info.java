/** Tables and the views of the policy questions in catalogs: Spark's, a Hive metastore, DuckDB. */
@org.jspecify.annotations.NullMarked
package nl.peil.jobs.register;
