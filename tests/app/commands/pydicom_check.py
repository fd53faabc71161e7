"""Decodes a plan's report with pydicom alone and compares every field with what `needleplan show --json` says.

    pydicom_check.py REPORT.dcm SHOW.json

Written from io/report/README.md and PS3.16, not from the program. Prints pydicom's version and how many fields were
compared, or each that differs, and exits 1."""
import json
import math
import sys

import pydicom

YES, NO = "373066001", "373067005"
VERDICTS = {"NP-211": "clear", "NP-212": "near", "NP-213": "breach", "NP-214": "unknown"}
ROLES = {"NP-401": "avoid", "NP-402": "target", "NP-403": "crossable"}
KINDS = dict(zip((f"NP-{n}" for n in range(411, 425)),
                 "artery vein vessel nerve dura bone disc lung organ skin muscle fat ligament other".split()))
ANGLES = {"NP-110": "in_plane_deg", "NP-111": "cranio_caudal_deg", "112011": "carm_primary_deg",
          "112012": "carm_secondary_deg", "NP-113": "gantry_tilt_deg", "NP-114": "in_tilted_slice_deg"}
LENGTHS = {"121211": "path_length_mm", "NP-102": "depth_mm", "NP-103": "outside_skin_mm"}
CHANCES = {"NP-125": "breach_probability", "NP-128": "breach_standard_error"}
TOLERANCE = 0.00051  # the JSON is rounded to 0.001; places in the report are 32-bit floats of such
compared, wrong = 0, []


def name_of(item):
    return item.ConceptNameCodeSequence[0].CodeValue if "ConceptNameCodeSequence" in item else ""


def children(item, name=None, kind=None):
    return [c for c in item.get("ContentSequence", [])
            if (name is None or name_of(c) == name) and (kind is None or c.ValueType == kind)]


def value(item):
    if item is None:
        return None
    if item.ValueType == "NUM":
        measured = item.MeasuredValueSequence[0]
        exact = measured.FloatingPointValue
        if abs(exact - float(measured.NumericValue)) > 1e-9:
            wrong.append(f"{name_of(item)}: decimal {measured.NumericValue} and double {exact}")
        return exact
    if item.ValueType == "CODE":
        return item.ConceptCodeSequence[0].CodeValue
    if item.ValueType == "SCOORD3D":
        return list(item.GraphicData)
    return str(item.get({"TEXT": "TextValue", "UIDREF": "UID", "PNAME": "PersonName"}[item.ValueType]))


def get(item, name, kind=None):
    found = children(item, name, kind)
    return value(found[0]) if found else None


def answer(item, name):
    return {YES: True, NO: False, None: None}[get(item, name)]


def parts(text, separator):
    """Splits outside quotation marks."""
    found, quoted = [""], False
    for c in text:
        quoted ^= c == '"'
        if c == separator and not quoted:
            found.append("")
        else:
            found[-1] += c
    return [part.strip(" ") for part in found]


def plain(part):
    return part[1:-1].replace('""', '"') if part.startswith('"') else part


def same(place, said, shown):
    global compared
    compared += 1
    if isinstance(said, float) and isinstance(shown, (int, float)) and not isinstance(shown, bool):
        if math.isclose(said, shown, abs_tol=TOLERANCE):
            return
    elif all(isinstance(x, list) and x and isinstance(x[0], (int, float)) for x in (said, shown)):
        if len(said) == len(shown) and all(math.isclose(a, b, abs_tol=TOLERANCE) for a, b in zip(said, shown)):
            return
    elif said == shown or (said in ("", None) and shown is None):
        return
    wrong.append(f"{place}: the report has {said!r}, show says {shown!r}")


def compare_clearance(group, radius, shown, place):
    axis = get(group, "121206", "NUM")
    same(place + "structure", get(group, "NP-230"), shown["structure"])
    same(place + "kind", KINDS[get(group, "NP-231")], shown["kind"])
    same(place + "role", ROLES[get(group, "NP-235")], shown["role"])
    same(place + "source", get(group, "NP-238"), shown["source"])
    same(place + "confirmed", answer(group, "NP-234"), shown["confirmed"])
    same(place + "distance", None if axis is None else axis - radius, shown["distance_mm"])
    for name, key in {"NP-122": "error_bound_mm", "NP-123": "margin_mm", "NP-124": "depth_mm",
                      "NP-129": "unseen_distance_mm", **CHANCES}.items():
        same(place + key, get(group, name, "NUM"), shown[key])
    if axis is not None:
        same(place + "clearance", get(group, "NP-121"), shown["distance_mm"] - shown["margin_mm"])
    same(place + "closest", get(group, "NP-003"), shown["closest_point_mm"])
    same(place + "accepted", get(group, "NP-270"), shown["accepted_by"])
    same(place + "verdict", VERDICTS.get(get(group, "NP-210")), shown["verdict"])
    numbers = {name_of(c) for c in children(group, kind="NUM")}
    if axis is None and numbers - {"NP-123"}:
        wrong.append(f"{place}: {numbers} where nothing was measured")


