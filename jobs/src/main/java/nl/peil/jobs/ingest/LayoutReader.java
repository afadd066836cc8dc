package nl.peil.jobs.ingest;

import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import nl.peil.config.LayoutConfig;
import nl.peil.run.Made;
import nl.peil.table.Slice;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKBWriter;

/** Collects from the files of layouts what the spatial join and the lists need. */
final class LayoutReader {

  /** The one region of the layout of the whole delivery. */
  static final String EVERYWHERE = "all";

  /** Its name. */
  static final String EVERYWHERE_NAME = "the whole delivery";

  /** Status of what lacks a polygon or a member. */
  static final String INCOMPLETE = "onvolledig";

  private final LayoutFiles files;
  private final LayoutRows found;
  private final Set<String> collected = new HashSet<>();

  LayoutReader(LayoutFiles files, LayoutRows found) {
    this.files = files;
    this.found = found;
  }

  /**
   * Reads a layout.
   *
   * @return false when a file was rejected; the reason is among the findings
   */
  boolean read(LayoutConfig layout, Made made, Slice slice) throws IOException {
    boolean complete = true;
    for (var base : files.bases(layout)) {
      var drawn = drawn(base, made, slice);
      var rejection = drawn.rejection();
      if (rejection != null) {
        made.rejected(slice, rejection.finding());
        return false;
      }
      complete &= drawn.complete();
    }
    if (layout.polygons() == null && !addMembers(layout, complete, made, slice)) {
      return false;
    }
    found.descriptions.add(
        RowFactory.create(
            layout.layout(),
            layout.partition() && complete,
            date(layout.validFrom()),
            date(layout.validTo()),
            complete ? layout.status() : INCOMPLETE,
            layout.source()));
    return true;
  }

  /** The layout that needs no file: one region with every delivered zone in full. */
  void addWholeDelivery() {
    files
        .zones()
        .values()
        .forEach(
            zone ->
                found.zoneMembers.add(RowFactory.create(LayoutConfig.DELIVERY, EVERYWHERE, zone)));
    found.name(LayoutConfig.DELIVERY, EVERYWHERE, EVERYWHERE_NAME);
    found.descriptions.add(
        RowFactory.create(LayoutConfig.DELIVERY, true, null, null, "vastgesteld", "built in"));
  }

  static @Nullable Date date(@Nullable LocalDate date) {
    return date == null ? null : Date.valueOf(date);
  }

  /** The polygons of a layout, collected once however many layouts list its regions. */
  private DrawnLayout drawn(LayoutConfig layout, Made made, Slice slice) throws IOException {
    var drawn = files.drawn(layout);
    if (collected.add(layout.layout())) {
      drawn.books().forEach(intake -> made.booked(slice, intake));
      if (drawn.rejection() == null) {
        var writer = new WKBWriter();
        drawn
            .parts()
            .forEach(
                part ->
                    found.polygons.add(
                        RowFactory.create(
                            layout.layout(), part.region(), writer.write(part.geometry()))));
        drawn.names().forEach((region, name) -> found.name(layout.layout(), region, name));
        // With a region missing the rest of a zone must not be taken for the whole of it
        found.layouts.add(
            RowFactory.create(layout.layout(), layout.partition() && drawn.complete()));
      }
    }
    return drawn;
  }

  private boolean addMembers(LayoutConfig layout, boolean complete, Made made, Slice slice)
      throws IOException {
    var list = files.listed(layout);
    list.books().forEach(intake -> made.booked(slice, intake));
    var rejection = list.rejection();
    if (rejection != null) {
      made.rejected(slice, rejection.finding());
      return false;
    }
    for (var member : list.members()) {
      if (member.isZone()) {
        found.zoneMembers.add(
            RowFactory.create(
                layout.layout(), member.region(), files.zones().get(member.member())));
      } else {
        found.regionMembers.add(
            RowFactory.create(layout.layout(), member.region(), member.of(), member.member()));
      }
    }
    list.names().forEach((region, name) -> found.name(layout.layout(), region, name));
    if (layout.fromCatalogue()) {
      for (var region : files.catalogue().regions(layout.layout())) {
        boolean whole = complete && !list.incomplete().contains(region.region());
        found.describe(
            layout.layout(),
            region.region(),
            region.name(),
            whole ? region.status() : INCOMPLETE,
            region.source());
      }
    }
    return true;
  }
}
