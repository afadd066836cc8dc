/** What readers call the keys of tables and configuration, in Dutch and in English. */
@org.jspecify.annotations.NullMarked
package nl.peil.jobs.words;
