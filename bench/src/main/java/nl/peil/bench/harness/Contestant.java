package nl.peil.bench.harness;

import java.util.Map;

/** One way to do what a contest is about. */
public interface Contestant extends AutoCloseable {

  /** Short name, the same in every round. */
  String name();

  /** What it does and does not do, in a sentence for the reader of the results. */
  String does();

  /** Clears away what the last round left. Not timed. */
  default void prepare() throws Exception {}

  /** Does it. This is what is timed. */
  void run() throws Exception;

  /** What the last {@link #run} came to. Not timed. */
  Answer answer() throws Exception;

  /** Figures besides seconds, by name, after the last round; for example bytes written. */
  default Map<String, String> facts() throws Exception {
    return Map.of();
  }

  @Override
  default void close() throws Exception {}
}
