// What OHIF lists, draws and hydrates of a plan's report, compared with what `needleplan show --json` says.
//
//   node plan_check.mjs REPORT.dcm SHOW.json SLICE.dcm       NEEDLEPLAN_NODE_READERS=build/readers
//
// SLICE is any slice of the plan's scan. Prints the packages' versions and how much was compared, or each value that differs,
// and exits 1.
import { readFileSync } from "node:fs";

import { openReport } from "./ohif.mjs";
import { readDicom, version } from "./packages.mjs";

const kPlaceMm = 0.0006; // the JSON is rounded to 0.001, and places in the report are 32-bit floats of such
const kListed = 0.0056; // OHIF lists two decimals of a number that the JSON has three of
const kZero = ""; // OHIF lists a number that is 0 as its unit alone

const wrong = [];
let compared = 0;

function same(what, agrees, said, shown) {
  ++compared;
  if (!agrees) wrong.push(`${what}: OHIF has ${JSON.stringify(said)}, show says ${JSON.stringify(shown)}`);
}

function samePlaces(what, said, shown) {
  const apart = (a, b) => Math.max(...a.map((x, i) => Math.abs(x - b[i])));
  const agrees = said.length === shown.length && said.every((place, i) => apart([...place], shown[i]) <= kPlaceMm);
  same(what, agrees, said.map((place) => [...place]), shown);
}

/** A number as OHIF lists it beside the drawing, "4.96 mm". */
function sameNumber(what, measurement, label, unit, shown) {
  const listed = measurement.labels.find((one) => one.label === label)?.value;
  if (listed === undefined || shown == null) return same(`${what} ${label}`, listed === undefined && shown == null, listed, shown);
  const [number, said] = listed.split(" ");
  const agrees = said === unit && (number === kZero ? Math.abs(shown) <= 0.0005 : Math.abs(Number(number) - shown) <= kListed);
  same(`${what} ${label}`, agrees, listed, shown);
}

function compareClearance(measurement, drawn, row, needle) {
  const what = `${needle.label} / ${row.structure}`;
  const radius = (needle.needle?.outer_diameter_mm ?? 0) / 2;
  const axis = row.distance_mm == null ? null : row.distance_mm + radius;
  sameNumber(what, measurement, "Distance", "mm", axis);
  sameNumber(what, measurement, "Clearance after needle radius and safety margin", "mm",
    axis == null ? null : row.distance_mm - row.margin_mm);
  sameNumber(what, measurement, "Distance error bound", "mm", axis == null ? null : row.error_bound_mm);
  sameNumber(what, measurement, "Safety margin for structure", "mm", row.margin_mm);
  same(`${what} drawn as`, drawn.metadata.graphicType === "POLYLINE", drawn.metadata.graphicType, "POLYLINE");
  const points = drawn.data.handles.points;
  // Where nothing was measured, the needle's path stands there, because OHIF fails on a group that draws nothing.
  if (axis == null) samePlaces(`${what} drawn`, points, [needle.entry_mm, needle.target_mm]);
  else samePlaces(`${what} drawn to`, points.slice(1), [row.closest_point_mm]);
}

function compareNeedle(opened, needle) {
  const find = (label) => opened.listed.filter((one) => one.TrackingIdentifier === label);
  const drawnOf = (one) => opened.drawn.find((drawn) => drawn.annotationUID === one?.TrackingUniqueIdentifier);
  const [own] = find(needle.label);
  samePlaces(`${needle.label} drawn`, drawnOf(own)?.data.handles.points ?? [], [needle.entry_mm, needle.target_mm]);
  sameNumber(needle.label, own, "Path length", "mm", needle.path_length_mm);
  sameNumber(needle.label, own, "Depth from skin to target along path", "mm", needle.depth_mm);
  sameNumber(needle.label, own, "Axial in-plane insertion angle", "deg", needle.in_plane_deg);
  sameNumber(needle.label, own, "Craniocaudal insertion angle", "deg", needle.cranio_caudal_deg);
  sameNumber(needle.label, own, "Needle Length", "mm", needle.needle?.length_mm);
  for (const row of needle.clearances) {
    const found = find(`${needle.label} / ${row.structure}`);
    same(`${needle.label} / ${row.structure} listed once`, found.length === 1, found.length, 1);
    if (found.length === 1) compareClearance(found[0], drawnOf(found[0]), row, needle);
  }
}

/** Two probes a needle, and nothing else: what can be moved in OHIF is target and entry alone. */
function compareHydrated(hydrated, needles) {
  same("hydrated", hydrated.length === 2 * needles.length, hydrated.length, 2 * needles.length);
  const places = hydrated.map((one) => [...one.points[0]]);
  samePlaces("hydrated", places, needles.flatMap((needle) => [needle.target_mm, needle.entry_mm]));
}

console.log = () => undefined; // the packages' own talk
const [report, shownFile, slice] = process.argv.slice(2);
const shown = JSON.parse(readFileSync(shownFile));
const opened = await openReport(await readDicom(report), await readDicom(slice));
const rows = shown.needles.reduce((sum, needle) => sum + needle.clearances.length, 0);
const all = rows + 3 * shown.needles.length; // with the needle, its target and its entry
same("listed", opened.listed.length === all, opened.listed.length, all);
same("drawn", opened.drawn.length === all, opened.drawn.length, all);
for (const needle of shown.needles) compareNeedle(opened, needle);
compareHydrated(opened.hydrated, shown.needles);

console.info(`READER ${["@ohif/extension-cornerstone-dicom-sr", "@ohif/core", "@cornerstonejs/adapters", "@cornerstonejs/tools",
  "dcmjs"].map(version).join(", ")}: ${opened.drawn.length} drawn, ${opened.hydrated.length} hydrated, ${compared} compared`);
if (wrong.length) console.info(wrong.join("\n"));
process.exit(wrong.length || compared < 20 ? 1 : 0);
