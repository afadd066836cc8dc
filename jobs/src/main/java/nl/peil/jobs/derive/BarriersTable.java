package nl.peil.jobs.derive;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import nl.peil.barrier.Provenance;
import nl.peil.barrier.Ratio;
import nl.peil.barrier.ZoneIndicator;
import nl.peil.config.BarrierSourceConfig;
import nl.peil.config.BarriersConfig;
import nl.peil.table.BarrierTables;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of barriers per zone, each with the value that counts. The tables are small, a row
 * per zone and indicator, so the driver makes them.
 */
public final class BarriersTable {

  private final List<Ratio> shares;
  private final double maxWithheld;

  private BarriersTable(BarriersConfig config) {
    this.shares =
        config.indicators().stream()
            .map(
                indicator ->
                    new Ratio(
                        indicator.indicator(),
                        indicator.numerator(),
                        indicator.denominator(),
                        indicator.complement(),
                        indicator.percent(),
                        indicator.unit()))
            .toList();
    this.maxWithheld = config.maxWithheld();
  }

  /** The declaration. Of region layouts only those matter that something is supplied for. */
  public static Derived declare(BarriersConfig config) {
    var output = BarrierTables.BARRIERS;
    var layouts =
        config.sources().stream().map(BarrierSourceConfig::area).collect(Collectors.toSet());
    return new Derived(
            output,
            List.of(
                Derived.Input.of(BarrierTables.BARRIER_SOURCE, output),
                Derived.Input.of(InputTables.ZONES, output),
                Derived.Input.of(InputTables.POPULATION_GRID, output),
                Derived.Input.of(InputTables.REGION_MEMBERSHIP, output)
                    .within("layout", layouts)
                    .ifThere()),
            List.of("scenario", "year"),
            slice -> config.indicators() + " withheld " + config.maxWithheld(),
            BarriersTable.class,
            new BarriersTable(config)::rows)
        .telling(
            new Derived.Remark(
                "share_clamped",
                "clamped",
                "indicator",
                "%,d zones have a share of %s outside 0 to 1; it was put at the nearest end",
                "see whether numerator and denominator are of the same date and the same people"),
            new Derived.Remark(
                "conflicting_barriers",
                "reason = 'conflict'",
                "indicator",
                "of %,d zones two suppliers say different things of %s, with the same right and of"
                    + " the same date: it is unknown there",
                "take one of them out, or give the newer one its own peildatum"));
  }

  private Dataset<Row> rows(Derived.Inputs inputs) {
    var land = LandUse.read(inputs);
    var sources = SuppliedBarriers.read(inputs);
    var rows = new ArrayList<Row>();
    for (var slice : inputs.slices()) {
      var places = BarrierPlaces.of(inputs, slice);
      var population = land.population(slice);
      int year = Integer.parseInt(slice.get("year"));
      var supplied =
          new SuppliedBarriers(land.zones(), population, places, maxWithheld)
              .with(sources.getOrDefault(List.of(slice.get("scenario"), year), List.of()));
      var derived = new HashSet<String>();
      for (var ratio : shares) {
        derived.add(ratio.indicator());
        var inZones = new ZoneShares(ratio, supplied, places);
        for (int place = 0; place < population.length; place++) {
          int zone = land.zones().zone(place);
          rows.add(
              row(
                  slice,
                  zone,
                  ratio.indicator(),
                  inZones.in(zone, place),
                  ratio.unit(),
                  "share",
                  population[place]));
        }
      }
      for (var indicator : supplied.indicators()) {
        for (int place = 0; place < population.length && !derived.contains(indicator); place++) {
          rows.add(
              row(
                  slice,
                  land.zones().zone(place),
                  indicator,
                  ZoneIndicator.plain(supplied.inZone(indicator, place)),
                  supplied.unit(indicator),
                  supplied.aggregate(indicator),
                  population[place]));
        }
      }
    }
    return SparkSession.active().createDataFrame(rows, BarrierTables.BARRIERS.schema());
  }

  private static Row row(
      Slice slice,
      int zone,
      String indicator,
      ZoneIndicator it,
      String unit,
      String aggregate,
      double population) {
    var from = it.from();
    var national = it.national();
    var reason = it.reason();
    return RowFactory.create(
        slice.get("scenario"),
        Integer.parseInt(slice.get("year")),
        zone,
        indicator,
        it.value(),
        it.denominator(),
        it.share(),
        it.clamped(),
        unit,
        aggregate,
        it.known(),
        reason == null ? null : reason.key(),
        from == null ? null : from.basis().name(),
        from == null ? null : from.suppliedBy(),
        level(from),
        from == null ? null : Date.valueOf(from.peildatum()),
        it.nationalValue(),
        national == null ? null : national.suppliedBy(),
        population);
  }

  private static @Nullable String level(@Nullable Provenance from) {
    return from == null ? null : from.regional() ? "regional" : "national";
  }
}
