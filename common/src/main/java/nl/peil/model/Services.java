package nl.peil.model;

/** Services are free keys; one has a meaning of its own. */
public final class Services {

  /**
   * Jobs: part of land use, as people are. All other services are facilities, which open and close.
   */
  public static final String JOBS = "banen";

  private Services() {}
}
