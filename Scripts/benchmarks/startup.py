"""Starting, saying one thing, and ending."""
from benchmarks import peers



def measure(bench):
    bench.measure(
        "Start-up: print 1",
        {
            "tms -c 'print 1'": [bench.program, "-c", "print 1"],
            "lua": ["lua5.4", "-e", "print(1)"],
            "bash": ["bash", "-c", "echo 1"],
            "sqlite3": ["sqlite3", ":memory:", "select 1"],
            "python3": [peers.PYTHON, "-c", "print(1)"],
        },
        goal=("python3", 0.4),
        runs=40,
    )
