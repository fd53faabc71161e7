#include "planning/practice/score.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "planning/check.h"
#include "planning/plan/assess.h"
#include "planning/procedure/roles.h"
#include "planning/review/deviation.h"

namespace planning::practice {
namespace {

using needle::Clearance;
using needle::Trajectory;
using needle::Verdict;

constexpr double kNoneZones = 3.0;  ///< target zones away from which a target is missed
constexpr Scale kLongerMm{10, 40}, kDegrees{10, 40}, kCorrections{0, 4}, kSlices{3, 13};
constexpr double kNearInsteadOfClear = 20.0 / 30.0;
constexpr double kNoWayMm = 0.5;  ///< a needle that went in less far went nowhere

double share(double value, const Scale& scale) {
  return std::clamp((scale.none - value) / (scale.none - scale.full), 0.0, 1.0);
}

/// One way of a needle, judged as a plan's needle is.
PlannedNeedle assessed(const Exercise& exercise, const Ground& ground, const needle::Needle& needle,
                       const Trajectory& way, const Point& target) {
  PlanChoices one;
  one.scan = ground.scene.volume ? ground.scene.volume->identity : SeriesIdentity{};
  one.routeId = exercise.routeId;
  one.level = exercise.level;
  one.side = exercise.side;
  one.guidance = exercise.guidance;
  NeedleChoice& planned = one.needles.emplace_back();
  planned.needle = needle;
  planned.entry = way.entry;
  planned.target = way.target;
  Scene judged = ground.scene;
  judged.chances = false;
  procedure::assignRoles(judged.structures, ground.routes.rulesFor(exercise.routeId), {target});
  return {planned, assess(one, judged, ground.routes).needles.front()};
}

/// Worst verdict first; of the same verdict, the one with the least room beyond bound and margin.
bool worseThan(const Clearance& a, const Clearance& b) {
  const auto room = [](const Clearance& row) {
    return row.distanceMm ? *row.distanceMm - row.errorBoundMm - row.marginMm : -std::numeric_limits<double>::max();
  };
  return *a.verdict != *b.verdict ? *a.verdict < *b.verdict : room(a) < room(b);
}

ScorePart partOf(Part part, double outOf, Unit unit, Scale scale) {
  ScorePart made;
  made.part = part;
  made.outOf = outOf;
  made.unit = unit;
  made.scale = scale;
  return made;
}

ScorePart targetPart(const Point& tip, const TargetZone& zone) {
  ScorePart part = partOf(Part::Target, 30, Unit::Millimetres, {zone.radiusMm, kNoneZones * zone.radiusMm});
  part.value = (tip - zone.centre).GetNorm();
  part.compared = zone.radiusMm;
  const double got = share(*part.value, part.scale);
  part.points = part.outOf * got;
  part.reason = got == 1 ? "tip-in-zone" : got > 0 ? "tip-near-zone" : "tip-missed";
  return part;
}

ScorePart marginsPart(const std::optional<Clearance>& worst, Verdict experts) {
  ScorePart part = partOf(Part::Margins, 30, Unit::Millimetres, {});
  const Verdict own = worst ? *worst->verdict : Verdict::Unknown;
  if (worst) {
    part.structure = worst->structure;
    part.value = worst->distanceMm;
    part.errorBoundMm = worst->errorBoundMm;
    part.compared = worst->marginMm;
  }
  if (own == Verdict::Breach || own == Verdict::Unknown) {
    part.reason = own == Verdict::Breach ? "margins-breached" : "margins-unknown";
  } else {
    const bool worse = own == Verdict::Near && experts == Verdict::Clear;
    part.points = part.outOf * (worse ? kNearInsteadOfClear : 1);
    part.reason = worse ? "margins-near" : "margins-kept";
  }
  return part;
}

ScorePart lengthPart(const Trajectory& planned, const Trajectory& expert) {
  ScorePart part = partOf(Part::Length, 10, Unit::Millimetres, kLongerMm);
  part.value = planned.pathLengthMm();
  part.compared = expert.pathLengthMm();
  const double got = share(*part.value - *part.compared, part.scale);
  part.points = part.outOf * got;
  part.reason = got == 1 ? "length-short" : "length-long";
  return part;
}

ScorePart anglePart(const Trajectory& planned, const Trajectory& expert) {
  ScorePart part = partOf(Part::Angle, 10, Unit::Degrees, kDegrees);
  part.value = review::deviationOf(expert, planned).angle.degrees();
  const double got = share(*part.value, part.scale);
  part.points = part.outOf * got;
  part.reason = got == 1 ? "angle-good" : "angle-off";
  return part;
}

ScorePart correctionsPart(const Course& course, bool putIn) {
  ScorePart part = partOf(Part::Corrections, 10, Unit::Count, kCorrections);
  part.value = course.corrections();
  part.points = putIn ? part.outOf * share(*part.value, part.scale) : 0;
  part.reason = !putIn ? "not-put-in" : course.corrections() == 0 ? "corrections-none" : "corrections-some";
  return part;
}

ScorePart slicesPart(const Course& course, bool putIn) {
  ScorePart part = partOf(Part::ControlSlices, 5, Unit::Count, kSlices);
  part.value = static_cast<double>(course.controlSlices.size());
  const bool seen = putIn && !course.controlSlices.empty();
  part.points = seen ? part.outOf * share(*part.value, part.scale) : 0;
  part.reason = !putIn                        ? "not-put-in"
                : !seen                       ? "slices-none"
                : *part.value <= kSlices.full ? "slices-few"
                                              : "slices-many";
  return part;
}

ScorePart timePart(double seconds, const Scale& scale) {
  ScorePart part = partOf(Part::Time, 5, Unit::Seconds, scale);
  part.value = seconds;
  part.points = part.outOf * share(seconds, scale);
  part.reason = seconds <= scale.full ? "time-short" : "time-long";
  return part;
}

/// What does not depend on whom it is compared with.
struct Judged {
  Course course;
  Score score;  ///< without parts
};

Judged judged(const Exercise& exercise, Course course, const Answers& answers, const Ground& ground) {
  Score score;
  score.needle = *course.needle;
  score.planned = {*course.entry, *course.target};
  score.tip = *course.target;
  for (const Way& way : course.ways)
    if (way.deepestMm >= kNoWayMm) score.ways.push_back({way.reached().start, way.reached().end});
  score.putIn = !score.ways.empty();
  if (score.putIn)
    score.tip = course.ways.back().tip();
  else
    score.ways.push_back(score.planned);
  score.zone = *std::min_element(answers.zones.begin(), answers.zones.end(), [&](const auto& a, const auto& b) {
    return (score.tip - a.centre).GetNorm() / a.radiusMm < (score.tip - b.centre).GetNorm() / b.radiusMm;
  });
  for (std::size_t i = 0; i < score.ways.size(); ++i)
    for (const Clearance& row : assessed(exercise, ground, score.needle, score.ways[i], *course.target).clearances)
      if (row.verdict && (!score.nearest || worseThan(row, *score.nearest))) score.nearest = row, score.nearestWay = i;
  return {std::move(course), std::move(score)};
}

Score against(const Exercise& exercise, Judged own, const Plan& expert, std::size_t index, const Ground& ground) {
  const PlannedNeedle best = assessedExpert(exercise, expert, ground);
  Score score = std::move(own.score);
  score.expert = {*best.entry, *best.target};
  score.expertIndex = index;
  score.parts = {targetPart(score.tip, score.zone),
                 marginsPart(score.nearest, best.verdict.value_or(Verdict::Unknown)),
                 lengthPart(score.planned, score.expert),
                 anglePart(score.planned, score.expert),
                 correctionsPart(own.course, score.putIn),
                 slicesPart(own.course, score.putIn),
                 timePart(own.course.seconds, exercise.seconds)};
  if (score.parts.front().points > 0) return score;
  for (ScorePart& part : score.parts) {
    if (part.part != Part::Target && part.points > 0) part.reason = "no-points-missed";
    part.points = 0;
  }
  return score;
}

}  // namespace

const char* word(Part part) {
  constexpr const char* kWords[] = {"target", "margins", "length", "angle", "corrections", "control-slices", "time"};
  return kWords[static_cast<std::size_t>(part)];
}

double Score::total() const {
  return std::accumulate(parts.begin(), parts.end(), 0.0,
                         [](double sum, const ScorePart& part) { return sum + part.points; });
}

const NeedleChoice* placedNeedle(const Plan& plan) {
  const auto placed =
      std::find_if(plan.choices.needles.begin(), plan.choices.needles.end(), [](const NeedleChoice& planned) {
        return planned.target && planned.entry && planned.needle && *planned.target != *planned.entry;
      });
  return placed == plan.choices.needles.end() ? nullptr : &*placed;
}

PlannedNeedle assessedExpert(const Exercise& exercise, const Plan& expert, const Ground& ground) {
  const NeedleChoice* placed = placedNeedle(expert);
  check(placed != nullptr, "an expert's needle is placed");
  return assessed(exercise, ground, *placed->needle, {*placed->entry, *placed->target}, *placed->target);
}

Expected<Score> scoreOf(const Exercise& exercise, const Answers& answers, const Attempt& attempt,
                        const Ground& ground) {
  check(!answers.experts.empty() && !answers.zones.empty(), "an exercise has an expert and a zone");
  if (attempt.exerciseUid != exercise.uid)
    return refuse("attempt-of-another-exercise", {}, attempt.exerciseUid + " / " + exercise.uid);
  auto course = courseOf(attempt);
  if (!course) return tl::unexpected(course.error());
  if (!course->finished) return refuse("attempt-not-finished");
  const Judged own = judged(exercise, std::move(*course), answers, ground);
  std::optional<Score> best;
  for (std::size_t i = 0; i < answers.experts.size(); ++i) {
    Score score = against(exercise, own, answers.experts[i], i, ground);
    if (!best || score.total() > best->total()) best = std::move(score);
  }
  return *best;
}

}  // namespace planning::practice
