// Decodes a SEG with dcmjs and compares it with what the voxels of its structures are known to be.
//
//   node seg_check.mjs SEG.dcm KNOWN.json       NEEDLEPLAN_NODE_READERS=build/readers
//
// KNOWN: [{name, rgb, voxels, middle, low, high}] in the order of the segments; places in LPS mm, of voxels' centres. Bits and
// colours are dcmjs's own work; frames are found by functional groups. Prints each value that differs, and exits 1.
import { readFileSync } from "node:fs";

import { load, readDicom, version } from "./packages.mjs";

const kPlaceMm = 0.002, kColour = 1; // decimal strings of 16 characters; 8 bits from CIELab but for rounding
const { data } = (await load("dcmjs")).default;
const wrong = [];

/** A sequence of one item may come as the item or as a list. */
const first = (sequence) => sequence[0] ?? sequence;
const listed = (sequence) => (Array.isArray(sequence) ? sequence : [sequence]);

/** {voxels, middle, low, high} of each segment, by its number. */
function measure(seg) {
  const { Rows: rows, Columns: columns } = seg;
  const shared = first(seg.SharedFunctionalGroupsSequence);
  const [betweenRows, betweenColumns] = first(shared.PixelMeasuresSequence).PixelSpacing.map(Number);
  const direction = first(shared.PlaneOrientationSequence).ImageOrientationPatient.map(Number);
  const bits = data.BitArray.unpack(seg.PixelData[0] ?? seg.PixelData);
  const found = new Map();
  listed(seg.PerFrameFunctionalGroupsSequence).forEach((groups, frame) => {
    const number = first(groups.SegmentIdentificationSequence).ReferencedSegmentNumber;
    const corner = first(groups.PlanePositionSequence).ImagePositionPatient.map(Number);
    if (!found.has(number))
      found.set(number, { voxels: 0, sum: [0, 0, 0], low: [1e9, 1e9, 1e9], high: [-1e9, -1e9, -1e9] });
    const one = found.get(number);
    for (let pixel = 0; pixel < rows * columns; ++pixel) {
      if (!bits[frame * rows * columns + pixel]) continue;
      const column = (pixel % columns) * betweenColumns, row = Math.floor(pixel / columns) * betweenRows;
      ++one.voxels;
      for (let axis = 0; axis < 3; ++axis) {
        const mm = corner[axis] + column * direction[axis] + row * direction[axis + 3];
        one.sum[axis] += mm;
        one.low[axis] = Math.min(one.low[axis], mm);
        one.high[axis] = Math.max(one.high[axis], mm);
      }
    }
  });
  for (const one of found.values()) one.middle = one.sum.map((sum) => sum / one.voxels);
  return found;
}

function same(what, said, known, tolerance) {
  const agrees = said.length === known.length && said.every((value, i) => Math.abs(value - known[i]) <= tolerance);
  if (!agrees) wrong.push(`${what}: dcmjs has ${said}, known is ${known}`);
}

const seg = await readDicom(process.argv[2]);
const known = JSON.parse(readFileSync(process.argv[3]));
const segments = listed(seg.SegmentSequence), found = measure(seg);
same("segments", [segments.length], [known.length], 0);
known.forEach((one, i) => {
  const said = found.get(segments[i].SegmentNumber);
  if (segments[i].SegmentLabel !== one.name) wrong.push(`label: dcmjs has ${segments[i].SegmentLabel}, known is ${one.name}`);
  same(`${one.name} voxels`, [said.voxels], [one.voxels], 0);
  for (const what of ["middle", "low", "high"]) same(`${one.name} ${what}`, said[what], one[what], kPlaceMm);
  const rgb = data.Colors.dicomlab2RGB(segments[i].RecommendedDisplayCIELabValue).map((part) => Math.round(part * 255));
  same(`${one.name} colour`, rgb, one.rgb, kColour);
});
console.info(`READER ${version("dcmjs")}: ${known.length} segments, ${known.reduce((sum, one) => sum + one.voxels, 0)} voxels`);
if (wrong.length) console.info(wrong.join("\n"));
process.exit(wrong.length || !known.length ? 1 : 0);
