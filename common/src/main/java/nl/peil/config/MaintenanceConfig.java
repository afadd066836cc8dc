package nl.peil.config;

/**
 * What maintenance keeps.
 *
 * @param keepDays files that became superfluous within so many days stay, at least 0
 */
public record MaintenanceConfig(double keepDays) {

  /** A week. */
  public static final MaintenanceConfig DEFAULT = new MaintenanceConfig(7);

  /** Reads {@code maintenance}. */
  static MaintenanceConfig read(Section section) {
    var maintenance =
        new MaintenanceConfig(section.number("keep_days", DEFAULT.keepDays(), 0, 36500));
    section.done();
    return maintenance;
  }
}
