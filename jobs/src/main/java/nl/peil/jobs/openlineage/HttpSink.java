package nl.peil.jobs.openlineage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Posts events to an address. */
final class HttpSink implements EventSink {

  private final HttpClient client;
  private final URI address;
  private final @Nullable String apiKey;
  private final Duration timeout;

  /**
   * To this address.
   *
   * @param apiKey sent as a bearer token; null: none
   * @param timeout the longest that one event may take
   */
  HttpSink(URI address, @Nullable String apiKey, Duration timeout) {
    this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    this.address = address;
    this.apiKey = apiKey;
    this.timeout = timeout;
  }

  @Override
  public void send(String json) throws IOException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (apiKey != null) {
      request.header("Authorization", "Bearer " + apiKey);
    }
    try {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
      if (answer.statusCode() / 100 != 2) {
        throw new IOException(address + " answered with status " + answer.statusCode());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while sending to " + address);
    }
  }
}
