package nl.peil.barrier.ikob;

/**
 * The skims from one zone to all others, as they are given. What cannot be reached has a large
 * number: 9999.
 */
public final class SkimRow {

  final double[] carMinutes;
  final double[] carKm;
  final double[] bicycleMinutes;
  final double[] publicTransportMinutes;
  final double[] publicTransport;
  final double[] additionalCost;
  boolean fares;

  /** An empty row of so many destinations. */
  public SkimRow(int zones) {
    this.carMinutes = new double[zones];
    this.carKm = new double[zones];
    this.bicycleMinutes = new double[zones];
    this.publicTransportMinutes = new double[zones];
    this.publicTransport = new double[zones];
    this.additionalCost = new double[zones];
  }

  /** Car, minutes (Auto_Tijd), to fill. */
  public double[] carMinutes() {
    return carMinutes;
  }

  /** Car, kilometres (Auto_Afstand), to fill. */
  public double[] carKm() {
    return carKm;
  }

  /** Bicycle, minutes (Fiets_Tijd), to fill. */
  public double[] bicycleMinutes() {
    return bicycleMinutes;
  }

  /** Public transport, minutes (OV_Tijd), to fill; up to 0.5: there is none. */
  public double[] publicTransportMinutes() {
    return publicTransportMinutes;
  }

  /**
   * Public transport, kilometres (OV_Afstand), to fill; negative counts as 0. Where {@link
   * #fares(boolean)} says so, fares in euro (OV_Kosten) instead.
   */
  public double[] publicTransport() {
    return publicTransport;
  }

  /** Cost of a trip by car besides kilometres and parking, cent, to fill; 0 when there is none. */
  public double[] additionalCost() {
    return additionalCost;
  }

  /** Says what {@link #publicTransport()} holds: fares in euro, or kilometres. */
  public void fares(boolean given) {
    this.fares = given;
  }
}
