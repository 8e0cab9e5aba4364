#!/usr/bin/env python3
"""Cascades and thresholds played forward, beside cynetdiff and ndlib, in turns on the same graph and seeds.

    python3 Benchmarks/spread.py [--graph GRAPH.txt[.gz]] [--rounds 3] [--environment DIR]

Builds nothing: `swift build -c release --product Benchmarks` first.  Installs the other codes from PyPI into a virtual
environment (--environment keeps it), and measures ours and theirs in alternation, A B A B.  Without --graph the graph is the
organisation of --people that `Benchmarks` makes; it is made here by the same definition, so no file is needed.

Every code starts from the 50 people with most contacts and weights every arc one over the arcs into its end.  What is counted is
arcs out of everybody reached, an edge-visit, by CPU seconds of one thread without reading and set-up.  A ratio is only printed
where both reach the same number of people within five standard errors and a twentieth (a fifth where theirs runs once): a time without
the same answer is not comparable.  An iteration of ndlib goes over every person in Python, copies everybody's status, and for thresholds counts all
contacts of all who are not reached anew: its time follows people times iterations and not those reached, so its arcs a second say what an answer costs and
not how fast it walks an arc.
"""
import argparse
import gzip
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent

THEIRS = r'''
import array, gzip, json, math, sys, time
path, code, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
with (gzip.open(path, "rt") if path.endswith(".gz") else open(path)) as file:
    nodes, arcs = map(int, file.readline().split())
    pairs = [tuple(map(int, line.split())) for line in file]
pairs.sort()
starts = array.array("I", [0] * nodes)
ends = array.array("I", [end for _, end in pairs])
outs, ins = [0] * nodes, [0] * nodes
for source, end in pairs:
    outs[source] += 1
    ins[end] += 1
for node in range(1, nodes): starts[node] = starts[node - 1] + outs[node - 1]
seeds = sorted(range(nodes), key=lambda node: (-outs[node], node))[:50]
reached, visits, cpu = [], 0, 0.0
if code.startswith("cynetdiff"):
    from cynetdiff.models import IndependentCascadeModel, LinearThresholdModel
    weights = array.array("f", [1 / ins[end] for _, end in pairs])
    if code.endswith("ic"):
        model = IndependentCascadeModel(starts, ends, activation_probs=weights)
    else:
        model = LinearThresholdModel(starts, ends, influence=weights)
    model.set_rng(1)
    model.set_seeds(seeds)
    for _ in range(runs):
        before = time.process_time()
        model.reset_model()
        model.advance_until_completion()
        cpu += time.process_time() - before
        active = list(model.get_activated_nodes())
        reached.append(len(active))
        visits += sum(outs[node] for node in active)
else:
    import networkx, ndlib.models.ModelConfig as config, ndlib.models.epidemics as epidemics
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(pairs)
    isCascade = code.endswith("ic")
    model = (epidemics.IndependentCascadesModel if isCascade else epidemics.ThresholdModel)(graph, seed=1)
    import random
    draw = random.Random(1)
    for _ in range(runs):
        settings = config.Configuration()
        settings.add_model_initial_configuration("Infected", seeds)
        if isCascade:
            for source, end in pairs: settings.add_edge_configuration("threshold", (source, end), 1 / ins[end])
        else:
            for node in range(nodes): settings.add_node_configuration("threshold", node, draw.random())
        model.set_initial_status(settings)
        # Setting the status anew leaves everybody reached by the run before as they are; only this clears them.
        model.reset(infected_nodes=seeds)
        before = time.process_time()
        last = None
        while True:
            counts = model.iteration(node_status=True)["node_count"]
            # A cascade is over where nobody is newly reached; a threshold where nothing changes.
            if (isCascade and counts.get(1, 0) == 0) or (not isCascade and counts == last): break
            last = counts
        cpu += time.process_time() - before
        active = [node for node, state in model.status.items() if state != 0]
        reached.append(len(active))
        visits += sum(outs[node] for node in active)
mean = sum(reached) / runs
spread = math.sqrt(sum((one - mean) ** 2 for one in reached) / max(1, runs - 1) / runs)
print(json.dumps({"cpuSeconds": cpu, "runs": runs, "arcsPerSecond": visits / cpu, "reach": mean, "error": spread}))
'''


def run(command):
    """A command's output; ends with it where it fails."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def environment(folder):
    """The Python of a virtual environment that has the other codes."""
    python = folder / "bin" / "python3"
    if not python.exists():
        run([sys.executable, "-m", "venv", folder])
        run([python, "-m", "pip", "install", "-q", "cynetdiff", "ndlib", "six"])
    return python


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--graph", help="a graph file; by default an organisation is made")
    options.add_argument("--people", type=int, default=100_000, help="people of the organisation that is made")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--environment", type=pathlib.Path)
    options.add_argument("--program", type=pathlib.Path, default=ROOT / ".build" / "release" / "Benchmarks")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        python = environment(chosen.environment or pathlib.Path(folder) / "environment")
        path = chosen.graph
        if path is None:
            path = str(pathlib.Path(folder) / "graph.txt")
            run([chosen.program, "graph", f"org:{chosen.people}", path])
        # Engine of ours, code of theirs, runs of ours and theirs: about a second or more each.
        pairs = [
            ("ic", "cynetdiff ic", 512, 64), ("together", "cynetdiff ic", 512, 64), ("lt", "cynetdiff lt", 128, 16),
            ("ic", "ndlib ic", 512, 6), ("lt", "ndlib lt", 128, 1),
        ]
        print(f"{path if chosen.graph else f'organisation of {chosen.people}'}; medians of {chosen.rounds} rounds in alternation")
        print(f"{'ours':<10}{'M arcs/s':>9}{'reach':>10}   {'theirs':<14}{'M arcs/s':>9}{'reach':>10}{'ratio':>9}")
        for engine, code, ourRuns, theirRuns in pairs:
            ours, theirs = [], []
            for _ in range(chosen.rounds):
                ours.append(json.loads(run([chosen.program, "cascades", "--graph", path, "--engine", engine,
                                            "--runs", ourRuns, "--times", 1, "--json"])))
                theirs.append(json.loads(run([python, "-c", THEIRS, path, code, theirRuns])))
            one, other = (statistics.median(x["arcsPerSecond"] for x in y) for y in (ours, theirs))
            reach = ours[0]["reach"], theirs[0]["reach"]
            error = (ours[0]["halfWidth"] / 1.96) ** 2 + theirs[0]["error"] ** 2
            # A few runs that differ much have a large error and would agree with anything.
            agree = abs(reach[0] / reach[1] - 1) < (0.05 if theirRuns > 1 else 0.2)
            agree = agree and (theirRuns == 1 or abs(reach[0] - reach[1]) <= 5 * error ** 0.5)
            ratio = f"{one / other:8.1f}×" if agree else "another answer"
            print(f"{engine:<10}{one / 1e6:9.0f}{reach[0]:10.0f}   {code:<14}{other / 1e6:9.2f}{reach[1]:10.0f}{ratio}", flush=True)


if __name__ == "__main__":
    main()
