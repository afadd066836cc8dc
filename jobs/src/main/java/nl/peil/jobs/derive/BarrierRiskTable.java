package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import nl.peil.barrier.RiskClass;
import nl.peil.barrier.RiskScore;
import nl.peil.barrier.RiskVariable;
import nl.peil.config.BarriersConfig;
import nl.peil.config.RiskScoreConfig;
import nl.peil.table.BarrierTables;
import nl.peil.table.Derived;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The risk score for transport poverty per zone. */
public final class BarrierRiskTable {

  private final RiskScore score;
  private final String open;

  private BarrierRiskTable(RiskScoreConfig config) {
    this.score = score(config);
    this.open =
        String.join(
            ",",
            Stream.concat(
                    score.open().stream(),
                    config.variables().stream()
                        .filter(RiskScoreConfig.Variable::open)
                        .map(RiskScoreConfig.Variable::variable))
                .distinct()
                .toList());
  }

  private static RiskScore score(RiskScoreConfig config) {
    var variables = new ArrayList<RiskVariable>();
    for (var variable : config.variables()) {
      var cuts = variable.cuts();
      if (!variable.open()) {
        variables.add(
            cuts.isEmpty()
                ? new RiskVariable.ByShares(variable.variable(), variable.one(), variable.two())
                : new RiskVariable.ByValue(
                    variable.variable(),
                    Objects.requireNonNull(variable.indicator()),
                    cuts.get(0),
                    cuts.get(1)));
      }
    }
    return new RiskScore(config.version(), variables);
  }

  /** The declaration. */
  public static Derived declare(BarriersConfig config) {
    var output = BarrierTables.BARRIER_RISK;
    return new Derived(
            output,
            List.of(Derived.Input.of(BarrierTables.BARRIERS, output)),
            List.of("scenario", "year"),
            slice -> config.riskScore().toString(),
            BarrierRiskTable.class,
            new BarrierRiskTable(config.riskScore())::rows)
        .telling(
            new Derived.Remark(
                "open_risk_variables",
                "risk_class = '%s' AND variables_open <> ''".formatted(RiskClass.VERY_LOW.key()),
                "variables_open",
                "the risk score of %,d zones is without the variables %s: no cut points are"
                    + " configured",
                "give their cut points under barriers.risk_score when they are known; scores with"
                    + " other variables are not comparable"),
            new Derived.Remark(
                "unknown_risk_variables",
                "risk_class = '%s' AND variables_unknown <> ''".formatted(RiskClass.VERY_LOW.key()),
                "variables_unknown",
                "the risk score of %,d zones is without %s: their indicators are unknown there",
                ""));
  }

  /** What is known of a zone. */
  private static final class Zone {
    private final Map<String, Double> values = new TreeMap<>();
    private final Map<String, Double> shares = new TreeMap<>();
    private double population;

    private ToDoubleFunction<String> of(Map<String, Double> known) {
      return name -> known.getOrDefault(name, Double.NaN);
    }
  }

  private Dataset<Row> rows(Derived.Inputs inputs) {
    var zones = new TreeMap<String, Map<Integer, Zone>>();
    for (var row :
        inputs.rows(
            BarrierTables.BARRIERS,
            "scenario",
            "year",
            "zone",
            "indicator",
            "value",
            "share",
            "population")) {
      var zone =
          zones
              .computeIfAbsent(row.getString(0) + "/" + row.getInt(1), key -> new TreeMap<>())
              .computeIfAbsent(row.getInt(2), key -> new Zone());
      zone.population = row.getDouble(6);
      if (!row.isNullAt(5)) {
        zone.shares.put(row.getString(3), row.getDouble(5));
        zone.values.put(row.getString(3), row.getDouble(5));
      } else if (!row.isNullAt(4)) {
        zone.values.put(row.getString(3), row.getDouble(4));
      }
    }
    var rows = new ArrayList<Row>();
    for (var slice : inputs.slices()) {
      zones
          .getOrDefault(slice.get("scenario") + "/" + slice.get("year"), Map.of())
          .forEach(
              (number, zone) ->
                  add(
                      slice.get("scenario"),
                      Integer.parseInt(slice.get("year")),
                      number,
                      zone,
                      rows));
    }
    return SparkSession.active().createDataFrame(rows, BarrierTables.BARRIER_RISK.schema());
  }

  private void add(String scenario, int year, int number, Zone zone, List<Row> rows) {
    var risk = score.in(zone.of(zone.values), zone.of(zone.shares));
    var classes = risk.classes();
    int known = risk.sum().variables();
    for (var each : RiskClass.values()) {
      var share = classes.get(each);
      rows.add(
          RowFactory.create(
              scenario,
              year,
              number,
              each.key(),
              share == null ? null : share.independent(),
              share == null ? null : share.low(),
              share == null ? null : share.high(),
              known == 0 ? null : (Double) Math.min(2, risk.sum().mean()),
              known,
              String.join(",", risk.unknown()),
              open,
              score.version(),
              zone.population));
    }
  }
}
