"""Asks an Orthanc by REST what it has of files that were sent to it, and compares that with the files.

    rest_check.py URL SCAN.dcm FILE.dcm...

Every value of FILE, sequences and all, but bytes and texts that Orthanc leaves out; its patient and its study are those of SCAN. Prints Orthanc's
version, pydicom's and how many values were compared, or each that differs, and exits 1."""
import json
import math
import sys
import urllib.request

import pydicom

compared, wrong = 0, []
BYTES = {"OB", "OW", "OF", "OD", "UN"}
NUMBERS = {"FL", "FD", "US", "SS", "UL", "SL"}
LONGEST = 256  # Orthanc leaves out longer values (of them the data set that came back is compared elsewhere)


def ask(path, body=None):
    with urllib.request.urlopen(sys.argv[1] + path, data=body, timeout=30) as reply:
        return json.load(reply)


def texts(value):
    """As a file has it: values joined by backslashes."""
    several = value if isinstance(value, (list, pydicom.multival.MultiValue)) else [value]
    decimal = (pydicom.valuerep.DSfloat, pydicom.valuerep.IS)
    return "\\".join(one.original_string if isinstance(one, decimal) else "" if one is None else str(one)
                     for one in several)


def same(where, said, known, numbers):
    global compared
    compared += 1
    if numbers and len(said.split("\\")) == len(known.split("\\")):
        if all(math.isclose(float(a), float(b), rel_tol=1e-6) for a, b in zip(said.split("\\"), known.split("\\"))):
            return
    if said.strip(" \0") != known.strip(" \0"):
        wrong.append(f"{where}: Orthanc has {said!r}, the file {known!r}")


def compare(where, said, dataset):
    for element in dataset:
        name = element.keyword or str(element.tag)
        if element.VR in BYTES or element.VR == "AT":
            continue
        if name not in said:
            wrong.append(f"{where}{name}: Orthanc has none")
        elif element.VR == "SQ":
            same(f"{where}{name}: items", str(len(said[name])), str(len(element.value)), False)
            for i, (a, b) in enumerate(zip(said[name], element.value)):
                compare(f"{where}{name}[{i}].", a, b)
        elif len(texts(element.value).encode()) <= LONGEST:
            same(where + name, said[name] or "", texts(element.value), element.VR in NUMBERS)


def place_of(file):
    """The file's data set, and the identifiers of its instance, study and patient in Orthanc."""
    dataset = pydicom.dcmread(file)
    found = [one["ID"] for one in ask("/tools/lookup", dataset.SOPInstanceUID.encode()) if one["Type"] == "Instance"]
    if len(found) != 1:
        sys.exit(f"{file}: Orthanc has {len(found)} instances of it")
    return dataset, found[0], ask(f"/instances/{found[0]}/study"), ask(f"/instances/{found[0]}/patient")


_, _, study, patient = place_of(sys.argv[2])
for file in sys.argv[3:]:
    dataset, instance, own_study, own_patient = place_of(file)
    same(f"{file}: study", own_study["ID"], study["ID"], False)
    same(f"{file}: patient", own_patient["ID"], patient["ID"], False)
    same(f"{file}: patient's name", own_patient["MainDicomTags"]["PatientName"], str(dataset.PatientName), False)
    compare(f"{dataset.Modality}: ", ask(f"/instances/{instance}/simplified-tags"), dataset)
system = ask("/system")
print(f"READER Orthanc {system['Version']} by REST, pydicom {pydicom.__version__}: {compared} values compared")
print("\n".join(wrong[:40]))
sys.exit(1 if wrong or compared < 20 else 0)
