package nl.peil.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.peil.model.Barrier;
import nl.peil.model.BarrierGroup;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import org.junit.jupiter.api.Test;

class EffectiveAccessConfigTest {

  private static final String TWO =
      """
      barriers = [
        { barrier = geen_auto, takes = [auto] }
        { barrier = geen_fiets, indicator = zonder_fiets, takes = [ov_fiets, fiets] }
      ]
      groups = [ { group = beide, barriers = [geen_auto, geen_fiets] } ]
      """;

  private final List<String> problems = new ArrayList<>();

  private EffectiveAccessConfig read(String text) {
    var config = ConfigFactory.parseString(text);
    return EffectiveAccessConfig.read(
        new Section(config, "effective_access", config.root().origin(), problems));
  }

  private String problem(String text) {
    problems.clear();
    read(text);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Test
  void readsBarriersAndGroups() {
    var config =
        read(TWO + "everyone = [geen_auto], modes = [auto, fiets, ov_fiets], periods = [spits]");

    assertThat(problems).isEmpty();
    assertThat(config.barriers())
        .containsExactly(
            new Barrier("geen_auto", "geen_auto", Set.of(Mode.AUTO)),
            new Barrier("geen_fiets", "zonder_fiets", Set.of(Mode.FIETS, Mode.OV_FIETS)));
    assertThat(config.groups())
        .containsExactly(new BarrierGroup("beide", List.of("geen_auto", "geen_fiets")));
    assertThat(config.everyone()).containsExactly("geen_auto");
    assertThat(config.modes()).containsExactlyInAnyOrder(Mode.AUTO, Mode.FIETS, Mode.OV_FIETS);
    assertThat(config.periods()).containsExactly(Period.SPITS);
    assertThat(read("")).isEqualTo(EffectiveAccessConfig.NONE);
  }

  @Test
  void theScopeChangesWithWhatMattersAndNotWithTheOrderOfModes() {
    var scope = read(TWO).scope();
    assertThat(read(TWO.replace("[ov_fiets, fiets]", "[fiets, ov_fiets]")).scope())
        .isEqualTo(scope);
    assertThat(
            List.of(
                TWO + "modes = [auto]",
                TWO + "everyone = [geen_auto]",
                TWO + "periods = [dal]",
                TWO.replace("zonder", "geen")))
        .allSatisfy(other -> assertThat(read(other).scope()).isNotEqualTo(scope));
    assertThat(read(TWO.replace("takes = [auto]", "takes = [auto, lopen]")).scope())
        .isNotEqualTo(scope);
    assertThat(problems).isEmpty();
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(problem("barriers = [{ barrier = geen_auto, takes = [auto, taxi] }]"))
        .contains("effective_access.barriers[0].takes: mode 'taxi' is not one of [auto, ");
    assertThat(problem("barriers = [{ barrier = geen_auto }]"))
        .contains("barriers[0].takes: expected the modes that people with this barrier cannot use");
    assertThat(problem(TWO.replace("[geen_auto, geen_fiets]", "[geen_auto, geen_ov]")))
        .contains("groups[0].barriers: 'geen_ov' is not one of the barriers of effective_access")
        .contains("[geen_auto, geen_fiets]");
    assertThat(problem(TWO.replace("[geen_auto, geen_fiets]", "[geen_auto]")))
        .contains("groups[0].barriers: expected two barriers or more");
    assertThat(problem(TWO.replace("group = beide", "group = geen_auto")))
        .contains("groups[0].group: expected a name of its own, and not 'geen_auto'");
    assertThat(problem("barriers = [{ barrier = iedereen, takes = [auto] }]"))
        .contains("barriers[0].barrier: expected a name of its own, and not 'iedereen'");
    assertThat(problem(TWO + "periods = [nacht]"))
        .contains("effective_access.periods: period 'nacht' is not one of");
    assertThat(problem(TWO + "everyone = [geen_ov]"))
        .contains("effective_access.everyone: 'geen_ov' is not one of the barriers");
    assertThat(problem(TWO + "mode = [auto]")).contains("mode: unknown key");
  }

  @Test
  void nineBarriersAreTooMany() {
    var barriers =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> "{ barrier = b" + i + ", takes = [auto] }")
            .collect(Collectors.joining(", ", "barriers = [", "]"));
    assertThat(problem(barriers))
        .contains("effective_access.barriers: expected at most 8")
        .endsWith("got 9");
    assertThat(read(barriers.replace(", { barrier = b9, takes = [auto] }", "")).barriers())
        .hasSize(8);
  }
}
