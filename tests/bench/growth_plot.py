#!/usr/bin/env python3
"""Draws how the entry search grows with entries, structures and voxels: growth_plot.py BENCH.json > GROWTH.svg

BENCH.json is what needleplan_bench writes with --benchmark_out. CPU time of all threads, milliseconds.
"""
import html
import json
import sys

WIDTH, HEIGHT, MARGIN = 300, 240, 46


def series(benchmarks):
    """(title, axis, [(x, ms)]) for each of the three questions."""
    entries, structures, voxels = [], [], []
    for one in benchmarks:
        name = one["name"].split("/")
        if one["name"].startswith("Entries/decided"):
            count, bodies, margin = (float(part) for part in name[2:5])
            if bodies == 6 and margin == 3:
                entries.append((count / 1000, one["cpu_time"]))
            if count == 100000 and margin == 3:
                structures.append((bodies, one["cpu_time"]))
        elif "voxels" in one and one["name"].startswith("Entries/"):
            voxels.append((one["voxels"] / 1e6, one["cpu_time"]))
    return [("6 structures, 3 mm", "entries, thousands", sorted(entries)),
            ("100 000 entries, 3 mm", "structures", sorted(structures)),
            ("100 000 entries, 6 structures, 3 mm", "voxels, millions", sorted(voxels))]


def panel(left, title, axis, points):
    most_x, most_y = max(x for x, _ in points), max(y for _, y in points)
    to_x = lambda x: left + MARGIN + x / most_x * (WIDTH - 2 * MARGIN)
    to_y = lambda y: HEIGHT - MARGIN - y / most_y * (HEIGHT - 2 * MARGIN)
    line = " ".join(f"{to_x(x):.1f},{to_y(y):.1f}" for x, y in points)
    yield (f'<path d="M{to_x(0):.1f},{to_y(most_y):.1f}V{to_y(0):.1f}H{to_x(most_x):.1f}" fill="none" stroke="#888"/>'
           f'<polyline points="{line}" fill="none" stroke="#0072b2" stroke-width="2"/>'
           f'<text x="{left + WIDTH / 2}" y="20" text-anchor="middle">{html.escape(title)}</text>'
           f'<text x="{left + WIDTH / 2}" y="{HEIGHT - 8}" text-anchor="middle">{html.escape(axis)}</text>')
    for x, y in points:
        yield (f'<circle cx="{to_x(x):.1f}" cy="{to_y(y):.1f}" r="3" fill="#0072b2"/>'
               f'<text x="{to_x(x):.1f}" y="{to_y(y) - 7:.1f}" text-anchor="middle">{y:.0f} ms</text>'
               f'<text x="{to_x(x):.1f}" y="{to_y(0) + 15:.1f}" text-anchor="middle">{x:.3g}</text>')


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        panels = [one for one in series(json.load(file)["benchmarks"]) if one[2]]
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH * len(panels)}" height="{HEIGHT}" '
          'font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="white"/>')
    for place, one in enumerate(panels):
        print("\n".join(panel(place * WIDTH, *one)))
    print("</svg>")


if __name__ == "__main__":
    main()
