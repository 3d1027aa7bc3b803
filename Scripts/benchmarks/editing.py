"""How long a script of 1,000 lines is read and checked anew, as after a key in an editor."""
import statistics

LINES = 1_000
GOAL = 20
RUNS = 20

# Ten lines that use what scripts use: names, pipelines, conditions, verbs, strings with braces.
PART = """let late{n} = list status transit | where silent over {n} days and via in usps, ups | sort by silent down
for p in $late{n} {{
  if $p.silent over 5 days {{
    print "{{$p.number}}: silent for {{days($p.silent)}} days, {{$p.title ?? "no title"}}"
  }} else {{
    try refresh $p otherwise print $error.message
  }}
}}
let n{n} = $late{n} | count
print "{{$n{n}}} parcels, round({n} / 3, 1) is {{round({n} / 3, 1)}}" # part {n}
"""


def measure(bench):
    whole = bench.write("whole.tms", "".join(PART.format(n=n + 1) for n in range(LINES // 10)))
    empty = bench.write("empty.tms", "print 1\n")
    times = {path: [] for path in (whole, empty)}
    for turn in range(RUNS + 1):
        for path in times:
            elapsed, _ = bench.once([bench.program, "check", "--quiet", path])
            if turn:  # the first is a warm-up
                times[path].append(elapsed)
    medians = {path: statistics.median(values) for path, values in times.items()}
    # The start of the program is no part of it: an editor's server has been started long ago.
    check = (medians[whole] - medians[empty]) * 1000
    print(f"\nA check of {LINES:,} lines after a key: {check:.1f} ms, and {medians[empty] * 1000:.1f} ms to start")
    bench.goals.append((f"A check of {LINES:,} lines after a key", f"{check:.1f} ms", f"{GOAL} ms", check <= GOAL))
