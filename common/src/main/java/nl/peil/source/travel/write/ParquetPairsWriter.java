package nl.peil.source.travel.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
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
import org.apache.parquet.schema.Types;

/**
 * Writes Parquet: columns {@code origin} and {@code destination} (text), {@code minutes} and, when
 * asked, {@code km} (float, null when not known); packed with Snappy. Pairs may come in any order.
 */
public final class ParquetPairsWriter implements PairWriter {

  /** Row groups of this size are what can be read in parallel, bytes. */
  private static final long ROW_GROUP = 16L << 20;

  private final ParquetWriter<Pair> out;

  private record Pair(String origin, String destination, float minutes, float km) {}

  /**
   * Starts a file.
   *
   * @param file the file; one that is there is replaced
   * @param withKm write the distance, too
   */
  public ParquetPairsWriter(OutputFile file, boolean withKm) throws IOException {
    this(file, withKm, ROW_GROUP);
  }

  /**
   * Starts a local file.
   *
   * @param file path; a file that is there is replaced
   * @param withKm write the distance, too
   */
  public static ParquetPairsWriter create(Path file, boolean withKm) throws IOException {
    return new ParquetPairsWriter(new LocalOutputFile(file), withKm);
  }

  /** The same with another size of row groups, bytes. */
  public ParquetPairsWriter(OutputFile file, boolean withKm, long rowGroupBytes)
      throws IOException {
    out =
        new Builder(file, withKm)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withRowGroupSize(rowGroupBytes)
            .withMinRowCountForPageSizeCheck((int) Math.min(100, Math.max(1, rowGroupBytes / 16)))
            .withWriteMode(org.apache.parquet.hadoop.ParquetFileWriter.Mode.OVERWRITE)
            .build();
  }

  @Override
  public void write(String origin, String destination, float minutes, float km) throws IOException {
    NumberText.checked(minutes, "minutes");
    out.write(new Pair(origin, destination, minutes, km));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static final class Builder extends ParquetWriter.Builder<Pair, Builder> {
    private final boolean withKm;

    private Builder(OutputFile file, boolean withKm) {
      super(file);
      this.withKm = withKm;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Pair> getWriteSupport(Configuration hadoop) {
      return new Pairs(withKm);
    }
  }

  private static final class Pairs extends WriteSupport<Pair> {
    private final boolean withKm;
    private @org.jspecify.annotations.Nullable RecordConsumer consumer;

    private Pairs(boolean withKm) {
      this.withKm = withKm;
    }

    @Override
    public WriteContext init(Configuration hadoop) {
      var text = LogicalTypeAnnotation.stringType();
      var fields =
          Types.buildMessage()
              .required(PrimitiveTypeName.BINARY)
              .as(text)
              .named("origin")
              .required(PrimitiveTypeName.BINARY)
              .as(text)
              .named("destination")
              .required(PrimitiveTypeName.FLOAT)
              .named("minutes");
      MessageType schema =
          (withKm ? fields.optional(PrimitiveTypeName.FLOAT).named("km") : fields)
              .named("travel_times");
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(Pair pair) {
      var row = consumer;
      if (row == null) {
        throw new IllegalStateException("the file was not started");
      }
      row.startMessage();
      text(row, "origin", 0, pair.origin());
      text(row, "destination", 1, pair.destination());
      number(row, "minutes", 2, pair.minutes());
      if (withKm && !Float.isNaN(pair.km())) {
        number(row, "km", 3, pair.km());
      }
      row.endMessage();
    }

    private static void text(RecordConsumer row, String name, int index, String value) {
      row.startField(name, index);
      row.addBinary(Binary.fromString(value));
      row.endField(name, index);
    }

    private static void number(RecordConsumer row, String name, int index, float value) {
      row.startField(name, index);
      row.addFloat(value);
      row.endField(name, index);
    }
  }
}
