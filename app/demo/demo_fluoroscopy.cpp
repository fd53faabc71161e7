#include "app/demo/demo_fluoroscopy.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>

#include "io/files/uid.h"
#include "io/images/fluoroscopy_writer.h"
#include "planning/check.h"
#include "planning/fluoroscopy/radiograph.h"

namespace app::commands {
namespace {

using planning::Angle;
using planning::Expected;
using planning::Point;
using planning::fluoroscopy::CArmGeometry;
using planning::fluoroscopy::Projection;

constexpr double kStepMm = 2.0;  ///< along the rays: the demo is to be quick

const testdata::PhantomAnswer& shownNeedle(const testdata::Phantom& phantom) {
  const auto found = std::find_if(phantom.answers.begin(), phantom.answers.end(), [](const auto& answer) {
    return answer.routeId == "lumbar-foraminal" && answer.crosses.empty();
  });
  planning::check(found != phantom.answers.end(), "the phantom has a foraminal answer");
  return *found;
}

/// Near the target, as an operator centres it: not on it, and the entry is in the field too.
Point isocentreNear(const Point& target) {
  return planning::makePoint(std::round(target[0]) + 12, std::round(target[1]) + 8, std::round(target[2]) + 5);
}

CArmGeometry viewAt(double primaryDeg, double secondaryDeg, const Point& isocentre) {
  CArmGeometry view;
  view.primary = Angle::degrees(primaryDeg);
  view.secondary = Angle::degrees(secondaryDeg);
  view.sourceToDetectorMm = 1000;
  view.sourceToIsocentreMm = 700;
  view.columnSpacingMm = view.rowSpacingMm = 0.17;  // half a pixel in each view: 0.1 mm in the patient
  view.columns = view.rows = 1024;
  view.isocentre = isocentre;
  return view;
}

io::SimulatedProjection projectionOf(const planning::SeriesIdentity& scan, const CArmGeometry& view, int instance,
                                     std::vector<std::uint8_t> grey) {
  io::SimulatedProjection made;
  made.identity.patient = scan.patient;
  made.identity.study = scan.study;
  made.identity.study.uid = io::uidFromName(scan.study.uid + " fluoroscopy");
  made.identity.study.description = "Demo fluoroscopy";
  made.identity.seriesUid = io::uidFromName(scan.seriesUid + " fluoroscopy");
  made.identity.instances = {{{}, io::uidFromName(made.identity.seriesUid + " " + std::to_string(instance))}};
  made.identity.patientPosition = scan.patientPosition;
  made.identity.description = "Simulated fluoroscopy";
  made.geometry = view;
  made.grey = std::move(grey);
  made.instanceNumber = instance;
  return made;
}

QJsonArray json(const planning::Vector& v) {
  return {v[0], v[1], v[2]};
}

QJsonArray pixel(const Projection& view, const Point& place) {
  const auto seen = view.project(place);
  planning::check(seen.has_value(), "the demo's needle lies before the source");
  return {seen->column, seen->row};
}

QJsonObject describe(const CArmGeometry& geometry, const testdata::PhantomAnswer& needle, const char* path) {
  const Projection view(geometry);
  return {{"path", path},
          {"primary_deg", std::round(geometry.primary.degrees())},
          {"secondary_deg", std::round(geometry.secondary.degrees())},
          {"target_px", pixel(view, needle.target)},
          {"entry_px", pixel(view, needle.entry)}};
}

}  // namespace

Expected<QJsonObject> writeDemoFluoroscopy(const testdata::Phantom& phantom, const std::filesystem::path& folder,
                                           planning::Progress& progress) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) return planning::refuse("cannot-write", folder.string(), failure.message());
  const auto& needle = shownNeedle(phantom);
  const auto& scan = phantom.volume.identity;
  const Point isocentre = isocentreNear(needle.target);
  QJsonArray views;
  int instance = 0;
  for (const auto& [name, primary, secondary] : {std::tuple("ap", 0.0, 0.0), std::tuple("lateral", 90.0, 0.0)}) {
    const CArmGeometry view = viewAt(primary, secondary, isocentre);
    planning::Progress silent;
    if (progress.stopRequested()) return planning::refuse("cancelled");
    const auto made = planning::fluoroscopy::makeRadiograph(phantom.volume, view, kStepMm, silent);
    if (!made) return tl::unexpected(made.error());
    const auto [darkest, brightest] = made->exposedRange();
    auto projection = projectionOf(scan, view, ++instance, made->grey(darkest, brightest));
    const std::string file = std::string(name) + ".dcm";
    auto written = io::writeProjection(projection, io::ProjectionObject::Angiographic, folder / file);
    if (!written) return tl::unexpected(written.error());
    views.append(describe(view, needle, ("fluoroscopy/" + file).c_str()));
    if (instance > 1) continue;
    projection.identity.seriesUid = io::uidFromName(scan.seriesUid + " radiofluoroscopy");
    projection.identity.instances = {{{}, io::uidFromName(projection.identity.seriesUid + " 1")}};
    projection.seriesNumber = 902;
    written = io::writeProjection(projection, io::ProjectionObject::Radiofluoroscopic, folder / "rf.dcm");
    if (!written) return tl::unexpected(written.error());
  }
  return QJsonObject{{"views", views},
                     {"without_angles", "fluoroscopy/rf.dcm"},
                     {"isocentre_mm", json(isocentre.GetVectorFromOrigin())},
                     {"target_from_isocentre_mm", json(needle.target - isocentre)},
                     {"entry_from_isocentre_mm", json(needle.entry - isocentre)},
                     {"triangulation_tolerance_mm", 0.01}};
}

}  // namespace app::commands
