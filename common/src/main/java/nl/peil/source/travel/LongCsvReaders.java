package nl.peil.source.travel;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;

/** Travels once per stage to the tasks, with what all parts share, and opens the parts there. */
final class LongCsvReaders implements PartitionReaderFactory {

  private static final long serialVersionUID = 1L;

  private final ZoneCodes codes;
  private final SerializableConfiguration hadoop;

  LongCsvReaders(ZoneCodes codes, SerializableConfiguration hadoop) {
    this.codes = codes;
    this.hadoop = hadoop;
  }

  @Override
  public boolean supportColumnarReads(InputPartition partition) {
    return true;
  }

  @Override
  public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
    var part = (LongCsvPart) partition;
    try {
      return new LongCsvReader(part, PartStream.open(part, hadoop.value()), codes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + part.describe(), e);
    }
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    throw new UnsupportedOperationException("long CSV is read in columns only");
  }
}
