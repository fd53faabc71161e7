#include "planning/fluoroscopy/marked_views.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

#include "planning/joined.h"

namespace planning::fluoroscopy {
namespace {

constexpr std::array<std::pair<Calibration::Object, const char*>, 3> kObjects{
    {{Calibration::Object::Length, "length"},
     {Calibration::Object::Needle, "needle"},
     {Calibration::Object::Sphere, "sphere"}}};

/// Row spacing over column spacing, as far as the file says.
double rowsOverColumns(const View& view) {
  const auto& spacing = view.imagerSpacing ? view.imagerSpacing : view.pixelSpacing;
  return spacing ? spacing->rowMm / spacing->columnMm : 1.0;
}

double distance(const ImagePoint& a, const ImagePoint& b, double columnUnit, double rowUnit) {
  return std::hypot((a.column - b.column) * columnUnit, (a.row - b.row) * rowUnit);
}

/// Both ends are marked with the same error.
double lengthErrorPx() {
  return std::numbers::sqrt2 * kMarkErrorPx;
}

std::optional<Scale> calibrated(const MarkedView& view) {
  if (!view.calibration || !(view.calibration->knownMm > 0)) return std::nullopt;
  const double ratio = rowsOverColumns(view.view);
  const double length = distance(view.calibration->from, view.calibration->to, 1, ratio);
  if (length < 1) return std::nullopt;  // within one pixel nothing is measured
  const double mm = view.calibration->knownMm / length;
  return Scale{mm, mm * ratio, lengthErrorPx() / length, Scale::Source::Calibrated};
}

std::optional<Scale> nominal(const MarkedView& view) {
  const View& v = view.view;
  const auto sid = v.sourceToDetectorMm ? v.sourceToDetectorMm : view.given.sourceToDetectorMm;
  const auto sod = v.sourceToIsocentreMm ? v.sourceToIsocentreMm : view.given.sourceToIsocentreMm;
  auto spacing = v.imagerSpacing;
  if (!spacing && view.given.imagerSpacingMm)
    spacing = PixelSpacing{*view.given.imagerSpacingMm, *view.given.imagerSpacingMm};
  if (!spacing || !sid || !sod || !(*sod > 0 && *sid > *sod)) return std::nullopt;
  return Scale{spacing->columnMm * *sod / *sid, spacing->rowMm * *sod / *sid, 0, Scale::Source::Isocentre};
}

const char* nameOf(std::size_t index) {
  return index == 0 ? "first" : "second";
}

Expected<void> geometriesAreKnown(const FluoroscopyPlan& plan) {
  for (std::size_t i = 0; i < plan.views.size(); ++i) {
    const View view = completed(plan.views[i]);
    if (const auto missing = view.missing(plan.views[i].frame); !missing.empty())
      return refuse("geometry-missing", nameOf(i), joined(missing));
  }
  return {};
}

Expected<void> belongTogether(const View& a, const View& b) {
  const Patient &first = a.identity.patient, &second = b.identity.patient;
  if (first.id.empty() || second.id.empty()) return refuse("patient-unknown", {}, first.id + " / " + second.id);
  if (!samePatient(first, second)) return refuse("another-patient", {}, bothShown(first, second));
  return {};
}

bool isSameFrame(const MarkedView& a, const MarkedView& b) {
  return a.frame == b.frame && !a.view.identity.instances.empty() &&
         a.view.identity.instances == b.view.identity.instances;
}

Expected<void> beamsDiffer(const FluoroscopyPlan& plan) {
  const Projection a(*completed(plan.views[0]).geometry(plan.views[0].frame)),
      b(*completed(plan.views[1]).geometry(plan.views[1].frame));
  const double between =
      Angle::radians(std::acos(std::min(1.0, std::abs(dot(a.towardDetector(), b.towardDetector()))))).degrees();
  if (between >= kLeastAngleBetweenViewsDeg) return {};
  std::array<char, 96> text{};
  std::snprintf(text.data(), text.size(), "%.1f degrees, at least %.1f", between, kLeastAngleBetweenViewsDeg);
  return refuse("views-too-alike", {}, text.data());
}

std::optional<Triangulated> located(FluoroscopyPlan& plan, std::optional<ImagePoint> MarkedView::*mark) {
  std::vector<Sighting> sightings;
  for (const MarkedView& view : plan.views) {
    if (!(view.*mark)) return std::nullopt;
    sightings.push_back({Projection(*completed(view).geometry(view.frame)), *(view.*mark), kMarkErrorPx});
  }
  auto place = triangulate(sightings);
  if (place) return std::move(*place);
  if (!plan.refusal) plan.refusal = place.error();
  return std::nullopt;
}

void addFindingsOf(const MarkedView& marked, const std::string& name, std::vector<Finding>& findings) {
  const auto add = [&](bool is, const char* code, Severity severity) {
    if (is) findings.push_back({code, severity, {name}, {}});
  };
  const View view = completed(marked);
  const bool placed = view.missing(marked.frame).empty();
  add(usesGiven(marked), "geometry-given-by-operator", Severity::Warning);
  add(spacingFromCalibration(marked), "spacing-from-calibration", Severity::Warning);
  add(placed && view.assumesUsualDisplay(), "usual-display-assumed", Severity::Warning);
  add(placed && view.assumesCentredBeam(), "centred-beam-assumed", Severity::Info);
}

}  // namespace

const char* word(Calibration::Object object) {
  return std::find_if(kObjects.begin(), kObjects.end(), [&](const auto& row) { return row.first == object; })->second;
}

std::optional<Calibration::Object> objectFromWord(const std::string& wanted) {
  for (const auto& [object, text] : kObjects)
    if (wanted == text) return object;
  return std::nullopt;
}

std::optional<Scale> scaleOf(const MarkedView& view) {
  if (const auto scale = calibrated(view)) return scale;
  const auto& spacing = view.view.pixelSpacing;
  if (spacing && view.view.calibrationType == "FIDUCIAL")
    return Scale{spacing->columnMm, spacing->rowMm, 0, Scale::Source::File};
  return nominal(view);
}

PictureLength lengthBetween(const MarkedView& view, const ImagePoint& a, const ImagePoint& b) {
  PictureLength length;
  length.pixels = distance(a, b, 1, 1);
  const auto scale = scaleOf(view);
  if (!scale) return length;
  length.mm = distance(a, b, scale->mmPerColumn, scale->mmPerRow);
  if (scale->source == Scale::Source::Calibrated)
    length.errorMm =
        std::hypot(*length.mm * scale->relativeError, lengthErrorPx() * std::max(scale->mmPerColumn, scale->mmPerRow));
  return length;
}

bool spacingFromCalibration(const MarkedView& view) {
  const bool silent = !view.view.imagerSpacing && !view.given.imagerSpacingMm;
  View distances = view.view;
  if (!distances.sourceToDetectorMm) distances.sourceToDetectorMm = view.given.sourceToDetectorMm;
  if (!distances.sourceToIsocentreMm) distances.sourceToIsocentreMm = view.given.sourceToIsocentreMm;
  return silent && calibrated(view) && distances.sourceToDetectorMm && distances.sourceToIsocentreMm &&
         *distances.sourceToIsocentreMm > 0;
}

bool usesGiven(const MarkedView& view) {
  const View& file = view.view;
  const auto angles = file.anglesOf(view.frame);
  const auto used = [](const std::optional<double>& inFile, const std::optional<double>& given) {
    return !inFile && given;
  };
  return used(angles.primaryDeg, view.given.primaryDeg) || used(angles.secondaryDeg, view.given.secondaryDeg) ||
         used(file.sourceToDetectorMm, view.given.sourceToDetectorMm) ||
         used(file.sourceToIsocentreMm, view.given.sourceToIsocentreMm) ||
         (!file.imagerSpacing && view.given.imagerSpacingMm);
}

View completed(const MarkedView& marked) {
  View view = marked.view;
  const GivenGeometry& given = marked.given;
  auto angles = view.anglesOf(marked.frame);
  if (!view.pose(marked.frame) && (!angles.primaryDeg || !angles.secondaryDeg)) {
    if (!angles.primaryDeg) angles.primaryDeg = given.primaryDeg;
    if (!angles.secondaryDeg) angles.secondaryDeg = given.secondaryDeg;
    view.angles = {angles};  // of this frame only
  }
  if (!view.sourceToDetectorMm) view.sourceToDetectorMm = given.sourceToDetectorMm;
  if (!view.sourceToIsocentreMm) view.sourceToIsocentreMm = given.sourceToIsocentreMm;
  if (!view.imagerSpacing && given.imagerSpacingMm)
    view.imagerSpacing = PixelSpacing{*given.imagerSpacingMm, *given.imagerSpacingMm};
  if (spacingFromCalibration(marked)) {
    const double magnification = *view.sourceToDetectorMm / *view.sourceToIsocentreMm;
    const Scale scale = *calibrated(marked);
    view.imagerSpacing = PixelSpacing{scale.mmPerRow * magnification, scale.mmPerColumn * magnification};
  }
  return view;
}

Expected<void> mayCombine(const FluoroscopyPlan& plan) {
  if (plan.views.size() != 2) return refuse("second-view-needed");
  const MarkedView &a = plan.views[0], &b = plan.views[1];
  if (auto together = belongTogether(a.view, b.view); !together) return together;
  if (isSameFrame(a, b)) return refuse("same-frame");
  const bool oneTime = oneInstant(a.view, a.frame, b.view, b.frame);
  if (!oneTime && tableMovedBetween(a.view, b.view)) return refuse("table-moved");
  if (auto known = geometriesAreKnown(plan); !known) return known;
  if (a.view.pose(a.frame).has_value() != b.view.pose(b.frame).has_value()) return refuse("views-of-two-frames");
  if (auto differ = beamsDiffer(plan); !differ) return differ;
  if (!oneTime && !plan.nothingMoved) return refuse("movement-not-told");
  return {};
}

void locate(FluoroscopyPlan& plan) {
  plan.target.reset();
  plan.entry.reset();
  plan.refusal.reset();
  if (plan.views.size() < 2) return;
  if (const auto may = mayCombine(plan); !may) {
    plan.refusal = may.error();
    return;
  }
  plan.target = located(plan, &MarkedView::target);
  plan.entry = located(plan, &MarkedView::entry);
}

std::vector<Finding> viewFindings(const FluoroscopyPlan& plan) {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < plan.views.size(); ++i)
    addFindingsOf(plan.views[i], std::string(1, static_cast<char>('A' + i)), findings);
  const bool placed = plan.target || plan.entry;
  if (plan.views.size() < 2 || !placed) {
    findings.push_back({"planned-in-the-picture", Severity::Warning, {}, {}});
    return findings;
  }
  const MarkedView &a = plan.views[0], &b = plan.views[1];
  if (!oneInstant(a.view, a.frame, b.view, b.frame))
    findings.push_back({"nothing-moved-by-word", Severity::Warning, {}, {}});
  if (a.view.identity.study.uid != b.view.identity.study.uid)
    findings.push_back({"views-of-two-studies", Severity::Warning, {}, {}});
  return findings;
}

std::vector<SeriesIdentity> seriesOf(const FluoroscopyPlan& plan) {
  std::vector<SeriesIdentity> all;
  for (const MarkedView& marked : plan.views) {
    const SeriesIdentity& identity = marked.view.identity;
    const auto same = std::find_if(all.begin(), all.end(), [&](const auto& other) {
      return other.seriesUid == identity.seriesUid && other.study.uid == identity.study.uid;
    });
    if (same == all.end()) {
      all.push_back(identity);
      continue;
    }
    for (const auto& instance : identity.instances)
      if (std::find(same->instances.begin(), same->instances.end(), instance) == same->instances.end())
        same->instances.push_back(instance);
  }
  return all;
}

}  // namespace planning::fluoroscopy
