package nl.peil.bench.access;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;

/** Origins, destinations and minutes of a Parquet file as arrays, one row group after another. */
final class ParquetPairs implements AutoCloseable {

  private final ParquetFileReader reader;
  private final MessageType schema;
  private int size;
  private int[] origins = {};
  private int[] destinations = {};
  private float[] minutes = {};

  private ParquetPairs(ParquetFileReader reader, MessageType schema) {
    this.reader = reader;
    this.schema = schema;
  }

  static ParquetPairs open(Path file) throws IOException {
    var reader = ParquetFileReader.open(new LocalInputFile(file));
    var whole = reader.getFileMetaData().getSchema();
    var schema =
        new MessageType(
            whole.getName(),
            whole.getType("origin"),
            whole.getType("destination"),
            whole.getType("minutes"));
    reader.setRequestedSchema(schema);
    return new ParquetPairs(reader, schema);
  }

  /** Reads the next row group; false after the last. */
  boolean next() throws IOException {
    var pages = reader.readNextRowGroup();
    if (pages == null) {
      return false;
    }
    var store =
        new ColumnReadStoreImpl(
            pages,
            new DummyRecordConverter(schema).getRootConverter(),
            schema,
            reader.getFileMetaData().getCreatedBy());
    var columns = schema.getColumns();
    size = Math.toIntExact(pages.getRowCount());
    if (origins.length < size) {
      origins = new int[size];
      destinations = new int[size];
      minutes = new float[size];
    }
    whole(store.getColumnReader(columns.get(0)), origins);
    whole(store.getColumnReader(columns.get(1)), destinations);
    var times = store.getColumnReader(columns.get(2));
    for (int i = 0; i < size; i++) {
      minutes[i] = times.getFloat();
      times.consume();
    }
    return true;
  }

  private void whole(ColumnReader column, int[] values) {
    for (int i = 0; i < size; i++) {
      values[i] = column.getInteger();
      column.consume();
    }
  }

  /** Rows of this row group; how many of each array count. */
  int size() {
    return size;
  }

  int[] origins() {
    return origins;
  }

  int[] destinations() {
    return destinations;
  }

  float[] minutes() {
    return minutes;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
