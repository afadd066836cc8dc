package nl.peil.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import nl.peil.jobs.cli.Console;
import org.junit.jupiter.api.Test;

/** The walls of the top floor. */
class JobsArchitectureTest {

  /** The library and the jobs. */
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("nl.peil");

  @Test
  void bothFloorsAreLookedAt() {
    assertThat(HOUSE)
        .extracting(JavaClass::getPackageName)
        .contains("nl.peil.table", "nl.peil.source.geo", "nl.peil.jobs", "nl.peil.jobs.derive");
  }

  @Test
  void theLibraryNeverCallsTheJobs() {
    noClasses()
        .that()
        .resideOutsideOfPackage("nl.peil.jobs..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("nl.peil.jobs..")
        .check(HOUSE);
  }

  @Test
  void onlyTheConsoleKnowsTheStreamsOfTheProcess() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Console.class)
        .and()
        // The tests of the library come along in a jar; its report of conformance is printed.
        .resideOutsideOfPackage("nl.peil.conformance")
        .should(ACCESS_STANDARD_STREAMS)
        .check(HOUSE);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(HOUSE);
  }

  @Test
  void onlyTheProgramAndItsCommandLineEndTheProgram() {
    noClasses()
        .that()
        .resideOutsideOfPackages("nl.peil.jobs", "nl.peil.jobs.cli")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(HOUSE);
  }

  @Test
  void derivedTablesAreMadeFromTablesAndNotFromFiles() {
    noClasses()
        .that()
        .resideInAPackage("nl.peil.jobs.derive..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.io", "java.nio..", "nl.peil.source..", "org.apache.hadoop..")
                .and(not(name("java.io.Serializable"))))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.spark.sql.DataFrameReader")
        .check(HOUSE);
  }

  @Test
  void jobsGoThroughTheStore() {
    noClasses()
        .that()
        .resideInAPackage("nl.peil.jobs..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..")
        .check(HOUSE);
  }

  @Test
  void ingestAndDeriveDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("nl.peil.jobs.derive..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("nl.peil.jobs.ingest..", "nl.peil.jobs", "nl.peil.jobs.cli..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage("nl.peil.jobs.ingest..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("nl.peil.jobs.derive..", "nl.peil.jobs", "nl.peil.jobs.cli..")
        .check(HOUSE);
  }

  @Test
  void whoTellsOfARunKnowsNeitherJobsNorSpark() {
    noClasses()
        .that()
        .resideInAPackage("nl.peil.jobs.openlineage..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("nl.peil.jobs..", "nl.peil.source..", "org.apache.hadoop..")
                .and(not(resideInAPackage("nl.peil.jobs.openlineage.."))))
        .check(HOUSE);
    noClasses()
        .that()
        .resideOutsideOfPackage("nl.peil.jobs.openlineage..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net.http..")
        .check(HOUSE);
  }

  @Test
  void wordsAreWordsAndExportsReadTablesOnly() {
    noClasses()
        .that()
        .resideInAPackage("nl.peil.jobs.words..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("nl.peil..", "org.apache..")
                .and(not(resideInAPackage("nl.peil.jobs.words.."))))
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage("nl.peil.jobs.export..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "nl.peil.jobs",
            "nl.peil.jobs.ingest..",
            "nl.peil.jobs.derive..",
            "org.sqlite..",
            "org.dhatim..",
            "org.apache.parquet..",
            "de.siegmar..")
        .check(HOUSE);
  }

  @Test
  void reportsAreMadeFromTablesAndPagesKnowNoSpark() {
    noClasses()
        .that()
        .resideInAPackage("nl.peil.jobs.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "nl.peil.jobs.derive..",
            "nl.peil.jobs.ingest..",
            "nl.peil.jobs",
            "nl.peil.jobs.cli..",
            "nl.peil.source..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAnyPackage("nl.peil.jobs.report.page..", "nl.peil.jobs.report.map..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.spark..", "org.apache.hadoop..", "nl.peil.table..", "java.nio.file..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAnyPackage("nl.peil.jobs.report.facts..", "nl.peil.jobs.report.map..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("nl.peil.jobs.report.page..", "nl.peil.jobs.words..")
        .check(HOUSE);
  }

  @Test
  void whatTellsMachinesOfARunKnowsNoSparkAndCatalogsAreToldOfTablesOnly() {
    noClasses()
        .that()
        .resideInAPackage("nl.peil.jobs.operate..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("nl.peil.jobs..", "nl.peil.source..", "org.apache.spark..")
                .and(not(resideInAnyPackage("nl.peil.jobs.operate..", "nl.peil.jobs.files.."))))
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage("nl.peil.jobs.files..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("nl.peil..", "org.apache.spark..")
                .and(not(resideInAPackage("nl.peil.jobs.files.."))))
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage("nl.peil.jobs.register..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "nl.peil.jobs",
            "nl.peil.jobs.ingest..",
            "nl.peil.jobs.derive..",
            "nl.peil.source..",
            "nl.peil.run..",
            "java.nio.file..")
        .check(HOUSE);
  }

  @Test
  void thereAreNoCircles() {
    slices().matching("nl.peil.jobs.(*)..").should().beFreeOfCycles().check(HOUSE);
  }
}
