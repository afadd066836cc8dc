package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.peil.config.PublishedForecastConfig;
import nl.peil.run.Available;
import nl.peil.run.InputRef;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.table.InputTables;
import nl.peil.table.PublishedTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;

/**
 * Forecasts as others published them, a slice per publication: scenarios and years may stand in
 * columns, and a plan reads no files, so it is the publication that is known beforehand, arrives as
 * one and is replaced as one.
 */
public final class ForecastSourceIngest implements Producer {

  private final IngestContext context;
  private final SliceFiles<PublishedForecastConfig> files;

  /** Finds the files of the delivery. */
  public ForecastSourceIngest(IngestContext context) {
    this.context = context;
    this.files = new SliceFiles<>(context);
    for (var published : context.config().publishedForecasts()) {
      for (var file : context.find(published.file().path())) {
        files.add(ForecastZoneWeightsIngest.slice(published), published, file);
      }
    }
  }

  @Override
  public TableSpec table() {
    return PublishedTables.FORECAST_SOURCE;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(
        InputTables.ZONES, InputTables.REGION_MEMBERSHIP, PublishedTables.FORECAST_ZONE_WEIGHTS);
  }

  @Override
  public List<Target> targets(Available available) {
    var targets = new ArrayList<Target>();
    for (var target :
        files.targets(
            available, ForecastSourceIngest.class, (slice, configs) -> configs.get(0).toString())) {
      var published = files.of(target.slice()).get(0).config();
      var places = places(published, target.slice(), available);
      if (!places.isEmpty()) {
        var inputs = new ArrayList<>(target.inputs());
        places.stream().filter(place -> !inputs.contains(place)).forEach(inputs::add);
        targets.add(new Target(target.slice(), inputs, target.settings(), target.codeVersion()));
      }
    }
    return targets;
  }

  /** The slices that tell which places there are; none when they cannot be read yet. */
  private static List<InputRef> places(
      PublishedForecastConfig published, Slice slice, Available available) {
    var layout = published.layout();
    if (layout != null) {
      var ofLayout = Slice.of("layout", layout);
      return available.matching(InputTables.REGION_MEMBERSHIP, ofLayout::equals);
    }
    return published.zoneWeights() == null
        ? available.matching(InputTables.ZONES, Slice.ALL, List.of())
        : available.matching(PublishedTables.FORECAST_ZONE_WEIGHTS, slice::equals);
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var made = new Made();
    var rows = files.read(table(), batch, this::reader, made);
    return made.rows(context.spark().createDataFrame(rows, table().schema()));
  }

  private SliceFiles.Reader<PublishedForecastConfig> reader(Slice publication) {
    var config = files.of(publication).get(0).config();
    var reader = new PublishedReader(config, PublishedPlaces.of(context, config));
    return (source, intake, rows) -> {
      var read = context.read(source.file(), source.config().file(), table(), reader.columns());
      for (var row : read.rows()) {
        rows.addAll(reader.read(row, source.file(), intake));
      }
    };
  }
}
