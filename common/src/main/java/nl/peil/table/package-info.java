/** The catalogue of tables, how a derived table is declared, and the Delta store. */
@org.jspecify.annotations.NullMarked
package nl.peil.table;
