package nl.peil.jobs.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.peil.config.WelfareGoalsConfig;
import nl.peil.quality.Finding;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.quality.Severity;
import nl.peil.run.Available;
import nl.peil.run.CodeVersion;
import nl.peil.run.Fingerprints;
import nl.peil.run.InputRef;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.source.CsvRow;
import nl.peil.source.CsvTable;
import nl.peil.source.FoundFile;
import nl.peil.table.RegionTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import nl.peil.table.WelfareTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Goals as delivered, by region. All tables are one slice: only together they show which sources
 * contradict each other.
 */
public final class GoalsIngest implements Producer {

  private static final TableSpec TABLE = WelfareTables.WELFARE_GOALS;
  private static final List<String> NAMES = TABLE.columnNames();
  private static final int FLAG = NAMES.indexOf("contradiction");
  private static final int NOTE = NAMES.indexOf("contradiction_note");
  private static final int[] SAME = places("goal_id", "layout", "region");
  private static final int[] SAID =
      places("value_min", "value_max", "unit", "base_year", "target_year", "hardheid");

  private final IngestContext context;
  private final List<Source> sources = new ArrayList<>();

  /** A table of goals: in the delivery, or beside the configuration. */
  private record Source(
      WelfareGoalsConfig config, @Nullable FoundFile file, @Nullable Path beside) {

    private String name() {
      return file != null ? file.path() : Objects.requireNonNull(beside).getFileName().toString();
    }
  }

  /** Finds the files. */
  public GoalsIngest(IngestContext context) {
    this.context = context;
    for (var config : context.config().welfare().goals()) {
      var beside = config.beside();
      if (beside != null) {
        sources.add(new Source(config, null, beside));
      } else {
        context
            .find(config.file().path())
            .forEach(file -> sources.add(new Source(config, file, null)));
      }
    }
  }

  private static int[] places(String... columns) {
    return Arrays.stream(columns).mapToInt(NAMES::indexOf).toArray();
  }

  @Override
  public TableSpec table() {
    return TABLE;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(RegionTables.REGIONS);
  }

  @Override
  public List<Target> targets(Available available) {
    var regions = available.matching(RegionTables.REGIONS, slice -> true);
    if (sources.isEmpty() || regions.isEmpty()) {
      return List.of();
    }
    var inputs = new ArrayList<InputRef>();
    for (var source : sources) {
      var file = source.file();
      inputs.add(
          file != null
              ? context.ref(file)
              : InputRef.file(Fingerprints.beside(Objects.requireNonNull(source.beside()))));
    }
    inputs.addAll(regions);
    return List.of(
        new Target(
            Slice.ALL,
            inputs,
            sources.stream().map(source -> source.config().file()).toList()
                + " layouts "
                + context.config().welfare().goalLayouts(),
            CodeVersion.of(GoalsIngest.class)));
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var made = new Made();
    var reader = new GoalReader(GoalRegions.of(context));
    var rows = new ArrayList<Row>();
    boolean rejected = false;
    for (var source : sources) {
      var intake = new Intake(TABLE.name(), source.name());
      try {
        reader.read(rows(source), intake, rows);
        intake.close(context.config().quality().maxBadShare());
        made.booked(Slice.ALL, intake);
      } catch (RejectedFileException e) {
        made.booked(Slice.ALL, intake).rejected(Slice.ALL, e.finding());
        rejected = true;
      }
    }
    if (rejected) {
      return made;
    }
    made.accept(Slice.ALL);
    var flagged = flagged(rows);
    tell(flagged, made);
    return made.rows(context.spark().createDataFrame(flagged, TABLE.schema()));
  }

  private List<CsvRow> rows(Source source) throws IOException, RejectedFileException {
    var headers = source.config().headers();
    var optional = Set.copyOf(WelfareGoalsConfig.OPTIONAL);
    var file = source.file();
    return file != null
        ? context.read(file, source.config().file(), TABLE, headers, optional).rows()
        : CsvTable.read(
                Files.newInputStream(Objects.requireNonNull(source.beside())),
                source.name(),
                TABLE.name(),
                source.config().file().format(),
                headers,
                optional)
            .rows();
  }

  /** The rows, those flagged that say something else of the same goal and region than another. */
  private static List<Row> flagged(List<Row> rows) {
    Map<List<Object>, Set<List<Object>>> said = new HashMap<>();
    for (var row : rows) {
      said.computeIfAbsent(pick(row, SAME), key -> new HashSet<>()).add(pick(row, SAID));
    }
    return rows.stream()
        .map(row -> said.getOrDefault(pick(row, SAME), Set.of()).size() > 1 ? flagged(row) : row)
        .toList();
  }

  private static Row flagged(Row row) {
    var values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    values[FLAG] = true;
    if (row.getString(NOTE).isEmpty()) {
      values[NOTE] = "andere rijen met dit goal_id noemen voor deze regio andere waarden";
    }
    return RowFactory.create(values);
  }

  /** What a row says; of a region that is not known its name tells which one it is. */
  private static List<Object> pick(Row row, int[] places) {
    var values = new ArrayList<Object>();
    for (int place : places) {
      values.add(String.valueOf(row.get(place)));
    }
    if (places == SAME && row.isNullAt(SAME[1])) {
      values.add(row.getString(NAMES.indexOf("region_text")));
    }
    return values;
  }

  private static void tell(List<Row> rows, Made made) {
    long contradicted = rows.stream().filter(row -> row.getBoolean(FLAG)).count();
    if (contradicted > 0) {
      made.found(
          Slice.ALL,
          new Finding(
              Severity.WARN,
              "contradicting_goals",
              TABLE.name(),
              "",
              0,
              contradicted,
              "%,d rows of goals contradict another source; all stay, flagged"
                  .formatted(contradicted),
              "see welfare_goals where contradiction; nothing is chosen between them"));
    }
  }
}
