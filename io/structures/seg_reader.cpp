#include "io/structures/seg_reader.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmiod/cielabutil.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "io/files/uid.h"
#include "io/structures/dicom_header.h"
#include "io/structures/guess_kind.h"
#include "io/structures/plane_lattice.h"
#include "io/structures/seg_pixels.h"
#include "io/structures/structure_code.h"
#include "io/structures/structure_names.h"

namespace io::structures {
namespace {

using planning::Expected;
using planning::Finding;
using planning::refuse;
using planning::Severity;
using planning::anatomy::Mask;
using planning::anatomy::Structure;

/// One frame: whose it is and where.
struct Frame {
  std::size_t segment = 0;  ///< index into the structures; of a label map: whatever its pixels say
  int plane = 0;            ///< of the lattice
};

/// What a pixel value of a label map stands for.
struct ValueMeaning {
  bool known = false;                  ///< false: the file says nothing of it
  std::optional<std::size_t> segment;  ///< index into the structures; absent: the background
};

/// Everything a SEG holds, while it is being read.
struct Seg {
  DcmDataset& dataset;
  const std::string& syntax;  ///< transfer syntax UID of the file
  const Reading& reading;
  SegPixelLayout layout;
  std::vector<Structure> structures;
  std::vector<int> numbers;            ///< segment numbers, one a structure
  std::vector<ValueMeaning> meanings;  ///< of a label map, by pixel value
  std::vector<Frame> frames;
  PlaneLattice lattice;
  std::vector<Finding> findings;
};

std::string at(const Seg& seg, const char* tag) {
  return seg.reading.file.string() + " " + tag;
}

std::array<std::uint8_t, 3> colourOf(DcmItem& segment) {
  const auto lab = numbersOf(segment, DCM_RecommendedDisplayCIELabValue);
  if (lab.size() != 3) return Structure{}.colour;
  double rgb[3];
  IODCIELabUtil::dicomLab2RGB(rgb[0], rgb[1], rgb[2], lab[0], lab[1], lab[2]);
  std::array<std::uint8_t, 3> colour{};
  for (std::size_t i = 0; i < 3; ++i)
    colour[i] = static_cast<std::uint8_t>(std::lround(std::clamp(rgb[i], 0.0, 1.0) * 255));
  return colour;
}

Structure describe(Seg& seg, DcmItem& item, int number, const planning::InstanceReference& object) {
  DcmDataset& dataset = seg.dataset;
  Structure s;
  const std::string label = textOf(dataset, item, DCM_SegmentLabel);
  s.name = uniqueName(label.empty() ? "Segment " + std::to_string(number) : label, seg.structures);
  s.trackingUid = wordOf(item, DCM_TrackingUID);
  if (s.trackingUid.empty()) s.trackingUid = uidFromName(object.sopInstanceUid + "#" + std::to_string(number));
  const auto type = readCode(dataset, item, DCM_SegmentedPropertyTypeCodeSequence);
  const auto region = readCode(dataset, item, DCM_AnatomicRegionSequence);
  s.code = type && (kindOf(*type) || !region) ? type : region;
  s.kind = guessKind(s.code, s.name);
  if (DcmItem* typeItem = firstItemOf(item, DCM_SegmentedPropertyTypeCodeSequence))
    s.side = sideOf(readCode(dataset, *typeItem, DCM_SegmentedPropertyTypeModifierCodeSequence));
  if (s.side == planning::anatomy::Side::None) s.side = guessSide(s.name);
  const std::string algorithm = wordOf(item, DCM_SegmentAlgorithmType);
  s.confirmed = algorithm == "MANUAL" || algorithm == "SEMIAUTOMATIC";
  s.source = {planning::anatomy::Origin::Kind::Segmentation, object.sopInstanceUid};
  s.sourceSopClassUid = object.sopClassUid;
  s.sourceSopInstanceUid = object.sopInstanceUid;
  s.sourceNumber = number;
  s.colour = colourOf(item);
  return s;
}

/// The number that stands for no segment: Pixel Padding Value (PS3.3 C.8.20.2).
int paddingOf(Seg& seg) {
  Uint16 padding = 0;
  return seg.dataset.findAndGetUint16(DCM_PixelPaddingValue, padding).good() ? padding : 0;
}

bool isBackground(Seg& seg, DcmItem& item, int number) {
  const auto type = readCode(seg.dataset, item, DCM_SegmentedPropertyTypeCodeSequence);
  return (type && type->scheme == "DCM" && type->value == "125040") ||
         (number == paddingOf(seg) && seg.dataset.tagExists(DCM_PixelPaddingValue));
}

/// What every pixel value of a label map stands for: its segment; else the background.
void mapValues(Seg& seg) {
  seg.meanings.assign(std::size_t{1} << (8 * seg.layout.bytesAPixel), {});
  const auto set = [&](int value, std::optional<std::size_t> segment) {
    if (value >= 0 && value < static_cast<int>(seg.meanings.size()))
      seg.meanings[static_cast<std::size_t>(value)] = {true, segment};
  };
  set(0, std::nullopt);
  set(paddingOf(seg), std::nullopt);
  for (DcmItem* item : itemsOf(seg.dataset, DCM_SegmentSequence))  // the background, where it is listed
    if (const auto number = wholeOf(*item, DCM_SegmentNumber)) set(*number, std::nullopt);
  for (std::size_t i = 0; i < seg.numbers.size(); ++i) set(seg.numbers[i], i);
}

Expected<void> readSegments(Seg& seg, const planning::InstanceReference& object) {
  for (DcmItem* item : itemsOf(seg.dataset, DCM_SegmentSequence)) {
    const auto number = wholeOf(*item, DCM_SegmentNumber);
    if (!number) return refuse("bad-segment", at(seg, "(0062,0004)"), "a segment without a number");
    if (std::find(seg.numbers.begin(), seg.numbers.end(), *number) != seg.numbers.end())
      return refuse("bad-segment", at(seg, "(0062,0004)"), "two segments with number " + std::to_string(*number));
    if (seg.layout.kind == SegKind::LabelMap && isBackground(seg, *item, *number)) continue;
    seg.structures.push_back(describe(seg, *item, *number, object));
    seg.numbers.push_back(*number);
  }
  if (seg.layout.kind == SegKind::LabelMap) mapValues(seg);
  if (seg.structures.empty()) return refuse("bad-segment", at(seg, "(0062,0002)"), "no segments");
  return {};
}

Expected<void> readLayout(Seg& seg) {
  DcmDataset& d = seg.dataset;
  const auto rows = wholeOf(d, DCM_Rows), columns = wholeOf(d, DCM_Columns);
  const auto bits = wholeOf(d, DCM_BitsAllocated);
  const int frames = wholeOf(d, DCM_NumberOfFrames).value_or(1);
  if (rows.value_or(0) < 1 || columns.value_or(0) < 1 || frames < 1)
    return refuse("bad-geometry", at(seg, "(0028,0010)"), "rows, columns or frames absent");
  const std::string type = wordOf(d, DCM_SegmentationType);
  if (type != "BINARY" && type != "FRACTIONAL" && type != "LABELMAP")
    return refuse("unsupported-segmentation", at(seg, "(0062,0001)"), type.empty() ? "no segmentation type" : type);
  const SegKind kind = type == "BINARY"       ? SegKind::Binary
                       : type == "FRACTIONAL" ? SegKind::Fractional
                                              : SegKind::LabelMap;
  const bool wide = kind == SegKind::LabelMap && bits == 16;
  seg.layout = {static_cast<std::size_t>(frames),
                static_cast<std::size_t>(*rows),
                static_cast<std::size_t>(*columns),
                kind,
                wide ? 2u : 1u,
                1};
  if (bits != (kind == SegKind::Binary ? 1 : wide ? 16 : 8))
    return refuse("unsupported-segmentation", at(seg, "(0028,0100)"), "bits allocated do not fit " + type);
  if (kind != SegKind::Fractional) return {};
  const int largest = wholeOf(d, DCM_MaximumFractionalValue).value_or(255);
  if (largest < 1 || largest > 255) return refuse("unsupported-segmentation", at(seg, "(0062,000E)"), "out of range");
  seg.layout.threshold = static_cast<std::uint8_t>(std::max(1.0, std::ceil(kFractionalThreshold * largest)));
  seg.findings.push_back({"fractional-threshold",
                          Severity::Warning,
                          {wordOf(d, DCM_SegmentationFractionalType),
                           std::to_string(seg.layout.threshold) + "/" + std::to_string(largest)},
                          {}});
  return {};
}

/// A functional group's one item: the frame's own, else the shared one, else null.
DcmItem* groupOf(DcmItem* shared, DcmItem& frame, const DcmTagKey& group) {
  if (DcmItem* own = firstItemOf(frame, group)) return own;
  return shared ? firstItemOf(*shared, group) : nullptr;
}

/// What the functional groups say of one frame's place.
struct FramePlace {
  std::vector<double> orientation, spacing, position;
  double stepMm = 0, thicknessMm = 0;
};

/// Which slice of the scan a frame was derived from (PS3.3 C.7.6.16.2.6); absent when none, several, or another scan's.
std::optional<std::size_t> sourceSlice(const planning::Volume& scan, DcmItem* shared, DcmItem& frame) {
  DcmItem* derivation = groupOf(shared, frame, DCM_DerivationImageSequence);
  const auto sources = derivation ? itemsOf(*derivation, DCM_SourceImageSequence) : std::vector<DcmItem*>();
  const auto& slices = scan.identity.instances;
  if (sources.size() != 1 || slices.size() != scan.hu->GetLargestPossibleRegion().GetSize(2)) return std::nullopt;
  const std::string uid = wordOf(*sources[0], DCM_ReferencedSOPInstanceUID);
  const auto found = std::find_if(slices.begin(), slices.end(), [&](const auto& s) { return s.sopInstanceUid == uid; });
  if (uid.empty() || found == slices.end()) return std::nullopt;
  return static_cast<std::size_t>(found - slices.begin());
}

Expected<FramePlace> placeOfSource(const Seg& seg, DcmItem* shared, DcmItem& frame) {
  const auto* scan = seg.reading.volume;
  const auto slice = scan ? sourceSlice(*scan, shared, frame) : std::nullopt;
  const auto size = scan ? scan->hu->GetLargestPossibleRegion().GetSize() : itk::Size<3>{};
  if (!slice || size[0] != seg.layout.columns || size[1] != seg.layout.rows)
    return refuse("geometry-absent", at(seg, "(5200,9230)"), "neither a place nor a source slice of this scan");
  const auto& image = *scan->hu;
  planning::Point first;
  image.TransformIndexToPhysicalPoint({{0, 0, static_cast<itk::IndexValueType>(*slice)}}, first);
  const auto& axes = image.GetDirection();
  FramePlace place;
  for (unsigned axis = 0; axis < 2; ++axis)
    for (unsigned i = 0; i < 3; ++i) place.orientation.push_back(axes(i, axis));
  place.spacing = {image.GetSpacing()[1], image.GetSpacing()[0]};
  place.position.assign(first.Begin(), first.End());
  place.thicknessMm = image.GetSpacing()[2];
  return place;
}

Expected<FramePlace> placeOf(const Seg& seg, DcmItem* shared, DcmItem& frame) {
  DcmItem* orientation = groupOf(shared, frame, DCM_PlaneOrientationSequence);
  DcmItem* position = groupOf(shared, frame, DCM_PlanePositionSequence);
  DcmItem* measures = groupOf(shared, frame, DCM_PixelMeasuresSequence);
  if (!orientation || !position || !measures) return placeOfSource(seg, shared, frame);
  FramePlace place{numbersOf(*orientation, DCM_ImageOrientationPatient), numbersOf(*measures, DCM_PixelSpacing),
                   numbersOf(*position, DCM_ImagePositionPatient)};
  if (place.position.size() != 3) return refuse("bad-geometry", at(seg, "(0020,0032)"), "an unreadable position");
  const auto positive = [&](const DcmTagKey& tag) {
    const auto step = numbersOf(*measures, tag);
    return step.size() == 1 && step[0] > 0 ? step[0] : 0.0;
  };
  place.stepMm = positive(DCM_SpacingBetweenSlices);
  place.thicknessMm = positive(DCM_SliceThickness);
  return place;
}

bool samePlane(const FramePlace& a, const FramePlace& b) {
  const auto near = [](double x, double y) { return std::abs(x - y) < 1e-4; };
  return std::equal(a.orientation.begin(), a.orientation.end(), b.orientation.begin(), b.orientation.end(), near) &&
         std::equal(a.spacing.begin(), a.spacing.end(), b.spacing.begin(), b.spacing.end(), near);
}

Expected<std::size_t> segmentOf(const Seg& seg, DcmItem* shared, DcmItem& frame) {
  if (seg.layout.kind == SegKind::LabelMap) return 0;
  DcmItem* group = groupOf(shared, frame, DCM_SegmentIdentificationSequence);
  const auto number = group ? wholeOf(*group, DCM_ReferencedSegmentNumber) : std::nullopt;
  if (!number) return refuse("bad-segment", at(seg, "(0062,000B)"), "frame of no segment");
  const auto found = std::find(seg.numbers.begin(), seg.numbers.end(), *number);
  if (found == seg.numbers.end())
    return refuse("bad-segment", at(seg, "(0062,000B)"), "frame of unknown segment " + std::to_string(*number));
  return static_cast<std::size_t>(found - seg.numbers.begin());
}

Expected<void> readFrames(Seg& seg) {
  DcmItem* shared = firstItemOf(seg.dataset, DCM_SharedFunctionalGroupsSequence);
  const auto items = itemsOf(seg.dataset, DCM_PerFrameFunctionalGroupsSequence);
  if (items.size() != seg.layout.frames)
    return refuse(
        "bad-frames", at(seg, "(5200,9230)"),
        std::to_string(items.size()) + " functional groups for " + std::to_string(seg.layout.frames) + " frames");
  FramePlace first;
  std::vector<planning::Point> places;
  for (DcmItem* item : items) {
    const auto segment = segmentOf(seg, shared, *item);
    if (!segment) return tl::unexpected(segment.error());
    const auto place = placeOf(seg, shared, *item);
    if (!place) return tl::unexpected(place.error());
    if (places.empty()) first = *place;
    if (!samePlane(first, *place))
      return refuse("mixed-orientations", at(seg, "(0020,0037)"), "frames differ in orientation or pixel spacing");
    places.push_back(planning::makePoint(place->position[0], place->position[1], place->position[2]));
    seg.frames.push_back({*segment, 0});
  }
  const auto subject = [&](planning::Error error) { return error.subject = seg.reading.file.string(), error; };
  const auto plane = makePlane(first.orientation, first.spacing, static_cast<int>(seg.layout.columns),
                               static_cast<int>(seg.layout.rows));
  if (!plane) return tl::unexpected(subject(plane.error()));
  auto lattice = findLattice(*plane, places, first.stepMm, first.thicknessMm);
  if (!lattice) return tl::unexpected(subject(lattice.error()));
  seg.lattice = std::move(*lattice);
  for (std::size_t i = 0; i < seg.frames.size(); ++i) seg.frames[i].plane = seg.lattice.planeOf[i];
  if (seg.lattice.statedStepContradicted)
    seg.findings.push_back({"slice-spacing-contradicted", Severity::Warning, {}, {}});
  return {};
}

Expected<void> checkFramesOnce(const Seg& seg) {
  std::set<std::pair<std::size_t, int>> seen;
  for (const Frame& frame : seg.frames)
    if (!seen.insert({frame.segment, frame.plane}).second)
      return refuse("duplicate-frames", seg.reading.file.string(),
                    "two frames of \"" + seg.structures[frame.segment].name + "\" in one plane");
  return {};
}

/// Calls visit(segment, row, column, plane) for every pixel that belongs to a segment, frame by frame, and tells the
/// progress. Errors: "decoding-failed", "cancelled"; "bad-segment" for a value of a label map that stands for nothing.
template <class Visit>
Expected<void> forEachPixel(const Seg& seg, const SegPixels& pixels, double from, double to, Visit visit) {
  std::optional<std::size_t> unknown;
  for (std::size_t f = 0; f < seg.frames.size() && !unknown; ++f) {
    if (seg.reading.progress.stopRequested()) return refuse("cancelled");
    const auto frame = pixels.frame(f);
    if (!frame) return tl::unexpected(frame.error());
    const auto plane = static_cast<std::size_t>(seg.frames[f].plane);
    if (seg.layout.kind == SegKind::LabelMap)
      frame->forEachValue([&](std::size_t value, std::size_t row, std::size_t column) {
        const auto& [known, segment] = seg.meanings[value];
        if (segment) visit(*segment, row, column, plane);
        if (!known) unknown = value;
      });
    else
      frame->forEachIn([&](std::size_t row, std::size_t column) { visit(seg.frames[f].segment, row, column, plane); });
    seg.reading.progress.advance(from +
                                 (to - from) * static_cast<double>(f + 1) / static_cast<double>(seg.frames.size()));
  }
  if (!unknown) return {};
  return refuse("bad-segment", at(seg, "(7fe0,0010)"), "pixels of unknown segment " + std::to_string(*unknown));
}

/// Allocates each segment's mask; a segment without any voxel keeps one empty voxel, and a finding says so. All were
/// looked for in every plane that has a frame of any segment: empty frames may be left out (PS3.3 C.8.20.2).
void makeMasks(Seg& seg, std::vector<VoxelBox>& boxes) {
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    VoxelBox& box = boxes[i];
    if (box.empty()) seg.findings.push_back({"empty-structure", Severity::Warning, {seg.structures[i].name}, {}});
    seg.structures[i].shape = makeMask(seg.lattice, box, seg.reading.memory);
    seg.structures[i].lookedIn = wholeLattice(seg.lattice, box);
  }
}

/// A segment's mask as plain memory.
struct Target {
  std::uint8_t* voxels = nullptr;
  std::size_t first[3] = {}, size[3] = {};

