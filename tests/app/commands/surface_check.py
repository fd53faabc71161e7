"""Measures with VTK what `needleplan export` wrote and compares it with what `needleplan show --json` says.

    surface_check.py PLAN.obj PLAN.stl PLAN.csv PLAN.mrk.json SHOW.json

VTK alone reads the surfaces and measures from the needle's axis to them (vtkImplicitPolyDataDistance, at places STEP_MM apart:
the least of them is at most half of that too large). Prints VTK's version and how much was compared, or each that differs, and
exits 1."""
import csv
import json
import math
import sys

from vtkmodules.vtkCommonCore import vtkIdList, vtkVersion
from vtkmodules.vtkFiltersCore import vtkImplicitPolyDataDistance
from vtkmodules.vtkCommonDataModel import vtkCellArray, vtkPolyData
from vtkmodules.vtkIOGeometry import vtkOBJReader, vtkSTLReader

STEP_MM, COARSE_MM = 0.005, 0.5
PLACE_MM, JSON_MM = 1e-4, 0.00051
compared, wrong = 0, []


def same(what, said, shown, tolerance):
    global compared
    compared += 1
    if said is None or shown is None or abs(said - shown) > tolerance:
        wrong.append(f"{what}: VTK has {said}, show says {shown}")


def read(reader, file):
    reader.SetFileName(file)
    reader.Update()
    return reader.GetOutput()


def objects_of(obj, surfaces):
    """{name: surface}: the format's objects are runs of faces, which VTK reads in their order."""
    names = [line.split()[1] if line[0] == "o" else None for line in open(obj, encoding="utf-8") if line[0] in "of"]
    found, cell, ids = {}, 0, vtkIdList()
    for name in names:
        if name is not None:
            cells = vtkCellArray()
            found[name] = vtkPolyData()
            found[name].SetPoints(surfaces.GetPoints())
            found[name].SetPolys(cells)
        else:
            surfaces.GetCellPoints(cell, ids)
            cells.InsertNextCell(ids)
            cell += 1
    return found


def least_distance(surface, entry, target):
    """Signed, of the axis; negative where it runs inside."""
    measure = vtkImplicitPolyDataDistance()
    measure.SetInput(surface)
    length = math.dist(entry, target)
    at = lambda mm: measure.EvaluateFunction([a + (b - a) * mm / length for a, b in zip(entry, target)])
    steps = [i * COARSE_MM for i in range(int(length / COARSE_MM) + 1)] + [length]
    coarse = [at(mm) for mm in steps]
    near = [mm for mm, value in zip(steps, coarse) if value <= min(coarse) + COARSE_MM]  # 1 mm a mm at most
    low, high = max(0, min(near) - COARSE_MM), min(length, max(near) + COARSE_MM)
    count = int((high - low) / STEP_MM) + 1
    return min(at(low + (high - low) * i / count) for i in range(count + 1))


def compare_surfaces(obj, stl, needles):
    surfaces, again = read(vtkOBJReader(), obj), read(vtkSTLReader(), stl)
    same("triangles", again.GetNumberOfCells(), surfaces.GetNumberOfCells(), 0)
    for axis, (one, other) in enumerate(zip(again.GetBounds(), surfaces.GetBounds())):
        same(f"bounds {axis}", one, other, PLACE_MM)
    objects = objects_of(obj, surfaces)
    for needle in needles:
        radius = (needle["needle"] or {"outer_diameter_mm": 0})["outer_diameter_mm"] / 2
        for row in needle["clearances"]:
            name = "".join(c if c.isascii() and (c.isalnum() or c in ".-") else "_" for c in row["structure"])
            if row["distance_mm"] is None or row["distance_mm"] < 0 or name not in objects:
                continue
            said = least_distance(objects[name], needle["entry_mm"], needle["target_mm"]) - radius
            same(f"{needle['label']} / {row['structure']}", said, row["distance_mm"], JSON_MM + STEP_MM / 2)


def compare_lines(markups, needles):
    lines = {m["name"]: m for m in json.load(open(markups, encoding="utf-8"))["markups"] if m["type"] == "Line"}
    for needle in needles:
        line = lines[needle["label"]]
        if (line["coordinateSystem"], line["coordinateUnits"]) != ("LPS", "mm"):
            wrong.append("markups are not in LPS mm")
        ends = [point["position"] for point in line["controlPoints"]]
        same(needle["label"] + " line", math.dist(*ends), needle["path_length_mm"], JSON_MM)
        for said, shown in zip(ends, (needle["entry_mm"], needle["target_mm"])):
            same(needle["label"] + " end", math.dist(said, shown), 0, 1e-6)


def compare_table(table, needles):
    rows = list(csv.DictReader(open(table, newline="", encoding="utf-8")))
    shown = [row for needle in needles for row in needle["clearances"]]
    same("rows", len(rows), len(shown), 0)
    for row, clearance in zip(rows, shown):
        if clearance["distance_mm"] is not None:
            same(clearance["structure"] + " in CSV", float(row["clearance.distance_mm"]), clearance["distance_mm"], 1e-9)


obj, stl, table, markups, show = sys.argv[1:]
placed = [n for n in json.load(open(show, encoding="utf-8"))["needles"] if n["entry_mm"] and n["target_mm"]]
compare_surfaces(obj, stl, placed)
compare_lines(markups, placed)
compare_table(table, placed)
print(f"READER VTK {vtkVersion.GetVTKVersion()}: {compared} compared")
print("\n".join(wrong))
sys.exit(1 if wrong or compared < 20 else 0)
