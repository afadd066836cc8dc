package nl.peil.barrier.ikob;

/** The income classes of IKOB, in its order. */
public enum IncomeClass {
  /** Low. */
  LAAG("laag"),
  /** Lower-middle. */
  MIDDELLAAG("middellaag"),
  /** Upper-middle. */
  MIDDELHOOG("middelhoog"),
  /** High. */
  HOOG("hoog");

  /** How many there are. */
  public static final int COUNT = 4;

  private final String label;

  IncomeClass(String label) {
    this.label = label;
  }

  /** As it stands in names of files and columns. */
  public String label() {
    return label;
  }
}
