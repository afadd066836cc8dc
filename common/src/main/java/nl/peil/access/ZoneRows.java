package nl.peil.access;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The values of zones as rows with names, units and reasons, in Spark's own form: texts are made
 * once for a column and not for each of its values. The row is used again for the next one.
 */
final class ZoneRows implements Iterator<InternalRow> {

  /** The columns. */
  static final StructType SCHEMA =
      new StructType()
          .add("pass", DataTypes.IntegerType, false)
          .add("zone", DataTypes.IntegerType, false)
          .add("service", DataTypes.StringType, false)
          .add("measure", DataTypes.StringType, false)
          .add("value", DataTypes.DoubleType, true)
          .add("unit", DataTypes.StringType, false)
          .add("reason", DataTypes.StringType, true);

  private final ZoneValues values;
  private final UTF8String[] services;
  private final UTF8String[] measures;
  private final UTF8String[] units;
  private final GenericInternalRow row = new GenericInternalRow(SCHEMA.size());
  private int zone;
  private int column;

  /** Starts before the first zone. */
  ZoneRows(ZoneValues values) {
    this.values = values;
    var columns = values.columns();
    this.services = new UTF8String[columns.size()];
    this.measures = new UTF8String[columns.size()];
    this.units = new UTF8String[columns.size()];
    for (int i = 0; i < columns.size(); i++) {
      services[i] = UTF8String.fromString(columns.get(i).service());
      measures[i] = UTF8String.fromString(columns.get(i).measure());
      units[i] = UTF8String.fromString(columns.get(i).unit());
    }
    row.setInt(0, values.pass());
  }

  @Override
  public boolean hasNext() {
    return zone < values.size() && services.length > 0;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    double value = values.value(zone, column);
    row.setInt(1, values.zone(zone));
    row.update(2, services[column]);
    row.update(3, measures[column]);
    row.update(4, Double.isNaN(value) ? null : (Object) value);
    row.update(5, units[column]);
    row.update(6, UTF8String.fromString(values.reason(zone, column)));
    column++;
    if (column == services.length) {
      column = 0;
      zone++;
    }
    return row;
  }
}
