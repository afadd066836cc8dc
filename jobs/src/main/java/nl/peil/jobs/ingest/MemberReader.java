package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.catalogue.CatalogueReader;
import nl.peil.config.LayoutConfig;
import nl.peil.config.SourceFile;
import nl.peil.jobs.ingest.ListedLayout.Member;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.CsvRow;
import nl.peil.table.InputTables;

/** Reads the members of one layout, from a list of the delivery or from the catalogue. */
final class MemberReader {

  private static final String TABLE = InputTables.REGION_MEMBERSHIP.name();

  private final IngestContext context;
  private final LayoutFiles files;
  private final LayoutConfig layout;
  private final Set<Member> members = new LinkedHashSet<>();
  private final Set<String> incomplete = new HashSet<>();
  private final Map<String, String> names = new HashMap<>();
  private final List<Intake> books = new ArrayList<>();

  MemberReader(IngestContext context, LayoutFiles files, LayoutConfig layout) {
    this.context = context;
    this.files = files;
    this.layout = layout;
  }

  /** Reads all there is. */
  ListedLayout read() throws IOException {
    var list = layout.list();
    var of = layout.memberOf();
    try {
      if (list != null && of != null) {
        readList(list, of);
      } else {
        readCatalogue();
      }
      return new ListedLayout(null, List.copyOf(members), incomplete, names, books);
    } catch (RejectedFileException e) {
      return ListedLayout.rejected(e, books);
    }
  }

  private void readList(SourceFile source, String of) throws IOException, RejectedFileException {
    boolean zones = of.equals(ListedLayout.ZONES);
    var known = zones ? files.zones().keySet() : files.drawn(files.layout(of)).regions();
    for (var file : context.find(source.path())) {
      var intake = new Intake(TABLE, file.path());
      for (var row :
          context.read(file, source, InputTables.REGION_MEMBERSHIP, source.columns()).rows()) {
        var member = new Member(row.text("region"), of, row.text("member"));
        if (member.region().isEmpty()) {
          intake.quarantine(row.line(), "no_region_code", row.raw());
        } else if (!known.contains(member.member())) {
          intake.quarantine(row.line(), zones ? "unknown_zone" : "unknown_member", row.raw());
          incomplete.add(member.region());
          name(row);
        } else if (!members.add(member)) {
          intake.quarantine(row.line(), "duplicate_member", row.raw());
        } else {
          intake.loaded();
          name(row);
        }
      }
      books.add(intake);
      intake.close(context.config().quality().maxBadShare());
    }
  }

  private void name(CsvRow row) {
    if (!row.text("region_name").isEmpty()) {
      names.putIfAbsent(row.text("region"), row.text("region_name"));
    }
  }

  /**
   * The catalogue was checked when the run began. A member that the delivery does not have does not
   * make the rest worthless: the delivery may be a part of the country, and municipalities merge.
   */
  private void readCatalogue() throws IOException, RejectedFileException {
    var intake = new Intake(TABLE, CatalogueReader.MEMBERS);
    for (var member : files.catalogue().members(layout.layout())) {
      var parts = parts(member.memberLayout(), member.member());
      if (parts.isEmpty()) {
        intake.outside(
            member.line(),
            "unknown_member",
            "%s;%s;%s;%s;%s"
                .formatted(
                    member.layout(),
                    member.region(),
                    member.memberLayout(),
                    member.member(),
                    member.name()));
        incomplete.add(member.region());
      } else {
        intake.loaded();
      }
      parts.forEach(part -> members.add(new Member(member.region(), part.of(), part.member())));
    }
    intake.advise(
        "unknown_member",
        "nothing when the delivery is a part of the country; else municipalities merged: correct the"
            + " catalogue, './peil catalogue' tells where");
    for (var region : files.catalogue().regions(layout.layout())) {
      names.put(region.region(), region.name());
    }
    books.add(intake);
  }

  /** A zone or a region with polygons is one part; a region that is a list is its members. */
  private List<Member> parts(String of, String code) throws IOException, RejectedFileException {
    if (of.equals(ListedLayout.ZONES)) {
      return files.zones().containsKey(code) ? List.of(new Member("", of, code)) : List.of();
    }
    var target = files.layout(of);
    if (target.polygons() != null) {
      return files.drawn(target).regions().contains(code)
          ? List.of(new Member("", of, code))
          : List.of();
    }
    var list = files.listed(target);
    var rejection = list.rejection();
    if (rejection != null) {
      throw rejection;
    }
    return list.members().stream().filter(member -> member.region().equals(code)).toList();
  }
}
