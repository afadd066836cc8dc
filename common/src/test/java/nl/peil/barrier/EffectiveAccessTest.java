package nl.peil.barrier;

import static nl.peil.model.Mode.AUTO;
import static nl.peil.model.Mode.FIETS;
import static nl.peil.model.Mode.LOPEN;
import static nl.peil.model.Mode.OV_FIETS;
import static nl.peil.model.Mode.OV_LOPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.peil.model.Barrier;
import nl.peil.model.BarrierGroup;
import nl.peil.model.Mode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On paper and really, by hand. */
class EffectiveAccessTest {

  private static final Barrier NO_CAR = new Barrier("geen_auto", "geen_auto", Set.of(AUTO));
  private static final Barrier NO_BICYCLE =
      new Barrier("geen_fiets", "geen_fiets", Set.of(FIETS, OV_FIETS));

  private static final EffectiveAccess ACCESS =
      new EffectiveAccess(
          List.of(NO_CAR, NO_BICYCLE),
          List.of(new BarrierGroup("beide", List.of("geen_auto", "geen_fiets"))),
          Set.of(),
          Set.of());

  private static ModeTime time(Mode mode, double minutes, @Nullable Boolean meetsNorm) {
    return new ModeTime(mode, minutes, meetsNorm);
  }

  private static GroupAccess of(List<GroupAccess> access, String group) {
    return access.stream().filter(each -> each.group().equals(group)).findFirst().orElseThrow();
  }

  /** The car is fastest and beyond its norm, the bicycle slower and within its own. */
  @Test
  void theFastestModeNeedNotBeTheOneThatMeetsItsNorm() {
    var access =
        ACCESS.of(
            List.of(time(OV_LOPEN, 30, false), time(FIETS, 14, true), time(AUTO, 11, false)),
            new double[] {0.25, 0.4});

    var noCar = of(access, "geen_auto");
    assertThat(noCar.potential())
        .isEqualTo(new BestAccess(List.of(AUTO, OV_LOPEN, FIETS), AUTO, 11, FIETS, true));
    assertThat(noCar.best())
        .isEqualTo(new BestAccess(List.of(OV_LOPEN, FIETS), FIETS, 14, FIETS, true));
    assertThat(noCar.extraMinutes()).isEqualTo(3);
    assertThat(noCar.onPaper().independent()).isEqualTo(0.25);
    assertThat(noCar.really().independent()).isEqualTo(0.25);
    assertThat(noCar.lost()).isEqualTo(Share.NOBODY);

    var noBicycle = of(access, "geen_fiets");
    assertThat(noBicycle.best())
        .isEqualTo(new BestAccess(List.of(AUTO, OV_LOPEN), AUTO, 11, null, false));
    assertThat(noBicycle.extraMinutes()).isZero();
    assertThat(noBicycle.really()).isEqualTo(Share.NOBODY);
    assertThat(noBicycle.lost().independent()).isEqualTo(0.4);

    // 25 % x 40 %, at least none, at most a quarter
    var both = of(access, "beide");
    assertThat(both.best()).isEqualTo(new BestAccess(List.of(OV_LOPEN), OV_LOPEN, 30, null, false));
    assertThat(both.extraMinutes()).isEqualTo(19);
    assertThat(both.inGroup()).isEqualTo(new Share(0.1, 0, 0.25));
    assertThat(both.lost()).isEqualTo(both.inGroup());

    // Only the bicycle meets its norm: who has none loses it
    var everyone = of(access, BarrierGroup.EVERYONE);
    assertThat(everyone.best()).isNull();
    assertThat(everyone.extraMinutes()).isNaN();
    assertThat(everyone.onPaper()).isEqualTo(Share.EVERYBODY);
    assertThat(everyone.lost().independent()).isCloseTo(0.4, within(1e-15));
    assertThat(everyone.really().independent()).isCloseTo(0.6, within(1e-15));
  }

  /** Car and bicycle meet their norms: only who has neither loses it. */
  @Test
  void whoHasAnotherModeLosesNothing() {
    var access =
        ACCESS.of(
            List.of(time(AUTO, 8, true), time(FIETS, 14, true), time(LOPEN, 45, false)),
            new double[] {0.5, 0.7});

    var everyone = of(access, BarrierGroup.EVERYONE);
    assertThat(everyone.lost().independent()).isCloseTo(0.35, within(1e-15));
    assertThat(everyone.lost().low()).isCloseTo(0.2, within(1e-15));
    assertThat(everyone.lost().high()).isEqualTo(0.5);
    assertThat(everyone.really().low()).isEqualTo(0.5);
    assertThat(everyone.really().high()).isCloseTo(0.8, within(1e-15));
    assertThat(of(access, "geen_auto").really().independent()).isEqualTo(0.5);
  }

