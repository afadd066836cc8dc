package nl.peil.jobs.measure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import nl.peil.access.MatrixPass;
import nl.peil.access.MatrixRows;
import nl.peil.access.ZoneSupply;
import nl.peil.config.ConfigProblemException;
import nl.peil.jobs.cli.Arguments;
import nl.peil.measure.IntrazonalRule;
import nl.peil.measure.MeasureDefinition;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.CsvOut;
import nl.peil.source.travel.TravelTimesSource;
import nl.peil.source.travel.ZoneCodes;
import nl.peil.source.travel.ZoneOrder;
import org.apache.spark.sql.SparkSession;

/** Measures of a matrix and zones that are named on the command line. */
public final class MeasureCommand {

  private final MeasureRequest request;
  private final Consumer<String> say;

  private MeasureCommand(MeasureRequest request, Consumer<String> say) {
    this.request = request;
    this.say = say;
  }

  /**
   * The command with its options, checked as far as possible without reading a file of data.
   *
   * @param args command line
   * @param say where to tell a person what is going on
   * @throws ConfigProblemException when something is missing or wrong
   */
  public static MeasureCommand of(Arguments args, Consumer<String> say)
      throws ConfigProblemException {
    return new MeasureCommand(MeasureRequest.of(args), say);
  }

  /**
   * Computes and writes.
   *
   * @param spark session
   * @param print where values go when no file is named, and inequality
   * @throws RejectedFileException when a file cannot be used
   * @throws ConfigProblemException when what is asked for does not fit what is there
   */
  public void run(SparkSession spark, PrintStream print)
      throws IOException, RejectedFileException, ConfigProblemException {
    var zones = ZoneTable.read(request.zones(), request.zone(), request.columns());
    var people = people(zones);
    var results = new Results(zones.size());
    try {
      // Before the matrix is read: what is asked for may not fit the zones
      var kernels =
          supply(zones, people)
              .kernels(request.measures(), request.intrazonal(), request.mode(), request.curves());
      var matrix = matrix(spark, zones);
      var passes = kernels.stream().map(kernel -> new MatrixPass(matrix, kernel)).toList();
      results.add(MatrixPass.runAll(passes));
    } catch (IllegalArgumentException e) {
      throw new ConfigProblemException(
          List.of(
              e.getMessage()
                  + " (--demand, --area, --decay-curves and --mode say what is not in the zones)"));
    }
    var columns =
        results.inOrder(
            request.opportunities(),
            request.measures().stream().map(MeasureDefinition::name).toList());
    write(zones, columns, print);
    if (!request.inequality().isEmpty()) {
      Inequality.of(request, zones, people).write(columns, print, say);
    }
  }

  /** The pairs of the matrix; origins and destinations are places of zones. */
  private MatrixRows matrix(SparkSession spark, ZoneTable zones)
      throws IOException, RejectedFileException {
    var input = request.matrix();
    var file = input.travelFile(spark.sparkContext().hadoopConfiguration());
    var order = ZoneOrder.of("the zones of " + request.zones(), zones.codes());
    var codes = ZoneCodes.of(zones.places());
    var inspected = input.inspect(file, input.format(file, order, say), codes, say);
    var pairs = TravelTimesSource.load(spark, List.of(inspected), codes);
    return inspected.inspection().sorted() ? MatrixRows.stored(pairs) : MatrixRows.of(pairs);
  }

  /** People per zone; NaN where they are not known, empty when no column was named. */
  private double[] people(ZoneTable zones) throws RejectedFileException {
    var column = request.demand();
    if (column == null) {
      return new double[0];
    }
    var people = zones.numbers(column);
    tellMissing(people, column, "not known, which is not nobody");
    return people;
  }

  private ZoneSupply supply(ZoneTable zones, double[] people) throws RejectedFileException {
    var opportunities = new LinkedHashMap<String, double[]>();
    for (var name : request.opportunities()) {
      var counts = zones.numbers(name);
      tellMissing(counts, name, "counted as 0");
      opportunities.put(
          name, DoubleStream.of(counts).map(count -> Double.isNaN(count) ? 0 : count).toArray());
    }
    var area = request.area();
    boolean needed = request.intrazonal().kind() == IntrazonalRule.Kind.AREA;
    return new ZoneSupply(
        zones.size(),
        opportunities,
        people,
        area == null || !needed ? new double[0] : zones.numbers(area));
  }

  private void tellMissing(double[] numbers, String column, String meaning) {
    long missing = DoubleStream.of(numbers).filter(Double::isNaN).count();
    if (missing > 0) {
      say.accept(
          "%s: %,d of %,d zones have no value in '%s': %s"
              .formatted(request.zones(), missing, numbers.length, column, meaning));
    }
  }

  private void write(ZoneTable zones, List<Results.Column> columns, PrintStream print)
      throws IOException {
    var headers = List.of(request.zone(), "opportunity", "measure", "value", "unit", "reason");
    var out = request.out();
    if (out == null) {
      write(new Uncloseable(print), "", headers, zones, columns);
      return;
    }
    write(out, stream -> write(stream, out.toString(), headers, zones, columns));
    say.accept(
        "%s: %,d rows, %,d zones x %,d measures of opportunities"
            .formatted(out, (long) zones.size() * columns.size(), zones.size(), columns.size()));
  }

  private static void write(
      OutputStream stream,
      String name,
      List<String> headers,
      ZoneTable zones,
      List<Results.Column> columns)
      throws IOException {
    try (var csv = new CsvOut(stream, name, headers)) {
      var codes = zones.codes();
      for (int place = 0; place < codes.size(); place++) {
        for (var column : columns) {
          csv.row(
              codes.get(place),
              column.opportunity(),
              column.measure(),
              CsvOut.number(column.values()[place]),
              column.unit(),
              column.reasons().getOrDefault(place, ""));
        }
      }
    }
  }

  /** Writes a file. */
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  /** A file appears when it is whole: until then a file of that name stays as it is. */
  static void write(Path file, Content content) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var part = file.resolveSibling(file.getFileName() + ".part");
    try {
      content.to(Files.newOutputStream(part));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The output of the program, which is not to be closed after a table. */
  static final class Uncloseable extends java.io.FilterOutputStream {
    Uncloseable(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
