package nl.peil.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles a few tiny classes, and changes one of them. */
class CodeVersionTest {

  private static final String TABLE =
      "package nl.peil.tiny; class Table { long big = 12345678901L; double share = 0.1;"
          + " int make() { return new Formula().value() + (int) (big * share); } }";
  private static final String FORMULA =
      "package nl.peil.tiny; class Formula { int value() { return Constants.of(3); } }";
  private static final String CONSTANTS =
      "package nl.peil.tiny; class Constants { static int of(int x) { return x + 1; } }";
  private static final String ALONE = "package nl.peil.tiny; class Alone { int y = 1; }";

  @TempDir Path folder;

  private String version(String name, String... sources) throws Exception {
    var classes = compile(name, sources);
    try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      return CodeVersion.of(loader.loadClass("nl.peil.tiny.Table"));
    }
  }

  private Path compile(String name, String... sources) throws IOException {
    var classes = Files.createDirectories(folder.resolve(name));
    var files = new ArrayList<String>();
    for (int i = 0; i < sources.length; i++) {
      var type = sources[i].replaceFirst("(?s).*?class (\\w+).*", "$1");
      var file = Files.createDirectories(folder.resolve(name + "-source")).resolve(type + ".java");
      Files.writeString(file, sources[i]);
      files.add(file.toString());
    }
    var arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
    arguments.addAll(files);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failed).isZero();
    return classes;
  }

  @Test
  void theSameCodeHasTheSameVersionWhereverItStands() throws Exception {
    assertThat(version("one", TABLE, FORMULA, CONSTANTS, ALONE))
        .isEqualTo(version("two", TABLE, FORMULA, CONSTANTS, ALONE))
        .matches("[0-9a-f]{16}");
  }

  @Test
  void aChangeAnywhereWithinReachChangesTheVersion() throws Exception {
    var before = version("before", TABLE, FORMULA, CONSTANTS, ALONE);
    assertThat(version("own", TABLE.replace("0.1", "0.2"), FORMULA, CONSTANTS, ALONE))
        .isNotEqualTo(before);
    assertThat(version("far", TABLE, FORMULA, CONSTANTS.replace("x + 1", "x + 2"), ALONE))
        .isNotEqualTo(before);
  }

  @Test
  void aChangeOutOfReachDoesNot() throws Exception {
    assertThat(version("changed", TABLE, FORMULA, CONSTANTS, ALONE.replace("y = 1", "y = 2")))
        .isEqualTo(version("gone", TABLE, FORMULA, CONSTANTS));
  }

  @Test
  void referencesAreReadPastLongsAndDoubles() throws IOException {
    var classes = compile("constants", TABLE, FORMULA, CONSTANTS);
    assertThat(
            CodeVersion.references(Files.readAllBytes(classes.resolve("nl/peil/tiny/Table.class"))))
        .containsExactly("nl/peil/tiny/Formula", "nl/peil/tiny/Table");
  }

  @Test
  void descriptorsLambdasAndRecordsCount() throws IOException {
    var classes =
        compile(
            "forms",
            FORMULA,
            CONSTANTS,
            "package nl.peil.tiny; record Row(Formula f, Constants[] c) {"
                + " java.util.function.IntSupplier s() { return f::value; } }");
    assertThat(
            CodeVersion.references(Files.readAllBytes(classes.resolve("nl/peil/tiny/Row.class"))))
        .containsExactly("nl/peil/tiny/Constants", "nl/peil/tiny/Formula", "nl/peil/tiny/Row");
  }

  @Test
  void realClassesHaveDifferentVersions() {
    var versions =
        Map.of(
            "plan", CodeVersion.of(Plan.class),
            "slice", CodeVersion.of(nl.peil.table.Slice.class),
            "mode", CodeVersion.of(nl.peil.model.Mode.class));
    assertThat(versions.values()).doesNotHaveDuplicates();
    assertThat(CodeVersion.of(Plan.class)).isEqualTo(versions.get("plan"));
  }
}
