"""A loop of integers, and formatting lines."""
from benchmarks import peers


TURNS = 5_000_000
LINES = 1_000_000

PYTHON_LOOP = f"""
def run():
    s = 0
    for i in range(1, {TURNS} + 1):
        s = s + i
    return s
print(run())
"""


def loop(bench):
    def file(name, text):
        return bench.write(name, text)

    count = TURNS
    bench.measure(
        f"Integer loop: s = s + i, {count:,} times",
        {
            "tms, for": [bench.program, file("for.tms", f"let s = 0\nfor i in 1 .. {count} {{ $s = $s + $i }}\nprint $s\n")],
            "tms, while": [
                bench.program,
                file("while.tms", f"let s = 0\nlet i = 1\nwhile $i <= {count} {{ $s = $s + $i; $i = $i + 1 }}\nprint $s\n"),
            ],
            "lua 5.4": ["lua5.4", file("loop.lua", f"local s = 0\nfor i = 1, {count} do s = s + i end\nprint(s)\n")],
            "cpython, in a function": [peers.PYTHON, file("loop.py", PYTHON_LOOP)],
            "mawk": ["mawk", f'BEGIN {{ for (i = 1; i <= {count}; i++) s = s + i; printf "%.0f\\n", s }}'],
            "jq": ["jq", "-n", f"reduce range(1; {count} + 1) as $i (0; . + $i)"],
        },
        goal=("lua 5.4", 1.0),
    )


def lines(bench):
    count = LINES
    python = f"""
def run():
    for i in range(1, {count} + 1):
        print(f"parcel {{i}} via ups: {{i % 30}} days silent")
run()
"""
    lua = f"""
for i = 1, {count} do
  io.write("parcel ", i, " via ups: ", i % 30, " days silent\\n")
end
"""
    awk = f'BEGIN {{ for (i = 1; i <= {count}; i++) printf "parcel %d via ups: %d days silent\\n", i, i % 30 }}'
    tms = f'for i in 1 .. {count} {{ print "parcel {{$i}} via ups: {{$i % 30}} days silent" }}\n'
    bench.measure(
        f"Formatting {count:,} lines",
        {
            "tms": [bench.program, bench.write("lines.tms", tms)],
            "lua 5.4": ["lua5.4", bench.write("lines.lua", lua)],
            "cpython": [peers.PYTHON, bench.write("lines.py", python)],
            "mawk": ["mawk", awk],
            "jq": ["jq", "-nr", f'range(1; {count} + 1) | "parcel \\(.) via ups: \\(. % 30) days silent"'],
        },
        goal=("lua 5.4", 1.0),
    )
