"""How many calls jobs of many rows make, beside the fewest that do the same, and how much of the account's limit is used.

A served sandbox counts the calls: every request leaves a line in its log.
"""
import collections
import http.server
import json
import os
import re
import shutil
import subprocess
import threading
import time

ROWS = 10_000
TRACKS, EDITS, PAGE = 40, 200, 2_000

EACH = 'for r in open "orders.csv" { %s }'
# What is read before it is changed, for undo and for carriers: the whole account, page by page.
PAGES = ROWS // PAGE

# A job: what stands there before, the script, the fewest calls.
JOBS = {
    "creates": (0, EACH % "track $r.number via $r.via", ROWS // TRACKS),
    "creates, by pipe": (0, 'open "orders.csv" | track', ROWS // TRACKS),
    "creates, one file in a loop": (
        0, 'for f in ["orders.csv"] { for r in open $f { track $r.number via $r.via } }', ROWS // TRACKS),
    "creates, 2 files": (
        0, 'for f in ["half1.csv", "half2.csv"] { for r in open $f { track $r.number via $r.via } }', ROWS // TRACKS),
    "creates, in a definition": (
        0, "define add(f) { for r in open $f { track $r.number via $r.via } }\nadd(\"half1.csv\")\nadd(\"half2.csv\")",
        ROWS // TRACKS),
    "creates, try and otherwise": (
        0, EACH % "try track $r.number via $r.via otherwise print $r.number", ROWS // TRACKS),
    "edits": (ROWS, EACH % 'edit $r.number via $r.via title "x"', PAGES + ROWS // EDITS),
    "edits without carriers": (ROWS, EACH % 'edit $r.number title "x"', PAGES + ROWS // EDITS),
    "show, if, edit": (
        ROWS, EACH % 'let p = show $r.number\nif $p.status is pending { edit $r.number title "x" }',
        PAGES + ROWS // EDITS),
    "edit and archive": (
        ROWS, EACH % 'edit $r.number via $r.via title "x"\narchive $r.number via $r.via', 2 * (PAGES + ROWS // EDITS)),
    "deletes": (ROWS, EACH % "delete $r.number via $r.via", PAGES + ROWS // EDITS),
    "stops": (ROWS, EACH % "stop updating $r.number via $r.via", PAGES + ROWS // EDITS),
    "archives": (ROWS, EACH % "archive $r.number via $r.via", PAGES + ROWS // EDITS),
    "single reads": (ROWS, EACH % "let p = show $r.number", PAGES),
    "a list": (ROWS, "list | count by via", PAGES),
}


def measure(bench):
    folder = os.path.join(bench.folder, "calls")
    os.makedirs(folder)
    rows = [f"3{n * 7 + 1:011},4px\n" for n in range(ROWS)]
    for name, part in {"orders": rows, "half1": rows[: ROWS // 2], "half2": rows[ROWS // 2 :]}.items():
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8") as file:
            file.write("number,via\n" + "".join(part))
    states = {}
    for held in (0, ROWS):
        states[held] = os.path.join(folder, f"account{held}")
        environment = bench.environment | {"XDG_STATE_HOME": states[held]}
        lines = [f"sandbox reset parcels 0 quota {10 * ROWS}"] + ['open "orders.csv" | track | count'] * (held > 0)
        for line in lines:
            subprocess.run(
                [bench.program, "-q", "-c", line], env=environment, cwd=folder, check=True, capture_output=True)
    print(f"\nCalls of jobs over {ROWS:,} rows, and the fewest that do the same")
    for name, (held, script, fewest) in JOBS.items():
        with Service(bench, folder, states[held]) as service:
            calls = service.run(script)
        print(f"  {name:34} {calls:6} calls, fewest {fewest}")
        bench.goals.append((f"Calls: {name}", f"{calls}", f"{fewest}", calls <= fewest))
    limit(bench, folder, states[0])
    latency(bench, folder)


def limit(bench, folder, state):
    """The account's one call a second, with one process and with several."""
    for processes in (1, 2, 4):
        with Service(bench, folder, state, "--limits", "real") as service:
            begin = time.perf_counter()
            runs = [service.begin(f"for n in 1 .. {400 // processes} {{ track (5{turn}0000000 + $n) via 4px }}")
                    for turn in range(processes)]
            failed = [run.returncode for run in runs if run.wait() != 0]
            elapsed = time.perf_counter() - begin
            calls, refused = service.calls(), service.refused()
        used = (calls - 1) / elapsed
        print(f"  {calls} calls by {processes} at one a second: {elapsed:.1f} s, {used:.0%} of the limit, {refused} refused")
        bench.goals.append(
            (f"The limit, {processes} at once", f"{used:.0%}, {refused} refused", "95%, 0 refused",
             used >= 0.95 and not refused and not failed))


def latency(bench, folder):
    """Creates where each answer takes 50 ms and nothing limits the calls."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), SlowAnswers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = bench.environment | {
        "XDG_STATE_HOME": os.path.join(folder, "slow"), "TRACKINGMORE_API_KEY": "k"}
    begin = time.perf_counter()
    run = subprocess.run(
        [bench.program, "-q", "--no-limit", "--base-url", f"http://127.0.0.1:{server.server_port}/v2", "-c",
         EACH % "track $r.number via $r.via"],
        env=environment, cwd=folder, capture_output=True)
    elapsed = time.perf_counter() - begin
    server.shutdown()
    one = ROWS // TRACKS * SlowAnswers.SECONDS
    print(f"  {ROWS // TRACKS} calls of 50 ms each: {elapsed:.2f} s; one at a time they take {one:.1f} s")
    bench.goals.append(
        ("Calls of 50 ms under way together", f"{elapsed:.2f} s", f"{one / 4:.2f} s",
         run.returncode == 0 and elapsed <= one / 4))


class SlowAnswers(http.server.BaseHTTPRequestHandler):
    """A service that takes its time and tracks whatever it is asked to."""

    SECONDS = 0.05
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        rows = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        time.sleep(self.SECONDS)
        body = json.dumps({"meta": {"code": 200}, "data": {"trackings": rows, "errors": []}}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Service:
    """A served sandbox on a copy of an account, and tms with a key for it."""

    def __init__(self, bench, folder, state, *options):
        self.bench, self.folder, self.options = bench, folder, options
        self.state = os.path.join(folder, "served")
        shutil.rmtree(self.state, ignore_errors=True)
        shutil.copytree(state, self.state)
        self.log = os.path.join(self.state, "calls.jsonl")
        self.environment = bench.environment | {"XDG_STATE_HOME": self.state}

    def __enter__(self):
        self.server = subprocess.Popen(
            [self.bench.program, "sandbox", "serve", "--port", "0", "--log", self.log, *self.options],
            env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.url = re.search(r"http://\S+", self.server.stdout.readline()).group().rstrip(".,")
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def begin(self, script):
        free = [] if self.options else ["--no-limit"]
        environment = self.bench.environment | {
            "XDG_STATE_HOME": os.path.join(self.state, "client"), "TRACKINGMORE_API_KEY": "k"}
        return subprocess.Popen(
            [self.bench.program, "-q", "--yes", *free, "--base-url", self.url, "-c", script],
            env=environment, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run(self, script):
        """The calls that were made."""
        self.begin(script).wait()
        return self.calls()

    def entries(self):
        if not os.path.exists(self.log):
            return []
        with open(self.log, encoding="utf-8") as file:
            return [json.loads(line) for line in file]

    def calls(self):
        return len(self.entries())

    def refused(self):
        return collections.Counter(entry["code"] for entry in self.entries())[429]
