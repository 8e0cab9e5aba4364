#!/usr/bin/env python3
"""What a server bears: bringing a large case in, and answering pages from the warm cache.

    python3 Benchmarks/load.py CASE [--requests 200] [--at-once 2] [--data DIR]

Brings CASE in with `firsthand import`, serves it, makes the first account with the link the terminal prints, waits for
the first reading, and asks for each page many times over, by several connections at once. Prints the CPU seconds and the
peak memory of the import beside those of `firsthand index` on the same case, and each page's median and 99th percentile
in milliseconds with its size.

CASE is a case folder, for example of `Benchmarks generate --people 100000 --rows 5000000 --out CASE`. --data keeps the
installation for another run, which then leaves the import out. The client is on the same cores: what it costs is in the
times.
"""
import argparse
import csv
import http.client
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
PASSWORD = "four plain words here"
CAPABILITIES = ["administrator", "rolloutLead", "executive", "champion", "council"]


def run(words):
    """CPU seconds and MiB of a command, by what the system says of it."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = process.stderr.read()
    _, status, use = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(words)} failed:\n{said}")
    return use.ru_utime + use.ru_stime, use.ru_maxrss / 1024


class Client:
    def __init__(self, port):
        self.connection = http.client.HTTPConnection("localhost", port, timeout=600)
        self.cookie = ""

    def ask(self, method, path, form=None):
        headers = {"Cookie": self.cookie, "Origin": f"http://localhost:{self.connection.port}"}
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form, doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            self.cookie = cookie.split(";")[0]
        return answer.status, content, answer.headers


def account(port, link, email):
    """A client who has made the account a link invites to."""
    client = Client(port)
    path = urllib.parse.urlparse(link).path
    client.ask("GET", path)
    status, content, _ = client.ask(
        "POST", path, {"email": email, "name": "Load", "password": PASSWORD})
    if status not in (302, 303):
        sys.exit(f"The first account could not be made: {status}\n{content[:400].decode()}")
    return client


def measure(port, cookie, path, requests, at_once):
    times, sizes, wrong = [], [], []
    lock = threading.Lock()

    def work(count):
        client = Client(port)
        client.cookie = cookie
        for _ in range(count):
            begin = time.perf_counter()
            status, content, _ = client.ask("GET", path)
            taken = (time.perf_counter() - begin) * 1000
            with lock:
                times.append(taken)
                sizes.append(len(content))
                if status != 200:
                    wrong.append(status)

    threads = [threading.Thread(target=work, args=(requests // at_once,)) for _ in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(times), max(sizes), wrong


def serve(given, data):
    """The server and the link for its first account."""
    server = subprocess.Popen(
        [given.program, "serve", "--data", str(data), "--port", str(given.port), "--log-level", "error"],
        stdout=subprocess.PIPE, text=True)
    link = None
    while link is None:
        line = server.stdout.readline()
        if not line:
            sys.exit("The server did not start.")
        found = re.search(r"http\S+/invitation/\S+", line)
        link = found.group(0) if found else None
    for _ in range(600):
        try:
            if Client(given.port).ask("GET", "/healthz")[0] == 200:
                return server, link
        except OSError:
            time.sleep(0.1)
    sys.exit("The server did not answer.")


def with_addresses(case, folder):
    """The case with an address for everybody on the roster, so that people of it can be invited."""
    case = pathlib.Path(case).resolve()
    for file in case.iterdir():
        if file.name != "people.csv":
            (folder / file.name).symlink_to(file)
    managers, others = [], []
    with open(case / "people.csv", newline="") as lines, open(folder / "people.csv", "w", newline="") as copy:
        rows = csv.DictReader(lines)
        out = csv.DictWriter(copy, [*rows.fieldnames, *({"email"} - set(rows.fieldnames))])
        out.writeheader()
        for row in rows:
            row["email"] = row.get("email") or f"{row['person']}@example.com"
            out.writerow(row)
            (managers if row["layer"] == "manager" else others).append(row["email"])
    return folder, managers[0], others[0]


def invited(admin, port, form):
    """A client of somebody whom the administrator invites."""
    page = admin.ask("GET", "/accounts")[1].decode()
    token = re.search(r'name="token" value="([^"]+)"', page).group(1)
    page = admin.ask("POST", "/accounts/invite", {"token": token, **form})[1].decode()
    return account(port, re.search(r"http\S+/invitation/[^\s\"<]+", page).group(0), form["email"])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("case")
    options.add_argument("--program", default=str(ROOT / ".build/release/firsthand"))
    options.add_argument("--requests", type=int, default=200)
    options.add_argument("--at-once", type=int, default=2)
    options.add_argument("--port", type=int, default=8461)
    options.add_argument("--data")
    given = options.parse_args()
    data = pathlib.Path(given.data or tempfile.mkdtemp(prefix="firsthand-load-"))
    is_new = not (data / "archive.sqlite").exists()
    if not is_new:
        sys.exit("There is an installation already: give a fresh --data, or none.")
    given.case, manager, worker = with_addresses(
        given.case, pathlib.Path(tempfile.mkdtemp(prefix="firsthand-case-")))
    cpu, memory = run([given.program, "index", str(given.case)])
    print(f"firsthand index    {cpu:8.1f} CPU s {memory:8.0f} MiB", flush=True)
    # The first start makes the archive.
    server, link = serve(given, data)
    server.terminate()
    server.wait(timeout=60)
    cpu, memory = run([given.program, "import", str(given.case), "--data", str(data)])
    size = (data / "archive.sqlite").stat().st_size / 2**20
    print(f"firsthand import   {cpu:8.1f} CPU s {memory:8.0f} MiB, archive {size:.0f} MiB", flush=True)
    server, link = serve(given, data)
    try:
        admin = account(given.port, link, "admin@example.com")
        everybody = invited(admin, given.port, {"email": "all@example.com", "capability": CAPABILITIES})
        own = invited(admin, given.port, {"email": worker})
        lead = invited(admin, given.port, {"email": manager})
        begin = time.perf_counter()
        status = everybody.ask("GET", "/diagnosis")[0]
        print(f"first reading      {time.perf_counter() - begin:8.1f} s, status {status}", flush=True)
        overview = everybody.ask("GET", "/diagnosis")[1].decode()
        paths = ["/", "/where-we-stand", "/diagnosis", "/build-week", "/use-cases", "/were-we-right", "/evidence",
                 "/privacy", "/shelf", "/messages", "/ledger", "/demonstrations", "/start", "/account", "/diagnosis/report.html"]
        paths += sorted(set(re.findall(r'href="(/diagnosis/(?:team|role|layer)/[^"]+)"', overview)))[:3]
        print(f"\n{'page':40} {'median':>8} {'p99':>8} {'most':>8} {'KiB':>8}  (ms)")
        pages = [(everybody, path) for path in paths] + [(own, "/for-me"), (own, "/shelf"), (lead, "/my-team")]
        for client, path in pages:
            if client.ask("GET", path)[0] != 200:
                print(f"{path:40} is not for this account")
                continue
            times, size, wrong = measure(given.port, client.cookie, path, given.requests, given.at_once)
            place = min(len(times) - 1, int(len(times) * 0.99))
            print(
                f"{path[:40]:40} {statistics.median(times):8.1f} {times[place]:8.1f} {times[-1]:8.1f} {size / 1024:8.0f}"
                + (f"  {len(wrong)} not answered: {wrong[0]}" if wrong else ""), flush=True)
        peak = int(pathlib.Path(f"/proc/{server.pid}/status").read_text().split("VmHWM:")[1].split()[0]) / 1024
        print(f"\nserver peak {peak:.0f} MiB")
    finally:
        server.terminate()
        server.wait(timeout=60)
        shutil.rmtree(given.case, ignore_errors=True)
        if not given.data:
            shutil.rmtree(data, ignore_errors=True)


main()
