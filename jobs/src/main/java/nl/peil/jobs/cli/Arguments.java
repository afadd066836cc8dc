package nl.peil.jobs.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the command line.
 *
 * @param command sub-command; empty when none was given
 * @param conf configuration file; null when not given
 * @param settings {@code --set key=value}, in order
 * @param master Spark master; null when not given
 * @param dryRun stop after the plan
 * @param force make slices again that are up to date
 * @param only names of the tables to make; empty: all
 * @param query text of {@code sql}
 * @param format how {@code sql} prints: table, csv or json
 * @param asOf moment or run that {@code sql} looks back to; null: now
 * @param limit rows that {@code sql} prints at most as a table
 * @param out folder that {@code sample} writes to; null when not given
 * @param zones zones that {@code sample} makes
 */
public record Arguments(
    String command,
    @Nullable Path conf,
    Map<String, String> settings,
    @Nullable String master,
    boolean dryRun,
    boolean force,
    List<String> only,
    String query,
    String format,
    @Nullable String asOf,
    int limit,
    @Nullable Path out,
    int zones) {

  /** Nothing given yet. */
  public static final Arguments NONE =
      new Arguments(
          "", null, Map.of(), null, false, false, List.of(), "", "table", null, 1000, null, 150);

  Arguments withCommand(String value) {
    return new Arguments(
        value, conf, settings, master, dryRun, force, only, query, format, asOf, limit, out, zones);
  }

  Arguments withConf(Path value) {
    return new Arguments(
        command, value, settings, master, dryRun, force, only, query, format, asOf, limit, out,
        zones);
  }

  Arguments withSetting(String key, String value) {
    var more = new LinkedHashMap<>(settings);
    more.put(key, value);
    return new Arguments(
        command, conf, more, master, dryRun, force, only, query, format, asOf, limit, out, zones);
  }

  Arguments withMaster(String value) {
    return new Arguments(
        command, conf, settings, value, dryRun, force, only, query, format, asOf, limit, out,
        zones);
  }

  /** The same, stopping after the plan. */
  public Arguments asDryRun() {
    return new Arguments(
        command, conf, settings, master, true, force, only, query, format, asOf, limit, out, zones);
  }

  Arguments withForce() {
    return new Arguments(
        command, conf, settings, master, dryRun, true, only, query, format, asOf, limit, out,
        zones);
  }

  Arguments withOnly(List<String> value) {
    return new Arguments(
        command, conf, settings, master, dryRun, force, value, query, format, asOf, limit, out,
        zones);
  }

  Arguments withQuery(String value) {
    return new Arguments(
        command, conf, settings, master, dryRun, force, only, value, format, asOf, limit, out,
        zones);
  }

  Arguments withFormat(String value) {
    return new Arguments(
        command, conf, settings, master, dryRun, force, only, query, value, asOf, limit, out,
        zones);
  }

  Arguments withAsOf(String value) {
    return new Arguments(
        command, conf, settings, master, dryRun, force, only, query, format, value, limit, out,
        zones);
  }

  Arguments withLimit(int value) {
    return new Arguments(
        command, conf, settings, master, dryRun, force, only, query, format, asOf, value, out,
        zones);
  }

  Arguments withOut(Path value) {
    return new Arguments(
        command, conf, settings, master, dryRun, force, only, query, format, asOf, limit, value,
        zones);
  }

  Arguments withZones(int value) {
    return new Arguments(
        command, conf, settings, master, dryRun, force, only, query, format, asOf, limit, out,
        value);
  }
}
