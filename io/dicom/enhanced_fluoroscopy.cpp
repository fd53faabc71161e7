#include "io/dicom/enhanced_fluoroscopy.h"

#include <algorithm>
#include <array>

#include "io/dicom/functional_groups.h"

namespace io::dicom {
namespace {

using planning::Angle;
using planning::fluoroscopy::IsocentreSystem;
using planning::fluoroscopy::PixelSpacing;
using planning::fluoroscopy::PositionerAngles;
using planning::fluoroscopy::View;

/// One frame's geometry.
struct Frame {
  PositionerAngles angles;
  std::optional<double> sourceToDetectorMm, sourceToIsocentreMm;
  std::optional<PixelSpacing> imagerSpacing;
  std::string orientation;
  std::optional<planning::fluoroscopy::ImagePoint> fieldOrigin;
  std::optional<double> rotationDeg;
  std::optional<bool> flipped;
  std::optional<IsocentreSystem> isocentre;
  std::optional<double> windowCentre, windowWidth;
};

std::optional<double> single(const Attributes& from, Tag tag) {
  const auto value = from.floats(tag, 1);
  return value ? std::optional(value->front()) : from.decimal(tag);
}

/// All nine values, or nothing: a table that is not told must not stand at zero.
std::optional<IsocentreSystem> isocentreOf(const Attributes& from) {
  std::array<double, 9> values{};
  for (unsigned i = 0; i < values.size(); ++i) {
    const auto value = from.floats(makeTag(0x0018, 0x9463 + (i < 7 ? i : i + 6)), 1);
    if (!value) return std::nullopt;
    values[i] = value->front();
  }
  const auto degrees = [&](unsigned i) { return Angle::degrees(values[i]); };
  return IsocentreSystem{degrees(0), degrees(1), degrees(2), planning::makeVector(values[3], values[4], values[5]),
                         degrees(6), degrees(7), degrees(8)};
}

void readField(const Attributes& field, Frame& frame) {
  if (const auto origin = field.decimals(makeTag(0x0018, 0x7030), 2))
    frame.fieldOrigin = planning::fluoroscopy::ImagePoint{(*origin)[1], (*origin)[0]};
  frame.rotationDeg = field.decimal(makeTag(0x0018, 0x7032));
  const std::string flip = field.code(makeTag(0x0018, 0x7034));
  if (flip == "YES" || flip == "NO") frame.flipped = flip == "YES";
}

Frame readFrame(const FunctionalGroups& groups) {
  Frame frame;
  if (const auto positioner = groups.macro(makeTag(0x0018, 0x9405)))
    frame.angles = {single(*positioner, makeTag(0x0018, 0x1510)), single(*positioner, makeTag(0x0018, 0x1511))};
  if (const auto geometry = groups.macro(makeTag(0x0018, 0x9476))) {
    frame.sourceToDetectorMm = single(*geometry, makeTag(0x0018, 0x1110));
    frame.sourceToIsocentreMm = single(*geometry, makeTag(0x0018, 0x9402));
  }
  if (const auto pixels = groups.macro(makeTag(0x0028, 0x9443))) {
    const auto spacing = pixels->decimals(makeTag(0x0018, 0x1164), 2);
    if (spacing && (*spacing)[0] > 0 && (*spacing)[1] > 0)
      frame.imagerSpacing = PixelSpacing{(*spacing)[0], (*spacing)[1]};
  }
  if (const auto field = groups.macro(makeTag(0x0018, 0x9432))) readField(*field, frame);
  if (const auto isocentre = groups.macro(makeTag(0x0018, 0x9462))) frame.isocentre = isocentreOf(*isocentre);
  if (const auto patient = groups.macro(makeTag(0x0020, 0x9450)))
    frame.orientation = patient->code(makeTag(0x0020, 0x0020));
  if (const auto window = groups.macro(makeTag(0x0028, 0x9132))) {
    frame.windowCentre = window->decimal(makeTag(0x0028, 0x1050));
    frame.windowWidth = window->decimal(makeTag(0x0028, 0x1051));
  }
  return frame;
}

/// The value that all frames have; where they differ, or only some have it, `without`.
template <class Value>
Value common(const std::vector<Frame>& frames, Value Frame::*member, const Value& without) {
  const Value& first = frames.front().*member;
  const bool all = std::all_of(frames.begin(), frames.end(), [&](const Frame& f) { return f.*member == first; });
  return all && first != Value() ? first : without;
}

/// One for all frames where they agree, else one each; empty where a frame has none.
template <class Value, class Get>
std::vector<Value> perFrame(const std::vector<Frame>& frames, Get get) {
  std::vector<Value> all;
  for (const Frame& frame : frames) {
    const std::optional<Value> value = get(frame);
    if (!value) return {};
    all.push_back(*value);
  }
  if (std::all_of(all.begin(), all.end(), [&](const Value& v) { return v == all.front(); })) all.resize(1);
  return all;
}

}  // namespace

void readEnhanced(const Attributes& dataSet, int frameCount, View& view) {
  DcmItem* shared = dataSet.item(kSharedGroups);
  std::vector<Frame> frames;
  for (int i = 0; i < std::clamp(frameCount, 1, kMostFrames); ++i)
    frames.push_back(readFrame(
        FunctionalGroups(dataSet.item(kPerFrameGroups, static_cast<unsigned long>(i)), shared, dataSet.faults())));
  const auto hasAngles = [](const Frame& f) -> std::optional<PositionerAngles> {
    return f.angles.primaryDeg || f.angles.secondaryDeg ? std::optional(f.angles) : std::nullopt;
  };
  if (auto angles = perFrame<PositionerAngles>(frames, hasAngles); !angles.empty()) {
    view.angles = std::move(angles);
    view.anglesContradict = false;
  }
  view.isocentre = perFrame<IsocentreSystem>(frames, [](const Frame& f) { return f.isocentre; });
  view.positionerMoves = view.angles.size() > 1 || view.isocentre.size() > 1;
  view.sourceToDetectorMm = common(frames, &Frame::sourceToDetectorMm, view.sourceToDetectorMm);
  view.sourceToIsocentreMm = common(frames, &Frame::sourceToIsocentreMm, view.sourceToIsocentreMm);
  view.imagerSpacing = common(frames, &Frame::imagerSpacing, view.imagerSpacing);
  view.patientOrientation = common(frames, &Frame::orientation, view.patientOrientation);
  view.detector.origin = common(frames, &Frame::fieldOrigin, view.detector.origin);
  view.rotationDeg = common(frames, &Frame::rotationDeg, view.rotationDeg);
  view.flipped = common(frames, &Frame::flipped, view.flipped);
  view.presentation.windowCentre = common(frames, &Frame::windowCentre, view.presentation.windowCentre);
  view.presentation.windowWidth = common(frames, &Frame::windowWidth, view.presentation.windowWidth);
}

}  // namespace io::dicom
