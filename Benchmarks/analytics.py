#!/usr/bin/env python3
"""Reading and indexing against DuckDB, Polars and NumPy, in turns on the same data.

    python3 Benchmarks/analytics.py [--rows 50000000] [--people 100000] [--dir DIR]

Makes a case with `Benchmarks generate`, installs the other engines from PyPI
into a virtual environment, and measures, A B A B:

* from memory: the index and four questions of `Benchmarks analytics`, against
  the same four questions in the other engines (analytics_anchor.py, wherever it
  is found under a folder `shared/bench` above this one; skipped, and said so,
  where it is not), with the answers compared;
* from the file: `firsthand diagnose` (and `firsthand index`), against DuckDB
  reading the same use.csv and answering the four questions.

Prints CPU seconds of all threads, peak memory, and ratios.  The cores may be
shared with other work: compare CPU, not time.  Needs about 45 bytes of disk a
row; --keep leaves the data for another run.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
PACKAGES = ["duckdb", "polars", "numpy", "pyarrow"]
DUCKDB_FROM_FILE = """
import sys, duckdb
con = duckdb.connect()
con.execute("set threads=2")
con.execute(f"create table people as select person, team from read_csv('{sys.argv[1]}/people.csv')")
con.execute(f"create table use as select person, date, tool, count from read_csv('{sys.argv[1]}/use.csv')")
first, last = con.execute("select date_trunc('week', min(date))::date, max(date)::date from use").fetchone()
questions = [
    "create table weeks as select person, week, count(*) as days from (select distinct person, date,"
    f" (date - date '{first}') // 7 as week from use) group by all",
    f"select n, count(*) from (select p.person, count(distinct u.date) as n from people p left join use u"
    f" on u.person = p.person and u.date > date '{last}' - 28 group by 1) group by 1",
    "select cohort, week - cohort as ahead, count(*) from (select person, week,"
    " min(week) over (partition by person) as cohort from weeks) where week - cohort <= 8 group by all",
    "select team, case when sum(x) = 0 then 0 else 2.0 * sum(i * x) / (count(*) * sum(x))"
    " - (count(*) + 1.0) / count(*) end from (select team, x, row_number() over (partition by team order by x) as i"
    " from (select p.team, coalesce(u.x, 0) as x from people p left join"
    " (select person, sum(count) as x from use group by 1) u using (person))) group by 1",
]
for question in questions:
    con.execute(question).fetchall()
"""


def cost(command, **more):
    """Runs a command; its output, CPU seconds of all threads, and peak mebibytes."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(command, stdout=out, **more)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode(errors="replace")
    # 4: written, with errors among the notices.
    if child.returncode not in (0, 4):
        sys.exit(f"{' '.join(map(str, command))} failed with {child.returncode}:\n{text}")
    return text, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def anchor():
    """The path of the other engines' questions; None where it is not there."""
    for folder in HERE.parents:
        path = folder / "shared" / "bench" / "analytics_anchor.py"
        if path.exists():
            return path
    return None


def environment(folder):
    """The Python of a virtual environment that has the other engines."""
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.check_call([sys.executable, "-m", "venv", str(folder)])
    if subprocess.call([python, "-c", "import " + ", ".join(PACKAGES)], stderr=subprocess.DEVNULL):
        subprocess.check_call([python, "-m", "pip", "install", "--quiet", *PACKAGES])
    return python


def columns(python, folder, days):
    """Writes the case as raw columns and as the Parquet files the other engines read."""
    program = """
import json, sys, duckdb, numpy
d, days = sys.argv[1], int(sys.argv[2])
con = duckdb.connect()
con.execute("set threads=2")
con.execute(f"create table people as select row_number() over (order by person)::int - 1 as person_id, person,"
            f" (regexp_extract(team, '[0-9]+')::int - 1)::int as team from read_csv('{d}/people.csv')")
last = con.execute(f'''select max("to")::date from read_csv('{d}/coverage.csv')''').fetchone()[0]
con.execute(f"copy (select p.person_id, (date - (date '{last}' - {days - 1}))::smallint as day,"
            f" (regexp_extract(tool, '[0-9]+')::int - 1)::tinyint as tool, count::int as count"
            f" from read_csv('{d}/use.csv') u join people p using (person) order by day)"
            f" to '{d}/events.parquet' (format parquet)")
con.execute(f"copy (select person_id, team from people order by 1) to '{d}/people.parquet' (format parquet)")
def write(name, sql):
    column = con.execute(sql).fetchnumpy()
    numpy.ascontiguousarray(list(column.values())[0], dtype='<i4').tofile(f"{d}/{name}.i32")
write("teams", "select team from people order by person_id")
for name, column in (("persons", "person_id"), ("days", "day"), ("counts", "count")):
    write(name, f"select {column} from read_parquet('{d}/events.parquet')")
rows = con.execute(f"select count(*) from read_parquet('{d}/events.parquet')").fetchone()[0]
people = con.execute("select count(*) from people").fetchone()[0]
json.dump(dict(rows=rows, people=people, days=days, tools=12, team_size=12, seed=1), open(f"{d}/meta.json", "w"))
"""
    subprocess.check_call([python, "-c", program, str(folder), str(days)])


def lines(text):
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


