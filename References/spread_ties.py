"""Independent check of the scores on ties with networkx, on the physicians by month 6.

Usage: python3 References/spread_ties.py ../shared/diffusion-data
"""
import csv
import sys

import networkx as nx
import numpy as np

folder = sys.argv[1]
with open(f"{folder}/medinnovations_nodes.csv") as file:
    adopter = [int(row["time_of_adoption"]) <= 6 for row in csv.DictReader(file)]
with open(f"{folder}/medinnovations_edges.csv") as file:
    arcs = [(int(row["source"]) - 1, int(row["target"]) - 1) for row in csv.DictReader(file)]

named = nx.DiGraph()
named.add_nodes_from(range(len(adopter)))
named.add_edges_from(arcs)
for label, graph in (("namings", named), ("ties", nx.Graph(named))):
    nx.set_node_attributes(graph, dict(enumerate(map(int, adopter))), "adopter")
    count = graph.number_of_edges()
    outside = sum(adopter[a] != adopter[b] for a, b in graph.edges())
    print(label, count, "E-I", (2 * outside - count) / count)
    print(label, "assortativity", nx.attribute_assortativity_coefficient(graph, "adopter"))
    for side in (False, True):
        shares = [
            np.mean([adopter[j] for j in graph.neighbors(i)])
            for i in graph
            if adopter[i] == side and any(True for _ in graph.neighbors(i))
        ]
        print(label, "exposure of", "adopters" if side else "others", np.mean(shares))
    if label == "namings":
        for side in (False, True):
            size = sum(a == side for a in adopter)
            sent = [(a, b) for a, b in arcs if adopter[a] == side]
            inside = sum(adopter[b] == side for _, b in sent)
            expected = len(sent) * (size - 1) / (len(adopter) - 1)
            over = inside >= expected
            scale = len(sent) - expected if over else expected
            print(label, "Coleman of", "adopters" if side else "others", (inside - expected) / scale)
