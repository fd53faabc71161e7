#!/usr/bin/env python3
"""Prints the branches and lines that were taken, a room a row, from gcovr's JSON summary."""
import collections
import json
import sys

rooms = collections.defaultdict(lambda: [0, 0, 0, 0])
for file in json.load(open(sys.argv[1]))["files"]:
    parts = file["filename"].split("/")
    for room in {parts[0], "/".join(parts[:2]) if len(parts) > 2 else parts[0]}:
        counts = rooms[room]
        for i, key in enumerate(("branch_covered", "branch_total", "line_covered", "line_total")):
            counts[i] += file[key]
if not rooms:
    sys.exit("coverage_table: no file was counted")
print(f"{'room':<28}{'branches':>18}{'lines':>20}")
for room, (branches, of, lines, all_lines) in sorted(rooms.items()):
    share = f"{100 * branches / of:.1f} %" if of else "-"
    print(f"{room:<28}{share:>9} of {of:>5}{100 * lines / max(all_lines, 1):>10.1f} % of {all_lines:>5}")
