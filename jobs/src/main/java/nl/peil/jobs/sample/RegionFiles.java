package nl.peil.jobs.sample;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the folder regio and the land border. */
final class RegionFiles {

  /** Zones whose point lies at most this far from the coast are in the Kustzone, in metres. */
  static final double COASTAL_M = 6000;

  /** Municipalities of a block, counted from 0, in its large and in its small city region. */
  private static final int[][] CITY_REGIONS = {{0, 2, 4, 6}, {1, 5, 6}};

  private final DeliveryFolder folder;
  private final Region region;

  private RegionFiles(DeliveryFolder folder, Region region) {
    this.folder = folder;
    this.region = region;
  }

  /** Writes all. */
  static void write(DeliveryFolder folder, Region region, List<Municipality> municipalities)
      throws IOException {
    var files = new RegionFiles(folder, region);
    files.border();
    files.municipalities(municipalities);
    files.cityRegions(municipalities);
    files.coast();
    ShapefileWriter.write(folder, Landscape.of(region));
  }

  private void border() throws IOException {
    var json = new GeoJsonLines();
    var line = region.land().borderLine(region.factory());
    var note =
        FileNote.text(
            "zones/landsgrens.geojson", "landsgrens", "EPSG:4326", "the land border, as a line");
    try (var file = folder.open(note)) {
      begin(file, "landsgrens");
      file.row(json.feature(Map.of("naam", "landsgrens"), json.geometry(line)));
      file.text("]\n}");
    }
  }

  private void municipalities(List<Municipality> municipalities) throws IOException {
    var json = new GeoJsonLines();
    var note =
        FileNote.text(
            "regio/gemeenten.geojson",
            "regio_vlakken",
            "EPSG:4326",
            "municipalities, one feature per line; two have a water feature with the same code");
    try (var file = folder.open(note)) {
      begin(file, "gemeenten");
      int waters = 0;
      for (int i = 0; i < municipalities.size(); i++) {
        var municipality = municipalities.get(i);
        var properties = new LinkedHashMap<String, String>();
        properties.put("gemeentecode", municipality.code());
        properties.put("gemeentenaam", municipality.name());
        boolean last = i == municipalities.size() - 1;
        var land = json.feature(properties, json.geometry(municipality.land()));
        boolean water = waters < 2 && !municipality.water().isEmpty();
        file.row(land + (last && !water ? "" : ","));
        if (water) {
          waters++;
          var sea = json.feature(properties, json.geometry(municipality.water()));
          file.row(sea + (last ? "" : ","));
        }
      }
      file.text("]\n}");
    }
  }

  private void cityRegions(List<Municipality> municipalities) throws IOException {
    var note =
        FileNote.csv(
            "regio/indeling_stadsregio.csv",
            "regio_indeling",
            null,
            SampleYears.BASE,
            "municipality to region; regions overlap in one municipality, and some are in none");
    try (var file = folder.open(note)) {
      file.text("gemeentecode,regiocode,regionaam");
      int code = 1;
      for (int first = 0; first < municipalities.size(); first += Municipalities.PER_BLOCK) {
        for (int[] members : CITY_REGIONS) {
          var name = municipalities.get(first + members[0]).name();
          for (int member : members) {
            file.row(
                municipalities.get(first + member).code()
                    + ",SR%02d,Stadsregio ".formatted(code)
                    + name);
          }
          code++;
        }
      }
    }
  }

  private void coast() throws IOException {
    var note =
        FileNote.csv(
            "regio/indeling_kustzone.csv",
            "regio_indeling",
            null,
            SampleYears.BASE,
            "zone to region: zones whose point lies within 6 km of the coast");
    try (var file = folder.open(note)) {
      file.text("pc4,regiocode,regionaam");
      for (var zone : region.zones().zones()) {
        if (zone.x() - region.land().coastX(zone.y()) <= COASTAL_M) {
          file.row(zone.code() + ",KZ01,Kustzone");
        }
      }
    }
  }

  private static void begin(TextFile file, String name) throws IOException {
    file.text("{\n\"type\": \"FeatureCollection\",\n\"name\": \"" + name + "\",");
    file.text(
        "\"crs\": { \"type\": \"name\", \"properties\": { \"name\":"
            + " \"urn:ogc:def:crs:OGC:1.3:CRS84\" } },\n\"features\": [");
  }
}
