package nl.peil.jobs.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.LayoutConfig;
import nl.peil.config.PeilConfig;
import nl.peil.config.ReportConfig;
import nl.peil.jobs.files.WholeFiles;
import nl.peil.jobs.report.facts.Country;
import nl.peil.jobs.report.facts.Layout;
import nl.peil.jobs.report.facts.Scope;
import nl.peil.jobs.report.facts.StoredTables;
import nl.peil.jobs.report.map.ZoneShapes;
import nl.peil.jobs.report.page.Duiding;
import nl.peil.jobs.report.page.IndexView;
import nl.peil.jobs.report.page.Pages;
import nl.peil.jobs.report.page.Subject;
import nl.peil.jobs.report.page.Texts;
import nl.peil.table.DeltaStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes the reports of regions, with a list of them per layout and a list of layouts: tables are
 * read once for all regions of a layout, pages are made side by side.
 */
public final class Reports {

  /** Where reports go when nothing else is asked: a folder beside those of the tables. */
  public static final String FOLDER = "reports";

  private final PeilConfig peil;
  private final ReportConfig config;
  private final StoredTables tables;
  private final Pages pages;
  private final WholeFiles files;
  private final BooleanSupplier stopped;

  /**
   * Reports of the tables of a folder.
   *
   * @param peil configuration
   * @param store the tables
   * @param language nl or en; null: as configured
   * @param folder where to write; null: beside the tables, a language that is not the configured
   *     one in a folder of its own
   * @param hadoop settings of file systems
   * @param stopped asked before every page
   * @throws IOException when the folder cannot be reached
   */
  public Reports(
      PeilConfig peil,
      DeltaStore store,
      @Nullable String language,
      @Nullable String folder,
      org.apache.hadoop.conf.Configuration hadoop,
      BooleanSupplier stopped)
      throws IOException {
    var report = peil.report();
    this.peil = peil;
    this.config = report == null ? ReportConfig.DEFAULT : report;
    this.tables = new StoredTables(store);
    var own = language == null ? config.language() : language;
    this.pages = new Pages(Texts.of(own));
    var beside = store.root() + "/" + FOLDER + (own.equals(config.language()) ? "" : "/" + own);
    this.files = new WholeFiles(folder == null ? beside : folder, hadoop);
    this.stopped = stopped;
  }

  /**
   * What was written.
   *
   * @param pages pages of regions
   * @param bytes their size
   * @param largest size of the largest
   * @param address where to begin reading
   */
  public record Written(int pages, long bytes, long largest, String address) {}

  /** Layouts whose regions get reports when nothing else is asked. */
  public List<String> layouts() {
    return config.layouts().isEmpty()
        ? peil.layouts().stream().map(LayoutConfig::layout).toList()
        : config.layouts();
  }

  /**
   * The layouts whose reports are not those of the tables as they are, among those that the
   * configuration wants at the end of a run.
   *
   * @throws IOException when the folder of the reports cannot be read
   */
  public List<String> stale() throws IOException {
    var made = Made.read(files);
    var identity = identity();
    return config.layouts().stream().filter(layout -> !made.fresh(layout, identity)).toList();
  }

  private String identity() {
    return Identity.of(tables, config, pages, peil);
  }

  /**
   * Writes the reports of layouts.
   *
   * @param layouts the layouts
   * @param region code, name or alias of the one region that is asked for; null: all
   * @throws ConfigProblemException when there is no such layout or region in the tables
   * @throws IOException when a file cannot be written
   * @throws InterruptedException when it was stopped
   */
  public Written write(List<String> layouts, @Nullable String region)
      throws ConfigProblemException, IOException, InterruptedException {
    var identity = identity();
    var country = Country.read(tables, scope(), config.compareWith());
    if (country.zones().zones().isEmpty()) {
      throw Batch.problem(
          "output: there are no zones in " + peil.output() + "; ./peil run makes them");
    }
    var shapes = new ZoneShapes(country.zones());
    var made = Made.read(files);
    var total = new Written(0, 0, 0, "");
    for (var name : layouts) {
      var layout = Layout.read(tables, country, name, config.keyFigures());
      if (layout.regions().isEmpty()) {
        throw Batch.problem(
            "--layout: there are no regions of layout '%s' in %s; layouts: %s"
                .formatted(name, peil.output(), layouts()));
      }
      var batch = new Batch(layout, subjects(country, layout), Slug.of(layout.regions()));
      var wanted = region == null ? batch.all() : List.of(batch.find(region));
      var sizes = render(batch, wanted, shapes);
      made = finish(made, batch, wanted, region == null ? identity : "", country);
      total = add(total, sizes, batch, wanted);
    }
    made.write(files);
    files.write(
        "index.html",
        pages.index(
            IndexView.layouts(
                made.layouts().entrySet().stream()
                    .map(
                        entry ->
                            new IndexView.LayoutLine(
                                entry.getKey(),
                                entry.getValue().files().size(),
                                entry.getValue().people(),
                                entry.getValue().status()))
                    .toList(),
                pages.texts())));
    return total.pages() == 1
        ? total
        : new Written(total.pages(), total.bytes(), total.largest(), files.address("index.html"));
  }

