package nl.peil.jobs.ikob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.peil.barrier.ikob.SkimRow;
import nl.peil.barrier.ikob.SkimRows;
import nl.peil.config.ConfigProblemException;
import nl.peil.quality.RejectedFileException;

/**
 * The skims of a part of day, in memory: 8 bytes per pair and skim, 0.66 GB for five of 4,070
 * zones.
 *
 * @param carMinutes by origin and destination, as all others
 * @param publicTransport kilometres or fares
 * @param fares the former are fares
 * @param additionalCost cent; without rows: none
 */
@SuppressWarnings("ArrayRecordComponent") // read only, compared nowhere
record Skims(
    double[][] carMinutes,
    double[][] carKm,
    double[][] bicycleMinutes,
    double[][] publicTransportMinutes,
    double[][] publicTransport,
    boolean fares,
    double[][] additionalCost)
    implements SkimRows {

  /**
   * Reads the skims, several files at a time.
   *
   * @param zones number of zones that the tables have
   * @param threads files to read at a time
   * @throws ConfigProblemException when a folder or file is not there
   * @throws RejectedFileException when a file is not a square of numbers of so many zones
   */
  static Skims read(Project project, ProjectPaths paths, String partOfDay, int zones, int threads)
      throws IOException, ConfigProblemException, RejectedFileException {
    var folder = paths.find("'skims_directory'", project.skims()).resolve(partOfDay);
    var files = new ArrayList<Path>();
    boolean fares = project.files().fares();
    for (var name :
        List.of(
            "Auto_Tijd",
            "Auto_Afstand",
            "Fiets_Tijd",
            "OV_Tijd",
            fares ? "OV_Kosten" : "OV_Afstand")) {
      files.add(folder.resolve(name + ".csv"));
    }
    var additional = project.files().additionalCost();
    if (!additional.isEmpty()) {
      files.add(paths.find("'additionele_kosten'", additional));
    }
    var squares = squares(files, zones, threads);
    return new Skims(
        squares.get(0),
        squares.get(1),
        squares.get(2),
        squares.get(3),
        squares.get(4),
        fares,
        additional.isEmpty() ? new double[0][] : squares.get(5));
  }

  private static List<double[][]> squares(List<Path> files, int zones, int threads)
      throws IOException, RejectedFileException {
    var executor = Executors.newFixedThreadPool(Math.min(threads, files.size()));
    try {
      var reading = new ArrayList<Future<double[][]>>();
      for (var file : files) {
        Callable<double[][]> read = () -> square(file, zones);
        reading.add(executor.submit(read));
      }
      var squares = new ArrayList<double[][]>();
      for (var each : reading) {
        squares.add(each.get());
      }
      return squares;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while skims were read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RejectedFileException rejected) {
        throw rejected;
      }
      if (e.getCause() instanceof RuntimeException wrong) {
        throw wrong;
      }
      throw new IOException(e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  private static double[][] square(Path file, int zones) throws IOException, RejectedFileException {
    var grid = ProjectTables.grid(file);
    if (grid.rows().length != zones || grid.columns() != zones) {
      throw ProjectTables.rejected(
          "wrong_size",
          file,
          0,
          "expected %,d rows of %,d numbers, one for each zone, came %,d of %,d"
              .formatted(zones, zones, grid.rows().length, grid.columns()),
          "all tables and skims of a project have the same zones in the same order");
    }
    return grid.rows();
  }

  @Override
  public int zones() {
    return carMinutes.length;
  }

  @Override
  public void read(int origin, SkimRow row) {
    copy(carMinutes, origin, row.carMinutes());
    copy(carKm, origin, row.carKm());
    copy(bicycleMinutes, origin, row.bicycleMinutes());
    copy(publicTransportMinutes, origin, row.publicTransportMinutes());
    copy(publicTransport, origin, row.publicTransport());
    row.fares(fares);
    if (additionalCost.length > 0) {
      copy(additionalCost, origin, row.additionalCost());
    }
  }

  private static void copy(double[][] matrix, int origin, double[] row) {
    System.arraycopy(matrix[origin], 0, row, 0, row.length);
  }
}
