package nl.peil.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.peil.jobs.ingest.GoalRegions.Found;
import nl.peil.jobs.ingest.GoalRegions.Meaning;
import org.junit.jupiter.api.Test;

class GoalRegionsTest {

  private static final Meaning UNKNOWN = new Meaning(List.of(), List.of());

  private static GoalRegions regions(String... order) {
    var regions = new GoalRegions(List.of(order));
    regions.add("delivery", "all", List.of("all", "the whole delivery"));
    regions.add("provincie", "PV20", List.of("PV20", "Groningen"));
    regions.add("gemeente", "GM0014", List.of("GM0014", "Groningen"));
    regions.add("npvr", "N1", List.of("N1", "Noord- en Oost-Groningen", "Noordoost Groningen"));
    regions.add("npvr", "N2", List.of("N2", "Achterhoek", "8RHK"));
    regions.add("gemeente", "GM0001", List.of("GM0001", "Bergen"));
    regions.add("gemeente", "GM0002", List.of("GM0002", "Bergen"));
    return regions;
  }

  private static Meaning one(String layout, String region) {
    return new Meaning(List.of(new Found(layout, region)), List.of());
  }

  @Test
  void codesNamesAndAliasesMeanTheSame() {
    for (var name : List.of("N1", "noord- en  oost-groningen", " Noordoost Groningen ")) {
      assertThat(regions().meaning(name, "")).as(name).isEqualTo(one("npvr", "N1"));
    }
    assertThat(regions().meaning("Utopia", "")).isEqualTo(UNKNOWN);
  }

  @Test
  void aNameThatSeveralLayoutsHaveNeedsAnOrderOrALayout() {
    assertThat(regions().meaning("Groningen", ""))
        .isEqualTo(new Meaning(List.of(), List.of("gemeente", "provincie")));
    assertThat(regions("npvr", "provincie").meaning("Groningen", ""))
        .isEqualTo(one("provincie", "PV20"));
    assertThat(regions("provincie").meaning("Groningen", "gemeente"))
        .isEqualTo(one("gemeente", "GM0014"));
    assertThat(regions().meaning("Achterhoek", "gemeente")).isEqualTo(UNKNOWN);
    assertThat(regions().meaning("provincie: Groningen", "")).isEqualTo(one("provincie", "PV20"));
    assertThat(regions().meaning("npvr:*", "").regions()).hasSize(2);
    // Two municipalities with one name: nobody knows which
    assertThat(regions().meaning("Bergen", ""))
        .isEqualTo(new Meaning(List.of(), List.of("gemeente")));
  }

  @Test
  void allRegionsOfALayoutAndTheCountry() {
    assertThat(regions().meaning("alle NPVR-regio's", "").regions())
        .containsExactly(new Found("npvr", "N1"), new Found("npvr", "N2"));
    assertThat(regions().meaning("all npvr regions", "").regions()).hasSize(2);
    assertThat(regions().meaning("alle RES-regio's", "")).isEqualTo(UNKNOWN);
    assertThat(regions().meaning("Nederland", "")).isEqualTo(one("delivery", "all"));
  }
}
