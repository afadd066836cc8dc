package nl.peil.jobs.report.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peil.jobs.report.facts.Barriers;
import nl.peil.jobs.report.facts.Forecasts;
import nl.peil.jobs.report.facts.Goals;
import nl.peil.jobs.report.facts.Level;
import nl.peil.jobs.report.facts.Places;
import nl.peil.jobs.report.facts.Region;
import nl.peil.jobs.report.facts.Welfare;
import nl.peil.jobs.report.facts.Zones;
import nl.peil.jobs.report.map.Shape;
import nl.peil.jobs.report.map.ZoneShapes;
import org.jspecify.annotations.Nullable;

/**
 * The data of a page, from which its charts and maps are drawn. Numbers of the region are those of
 * the tables; those of zones are rounded to one decimal.
 *
 * @param language language of the page
 * @param region the region
 * @param country what all people together are called
 * @param around the region around it; null: none
 * @param scenario scenario of the facts
 * @param year its year
 * @param period part of the day
 * @param modes modes with their words
 * @param services services with their words
 * @param scenarios name for readers by scenario/year
 * @param level access of the region
 * @param levelAround access of the region around it
 * @param levelCountry access of all people
 * @param zones its zones
 * @param values values of the zones by mode and service
 * @param map shapes
 * @param barriers people with barriers
 * @param effective access on paper and really
 * @param places where one place more would help
 * @param changes what changes
 * @param indicators indicators of brede welvaart
 * @param relations indicators beside access
 * @param goals goals of the region
 * @param words words for indicators and groups
 * @param text texts of the charts
 */
