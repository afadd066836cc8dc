package nl.peil.jobs.derive;

import java.util.Arrays;
import java.util.List;
import nl.peil.barrier.Share;
import nl.peil.measure.ZoneIndex;
import nl.peil.table.Slice;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * What is known per zone of one row of region_barriers, as arrays: a share with its bounds, and
 * what is counted. NaN where it is unknown.
 */
final class BarrierColumn {

  static final String INDICATOR = "indicator";
  static final String JOINT = "joint";
  static final String RISK_CLASS = "risk_class";
  static final String RISK_SCORE = "risk_score";

  private final String kind;
  private final String name;
  private final ZoneIndex zones;
  private final double[] population;
  private final double[] share;
  private final double[] low;
  private final double[] high;
  private final double[] value;
  private final double[] denominator;
  private String unit = "";
  private String aggregate;

  /** Of which nothing is known yet. */
  BarrierColumn(String kind, String name, ZoneIndex zones) {
    this.kind = kind;
    this.name = name;
    this.zones = zones;
    this.population = new double[zones.size()];
    this.share = unknown();
    this.low = unknown();
    this.high = unknown();
    this.value = unknown();
    this.denominator = unknown();
    this.aggregate = kind.equals(RISK_SCORE) ? "mean" : "share";
  }

  private double[] unknown() {
    var values = new double[zones.size()];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Its name. */
  String name() {
    return name;
  }

  /** Says in which unit it is counted, and whether it is a sum, a mean or a share. */
  void unit(String itsUnit, String itsAggregate) {
    unit = itsUnit;
    aggregate = itsAggregate;
  }

  /** Sets a zone; one that lies in no region is left out. */
  void set(int zone, double people, double itsShare, double itsValue, double itsDenominator) {
    int place = zones.find(zone);
    if (place >= 0) {
      population[place] = people;
      share[place] = itsShare;
      low[place] = itsShare;
      high[place] = itsShare;
      value[place] = itsValue;
      denominator[place] = itsDenominator;
    }
  }

  /** Sets a zone to a share with bounds. */
  void set(int zone, double people, Share itsShare) {
    int place = zones.find(zone);
    if (place >= 0) {
      population[place] = people;
      share[place] = itsShare.independent();
      low[place] = itsShare.low();
      high[place] = itsShare.high();
    }
  }

  /** The share of people for whom all of some shares hold; unknown where any of them is. */
  static BarrierColumn joint(String name, List<BarrierColumn> parts, ZoneIndex zones) {
    var joint = new BarrierColumn(JOINT, name, zones);
    for (int place = 0; place < zones.size(); place++) {
      int at = place;
      var shares = parts.stream().mapToDouble(part -> part.share[at]).toArray();
      if (Arrays.stream(shares).noneMatch(Double::isNaN)) {
        joint.set(zones.zone(place), 0, Share.joint(shares));
      }
      joint.population[place] = parts.stream().mapToDouble(p -> p.population[at]).max().orElse(0);
    }
    return joint;
  }

  /** The row of a region. */
  Row of(Slice slice, RegionIndex.Region region) {
    boolean isShare = aggregate.equals("share");
    var known = isShare ? share : value;
    double people = 0;
    double knownPeople = 0;
    double persons = 0;
    double least = 0;
    double most = 0;
    var counted = new Counted();
    var of = new Counted();
    for (int i = 0; i < region.zones().length; i++) {
      int place = zones.position(region.zones()[i]);
      double weight = region.weights()[i];
      double here = weight * population[place];
      people += here;
      if (Double.isNaN(known[place])) {
        continue;
      }
      knownPeople += here;
      persons += here * share[place];
      least += here * low[place];
      most += here * high[place];
      counted.add(aggregate.equals("mean") ? here : weight, value[place]);
      of.add(weight, denominator[place]);
    }
    boolean any = isShare && knownPeople > 0;
    return RowFactory.create(
        slice.get("scenario"),
        Integer.parseInt(slice.get("year")),
        region.layout(),
        region.region(),
        kind,
        name,
        people,
        knownPeople,
        part(knownPeople, people),
        any ? (Double) persons : null,
        any ? part(persons, knownPeople) : null,
        any ? part(least, knownPeople) : null,
        any ? part(most, knownPeople) : null,
        aggregate.equals("mean") ? quotient(counted.sum, knownPeople) : counted.sum(),
        of.sum(),
        unit,
        kind.equals(JOINT) || kind.equals(RISK_CLASS) ? "independence" : "zone_share");
  }

  /** A sum of what is known. */
  private static final class Counted {
    private double sum;
    private boolean any;

    private void add(double weight, double value) {
      if (!Double.isNaN(value)) {
        sum += weight * value;
        any = true;
      }
    }

    private @Nullable Double sum() {
      return any ? sum : null;
    }
  }

  private static @Nullable Double quotient(double above, double below) {
    return below > 0 ? above / below : null;
  }

  /** A part of a whole, where rounding brings it no higher than the whole. */
  private static @Nullable Double part(double part, double whole) {
    return whole > 0 ? (Double) Math.min(1, part / whole) : null;
  }
}
