package nl.peil.barrier.ikob;

import java.io.Serializable;

/** A number for each income class. */
public record PerClass(double laag, double middellaag, double middelhoog, double hoog)
    implements Serializable {

  /** The same for all classes. */
  public static PerClass all(double value) {
    return new PerClass(value, value, value, value);
  }

  /** The number of a class. */
  public double of(IncomeClass income) {
    return switch (income) {
      case LAAG -> laag;
      case MIDDELLAAG -> middellaag;
      case MIDDELHOOG -> middelhoog;
      case HOOG -> hoog;
    };
  }
}
