package nl.peil.jobs.report.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Goals of the regions of a layout, each as a source states it: sources that contradict each other
 * stand side by side.
 *
 * @param byRegion goals by code of the region
 */
public record Goals(Map<String, List<Goal>> byRegion) {

  /**
   * A goal, as a source states it.
   *
   * @param id key; rows of several sources may share it
   * @param theme theme; this and the texts below may be empty
   * @param programme programme
   * @param goal the goal in words
   * @param low smallest value aimed at
   * @param high largest value aimed at
   * @param unit unit
   * @param baseYear year that it is measured from
   * @param targetYear year in which it should be reached
   * @param hardheid how binding
   * @param hardheidSource where that is stated
   * @param status how far it is realised
   * @param peildatum date of the status
   * @param relation what it has to do with access
   * @param tradeOff what it goes at the cost of
   * @param responsible who is responsible
   * @param source document
   * @param sourcePlace place in it
   * @param contradiction sources contradict each other
   * @param contradictionNote what contradicts what
   */
  public record Goal(
      String id,
      String theme,
      String programme,
      String goal,
      @Nullable Double low,
      @Nullable Double high,
      String unit,
      @Nullable Double baseYear,
      @Nullable Double targetYear,
      String hardheid,
      String hardheidSource,
      String status,
      @Nullable LocalDate peildatum,
      String relation,
      String tradeOff,
      String responsible,
      String source,
      String sourcePlace,
      boolean contradiction,
      String contradictionNote) {}

  /** Reads a layout. */
  static Goals read(StoredTables tables, String layout) {
    return new Goals(byRegion(tables, layout));
  }

  private static Map<String, List<Goal>> byRegion(StoredTables tables, String layout) {
    return tables
        .rows(
            "welfare_goals",
            Slice.ALL,
            "layout",
            "region",
            "goal_id",
            "theme",
            "programme",
            "goal",
            "value_min",
            "value_max",
            "unit",
            "base_year",
            "target_year",
            "hardheid",
            "hardheid_source",
            "status",
            "peildatum",
            "relation_to_accessibility",
            "trade_off",
            "responsible",
            "source",
            "source_place",
            "contradiction",
            "contradiction_note")
        .stream()
        .filter(line -> line.text("layout").equals(layout))
        .collect(
            Collectors.groupingBy(
                line -> line.text("region"), Collectors.mapping(Goals::goal, Collectors.toList())));
  }

  private static Goal goal(Line line) {
    return new Goal(
        line.text("goal_id"),
        line.text("theme"),
        line.text("programme"),
        line.text("goal"),
        line.optional("value_min"),
        line.optional("value_max"),
        line.text("unit"),
        line.optional("base_year"),
        line.optional("target_year"),
        line.text("hardheid"),
        line.text("hardheid_source"),
        line.text("status"),
        line.date("peildatum"),
        line.text("relation_to_accessibility"),
        line.text("trade_off"),
        line.text("responsible"),
        line.text("source"),
        line.text("source_place"),
        Boolean.TRUE.equals(line.optionalFlag("contradiction")),
        line.text("contradiction_note"));
  }
}
