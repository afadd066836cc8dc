package nl.peil.jobs;

import static nl.peil.jobs.TinyDelivery.SIDE;
import static nl.peil.jobs.TinyDelivery.SOUTH;
import static nl.peil.jobs.TinyDelivery.WEST;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import nl.peil.SparkExtension;
import nl.peil.geo.Crs;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import nl.peil.table.RegionTables;
import nl.peil.table.Slice;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.spark.sql.SparkSession;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** Files that a person opens, read back by what reads such files. */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class ExportTest {

  /** The name of region L2, which must not do anything. */
  private static final String FORMULA = "=cmd|'/c calc'!A1";

  private static TinyDelivery tiny;
  private static Path folder;

  @BeforeAll
  static void nameARegionLikeAFormula(
      TinyDelivery finished, @TempDir Path temporary, SparkSession spark) throws IOException {
    folder = temporary;
    tiny = finished.copy(Files.createDirectories(temporary.resolve("tiny")));
    var store = tiny.store(spark);
    var streek = List.of(Slice.of("layout", "streek"));
    var renamed =
        spark.createDataFrame(
            store
                .read(RegionTables.REGIONS, streek)
                .withColumn(
                    "region_name",
                    when(col("region").equalTo("L2"), lit(FORMULA)).otherwise(col("region_name")))
                .collectAsList(),
            RegionTables.REGIONS.schema());
    store.replace(RegionTables.REGIONS, streek, renamed, "test", Long.MAX_VALUE);
  }

  private static Command export(String out, String... options) {
    var words = new java.util.ArrayList<>(List.of("--out", folder.resolve(out).toString()));
    words.addAll(List.of(options));
    return tiny.command("export", words.toArray(String[]::new));
  }

  private static Path done(String out, String... options) {
    var command = export(out, options);
    assertThat(command.code()).as(command.out() + command.err()).isEqualTo(ExitCode.DONE.code());
    return folder.resolve(out);
  }

  @Test
  void excelHasTheNumbersOfTheTablesAndNoFormulas(SparkSession spark) throws IOException {
    var out =
        done("xlsx", "--format", "xlsx", "--layout", "streek", "--tables", "regions,region_level");

    var expected = new TreeMap<String, Double>();
    tiny.table(spark, AccessTables.REGION_LEVEL)
        .where("layout = 'streek'")
        .collectAsList()
        .forEach(
            row -> {
              Double share = row.getAs("share_meeting_norm");
              if (share != null) {
                expected.put(
                    "%s %s %s %s %s"
                        .formatted(
                            row.getAs("scenario"),
                            row.getAs("region"),
                            row.getAs("mode"),
                            row.getAs("period"),
                            row.getAs("service")),
                    share);
              }
            });
    try (var book = new ReadableWorkbook(out.resolve("peil_streek.xlsx").toFile())) {
      assertThat(book.getSheets().map(sheet -> sheet.getName()))
          .containsExactly(
              "Bron", "Regio's", "Bereikbaarheidspeil per regio", "Woordenboek", "Codes");
      var rows = book.getSheet(2).get().read();
      var names = texts(rows.get(0));
      assertThat(texts(rows.get(1)))
          .contains("Inwoners buiten de norm", "Aandeel inwoners binnen de norm");
      var found = new TreeMap<String, Double>();
      for (var row : rows.subList(2, rows.size())) {
        var share = row.getOptionalCell(names.indexOf("share_meeting_norm"));
        var key =
            List.of("scenario", "region", "mode", "period", "service").stream()
                .map(name -> row.getCellText(names.indexOf(name)))
                .toList();
        share
            .filter(cell -> cell.getType() == CellType.NUMBER)
            .ifPresent(cell -> found.put(String.join(" ", key), cell.asNumber().doubleValue()));
      }
      assertThat(found).isNotEmpty().isEqualTo(expected);
      var regions = book.getSheet(1).get().read();
      var named = regions.stream().filter(row -> row.getCellText(1).equals("L2")).findFirst().get();
      assertThat(named.getCell(2).getType()).isEqualTo(CellType.STRING);
      assertThat(named.getCell(2).getText()).isEqualTo(FORMULA);
      // Beside the code of a region stands its name, also where the table has none.
      assertThat(rows.stream().filter(row -> row.getCellText(3).equals("L2")))
          .isNotEmpty()
          .allMatch(row -> row.getCellText(4).equals(FORMULA));
      assertThat(book.getSheets().flatMap(ExportTest::cells))
          .noneMatch(cell -> cell == CellType.FORMULA);
      var dictionary = book.getSheet(3).get().read();
      assertThat(dictionary.stream().map(row -> row.getCellText(0) + "." + row.getCellText(2)))
          .contains("region_level.persons_below_norm", "regions.aliases");
      assertThat(book.getSheet(0).get().read().stream().map(row -> row.getCellText(1)))
          .contains("run_id", "delta_version", "exported_at", "source");
    }
  }

  private static java.util.stream.Stream<CellType> cells(org.dhatim.fastexcel.reader.Sheet sheet) {
    try {
      return sheet.read().stream()
          .flatMap(Row::stream)
          .filter(cell -> cell != null)
          .map(cell -> cell.getType());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> texts(Row row) {
    return row.stream().map(cell -> cell.getText()).toList();
  }

  @Test
  void csvOfARegionHasItsRowsAndTheZonesInIt(SparkSession spark) throws IOException {
    var out =
        done(
            "csv",
            "--layout",
            "streek",
            "--region",
            FORMULA,
            "--scenario",
            "basis",
            "--year",
            "2022",
            "--tables",
            "region_accessibility,zones,accessibility_level");

    var regions = csv(out.resolve("region_accessibility.csv"));
    assertThat((long) regions.size())
        .isEqualTo(
            tiny.table(spark, AccessTables.REGION_ACCESSIBILITY)
                .where("layout = 'streek' AND region = 'L2' AND scenario = 'basis'")
                .count());
    assertThat(regions).allMatch(row -> row.getField("region_name").equals("'" + FORMULA));
    // L2 has 1002 and 1003; those of basis alone are asked for
    var levels = csv(out.resolve("accessibility_level.csv"));
    assertThat(new TreeSet<>(levels.stream().map(row -> row.getField("zone")).toList()))
        .containsExactly("1002", "1003");
    assertThat(levels).allMatch(row -> row.getField("scenario").equals("basis"));
    // By car it takes 12 minutes from 1003 to the school in 1002, where the norm is 4
    assertThat(
            levels.stream()
                .filter(
                    row ->
                        row.getField("zone").equals("1003")
                            && row.getField("mode").equals("auto")
                            && row.getField("service").equals("vo")))
        .extracting(
            row -> row.getField("nearest_1_min"),
            row -> row.getField("meets_norm"),
            row -> row.getField("gap_min"))
        .containsExactly(tuple("12", "false", "8"));
    assertThat(csv(out.resolve("zones.csv")))
        .extracting(row -> row.getField("zone"), row -> row.findField("geometry").isPresent())
        .containsExactly(tuple("1002", false), tuple("1003", false));
    assertThat(csv(out.resolve("woordenboek.csv")))
        .filteredOn(row -> row.getField("column").equals("gap_min"))
        .extracting(
            row -> row.getField("label"),
            row -> row.getField("unit"),
            row -> row.getField("condition"))
        .containsExactly(tuple("Tekort ten opzichte van de norm (min)", "minuten", "gap_min >= 0"));
    assertThat(csv(out.resolve("codes.csv")))
        .extracting(row -> row.getField("code"), row -> row.getField("word"))
        .contains(tuple("fiets", "Fiets"), tuple("nearest_1", "Reistijd tot de dichtstbijzijnde"));
  }

  private static List<NamedCsvRecord> csv(Path file) throws IOException {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().toList();
    }
  }

  @Test
  void aGeoPackageHasLayersWithFiguresAndTables(SparkSession spark) throws Exception {
    var file = done("gpkg", "--format", "gpkg", "--layout", "helft", "--tables", "region_level");
    file = file.resolve("peil_helft.gpkg");
    try (var connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
        var sql = connection.createStatement()) {
      var contents = new TreeMap<String, String>();
      for (var rows = sql.executeQuery("SELECT table_name, data_type FROM gpkg_contents");
          rows.next(); ) {
        contents.put(rows.getString(1), rows.getString(2));
      }
      assertThat(contents)
          .containsEntry("map_helft", "features")
          .containsEntry("map_zones", "features")
          .containsEntry("region_level", "attributes")
          .containsEntry("bron", "attributes");
      // Of 200 people in the west 160 live in 1001 and the west of 1002: both have a doctor in time
      var west =
          tiny.table(spark, AccessTables.REGION_LEVEL)
              .where(
                  "layout = 'helft' AND region = 'W' AND scenario = 'basis' AND mode = 'auto'"
                      + " AND period = 'spits' AND service = 'huisarts'")
              .head();
      var row =
          sql.executeQuery(
              "SELECT huisarts_auto_spits_share_meeting_norm, huisarts_auto_spits_persons_below_norm,"
                  + " region_name, length(geom) FROM map_helft WHERE region = 'W'");
      assertThat(row.getDouble(1)).isEqualTo(west.<Double>getAs("share_meeting_norm"));
      assertThat(row.getDouble(2)).isEqualTo(west.<Double>getAs("persons_below_norm"));
      assertThat(row.getString(3)).isEqualTo("West");
      assertThat(row.getInt(4)).isGreaterThan(100);
      var zone =
          sql.executeQuery(
              "SELECT vo_auto_spits_nearest_1_min, vo_auto_spits_meets_norm FROM map_zones"
                  + " WHERE zone = 1003");
      assertThat(zone.getDouble(1)).isEqualTo(12);
      assertThat(zone.getInt(2)).isZero();
      assertThat(
              sql.executeQuery(
                      "SELECT name FROM gpkg_data_columns WHERE table_name = 'map_zones' AND"
                          + " column_name = 'vo_auto_spits_nearest_1_min'")
                  .getString(1))
          .isEqualTo("Voortgezet onderwijs, auto, spits: reistijd tot dichtstbijzijnde (min)");
      assertThat(sql.executeQuery("SELECT count(*) FROM region_level").getLong(1))
          .isEqualTo(
              tiny.table(spark, AccessTables.REGION_LEVEL).where("layout = 'helft'").count());
    }
    ogrinfo(file);
  }

  private static void ogrinfo(Path file) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder("ogrinfo", "-so", "-al", file.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      Assumptions.abort(
          "ogrinfo (gdal-bin) is not installed: the GeoPackage was not checked with it");
      return;
    }
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    assertThat(text)
        .contains("Layer name: map_helft")
        .contains("Geometry: Multi Polygon")
        .contains("Feature Count: 5")
        .contains("ID[\"EPSG\",28992]")
        .doesNotContainIgnoringCase("warning")
        .doesNotContainIgnoringCase("error");
  }

  @Test
  void geoJsonIsAMapInDegrees() throws IOException {
    var out = done("geojson", "--format", "geojson", "--layout", "helft", "--region", "oost");
    var json = new ObjectMapper().readTree(out.resolve("map_helft.geojson").toFile());
    assertThat(json.get("features")).hasSize(1);
    var feature = json.get("features").get(0);
    assertThat(feature.get("properties").get("region").asText()).isEqualTo("E");
    assertThat(feature.get("properties").get("huisarts_auto_spits_share_meeting_norm").isNumber())
        .isTrue();
    var corner = Crs.WGS84.fromRd(WEST + 6.0 * SIDE, SOUTH - SIDE);
    assertThat(
            StreamSupport.stream(
                feature.get("geometry").get("coordinates").get(0).spliterator(), false))
        .anySatisfy(
            at -> {
              assertThat(at.get(0).asDouble()).isCloseTo(corner.x, within(1e-6));
              assertThat(at.get(1).asDouble()).isCloseTo(corner.y, within(1e-6));
            });
    assertThat(json.get("peil").get("source").get("selection").get("region_name").asText())
        .isEqualTo("Oost");
    // The east has a part of 1002, and the zones east of it
    var zones = new ObjectMapper().readTree(out.resolve("map_zones.geojson").toFile());
    assertThat(zones.get("features").findValuesAsText("zone"))
        .containsExactly("1002", "1003", "1004", "1005");
  }

  @Test
  void parquetIsReadByOthersWithWhatIsToBeKnown(SparkSession spark) throws IOException {
    var out = done("parquet", "--format", "parquet", "--tables", "zones,region_level,norms");
    var file = out.resolve("region_level.parquet");
    var level = tiny.table(spark, AccessTables.REGION_LEVEL);
    var names = AccessTables.REGION_LEVEL.columnNames().stream().map(name -> col(name));
    var columns = names.toArray(org.apache.spark.sql.Column[]::new);
    var read = spark.read().parquet(file.toString()).withColumn("year", col("year").cast("int"));
    assertThat(read.select(columns).except(level).isEmpty()).isTrue();
    assertThat(read.count()).isEqualTo(level.count());
    var zones = spark.read().parquet(out.resolve("zones.parquet").toString());
    assertThat(zones.schema().apply("geometry").dataType().simpleString()).isEqualTo("binary");
    assertThat(zones.count()).isEqualTo(tiny.table(spark, InputTables.ZONES).count());
    // Who knows GeoParquet sees the outlines, here five squares of 1 km
    var shapes =
        spark
            .read()
            .format("geoparquet")
            .load(out.resolve("zones.parquet").toString())
            .selectExpr("min(ST_Area(geometry))", "max(ST_Area(geometry))")
            .head();
    assertThat(shapes.getDouble(0)).isCloseTo(1e6, within(1e-3));
    assertThat(shapes.getDouble(1)).isCloseTo(1e6, within(1e-3));
    try (var parquet = ParquetFileReader.open(new LocalInputFile(out.resolve("zones.parquet")))) {
      var geo = parquet.getFooter().getFileMetaData().getKeyValueMetaData().get("geo");
      assertThat(new ObjectMapper().readTree(geo).at("/columns/geometry/crs/id/code").intValue())
          .isEqualTo(28992);
    }
    try (var parquet = ParquetFileReader.open(new LocalInputFile(file))) {
      var about = parquet.getFooter().getFileMetaData().getKeyValueMetaData();
      assertThat(about.get("peil.columns")).contains("Inwoners buiten de norm");
      assertThat(about.get("peil.source")).contains("delta_version");
    }
  }

  @Test
  void aFileThatIsThereStaysUnlessAskedFor() throws IOException {
    var out = done("twice", "--tables", "norms");
    Files.writeString(out.resolve("norms.csv"), "mine");

    var again = export("twice", "--tables", "norms");
    assertThat(again.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(again.err()).contains("norms.csv").contains("--overwrite");
    assertThat(out.resolve("norms.csv")).hasContent("mine");

    done("twice", "--tables", "norms", "--overwrite", "--dialect", "excel", "--labels");
    assertThat(Files.readString(out.resolve("norms.csv"))).contains(";Norm (min);");
    try (var files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("norms.csv", "bron.csv", "woordenboek.csv", "codes.csv");
    }
  }

  @Test
  void whatIsNotThereSaysWhatThereIs() {
    assertWrong("did you mean 'streek'?", "--layout", "streeks");
    assertWrong("layouts: delivery, helft, streek", "--layout", "provincie");
    assertWrong("did you mean 'Oost'?", "--layout", "helft", "--region", "Ost");
    assertWrong("scenario-years: basis/2022, hoog/2030", "--scenario", "laag");
    assertWrong("did you mean 'norms'?", "--tables", "normen");
    assertWrong("--region needs --layout", "--region", "Oost");
    assertWrong("holds map layers only", "--format", "geojson", "--tables", "norms");
    var nowhere = export("wrong", "--set", "output=" + folder.resolve("nothing"));
    assertThat(nowhere.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(nowhere.err()).contains("./peil run makes the tables");
    assertThat(folder.resolve("wrong")).doesNotExist();
  }

  private static void assertWrong(String message, String... options) {
    var wrong = export("wrong", options);
    assertThat(wrong.code()).as(wrong.err()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(wrong.err()).contains(message);
  }
}
