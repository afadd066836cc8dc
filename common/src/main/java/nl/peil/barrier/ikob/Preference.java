package nl.peil.barrier.ikob;

/** The mode that somebody prefers ("voorkeur", in names {@code vk}), in IKOB's order. */
public enum Preference {
  /** Car. */
  AUTO("Auto"),
  /** None. */
  NEUTRAAL("Neutraal"),
  /** Bicycle. */
  FIETS("Fiets"),
  /** Public transport. */
  OV("OV");

  /** How many there are. */
  public static final int COUNT = 4;

  private final String label;

  Preference(String label) {
    this.label = label;
  }

  /** As it stands in names of files and columns, without {@code vk}. */
  public String label() {
    return label;
  }
}
