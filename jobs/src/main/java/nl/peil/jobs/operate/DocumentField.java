package nl.peil.jobs.operate;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of a JSON document, for the reference.
 *
 * @param path where it stands, e.g. {@code tables[].slices.written}
 * @param type text, number, whole number, true or false, object, or a list of one of these
 * @param nullable it may be null
 * @param meaning what it says
 */
public record DocumentField(String path, String type, boolean nullable, String meaning) {

  /**
   * The fields of a document, each before those inside it.
   *
   * @param document record with a description of every component
   */
  public static List<DocumentField> of(Class<? extends Record> document) {
    var fields = new ArrayList<DocumentField>();
    add("", document, fields);
    return List.copyOf(fields);
  }

  private static void add(String prefix, Class<?> type, List<DocumentField> fields) {
    for (var component : type.getRecordComponents()) {
      var path = prefix + snakeCase(component.getName());
      boolean list = component.getType() == List.class;
      var inside = list ? element(component) : component.getType();
      fields.add(
          new DocumentField(
              path + (list ? "[]" : ""),
              (list ? "list of " : "") + describe(inside),
              component.getAnnotatedType().isAnnotationPresent(Nullable.class),
              meaning(component)));
      if (inside.isRecord()) {
        add(path + (list ? "[]." : "."), inside, fields);
      }
    }
  }

  /** The description goes to whatever can carry it: the accessor has it. */
  private static String meaning(RecordComponent component) {
    return Objects.requireNonNull(
            component.getAccessor().getAnnotation(JsonPropertyDescription.class),
            () -> component + " needs a description")
        .value();
  }

  private static Class<?> element(RecordComponent component) {
    var generic = (ParameterizedType) component.getGenericType();
    return (Class<?>) generic.getActualTypeArguments()[0];
  }

  private static String describe(Class<?> type) {
    if (type == String.class) {
      return "text";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == double.class) {
      return "number";
    }
    return type.isRecord() || type == JsonNode.class ? "object" : "whole number";
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
