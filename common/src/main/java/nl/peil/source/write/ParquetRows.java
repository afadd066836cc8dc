package nl.peil.source.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * A table as one Parquet file, packed with Snappy: plain types that every reader knows, a shape as
 * WKB, and what is to be known of the table as key-value metadata of the file.
 */
public final class ParquetRows implements RowSink {

  /** Rows are kept in memory up to this size, bytes. */
  private static final long ROW_GROUP = 32L << 20;

  private final ParquetWriter<@Nullable Object[]> out;

  /**
   * Begins a table.
   *
   * @param file the file; one that is there is replaced
   * @param sheet what is written
   * @param about key-value metadata
   */
  public ParquetRows(Path file, Sheet sheet, Map<String, String> about) throws IOException {
    this.out =
        new Builder(new LocalOutputFile(file), sheet, about)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withRowGroupSize(ROW_GROUP)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .build();
  }

  @Override
  public void row(@Nullable Object[] values) throws IOException {
    out.write(values);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {
    private final Sheet sheet;
    private final Map<String, String> about;

    private Builder(OutputFile file, Sheet sheet, Map<String, String> about) {
      super(file);
      this.sheet = sheet;
      this.about = about;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration hadoop) {
      return new Rows(sheet, about);
    }
  }

  private static final class Rows extends WriteSupport<@Nullable Object[]> {
    private final Sheet sheet;
    private final List<Field> fields;
    private final Map<String, String> about;
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
    private @Nullable RecordConsumer consumer;

    private Rows(Sheet sheet, Map<String, String> about) {
      this.sheet = sheet;
      this.fields = sheet.fields();
      this.about = about;
    }

    @Override
    public WriteContext init(Configuration hadoop) {
      var types = fields.stream().map(Rows::type).toArray(Type[]::new);
      return new WriteContext(new MessageType(sheet.name(), types), about);
    }

    private static Type type(Field field) {
      return switch (field.kind()) {
        case TEXT ->
            Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(field.name());
        case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(field.name());
        case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(field.name());
        case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(field.name());
        case DATE ->
            Types.optional(PrimitiveTypeName.INT32)
                .as(LogicalTypeAnnotation.dateType())
                .named(field.name());
        case MOMENT ->
            Types.optional(PrimitiveTypeName.INT64)
                .as(
                    LogicalTypeAnnotation.timestampType(
                        true, LogicalTypeAnnotation.TimeUnit.MICROS))
                .named(field.name());
        case SHAPE -> Types.optional(PrimitiveTypeName.BINARY).named(field.name());
      };
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(@Nullable Object[] values) {
      var row = consumer;
      if (row == null) {
        throw new IllegalStateException("the file was not started");
      }
      row.startMessage();
      for (int i = 0; i < values.length; i++) {
        var value = values[i];
        if (value != null) {
          var field = fields.get(i);
          row.startField(field.name(), i);
          add(row, field.kind(), value);
          row.endField(field.name(), i);
        }
      }
      row.endMessage();
    }

    private void add(RecordConsumer row, Field.Kind kind, Object value) {
      switch (kind) {
        case TEXT -> row.addBinary(Binary.fromString((String) value));
        case WHOLE -> row.addLong((Long) value);
        case NUMBER -> row.addDouble((Double) value);
        case FLAG -> row.addBoolean((Boolean) value);
        case DATE -> row.addInteger((int) ((LocalDate) value).toEpochDay());
        case MOMENT -> row.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
        case SHAPE -> row.addBinary(Binary.fromConstantByteArray(wkb.write((Geometry) value)));
      }
    }
  }
}
