package nl.peil.source.travel;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import nl.peil.quality.RejectedFileException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The pairs of a Parquet file, one row group after another; the columns that are read of one row
 * group are in memory, as packed in the file. A part may begin and end within a row group, so that
 * it can hold whole origins; such a group is read for both parts.
 */
final class ParquetCursor extends PairCursor {

  private final String file;
  private final ParquetPairs format;
  private final ZoneCodes codes;
  private final TimeJudge times;
  private final ParquetFileReader reader;
  private final MessageType schema;
  private final List<BlockMetaData> groups;
  private final long firstLine;
  private final long endLine;
  private final boolean inspecting;

  /** Origin, destination, minutes and, when there is one, km; of the row group that is read. */
  private ParquetColumn[] columns = {};

  private int group;
  private long rowsLeft;
  private long line;
  private long place;
  private long nextPlace;

  private ParquetCursor(
      String file,
      ParquetPairs format,
      ZoneCodes codes,
      ParquetFileReader reader,
      MessageType schema,
      long firstLine,
      long endLine) {
    this.file = file;
    this.format = format;
    this.codes = codes;
    this.times = new TimeJudge(format.rules());
    this.reader = reader;
    this.schema = schema;
    this.groups = reader.getRowGroups();
    this.firstLine = firstLine;
    this.endLine = endLine;
    this.inspecting = firstLine == 1 && endLine == Long.MAX_VALUE;
  }

  /**
   * Opens a file.
   *
   * @param name the file, for messages
   * @param firstLine first row of the part, from 1
   * @param endLine first row after it
   * @throws RejectedFileException with rule {@code broken_parquet}, {@code missing_column} or
   *     {@code wrong_type}
   */
  static ParquetCursor open(
      Path path,
      String name,
      Configuration hadoop,
      ParquetPairs format,
      ZoneCodes codes,
      long firstLine,
      long endLine)
      throws IOException, RejectedFileException {
    var reader = reader(path, name, hadoop);
    try {
      var schema = ParquetSchema.project(reader.getFileMetaData().getSchema(), format, name);
      reader.setRequestedSchema(schema);
      var cursor = new ParquetCursor(name, format, codes, reader, schema, firstLine, endLine);
      cursor.skip();
      return cursor;
    } catch (RejectedFileException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private static ParquetFileReader reader(Path path, String name, Configuration hadoop)
      throws IOException, RejectedFileException {
    var input = HadoopInputFile.fromPath(path, hadoop);
    try {
      var options =
          HadoopReadOptions.builder(hadoop, path).usePageChecksumVerification(true).build();
      return ParquetFileReader.open(input, options);
    } catch (IOException | RuntimeException e) {
      // What the reader throws for a damaged file is not told from what it throws for a mistake.
      throw broken(name, 0, e);
    }
  }

  /** Names of the columns of a file. */
  static List<String> columns(TravelFile file) throws IOException, RejectedFileException {
    try (var reader = reader(file.path(), file.name(), file.hadoop())) {
      return reader.getFileMetaData().getSchema().getFields().stream().map(Type::getName).toList();
    }
  }

  /** Goes to the row group in which the first row lies. */
  private void skip() {
    while (group < groups.size() && line + groups.get(group).getRowCount() < firstLine) {
      line += groups.get(group).getRowCount();
      nextPlace += packed(groups.get(group));
      reader.skipNextRowGroup();
      group++;
    }
    place = nextPlace;
  }

  private static long packed(BlockMetaData group) {
    return Math.max(1, group.getCompressedSize());
  }

  @Override
  long firstPlace() {
    return 0;
  }

  @Override
  long firstLine() {
    return 1;
  }

  @Override
  boolean next() throws IOException, RejectedFileException {
    try {
      do {
        while (rowsLeft == 0) {
          place = nextPlace;
          if (group == groups.size()) {
            return false;
          }
          nextGroup();
        }
        if (line + 1 >= endLine) {
          return false;
        }
        rowsLeft--;
        line++;
        for (var column : columns) {
          column.read();
        }
      } while (line < firstLine);
      verdict = judge();
      return true;
    } catch (IOException | RuntimeException e) {
      // When it is inspected all bytes were just read once: what fails now is what they say.
      if (inspecting) {
        throw broken(file, line, e);
      }
      throw e;
    }
  }

  private void nextGroup() throws IOException {
    nextPlace += packed(groups.get(group));
    rowsLeft = groups.get(group).getRowCount();
    group++;
    if (rowsLeft == 0) {
      reader.skipNextRowGroup();
      return;
    }
    var pages = reader.readNextRowGroup();
    var store =
        new ColumnReadStoreImpl(
            pages,
            new DummyRecordConverter(schema).getRootConverter(),
            schema,
            reader.getFileMetaData().getCreatedBy());
    columns =
        schema.getColumns().stream()
            .map(
                path ->
                    new ParquetColumn(
                        path.getPrimitiveType(),
                        path.getMaxDefinitionLevel(),
                        store.getColumnReader(path)))
            .toArray(ParquetColumn[]::new);
  }

  private Verdict judge() {
    minutes = columns[2].number() + 0f;
    var judged = times.ofValue(minutes);
    if (!judged.kept()) {
      return judged;
    }
    origin = columns[0].position(codes);
    destination = columns[1].position(codes);
    if (origin < 0 || destination < 0) {
      return Verdict.UNKNOWN_ZONE;
    }
    if (columns.length > 3) {
      float value = columns[3].number() + 0f;
      boolean usable = value >= 0 && value < Float.POSITIVE_INFINITY;
      km = usable ? value : Float.NaN;
      kmUnreadable = value < 0;
    }
    return judged;
  }

  @Override
  long line() {
    return line;
  }

  @Override
  long place() {
    return place;
  }

  @Override
  String raw() {
    return schema.getFields().stream()
        .map(field -> field.getName() + "=" + columns[schema.getFieldIndex(field.getName())].text())
        .collect(Collectors.joining(", "));
  }

  @Override
  String kmColumn() {
    var name = format.km();
    return name == null ? "" : name;
  }

  @Override
  String code(boolean ofOrigin) {
    return columns[ofOrigin ? 0 : 1].text();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static RejectedFileException broken(String file, long row, Exception e) {
    return new RejectedFileException(
        "broken_parquet",
        Inspector.TABLE,
        file,
        row,
        "expected a whole Parquet file; after row %,d: %s".formatted(row, e),
        "transfer the file again; what can be read of it is not used");
  }
}
