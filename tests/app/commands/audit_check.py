"""Computes an audit's figures again from its CSV, with numpy and by other ways, and compares them with its JSON.

    audit_check.py AUDIT.csv AUDIT.json

Student's quantile comes from integrating the density, Wilson's bounds as the roots of the score equation. Prints how
many figures were compared, or each that differs and exits 1."""
import csv
import json
import math
import sys

import numpy

MEASURES = ["tip_error_mm", "lateral_error_mm", "depth_error_mm", "entry_error_mm", "angle_error_deg",
            "least_clearance_mm", "plan_to_control_min"]
SIGNED = ["depth_error_mm", "least_clearance_mm"]
Z = 1.959963984540054
TOLERANCE = 0.00051  # the JSON is rounded to 0.001
compared = 0
wrong = []


def same(where, ours, theirs):
    global compared
    compared += 1
    if ours is None or theirs is None:
        if ours is not theirs:
            wrong.append(f"{where}: {ours} here, {theirs} there")
    elif abs(ours - theirs) > TOLERANCE:
        wrong.append(f"{where}: {ours} here, {theirs} there")


def student(degrees):
    """The 97.5 % quantile: where the density integrates to 0.475 from 0."""
    constant = math.exp(math.lgamma((degrees + 1) / 2) - math.lgamma(degrees / 2)) / math.sqrt(degrees * math.pi)
    low, high = 0.0, 700.0
    for _ in range(60):
        middle = (low + high) / 2
        # t = tan-like substitution keeps the long tail of few degrees of freedom exact
        angle = numpy.linspace(0, math.atan(middle / math.sqrt(degrees)), 20001)
        density = constant * math.sqrt(degrees) * numpy.cos(angle) ** (degrees - 1)
        area = numpy.sum((density[1:] + density[:-1]) / 2) * (angle[1] - angle[0])
        low, high = (middle, high) if area < 0.475 else (low, middle)
    return low


def wilson(count, of):
    """The shares at which the score test of count / of is just not refused."""
    share = count / of
    roots = numpy.roots([1 + Z * Z / of, -(2 * share + Z * Z / of), share * share])
    return sorted(float(root.real) for root in roots)


def check_group(where, rows, group):
    same(where + " needles", len(rows), group["needles"])
    for measure in MEASURES:
        values = numpy.array([float(row[measure]) for row in rows if row[measure] != ""])
        theirs = group[measure]
        if len(values) == 0:
            same(f"{where} {measure}", None, theirs)
            continue
        at = f"{where} {measure} "
        same(at + "needles", len(values), theirs["needles"])
        same(at + "mean", float(numpy.mean(values)), theirs["mean"])
        same(at + "least", float(numpy.min(values)), theirs["least"])
        same(at + "largest", float(numpy.max(values)), theirs["largest"])
        for name, part in (("lower_quartile", 25), ("median", 50), ("upper_quartile", 75)):
            same(at + name, float(numpy.percentile(values, part)), theirs[name])
        if len(values) < 2:
            same(at + "deviation", None, theirs["standard_deviation"])
            continue
        deviation = float(numpy.std(values, ddof=1))
        half = student(len(values) - 1) * deviation / math.sqrt(len(values))
        same(at + "deviation", deviation, theirs["standard_deviation"])
        same(at + "low", float(numpy.mean(values)) - half, theirs["mean_interval_95"][0])
        same(at + "high", float(numpy.mean(values)) + half, theirs["mean_interval_95"][1])
    known = [row for row in rows if row["verdict"] not in ("", "unknown")]
    count = sum(row["verdict"] == "breach" for row in known)
    if known:
        low, high = wilson(count, len(known))
        same(where + " breaches", count, group["breaches"]["count"])
        same(where + " of", len(known), group["breaches"]["of"])
        same(where + " share", count / len(known), group["breaches"]["share"])
        same(where + " share low", low, group["breaches"]["share_interval_95"][0])
        same(where + " share high", high, group["breaches"]["share_interval_95"][1])


def check_chart(measure, rows, audit):
    values = numpy.array([float(row[measure]) for row in rows if row[measure] != ""])
    chart = audit["charts"].get(measure)
    if len(values) < 2:
        same(measure + " chart", None, chart)
        return
    moving = float(numpy.mean(numpy.abs(numpy.diff(values))))
    centre = float(numpy.mean(values))
    upper, lower = centre + 3 * moving / 1.128, centre - 3 * moving / 1.128
    if measure not in SIGNED:
        lower = max(0.0, lower)
    same(measure + " centre", centre, chart["centre"])
    same(measure + " upper limit", upper, chart["upper_limit"])
    same(measure + " lower limit", lower, chart["lower_limit"])
    same(measure + " moving range limit", 3.267 * moving, chart["moving_range_limit"])
    outside = [i for i, row in enumerate(rows)
               if row[measure] != "" and not lower - 1e-9 <= float(row[measure]) <= upper + 1e-9]
    said = [one["needle"] for one in audit["outliers"] if one["measure"] == measure]
    if outside != said:
        wrong.append(f"{measure} outliers: {outside} here, {said} there")


def main():
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with open(sys.argv[2], encoding="utf-8") as file:
        audit = json.load(file)
    check_group("all", rows, audit["all"])
    for column in ("route", "level", "gauge", "operator", "month"):
        groups = audit["by_" + column]
        names = sorted({row[column] for row in rows})
        said = sorted((group[column] or "").rstrip("G" if column == "gauge" else "") for group in groups)
        if names != said:
            wrong.append(f"{column}: {names} here, {said} there")
        for group in groups:
            name = group[column] or ""
            members = [row for row in rows if row[column] + ("G" if column == "gauge" and row[column] else "") == name]
            check_group(f"{column} {name}", members, group)
    for measure in MEASURES:
        check_chart(measure, rows, audit)
    for line in wrong:
        print(line)
    print(f"{compared} figures compared, {len(wrong)} differ")
    sys.exit(1 if wrong or compared < 100 else 0)


main()
