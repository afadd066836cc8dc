package nl.peil.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Shares from supplied indicators. */
class RatioTest {

  private static final Ratio NO_CAR =
      new Ratio("geen_auto", List.of("autos"), List.of("huishoudens"), true, false, "huishoudens");

  private static Supplied row(@Nullable Double value, boolean regional, int year) {
    return new Supplied(
        value,
        value == null,
        Basis.ZONE,
        regional ? "Regio" : "CBS",
        regional,
        LocalDate.of(year, 1, 1));
  }

  private static Chosen one(@Nullable Double value) {
    return Chosen.of(List.of(row(value, false, 2020)));
  }

  private static ZoneIndicator in(Ratio ratio, Map<String, Chosen> known) {
    return ratio.in(name -> known.getOrDefault(name, Chosen.ABSENT));
  }

  @Test
  void oneMinusCarsPerHousehold() {
    var noCar = in(NO_CAR, Map.of("autos", one(30.0), "huishoudens", one(40.0)));
    assertThat(noCar.share()).isEqualTo(0.25);
    assertThat(noCar.value()).isEqualTo(10.0);
    assertThat(noCar.denominator()).isEqualTo(40.0);
    assertThat(noCar.clamped()).isFalse();
  }

  @Test
  void moreCarsThanHouseholdsIsTold() {
    var noCar = in(NO_CAR, Map.of("autos", one(50.0), "huishoudens", one(40.0)));
    assertThat(noCar.share()).isZero();
    assertThat(noCar.value()).isZero();
    assertThat(noCar.clamped()).isTrue();
  }

  @Test
  void aPartThatIsUnknownMakesTheShareUnknown() {
    var withheld = in(NO_CAR, Map.of("autos", one(null), "huishoudens", one(40.0)));
    assertThat(withheld.share()).isNull();
    assertThat(withheld.value()).isNull();
    assertThat(withheld.reason()).isEqualTo(Reason.SUPPRESSED);
    assertThat(in(NO_CAR, Map.of("autos", one(1.0))).reason()).isEqualTo(Reason.ABSENT);
    var nobody = in(NO_CAR, Map.of("autos", one(0.0), "huishoudens", one(0.0)));
    assertThat(nobody.reason()).isEqualTo(Reason.ZERO_DENOMINATOR);
    assertThat(nobody.share()).isNull();
  }

  @Test
  void sumsAndPercentages() {
    var licence =
        new Ratio("geen_rijbewijs", List.of("b"), List.of("jong", "oud"), true, false, "personen");
    assertThat(in(licence, Map.of("b", one(45.0), "jong", one(20.0), "oud", one(40.0))).share())
        .isEqualTo(0.25);
    var low = new Ratio("laag", List.of("perc"), List.of("huishoudens"), false, true, "");
    assertThat(in(low, Map.of("perc", one(40.0), "huishoudens", one(50.0))).value())
        .isCloseTo(20.0, Offset.offset(1e-12));
    // Without a number of households it is a share all the same, and nothing is counted
    var share = in(low, Map.of("perc", one(40.0)));
    assertThat(share.share()).isEqualTo(0.4);
    assertThat(share.value()).isNull();
    assertThat(share.denominator()).isNull();
  }

  @Test
  void theNationalShareStandsBesideTheOneWithARegionalPart() {
    var autos = Chosen.of(List.of(row(30.0, false, 2022), row(20.0, true, 2021)));
    var noCar = in(NO_CAR, Map.of("autos", autos, "huishoudens", one(40.0)));
    assertThat(noCar.share()).isEqualTo(0.5);
    assertThat(noCar.nationalValue()).isEqualTo(0.25);
    assertThat(noCar.from())
        .isEqualTo(new Provenance(Basis.ZONE, "CBS, Regio", true, LocalDate.of(2020, 1, 1)));
    assertThat(noCar.national())
        .isEqualTo(new Provenance(Basis.ZONE, "CBS", false, LocalDate.of(2020, 1, 1)));
  }

  @Test
  void aZoneInSeveralRegionsHasTheirShareByPeople() {
    var quarter = in(NO_CAR, Map.of("autos", one(30.0), "huishoudens", one(40.0)));
    var half = in(NO_CAR, Map.of("autos", one(20.0), "huishoudens", one(40.0)));
    var zone = ZoneIndicator.ofRegions(List.of(quarter, half), new double[] {0.75, 0.25});
    assertThat(zone.share()).isEqualTo(0.75 * 0.25 + 0.25 * 0.5);
    assertThat(zone.value()).isNull();
    assertThat(zone.nationalValue()).isNull();
  }
}
