package nl.peil.barrier.ikob;

/**
 * The groups that IKOB divides an income class into, in its order: by car, free public transport
 * and preference (section 4 of its method).
 */
public enum Group {
  /** Free car, no preference for public transport. */
  GRATIS_AUTO(TimeKind.GRATIS_AUTO, false, Preference.AUTO, "GratisAuto"),
  /** Free car and free public transport. */
  GRATIS_AUTO_GRATIS_OV(TimeKind.GRATIS_AUTO, true, Preference.NEUTRAAL, "GratisAuto_GratisOV"),
  /** Own car and free public transport. */
  WEL_AUTO_GRATIS_OV(TimeKind.AUTO_FOSSIEL, true, Preference.OV, "WelAuto_GratisOV"),
  /** Own car, prefers it. */
  WEL_AUTO_VK_AUTO(TimeKind.AUTO_FOSSIEL, false, Preference.AUTO, "WelAuto_vkAuto"),
  /** Own car, no preference. */
  WEL_AUTO_VK_NEUTRAAL(TimeKind.AUTO_FOSSIEL, false, Preference.NEUTRAAL, "WelAuto_vkNeutraal"),
  /** Own car, prefers the bicycle. */
  WEL_AUTO_VK_FIETS(TimeKind.AUTO_FOSSIEL, false, Preference.FIETS, "WelAuto_vkFiets"),
  /** Own car, prefers public transport. */
  WEL_AUTO_VK_OV(TimeKind.AUTO_FOSSIEL, false, Preference.OV, "WelAuto_vkOV"),
  /** No car, free public transport. */
  GEEN_AUTO_GRATIS_OV(TimeKind.GEEN_AUTO, true, Preference.OV, "GeenAuto_GratisOV"),
  /** No car, no preference. */
  GEEN_AUTO_VK_NEUTRAAL(TimeKind.GEEN_AUTO, false, Preference.NEUTRAAL, "GeenAuto_vkNeutraal"),
  /** No car, prefers the bicycle. */
  GEEN_AUTO_VK_FIETS(TimeKind.GEEN_AUTO, false, Preference.FIETS, "GeenAuto_vkFiets"),
  /** No car, prefers public transport. */
  GEEN_AUTO_VK_OV(TimeKind.GEEN_AUTO, false, Preference.OV, "GeenAuto_vkOV"),
  /** No licence, free public transport. */
  GEEN_RIJBEWIJS_GRATIS_OV(TimeKind.GEEN_RIJBEWIJS, true, Preference.OV, "GeenRijbewijs_GratisOV"),
  /** No licence, no preference. */
  GEEN_RIJBEWIJS_VK_NEUTRAAL(
      TimeKind.GEEN_RIJBEWIJS, false, Preference.NEUTRAAL, "GeenRijbewijs_vkNeutraal"),
  /** No licence, prefers the bicycle. */
  GEEN_RIJBEWIJS_VK_FIETS(
      TimeKind.GEEN_RIJBEWIJS, false, Preference.FIETS, "GeenRijbewijs_vkFiets"),
  /** No licence, prefers public transport. */
  GEEN_RIJBEWIJS_VK_OV(TimeKind.GEEN_RIJBEWIJS, false, Preference.OV, "GeenRijbewijs_vkOV");

  /** How many there are. */
  public static final int COUNT = 15;

  private final TimeKind car;
  private final boolean freePublicTransport;
  private final Preference preference;
  private final String label;

  Group(TimeKind car, boolean freePublicTransport, Preference preference, String label) {
    this.car = car;
    this.freePublicTransport = freePublicTransport;
    this.preference = preference;
    this.label = label;
  }

  /** How this group drives; {@link TimeKind#AUTO_FOSSIEL} stands for both fuels. */
  public TimeKind car() {
    return car;
  }

  /** True when public transport costs nothing to this group. */
  public boolean freePublicTransport() {
    return freePublicTransport;
  }

  /** The preference whose curves this group takes. */
  public Preference preference() {
    return preference;
  }

  /** True when there is a car in the household: the group is one of "alleen autobezitters". */
  public boolean ownsCar() {
    return car == TimeKind.GRATIS_AUTO || car == TimeKind.AUTO_FOSSIEL;
  }

  /** True when part of the cars is electric, so that both fuels are computed. */
  public boolean hasTwoFuels() {
    return car == TimeKind.AUTO_FOSSIEL;
  }

  /** As it stands in the header of the distribution over groups, without the income class. */
  public String label() {
    return label;
  }
}