  private Written add(Written total, List<Long> sizes, Batch batch, List<Integer> wanted) {
    return new Written(
        total.pages() + sizes.size(),
        total.bytes() + sizes.stream().mapToLong(Long::longValue).sum(),
        Math.max(total.largest(), sizes.stream().mapToLong(Long::longValue).max().orElse(0)),
        wanted.isEmpty() ? "" : files.address(batch.file(wanted.get(0))));
  }

  private Scope scope() {
    var now = config.now() == null ? peil.basePopulation() : config.now();
    var asked = config.period();
    var residents = peil.residents() == null ? "" : peil.residents();
    return new Scope(now, asked == null ? Scope.firstPeriod(tables, now) : asked.key(), residents);
  }

  private List<Subject> subjects(Country country, Layout layout) {
    var name = config.country().isEmpty() ? pages.texts().text("country") : config.country();
    return layout.regions().stream()
        .map(region -> Subject.of(country, layout, region, name, config.keyFigures()))
        .toList();
  }

  /** Makes pages side by side and writes each as soon as it is there. */
  private List<Long> render(Batch batch, List<Integer> wanted, ZoneShapes shapes)
      throws IOException, InterruptedException {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), Math.max(1, wanted.size()));
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var pending = new ArrayList<Future<Long>>();
      for (int i : wanted) {
        pending.add(pool.submit(() -> page(batch, i, shapes)));
      }
      var sizes = new ArrayList<Long>();
      for (var one : pending) {
        sizes.add(one.get());
      }
      return sizes;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      if (e.getCause() instanceof InterruptedException cause) {
        throw cause;
      }
      throw new IllegalStateException("a report could not be made: " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private long page(Batch batch, int i, ZoneShapes shapes)
      throws IOException, InterruptedException {
    if (stopped.getAsBoolean()) {
      throw new InterruptedException("stopped with Ctrl-C");
    }
    var subject = batch.subjects().get(i);
    var place = duidingPlace(batch.layout().layout(), batch.slugs().get(i));
    var page = pages.region(subject, shapes, duiding(place), place);
    files.write(batch.file(i), page);
    return page.getBytes(StandardCharsets.UTF_8).length;
  }

  private String duidingPlace(String layout, String slug) {
    var pattern = config.duiding();
    return pattern == null ? "" : pattern.replace("{layout}", layout).replace("{region}", slug);
  }

  private Duiding duiding(String place) throws IOException {
    if (place.isEmpty()) {
      return Duiding.NONE;
    }
    Path file = peil.file().toAbsolutePath().resolveSibling(place).normalize();
    return Files.isRegularFile(file) ? Duiding.of(Files.readString(file)) : Duiding.NONE;
  }

  /** Writes the list of the layout, and removes pages of regions that are no more. */
  private Made finish(
      Made made, Batch batch, List<Integer> wanted, String identity, Country country)
      throws IOException {
    var layout = batch.layout().layout();
    var written = new TreeSet<String>();
    wanted.forEach(i -> written.add(batch.slugs().get(i) + ".html"));
    boolean all = !identity.isEmpty();
    if (all) {
      for (var old : made.files(layout)) {
        if (!written.contains(old)) {
          files.delete(layout + "/" + old);
        }
      }
    } else {
      written.addAll(made.files(layout));
    }
    var known = new HashSet<>(written);
    var listed = new ArrayList<Subject>();
    var links = new ArrayList<String>();
    for (int i = 0; i < batch.subjects().size(); i++) {
      var file = batch.slugs().get(i) + ".html";
      boolean open = batch.subjects().get(i).region().open();
      if (open || known.contains(file)) {
        listed.add(batch.subjects().get(i));
        links.add(open ? "" : file);
      }
    }
    files.write(
        layout + "/index.html",
        pages.index(IndexView.regions(layout, listed, links, pages.texts())));
    return made.with(
        layout,
        new Made.OfLayout(
            identity,
            country.method().runId(),
            batch.layout().regions().get(0).status(),
            listed.stream().mapToDouble(subject -> subject.region().members().population()).sum(),
            List.copyOf(written)));
  }
}
