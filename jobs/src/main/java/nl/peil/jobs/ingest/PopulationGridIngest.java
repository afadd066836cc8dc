package nl.peil.jobs.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import nl.peil.config.PopulationConfig;
import nl.peil.geo.Crs;
import nl.peil.geo.GridCell;
import nl.peil.geo.ZoneAssignment;
import nl.peil.quality.Finding;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.quality.Severity;
import nl.peil.run.Available;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.source.CsvRow;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Inhabitants per CBS grid cell, each cell with the zone that its centre lies in. */
public final class PopulationGridIngest implements Producer {

  private static final List<String> AGES =
      List.of("age_0_15", "age_15_25", "age_25_45", "age_45_65", "age_65_plus");

  private static final StructType CELLS =
      new StructType()
          .add("scenario", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("cell_code", DataTypes.StringType)
          .add("cell_size_m", DataTypes.IntegerType)
          .add("x", DataTypes.DoubleType)
          .add("y", DataTypes.DoubleType)
          .add("population", DataTypes.DoubleType)
          .add("age_0_15", DataTypes.DoubleType)
          .add("age_15_25", DataTypes.DoubleType)
          .add("age_25_45", DataTypes.DoubleType)
          .add("age_45_65", DataTypes.DoubleType)
          .add("age_65_plus", DataTypes.DoubleType)
          .add("suppressed", DataTypes.BooleanType);

  private final IngestContext context;
  private final SliceFiles<PopulationConfig> grids;

  /** Finds the files of the delivery. */
  public PopulationGridIngest(IngestContext context) {
    this.context = context;
    this.grids = new SliceFiles<>(context);
    for (var config : context.config().population()) {
      for (var file : context.find(config.file().path())) {
        grids.add(IngestContext.slice(config.scenarioYear(), file), config, file);
      }
    }
  }

  @Override
  public TableSpec table() {
    return InputTables.POPULATION_GRID;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(InputTables.ZONES);
  }

  @Override
  public List<Target> targets(Available available) {
    return grids.targets(
        available,
        PopulationGridIngest.class,
        (slice, configs) -> configs + " snap " + context.config().zones().snapMetres());
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var made = new Made();
    var cells = grids.read(table(), batch, this::reader, made);
    var assigned =
        ZoneAssignment.assign(
                context.spark().createDataFrame(cells, CELLS),
                context.store().read(InputTables.ZONES),
                context.config().zones().snapMetres())
            .localCheckpoint();
    reportAssignment(assigned, made);
    return made.rows(assigned);
  }

  private SliceFiles.Reader<PopulationConfig> reader(Slice slice) {
    var seen = new HashSet<String>();
    return (grid, intake, rows) -> read(slice, grid, seen, intake, rows);
  }

  private void read(
      Slice slice,
      SliceFiles.Source<PopulationConfig> grid,
      HashSet<String> seen,
      Intake intake,
      List<Row> rows)
      throws IOException, RejectedFileException {
    var source = grid.config().file();
    var table = context.read(grid.file(), source, table(), source.columns());
    long suppressed = 0;
    for (var row : table.rows()) {
      try {
        var cell = GridCell.of(row.text("cell"), grid.config().cellSize());
        var values = new Double[1 + AGES.size()];
        values[0] = persons(row, "population");
        for (int i = 0; i < AGES.size(); i++) {
          values[i + 1] = persons(row, AGES.get(i));
        }
        if (!Crs.nearNetherlands(cell.centre())) {
          intake.quarantine(row.line(), "outside_netherlands", row.raw());
        } else if (!seen.add(cell.code())) {
          intake.quarantine(row.line(), "duplicate_cell", row.raw());
        } else {
          intake.loaded();
          suppressed += values[0] == null ? 1 : 0;
          rows.add(cell(slice, cell, values));
        }
      } catch (NumberFormatException e) {
        intake.quarantine(row.line(), "bad_number", row.raw());
      } catch (IllegalArgumentException e) {
        intake.quarantine(row.line(), "bad_cell_code", row.raw());
      }
    }
    if (suppressed > 0) {
      intake.warn(
          "suppressed_cells",
          0,
          suppressed,
          "%,d of %,d cells have no published number of inhabitants; they are unknown, not zero"
              .formatted(suppressed, table.rows().size()),
          "");
    }
  }

  private static @Nullable Double persons(CsvRow row, String column) {
    var persons = row.number(column);
    if (persons != null && persons < 0) {
      throw new NumberFormatException("expected persons of 0 or more, got " + persons);
    }
    return persons;
  }

  private static Row cell(Slice slice, GridCell cell, @Nullable Double[] values) {
    var centre = cell.centre();
    return RowFactory.create(
        slice.get("scenario"),
        Integer.parseInt(slice.get("year")),
        cell.code(),
        cell.sizeM(),
        centre.getX(),
        centre.getY(),
        values[0],
        values[1],
        values[2],
        values[3],
        values[4],
        values[5],
        values[0] == null);
  }

  private void reportAssignment(Dataset<Row> assigned, Made made) {
    for (var row :
        assigned
            .groupBy("scenario", "year", "assignment")
            .agg(count(lit(1)), coalesce(sum("population"), lit(0.0)))
            .orderBy("scenario", "year", "assignment")
            .collectAsList()) {
      var slice = Slice.of("scenario", row.getString(0), "year", Integer.toString(row.getInt(1)));
      var how = row.getString(2);
      var message =
          switch (how) {
            case "polygon" -> "";
            case "nearest" ->
                "%,d cells with %,.0f inhabitants lie in no zone and count with the nearest";
            case "other_zone" ->
                "%,d cells with %,.0f inhabitants lie in a zone that was not delivered, and count nowhere";
            default ->
                "%,d cells with %,.0f inhabitants lie too far from any zone, and count nowhere";
          };
      if (!message.isEmpty()) {
        made.found(
            slice,
            new Finding(
                how.equals("nearest") ? Severity.INFO : Severity.WARN,
                "cells_" + how,
                table().name(),
                "",
                0,
                row.getLong(3),
                message.formatted(row.getLong(3), row.getDouble(4)),
                how.equals("nearest")
                    ? ""
                    : "check that the population grid and the zones are of the same area"));
      }
    }
  }
}
