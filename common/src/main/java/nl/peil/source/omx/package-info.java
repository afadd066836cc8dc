/** OMX, the Open Matrix format: square matrices and their zones in an HDF5 file. */
@org.jspecify.annotations.NullMarked
package nl.peil.source.omx;
