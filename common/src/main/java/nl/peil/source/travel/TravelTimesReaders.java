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
final class TravelTimesReaders implements PartitionReaderFactory {

  private static final long serialVersionUID = 1L;

  private final ZoneCodes codes;
  private final SerializableConfiguration hadoop;

  TravelTimesReaders(ZoneCodes codes, SerializableConfiguration hadoop) {
    this.codes = codes;
    this.hadoop = hadoop;
  }

  @Override
  public boolean supportColumnarReads(InputPartition partition) {
    return true;
  }

  @Override
  public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
    var part = (TravelPart) partition;
    try {
      return new TravelTimesReader(part, Cursors.ofPart(part, hadoop.value(), codes), codes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + part.describe(), e);
    }
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    throw new UnsupportedOperationException("travel times are read in columns only");
  }
}