  @Test
  void whatIsMissedOnPaperIsMissedReallyAndNobodyLosesIt() {
    var access =
        ACCESS.of(
            List.of(time(AUTO, 90, false), time(FIETS, Double.NaN, false)), new double[] {1, 1});

    assertThat(access).hasSize(4);
    for (var group : access) {
      assertThat(group.onPaper()).isEqualTo(Share.NOBODY);
      assertThat(group.really()).isEqualTo(Share.NOBODY);
      assertThat(group.lost()).isEqualTo(Share.NOBODY);
    }
    assertThat(of(access, "geen_auto").best())
        .isEqualTo(new BestAccess(List.of(FIETS), null, Double.NaN, null, false));
    assertThat(of(access, "geen_auto").extraMinutes()).isNaN();
  }

  /** A service that has a norm for the car alone: the others cannot meet it. */
  @Test
  void aModeWithoutNormMeetsNone() {
    var access =
        ACCESS.of(List.of(time(AUTO, 8, true), time(LOPEN, 1, null)), new double[] {0.5, 0});

    var noCar = of(access, "geen_auto");
    assertThat(noCar.potential().meetsNorm()).isTrue();
    assertThat(noCar.best()).isEqualTo(new BestAccess(List.of(LOPEN), LOPEN, 1, null, false));
    assertThat(of(access, BarrierGroup.EVERYONE).lost().independent()).isEqualTo(0.5);
  }

  @Test
  void withoutAnyNormThereAreTimesAndNoVerdict() {
    var access =
        ACCESS.of(List.of(time(AUTO, 8, null), time(LOPEN, 9, null)), new double[] {0.5, 0});

    for (var group : access) {
      assertThat(group.potential().meetsNorm()).isNull();
      assertThat(group.known()).isTrue();
      assertThat(group.lost().known()).isFalse();
      assertThat(group.onPaper().known()).isFalse();
      assertThat(group.really().known()).isFalse();
    }
    assertThat(of(access, "geen_auto").extraMinutes()).isEqualTo(1);
    assertThat(of(access, "geen_auto").inGroup().independent()).isEqualTo(0.5);
  }

  /** Whether people have a bicycle is unknown: so is everything that depends on it. */
  @Test
  void unknownIsNotZero() {
    var access =
        ACCESS.of(
            List.of(time(AUTO, 8, true), time(FIETS, 30, false)), new double[] {0.5, Double.NaN});

    assertThat(of(access, "geen_auto").lost().independent()).isEqualTo(0.5);
    for (var group : List.of("geen_fiets", "beide", BarrierGroup.EVERYONE)) {
      assertThat(of(access, group).known()).as(group).isFalse();
      assertThat(of(access, group).really().known()).as(group).isFalse();
      assertThat(of(access, group).lost().known()).as(group).isFalse();
    }
    // The times do not depend on how many people it is about
    assertThat(of(access, "geen_fiets").best())
        .isEqualTo(new BestAccess(List.of(AUTO), AUTO, 8, AUTO, true));
  }

  @Test
  void onlyTheModesAskedForCountAndOfEqualTimesTheFirst() {
    var walking =
        new EffectiveAccess(List.of(NO_CAR), List.of(), Set.of(), EnumSet.of(FIETS, LOPEN));
    var everyone =
        walking.of(
            List.of(time(LOPEN, 5, true), time(AUTO, 2, true), time(FIETS, 5, false)),
            new double[] {0.5});

    assertThat(of(everyone, BarrierGroup.EVERYONE).potential())
        .isEqualTo(new BestAccess(List.of(FIETS, LOPEN), FIETS, 5, LOPEN, true));
    assertThat(of(everyone, BarrierGroup.EVERYONE).lost()).isEqualTo(Share.NOBODY);
  }

