package nl.peil.source.omx;

import io.jhdf.exceptions.UnsupportedHdfException;
import java.util.Arrays;
import java.util.stream.Collectors;
import nl.peil.quality.RejectedFileException;

/** Says why an OMX file is rejected. */
final class Rejections {

  /** What matrices are meant for. */
  private static final String TABLE = "travel_times";

  private Rejections() {}

  static RejectedFileException reject(String rule, String file, String message, String advice) {
    return new RejectedFileException(rule, TABLE, file, 0, message, advice);
  }

  /** For what the HDF5 library cannot make sense of. */
  static RejectedFileException unreadable(String file, String what, RuntimeException failure) {
    Throwable root = failure;
    for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    boolean unsupported = root instanceof UnsupportedHdfException;
    var rejection =
        reject(
            unsupported ? "unsupported_hdf5" : "broken_hdf5",
            file,
            "expected HDF5 that can be read, could not read %s: %s"
                .formatted(what, root.getMessage() == null ? root : root.getMessage()),
            unsupported
                ? "write the file again in the layout of HDF5 1.10 or older (h5py: libver='earliest'),"
                    + " with zlib or without compression"
                : "transfer the file again; what can be read of it is not used");
    rejection.initCause(failure);
    return rejection;
  }

  /** Dimensions as people write them: 8 x 9. */
  static String shape(int... dimensions) {
    return dimensions.length == 0
        ? "of one value"
        : Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
  }
}
