"""Writes six_zones.omx: pip install openmatrix==0.3.5.0 numpy; python make.py"""

import numpy as np
import openmatrix
import tables

row, column = np.indices((6, 6))
with openmatrix.open_file("six_zones.omx", "w") as omx:
    omx["auto_spits"] = (10 * row + column + 0.5).astype("float32")
    times = (100 * row + column + 0.1).astype("float64")
    times[0, 5], times[1, 0], times[2, 2] = np.nan, np.inf, -1
    omx["CAR_AM"] = times
    omx["CAR_AM"].attrs["NA"] = -1.0
    # Of its three chunks of two rows only the second is ever written; the filler is -9
    partly = omx.create_matrix("partly", tables.Float32Atom(dflt=-9), (6, 6), chunkshape=(2, 6))
    partly[2:4] = 7
    omx.create_mapping("zone_number", [1011, 1012, 1021, 9999, 2011, 3])
    omx.create_array(omx.root.lookup, "name", np.array([b"a", b"b ", b"c", b"d", b"e", b"zone f"]))
    omx.create_mapping("district", [1, 1, 2, 2, 3, 3])