  /** Without car or without licence the car is gone: 40 % under independence would count twice. */
  @Test
  void whatHangsTogetherCanBeAGroupWithoutCountingForEveryone() {
    var licence = new Barrier("geen_rijbewijs", "geen_rijbewijs", Set.of(AUTO));
    var access =
        new EffectiveAccess(List.of(NO_CAR, licence), List.of(), Set.of("geen_auto"), Set.of())
            .of(List.of(time(AUTO, 8, true)), new double[] {0.25, Double.NaN});

    var everyone = of(access, BarrierGroup.EVERYONE);
    assertThat(everyone.known()).isTrue();
    assertThat(everyone.barriers()).containsExactly("geen_auto");
    assertThat(everyone.lost()).isEqualTo(new Share(0.25, 0.25, 0.25));
    assertThat(of(access, "geen_rijbewijs").known()).isFalse();
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> ACCESS.of(List.of(), new double[1]))
        .hasMessage("expected a share for each of 2 barriers, got 1");
    assertThatThrownBy(
            () -> ACCESS.of(List.of(time(AUTO, 1, null), time(AUTO, 2, null)), new double[2]))
        .hasMessage("mode auto comes twice");
    assertThatThrownBy(() -> time(LOPEN, Double.NaN, true))
        .hasMessage("mode lopen meets the norm, but does not get there");
    assertThatThrownBy(
            () ->
                new EffectiveAccess(
                    List.of(NO_CAR),
                    List.of(new BarrierGroup("g", List.of("geen_ov"))),
                    Set.of(),
                    Set.of()))
        .hasMessage("group g has barriers [geen_ov], which are not all among [geen_auto]");
  }

  /** Times by mode, each with a norm of 20 minutes or none; half of the times beyond reach. */
  private static List<ModeTime> times(List<Double> minutes, int withNorm) {
    var times = new ArrayList<ModeTime>();
    for (var mode : Mode.values()) {
      double t = minutes.get(mode.ordinal());
      boolean norm = (withNorm >> mode.ordinal() & 1) == 1;
      times.add(time(mode, t > 40 ? Double.NaN : t, norm ? t <= 20 : null));
    }
    return times;
  }

  @Property
  void reallyIsNeverMoreThanOnPaper(
      @ForAll @Size(5) List<@DoubleRange(min = 0, max = 60) Double> minutes,
      @ForAll @IntRange(min = 0, max = 31) int withNorm,
      @ForAll @DoubleRange(min = 0, max = 1) double noCar,
      @ForAll @DoubleRange(min = 0, max = 1) double noBicycle) {
    for (var group : ACCESS.of(times(minutes, withNorm), new double[] {noCar, noBicycle})) {
      if (group.potential().meetsNorm() == null) {
        assertThat(group.really().known()).isFalse();
        continue;
      }
      assertThat(group.really().independent()).isBetween(0.0, group.onPaper().independent());
      assertThat(group.really().low()).isLessThanOrEqualTo(group.really().independent());
      assertThat(group.really().high())
          .isBetween(group.really().independent(), group.onPaper().high());
      assertThat(group.really().independent() + group.lost().independent())
          .isCloseTo(group.onPaper().independent(), within(1e-12));
      var best = group.best();
      if (best != null && best.mode() != null) {
        assertThat(group.extraMinutes()).isNotNegative();
      }
    }
  }

  @Property
  void nobodyLosesAnythingWithoutBarriersAndMoreBarriersNeverHelp(
      @ForAll @Size(5) List<@DoubleRange(min = 0, max = 60) Double> minutes,
      @ForAll @DoubleRange(min = 0, max = 1) double fewer,
      @ForAll @DoubleRange(min = 0, max = 1) double more) {
    var times = times(minutes, 31);
    assertThat(of(ACCESS.of(times, new double[2]), BarrierGroup.EVERYONE).lost())
        .isEqualTo(Share.NOBODY);
    double least = Math.min(fewer, more);
    var lost = of(ACCESS.of(times, new double[] {least, 0.3}), BarrierGroup.EVERYONE).lost();
    var worse =
        of(ACCESS.of(times, new double[] {Math.max(fewer, more), 0.3}), BarrierGroup.EVERYONE)
            .lost();
    assertThat(worse.independent()).isGreaterThanOrEqualTo(lost.independent() - 1e-12);
    assertThat(worse.low()).isGreaterThanOrEqualTo(lost.low());
    assertThat(worse.high()).isGreaterThanOrEqualTo(lost.high());
  }
}
