"""Peil's tables in Python, without Spark or Java: open them, also as they were, and name things for readers.

    import peil
    tables = peil.Tables()                       # out/sample, or the folder in PEIL_TABLES
    tables.sql("SELECT count(*) FROM zones")     # DuckDB over Delta, a pandas DataFrame back
    peil.Tables(as_of="2026-Q4")                 # as published under a tag, or after a run
"""

import os
import re
import subprocess
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pyarrow.compute as pc
import shapely
from deltalake import DeltaTable
from matplotlib.collections import PathCollection
from matplotlib.path import Path as Path2D

HOME = Path(__file__).resolve().parent.parent

# Tables that only grow: their state after a run is their rows up to that run
_LOGS = ("runs", "lineage", "findings", "quarantine")
_RUN_ID = re.compile(r"\d{8}T\d{6}-[0-9a-f]{6}")


class Tables:
    """The tables in an output folder of Peil, as they are or as they were.

    folder: the folder of the Delta tables; by default the one in the environment variable PEIL_TABLES, else out/sample.
    as_of: a tag of `peil publish`, or the id of a run; None: now.
    Raises FileNotFoundError when there are no tables, ValueError when there is no such tag or run.
    """

    def __init__(self, folder=None, as_of=None):
        folder = Path(folder or os.environ.get("PEIL_TABLES", HOME / "out" / "sample"))
        self.folder = folder if folder.is_absolute() else HOME / folder
        if not (self.folder / "lineage").is_dir():
            raise FileNotFoundError(
                f"expected Peil's tables in {self.folder}, and there are none: make them with "
                "./peil run --conf conf/sample.conf, or set PEIL_TABLES to the folder of another run"
            )
        self._run = None
        self._versions = {}
        if as_of is not None:
            self._go_back(as_of)

    def names(self):
        """Names of the tables that are there."""
        return sorted(path.parent.name for path in self.folder.glob("*/_delta_log") if self._had(path.parent.name))

    def delta(self, name):
        """The table as deltalake's DeltaTable: schema, history, files."""
        if not (self.folder / name / "_delta_log").is_dir() or not self._had(name):
            raise KeyError(f"there is no table {name} in {self.folder}; there are: {', '.join(self.names())}")
        return DeltaTable(self.folder / name, version=self._versions.get(name))

    def about(self, name):
        """The columns of a table: type, whether they may be empty, and what they mean."""
        fields = self.delta(name).schema().fields
        return pd.DataFrame(
            {
                "column": [field.name for field in fields],
                "type": [getattr(field.type, "type", "nested") for field in fields],
                "null": ["null" if field.nullable else "" for field in fields],
                "meaning": [field.metadata.get("comment", "") for field in fields],
            }
        )

    def sql(self, query, **parameters):
        """Rows of a query of DuckDB over the tables, as a DataFrame; $name in the query is the parameter of that name.

        Only the files are read that the conditions on partitions leave.
        """
        words = set(re.findall(r"\w+", query))
        with duckdb.connect() as connection:
            for name in self.names():
                if name in words:
                    connection.register(name, self._dataset(name))
            return connection.execute(query, parameters or None).df()

    def _dataset(self, name):
        dataset = self.delta(name).to_pyarrow_dataset()
        return dataset.filter(pc.field("run_id") <= self._run) if self._run and name in _LOGS else dataset

    def _had(self, name):
        return self._run is None or name in _LOGS or name in self._versions

    def _go_back(self, as_of):
        if _RUN_ID.fullmatch(as_of):
            written = self.sql(
                "SELECT table_name, max(delta_version) AS delta_version, max(run_id) AS run_id "
                "FROM lineage WHERE run_id <= $run AND identity <> '' GROUP BY table_name",
                run=as_of,
            )
            if as_of not in set(written.run_id):
                raise ValueError(f"no run {as_of} wrote anything in {self.folder}: SELECT run_id, outcome FROM runs lists them")
            self._run = as_of
        else:
            tags = self.sql("SELECT * FROM published") if (self.folder / "published").is_dir() else pd.DataFrame(columns=["tag"])
            written = tags[tags.tag == as_of]
            if written.empty:
                known = ", ".join(sorted(set(tags.tag))) or "none"
                raise ValueError(f"expected the id of a run or a tag of 'peil publish', got '{as_of}'; tags: {known}")
            written = written[written.delta_version.notna()]
            self._run = tags[tags.tag == as_of].run_id.iloc[0]
        self._versions = dict(zip(written.table_name, written.delta_version.astype(int)))


def words(kind, language="en"):
    """Names for readers by key, as Peil's reports and exports have them: words("mode")["ov_fiets"].

    kind: service, mode, period, choice, layout, indicator, table, column and more.
    language: en or nl.
    """
    lines = (HOME / f"jobs/src/main/resources/nl/peil/jobs/words/{language}.properties").read_text("utf-8").splitlines()
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    found = {key.strip().removeprefix(kind + "."): text.strip() for key, text in pairs if key.startswith(kind + ".")}
    if not found:
        raise KeyError(f"there are no words for '{kind}' in {language}.properties")
    return found


def draw(axes, geometries, values=None, lowest=None, highest=None, **style):
    """Draws polygons in WKB on matplotlib's axes, shaded by values; what colorbar() needs when there are values.

    geometries: WKB as the tables have it, RD metres (EPSG:28992); None is left out, with its value.
    lowest, highest: values at the ends of the colours; by default the least and the most.
    style: of matplotlib.collections.PathCollection, such as cmap and edgecolor.
    """
    paths, kept = [], []
    for number, wkb in enumerate(geometries):
        if wkb is not None:
            rings = [
                ring
                for part in shapely.get_parts(shapely.from_wkb(bytes(wkb)))
                for ring in (part.exterior, *part.interiors)
            ]
            paths.append(Path2D.make_compound_path(*(Path2D(np.asarray(ring.coords)[:, :2], closed=True) for ring in rings)))
            kept.append(number)
    if values is None:
        style = {"facecolor": "none"} | style
    else:
        style["array"] = np.ma.masked_invalid(np.asarray(values, dtype=float)[kept])
    drawn = axes.add_collection(PathCollection(paths, **({"edgecolor": "white", "linewidth": 0.5} | style)))
    if values is not None:
        drawn.set_clim(lowest, highest)
    axes.autoscale_view()
    axes.set_aspect("equal")
    axes.axis("off")
    return drawn


def command(*arguments):
    """What ./peil prints for these arguments, run in the folder of the project; it needs a JDK 17 and builds Peil on first use.

    Raises RuntimeError with the messages when it does not end well.
    """
    # With SPARK_HOME the launcher would hand over to spark-submit
    surroundings = {name: value for name, value in os.environ.items() if name != "SPARK_HOME"}
    done = subprocess.run([HOME / "peil", *map(str, arguments)], cwd=HOME, env=surroundings, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"./peil {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout
