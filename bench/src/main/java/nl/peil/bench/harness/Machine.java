package nl.peil.bench.harness;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Where and when something was measured.
 *
 * @param text the machine in words
 */
public record Machine(String text) {

  /** This machine, now. */
  public static Machine here() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    var memory =
        system instanceof com.sun.management.OperatingSystemMXBean known
            ? String.format(Locale.ROOT, "%.0f GiB", known.getTotalMemorySize() / 0x1p30)
            : "unknown";
    return new Machine(
        String.format(
            Locale.ROOT,
            "%d cores, %s memory, %s %s, JDK %s (heap %.1f GiB), %s",
            Runtime.getRuntime().availableProcessors(),
            memory,
            system.getName(),
            system.getArch(),
            System.getProperty("java.vm.version"),
            Runtime.getRuntime().maxMemory() / 0x1p30,
            LocalDate.now(ZoneOffset.UTC)));
  }
}
