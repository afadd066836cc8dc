package nl.peil;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beFinal;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The walls of the house: who may call whom. A wall that stands in the way is moved on purpose,
 * here, and not by an import.
 */
class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("nl.peil");

  /** Which other rooms a room may call; rooms inside a room (source.geo) may call their own. */
  private static final Map<String, List<String>> MAY_CALL =
      Map.ofEntries(
          entry("model", List.of()),
          entry("measure", List.of("model")),
          entry("inequality", List.of("model")),
          entry("forecast", List.of("model")),
          entry("welfare", List.of("inequality", "model")),
          entry("barrier", List.of("measure", "inequality", "model")),
          entry("quality", List.of("model")),
          entry("access", List.of("measure", "barrier", "model")),
          entry("table", List.of("model")),
          entry("geo", List.of("model")),
          entry("source", List.of("model", "quality", "geo")),
          entry("catalogue", List.of("model", "quality", "source")),
          entry("run", List.of("model", "table", "source", "quality")),
          entry("config", List.of("model", "source", "barrier")));

  private static final String[] FORMATS = {
    "de.siegmar.fastcsv..",
    "com.fasterxml.jackson..",
    "org.sqlite..",
    "org.apache.sedona.core.formatMapper..",
    "org.dhatim.fastexcel..",
    "io.jhdf..",
    "org.apache.parquet.."
  };

  private static String[] packages(List<String> rooms) {
    return rooms.stream().map(room -> "nl.peil." + room + "..").toArray(String[]::new);
  }

  @TestFactory
  Stream<DynamicTest> aRoomCallsOnlyItsNeighboursBelow() {
    return MAY_CALL.entrySet().stream()
        .map(
            wall ->
                DynamicTest.dynamicTest(
                    wall.getKey(),
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage("nl.peil." + wall.getKey() + "..")
                            .should()
                            .dependOnClassesThat(
                                resideInAPackage("nl.peil..")
                                    .and(not(resideInAPackage("nl.peil." + wall.getKey() + "..")))
                                    .and(not(resideInAnyPackage(packages(wall.getValue())))))
                            .check(HOUSE)));
  }

  @Test
  void everyRoomHasItsWalls() {
    assertThat(
            HOUSE.stream()
                .map(type -> type.getPackageName().split("\\."))
                .map(parts -> parts.length > 2 ? parts[2] : "(root)"))
        .isNotEmpty()
        .allMatch(MAY_CALL::containsKey);
  }

  @Test
  void onlyGeographicReadersCallGeo() {
    noClasses()
        .that()
        .resideInAPackage("nl.peil.source..")
        .and()
        .resideOutsideOfPackage("nl.peil.source.geo")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("nl.peil.geo..")
        .check(HOUSE);
  }

  @Test
  void configurationKnowsDescriptionsOfFilesAndNoReader() {
    noClasses()
        .that()
        .resideInAPackage("nl.peil.config")
        .should()
        .dependOnClassesThat(
            resideInAPackage("nl.peil.source..")
                .and(
                    not(
                        nameMatching(
                            "nl\\.peil\\.source\\.(PathPattern|CsvFormat|ExcelFormat|omx\\.MatrixSelection)"))))
        .check(HOUSE);
  }

  @Test
  void measuresAndInequalityAreMathematics() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "nl.peil.measure..",
            "nl.peil.inequality..",
            "nl.peil.barrier..",
            "nl.peil.forecast..",
            "nl.peil.welfare..",
            "nl.peil.model..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "org.apache..", "io.delta..", "java.nio..", "java.io..", "java.net..")
                .and(not(nameMatching("java\\.io\\.(Serializable|ObjectInputStream)"))))
        .check(HOUSE);
  }

  @Test
  void qualityKnowsNoSparkAndNoFiles() {
    noClasses()
        .that()
        .resideInAPackage("nl.peil.quality")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache..", "io.delta..", "java.nio..")
        .check(HOUSE);
  }

  @Test
  void onlyTableKnowsDelta() {
    noClasses()
        .that()
        .resideOutsideOfPackage("nl.peil.table")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..")
        .check(HOUSE);
  }

  @Test
  void onlySourceKnowsFileFormats() {
    noClasses()
        .that()
        .resideOutsideOfPackage("nl.peil.source..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FORMATS)
        .check(HOUSE);
  }

  @Test
  void onlyOmxKnowsHdf5AndItKnowsNoSparkAndNoOtherFormat() {
    noClasses()
        .that()
        .resideOutsideOfPackage("nl.peil.source.omx")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.jhdf..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage("nl.peil.source.omx")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("nl.peil..", "org.apache.spark..")
                .and(
                    not(
                        resideInAnyPackage(
                            "nl.peil.source.omx", "nl.peil.source", "nl.peil.quality"))))
        .check(HOUSE);
  }

  @Test
  void onlyConfigurationKnowsHocon() {
    noClasses()
        .that()
        .resideOutsideOfPackage("nl.peil.config")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.typesafe.config..")
        .check(HOUSE);
  }

  @Test
  void thereAreNoCircles() {
    slices().matching("nl.peil.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void theLibraryKeepsSilentAndNeverEndsTheProgram() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(HOUSE);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(HOUSE);
    noClasses().should().callMethod(System.class, "exit", int.class).check(HOUSE);
    noClasses().should().callMethod(Runtime.class, "halt", int.class).check(HOUSE);
    noClasses()
        .should()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                nameMatching(".*printStackTrace")))
        .check(HOUSE);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should(beFinal()).check(HOUSE);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager)(\\$.*)?").check(HOUSE);
  }

  @Test
  void everyPackageSaysThatNothingIsNullUnlessMarked() {
    assertThat(HOUSE.stream().map(type -> type.getPackage()).distinct())
        .isNotEmpty()
        .allMatch(room -> room.isAnnotatedWith(NullMarked.class), "@NullMarked")
        .extracting(JavaPackage::getName)
        .contains("nl.peil.source.geo");
  }
}
