package nl.peil.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.peil.model.Mode;
import org.junit.jupiter.api.Test;

class MarginalConfigTest {

  private final List<String> problems = new ArrayList<>();

  private MarginalConfig read(String text) {
    var config = ConfigFactory.parseString(text);
    return MarginalConfig.read(new Section(config, "marginal", config.root().origin(), problems));
  }

  @Test
  void whatIsNotNamedIsWanted() {
    var marginal = read("best = 5, services = [huisarts]");
    assertThat(problems).isEmpty();
    assertThat(marginal).isEqualTo(new MarginalConfig(5, Set.of("huisarts"), Set.of()));
    assertThat(marginal.wanted("huisarts", Mode.LOPEN)).isTrue();
    assertThat(marginal.wanted("vo", Mode.LOPEN)).isFalse();
    assertThat(read("")).isEqualTo(MarginalConfig.DEFAULT);
    assertThat(MarginalConfig.DEFAULT.wanted("vo", Mode.AUTO)).isTrue();
  }

  @Test
  void theScopeOfAModeChangesOnlyWithWhatMattersToIt() {
    var cars = read("modes = [auto], services = [vo, bo]");
    assertThat(cars.wanted("vo", Mode.AUTO)).isTrue();
    assertThat(cars.wanted("vo", Mode.FIETS)).isFalse();
    assertThat(cars.scope(Mode.AUTO)).isEqualTo("[bo, vo]");
    assertThat(read("modes = [auto, fiets], services = [bo, vo]").scope(Mode.AUTO))
        .isEqualTo(cars.scope(Mode.AUTO));
    assertThat(cars.scope(Mode.FIETS)).isEqualTo("none").isNotEqualTo(read("").scope(Mode.FIETS));
    var none = read("best = 0");
    assertThat(none.wanted("vo", Mode.AUTO)).isFalse();
    assertThat(none.scope(Mode.AUTO)).isEqualTo("none");
  }

  @Test
  void whatIsWrongIsNamed() {
    read("best = 101, modes = [auti], service = [vo]");
    assertThat(problems)
        .hasSize(3)
        .anyMatch(problem -> problem.contains("marginal.best: expected a number of places from 0"))
        .anyMatch(problem -> problem.contains("marginal.modes") && problem.contains("auti"))
        .anyMatch(problem -> problem.contains("marginal.service: unknown key"));
  }
}
