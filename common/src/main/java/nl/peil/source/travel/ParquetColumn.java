package nl.peil.source.travel;

import java.math.BigInteger;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** One column of a Parquet file, value by value. */
final class ParquetColumn {

  private final PrimitiveTypeName type;
  private final double unit;
  private final int present;
  private final ColumnReader reader;

  private boolean there;
  private long whole;
  private double real;
  private Binary binary = Binary.EMPTY;

  /**
   * Starts at the first row of a row group.
   *
   * @param type type as the file declares it
   * @param present definition level of a value that is there
   */
  ParquetColumn(PrimitiveType type, int present, ColumnReader reader) {
    this.type = type.getPrimitiveTypeName();
    this.unit =
        type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
            ? Math.pow(10, decimal.getScale())
            : 1;
    this.present = present;
    this.reader = reader;
  }

  /** True when zone codes can be read from it. */
  static boolean holdsCodes(PrimitiveType type) {
    boolean decimal = type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation;
    return !decimal
        && switch (type.getPrimitiveTypeName()) {
          case INT32, INT64, BINARY -> true;
          default -> false;
        };
  }

  /** True when numbers can be read from it. */
  static boolean holdsNumbers(PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32, INT64, FLOAT, DOUBLE -> true;
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
          type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation;
      default -> false;
    };
  }

  /** Takes the value of the next row. */
  void read() {
    there = reader.getCurrentDefinitionLevel() == present;
    if (there) {
      switch (type) {
        case INT32 -> whole = reader.getInteger();
        case INT64 -> whole = reader.getLong();
        case FLOAT -> real = reader.getFloat();
        case DOUBLE -> real = reader.getDouble();
        default -> binary = reader.getBinary();
      }
    }
    reader.consume();
  }

  /** The row has a value. */
  boolean there() {
    return there;
  }

  /** Position of the zone of the code; -1 when it is unknown or not there. */
  int position(ZoneCodes codes) {
    if (!there) {
      return -1;
    }
    if (type == PrimitiveTypeName.BINARY) {
      byte[] bytes = binary.getBytesUnsafe();
      return codes.position(bytes, 0, bytes.length);
    }
    return codes.position(whole);
  }

  /** The value as a number; NaN when it is not there. */
  float number() {
    if (!there) {
      return Float.NaN;
    }
    return switch (type) {
      case INT32, INT64 -> (float) (whole / unit);
      case FLOAT, DOUBLE -> (float) real;
      default -> (float) (new BigInteger(binary.getBytes()).doubleValue() / unit);
    };
  }

  /** The value for a person. */
  String text() {
    if (!there) {
      return "";
    }
    return switch (type) {
      case FLOAT, DOUBLE -> String.valueOf(real);
      case INT32, INT64 -> unit == 1 ? String.valueOf(whole) : String.valueOf(whole / unit);
      default -> unit == 1 ? binary.toStringUsingUTF8() : String.valueOf(number());
    };
  }
}
