package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peil.config.OpportunitiesConfig;
import nl.peil.geo.Crs;
import nl.peil.geo.ZoneAssignment;
import nl.peil.jobs.ingest.SliceFiles.Source;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.CsvRow;
import nl.peil.table.InputTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Reads files of opportunities and finds the zone of every row; the points of all files in one
 * spatial join.
 */
final class OpportunityReader {

  private static final String SELECTED_BY = "where ";
  private static final String[] BY_INCOME = {
    "count_laag", "count_middellaag", "count_middelhoog", "count_hoog"
  };
  private static final StructType PLACES =
      new StructType()
          .add("id", DataTypes.IntegerType)
          .add("x", DataTypes.DoubleType)
          .add("y", DataTypes.DoubleType);

  private final IngestContext context;
  private final Map<String, Integer> zones;
  private final List<Place> places = new ArrayList<>();

  /**
   * What a file holds.
   *
   * @param intake its books
   * @param byZone what there is per zone
   */
  record Books(Intake intake, Map<Integer, ZoneOpportunities> byZone) {}

  private record Place(Books books, CsvRow row, Coordinate at) {}

  OpportunityReader(IngestContext context, Map<String, Integer> zones) {
    this.context = context;
    this.zones = zones;
  }

  /**
   * Reads files.
   *
   * @param files what to read
   * @param rejected filled with the files that cannot be used, and why
   * @return the books of all files that could be opened, also of those that are rejected
   */
  Map<Source<OpportunitiesConfig>, Books> read(
      Collection<Source<OpportunitiesConfig>> files,
      Map<Source<OpportunitiesConfig>, RejectedFileException> rejected)
      throws IOException {
    var read = new LinkedHashMap<Source<OpportunitiesConfig>, Books>();
    for (var file : files) {
      var books =
          new Books(
              new Intake(InputTables.OPPORTUNITIES.name(), file.file().path()), new HashMap<>());
      read.put(file, books);
      try {
        read(file, books);
      } catch (RejectedFileException e) {
        rejected.put(file, e);
      }
    }
    findZones();
    read.forEach(
        (file, books) -> {
          try {
            if (!rejected.containsKey(file)) {
              books.intake().close(context.config().quality().maxBadShare());
            }
          } catch (RejectedFileException e) {
            rejected.put(file, e);
          }
        });
    return read;
  }

  private void read(Source<OpportunitiesConfig> file, Books books)
      throws IOException, RejectedFileException {
    var config = file.config();
    var columns = new LinkedHashMap<>(config.file().columns());
    config.where().keySet().forEach(header -> columns.put(SELECTED_BY + header, header));
    var crs = Crs.of(config.crs());
    for (var row :
        context.read(file.file(), config.file(), InputTables.OPPORTUNITIES, columns).rows()) {
      if (selected(config, row)) {
        read(config, row, crs, books);
      } else {
        books.intake().notSelected();
      }
    }
  }

  private static boolean selected(OpportunitiesConfig config, CsvRow row) {
    return config.where().entrySet().stream()
        .allMatch(entry -> row.text(SELECTED_BY + entry.getKey()).equals(entry.getValue()));
  }

  private void read(OpportunitiesConfig config, CsvRow row, Crs crs, Books books) {
    var intake = books.intake();
    switch (config.kind()) {
      case POINTS -> {
        try {
          var x = row.number("x");
          var y = row.number("y");
          if (x == null || y == null) {
            intake.quarantine(row.line(), "no_coordinates", row.raw());
            return;
          }
          var wrong = crs.implausible(x, y);
          if (wrong.isPresent()) {
            intake.quarantine(row.line(), "outside_netherlands", row.raw());
            intake.advise("outside_netherlands", wrong.get());
            return;
          }
          places.add(new Place(books, row, crs.toRd(x, y)));
        } catch (NumberFormatException e) {
          intake.quarantine(row.line(), "bad_number", row.raw());
        }
      }
      case POSTCODES -> {
        var postcode = row.text("postcode").replace(" ", "");
        if (postcode.matches("\\d{4}([A-Za-z]{2})?")) {
          book(books, row, zones.get(postcode.substring(0, 4)), "unknown_zone");
        } else {
          intake.quarantine(row.line(), "bad_postcode", row.raw());
        }
      }
      case COUNTS -> book(books, row, zones.get(row.text("zone")), "unknown_zone");
    }
  }

  private void findZones() {
    if (places.isEmpty()) {
      return;
    }
    var rows = new ArrayList<Row>();
    for (int i = 0; i < places.size(); i++) {
      rows.add(RowFactory.create(i, places.get(i).at().getX(), places.get(i).at().getY()));
    }
    var zoneOf = new HashMap<Integer, Integer>();
    for (var row :
        ZoneAssignment.assign(
                context.spark().createDataFrame(rows, PLACES),
                context.store().read(InputTables.ZONES),
                context.config().zones().snapMetres())
            .where("zone IS NOT NULL")
            .select("id", "zone")
            .collectAsList()) {
      zoneOf.put(row.getInt(0), row.getInt(1));
    }
    for (int i = 0; i < places.size(); i++) {
      var place = places.get(i);
      var zone = zoneOf.get(i);
      if (zone == null) {
        // A place over the edge of the zone set is right in itself
        place.books().intake().outside(place.row().line(), "outside_zones", place.row().raw());
      } else {
        book(place.books(), place.row(), zone, "outside_zones");
      }
    }
  }

  private static void book(Books books, CsvRow row, @Nullable Integer zone, String rule) {
    var intake = books.intake();
    if (zone == null) {
      intake.quarantine(row.line(), rule, row.raw());
      return;
    }
    try {
      var stated = row.number("count");
      boolean counted = row.fields().containsKey("count");
      if (counted && stated == null) {
        intake.outside(row.line(), "suppressed_count", row.raw());
        return;
      }
      double count = stated == null ? 1 : stated;
      var capacity = row.number("capacity");
      var byIncome = new Double[BY_INCOME.length];
      for (int i = 0; i < byIncome.length; i++) {
        byIncome[i] = row.number(BY_INCOME[i]);
      }
      if (count < 0 || (capacity != null && capacity < 0)) {
        intake.quarantine(row.line(), "negative_count", row.raw());
        return;
      }
      books
          .byZone()
          .computeIfAbsent(zone, key -> new ZoneOpportunities())
          .add(count, capacity, byIncome);
      intake.loaded();
    } catch (NumberFormatException e) {
      intake.quarantine(row.line(), "bad_number", row.raw());
    }
  }
}