public record PageData(
    String language,
    Place region,
    String country,
    @Nullable Place around,
    String scenario,
    int year,
    String period,
    List<Word> modes,
    List<Word> services,
    Map<String, String> scenarios,
    List<Level> level,
    List<Level> levelAround,
    List<Level> levelCountry,
    ZoneColumns zones,
    Map<String, Map<String, ZoneValues>> values,
    MapShapes map,
    List<Barriers.Barrier> barriers,
    List<Barriers.Effective> effective,
    List<Places.Place> places,
    List<Forecasts.Change> changes,
    List<Welfare.Indicator> indicators,
    List<Welfare.Relation> relations,
    List<Goals.Goal> goals,
    Map<String, String> words,
    Map<String, String> text) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(
              new com.fasterxml.jackson.databind.module.SimpleModule()
                  .addSerializer(
                      java.time.LocalDate.class,
                      com.fasterxml.jackson.databind.ser.std.ToStringSerializer.instance))
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .serializationInclusion(JsonInclude.Include.ALWAYS)
          .build();

  /** A region as others call it. */
  public record Place(String layout, String code, String name) {}

  /** A key and its word. */
  public record Word(String key, String label) {}

  /**
   * Zones, a value of each in every column.
   *
   * @param zone keys
   * @param code codes as delivered
   * @param name names, null where there are none; null when there are none at all
   * @param population persons of the zone who live in the region, one decimal; null: no row
   * @param weight share of the people of the zone who live in the region
   * @param border 1 near the national border, 0 not, - not known
   * @param x RD x in units of {@link Shape#UNIT} metres
   * @param y RD y likewise
   */
  public record ZoneColumns(
      List<Integer> zone,
      List<String> code,
      @Nullable List<@Nullable String> name,
      List<@Nullable Number> population,
      List<Number> weight,
      String border,
      List<Integer> x,
      List<Integer> y) {}

  /**
   * What zones have of a service by a mode, in the order of the zones.
   *
   * @param minutes minutes to the nearest, one decimal; null: out of reach, or no row
   * @param meets a character per zone: 1 the norm is met, 0 not, - no norm or no row
   * @param choice a character per zone: 0, 1 or 2 (more), - no norm or no row
   */
  public record ZoneValues(List<@Nullable Number> minutes, String meets, String choice) {}

  /**
   * Shapes; see {@link Shape}.
   *
   * @param unit metres of one unit
   * @param shapes of the zones, in their order; null where none was delivered
   * @param around of zones around the region
   * @param outline of the region
   */
  public record MapShapes(
      int unit,
      List<@Nullable List<List<int[]>>> shapes,
      List<List<List<int[]>>> around,
      List<List<int[]>> outline) {}

  /** The data of a region. */
  static PageData of(Subject subject, ZoneShapes shapes, Texts texts) {
    var region = subject.region();
    var words = texts.words();
    var scope = subject.country().scope();
    var layout = subject.layout();
    return new PageData(
        texts.language(),
        place(region),
        subject.countryName(),
        subject.around() == null ? null : place(subject.around()),
        scope.now().scenario(),
        scope.now().year(),
        scope.period(),
        subject.modes().stream().map(mode -> new Word(mode, words.mode(mode))).toList(),
        subject.services().stream().map(key -> new Word(key, words.service(key))).toList(),
        subject.country().method().scenarios(),
        subject.levels(),
        subject.levelsAround(),
        subject.country().levels(),
        zones(subject),
        values(subject),
        map(shapes.map(region)),
        layout.barriers().barriers().getOrDefault(region.code(), List.of()),
        layout.barriers().effective().getOrDefault(region.code(), List.of()),
        layout.places().byRegion().getOrDefault(region.code(), List.of()),
        layout.forecasts().byRegion().getOrDefault(region.code(), List.of()),
        layout.welfare().indicators().getOrDefault(region.code(), List.of()),
        layout.welfare().relations().getOrDefault(region.code(), List.of()),
        layout.goals().byRegion().getOrDefault(region.code(), List.of()),
        groups(subject, texts),
        texts.forScripts());
  }

  private static Place place(Region region) {
    return new Place(region.layout(), region.code(), region.name());
  }

  private static Map<String, String> groups(Subject subject, Texts texts) {
    var words = new LinkedHashMap<String, String>();
    subject
        .layout()
        .barriers()
        .effective()
        .getOrDefault(subject.region().code(), List.of())
        .forEach(row -> words.put(row.group(), texts.words().indicator(row.group())));
    return words;
  }

  private static ZoneColumns zones(Subject subject) {
    var all = subject.country().zones();
    var members = subject.region().members();
    var zone = new ArrayList<Integer>();
    var code = new ArrayList<String>();
    var name = new ArrayList<@Nullable String>();
    var population = new ArrayList<@Nullable Number>();
    var weight = new ArrayList<Number>();
    var border = new StringBuilder();
    var x = new ArrayList<Integer>();
    var y = new ArrayList<Integer>();
    for (int i = 0; i < members.places().length; i++) {
      var one = all.zones().get(members.places()[i]);
      zone.add(one.zone());
      code.add(one.code());
      name.add(one.name());
      population.add(tenths(all.population()[members.places()[i]] * members.weights()[i]));
      weight.add(Math.round(members.weights()[i] * 1e4) / 1e4);
      border.append(one.border() == null ? '-' : one.border() ? '1' : '0');
      x.add((int) Math.round(one.x() / Shape.UNIT));
      y.add((int) Math.round(one.y() / Shape.UNIT));
    }
    boolean named = name.stream().anyMatch(java.util.Objects::nonNull);
    return new ZoneColumns(
        zone, code, named ? name : null, population, weight, border.toString(), x, y);
  }

  private static Map<String, Map<String, ZoneValues>> values(Subject subject) {
    int[] places = subject.region().members().places();
    var values = new LinkedHashMap<String, Map<String, ZoneValues>>();
    for (var mode : subject.modes()) {
      var byService = subject.country().zones().values().getOrDefault(mode, Map.of());
      var some = new LinkedHashMap<String, ZoneValues>();
      for (var service : subject.services()) {
        var all = byService.get(service);
        if (all != null) {
          some.put(service, zoneValues(all, places));
        }
      }
      if (!some.isEmpty()) {
        values.put(mode, some);
      }
    }
    return values;
  }

  private static ZoneValues zoneValues(Zones.Values all, int[] places) {
    var minutes = new ArrayList<@Nullable Number>();
    var meets = new StringBuilder();
    var choice = new StringBuilder();
    for (int place : places) {
      minutes.add(tenths(all.minutes()[place]));
      meets.append(all.meets()[place]);
      choice.append(all.choice()[place]);
    }
    return new ZoneValues(minutes, meets.toString(), choice.toString());
  }

  private static @Nullable Number tenths(double value) {
    if (Double.isNaN(value)) {
      return null;
    }
    double rounded = Math.round(value * 10) / 10.0;
    // Not "Integer : Double" in one expression: that would make a Double of both
    if (rounded == Math.rint(rounded)) {
      return (long) rounded;
    }
    return rounded;
  }

  private static MapShapes map(ZoneShapes.RegionMap map) {
    var shapes = new ArrayList<@Nullable List<List<int[]>>>();
    for (var shape : map.shapes()) {
      shapes.add(shape == null ? null : shape.polygons());
    }
    return new MapShapes(
        Shape.UNIT,
        shapes,
        map.around().stream().map(Shape::polygons).toList(),
        map.outline().polygons());
  }

  /**
   * As JSON that may stand in a script element: there is no &lt; in it.
   *
   * @throws IllegalStateException never, unless a record here cannot be written
   */
  String json() {
    return json(this);
  }

  /** Anything as JSON that may stand in a script element. */
  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value)
          .replace("<", "\\u003c")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the data of a page", e);
    }
  }
}