def from_memory(args, python, folder, days):
    path = anchor()
    if path is None:
        print("\nFrom memory: skipped, for there is no shared/bench/analytics_anchor.py above this folder.")
        return
    columns(python, folder, days)
    best, peak, sums = {}, {}, {}
    answers = folder / "answers"
    for _ in range(args.rounds):
        for engine in ("firsthand", "numpy", "firsthand", "duckdb", "firsthand", "polars"):
            if engine == "firsthand":
                command = [args.benchmarks, "analytics", "--columns", folder, "--days", str(days), "--answers", answers]
            else:
                command = [python, path, "run", "--dir", folder, "--engine", engine, "--threads", "2"]
            text, _, memory = cost([str(part) for part in command])
            peak[engine] = min(peak.get(engine, memory), memory)
            for row in lines(text):
                if "query" in row:
                    key = (engine, row["query"])
                    best[key] = min(best.get(key, row["cpu_s"]), row["cpu_s"])
                    if "sum" in row:
                        sums[key] = row["sum"]
    program = f"""
import importlib.util, json, numpy
spec = importlib.util.spec_from_file_location("anchor", {str(path)!r})
anchor = importlib.util.module_from_spec(spec); spec.loader.exec_module(anchor)
for q, n in (("q1", 3), ("q2", 2), ("q3", 3), ("q4", 2)):
    print(json.dumps(dict(query=q, sum=anchor.digest(q, numpy.fromfile({str(answers)!r} + f"/{{q}}.f64").reshape(n, -1)))))
"""
    ours = {row["query"]: row["sum"] for row in lines(cost([python, "-c", program])[0])}
    print("\nFrom memory, CPU seconds (least of the rounds)")
    print(f"{'':24}{'firsthand':>12}{'NumPy':>12}{'DuckDB':>12}{'Polars':>12}   answers")
    names = {"idx": "index", "q1": "days used by week", "q2": "last four weeks", "q3": "cohorts", "q4": "Gini by team"}
    for query, name in names.items():
        cells = [best.get((engine, query)) for engine in ("firsthand", "numpy", "duckdb", "polars")]
        others = {sums[key] for key in sums if key[1] == query}
        same = "" if query == "idx" else "the same" if others == {ours[query]} else "DIFFERENT"
        print(f"{name:24}" + "".join(f"{cell:12.4f}" if cell is not None else f"{'–':>12}" for cell in cells) + f"   {same}")
    print(f"{'peak memory, MiB':24}" + "".join(f"{peak[e]:12.0f}" for e in ("firsthand", "numpy", "duckdb", "polars")))


def from_file(args, python, folder):
    case = folder / "case"
    # The case alone: other files in the folder would be told of.
    if not case.exists():
        case.mkdir()
        for name in ("people.csv", "use.csv", "coverage.csv"):
            (case / name).symlink_to(folder / name)
    found = {}
    for _ in range(args.rounds):
        for name, command in (
            ("firsthand index", [args.firsthand, "index", "--json", case]),
            ("DuckDB, four questions", [python, "-c", DUCKDB_FROM_FILE, folder]),
            ("firsthand diagnose", [args.firsthand, "diagnose", "-q", case]),
        ):
            if name == "firsthand diagnose" and args.skip_diagnose:
                continue
            _, cpu, memory = cost([str(part) for part in command])
            before = found.get(name, (cpu, memory))
            found[name] = (min(before[0], cpu), min(before[1], memory))
    reference = found["DuckDB, four questions"][0]
    print("\nFrom the file (least of the rounds)")
    print(f"{'':24}{'CPU s':>10}{'of DuckDB':>12}{'MiB':>10}")
    for name, (cpu, memory) in found.items():
        print(f"{name:24}{cpu:10.2f}{cpu / reference:12.2f}{memory:10.0f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=50_000_000)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--weeks", type=int, default=26)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--dir", help="where the data are made; removed at the end unless --keep")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--skip-diagnose", action="store_true")
    parser.add_argument("--skip-memory", action="store_true")
    parser.add_argument("--environment", default=str(ROOT / ".build" / "analytics-environment"))
    parser.add_argument("--firsthand", default=str(ROOT / ".build" / "release" / "firsthand"))
    parser.add_argument("--benchmarks", default=str(ROOT / ".build" / "release" / "Benchmarks"))
    args = parser.parse_args()
    for tool in (args.firsthand, args.benchmarks):
        if not os.path.exists(tool):
            sys.exit(f"{tool} is missing. Build it first: swift build -c release")
    folder = pathlib.Path(args.dir or tempfile.mkdtemp(prefix="firsthand-analytics-"))
    python = environment(pathlib.Path(args.environment))
    start = time.time()
    try:
        if not (folder / "use.csv").exists():
            subprocess.check_call([args.benchmarks, "generate", "--rows", str(args.rows), "--people", str(args.people),
                                   "--weeks", str(args.weeks), "--out", str(folder)])
        size = (folder / "use.csv").stat().st_size
        print(f"{args.people} people, {args.rows} rows of use, {size / 1e9:.2f} GB, {args.weeks} weeks")
        from_file(args, python, folder)
        if not args.skip_memory:
            from_memory(args, python, folder, args.weeks * 7)
    finally:
        if not args.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"\n{time.time() - start:.0f} s")


if __name__ == "__main__":
    main()
