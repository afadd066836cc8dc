package nl.peil.jobs.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.peil.model.Mode;

/**
 * Makes a raw delivery of a small fictional region, lifelike enough to try every part of Peil on
 * it. The same number of zones gives the same delivery.
 */
public final class SampleDelivery {

  /** Number of zones unless asked otherwise. */
  public static final int DEFAULT_ZONES = 150;

  /** Fewest zones: fewer leave no room for two cities. */
  public static final int FEWEST_ZONES = 50;

  /** Most zones: 500 m zones for the whole country need some 35,000. */
  public static final int MOST_ZONES = 40_000;

  private static final int MOST_THREADS = 8;

  private SampleDelivery() {}

  /**
   * What was written.
   *
   * @param files number of files, the manifest included
   * @param rows rows and features in them
   * @param bytes bytes in them
   */
  public record Summary(int files, long rows, long bytes) {}

  /**
   * Writes a delivery. Memory stays bounded: matrices are written row by row.
   *
   * @param out folder; made when it is not there
   * @param zones number of zones, {@value #FEWEST_ZONES} to {@value #MOST_ZONES}; above 5,000 the
   *     matrices of auto and public transport are cut at 120 minutes
   * @throws java.nio.file.FileAlreadyExistsException when the folder is not empty, or is a file
   * @throws IllegalArgumentException when the number of zones is out of range
   */
  public static Summary write(Path out, int zones) throws IOException {
    if (zones < FEWEST_ZONES || zones > MOST_ZONES) {
      throw new IllegalArgumentException(
          "expected %d to %d zones, asked for %d".formatted(FEWEST_ZONES, MOST_ZONES, zones));
    }
    var folder = DeliveryFolder.create(out);
    var region = Region.of(zones);
    var services = Services.in(region);
    var employment = Employment.in(region);
    ReadmeText.write(folder, region);
    GeoPackageWriter.write(folder, region.zones().zones());
    PopulationFiles.write(folder, region);
    ServiceFiles.write(folder, region, services);
    employment.write(folder);
    Incomes.write(folder, region);
    Households.write(folder, region);
    Workforce.write(folder, region);
    var municipalities = Municipalities.of(region);
    RegionFiles.write(folder, region, municipalities);
    WelfareFiles.write(folder, municipalities);
    var level = new SuppliedLevel(region, services, employment);
    matrices(folder, region, level);
    level.write(folder);
    return folder.finish(zones);
  }

  /** All matrices, one thread per file; the bytes do not depend on the number of threads. */
  private static void matrices(DeliveryFolder folder, Region region, SuppliedLevel level)
      throws IOException {
    var stations = Stations.of(region.settlements());
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var files = new ArrayList<Future<Void>>();
      for (var scenario : List.of(TravelScenario.BASIS, TravelScenario.HOOG)) {
        var model = new TravelModel(region, stations, scenario);
        MatrixFile.RowReader reader =
            scenario.year() == SampleYears.BASE ? level : (mode, origin, tenths) -> {};
        for (var mode : Mode.values()) {
          Callable<Void> file =
              () -> {
                MatrixFile.write(folder, region, model, scenario, mode, reader);
                return null;
              };
          files.add(pool.submit(file));
        }
      }
      for (var file : files) {
        file.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("cannot write the travel times: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing the travel times", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
