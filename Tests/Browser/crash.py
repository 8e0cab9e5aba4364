"""Kills imports at random moments and checks that the archive stays whole and repeating the import completes it.

    python Tests/Browser/crash.py .build/release/firsthand --seed 1 --kills 12

Each round starts an import into an installation, kills it with SIGKILL at a moment drawn from the seed, and checks
that the archive is whole. In the end the import is repeated to its end, and the exported case has to be the one of an
installation that was never disturbed, file by file. Exits with 1 if anything is wrong.
"""
import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words[1:3]))} ended with {done.returncode}: {done.stderr[-400:]}")
    return done.stdout


def found(binary, data, port):
    """Makes an installation: a server that is killed as soon as it says that it listens."""
    server = subprocess.Popen(
        [binary, "serve", "--data", str(data), "--port", str(port)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    for line in server.stdout:
        if "listens" in line:
            break
    server.kill()
    server.wait()


def whole_archive(data):
    """The archive must be whole."""
    with sqlite3.connect(data / "archive.sqlite") as base:
        state = base.execute("pragma integrity_check").fetchone()[0]
        if state != "ok" or base.execute("pragma foreign_key_check").fetchall():
            sys.exit(f"The archive is damaged: {state}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--port", type=int, default=8578)
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory(prefix="firsthand-server-crash-") as place:
        place = Path(place)
        run(arguments.binary, "specimen", "--out", place / "case")
        for name in ["calm", "stormy"]:
            found(arguments.binary, place / name, arguments.port)
        began = time.monotonic()
        run(arguments.binary, "import", place / "case", "--data", place / "calm")
        whole = time.monotonic() - began
        cut = 0
        for _ in range(arguments.kills):
            importing = subprocess.Popen(
                [arguments.binary, "import", str(place / "case"), "--data", str(place / "stormy")],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(dice.uniform(0, whole))
            importing.send_signal(signal.SIGKILL)
            cut += importing.wait() == -signal.SIGKILL
            whole_archive(place / "stormy")
        if cut == 0:
            sys.exit("No import was cut short: the test has shown nothing.")
        run(arguments.binary, "import", place / "case", "--data", place / "stormy")
        for name in ["calm", "stormy"]:
            run(arguments.binary, "export", "--data", place / name, "--out", place / f"{name}-case")
        calm = {file.name: file.read_bytes() for file in (place / "calm-case").iterdir()}
        stormy = {file.name: file.read_bytes() for file in (place / "stormy-case").iterdir()}
        differing = sorted(name for name in calm.keys() | stormy.keys() if calm.get(name) != stormy.get(name))
        print(f"{cut} of {arguments.kills} imports were cut short; {len(calm)} files; differing: {differing or 'none'}")
        sys.exit(1 if differing or not calm else 0)


if __name__ == "__main__":
    main()
