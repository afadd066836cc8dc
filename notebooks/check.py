"""Executes the notebooks from top to bottom and compares what they print with what is committed.

    python notebooks/check.py [--write] [NOTEBOOK...]

Without --write nothing in this folder changes; the executed notebooks go to notebooks/target. Ends with 1 when a cell fails,
a committed output is missing or differs, or a notebook is too large to read on a forge. Pictures are not compared: they must
be there. The notebooks read the tables in PEIL_TABLES, else in out/sample.
"""

import argparse
import difflib
import re
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from traitlets.config import Config

FOLDER = Path(__file__).resolve().parent
EXECUTED = FOLDER / "target" / "executed"
SECONDS_PER_CELL = 900
SECONDS_TO_START = 180
LARGEST = 200_000
LARGEST_ALL = 1_000_000

# What differs from run to run and says nothing about the numbers
VARIES = [
    (re.compile(r"\d{8}T\d{6}-[0-9a-f]{6}"), "<run>"),
    (re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?( UTC|Z)?"), "<moment>"),
    (re.compile(r"\b\d+([.,]\d+)? s\b"), "<seconds>"),
    (re.compile(r"(?m)^(\s*code\s+)[0-9a-f]{16}\b"), r"\1<code>"),
    (re.compile(r"\bPeil \d+\.\d+\.\d+(-SNAPSHOT)?"), "Peil <version>"),
    (re.compile(r"\bpeil: (building|preparing) .*\n"), ""),
]

# What Spark says at every start, on stderr
NOTICES = re.compile(r"(?m)^(WARNING: Using incubator modules|Setting default log level|To adjust logging level).*\n")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def text_of(output):
    """What a person reads of an output; of a picture only that there is one."""
    if output.output_type == "stream":
        text = output.text
    elif output.output_type == "error":
        text = f"{output.ename}: {output.evalue}"
    elif any(kind.startswith("image/") for kind in output.data):
        text = "<picture>"
    else:
        text = output.data.get("text/plain", "")
    for pattern, replacement in VARIES:
        text = pattern.sub(replacement, text)
    return text.strip()


def printed(cell):
    """All outputs of a cell as lines."""
    return "\n".join(text_of(output) for output in cell.outputs).splitlines()


def execute(path):
    """Runs a notebook in this folder; the executed notebook, without what changes at every run."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    with tempfile.TemporaryDirectory() as sockets:
        # Sockets that only this user can reach; Windows has none
        unix = {"transport": "ipc", "ip": f"{sockets}/kernel"}
        NotebookClient(
            notebook,
            config=Config(KernelManager={} if sys.platform == "win32" else unix),
            kernel_name="python3",
            timeout=SECONDS_PER_CELL,
            startup_timeout=SECONDS_TO_START,
            resources={"metadata": {"path": str(FOLDER)}},
        ).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                output.text = NOTICES.sub("", output.text)
        if "outputs" in cell:
            cell.outputs = [output for output in cell.outputs if output.get("text") != ""]
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook


def differences(committed, fresh):
    """What is wrong with the committed outputs, a message per cell."""
    problems = []
    for number, (old, new) in enumerate(zip(committed.cells, fresh.cells), start=1):
        if new.cell_type != "code":
            continue
        for output in new.outputs:
            if output.output_type == "stream" and output.name == "stderr":
                problems.append(f"cell {number} writes to stderr: {text_of(output)[:500]}")
        if printed(old) != printed(new):
            lines = difflib.unified_diff(printed(old), printed(new), "committed", "fresh", lineterm="", n=1)
            problems.append(f"cell {number} gives something else than is committed:\n" + "\n".join(lines))
    return problems


def check(path, write):
    """Executes one notebook; the problems with it."""
    started = time.monotonic()
    committed = nbformat.read(path, as_version=4)
    try:
        fresh = execute(path)
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as e:
        return [COLOURS.sub("", str(e))]
    EXECUTED.mkdir(parents=True, exist_ok=True)
    target = path if write else EXECUTED / path.name
    nbformat.write(fresh, target)
    problems = [] if write else differences(committed, fresh)
    if target.stat().st_size > LARGEST:
        problems.append(f"{target.stat().st_size:,} bytes; expected at most {LARGEST:,}: make pictures or tables smaller")
    cells = sum(cell.cell_type == "code" for cell in fresh.cells)
    print(f"{path.name}: {cells} cells in {time.monotonic() - started:.0f} s, {target.stat().st_size // 1000} kB", flush=True)
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the fresh outputs in the notebooks themselves")
    parser.add_argument("notebooks", nargs="*", type=Path, help="some notebooks; without: all")
    args = parser.parse_args()
    everything = sorted(FOLDER.glob("*.ipynb"))
    failed = False
    for path in args.notebooks or everything:
        for problem in check(path.resolve(), args.write):
            failed = True
            print(f"{path.name}: {problem}", file=sys.stderr, flush=True)
    size = sum(path.stat().st_size for path in everything)
    if size > LARGEST_ALL:
        failed = True
        print(f"all notebooks: {size:,} bytes; expected at most {LARGEST_ALL:,}", file=sys.stderr)
    if failed:
        sys.exit("a notebook is not right; see above. When it is right as it is now: python notebooks/check.py --write")


if __name__ == "__main__":
    main()
