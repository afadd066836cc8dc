package nl.peil.jobs.openlineage;

import java.io.IOException;

/** Takes events. */
@FunctionalInterface
interface EventSink {

  /**
   * Passes an event on.
   *
   * @param json the event, one line
   * @throws IOException when that does not work
   */
  void send(String json) throws IOException;
}
