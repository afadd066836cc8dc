package nl.peil.source.travel;

import java.util.ArrayList;
import java.util.List;
import nl.peil.quality.RejectedFileException;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Checks that a Parquet file has the columns that are asked of it. */
final class ParquetSchema {

  private ParquetSchema() {}

  /**
   * The columns to read: origin, destination, minutes and, when there is one, km.
   *
   * @param all schema of the file
   * @param file the file, for messages
   * @throws RejectedFileException with rule {@code missing_column} or {@code wrong_type}
   */
  static MessageType project(MessageType all, ParquetPairs format, String file)
      throws RejectedFileException {
    var wanted = new ArrayList<>(List.of(format.origin(), format.destination(), format.minutes()));
    var km = format.km();
    if (km != null) {
      wanted.add(km);
    }
    var missing = wanted.stream().filter(name -> !all.containsField(name)).toList();
    if (!missing.isEmpty()) {
      throw new RejectedFileException(
          "missing_column",
          Inspector.TABLE,
          file,
          0,
          "expected the columns %s, missing %s; the file has %s"
              .formatted(wanted, missing, all.getFields().stream().map(Type::getName).toList()),
          "map the names of the file under 'columns' of this source");
    }
    for (int i = 0; i < wanted.size(); i++) {
      var type = all.getType(wanted.get(i));
      boolean code = i < 2;
      boolean fits =
          type.isPrimitive()
              && !type.isRepetition(Type.Repetition.REPEATED)
              && (code
                  ? ParquetColumn.holdsCodes(type.asPrimitiveType())
                  : ParquetColumn.holdsNumbers(type.asPrimitiveType()));
      if (!fits) {
        throw new RejectedFileException(
            "wrong_type",
            Inspector.TABLE,
            file,
            0,
            "expected %s in column '%s', its type is %s"
                .formatted(
                    code ? "zone codes as whole numbers or text" : "numbers", wanted.get(i), type),
            "write the column with another type, or map another column under 'columns'");
      }
    }
    return new MessageType(all.getName(), wanted.stream().map(all::getType).toList());
  }
}
