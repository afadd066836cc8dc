package nl.peil.jobs.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.peil.config.ConfigProblemException;
import nl.peil.geo.Crs;
import nl.peil.source.write.CsvRows;
import nl.peil.source.write.ExcelBook;
import nl.peil.source.write.Field;
import nl.peil.source.write.GeoJsonRows;
import nl.peil.source.write.GeoPackageOut;
import nl.peil.source.write.ParquetRows;
import nl.peil.source.write.RowSink;
import nl.peil.source.write.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The files of an export. They are written under other names, and appear together when all are
 * whole.
 */
final class Destination implements Closeable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExportRequest request;
  private final String name;
  private final Origin origin;
  private final Instant now;
  private final Map<Path, Path> parts = new LinkedHashMap<>();
  private @Nullable ExcelBook book;
  private @Nullable GeoPackageOut geoPackage;

  /**
   * Nothing is written yet.
   *
   * @param name name of the file when all goes into one, without extension
   */
  Destination(ExportRequest request, String name, Origin origin, Instant now) {
    this.request = request;
    this.name = name;
    this.origin = origin;
    this.now = now;
  }

  /**
   * Refuses to replace files.
   *
   * @param sheets what will be written
   * @throws ConfigProblemException when a file is there, and nobody asked to replace it
   */
  void check(List<Sheet> sheets) throws ConfigProblemException {
    var there =
        (request.format().oneFile()
                ? List.of(file(name))
                : sheets.stream().map(sheet -> file(sheet.name())).toList())
            .stream().filter(Files::exists).toList();
    if (!there.isEmpty() && !request.overwrite()) {
      throw new ConfigProblemException(
          List.of(
              "--out: "
                  + there.get(0)
                  + (there.size() == 1 ? " is" : " and " + (there.size() - 1) + " more are")
                  + " there already; give another folder, or --overwrite to replace"));
    }
  }

  private Path file(String stem) {
    return request.out().resolve(stem + "." + request.format().key());
  }

  private Path part(String stem) throws IOException {
    Files.createDirectories(request.out());
    var file = file(stem);
    var part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    parts.put(file, part);
    return part;
  }

  /** Begins a table or layer; the one before has ended. */
  RowSink open(Exported one) throws IOException {
    var sheet = one.sheet();
    return switch (request.format()) {
      case CSV -> new CsvRows(part(sheet.name()), sheet, request.dialect(), request.labels());
      case PARQUET -> new ParquetRows(part(sheet.name()), sheet, metadata(sheet));
      case GEOJSON ->
          new GeoJsonRows(
              part(sheet.name()),
              sheet,
              Map.of("peil", Map.of("source", origin.asMap(), "columns", labels(sheet))),
              Crs.WGS84::fromRd);
      case XLSX -> book().sheet(sheet);
      case GPKG -> {
        var shapes = one.shapes();
        yield shapes == null ? geoPackage().table(sheet) : geoPackage().layer(sheet, shapes);
      }
    };
  }

  private ExcelBook book() throws IOException {
    var open = book;
    if (open == null) {
      open = new ExcelBook(part(name), "1.0");
      book = open;
    }
    return open;
  }

  private GeoPackageOut geoPackage() throws IOException {
    var open = geoPackage;
    if (open == null) {
      open = new GeoPackageOut(part(name), now);
      geoPackage = open;
      open.describe();
      open.metadata(json(Map.of("peil", origin.asMap())));
    }
    return open;
  }

  private Map<String, String> metadata(Sheet sheet) throws IOException {
    var metadata = new LinkedHashMap<String, String>();
    metadata.put("peil.table", sheet.name());
    metadata.put("peil.label", sheet.label());
    metadata.put("peil.meaning", sheet.meaning());
    metadata.put("peil.columns", json(labels(sheet)));
    metadata.put("peil.source", json(origin.asMap()));
    return metadata;
  }

  private static Map<String, Map<String, String>> labels(Sheet sheet) {
    return sheet.fields().stream()
        .filter(field -> field.kind() != Field.Kind.SHAPE)
        .collect(
            Collectors.toMap(
                Field::name,
                field -> Map.of("label", field.label(), "meaning", field.meaning()),
                (first, other) -> first,
                LinkedHashMap::new));
  }

  private static String json(Object value) throws IOException {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IOException("what is known of the export cannot be written as JSON", e);
    }
  }

  /**
   * Ends the files, and gives them their names.
   *
   * @return the files
   */
  List<Path> finish() throws IOException {
    var openBook = book;
    if (openBook != null) {
      book = null;
      openBook.close();
    }
    var openPackage = geoPackage;
    if (openPackage != null) {
      openPackage.finish();
      geoPackage = null;
      openPackage.close();
    }
    for (var part : parts.entrySet()) {
      Files.move(part.getValue(), part.getKey(), StandardCopyOption.REPLACE_EXISTING);
    }
    return List.copyOf(parts.keySet());
  }

  @Override
  public void close() throws IOException {
    try (var openBook = book;
        var openPackage = geoPackage) {
      // Files that were not finished: they are closed, and then they go
    } finally {
      for (var part : parts.values()) {
        Files.deleteIfExists(part);
      }
    }
  }
}
