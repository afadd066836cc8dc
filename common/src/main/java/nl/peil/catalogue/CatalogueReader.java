package nl.peil.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.CsvFormat;
import nl.peil.source.CsvRow;
import nl.peil.source.CsvTable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a catalogue: UTF-8, semicolons, and a bar between several values of a field.
 * What a line gets wrong is collected with its file and line.
 */
public final class CatalogueReader {

  /** The file with the regions. */
  public static final String REGIONS = "regions.csv";

  /** The file with their members. */
  public static final String MEMBERS = "members.csv";

  /** The file with their goals, which may be absent. */
  public static final String GOALS = "goals.csv";

  /** All regions of a layout. */
  private static final Pattern ALL = Pattern.compile("alle (.+)-regio's", Pattern.CASE_INSENSITIVE);

  private final Path folder;
  private final List<String> problems = new ArrayList<>();

  private CatalogueReader(Path folder) {
    this.folder = folder;
  }

  /**
   * What was read.
   *
   * @param catalogue the catalogue, without the lines that are wrong
   * @param problems what is wrong, with file and line; empty when nothing is
   */
  public record Reading(RegionCatalogue catalogue, List<String> problems) {}

  /**
   * Reads the catalogue in a folder.
   *
   * @throws IOException when a file cannot be read
   */
  public static Reading read(Path folder) throws IOException {
    var reader = new CatalogueReader(folder);
    var catalogue =
        new RegionCatalogue(
            reader.readRegions(),
            reader.readMembers(),
            Files.exists(folder.resolve(GOALS)) ? reader.readGoals() : List.of());
    reader.problems.addAll(CatalogueRules.broken(folder, catalogue));
    return new Reading(catalogue, List.copyOf(reader.problems));
  }

  private List<CatalogueRegion> readRegions() throws IOException {
    var regions = new ArrayList<CatalogueRegion>();
    for (var row :
        rows(
            REGIONS,
            List.of(
                "layout",
                "region",
                "region_name",
                "aliases",
                "provinces",
                "status",
                "basis",
                "source",
                "note"))) {
      var basis = basis(REGIONS, row);
      if (basis != null) {
        regions.add(
            new CatalogueRegion(
                row.line(),
                row.text("layout"),
                row.text("region"),
                row.text("region_name"),
                several(row.text("aliases")),
                several(row.text("provinces")),
                row.text("status"),
                basis,
                row.text("source"),
                row.text("note")));
      }
    }
    return regions;
  }

  private List<CatalogueMember> readMembers() throws IOException {
    var members = new ArrayList<CatalogueMember>();
    for (var row :
        rows(
            MEMBERS,
            List.of("layout", "region", "member_layout", "member", "member_name", "basis"))) {
      var basis = basis(MEMBERS, row);
      if (basis != null) {
        members.add(
            new CatalogueMember(
                row.line(),
                row.text("layout"),
                row.text("region"),
                row.text("member_layout"),
                row.text("member"),
                row.text("member_name"),
                basis));
      }
    }
    return members;
  }

  private List<CatalogueGoal> readGoals() throws IOException {
    return rows(GOALS, List.of("goal_id", "layout", "region", "contradiction")).stream()
        .map(
            row ->
                new CatalogueGoal(
                    row.line(),
                    row.text("goal_id"),
                    several(row.text("region")).stream()
                        .map(region -> named(row.text("layout"), region))
                        .toList(),
                    row.text("contradiction")))
        .toList();
  }

  private static String named(String layout, String region) {
    var every = ALL.matcher(region);
    return every.matches()
        ? every.group(1).toLowerCase(Locale.ROOT) + ":*"
        : layout.isEmpty() ? region : layout + ":" + region;
  }

  private @Nullable Basis basis(String file, CsvRow row) {
    var basis = Basis.of(row.text("basis"));
    if (basis.isEmpty()) {
      problems.add(
          "%s:%d: basis '%s' is not one of %s"
              .formatted(
                  folder.resolve(file),
                  row.line(),
                  row.text("basis"),
                  String.join(", ", Arrays.stream(Basis.values()).map(Basis::key).toList())));
    }
    return basis.orElse(null);
  }

  private List<CsvRow> rows(String file, List<String> columns) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    columns.forEach(column -> headers.put(column, column));
    var path = folder.resolve(file);
    try {
      return CsvTable.read(
              Files.newInputStream(path),
              path.toString(),
              "catalogue",
              new CsvFormat(StandardCharsets.UTF_8, ';', false),
              headers)
          .rows();
    } catch (RejectedFileException e) {
      problems.add(String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  private static List<String> several(String text) {
    return Arrays.stream(text.split("\\|"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
