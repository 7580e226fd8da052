"""How long a build of the model case takes, stage by stage, and how much memory it needs.

    python tests/bench.py [PROJECT] [--runs 5]

Behind it stands how long a large survey takes to be read and counted: 10,000 weighted respondents,
200 columns, 300 tables, which two cores should do in less than five seconds. Each run is a fresh
process, imports included; the median of each stage is printed. Figures of a benchmark are to be
read, not asserted: machines differ and are shared. What the processor was busy with it says too.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does

ROOT = Path(__file__).parents[1]
STARTED = time.perf_counter()


class Stopwatch:
    """A report that notes the seconds of each stage."""

    def __init__(self) -> None:
        self.stages: list[tuple[str, float]] = []

    def __call__(self, stage: str) -> None:
        """Begin a stage."""
        self.stages.append((stage, time.perf_counter()))

    def seconds(self) -> list[tuple[str, float]]:
        """Each stage with the seconds until the next began."""
        ends = [begun for _, begun in self.stages[1:]] + [time.perf_counter()]
        return [(name, end - begun) for (name, begun), end in zip(self.stages, ends, strict=True)]


def once(project: Path) -> None:
    """Build once in this process and print what each stage took, as JSON."""
    from briefing.build import build  # noqa: PLC0415 - imports are measured
    from briefing.pipeline.work import Order  # noqa: PLC0415 - imports are measured

    imported = time.perf_counter() - STARTED
    gc.disable()  # as the command line does
    atexit.register(gc.freeze)
    watch = Stopwatch()
    with tempfile.TemporaryDirectory() as out:
        build(Order(project.resolve(), Path(out)), watch)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {
                "stages": [("importing", imported), *watch.seconds()],
                "peak": peak,
                "busy": time.process_time(),
            }
        )
    )


def large(folder: Path) -> None:
    """Read and count a large survey in this process and print what each took, as JSON."""
    from briefing.diagnostics import Diagnostics  # noqa: PLC0415 - imports are measured
    from briefing.survey.read import read_survey  # noqa: PLC0415
    from briefing.tables.tabulate import tabulate  # noqa: PLC0415

    times = [time.perf_counter()]
    gc.disable()
    atexit.register(gc.freeze)
    survey = read_survey(folder, Diagnostics())
    times.append(time.perf_counter())
    tables = tabulate(survey)
    times.append(time.perf_counter())
    rows, columns = survey.answers.shape
    names = (
        "importing",
        f"reading {rows:,} respondents, {columns} variables",
        f"counting {len(tables)} tables, weighted",
    )
    seconds = (times[0] - STARTED, times[1] - times[0], times[2] - times[1])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {
                "stages": list(zip(names, seconds, strict=True)),
                "peak": peak,
                "busy": time.process_time(),
            }
        )
    )


def report(command: list[str], count: int) -> None:
    """Run a command several times and print the medians of what it tells."""
    runs, walls = [], []
    for _ in range(count):
        begun = time.perf_counter()
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        walls.append(time.perf_counter() - begun)
        runs.append(json.loads(done.stdout))
    for place, (name, _) in enumerate(runs[0]["stages"]):
        print(f"{statistics.median(run['stages'][place][1] for run in runs):7.3f} s  {name}")
    print(
        f"{statistics.median(walls):7.3f} s  whole process ({min(walls):.3f} to {max(walls):.3f})"
    )
    print(f"{statistics.median(run['busy'] for run in runs):7.3f} s  of the processor")
    print(f"{max(run['peak'] for run in runs):7.1f} MB peak memory")


def main() -> int:
    """Run several builds and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path, nargs="?", default=ROOT / "data" / "stp-survey")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--large", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        once(options.project)
        return 0
    if options.large:
        large(options.project)
        return 0
    report([sys.executable, __file__, str(options.project), "--once"], options.runs)
    sys.path.insert(0, str(ROOT))
    from tests.large import write_large  # noqa: PLC0415 - this file is run as a script

    print("\nA large survey")
    with tempfile.TemporaryDirectory() as folder:
        write_large(Path(folder))
        report([sys.executable, __file__, folder, "--large"], options.runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
