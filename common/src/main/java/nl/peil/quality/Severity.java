package nl.peil.quality;

import java.util.Locale;

/** How serious a finding is. */
public enum Severity {
  /** Good to know; nothing was left out. */
  INFO,
  /** The data was used, and a reader should know this about it. */
  WARN,
  /** Rows were set aside in quarantine, the rest was used. */
  QUARANTINE,
  /** Nothing of the file was used; what was stored before stays as it was. */
  REJECT;

  /** The name as it stands in the table of findings. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
