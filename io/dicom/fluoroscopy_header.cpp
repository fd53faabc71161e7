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

constexpr double kNoTurnDeg = 0.01;  ///< the rounding of decimal strings
constexpr double kMostDeg = 180;     ///< of a positioner angle (PS3.3 C.8.7.5.1.2)

/// One positioner angle of a run: of its first frame, and the increments as written. Several increments are offsets
/// from the first frame's angle, one a frame; a single one is the change from frame to frame (PS3.3 C.8.7.5.1.3).
class RunAngle {
 public:
  RunAngle(const Attributes& from, Tag angle, Tag increments, int frames)
      : first_(from.decimal(angle)), increments_(from.codes(increments)), frames_(frames) {
    if (increments_.size() == 1 && increments_.front().empty()) increments_.clear();
  }

  const std::optional<double>& first() const { return first_; }
  /// Some increment is not 0, or cannot be read.
  bool turns() const {
    return std::any_of(increments_.begin(), increments_.end(), [](const std::string& text) {
      const auto value = parseDecimal(text);
      return !value || std::abs(*value) > kNoTurnDeg;
    });
  }
  /// The increments do not say that the first frame is at the first angle.
  bool startsElsewhere() const {
    const auto start = increments_.size() > 1 ? parseDecimal(increments_.front()) : std::optional(0.0);
    return !start || std::abs(*start) > kNoTurnDeg;
  }
  /// The increments cannot be what they are taken for: another number of them, angles that no positioner has, or turns
  /// of one that is said to stand still.
  bool contradicts(bool isStatic) const {
    if (startsElsewhere() || (increments_.size() > 1 && !oneEach()) || (isStatic && turns())) return true;
    for (int frame = 0; frame < frames_; ++frame)
      if (const auto angle = sum(frame); angle && std::abs(*angle) > kMostDeg + kNoTurnDeg) return true;
    return false;
  }
  /// Of a frame as first angle and increment make it; absent where either is.
  std::optional<double> sum(int frame) const {
    const auto offset = offsetOf(frame);
    return first_ && offset ? std::optional(*first_ + *offset) : std::nullopt;
  }

 private:
  bool oneEach() const { return increments_.size() == static_cast<std::size_t>(frames_); }
  std::optional<double> offsetOf(int frame) const {
    if (frame == 0) return startsElsewhere() ? std::nullopt : std::optional(0.0);
    if (increments_.size() == 1) {
      const auto each = parseDecimal(increments_.front());
      return each ? std::optional(*each * frame) : std::nullopt;
    }
    return oneEach() ? parseDecimal(increments_[static_cast<std::size_t>(frame)]) : std::nullopt;
  }

  std::optional<double> first_;
  std::vector<std::string> increments_;
  int frames_;
};

/// The increments count whether or not the file says that the positioner moves; where they contradict that, each other
/// or the first angle, only a first frame that all agree on is known.
void readAngles(const Attributes& from, int frames, View& view) {
  view.positionerMoves = isWord(from, makeTag(0x0018, 0x1500), "DYNAMIC", "STATIC");
  frames = std::min(frames, kMostFrames);
  const RunAngle primary(from, makeTag(0x0018, 0x1510), makeTag(0x0018, 0x1520), frames),
      secondary(from, makeTag(0x0018, 0x1511), makeTag(0x0018, 0x1521), frames);
  if (!primary.first() && !secondary.first()) return;
  const bool turns = primary.turns() || secondary.turns();
  if (frames < 2 || (!turns && !view.positionerMoves.value_or(false))) {
    view.angles = {{primary.first(), secondary.first()}};
    return;
  }
  if (!view.positionerMoves) view.positionerMoves = true;
  const bool isStatic = !*view.positionerMoves;
  const bool primaryContradicts = primary.contradicts(isStatic), secondaryContradicts = secondary.contradicts(isStatic);
  view.anglesContradict = primaryContradicts || secondaryContradicts;
  const auto known = [](const RunAngle& angle, bool contradicts, int frame) {
    return contradicts && frame > 0 ? std::nullopt : angle.sum(frame);
  };
  for (int frame = 0; frame < frames; ++frame)
    view.angles.push_back({known(primary, primaryContradicts, frame), known(secondary, secondaryContradicts, frame)});
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
  view.tableMoves = isWord(from, makeTag(0x0018, 0x1134), "DYNAMIC", "STATIC");
  view.table = {from.decimal(makeTag(0x0018, 0x1130)), from.decimal(makeTag(0x0018, 0x1131)),
                from.decimal(makeTag(0x0018, 0x1138))};
  readAngles(from, frames, view);
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
