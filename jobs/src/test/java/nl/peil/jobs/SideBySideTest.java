package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  private SideBySide.Step step(String makes, Set<String> needs) {
    return step(makes, needs, () -> {});
  }

  private SideBySide.Step step(String makes, Set<String> needs, Work work) {
    Callable<Void> call =
        () -> {
          work.run();
          done.add(makes);
          return null;
        };
    return new SideBySide.Step(makes, needs, call);
  }

  private interface Work {
    void run() throws Exception;
  }

  @Test
  void twoStepsThatNeedNothingOfEachOtherAreUnderWayTogether() throws Exception {
    var both = new CountDownLatch(2);
    // each waits until the other has begun: one after the other this would never end
    Work meet =
        () -> {
          both.countDown();
          assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
        };
    SideBySide.run(List.of(step("a", Set.of(), meet), step("b", Set.of(), meet)), 2);
    assertThat(done).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aStepComesAfterThoseItNeeds() throws Exception {
    Work slow = () -> Thread.sleep(50);
    SideBySide.run(
        List.of(
            step("access", Set.of("times"), slow),
            step("level", Set.of("access")),
            step("swaps", Set.of("times"), slow),
            step("forecasts", Set.of("swaps", "access"))),
        2);
    assertThat(done).hasSize(4);
    assertThat(done.indexOf("level")).isGreaterThan(done.indexOf("access"));
    assertThat(done.indexOf("forecasts")).isGreaterThan(done.indexOf("swaps"));
    assertThat(done.indexOf("forecasts")).isGreaterThan(done.indexOf("access"));
  }

  @Test
  void stepsOfOneTableKeepTheirOrderAndAReaderWaitsForAllOfThem() throws Exception {
    var order = Collections.synchronizedList(new ArrayList<String>());
    SideBySide.run(
        List.of(
            step(
                "access",
                Set.of(),
                () -> {
                  Thread.sleep(50);
                  order.add("first");
                }),
            step("access", Set.of(), () -> order.add("second")),
            step("level", Set.of("access"), () -> order.add("reader"))),
        3);
    assertThat(order).containsExactly("first", "second", "reader");
  }

  @Test
  void afterAFailureWhatIsUnderWayEndsAndNothingElseBegins() {
    var begun = new CountDownLatch(1);
    var failing = new CountDownLatch(1);
    var steps =
        List.of(
            step(
                "fails",
                Set.of(),
                () -> {
                  assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
                  failing.countDown();
                  throw new IOException("disk full");
                }),
            step(
                "under way",
                Set.of(),
                () -> {
                  begun.countDown();
                  assertThat(failing.await(20, TimeUnit.SECONDS)).isTrue();
                  Thread.sleep(50);
                }),
            step("needs it", Set.of("fails")),
            step("later", Set.of("under way")));
    assertThatThrownBy(() -> SideBySide.run(steps, 2))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(done).containsExactly("under way");
  }

  @Test
  void anErrorOfTheMachineIsNotSwallowed() {
    var steps =
        List.of(
            step(
                "big",
                Set.of(),
                () -> {
                  throw new OutOfMemoryError("heap");
                }),
            step("after", Set.of("big")));
    assertThatThrownBy(() -> SideBySide.run(steps, 1)).isInstanceOf(OutOfMemoryError.class);
    assertThat(done).isEmpty();
  }
}
