package nl.peil.source.travel;

import java.io.Serializable;

/** What the inspection learned of how a file is laid out, and a part of it cannot tell. */
public sealed interface Layout extends Serializable permits Columns, MatrixStart, Layout.Plain {

  /** Every part tells for itself how it is laid out. */
  enum Plain implements Layout {
    /** The only one. */
    PLAIN
  }
}
