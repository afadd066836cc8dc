package nl.peil.jobs.operate;

/** Writes docs/reference/machine-output.md: what programs can read of Peil, from the code. */
final class MachineDoc {

  private MachineDoc() {}

  /** The whole page. */
  static String render() {
    var text =
        new StringBuilder(
            """
            # What programs can read

            Written from the code (`./mvnw -pl common,jobs -am test -Dtest=MachineDocTest -Dpeil.docs=write
            -Dsurefire.failIfNoSpecifiedTests=false`); a test fails when it differs. Within a `schema_version` fields are added, never changed or
            removed. Moments are ISO 8601 in UTC.

            ## Summary of a run

            A run writes `summaries/RUN.json` and `summaries/latest.json` in the output folder, each as a whole or not at all, also when it failed.
            `latest.json` is also written by a run that found nothing to do, and by one that failed before it began to write (when there was an
            output folder). `./peil run --summary FILE` writes the same to a file of this machine, in every case: also when the configuration is wrong
            or another command has the output. Summaries of old runs may be deleted.

            """);
    table(text, RunAccount.class);
    text.append(
        """

        ## Status

        `./peil status --json` prints one document; with `--check` the exit code is 5 when `health.well` is false. When no run could begin
        (a file that the configuration names is gone, a wrong manifest), the document says so under `health` and the exit code is that of the run.

        """);
    table(text, StatusDocument.class);
    text.append(
        """

        ## Metrics

        `metrics { prometheus_file = "/var/lib/node_exporter/peil.prom" }` lets every run write this file anew when it ends, for the textfile
        collector of node_exporter; not written by a run that had to leave the output to another command. Every metric has the label
        `configuration` too: the name of the configuration file without its ending.

        | metric | type | unit | labels | meaning |
        | --- | --- | --- | --- | --- |
        """);
    for (var metric : Metric.values()) {
      text.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  metric.key(),
                  metric.type(),
                  metric.unit(),
                  String.join(", ", metric.labels()),
                  metric.help()));
    }
    return text.toString();
  }

  private static void table(StringBuilder text, Class<? extends Record> document) {
    text.append("| field | type | null | meaning |\n| --- | --- | --- | --- |\n");
    for (var field : DocumentField.of(document)) {
      text.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  field.path(), field.type(), field.nullable() ? "null" : "", field.meaning()));
    }
  }
}
