package nl.peil.source.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A small table with a value of every kind, with what goes wrong in spreadsheets. */
final class Written {

  /** What a spreadsheet would run if it took it for a formula. */
  static final String FORMULA = "=cmd|'/c calc'!A1";

  static final Geometry SQUARE =
      new GeometryFactory().toGeometry(new Envelope(155_000, 156_000, 463_000, 464_000));

  static final Sheet SHEET =
      new Sheet(
          "figures",
          "Cijfers",
          "figures to try",
          List.of(
              Field.text("region", "Regio", "name of the region"),
              new Field("zones", "Aantal zones", Field.Kind.WHOLE, "how many zones", "0"),
              new Field("geometry", "Geometrie", Field.Kind.SHAPE, "outline", ""),
              new Field("share", "Aandeel", Field.Kind.NUMBER, "0 to 1", "0.0%"),
              new Field("known", "Bekend", Field.Kind.FLAG, "it is known", ""),
              new Field("valid_from", "Geldig vanaf", Field.Kind.DATE, "first day", ""),
              new Field("written_at", "Geschreven op", Field.Kind.MOMENT, "UTC", "")));

  private Written() {}

  private static final LocalDate DAY = LocalDate.of(2024, 1, 31);
  private static final Instant MOMENT = Instant.parse("2026-11-21T18:00:01.500Z");

  /** The rows: one filled, one with nothing but a name, one with a number below 0. */
  static List<@Nullable Object[]> rows() {
    return List.of(
        new @Nullable Object[] {FORMULA, 3L, SQUARE, 0.25, true, DAY, MOMENT},
        new @Nullable Object[] {"'s-Gravenhage; \"Den Haag\"", null, null, null, null, null, null},
        new @Nullable Object[] {"-5", -7L, null, -3.5, false, null, null});
  }

  static void to(RowSink sink) throws java.io.IOException {
    try (sink) {
      for (var row : rows()) {
        sink.row(row);
      }
    }
  }
}
