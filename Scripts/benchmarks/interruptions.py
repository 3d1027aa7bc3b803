"""How long a script goes on after ^C, from the signal to the end of the process."""
import signal
import statistics
import subprocess
import sys
import time

ROWS = 1_000_000
RECORDS = f"define row(i) {{ return [id: $i, size: $i * 7919 % 1000003] }}\nlet rows = 1 .. {ROWS} | row\n"

# What is at work when the signal comes; each would go on for much longer.
WORKS = {
    "a loop of integers": "let t = 0\nfor i in 1 .. 100000000000 { $t = $t + $i }\nprint $t\n",
    "sort by": RECORDS + "while true { let s = $rows | sort by size\nprint len($s) }\n",
    "group by": RECORDS + "while true { $rows | group by size | count | count }\n",
    "unique": RECORDS + "while true { $rows | unique by size | count }\n",
    "join": RECORDS + "while true { $rows | join $rows on size | count }\n",
    "min, max, sum, median": RECORDS
    + "while true { print ($rows | min size), ($rows | max size), ($rows | sum size), ($rows | median size) }\n",
    "text that grows": 'let s = "x"\nwhile true { $s = $s + "yz" }\n',
    "reading a CSV file": 'while true { open "rows.csv" | where b is nothing | count }\n',
    "copying a CSV file": 'for i in 1 .. 100000 { open "rows.csv" | save "copy-{$i}.csv" }\n',
}
GOAL = 10
TRIES = 5


def measure(bench):
    bench.write("rows.csv", "a,b,c\n" + "".join(f"{i},some text {i},{i * 7919 % 1000003}\n" for i in range(ROWS)))
    print(f"\nFrom ^C to the end, over {ROWS:,} rows")
    print(f"  {'':34} {'median':>10} {'most':>10}")
    worst = 0.0
    for name, text in WORKS.items():
        script = bench.write("work.tms", text)
        waits = [_wait(bench, script, 1.5 + 0.137 * turn) for turn in range(TRIES)]
        worst = max(worst, statistics.median(waits))
        print(f"  {name:34} {statistics.median(waits) * 1000:7.1f} ms {max(waits) * 1000:7.1f} ms")
        sys.stdout.flush()
    bench.goals.append(("An interruption", f"{worst * 1000:.1f} ms at worst", f"{GOAL} ms", worst * 1000 <= GOAL))


def _wait(bench, script, seconds):
    process = subprocess.Popen(
        [bench.program, script], cwd=bench.folder, env=bench.environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    time.sleep(seconds)
    if process.poll() is not None:
        sys.exit(f"{script} ended by itself: {process.stderr.read().decode()}")
    begin = time.perf_counter()
    process.send_signal(signal.SIGINT)
    process.wait()
    elapsed = time.perf_counter() - begin
    process.stderr.close()
    if process.returncode != 7:
        sys.exit(f"{script} ended with status {process.returncode}")
    return elapsed
