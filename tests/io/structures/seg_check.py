"""Decodes a SEG with pydicom alone and compares it with what the voxels of its structures are known to be.

    seg_check.py SEG.dcm KNOWN.json

KNOWN: [{name, rgb, voxels, middle, low, high}] in the order of the segments; places in LPS mm, of voxels' centres. Written
from PS3.3 (A.51, C.8.20, C.10.7.1.1 for colours), not from the program. Prints each value that differs and exits 1."""
import json
import sys

import numpy
import pydicom

PLACE_MM, COLOUR = 0.002, 1  # decimal strings of 16 characters; CIELab in steps of 1/65535 gives 8 bits back but for rounding
wrong = []


def rgb(lab):
    """Of sRGB's own white (D65), as dcmqi, Slicer and dcmjs take it."""
    lightness, a, b = lab[0] * 100 / 65535, lab[1] * 255 / 65535 - 128, lab[2] * 255 / 65535 - 128
    y = (lightness + 16) / 116
    xyz = [white * (f ** 3 if f > 6 / 29 else 3 * (6 / 29) ** 2 * (f - 4 / 29))
           for white, f in zip((0.950456, 1, 1.088754), (y + a / 500, y, y - b / 200))]
    linear = numpy.array([[3.240479, -1.537150, -0.498535], [-0.969256, 1.875992, 0.041556],
                          [0.055648, -0.204043, 1.057311]]) @ xyz
    curved = numpy.where(linear > 0.0031308, 1.055 * numpy.clip(linear, 0, None) ** (1 / 2.4) - 0.055, 12.92 * linear)
    return numpy.rint(numpy.clip(curved, 0, 1) * 255)


def places_of(seg, number):
    """Centres of the segment's voxels; frames and rows are found by functional groups alone."""
    shared = seg.SharedFunctionalGroupsSequence[0]
    between_rows, between_columns = map(float, shared.PixelMeasuresSequence[0].PixelSpacing)
    orientation = numpy.array(shared.PlaneOrientationSequence[0].ImageOrientationPatient, float)
    places = []
    for frame, groups in zip(seg.pixel_array, seg.PerFrameFunctionalGroupsSequence):
        if groups.SegmentIdentificationSequence[0].ReferencedSegmentNumber != number:
            continue
        corner = numpy.array(groups.PlanePositionSequence[0].ImagePositionPatient, float)
        rows, columns = numpy.nonzero(frame)
        places.append(corner + numpy.outer(columns * between_columns, orientation[:3]) +
                      numpy.outer(rows * between_rows, orientation[3:]))
    return numpy.concatenate(places)


def same(what, said, known, tolerance):
    if numpy.abs(numpy.subtract(said, known)).max() > tolerance:
        wrong.append(f"{what}: pydicom has {said}, known is {known}")


seg, known = pydicom.dcmread(sys.argv[1]), json.load(open(sys.argv[2], encoding="utf-8"))
same("segments", len(seg.SegmentSequence), len(known), 0)
for segment, one in zip(seg.SegmentSequence, known):
    places = places_of(seg, segment.SegmentNumber)
    if segment.SegmentLabel != one["name"]:
        wrong.append(f"label: pydicom has {segment.SegmentLabel}, known is {one['name']}")
    same(one["name"] + " voxels", len(places), one["voxels"], 0)
    same(one["name"] + " middle", places.mean(axis=0), one["middle"], PLACE_MM)
    same(one["name"] + " low", places.min(axis=0), one["low"], PLACE_MM)
    same(one["name"] + " high", places.max(axis=0), one["high"], PLACE_MM)
    same(one["name"] + " colour", rgb(segment.RecommendedDisplayCIELabValue), one["rgb"], COLOUR)
print(f"READER pydicom {pydicom.__version__}: {len(known)} segments, {sum(one['voxels'] for one in known)} voxels")
print("\n".join(wrong))
sys.exit(1 if wrong or not known else 0)
