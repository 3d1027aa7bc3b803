"""Reading, filtering and copying a table. Every cell is text to all of them."""
import os
import random

from benchmarks import peers

ROWS = 800_000

PYTHON_FILTER = """
import csv
count = 0
with open({source!r}, newline="") as file:
    for row in csv.DictReader(file):
        if row["status"] == "delivered": count += 1
print(count)
"""

# The fastest way Python has: no names, no dictionaries.
PYTHON_FILTER_PLAIN = """
import csv
with open({source!r}, newline="") as file:
    rows = csv.reader(file)
    place = next(rows).index("status")
    print(sum(1 for row in rows if row[place] == "delivered"))
"""

PYTHON_COPY = """
import csv
with open({source!r}, newline="") as file, open({target!r}, "w", newline="") as copy:
    csv.writer(copy).writerows(csv.reader(file))
"""

DUCKDB_FILTER = """
import duckdb
query = "select count(*) from read_csv({source!r}, all_varchar=true) where status = 'delivered'"
print(duckdb.connect().execute(query).fetchall()[0][0])
"""

DUCKDB_COPY = """
import duckdb
duckdb.connect().execute("copy (from read_csv({source!r}, all_varchar=true)) to {target!r} (header)")
"""


def measure(bench):
    source = os.path.join(bench.folder, "big.csv")
    write_table(source)
    size = os.path.getsize(source) / 1e6
    duckdb, reason = peers.python_with_duckdb()
    note = "with DuckDB the start of Python and the import, some 0.15 s, are part of it; it uses every core"

    def script(name, text):
        text = text.format(source=source, target=os.path.join(bench.folder, f"{name}.csv"))
        # A name that no module has: a script stands first where Python looks for them.
        return bench.write(f"table-{name}.py", text)

    filters = {
        "tms": [bench.program, "-c", f'open "{source}" | where status is delivered | count'],
        "python csv.reader": [peers.PYTHON, script("plain", PYTHON_FILTER_PLAIN)],
        "python csv.DictReader": [peers.PYTHON, script("filter", PYTHON_FILTER)],
    }
    copies = {
        "tms": [bench.program, "-c", f'open "{source}" | save "{bench.folder}/copied.csv"'],
        "python csv": [peers.PYTHON, script("copy", PYTHON_COPY)],
    }
    if duckdb:
        filters["duckdb"] = [duckdb, script("duckfilter", DUCKDB_FILTER)]
        copies["duckdb"] = [duckdb, script("duckcopy", DUCKDB_COPY)]
    bench.measure(f"CSV, {size:.0f} MB: read and filter", filters, goal=("python csv.reader", 1.0), runs=5, note=note)
    bench.measure(
        f"CSV, {size:.0f} MB: copy", copies, goal=("python csv", 1.0), runs=5, same=False,
        note="tms alone waits until the disk has it")
    if reason:
        print(f"  {'duckdb':34} left out: {reason}")


def write_table(path):
    """Parcels as a shop exports them; one title in ten has a comma and is quoted."""
    dice = random.Random(1)
    carriers = ["ups", "usps", "fedex", "4px", "dhl", "china-post", "yanwen", "cainiao"]
    statuses = ["pending", "transit", "delivered", "exception", "expired", "undelivered", "pickup"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("number,via,to,status,title,order,customer,weight\n")
        for row in range(ROWS):
            title = f'"pillow, blue {row % 977}"' if row % 10 == 0 else f"cute pillow {row % 977}"
            file.write(
                f"RB{row:09d}CN,{dice.choice(carriers)},us,{dice.choice(statuses)},{title},#{row},"
                f"customer {row % 5003},{row % 9999 / 100}\n"
            )
