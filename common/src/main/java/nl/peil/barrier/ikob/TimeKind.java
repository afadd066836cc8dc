package nl.peil.barrier.ikob;

/** The kinds of experienced time of IKOB (section 5 of its method). */
public enum TimeKind {
  /** Bicycle; the same for all income classes. */
  FIETS("Fiets", false, Transport.FIETS),
  /** Own car on fossil fuel. */
  AUTO_FOSSIEL("Auto_fossiel", true, Transport.AUTO),
  /** Own car on electricity. */
  AUTO_ELEKTRISCH("Auto_elektrisch", true, Transport.AUTO),
  /** Car without cost per kilometre to who drives it. */
  GRATIS_AUTO("GratisAuto", true, Transport.GRATIS_AUTO),
  /** Public transport. */
  OV("OV", true, Transport.OV),
  /** Public transport free of charge; the same for all income classes. */
  GRATIS_OV("GratisOV", false, Transport.GRATIS_OV),
  /** Shared car, for who has a licence and no car. */
  GEEN_AUTO("GeenAuto", true, Transport.AUTO),
  /** Taxi, for who has no licence. */
  GEEN_RIJBEWIJS("GeenRijbewijs", true, Transport.AUTO);

  /** How many there are. */
  public static final int COUNT = 8;

  private final String label;
  private final boolean perClass;
  private final Transport transport;

  TimeKind(String label, boolean perClass, Transport transport) {
    this.label = label;
    this.perClass = perClass;
    this.transport = transport;
  }

  /** As it stands in names of files, without the income class. */
  public String label() {
    return label;
  }

  /** True when it differs between income classes: through the worth of money. */
  public boolean perClass() {
    return perClass;
  }

  /** The row of the table of curves that judges it. */
  public Transport transport() {
    return transport;
  }
}
