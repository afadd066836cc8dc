package nl.peil.barrier.ikob;

/** Over whom jobs within reach are averaged. */
public enum Category {
  /** Everybody of the income class. */
  ALLE_GROEPEN("alle groepen"),
  /** Car owners of the income class. */
  ALLEEN_AUTOBEZITTERS("alleen autobezitters");

  /** How many there are. */
  public static final int COUNT = 2;

  private final String label;

  Category(String label) {
    this.label = label;
  }

  /** As it stands in projects and names of folders. */
  public String label() {
    return label;
  }
}
