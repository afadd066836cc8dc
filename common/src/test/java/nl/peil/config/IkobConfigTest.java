package nl.peil.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.peil.barrier.ikob.Motive;
import nl.peil.barrier.ikob.Parameters;
import nl.peil.barrier.ikob.PerClass;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import org.junit.jupiter.api.Test;

class IkobConfigTest {

  private static final String NEEDED =
      """
      indicators {
        labour_force { laag = l, middellaag = ml, middelhoog = mh, hoog = h }
        cars = autos, urbanisation = stedelijkheid
      }
      tables { WelAuto = a, GeenAuto = b, GeenRijbewijs = c, Voorkeuren = d, VoorkeurenGeenAuto = e }
      """;

  private final List<String> problems = new ArrayList<>();

  private Section section(String text) {
    var config = ConfigFactory.parseString(text);
    return new Section(config, "ikob", config.root().origin(), problems);
  }

  private IkobConfig read(String text) {
    return IkobConfig.read(section(text), (section, key, name) -> Path.of(name));
  }

  @Test
  void whatIsNotSaidIsAsIkobHasIt() {
    var ikob = read(NEEDED);
    assertThat(problems).isEmpty();
    assertThat(ikob.modes()).containsExactly(Mode.AUTO, Mode.FIETS, Mode.OV_LOPEN);
    assertThat(ikob.wanted(Period.DAL)).isTrue();
    assertThat(ikob.indicators()).containsExactly("l", "ml", "mh", "h", "autos", "stedelijkheid");
    assertThat(ikob.motives())
        .containsExactly(new IkobMotiveConfig("werk", "banen", Parameters.work()));
    assertThat(ikob.tables()).hasSize(5).containsEntry("WelAuto", Path.of("a"));
  }

  @Test
  void whatIsSaidGoesBefore() {
    var ikob =
        read(
            NEEDED
                + """
                periods = [spits], modes { public_transport = ov_fiets }, detour { auto = 1.3 }
                fossil { cent_per_km = 20 }, electric_percent { hoog = 50 }, fare { cap_euro = 10 }
                motives = [ werk, { motive = onderwijs, name = school, destinations = bo, minutes_per_euro { laag = 20 } } ]
                """);
    assertThat(problems).isEmpty();
    assertThat(ikob.publicTransport()).isEqualTo(Mode.OV_FIETS);
    assertThat(ikob.wanted(Period.DAL)).isFalse();
    assertThat(ikob.detour()).isEqualTo(Map.of(Mode.AUTO, 1.3));
    var work = ikob.motives().get(0).parameters();
    assertThat(work.fossil()).isEqualTo(new Parameters.CarCost(20, 0));
    assertThat(work.fare()).isEqualTo(new Parameters.Fare(75, 12, 10.0));
    assertThat(work.electricShare()).isEqualTo(new PerClass(0, 0, 0, 50));
    assertThat(work.minutesPerEuro()).isEqualTo(Parameters.WORK);
    var school = ikob.motives().get(1);
    assertThat(school.motive()).isEqualTo("school");
    assertThat(school.destinations()).isEqualTo("bo");
    assertThat(school.parameters().curves()).isEqualTo(Parameters.of(Motive.ONDERWIJS).curves());
    assertThat(school.parameters().minutesPerEuro()).isEqualTo(new PerClass(20, 10.9, 7.25, 4.8));
    assertThat(school.parameters().fossil()).isEqualTo(work.fossil());
  }

  @Test
  void whatIsWrongIsNamed() {
    read(
        """
        indicators { labour_force { laag = l }, cars = autos }
        tables { WelAuto = a }
        modes { car = fiets }, periods = [nacht], free_car { hoog = 2 }
        motives = [ { motive = wandelen }, { motive = onderwijs } ]
        """);
    assertThat(problems)
        .anyMatch(problem -> problem.contains("ikob.indicators.labour_force.hoog: this key"))
        .anyMatch(problem -> problem.contains("ikob.indicators.urbanisation: this key"))
        .anyMatch(problem -> problem.contains("ikob.tables.Voorkeuren: this key"))
        .anyMatch(problem -> problem.contains("three different modes"))
        .anyMatch(problem -> problem.contains("nacht"))
        .anyMatch(problem -> problem.contains("free_car.hoog: expected a number from 0.0 to 1.0"))
        .anyMatch(problem -> problem.contains("'wandelen' is not one of [werk"))
        .anyMatch(problem -> problem.contains("ikob.motives[1].destinations: this key"));
  }

  @Test
  void kilometresAndServicesMustComeFromSomewhere() {
    var times =
        TravelTimesConfig.read(
            section(
                "path = \"x\", scenario = s, year = 2022, period = spits, mode = auto,"
                    + " columns { origin = o, destination = d, minutes = m }"));
    var ikob = read(NEEDED);
    ikob.checkTogether(
        BarriersConfig.NONE,
        List.of(),
        List.of(times),
        (key, problem) -> problems.add(key + ": " + problem));
    assertThat(problems)
        .anyMatch(problem -> problem.contains("detour { auto = 1.3 }"))
        .anyMatch(problem -> problem.contains("'banen' is not one of the services"))
        .anyMatch(problem -> problem.contains("'autos' is not one of the indicators"))
        .noneMatch(problem -> problem.contains("ov_lopen"));
  }
}
