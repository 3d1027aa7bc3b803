"""Tools that no system package brings."""
import os
import subprocess
import sys

# The interpreter itself: what `python3` finds may be a script that looks for one first.
PYTHON = "/usr/bin/python3" if os.access("/usr/bin/python3", os.X_OK) else sys.executable


def python_with_duckdb():
    """A Python that has DuckDB, in an environment of its own under the cache, and else why there is none."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    folder = os.path.join(cache, "tms-bench", "python")
    python = os.path.join(folder, "bin", "python")
    steps = [
        [sys.executable, "-m", "venv", folder],
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "duckdb"],
    ]
    if _has_duckdb(python):
        return python, None
    for step in steps:
        try:
            done = subprocess.run(step, capture_output=True, text=True, timeout=120)
        except (OSError, subprocess.TimeoutExpired) as error:
            return None, f"it cannot be installed: {error}"
        if done.returncode != 0:
            lines = (done.stderr or done.stdout).strip().splitlines()
            return None, f"it cannot be installed: {lines[-1] if lines else 'no reason given'}"
    return (python, None) if _has_duckdb(python) else (None, "it was installed and cannot be imported")


def _has_duckdb(python):
    try:
        return subprocess.run([python, "-c", "import duckdb"], capture_output=True).returncode == 0
    except OSError:
        return False
