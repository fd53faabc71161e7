#include "app/worksheet/needle_pictures.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

#include "app/views/ink.h"
#include "planning/needle/trajectory.h"

namespace app::worksheet {
namespace {

namespace ink = views::ink;
using planning::Vector;

constexpr double kLeastAcrossMm = 110, kAroundNeedle = 1.4, kAcrossAtTargetMm = 90;
constexpr double kNearMm = 25;  ///< structures farther from the needle are not drawn
constexpr std::size_t kMostDrawn = 4;
constexpr int kLongestName = 20;    ///< letters
constexpr double kLevelSine = 0.1;  ///< a plane that is level within 6 degrees has no way down

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::worksheet::Pictures)
};

/// Of the needle's rows, the nearest that are judged.
std::set<std::string> nearStructures(const planning::PlannedNeedle& needle) {
  std::vector<const planning::needle::Clearance*> rows;
  for (const auto& row : needle.clearances)
    if (row.verdict && row.distanceMm && *row.distanceMm < kNearMm) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(), [](auto* a, auto* b) { return *a->distanceMm < *b->distanceMm; });
  rows.resize(std::min(rows.size(), kMostDrawn));
  std::set<std::string> names;
  for (const auto* row : rows) names.insert(row->structure);
  return names;
}

/// A long name would run out of the picture; the whole one stands in the list of structures.
std::string shortened(const std::string& name) {
  const QString whole = QString::fromStdString(name);
  return whole.size() <= kLongestName ? name : (whole.left(kLongestName - 1) + QStringLiteral("…")).toStdString();
}

views::ViewAxes axesOf(Cut cut, const Vector& direction, const std::string& patientPosition) {
  if (cut == Cut::Along) return asLying(views::alongNeedleAxes(direction), patientPosition);
  return cut == Cut::AlongOther ? views::acrossAlongNeedleAxes(direction) : views::needlesEyeAxes(direction);
}

}  // namespace

views::ViewAxes asLying(const views::ViewAxes& axes, const std::string& patientPosition) {
  const auto gravity = planning::needle::gravityOf(patientPosition);
  if (!gravity) return axes;
  const Vector into = axes.into();
  const Vector down = *gravity - into * planning::dot(*gravity, into);
  if (down.GetNorm() < kLevelSine) return axes;
  const Vector unit = down / down.GetNorm();
  return {planning::cross(unit, into), unit};
}

practice::SliceScene sceneOf(const PlannedScan& planned, std::size_t which, Cut cut) {
  const planning::PlannedNeedle needle = planned.plan.needle(which);
  const planning::Segment way{*needle.entry, *needle.target};
  const Vector direction = planning::needle::Trajectory{way.start, way.end}.direction();
  practice::SliceScene scene;
  scene.volume = planned.volume;
  scene.windowCentreHu = planned.windowCentreHu;
  scene.windowWidthHu = planned.windowWidthHu;
  scene.axes = axesOf(cut, direction, planned.plan.choices.scan.patientPosition);
  scene.centre = cut == Cut::AtTarget ? way.end : way.at(way.lengthMm() / 2);
  scene.acrossMm = cut == Cut::AtTarget ? kAcrossAtTargetMm : std::max(kLeastAcrossMm, kAroundNeedle * way.lengthMm());
  scene.ways = {{way, ink::kNeedle, false, needle.needle ? needle.needle->outerDiameterMm : 0, {}}};
  scene.marks = {{way.end, ink::kTarget, Texts::tr("Target")}};
  if (cut != Cut::AtTarget) scene.marks.push_back({way.start, ink::kEntry, Texts::tr("Entry")});
  const auto near = nearStructures(needle);
  for (const auto& measured : planned.structures)
    if (near.contains(measured.structure.name)) {
      scene.structures.push_back(measured);
      scene.structures.back().structure.name = shortened(measured.structure.name);
    }
  return scene;
}

QString nameOf(Cut cut, const std::string& patientPosition) {
  if (cut == Cut::AtTarget) return Texts::tr("Across the needle, at the target, seen from the entry");
  if (cut == Cut::AlongOther) return Texts::tr("Along the needle, at right angles to the axial plane");
  return planning::needle::gravityOf(patientPosition)
             ? Texts::tr("Along the needle, axial plane tilted to hold it; as lying")
             : Texts::tr("Along the needle, axial plane tilted to hold it; front up");
}

}  // namespace app::worksheet