def compare_needle(group, clearances, shown):
    place = f"needle {shown['label']}: "
    same(place + "label", get(group, "112039"), shown["label"])
    same(place + "entry", get(group, "NP-001"), shown["entry_mm"])
    same(place + "target", get(group, "NP-002"), shown["target_mm"])
    path = get(group, "121055", "SCOORD3D")
    if path:
        same(place + "path", path, shown["entry_mm"] + shown["target_mm"])
        same(place + "length of path", math.dist(path[:3], path[3:]), shown["path_length_mm"])
    for name, key in {**LENGTHS, **ANGLES, **CHANCES}.items():
        same(place + key, get(group, name, "NUM"), shown[key])
    needle = shown["needle"] or {}
    for name, key in {"NP-101": "gauge", "111467": "length_mm", "81827009": "outer_diameter_mm"}.items():
        same(place + key, get(group, name, "NUM"), needle.get(key))
    same(place + "too short", answer(group, "NP-202"), shown["needle_too_short"])
    same(place + "verdict", VERDICTS.get(get(group, "NP-210")), shown["verdict"])
    same(place + "clearances", len(clearances), len(shown["clearances"]))
    radius = (get(group, "81827009", "NUM") or 0) / 2
    for clearance, row in zip(clearances, shown["clearances"]):
        compare_clearance(clearance, radius, row, place + row["structure"] + ": ")


def compare_checks(evaluations, shown):
    said = []
    for item in children(evaluations, "NP-245"):
        question, *rest = parts(item.TextValue, ";")
        identity, reply, date, by, text = map(plain, parts(question, "=") + rest)
        said.append({k: v for k, v in {"id": identity, "answer": reply, "date": date, "by": by, "text": text}.items() if v})
    same("checks", said, shown)


def compare_plan(report, shown):
    root = {name_of(c): c for c in report.ContentSequence}
    evaluations, groups = root["C0034375"], children(root["126010"]) if "126010" in root else []
    scan = children(root["111028"], "126200")[0]
    header = {"patient_id": report.PatientID, "study_uid": report.StudyInstanceUID, "plan_uid": report.SOPInstanceUID,
              "software_version": report.SoftwareVersions, "complete": report.CompletionFlag == "COMPLETE",
              "series_uid": get(scan, "112002"), "frame_of_reference_uid": get(scan, "112227"),
              "operator": value(root.get("121008")), "route": get(evaluations, "NP-243"),
              "level": get(evaluations, "NP-244"), "side": get(evaluations, "NP-246"),
              "guidance": get(evaluations, "413815006"), "verdict": VERDICTS.get(get(evaluations, "NP-210")),
              "ready": answer(evaluations, "NP-203"), "near_accepted": answer(evaluations, "NP-204"),
              "reserve_accepted": bool(answer(evaluations, "NP-207"))}
    for key, said in header.items():
        same(key, said, shown[key])
    compare_checks(evaluations, shown["checks"])
    same("findings", [i.TextValue.split("|")[0] for i in children(evaluations, "NP-242")],
         [f["code"] for f in shown["findings"]])
    needles = [g for g in groups if get(g, "NP-200") == "NP-215" and not children(g, "NP-143")]
    same("needles", len(needles), len([n for n in shown["needles"] if n["target_mm"] or n["entry_mm"]]))
    for group, row in zip(needles, [n for n in shown["needles"] if n["target_mm"] or n["entry_mm"]]):
        uid = get(group, "112040")
        compare_needle(group, [g for g in groups if get(g, "NP-220") == uid and children(g, "NP-231")], row)
    views = [g for g in groups if children(g, "NP-143")]
    for group, row in zip(views, shown.get("fluoroscopy", {}).get("views", [])):
        for length in children(group, "NP-146", "NUM"):
            unit = length.MeasuredValueSequence[0].MeasurementUnitsCodeSequence[0].CodeValue
            same("projected length", value(length), row["projected_length_" + {"mm": "mm", "{pixels}": "px"}[unit]])


compare_plan(pydicom.dcmread(sys.argv[1]), json.load(open(sys.argv[2], encoding="utf-8")))
print(f"pydicom {pydicom.__version__}: {compared} fields compared")
print("\n".join(wrong))
sys.exit(1 if wrong or compared < 20 else 0)
