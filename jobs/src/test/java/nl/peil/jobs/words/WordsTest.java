package nl.peil.jobs.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import nl.peil.measure.MeasureDefinition;
import nl.peil.measure.MeasureForm;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import nl.peil.table.Tables;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Words DUTCH = Words.of("nl");
  private static final Words ENGLISH = Words.of("en");

  @Test
  void everyColumnOfEveryTableHasALabelThatNoOtherColumnOfTheTableHas() {
    var soft = new SoftAssertions();
    for (var words : new Words[] {DUTCH, ENGLISH}) {
      for (var table : Tables.all()) {
        soft.assertThat(words.word("table." + table.name())).as(table.name()).isPresent();
        var labels = new HashSet<String>();
        for (var name : table.columnNames()) {
          var own = words.word("column." + table.name() + "." + name);
          soft.assertThat(own.or(() -> words.word("column." + name)))
              .as("%s: label of %s.%s", words.language(), table, name)
              .isPresent();
          soft.assertThat(labels.add(words.column(table.name(), name)))
              .as(
                  "%s: %s has '%s' twice",
                  words.language(), table, words.column(table.name(), name))
              .isTrue();
        }
      }
    }
    soft.assertAll();
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndNoWordIsEmpty() {
    assertThat(DUTCH.keys()).hasSizeGreaterThan(300).isEqualTo(ENGLISH.keys());
    for (var words : new Words[] {DUTCH, ENGLISH}) {
      assertThat(words.keys()).allSatisfy(key -> assertThat(words.word(key).get()).isNotBlank());
    }
  }

  @Test
  void tablesFitOnTheTabOfASheetAndDifferFromEachOther() {
    for (var words : new Words[] {DUTCH, ENGLISH}) {
      var names = Tables.all().stream().map(table -> words.table(table.name())).toList();
      assertThat(names)
          .doesNotHaveDuplicates()
          .allSatisfy(name -> assertThat(name).hasSizeLessThan(32));
    }
  }

  @Test
  void modesAndPeriodsAllHaveAWord() {
    assertThat(Mode.keys()).allSatisfy(key -> assertThat(DUTCH.mode(key)).isNotEqualTo(key));
    assertThat(Period.keys()).allSatisfy(key -> assertThat(DUTCH.period(key)).isNotEqualTo(key));
  }

  @Test
  void measuresAreToldWithTheirArguments() {
    assertThat(DUTCH.measure("nearest_1")).isEqualTo("Reistijd tot de dichtstbijzijnde");
    assertThat(DUTCH.measure("nearest_3")).isEqualTo("Reistijd tot de 3e dichtstbijzijnde");
    assertThat(DUTCH.measure("within_30")).isEqualTo("Aantal binnen 30 minuten");
    assertThat(DUTCH.measure("within_norm")).isEqualTo("Aantal binnen de norm");
    assertThat(DUTCH.measure("gravity_pbl")).isEqualTo("Aantal, gewogen naar reistijd (pbl)");
    assertThat(DUTCH.measure("passive_within_12.5"))
        .isEqualTo("Vanuit de omgeving: aantal binnen 12.5 minuten");
    assertThat(ENGLISH.measure("fca_e2sfca_pbl"))
        .isEqualTo("Supply per resident with competition (e2sfca, pbl)");
  }

  @Test
  void everyMeasureThatPeilKnowsHasAWord() {
    assertThat(MeasureForm.all().stream().flatMap(form -> form.examples().stream()))
        .isNotEmpty()
        .allSatisfy(
            text -> {
              var name = MeasureDefinition.parse(text).name();
              assertThat(DUTCH.measure(name)).as(text).isNotEqualTo(name);
            });
  }

  @Test
  void whatIsNotKnownIsCalledByItsKey() {
    assertThat(DUTCH.service("zwembad")).isEqualTo("zwembad");
    assertThat(DUTCH.measure("own_measure")).isEqualTo("own_measure");
    assertThat(DUTCH.value("scenario", "basis")).isEqualTo("basis");
  }

  @Test
  void aKeyIsToldByTheColumnItStandsIn() {
    assertThat(DUTCH.value("mode", "fiets")).isEqualTo("Fiets");
    assertThat(DUTCH.value("choice", "one")).isEqualTo("Eén mogelijkheid");
    assertThat(DUTCH.value("barrier_group", "iedereen")).isEqualTo("Alle inwoners");
    assertThat(DUTCH.value("usable_modes", "auto,ov_fiets")).isEqualTo("Auto, Ov met fiets");
    assertThat(DUTCH.indicator("geen_auto+laag_inkomen"))
        .isEqualTo("Huishoudens zonder auto én Huishoudens met een laag inkomen");
    // An apostrophe does not swallow what follows it.
    assertThat(DUTCH.column("forecasts", "future_lowest"))
        .isEqualTo("Laagste toekomstwaarde van de scenario's");
  }

  @Test
  void aTableMayCallAColumnDifferently() {
    assertThat(DUTCH.column("travel_times", "minutes")).isEqualTo("Reistijd (min)");
    assertThat(DUTCH.column("norms", "minutes")).isEqualTo("Norm (min)");
  }

  @Test
  void anotherLanguageSaysWhichThereAre() {
    assertThatThrownBy(() -> Words.of("fr")).hasMessageContaining("[nl, en]");
  }
}
