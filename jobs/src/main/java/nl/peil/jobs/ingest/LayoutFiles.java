package nl.peil.jobs.ingest;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.peil.catalogue.RegionCatalogue;
import nl.peil.config.GeoFile;
import nl.peil.config.LayoutConfig;
import nl.peil.run.InputRef;
import nl.peil.source.FoundFile;
import org.jspecify.annotations.Nullable;

/**
 * The files of layouts, read and checked: once in a run, however many layouts list the regions of
 * another and however many tables are made from them. What they hold goes when memory gets short,
 * and is read again then.
 */
public final class LayoutFiles {

  private final IngestContext context;
  private final Map<String, SoftReference<DrawnLayout>> drawn = new HashMap<>();
  private final Map<String, SoftReference<ListedLayout>> listed = new HashMap<>();
  private @Nullable Map<String, Integer> zones;

  /** With this context. */
  public LayoutFiles(IngestContext context) {
    this.context = context;
  }

  /** The delivered zones by their code; they must be there by now. */
  Map<String, Integer> zones() {
    var known = zones;
    if (known == null) {
      known = context.zoneByCode();
      zones = known;
    }
    return known;
  }

  /** The catalogue of region layouts; empty when there is none. */
  RegionCatalogue catalogue() {
    return context.catalogue();
  }

  /** A layout by its name, which must be in the configuration. */
  LayoutConfig layout(String name) {
    return context.config().layouts().stream()
        .filter(layout -> layout.layout().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no layout " + name));
  }

  /** What the members of a layout are: zones, or names of layouts; none of one with polygons. */
  private List<String> membersOf(LayoutConfig layout) {
    var of = layout.memberOf();
    return layout.fromCatalogue()
        ? catalogue().memberLayouts(layout.layout())
        : of == null ? List.of() : List.of(of);
  }

  /** True when some members are zones. */
  boolean listsZones(LayoutConfig layout) {
    return membersOf(layout).stream()
        .anyMatch(of -> of.equals(ListedLayout.ZONES) || listsZones(layout(of)));
  }

  /** The layouts whose polygons decide: those that it lists regions of, or itself. */
  List<LayoutConfig> bases(LayoutConfig layout) {
    return layout.polygons() != null
        ? List.of(layout)
        : membersOf(layout).stream()
            .filter(of -> !of.equals(ListedLayout.ZONES))
            .flatMap(of -> bases(layout(of)).stream())
            .distinct()
            .toList();
  }

  /** The part of the configuration that a layout depends on. */
  String settings(LayoutConfig layout) {
    var text = new StringBuilder(layout.toString());
    for (var of : membersOf(layout)) {
      if (!of.equals(ListedLayout.ZONES)) {
        text.append(" of ").append(settings(layout(of)));
      }
    }
    if (layout.fromCatalogue()) {
      text.append('\n').append(catalogue().content(layout.layout()));
    }
    return text.toString();
  }

  /** The files that a layout is made from. */
  List<InputRef> inputs(LayoutConfig layout) {
    return files(layout).distinct().map(context::ref).toList();
  }

  private Stream<FoundFile> files(LayoutConfig layout) {
    var files = new ArrayList<FoundFile>();
    var polygons = layout.polygons();
    if (polygons != null) {
      files.addAll(context.withSidecars(polygons));
    }
    var names = layout.names();
    if (names != null) {
      files.addAll(context.find(names.path()));
    }
    var list = layout.list();
    if (list != null) {
      files.addAll(context.find(list.path()));
    }
    return Stream.concat(
        files.stream(),
        membersOf(layout).stream()
            .filter(of -> !of.equals(ListedLayout.ZONES))
            .flatMap(of -> files(layout(of))));
  }

  /** The polygons of a layout that has them. */
  DrawnLayout drawn(LayoutConfig layout) throws IOException {
    var kept = drawn.get(layout.layout());
    var before = kept == null ? null : kept.get();
    if (before != null) {
      return before;
    }
    var now = new PolygonReader(context, layout).read(polygons(layout));
    drawn.put(layout.layout(), new SoftReference<>(now));
    return now;
  }

  private static GeoFile polygons(LayoutConfig layout) {
    var polygons = layout.polygons();
    if (polygons == null) {
      throw new IllegalArgumentException("layout " + layout.layout() + " has no polygons");
    }
    return polygons;
  }

  /** The members of a layout that is a list. */
  ListedLayout listed(LayoutConfig layout) throws IOException {
    var kept = listed.get(layout.layout());
    var before = kept == null ? null : kept.get();
    if (before != null) {
      return before;
    }
    var now = new MemberReader(context, this, layout).read();
    listed.put(layout.layout(), new SoftReference<>(now));
    return now;
  }
}
