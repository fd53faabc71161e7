#include "io/dicom/fluoroscopy_header.h"

#include <algorithm>
#include <cmath>

#include "io/dicom/attributes.h"
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

constexpr int kMostFrames = 65536;  ///< with angles of their own

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
  return view;
}

}  // namespace io::dicom
