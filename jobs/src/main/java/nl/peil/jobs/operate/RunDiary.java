package nl.peil.jobs.operate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.config.PeilConfig;
import nl.peil.quality.Finding;
import nl.peil.quality.Severity;
import nl.peil.run.Plan;
import nl.peil.run.PlannedSlice;
import nl.peil.run.RunListener;
import nl.peil.run.SliceRecord;
import org.jspecify.annotations.Nullable;

/** Keeps what happens in a run, for its summary. */
public final class RunDiary implements RunListener {

  private static final Plan NO_PLAN = new Plan(List.of(), List.of());

  private final Instant started = Instant.now();
  private final String version;
  private final String configFile;
  private @Nullable PeilConfig config;
  private @Nullable String runId;
  private Plan plan = NO_PLAN;
  private List<Finding> findings = List.of();
  private final Map<String, Map<String, Long>> rows = new HashMap<>();
  private final Map<String, Instant> begun = new HashMap<>();
  private final List<RunAccount.Step> steps = new ArrayList<>();
  private final List<SliceRecord> written = new ArrayList<>();

  /**
   * Begins, with the program.
   *
   * @param version version of Peil
   * @param configFile configuration file, as it was named
   */
  public RunDiary(String version, String configFile) {
    this.version = version;
    this.configFile = configFile;
  }

  /** The configuration is known. */
  public void configured(PeilConfig read) {
    config = read;
  }

  /** The plan is known, and what is stored. */
  public void planned(Plan made, List<SliceRecord> stored) {
    plan = made;
    stored.forEach(this::count);
  }

  /** What was found, all together. */
  public void found(List<Finding> all) {
    findings = List.copyOf(all);
  }

  /** The configuration; null when it is wrong. */
  @Nullable PeilConfig config() {
    return config;
  }

  /** Id of the run; null when it did not begin. */
  @Nullable String runId() {
    return runId;
  }

  @Override
  public synchronized void runStarted(String id) {
    runId = id;
  }

  @Override
  public synchronized void batchStarted(String id, List<PlannedSlice> batch) {
    begun.put(batch.get(0).table().name(), Instant.now());
  }

  @Override
  public synchronized void batchEnded(
      String id, List<PlannedSlice> batch, List<SliceRecord> records) {
    records.forEach(this::count);
    written.addAll(records);
    long sum = records.stream().mapToLong(SliceRecord::rowsWritten).sum();
    step(batch, records.isEmpty() ? "rejected" : "written", sum, "");
  }

  @Override
  public synchronized void batchFailed(String id, List<PlannedSlice> batch, Exception failure) {
    step(batch, "failed", 0, String.valueOf(failure.getMessage()));
  }

  private void count(SliceRecord record) {
    rows.computeIfAbsent(record.table(), table -> new HashMap<>())
        .put(record.slice(), record.rowsWritten());
  }

  private void step(List<PlannedSlice> batch, String outcome, long sum, String message) {
    var table = batch.get(0).table().name();
    var since = begun.getOrDefault(table, started);
    steps.add(
        new RunAccount.Step(
            table,
            batch.stream().map(planned -> planned.slice().id()).toList(),
            outcome,
            since.toString(),
            seconds(since, Instant.now()),
            sum,
            message));
  }

  private static double seconds(Instant from, Instant to) {
    return (to.toEpochMilli() - from.toEpochMilli()) / 1000.0;
  }

  /**
   * The summary, now that all is over.
   *
   * @param outcome done, rejected, failed, interrupted or refused; done becomes unchanged when
   *     nothing had to be made
   * @param exitCode exit code of the program
   * @param message what went wrong; empty when all is well
   * @param lastSuccess when a run last ended well before this one; null when none did
   */
  synchronized RunAccount account(
      String outcome, int exitCode, String message, @Nullable String lastSuccess) {
    var ended = Instant.now();
    var tables = tables();
    return new RunAccount(
        RunAccount.SCHEMA_VERSION,
        runId,
        version,
        configFile,
        config == null ? null : config.input(),
        config == null ? null : config.output(),
        started.toString(),
        ended.toString(),
        seconds(started, ended),
        outcome.equals("done") && runId == null ? "unchanged" : outcome,
        exitCode,
        message,
        exitCode == 0 ? ended.toString() : lastSuccess,
        sum(tables),
        tables.stream().mapToLong(RunAccount.OfTable::rowsWritten).sum(),
        tables,
        List.copyOf(steps),
        new RunAccount.Findings(
            count(Severity.INFO),
            count(Severity.WARN),
            count(Severity.QUARANTINE),
            count(Severity.REJECT)),
        findings.stream()
            .filter(finding -> finding.severity() == Severity.REJECT)
            .distinct()
            .map(
                finding ->
                    new RunAccount.Rejected(
                        finding.file(),
                        finding.line(),
                        finding.table(),
                        finding.rule(),
                        finding.message(),
                        finding.advice()))
            .toList());
  }

  private long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).distinct().count();
  }

  private RunAccount.Slices sum(List<RunAccount.OfTable> tables) {
    long planned = 0;
    long stale = 0;
    long made = 0;
    long left = 0;
    for (var table : tables) {
      planned += table.slices().planned();
      stale += table.slices().stale();
      made += table.slices().written();
      left += table.slices().leftStale();
    }
    return new RunAccount.Slices(planned, stale, made, left, plan.kept().size());
  }

  private List<RunAccount.OfTable> tables() {
    var byTable = new LinkedHashMap<String, List<PlannedSlice>>();
    plan.slices()
        .forEach(
            planned ->
                byTable
                    .computeIfAbsent(planned.table().name(), table -> new ArrayList<>())
                    .add(planned));
    var tables = new ArrayList<RunAccount.OfTable>();
    byTable.forEach((table, planned) -> tables.add(table(table, planned)));
    return tables;
  }

  private RunAccount.OfTable table(String table, List<PlannedSlice> planned) {
    var records = written.stream().filter(record -> record.table().equals(table)).toList();
    Set<String> fresh = new HashSet<>();
    records.forEach(record -> fresh.add(record.slice()));
    var stale = planned.stream().filter(PlannedSlice::stale).toList();
    var reasons = new LinkedHashMap<String, Long>();
    stale.forEach(slice -> slice.reasons().forEach(reason -> reasons.merge(reason, 1L, Long::sum)));
    return new RunAccount.OfTable(
        table,
        new RunAccount.Slices(
            planned.size(),
            stale.size(),
            records.size(),
            stale.stream().filter(slice -> !fresh.contains(slice.slice().id())).count(),
            plan.kept().stream().filter(record -> record.table().equals(table)).count()),
        reasons.entrySet().stream()
            .map(reason -> new RunAccount.Reason(reason.getKey(), reason.getValue()))
            .toList(),
        records.stream().mapToLong(SliceRecord::rowsWritten).sum(),
        records.stream().mapToLong(record -> record.files().read()).sum(),
        records.stream().mapToLong(record -> record.files().quarantined()).sum(),
        rows.getOrDefault(table, Map.of()).values().stream().mapToLong(Long::longValue).sum(),
        steps.stream()
            .filter(step -> step.table().equals(table))
            .mapToDouble(RunAccount.Step::seconds)
            .sum());
  }
}
