package nl.peil.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.peil.SparkExtension;
import nl.peil.access.Accessibility;
import nl.peil.measure.MeasureDefinition;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Output of the R package accessibility (Ipea) for all 898 zones, and for its decays. */
@ExtendWith({ConformanceExtension.class, SparkExtension.class})
@EnabledIfSystemProperty(named = Oracles.FOLDER, matches = ".+")
class IpeaFullDataConformanceTest {

  private static final String SOURCE = "ipea-accessibility, full data";
  private static final String DECAYS = "decay_values.csv";
  private static final Pattern LOGISTIC = Pattern.compile("c([\\d.]+);sd([\\d.]+)");
  private static final Pattern STEPPED = Pattern.compile("s\\((.*)\\);w\\((.*)\\)");

  @Test
  void noFileIsLeftOut() throws IOException {
    try (var files = Files.list(Oracles.path(BeloHorizonte.FOLDER + "expected"))) {
      var known = new ArrayList<>(IpeaFullData.FILES.keySet());
      known.add(DECAYS);
      known.add("testthat_literals.csv");
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(known);
    }
  }

  @Test
  void everyZoneAgreesInMemory(ConformanceReport report, BeloHorizonte city) {
    var computed = new HashMap<String, Map<String, Double>>();
    IpeaFullData.compare(
        report,
        SOURCE,
        (zone, opportunities, measure) ->
            get(
                computed.computeIfAbsent(
                    opportunities + measure, key -> city.area().values(measure, opportunities)),
                zone));
  }

  @Test
  void everyZoneAgreesOnSpark(ConformanceReport report, SparkSession spark) {
    var times =
        spark
            .read()
            .option("header", true)
            .schema(
                new StructType()
                    .add("from_id", DataTypes.StringType)
                    .add("to_id", DataTypes.StringType)
                    .add("travel_time", DataTypes.DoubleType))
            .csv(Oracles.path(BeloHorizonte.MATRIX).toString())
            .toDF("origin", "destination", "minutes");
    var zones =
        spark
            .read()
            .option("header", true)
            .option("inferSchema", true)
            .csv(Oracles.path(BeloHorizonte.LAND_USE).toString());
    var names = new LinkedHashMap<String, String>();
    IpeaFullData.read()
        .forEach(row -> names.put(row.measure(), MeasureDefinition.parse(row.measure()).name()));
    var computed = new HashMap<String, Double>();
    Accessibility.over(times, zones, "id")
        .opportunities("jobs", "schools", StudyArea.POPULATION)
        .demand(StudyArea.POPULATION)
        .measures(names.keySet().toArray(String[]::new))
        .compute()
        .collectAsList()
        .forEach(
            row ->
                computed.put(
                    key(row.getAs("id"), row.getAs("opportunity"), row.getAs("measure")),
                    row.isNullAt(row.fieldIndex("value")) ? Double.NaN : row.getAs("value")));
    IpeaFullData.compare(
        report,
        SOURCE + ", on Spark",
        (zone, opportunities, measure) ->
            get(computed, key(zone, opportunities, get(names, measure))));
  }

  @Test
  void everyDecayAgrees(ConformanceReport report) {
    var rows = Oracles.rows(BeloHorizonte.FOLDER + "expected/" + DECAYS);
    assertThat(rows).hasSize(192);
    var comparisons = new LinkedHashMap<String, Comparison>();
    for (var row : rows) {
      var decay = decay(row.getField("decay"), row.getField("param"));
      var cost = row.getField("travel_cost");
      comparisons
          .computeIfAbsent(
              row.getField("decay"),
              name -> report.compare(SOURCE, "decay_" + name, Tolerance.relative(1e-6)))
          .row(
              decay + " at " + cost,
              StudyArea.weight(decay, Double.parseDouble(cost)),
              Oracles.number(row.getField("weight")));
    }
    assertThat(comparisons).hasSize(6);
    comparisons.values().forEach(each -> each.requireAgreement(2 * 16));
  }

  private static String decay(String name, String parameters) {
    switch (name) {
      case "binary", "linear", "exponential", "power":
        return name + "," + parameters;
      case "logistic":
        return LOGISTIC.matcher(parameters).replaceFirst("logistic,$1,$2");
      case "stepped":
        var parts = STEPPED.matcher(parameters);
        if (parts.matches()) {
          var steps = parts.group(1).split(",");
          var weights = parts.group(2).split(",");
          assertThat(weights).hasSameSizeAs(steps);
          Arrays.setAll(steps, i -> steps[i] + ":" + weights[i]);
          return "stepped," + String.join(",", steps);
        }
        break;
      default:
    }
    throw new IllegalArgumentException("decay not understood: " + name + " " + parameters);
  }

  private static String key(String zone, String opportunities, String measure) {
    return String.join(" ", zone, opportunities, measure);
  }

  private static <V> V get(Map<String, V> map, String key) {
    return Objects.requireNonNull(map.get(key), () -> "nothing for " + key);
  }
}
