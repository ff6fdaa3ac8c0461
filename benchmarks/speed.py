"""Cold start on one policy and throughput, as ratios to `python -c pass` and in MB/s.

    python benchmarks/speed.py [FILE ...]

Without files it uses `examples/`. Each command is run in turn with `python -c pass`; ratios are medians of the pairs,
so that a machine whose speed drifts does not matter.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from policylint.inputs import read
from policylint.pipeline import Settings, built_in_rules, check_source

PAIRS = 15
EXAMPLES = Path(__file__).parent.parent / "examples"


def seconds(command: Sequence[str]) -> float:
    """Return how long a command takes; its output is thrown away."""
    start = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def ratio(command: Sequence[str]) -> float:
    """Return the median of a command's time over that of an interpreter that does nothing, run in turn."""
    nothing = [sys.executable, "-c", "pass"]
    seconds(command), seconds(nothing)
    return statistics.median(seconds(command) / seconds(nothing) for _ in range(PAIRS))


def throughput(files: Sequence[Path]) -> float:
    """Return MB of policy text judged in a second, rules loaded before."""
    rules, settings = built_in_rules(), Settings("uk", date(2026, 11, 25))
    total, start = 0, time.perf_counter()
    while time.perf_counter() - start < 3:
        for file in files:
            source, form = read(file)
            check_source(source, form, rules, settings, force=True)
            total += len(source.text.encode())
    return total / 1e6 / (time.perf_counter() - start)


def main() -> int:
    """Print the table."""
    files = [Path(name) for name in sys.argv[1:]] or sorted(EXAMPLES.iterdir())
    rows = ["| what | figure |", "|---|---|"]
    for form in sorted({file.suffix for file in files}):
        file = next(file for file in files if file.suffix == form)
        size = file.stat().st_size / 1e3
        command = [sys.executable, "-m", "policylint", str(file)]
        rows.append(f"| cold start, one {form} file of {size:.1f} KB | {ratio(command):.1f} × `python -c pass` |")
        same = [other for other in files if other.suffix == form]
        rows.append(f"| throughput, {len(same)} {form} files | {throughput(same):.2f} MB/s |")
    sys.stdout.write("\n".join(rows) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
