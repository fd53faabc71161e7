#include "app/practice/score_pictures.h"

#include <QCoreApplication>

#include <algorithm>

#include "app/text/numbers.h"
#include "app/views/ink.h"
#include "app/views/volume_image.h"

namespace app::practice {
namespace {

namespace ink = views::ink;
using planning::anatomy::Kind;
using planning::needle::Trajectory;
using planning::practice::Part;
using planning::practice::Score;

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::practice::Pictures)
};

const QColor kExpert(0x2c, 0xc8, 0x9a), kFormer = views::colourOf(palette::kOrange), kPlan = ink::kEntry;

/// What a picture names: soft tissue is seen, bone too.
bool isNamed(const planning::anatomy::MeasuredStructure& measured, const Score& score) {
  const Kind kind = measured.structure.kind;
  const bool tissue = kind == Kind::Muscle || kind == Kind::Fat || kind == Kind::Skin || kind == Kind::Ligament ||
                      kind == Kind::Bone || kind == Kind::Disc;
  return !tissue || (score.nearest && score.nearest->structure == measured.structure.name);
}

planning::Point middleOf(const planning::Segment& line) {
  return line.start + (line.end - line.start) * 0.5;
}

/// All but the plane.
SliceScene sceneOf(const ScoredAttempt& scored) {
  const Score& score = scored.score;
  SliceScene scene;
  scene.volume = scored.volume;
  const QString expert = scored.proposed ? Texts::tr("the program's proposal") : Texts::tr("expert");
  scene.ways.push_back({score.expert.axis(), kExpert, true, 0, expert});
  if (score.putIn) scene.ways.push_back({score.planned.axis(), kPlan, true, 0, Texts::tr("your plan")});
  for (std::size_t i = 0; i < score.ways.size(); ++i) {
    const bool last = i + 1 == score.ways.size();
    const QString name = score.putIn ? Texts::tr("needle") : Texts::tr("your plan");
    scene.ways.push_back({score.ways[i].axis(), last ? ink::kNeedle : kFormer, false, score.needle.outerDiameterMm,
                          last ? name : Texts::tr("before correction %1").arg(i + 1)});
  }
  scene.balls.push_back({score.zone.centre, score.zone.radiusMm, ink::kTarget, Texts::tr("target zone")});
  for (const auto& measured : scored.structures)
    if (isNamed(measured, score)) scene.structures.push_back(measured);
  return scene;
}

void turn(SliceScene& scene, const planning::Vector& direction, const planning::Vector& toPlace,
          const planning::Point& centre, double acrossMm) {
  scene.axes = axesThrough(direction, toPlace);
  scene.centre = centre;
  scene.acrossMm = acrossMm;
  scene.halfThicknessMm = views::stepAcrossMm(*scene.volume, scene.axes.into()) / 2;
}

void showTarget(SliceScene& scene, const Score& score) {
  const auto off = score.zone.centre - score.tip;
  turn(scene, score.ways.back().direction(), off, score.tip + off * 0.5, std::max(40.0, 2 * off.GetNorm() + 30));
  scene.marks.push_back({score.tip, ink::kNeedle, Texts::tr("tip")});
  scene.title = Texts::tr("At the target");
}

void showNearest(SliceScene& scene, const Score& score) {
  const Trajectory& way = score.ways[score.nearestWay];
  if (!score.nearest || !score.nearest->closestOnNeedle || !score.nearest->closestOnStructure) {
    turn(scene, way.direction(), way.direction(), middleOf(way.axis()), way.pathLengthMm() * 1.3);
    scene.title = Texts::tr("Along the needle");
    return;
  }
  const auto on = *score.nearest->closestOnNeedle, off = *score.nearest->closestOnStructure;
  turn(scene, way.direction(), off - on, on, std::max(50.0, 3 * (off - on).GetNorm()));
  scene.gaps.push_back({on, off});
  scene.title = Texts::tr("Where the needle was nearest: %1, %2")
                    .arg(QString::fromStdString(score.nearest->structure), mm(score.nearest->distanceMm));
}

void showPlans(SliceScene& scene, const Score& score) {
  const auto& planned = score.planned;
  const double longest = std::max(planned.pathLengthMm(), score.expert.pathLengthMm());
  turn(scene, planned.direction(), score.expert.direction(), middleOf(planned.axis()), longest * 1.25);
  scene.title = Texts::tr("Your plan and the expert's");
}

void showCourse(SliceScene& scene, const ScoredAttempt& scored, bool slices) {
  const Score& score = scored.score;
  const Trajectory& last = score.ways.back();
  turn(scene, last.direction(), score.ways.front().direction(), middleOf(last.axis()),
       std::max(last.pathLengthMm(), score.planned.pathLengthMm()) * 1.25);
  scene.title = slices ? Texts::tr("Where control slices were taken") : Texts::tr("The needle's ways");
  if (!slices) return;
  int number = 0;
  for (const auto& slice : scored.course.controlSlices) {
    const auto& way = scored.course.ways[slice.way];
    scene.marks.push_back({way.entry + way.direction * slice.depthMm, ink::kLetters, QString::number(++number)});
  }
}

}  // namespace

SliceScene pictureOf(const ScoredAttempt& scored, Part part) {
  SliceScene scene = sceneOf(scored);
  switch (part) {
    case Part::Target:
      showTarget(scene, scored.score);
      break;
    case Part::Margins:
      showNearest(scene, scored.score);
      break;
    case Part::Length:
    case Part::Angle:
    case Part::Time:
      showPlans(scene, scored.score);
      break;
    case Part::Corrections:
    case Part::ControlSlices:
      showCourse(scene, scored, part == Part::ControlSlices);
      break;
  }
  return scene;
}

SliceScene controlSlice(std::shared_ptr<const planning::Volume> volume, const planning::practice::Course& course) {
  SliceScene scene;
  scene.volume = std::move(volume);
  const auto& way = course.ways.back();
  scene.axes = views::axialAxes();
  scene.centre = way.tip();
  scene.acrossMm = 90;
  scene.halfThicknessMm = views::stepAcrossMm(*scene.volume, scene.axes.into()) / 2;
  if (course.target && course.entry)
    scene.ways.push_back({{*course.entry, *course.target}, kPlan, true, 0, Texts::tr("your plan")});
  scene.ways.push_back(
      {{way.entry, way.tip()}, ink::kNeedle, false, course.needle->outerDiameterMm, Texts::tr("needle")});
  scene.title = Texts::tr("Control slice %1: %2, needle %3 in")
                    .arg(course.controlSlices.size())
                    .arg(coordinate(2, way.tip()[2]) + QStringLiteral(" mm"), mm(way.depthMm));
  return scene;
}

}  // namespace app::practice
