"""Times processes and prints what came of it."""
import os
import shutil
import statistics
import subprocess
import sys
import time


class Bench:
    """The program under test, a folder for files, and the verdicts so far."""

    # A peer is run no more often once it has taken this long.
    SECONDS_PER_PEER = 6

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.environment = {"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8"}
        self.goals = []

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def measure(self, title, commands, goal, runs=7, same=True, note=None):
        """Times the commands in turns; the first is tms.

        goal: the peer that tms must not be slower than, and by what factor; all others are to be beaten as well.
        """
        missing = [name for name, command in commands.items() if not shutil.which(command[0])]
        commands = {name: command for name, command in commands.items() if name not in missing}
        times = {name: [] for name in commands}
        outputs = {}
        for turn in range(runs + 1):
            for name, command in commands.items():
                if turn > 2 and sum(times[name]) > self.SECONDS_PER_PEER:
                    continue
                elapsed, outputs[name] = self.once(command)
                if turn:  # the first is a warm-up
                    times[name].append(elapsed)
        if same and len(set(outputs.values())) != 1:
            shown = {name: output[:200] for name, output in outputs.items()}
            sys.exit(f"{title}: the results differ: {shown}")
        self._print(title, times, goal, note)
        for name in missing:
            print(f"  {name:34} not installed, left out")

    def once(self, command):
        begin = time.perf_counter()
        done = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        elapsed = time.perf_counter() - begin
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)} ended with status {done.returncode}")
        return elapsed, done.stdout

    def _print(self, title, times, goal, note):
        medians = {name: statistics.median(values) for name, values in times.items()}
        own = next(iter(medians))
        print(f"\n{title}")
        if note:
            print(f"  ({note})")
        print(f"  {'':34} {'median':>10} {'least':>10} {'to tms':>8}  verdict")
        for name, median in medians.items():
            ratio = median / medians[own]
            verdict = "" if name == own else self._verdict(ratio)
            print(f"  {name:34} {median * 1000:7.1f} ms {min(times[name]) * 1000:7.1f} ms {ratio:7.2f}x  {verdict}")
        peer, factor = goal
        if peer in medians:
            reached = medians[own] / medians[peer]
            self.goals.append((title, f"{reached:.2f} x {peer}", f"{factor:g} x", reached <= factor))
        sys.stdout.flush()

    @staticmethod
    def _verdict(ratio):
        return "tms ahead" if ratio > 1.05 else "tms behind" if ratio < 0.95 else "level"

    def summarise(self):
        print("\nGoals")
        for title, reached, wanted, is_met in self.goals:
            print(f"  {title:58} {reached:34} at most {wanted:7} {'met' if is_met else 'MISSED'}")
