package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.peil.config.BarrierSourceConfig;
import nl.peil.config.WelfareSourceConfig;
import nl.peil.quality.Finding;
import nl.peil.quality.Severity;
import nl.peil.run.Available;
import nl.peil.run.InputRef;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import nl.peil.table.WelfareTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Indicators of brede welvaart as delivered. All tables are one slice: they are small, years may
 * stand in columns, and only together they show who contradicts whom.
 */
public final class WelfareIngest implements Producer {

  private static final TableSpec TABLE = WelfareTables.WELFARE_SOURCE;
  private static final int VALUE = TABLE.columnNames().indexOf("value");
  private static final int CONTRADICTION = TABLE.columnNames().indexOf("contradiction");
  private static final List<Integer> SAME =
      List.of("indicator", "area_kind", "area", "year").stream()
          .map(TABLE.columnNames()::indexOf)
          .toList();

  private final IngestContext context;
  private final SliceFiles<WelfareSourceConfig> files;

  /** Finds the files of the delivery. */
  public WelfareIngest(IngestContext context) {
    this.context = context;
    this.files = new SliceFiles<>(context);
    for (var config : context.config().welfare().sources()) {
      for (var file : context.find(config.file().path())) {
        files.add(Slice.ALL, config, file);
      }
    }
  }

  @Override
  public TableSpec table() {
    return TABLE;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(InputTables.ZONES, InputTables.REGION_MEMBERSHIP);
  }

  @Override
  public List<Target> targets(Available available) {
    var targets = new ArrayList<Target>();
    for (var target :
        files.targets(available, WelfareIngest.class, (slice, configs) -> configs.toString())) {
      var inputs = new ArrayList<>(target.inputs());
      for (var source : files.of(target.slice())) {
        places(source.config().area(), available).stream()
            .filter(place -> !inputs.contains(place))
            .forEach(inputs::add);
      }
      targets.add(new Target(target.slice(), inputs, target.settings(), target.codeVersion()));
    }
    return targets;
  }

  /** The slices that tell which regions there are. */
  private static List<InputRef> places(String area, Available available) {
    return area.equals(BarrierSourceConfig.ZONE)
        ? List.of()
        : available.matching(InputTables.REGION_MEMBERSHIP, Slice.of("layout", area)::equals);
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var made = new Made();
    var areas = new HashMap<String, IndicatorAreas>();
    var rows = files.read(TABLE, batch, slice -> reader(areas), made);
    var flagged = flagged(rows);
    long contradicted = flagged.stream().filter(row -> row.getBoolean(CONTRADICTION)).count();
    if (contradicted > 0) {
      made.found(
          Slice.ALL,
          new Finding(
              Severity.WARN,
              "contradicting_figures",
              TABLE.name(),
              "",
              0,
              contradicted,
              "%,d figures of which another supplier says something else; all stay, flagged"
                  .formatted(contradicted),
              "see welfare_source where contradiction; take one supplier out once it is known who"
                  + " is right"));
    }
    return made.rows(context.spark().createDataFrame(flagged, TABLE.schema()));
  }

  private SliceFiles.Reader<WelfareSourceConfig> reader(Map<String, IndicatorAreas> areas) {
    var told = new WelfareFigures.Told();
    return (source, intake, rows) -> {
      var config = source.config();
      var reader =
          WelfareFigures.reader(
              config,
              source.file(),
              areas.computeIfAbsent(config.area(), kind -> IndicatorAreas.of(context, kind, null)),
              told);
      var table = context.read(source.file(), config.file(), TABLE, reader.columns());
      reader.read(table.rows(), source.file(), intake, rows);
    };
  }

  /** The rows, those flagged whose value another supplier contradicts. */
  private static List<Row> flagged(List<Row> rows) {
    var least = new HashMap<List<Object>, Double>();
    var most = new HashMap<List<Object>, Double>();
    for (var row : rows) {
      if (!row.isNullAt(VALUE)) {
        least.merge(same(row), row.getDouble(VALUE), Math::min);
        most.merge(same(row), row.getDouble(VALUE), Math::max);
      }
    }
    return rows.stream()
        .map(
            row -> {
              var key = same(row);
              if (row.isNullAt(VALUE) || Objects.equals(least.get(key), most.get(key))) {
                return row;
              }
              var values = new Object[row.size()];
              for (int i = 0; i < values.length; i++) {
                values[i] = i == CONTRADICTION ? Boolean.TRUE : row.get(i);
              }
              return RowFactory.create(values);
            })
        .toList();
  }

  private static List<Object> same(Row row) {
    return SAME.stream().map(row::get).toList();
  }
}
