package nl.peil.config;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a run tells what it does, as OpenLineage events.
 *
 * @param file file that events are added to, a line each; null: none
 * @param url address that events are posted to; null: none
 * @param namespace namespace of the jobs
 * @param apiKeyEnv environment variable that holds the API key of the address; null: no key
 * @param timeoutSeconds the longest that one event may take
 */
public record OpenLineageConfig(
    @Nullable Path file,
    @Nullable URI url,
    String namespace,
    @Nullable String apiKeyEnv,
    int timeoutSeconds) {

  private static final int TIMEOUT_SECONDS = 5;

  /** Reads {@code openlineage}. */
  static OpenLineageConfig read(Section section) {
    var file = section.optionalParsed("file", Path::of);
    var url = section.optionalParsed("url", OpenLineageConfig::address);
    if (!section.has("file") && !section.has("url")) {
      section.problem("file", "a file or a url is required, to send events to");
    }
    var config =
        new OpenLineageConfig(
            file,
            url,
            section.text("namespace", "peil"),
            section.optionalText("api_key_env"),
            (int) section.number("timeout_seconds", TIMEOUT_SECONDS, 1, 60));
    section.done();
    return config;
  }

  private static URI address(String text) {
    var address = URI.create(text);
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "expected an address like http://marquez:5000/api/v1/lineage, got '" + text + "'");
    }
    return address;
  }
}
