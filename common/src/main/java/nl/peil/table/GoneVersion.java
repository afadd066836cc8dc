package nl.peil.table;

import java.io.FileNotFoundException;
import java.util.List;
import org.apache.spark.SparkThrowable;

/** Tells when a table could not be read as it was, because VACUUM took that version away. */
public final class GoneVersion {

  /** Conditions under which Delta and Spark report it: the log is gone, or the files are. */
  private static final List<String> CONDITIONS =
      List.of(
          "DELTA_VERSION_NOT_FOUND",
          "DELTA_NO_RECREATABLE_HISTORY_FOUND",
          "DELTA_LOG_FILE_NOT_FOUND",
          "DELTA_CANNOT_RECONSTRUCT_VERSION",
          "DELTA_TRUNCATED_TRANSACTION_LOG",
          "DELTA_UNSUPPORTED_TIME_TRAVEL_BEYOND_DELETED_FILE_RETENTION_DURATION",
          "FAILED_READ_FILE.FILE_NOT_EXIST");

  private GoneVersion() {}

  /** True when that is why reading failed. */
  public static boolean isCauseOf(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof FileNotFoundException
          || e.getClass().getSimpleName().equals("VersionNotFoundException")
          || (e instanceof SparkThrowable known && CONDITIONS.contains(known.getCondition()))) {
        return true;
      }
    }
    return false;
  }
}
