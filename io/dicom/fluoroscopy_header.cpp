#include "io/dicom/fluoroscopy_header.h"

#include <algorithm>
#include <cmath>

#include "io/dicom/attributes.h"
#include "io/dicom/enhanced_fluoroscopy.h"
#include "io/dicom/functional_groups.h"
#include "io/dicom/instance.h"

namespace io::dicom {
namespace {

using planning::fluoroscopy::PixelSpacing;
using planning::fluoroscopy::PositionerAngles;
using planning::fluoroscopy::View;

std::optional<PixelSpacing> spacing(const Attributes& from, Tag tag) {
  const auto values = from.decimals(tag, 2);
  if (!values || !((*values)[0] > 0 && (*values)[1] > 0)) return std::nullopt;
  return PixelSpacing{(*values)[0], (*values)[1]};
}

std::optional<bool> isWord(const Attributes& from, Tag tag, const std::string& yes, const std::string& no) {
  const auto word = from.code(tag);
  if (word == yes) return true;
  return word == no ? std::optional(false) : std::nullopt;
}

/// Offsets from the first angle, one a frame; a single value is the change from frame to frame (PS3.3 C.8.7.5.1.3).
/// Absent where the file gives none, or another number of them.
std::optional<double> offsetOf(const std::vector<std::string>& increments, int frame, int frames) {
  if (frame == 0 && increments.size() < 2) return 0.0;
  if (increments.size() == 1) {
    const auto each = parseDecimal(increments.front());
    return each ? std::optional(*each * frame) : std::nullopt;
  }
  if (increments.size() != static_cast<std::size_t>(frames)) return frame == 0 ? std::optional(0.0) : std::nullopt;
  return parseDecimal(increments[static_cast<std::size_t>(frame)]);
}

std::optional<double> sum(const std::optional<double>& a, const std::optional<double>& b) {
  return a && b ? std::optional(*a + *b) : std::nullopt;
}

std::vector<PositionerAngles> anglesOf(const Attributes& from, bool moves, int frames) {
  const PositionerAngles first{from.decimal(makeTag(0x0018, 0x1510)), from.decimal(makeTag(0x0018, 0x1511))};
  if (!first.primaryDeg && !first.secondaryDeg) return {};
  if (!moves || frames < 2) return {first};
  const auto primary = from.codes(makeTag(0x0018, 0x1520)), secondary = from.codes(makeTag(0x0018, 0x1521));
  std::vector<PositionerAngles> all;
  for (int frame = 0; frame < std::min(frames, kMostFrames); ++frame)
    all.push_back({sum(first.primaryDeg, offsetOf(primary, frame, frames)),
                   sum(first.secondaryDeg, offsetOf(secondary, frame, frames))});
  return all;
}

/// Rows first, as DICOM writes it.
std::optional<planning::fluoroscopy::ImagePoint> rowAndColumn(const std::optional<std::vector<double>>& values) {
  if (!values) return std::nullopt;
  return planning::fluoroscopy::ImagePoint{(*values)[1], (*values)[0]};
}

std::optional<PixelSpacing> sizes(const std::optional<std::vector<double>>& values) {
  if (!values || !((*values)[0] > 0 && (*values)[1] > 0)) return std::nullopt;
  return PixelSpacing{(*values)[0], (*values)[1]};
}

void readDetector(const Attributes& from, planning::fluoroscopy::DetectorField& detector) {
  detector.elementSpacing = sizes(from.decimals(makeTag(0x0018, 0x7022), 2));
  detector.origin = rowAndColumn(from.decimals(makeTag(0x0018, 0x7030), 2));
  detector.isocentre = rowAndColumn(from.floats(makeTag(0x0018, 0x9430), 2));
  detector.sizeMm = sizes(from.floats(makeTag(0x0018, 0x9429), 2));
  if (!detector.sizeMm) detector.sizeMm = sizes(from.decimals(makeTag(0x0018, 0x7026), 2));
}

void readPresentation(const Attributes& from, planning::fluoroscopy::Presentation& shown) {
  shown.windowCentre = from.decimal(makeTag(0x0028, 0x1050));
  shown.windowWidth = from.decimal(makeTag(0x0028, 0x1051));
  shown.intensity = from.code(makeTag(0x0028, 0x1040));
  shown.inverse = from.code(makeTag(0x0028, 0x0004)) == "MONOCHROME1";
  for (unsigned long i = 0; i < from.items(makeTag(0x0028, 0x6100)); ++i) {
    const Attributes mask(*from.item(makeTag(0x0028, 0x6100), i), from.faults());
    const auto frame = mask.integer(makeTag(0x0028, 0x6110));
    if (frame && *frame > 0 && mask.code(makeTag(0x0028, 0x6101)) != "NONE" && !shown.maskFrame)
      shown.maskFrame = *frame - 1;
  }
}

/// "A" or "B" of a biplane.
std::string planeOf(const Attributes& from) {
  const auto types = from.codes(makeTag(0x0008, 0x0008));
  const std::string classic = types.size() > 2 ? types[2] : std::string(),
                    enhanced = from.code(makeTag(0x0018, 0x9457));
  if (classic == "BIPLANE A" || enhanced == "PLANE A") return "A";
  return classic == "BIPLANE B" || enhanced == "PLANE B" ? "B" : "";
}

/// Of the acquisition, else of the content; without a time zone.
std::string acquiredAt(const Attributes& from) {
  const std::string whole = from.code(makeTag(0x0008, 0x002a));
  if (whole.size() >= 14) return whole.substr(0, whole.find_first_of("+-"));
  for (const auto& [date, time] : {std::pair(makeTag(0x0008, 0x0022), makeTag(0x0008, 0x0032)),
                                   std::pair(makeTag(0x0008, 0x0023), makeTag(0x0008, 0x0033))}) {
    const std::string day = from.code(date), moment = from.code(time);
    if (day.size() == 8 && moment.size() >= 6) return day + moment;
  }
  return {};
}

}  // namespace

bool isProjection(const planning::SeriesIdentity& identity) {
  if (kindOf(identity) == ObjectKind::Fluoroscopy) return true;
  const auto& sopClass = identity.instances.front().sopClassUid;
  constexpr const char* kSecondaryCapture = "1.2.840.10008.5.1.4.1.1.7";
  if (sopClass == kSecondaryCapture || sopClass.starts_with(std::string(kSecondaryCapture) + ".")) return true;
  return sopClass.empty() && (identity.modality == "XA" || identity.modality == "RF");
}

View readView(DcmItem& dataSet, int frames) {
  AttributeFaults ignored;  // a broken value is one that is not known
  const Attributes from(dataSet, ignored);
  View view;
  view.frameTimeMs = from.decimal(makeTag(0x0018, 0x1063));
  view.sourceToDetectorMm = from.decimal(makeTag(0x0018, 0x1110));
  view.sourceToIsocentreMm = from.decimal(makeTag(0x0018, 0x1111));
  view.imagerSpacing = spacing(from, makeTag(0x0018, 0x1164));
  view.pixelSpacing = spacing(from, makeTag(0x0028, 0x0030));
  view.calibrationType = from.code(makeTag(0x0028, 0x0a02));
  view.patientOrientation = from.code(makeTag(0x0020, 0x0020));
  view.flipped = isWord(from, makeTag(0x0018, 0x7034), "YES", "NO");
  view.rotationDeg = from.decimal(makeTag(0x0018, 0x7032));
  view.positionerMoves = isWord(from, makeTag(0x0018, 0x1500), "DYNAMIC", "STATIC");
  view.tableMoves = isWord(from, makeTag(0x0018, 0x1134), "DYNAMIC", "STATIC");
  view.table = {from.decimal(makeTag(0x0018, 0x1130)), from.decimal(makeTag(0x0018, 0x1131)),
                from.decimal(makeTag(0x0018, 0x1138))};
  view.angles = anglesOf(from, view.positionerMoves.value_or(false), frames);
  view.plane = planeOf(from);
  view.acquiredAt = acquiredAt(from);
  readDetector(from, view.detector);
  readPresentation(from, view.presentation);
  if (from.items(kPerFrameGroups) > 0 || from.items(kSharedGroups) > 0) readEnhanced(from, frames, view);
  return view;
}

View viewOf(const Instance& instance) {
  View view = *instance.view;
  view.identity = instance.identity;
  view.columns = instance.format.columns;
  view.rows = instance.format.rows;
  view.frames = std::max(instance.frames, 1);
  return view;
}

}  // namespace io::dicom
