#include "io/structures/seg_reader.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmiod/cielabutil.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "io/structures/dicom_header.h"
#include "io/structures/plane_lattice.h"
#include "io/structures/seg_pixels.h"
#include "io/structures/structure_code.h"
#include "io/structures/structure_names.h"
#include "io/uid.h"

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
  std::size_t segment = 0;  ///< index into the structures
  int plane = 0;            ///< of the lattice
};

/// Everything a SEG holds, while it is being read.
struct Seg {
  DcmDataset& dataset;
  const std::filesystem::path& file;
  const planning::Volume* scan;  ///< may be null
  SegPixelLayout layout;
  std::vector<Structure> structures;
  std::vector<int> numbers;  ///< segment numbers, one a structure
  std::vector<Frame> frames;
  PlaneLattice lattice;
  std::vector<Finding> findings;
};

std::string at(const Seg& seg, const char* tag) {
  return seg.file.string() + " " + tag;
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
  s.source = "SEG " + object.sopInstanceUid;
  s.sourceSopClassUid = object.sopClassUid;
  s.sourceSopInstanceUid = object.sopInstanceUid;
  s.sourceNumber = number;
  s.colour = colourOf(item);
  return s;
}

Expected<void> readSegments(Seg& seg, const planning::InstanceReference& object) {
  for (DcmItem* item : itemsOf(seg.dataset, DCM_SegmentSequence)) {
    const auto number = wholeOf(*item, DCM_SegmentNumber);
    if (!number) return refuse("bad-segment", at(seg, "(0062,0004)"), "a segment without a number");
    if (std::find(seg.numbers.begin(), seg.numbers.end(), *number) != seg.numbers.end())
      return refuse("bad-segment", at(seg, "(0062,0004)"), "two segments with number " + std::to_string(*number));
    seg.structures.push_back(describe(seg, *item, *number, object));
    seg.numbers.push_back(*number);
  }
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
  if (type != "BINARY" && type != "FRACTIONAL")
    return refuse("unsupported-segmentation", at(seg, "(0062,0001)"), type.empty() ? "no segmentation type" : type);
  seg.layout = {static_cast<std::size_t>(frames), static_cast<std::size_t>(*rows), static_cast<std::size_t>(*columns),
                type == "FRACTIONAL", 1};
  if (bits != (seg.layout.fractional ? 8 : 1))
    return refuse("unsupported-segmentation", at(seg, "(0028,0100)"), "bits allocated do not fit " + type);
  if (!seg.layout.fractional) return {};
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
  const auto slice = seg.scan ? sourceSlice(*seg.scan, shared, frame) : std::nullopt;
  const auto size = seg.scan ? seg.scan->hu->GetLargestPossibleRegion().GetSize() : itk::Size<3>{};
  if (!slice || size[0] != seg.layout.columns || size[1] != seg.layout.rows)
    return refuse("geometry-absent", at(seg, "(5200,9230)"), "neither a place nor a source slice of this scan");
  const auto& image = *seg.scan->hu;
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
  DcmItem* group = groupOf(shared, frame, DCM_SegmentIdentificationSequence);
  const int number = group ? wholeOf(*group, DCM_ReferencedSegmentNumber).value_or(-1) : -1;
  const auto found = std::find(seg.numbers.begin(), seg.numbers.end(), number);
  if (found == seg.numbers.end())
    return refuse("bad-segment", at(seg, "(0062,000B)"),
                  number < 0 ? "frame of no segment" : "frame of unknown segment " + std::to_string(number));
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
  const auto subject = [&](planning::Error error) { return error.subject = seg.file.string(), error; };
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
      return refuse("duplicate-frames", seg.file.string(),
                    "two frames of \"" + seg.structures[frame.segment].name + "\" in one plane");
  return {};
}

std::vector<VoxelBox> boxesOf(const Seg& seg, const SegPixels& pixels) {
  std::vector<VoxelBox> boxes(seg.structures.size());
  for (std::size_t f = 0; f < seg.frames.size(); ++f)
    pixels.forEachIn(f,
                     [&, plane = static_cast<std::size_t>(seg.frames[f].plane)](std::size_t row, std::size_t column) {
                       boxes[seg.frames[f].segment].include(column, row, plane);
                     });
  return boxes;
}

/// Allocates each segment's mask; a segment without any voxel keeps one empty voxel, and a finding says so.
void makeMasks(Seg& seg, std::vector<VoxelBox>& boxes) {
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    VoxelBox& box = boxes[i];
    if (box.empty()) seg.findings.push_back({"empty-structure", Severity::Warning, {seg.structures[i].name}, {}});
    seg.structures[i].shape = makeMask(seg.lattice, box);
  }
}

Expected<void> fillMasks(Seg& seg, const SegPixels& pixels, const std::vector<VoxelBox>& boxes,
                         planning::Progress& progress) {
  for (std::size_t f = 0; f < seg.frames.size(); ++f) {
    if (progress.stopRequested()) return refuse("cancelled");
    const Frame& frame = seg.frames[f];
    Mask& mask = *std::get<Mask::Pointer>(seg.structures[frame.segment].shape);
    const itk::Index<3>& first = boxes[frame.segment].first;
    const auto size = mask.GetBufferedRegion().GetSize();
    std::uint8_t* voxels = mask.GetBufferPointer();
    const auto plane = static_cast<std::size_t>(frame.plane - first[2]) * size[0] * size[1];
    pixels.forEachIn(f, [&](std::size_t row, std::size_t column) {
      voxels[plane + (row - static_cast<std::size_t>(first[1])) * size[0] + column -
             static_cast<std::size_t>(first[0])] = 1;
    });
    progress.advance(static_cast<double>(f + 1) / static_cast<double>(seg.frames.size()));
  }
  return {};
}

Expected<void> readMasks(Seg& seg, planning::Progress& progress) {
  const auto pixels = SegPixels::open(seg.dataset, seg.layout, seg.file);
  if (!pixels) return tl::unexpected(pixels.error());
  auto boxes = boxesOf(seg, *pixels);
  makeMasks(seg, boxes);
  return fillMasks(seg, *pixels, boxes, progress);
}

}  // namespace

Expected<StructureSet> readSeg(DcmDataset& dataset, const std::filesystem::path& file,
                               const planning::SeriesIdentity& scan, const planning::Volume* volume,
                               planning::Progress& progress) {
  StructureSet set;
  set.identity = identityOf(dataset);
  Seg seg{dataset, file, volume, {}, {}, {}, {}, {}, {}};
  const auto steps = checkSamePatient(set.identity, scan, file)
                         .and_then([&] { return checkSameFrame(set.identity.frameOfReferenceUid, scan, file); })
                         .and_then([&] { return readLayout(seg); })
                         .and_then([&] { return readSegments(seg, set.identity.instances[0]); })
                         .and_then([&] { return readFrames(seg); })
                         .and_then([&] { return checkFramesOnce(seg); })
                         .and_then([&] { return readMasks(seg, progress); });
  if (!steps) return tl::unexpected(steps.error());
  set.structures = std::move(seg.structures);
  set.findings = std::move(seg.findings);
  return set;
}

}  // namespace io::structures
