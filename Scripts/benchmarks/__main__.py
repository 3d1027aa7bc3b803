"""Runs the yardsticks and prints, for each peer: its median and least time, its ratio to tms, and a verdict.

Whole processes are timed, from spawn to exit, interleaved and after a warm-up. All do the same work: where they
print something, it must be the same.
"""
import os
import sys
import tempfile

from benchmarks import calls, editing, interruptions, records, startup, tables, yardsticks
from benchmarks.timing import Bench

SECTIONS = {
    "start": startup.measure,
    "loop": yardsticks.loop,
    "records": records.measure,
    "lines": yardsticks.lines,
    "csv": tables.measure,
    "edit": editing.measure,
    "interrupt": interruptions.measure,
    "calls": calls.measure,
}


def main():
    if len(sys.argv) < 2 or any(name not in SECTIONS for name in sys.argv[2:]):
        sys.exit(f"usage: Scripts/bench PROGRAM [{'|'.join(SECTIONS)} ...]")
    with tempfile.TemporaryDirectory(prefix="tms-bench-") as folder:
        bench = Bench(os.path.abspath(sys.argv[1]), folder)
        for name in sys.argv[2:] or SECTIONS:
            SECTIONS[name](bench)
        bench.summarise()


main()
