/** The words of the field as records and enums; knows no other package. */
@org.jspecify.annotations.NullMarked
package nl.peil.model;
