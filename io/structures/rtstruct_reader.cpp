#include "io/structures/rtstruct_reader.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "io/files/uid.h"
#include "io/structures/contour_mask.h"
#include "io/structures/dicom_header.h"
#include "io/structures/guess_kind.h"
#include "io/structures/structure_code.h"
#include "io/structures/structure_names.h"

namespace io::structures {
namespace {

using planning::Expected;
using planning::Finding;
using planning::refuse;
using planning::Severity;
using planning::anatomy::Structure;

/// One region of interest, gathered by its number from the three sequences that describe it.
struct Roi {
  int number = 0;
  DcmItem* definition = nullptr;   ///< of Structure Set ROI Sequence
  DcmItem* observation = nullptr;  ///< of RT ROI Observations Sequence; may be absent
  DcmItem* drawn = nullptr;        ///< of ROI Contour Sequence; may be absent
  std::string name;
  std::vector<Contour> closed;
  std::vector<planning::Point> points;
  int open = 0;  ///< outlines that are not closed
};

struct RtStruct {
  DcmDataset& dataset;
  const Reading& reading;
  StructureSet set;
  std::optional<planning::Error> firstRefusal;

  void find(const char* code, Severity severity, std::vector<std::string> arguments) {
    set.findings.push_back({code, severity, std::move(arguments), {}});
  }
  void leaveOut(const Roi& roi, planning::Error error) {
    find("structure-left-out", Severity::Warning, {roi.name, error.code, error.detail});
    error.subject = reading.file.string();
    error.detail = "\"" + roi.name + "\": " + error.detail;
    if (!firstRefusal) firstRefusal = std::move(error);
  }
};

DcmItem* itemWithNumber(DcmItem& dataset, const DcmTagKey& sequence, int number) {
  for (DcmItem* item : itemsOf(dataset, sequence))
    if (wholeOf(*item, DCM_ReferencedROINumber) == number) return item;
  return nullptr;
}

std::vector<Roi> roisOf(DcmDataset& dataset) {
  std::vector<Roi> rois;
  for (DcmItem* item : itemsOf(dataset, DCM_StructureSetROISequence)) {
    const auto number = wholeOf(*item, DCM_ROINumber);
    if (!number) continue;
    Roi roi;
    roi.number = *number;
    roi.definition = item;
    roi.observation = itemWithNumber(dataset, DCM_RTROIObservationsSequence, *number);
    roi.drawn = itemWithNumber(dataset, DCM_ROIContourSequence, *number);
    roi.name = textOf(dataset, *item, DCM_ROIName);
    if (roi.name.empty()) roi.name = "ROI " + std::to_string(*number);
    rois.push_back(std::move(roi));
  }
  return rois;
}

/// The ROI's own frame of reference, else the only one that the object names.
std::string frameOf(DcmDataset& dataset, const Roi& roi) {
  const std::string own = wordOf(*roi.definition, DCM_ReferencedFrameOfReferenceUID);
  if (!own.empty()) return own;
  const auto frames = itemsOf(dataset, DCM_ReferencedFrameOfReferenceSequence);
  return frames.size() == 1 ? wordOf(*frames[0], DCM_FrameOfReferenceUID) : wordOf(dataset, DCM_FrameOfReferenceUID);
}

Expected<void> readContour(Roi& roi, DcmItem& item) {
  const auto numbers = numbersOf(item, DCM_ContourData);
  const auto stated = wholeOf(item, DCM_NumberOfContourPoints);
  if (numbers.empty() || numbers.size() % 3 != 0 || (stated && numbers.size() != 3 * static_cast<std::size_t>(*stated)))
    return refuse(
        "bad-contour", {},
        std::to_string(numbers.size()) + " coordinates for " + std::to_string(stated.value_or(0)) + " points");
  Contour contour;
  for (std::size_t i = 0; i < numbers.size(); i += 3) {
    contour.push_back(planning::makePoint(numbers[i], numbers[i + 1], numbers[i + 2]));
    if (!(contour.back().GetVectorFromOrigin().GetNorm() < 1e5)) return refuse("bad-contour", {}, "a point far off");
  }
  const std::string type = wordOf(item, DCM_ContourGeometricType);
  if (type == "POINT")
    roi.points.insert(roi.points.end(), contour.begin(), contour.end());
  else if (type == "CLOSED_PLANAR" || type == "CLOSEDPLANAR_XOR")
    roi.closed.push_back(std::move(contour));
  else
    ++roi.open;
  return {};
}

Expected<void> readContours(Roi& roi) {
  if (!roi.drawn) return {};
  for (DcmItem* item : itemsOf(*roi.drawn, DCM_ContourSequence))
    if (auto read = readContour(roi, *item); !read) return read;
  return {};
}

/// A target volume or a thing, whatever it is named after (PS3.3 C.8.8.8.1, RT ROI Interpreted Type).
bool isNoAnatomy(const std::string& interpretedType) {
  constexpr std::array kNone{"GTV",    "CTV",      "PTV",         "TREATED_VOLUME", "IRRAD_VOLUME",     "BOLUS",
                             "MARKER", "FIXATION", "DOSE_REGION", "SUPPORT",        "DOSE_MEASUREMENT", "DEVICE"};
  return std::find(kNone.begin(), kNone.end(), interpretedType) != kNone.end();
}

Structure describe(RtStruct& rt, const Roi& roi) {
  const auto& object = rt.set.identity.instances[0];
  Structure s;
  s.name = uniqueName(roi.name, rt.set.structures);
  s.trackingUid = uidFromName(object.sopInstanceUid + "#" + std::to_string(roi.number));
  if (roi.observation) s.code = readCode(rt.dataset, *roi.observation, DCM_RTROIIdentificationCodeSequence);
  s.kind = guessKind(s.code, roi.name);
  const std::string type = roi.observation ? wordOf(*roi.observation, DCM_RTROIInterpretedType) : "";
  if (type == "EXTERNAL") s.kind = planning::anatomy::Kind::Skin;
  if (isNoAnatomy(type)) s.kind = planning::anatomy::Kind::Other;
  s.side = guessSide(roi.name);
  const std::string algorithm = wordOf(*roi.definition, DCM_ROIGenerationAlgorithm);
  s.confirmed = algorithm == "MANUAL" || algorithm == "SEMIAUTOMATIC";
  s.source = {planning::anatomy::Origin::Kind::RtStruct, object.sopInstanceUid};
  s.sourceSopClassUid = object.sopClassUid;
  s.sourceSopInstanceUid = object.sopInstanceUid;
  s.sourceNumber = roi.number;
  const auto colour = numbersOf(*roi.drawn, DCM_ROIDisplayColor);
  for (std::size_t i = 0; i < 3 && colour.size() == 3; ++i)
    s.colour[i] = static_cast<std::uint8_t>(std::clamp(colour[i], 0.0, 255.0));
  return s;
}

void addFindings(RtStruct& rt, const std::string& name, const ContourMask& made, double spacingMm) {
  if (made.planesFilled > 0)
    rt.find("contour-planes-filled", Severity::Warning, {name, std::to_string(made.planesFilled)});
  if (made.planesMissing > 0)
    rt.find("contour-planes-missing", Severity::Warning, {name, std::to_string(made.planesMissing)});
  if (made.tooSmall > 0) rt.find("contours-too-small", Severity::Info, {name, std::to_string(made.tooSmall)});
  if (made.duplicates) rt.find("contours-duplicate", Severity::Info, {name});
  if (made.overlapping) rt.find("contours-overlap", Severity::Warning, {name});
  const double own = made.mask->GetSpacing()[2];
  if (made.singlePlane) rt.find("contours-single-plane", Severity::Warning, {name, planning::mmText(own)});
  if (!made.singlePlane && own > spacingMm * 1.1)
    rt.find("contours-sparse", Severity::Info, {name, planning::mmText(own)});
}

void addRoi(RtStruct& rt, Roi& roi, const PlaneSpacing& spacing) {
  for (std::size_t i = 0; i < roi.points.size(); ++i) {
    const std::string name = roi.points.size() > 1 ? roi.name + " " + std::to_string(i + 1) : roi.name;
    rt.set.points.push_back({name, roi.points[i], "RTSTRUCT " + rt.set.identity.instances[0].sopInstanceUid});
  }
  if (roi.open > 0) rt.find("contours-not-closed", Severity::Warning, {roi.name, std::to_string(roi.open)});
  if (roi.closed.empty()) {
    if (roi.points.empty() && roi.open == 0) rt.find("empty-structure", Severity::Info, {roi.name});
    return;
  }
  auto made = maskOf(roi.closed, spacing, rt.reading.memory);
  if (!made) return rt.leaveOut(roi, made.error());
  Structure structure = describe(rt, roi);
  addFindings(rt, structure.name, *made, spacing.usualMm);
  structure.shape = made->mask;
  rt.set.structures.push_back(std::move(structure));
}

/// The distance between planes that most ROIs have: the median of their least gaps; 0 when none has two planes.
double usualSpacing(const std::vector<Roi>& rois) {
  std::vector<double> spacings;
  for (const Roi& roi : rois)
    if (const auto spacing = planeSpacingMm(roi.closed)) spacings.push_back(*spacing);
  if (spacings.empty()) return 0;
  const auto middle = spacings.begin() + static_cast<std::ptrdiff_t>(spacings.size() / 2);
  std::nth_element(spacings.begin(), middle, spacings.end());
  return *middle;
}

/// First and last voxel of an axis.
using Extent = std::pair<itk::IndexValueType, itk::IndexValueType>;
using planning::anatomy::Mask;

/// In the mask's index.
itk::ContinuousIndex<double, 3> indexOf(const Mask& mask, const planning::Point& place) {
  itk::ContinuousIndex<double, 3> index;
  mask.TransformPhysicalPointToContinuousIndex(place, index);
  return index;
}

/// The planes in which any ROI was drawn parallel to the mask's own.
Extent drawnPlanes(const Mask& mask, const std::vector<Roi>& rois) {
  Extent planes{0, static_cast<itk::IndexValueType>(mask.GetBufferedRegion().GetSize(2)) - 1};
  for (const Roi& roi : rois)
    for (const Contour& contour : roi.closed) {
      double low = indexOf(mask, contour.front())[2], high = low;
      for (const auto& point : contour) {
        const double plane = indexOf(mask, point)[2];
        low = std::min(low, plane), high = std::max(high, plane);
      }
      if (high - low > 0.5) continue;
      planes.first = std::min<itk::IndexValueType>(planes.first, std::lround(low));
      planes.second = std::max<itk::IndexValueType>(planes.second, std::lround(high));
    }
  return planes;
}

/// The mask's voxels along an axis whose centres lie in the scan.
Extent withinScan(const Mask& mask, const planning::Volume::Image& scan, unsigned axis) {
  const auto size = scan.GetLargestPossibleRegion().GetSize();
  double low = 0, high = 0;
  for (unsigned corner = 0; corner < 8; ++corner) {
    itk::ContinuousIndex<double, 3> edge;
    for (unsigned i = 0; i < 3; ++i) edge[i] = ((corner >> i) & 1u) != 0 ? static_cast<double>(size[i]) - 0.5 : -0.5;
    planning::Point place;
    scan.TransformContinuousIndexToPhysicalPoint(edge, place);
    const double here = indexOf(mask, place)[axis];
    low = corner == 0 ? here : std::min(low, here), high = corner == 0 ? here : std::max(high, here);
  }
  return {std::lround(std::ceil(low - 1e-6)), std::lround(std::floor(high + 1e-6))};
}

/// Whoever draws closed outlines looks at whole slices of the scan, and at no other slices than those drawn in. The
/// scan's edges are not known without its grid: the outlines then end where they are drawn.
Mask::RegionType lookedIn(const Mask& mask, const std::vector<Roi>& rois, const planning::Volume* scan) {
  Mask::RegionType region;
  for (unsigned axis = 0; axis < 3; ++axis) {
    Extent extent{-1, static_cast<itk::IndexValueType>(mask.GetBufferedRegion().GetSize(axis))};
    if (axis == 2)
      extent = drawnPlanes(mask, rois);
    else if (scan)
      extent = withinScan(mask, *scan->hu, axis);
    region.SetIndex(axis, extent.first);
    region.SetSize(axis,
                   static_cast<itk::SizeValueType>(std::max<itk::IndexValueType>(extent.second - extent.first + 1, 0)));
  }
  return region;
}

/// Across the slices: where they are tilted, what lies between neighbours along their normal.
planning::Vector sliceStepOf(const planning::Volume& scan) {
  const auto& direction = scan.hu->GetDirection();
  const auto column = [&](unsigned c) {
    return planning::makeVector(direction(0, c), direction(1, c), direction(2, c));
  };
  planning::Vector normal = planning::cross(column(0), column(1));
  normal.Normalize();
  return normal * (column(2) * normal) * scan.hu->GetSpacing()[2];
}

}  // namespace

Expected<StructureSet> readRtStruct(DcmDataset& dataset, const Reading& reading) {
  const auto& file = reading.file;
  const auto& scan = reading.scan;
  RtStruct rt{dataset, reading, {}, {}};
  rt.set.identity = identityOf(dataset);
  if (auto same = checkSamePatient(rt.set.identity, scan, file); !same) return tl::unexpected(same.error());
  std::vector<Roi> rois;
  for (Roi& roi : roisOf(dataset)) {
    const auto read = checkSameFrame(frameOf(dataset, roi), scan, file).and_then([&] { return readContours(roi); });
    if (!read)
      rt.leaveOut(roi, read.error());
    else
      rois.push_back(std::move(roi));
  }
  PlaneSpacing spacing{usualSpacing(rois)};
  if (reading.volume != nullptr) spacing.scanStep = sliceStepOf(*reading.volume);
  for (std::size_t i = 0; i < rois.size(); ++i) {
    if (reading.progress.stopRequested()) return refuse("cancelled");
    addRoi(rt, rois[i], spacing);
    reading.progress.advance(static_cast<double>(i + 1) / static_cast<double>(rois.size()));
  }
  for (Structure& structure : rt.set.structures)
    structure.lookedIn = lookedIn(*std::get<Mask::Pointer>(structure.shape), rois, reading.volume);
  if (rt.set.structures.empty() && rt.set.points.empty())
    return rt.firstRefusal ? tl::unexpected(*rt.firstRefusal) : refuse("no-contours", file.string());
  rt.set.identity.frameOfReferenceUid = scan.frameOfReferenceUid;  // every ROI kept is in it
  if (auto other = drawnOnAnother(dataset, scan, file)) rt.set.findings.push_back(std::move(*other));
  return std::move(rt.set);
}

}  // namespace io::structures