  void set(std::size_t column, std::size_t row, std::size_t plane) const {
    voxels[((plane - first[2]) * size[1] + row - first[1]) * size[0] + column - first[0]] = 1;
  }
};

std::vector<Target> targetsOf(const Seg& seg, const std::vector<VoxelBox>& boxes) {
  std::vector<Target> targets(boxes.size());
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    Mask& mask = *std::get<Mask::Pointer>(seg.structures[i].shape);
    targets[i].voxels = mask.GetBufferPointer();
    for (unsigned axis = 0; axis < 3; ++axis) {
      targets[i].first[axis] = static_cast<std::size_t>(boxes[i].first[axis]);
      targets[i].size[axis] = mask.GetBufferedRegion().GetSize()[axis];
    }
  }
  return targets;
}

/// Two passes: what each segment needs, then its voxels.
Expected<void> readMasks(Seg& seg) {
  const auto pixels = SegPixels::open(seg.dataset, seg.syntax, seg.layout, seg.reading.file);
  if (!pixels) return tl::unexpected(pixels.error());
  std::vector<VoxelBox> boxes(seg.structures.size());
  auto measured = forEachPixel(seg, *pixels, 0, 0.5,
                               [&](std::size_t segment, std::size_t row, std::size_t column, std::size_t plane) {
                                 boxes[segment].include(column, row, plane);
                               });
  if (!measured) return measured;
  makeMasks(seg, boxes);
  const auto targets = targetsOf(seg, boxes);
  return forEachPixel(seg, *pixels, 0.5, 1,
                      [&](std::size_t segment, std::size_t row, std::size_t column, std::size_t plane) {
                        targets[segment].set(column, row, plane);
                      });
}

}  // namespace

Expected<StructureSet> readSeg(DcmDataset& dataset, const std::string& syntax, const Reading& reading) {
  StructureSet set;
  set.identity = identityOf(dataset);
  Seg seg{dataset, syntax, reading, {}, {}, {}, {}, {}, {}, {}};
  const auto& frame = set.identity.frameOfReferenceUid;
  const auto steps = checkSamePatient(set.identity, reading.scan, reading.file)
                         .and_then([&] { return checkSameFrame(frame, reading.scan, reading.file); })
                         .and_then([&] { return readLayout(seg); })
                         .and_then([&] { return readSegments(seg, set.identity.instances[0]); })
                         .and_then([&] { return readFrames(seg); })
                         .and_then([&] { return checkFramesOnce(seg); })
                         .and_then([&] { return readMasks(seg); });
  if (!steps) return tl::unexpected(steps.error());
  set.structures = std::move(seg.structures);
  set.findings = std::move(seg.findings);
  if (auto other = drawnOnAnother(dataset, reading.scan, reading.file)) set.findings.push_back(std::move(*other));
  return set;
}

}  // namespace io::structures
