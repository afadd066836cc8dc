package nl.peil.barrier.ikob;

/** Modes that somebody has; of these he takes the one with the largest weight, pair by pair. */
public enum ModeSet {
  /** Bicycle. */
  FIETS("Fiets"),
  /** Car. */
  AUTO("Auto"),
  /** Public transport. */
  OV("OV"),
  /** Car and bicycle. */
  AUTO_FIETS("Auto_Fiets"),
  /** Public transport and bicycle. */
  OV_FIETS("OV_Fiets"),
  /** Car and public transport. */
  AUTO_OV("Auto_OV"),
  /** All three. */
  AUTO_OV_FIETS("Auto_OV_Fiets");

  /** How many there are. */
  public static final int COUNT = 7;

  private final String label;

  ModeSet(String label) {
    this.label = label;
  }

  /** As it stands in names of files and columns. */
  public String label() {
    return label;
  }

  /** True when the car is one of the modes. */
  public boolean car() {
    return this == AUTO || this == AUTO_FIETS || this == AUTO_OV || this == AUTO_OV_FIETS;
  }

  /** True when public transport is one of the modes. */
  public boolean publicTransport() {
    return this == OV || this == OV_FIETS || this == AUTO_OV || this == AUTO_OV_FIETS;
  }

  /** True when the bicycle is one of the modes. */
  public boolean bicycle() {
    return this == FIETS || this == AUTO_FIETS || this == OV_FIETS || this == AUTO_OV_FIETS;
  }
}
