package nl.peil.access;

import java.util.Iterator;
import java.util.NoSuchElementException;
import nl.peil.measure.Kernel;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * The values of zones as rows with names, units and reasons, in Spark's own form: texts are made
 * once for a column and not for each of its values.
 */
final class ZoneRows implements Iterator<InternalRow> {

  private static final UTF8String NO_OPPORTUNITY = UTF8String.fromString("no_opportunity");
  private static final UTF8String UNKNOWN_DEMAND = UTF8String.fromString("unknown_demand");
  private static final UTF8String UNREACHABLE = UTF8String.fromString("unreachable");

  private final Kernel kernel;
  private final Kernel.Evaluator evaluator;
  private final int first;
  private final double[] @Nullable [] values;
  private final UTF8String[] services;
  private final UTF8String[] measures;
  private final UTF8String[] units;
  private final GenericInternalRow row = new GenericInternalRow(7);
  private int zone;
  private int column;
  private double[] ofZone = new double[0];

  /**
   * Starts before the first zone.
   *
   * @param first place of the first zone
   * @param values values of each zone; null for a zone from which nothing can be reached
   */
  ZoneRows(int pass, Kernel kernel, int first, double[] @Nullable [] values) {
    this.kernel = kernel;
    this.evaluator = kernel.evaluator();
    this.first = first;
    this.values = values;
    var columns = kernel.columns();
    this.services = new UTF8String[columns.size()];
    this.measures = new UTF8String[columns.size()];
    this.units = new UTF8String[columns.size()];
    for (int i = 0; i < columns.size(); i++) {
      services[i] = UTF8String.fromString(columns.get(i).service());
      measures[i] = UTF8String.fromString(columns.get(i).measure());
      units[i] = UTF8String.fromString(columns.get(i).unit());
    }
    row.setInt(0, pass);
  }

  @Override
  public boolean hasNext() {
    return zone < values.length && services.length > 0;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (column == 0) {
      begin();
    }
    double value = ofZone[column];
    row.update(2, services[column]);
    row.update(3, measures[column]);
    row.update(4, Double.isNaN(value) ? null : (Object) value);
    row.update(5, units[column]);
    row.update(6, Double.isNaN(value) ? reason() : null);
    column++;
    if (column == services.length) {
      column = 0;
      zone++;
    }
    return row;
  }

  private void begin() {
    int number = kernel.zones().zone(first + zone);
    var given = values[zone];
    ofZone = given == null ? evaluator.evaluate(number, new int[0], new float[0], 0) : given;
    row.setInt(1, number);
  }

  private UTF8String reason() {
    var what = kernel.columns().get(column);
    if (!kernel.offers(what.service())) {
      return NO_OPPORTUNITY;
    }
    return what.needsDemand() && !kernel.knowsDemand(first + zone) ? UNKNOWN_DEMAND : UNREACHABLE;
  }
}
