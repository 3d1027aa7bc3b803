"""Filtering and grouping records that are held in memory."""
from benchmarks import peers


COUNT = 1_000_000
CARRIERS = ["ups", "dhl", "fedex", "usps", "4px", "yanwen", "cainiao", "gls"]

# Each program makes the records; with `query` it also filters, groups and prints.
TMS = """
let carriers = [{quoted}]
define parcel(i) {{ return [id: $i, via: $carriers[$i % 8], silent: $i % 30] }}
let rows = 1 .. {count} | parcel
"""
TMS_QUERY = """
for g in $rows | where silent over 14 | group by via | count, sum silent | sort by via {
  print "{$g.via} {$g.count} {$g.sum_silent}"
}
"""

PYTHON = """
def run(carriers, query):
    rows = [{{"id": i, "via": carriers[i % 8], "silent": i % 30}} for i in range(1, {count} + 1)]
    if not query: return print(len(rows))
    groups = {{}}
    for row in rows:
        if row["silent"] > 14:
            group = groups.setdefault(row["via"], [0, 0])
            group[0] += 1
            group[1] += row["silent"]
    for via in sorted(groups): print(via, *groups[via])
run([{quoted}], {query})
"""

LUA = """
local carriers = {{{quoted}}}
local rows = {{}}
for i = 1, {count} do rows[i] = {{id = i, via = carriers[i % 8 + 1], silent = i % 30}} end
if not {query} then
  print(#rows)
else
  local groups, names = {{}}, {{}}
  for _, row in ipairs(rows) do
    if row.silent > 14 then
      local group = groups[row.via]
      if not group then group = {{0, 0}}; groups[row.via] = group; names[#names + 1] = row.via end
      group[1] = group[1] + 1
      group[2] = group[2] + row.silent
    end
  end
  table.sort(names)
  for _, via in ipairs(names) do print(via .. " " .. groups[via][1] .. " " .. groups[via][2]) end
end
"""

# mawk has no records: a column each.
MAWK = """
BEGIN {{
  split("{plain}", carriers, " ")
  for (i = 1; i <= {count}; i++) {{ id[i] = i; via[i] = carriers[i % 8 + 1]; silent[i] = i % 30 }}
  if (!{query}) {{ print length(id); exit }}
  for (i = 1; i <= {count}; i++) if (silent[i] > 14) {{ n[via[i]]++; sum[via[i]] += silent[i] }}
  for (v in n) print v, n[v], sum[v] | "sort"
}}
"""

JQ = """
[{quoted}] as $carriers
| [range(1; {count} + 1) | {{id: ., via: $carriers[. % 8], silent: (. % 30)}}]
"""
JQ_QUERY = """
| map(select(.silent > 14)) | group_by(.via)[] | "\\(.[0].via) \\(length) \\(map(.silent) | add)"
"""


def measure(bench):
    """Loading differs from querying, so that both are timed: making the records alone, and with the query behind."""
    for query in [False, True]:
        title = f"{COUNT:,} records in memory: " + ("made, then filtered and grouped" if query else "made")
        bench.measure(title, commands(bench, query), goal=("lua 5.4", 1.0), runs=5)


def commands(bench, query):
    quoted = ", ".join(f'"{name}"' for name in CARRIERS)
    plain = " ".join(CARRIERS)

    def fill(text, word):
        return text.format(count=COUNT, quoted=quoted, plain=plain, query=word)

    name = "query" if query else "make"
    tms = fill(TMS, "") + (TMS_QUERY if query else "print len($rows)\n")
    return {
        "tms": [bench.program, bench.write(f"{name}.tms", tms)],
        "lua 5.4": ["lua5.4", bench.write(f"{name}.lua", fill(LUA, "true" if query else "false"))],
        "cpython": [peers.PYTHON, bench.write(f"{name}.py", fill(PYTHON, str(query)))],
        "mawk, a column each": ["mawk", fill(MAWK, "1" if query else "0")],
        "jq": ["jq", "-nr", fill(JQ, "") + (JQ_QUERY if query else "| length")],
    }
