package nl.peil.jobs.report.page;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.peil.jobs.report.map.ZoneShapes;

/**
 * Makes pages from templates. Whatever comes from data is escaped by the templates; only the style
 * sheet, the scripts and the data, which have no place for text of others to become code, are put
 * in as they are. A page may load nothing and run nothing but its own scripts: its policy names
 * them by their hash. May be used by several threads.
 */
public final class Pages {

  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

  private final Texts texts;
  private final Configuration templates;
  private final String style = text("report.css");
  private final String script = text("report.js");
  private final String indexScript = text("index.js");
  private final String echarts = text(ECHARTS);

  /** Pages in a language. */
  public Pages(Texts texts) {
    this.texts = texts;
    this.templates = new Configuration(Configuration.VERSION_2_3_33);
    templates.setClassForTemplateLoading(Pages.class, "");
    templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setWrapUncheckedExceptions(true);
    templates.setLocalizedLookup(false);
    templates.setLocale(Locale.ROOT);
  }

  /** Changes when anything changes that pages look like. */
  public String identity() {
    return hash(
        String.join(
            "\u0000",
            texts.identity(),
            style,
            script,
            indexScript,
            text("report.ftlh"),
            text("index.ftlh"),
            text("parts.ftlh")));
  }

  /** The texts of the pages. */
  public Texts texts() {
    return texts;
  }

  /**
   * The page of a region.
   *
   * @param subject the region
   * @param shapes shapes of all zones
   * @param duiding what the region itself says
   * @param duidingPlace where its text is expected, to tell who would write it; empty: not
   *     configured
   */
  public String region(Subject subject, ZoneShapes shapes, Duiding duiding, String duidingPlace) {
    var model = new HashMap<String, Object>();
    model.put("head", Headline.of(subject, texts));
    model.put("summary", Summary.of(subject, texts));
    model.put("access", AccessView.of(subject, texts));
    model.put("barriers", BarrierView.of(subject, texts));
    model.put("forecast", ForecastView.of(subject, texts));
    model.put("welfare", WelfareView.of(subject, texts));
    model.put("method", MethodView.of(subject, texts));
    model.put("duiding", duiding);
    model.put("duidingPlace", duidingPlace);
    model.put("country", subject.countryName());
    model.put("around", subject.around() == null ? "" : subject.around().name());
    model.put("borderZones", Headline.border(subject));
    model.put("zones", subject.region().members().places().length);
    model.put("codeVersion", subject.country().method().codeVersion());
    model.put("runDate", texts.date(subject.country().method().runDate()));
    model.put("data", PageData.of(subject, shapes, texts).json());
    model.put("echarts", echarts);
    model.put("script", script);
    return page("report.ftlh", model, List.of(echarts, script));
  }

  /** A list of regions, or of layouts. */
  public String index(IndexView index) {
    var model = new HashMap<String, Object>();
    model.put("index", index);
    model.put("data", PageData.json(index.search()));
    model.put("script", indexScript);
    return page("index.ftlh", model, List.of(indexScript));
  }

  private String page(String template, Map<String, Object> model, List<String> scripts) {
    model.put("t", texts);
    model.put("style", style);
    model.put("policy", policy(scripts));
    try {
      var out = new StringWriter();
      templates.getTemplate(template).process(model, out);
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + template, e);
    } catch (TemplateException e) {
      throw new IllegalStateException("cannot make a page: " + e.getMessage(), e);
    }
  }

  private static String policy(List<String> scripts) {
    var hashes = new StringBuilder();
    for (var script : scripts) {
      hashes.append(" 'sha256-").append(hash(script)).append('\'');
    }
    // Charts style their tooltips in place, and draw patterns as pictures of their own
    return "default-src 'none'; script-src"
        + hashes
        + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String script) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(String name) {
    try (InputStream file = Pages.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not among the classes of Peil");
      }
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      if (name.endsWith(".js") && text.contains("</script")) {
        throw new IllegalStateException(name + " would end the script element that it stands in");
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
