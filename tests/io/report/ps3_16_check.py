"""Looks every code that a report may hold up in the table of PS3.16 that pydicom carries.

    ps3_16_check.py CODES        a file with lines of scheme, value and meaning, tabs between

Prints pydicom's version and how many codes were looked up; each that is not there or means something else, and exits 1.
Private codes are passed over: that nothing is published for them is a judgement (io/report/README.md, "Codes").
Codes of newer editions of PS3.16 than pydicom's, and of other texts that PS3.16 refers to, stand below with their place."""
import re
import sys

import pydicom
from pydicom.sr import _concepts_dict

PRIVATE = "99NEEDLEPLAN"
VERTEBRAE = {  # CID 7603
    "39976000": "C2", "113205007": "C3", "5329002": "C4", "36978003": "C5", "36054005": "C6", "87391001": "C7",
    "64864005": "T1", "53733008": "T2", "1626008": "T3", "73071006": "T4", "56401006": "T5", "45296009": "T6",
    "62487009": "T7", "11068009": "T8", "82687006": "T9", "7610001": "T10", "12989004": "T11", "23215003": "T12",
    "66794005": "L1", "14293000": "L2", "36470004": "L3", "11994002": "L4", "49668003": "L5", "65985001": "S1"}
DISCS = {  # CID 7604
    "1078209008": "C2/C3", "58820006": "C3/C4", "49400002": "C4/C5", "73959003": "C5/C6", "75095006": "C6/C7",
    "37414007": "C7/T1", "40908007": "T1/T2", "6004007": "T2/T3", "2620004": "T3/T4", "82965004": "T4/T5",
    "72692000": "T5/T6", "74401007": "T6/T7", "28693002": "T7/T8", "9188009": "T8/T9", "113209001": "T9/T10",
    "34959001": "T10/T11", "1537001": "T11/T12", "76206002": "T12/L1", "80064006": "L1/L2", "67459009": "L2/L3",
    "62551000": "L3/L4", "84020006": "L4/L5", "715056000": "L5/S1"}
ELSEWHERE = {
    ("RFC5646", "en"): "English",                                  # CID 5000
    ("UMLS", "C0034375"): "Qualitative Evaluations",               # TID 1500
    ("UMLS", "C2348792"): "Time Point",                            # TID 1502
    ("DCM", "130488"): "Region in Space",                          # TID 1411, since 2022
    ("DCM", "130489"): "Referenced Region of Interest Identifier",  # TID 1411, since 2022
    ("UCUM", "deg"): "deg",                                        # CID 7183 says "Degree"
    ("UCUM", "dGy.cm2"): "dGy.cm2",                                # PS3.3, (0018,115E)
    ("UCUM", "mGy.cm"): "mGy.cm",                                  # TID 10012
    ("UCUM", "{gauge}"): "gauge",                                  # UCUM's own way to annotate the unity
    ("UCUM", "{pixels}"): "pixels"}                                # CID 7181
ELSEWHERE.update({("SCT", code): name + " vertebra" for code, name in VERTEBRAE.items()})
ELSEWHERE.update({("SCT", code): name + " disc" for code, name in DISCS.items()})


def published():
    table = {}
    for scheme, keywords in _concepts_dict.concepts.items():
        for codes in keywords.values():
            for code, (meaning, _) in codes.items():
                table.setdefault((scheme, code), set()).add(meaning)
    for key, meaning in ELSEWHERE.items():
        table.setdefault(key, set()).add(meaning)
    return table


table, looked_up, wrong = published(), 0, []
for line in open(sys.argv[1], encoding="utf-8"):
    scheme, value, meaning = line.rstrip("\n").split("\t")
    if scheme == PRIVATE:
        same = [key for key, meanings in table.items() if meaning in meanings and re.search(r"[a-z]", meaning)]
        wrong += [f"private {value} \"{meaning}\" is published as {key}" for key in same]
        continue
    looked_up += 1
    if meaning not in table.get((scheme, value), set()):
        wrong.append(f"({value}, {scheme}, \"{meaning}\") stands there as {sorted(table.get((scheme, value), []))}")
print(f"pydicom {pydicom.__version__}: {looked_up} codes looked up, {len(table)} in the table")
print("\n".join(wrong))
sys.exit(1 if wrong or not looked_up else 0)
