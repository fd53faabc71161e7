#include "planning/review/score.h"

#include <algorithm>
#include <cstdio>
#include <limits>

#include "planning/review/deviation.h"

namespace planning::review {
namespace {

using needle::Verdict;

struct Scale {
  double full;  ///< up to here all points
  double none;  ///< from here no points
};

constexpr double kNoneZones = 3.0;  ///< target zones away from which a target gets no points
constexpr Scale kLengthMm{10, 40}, kAngleDegrees{10, 40}, kCorrections{0, 4}, kControlSlices{3, 13}, kSeconds{120, 600};
constexpr double kNearInsteadOfClear = 20.0 / 30.0;

std::string rounded(double value, const char* unit) {
  char text[64];
  std::snprintf(text, sizeof text, "%.1f%s", value, unit);
  return text;
}

std::string whole(double value) {
  return std::to_string(static_cast<long>(value));
}

double share(double value, const Scale& scale) {
  return std::clamp((scale.none - value) / (scale.none - scale.full), 0.0, 1.0);
}

ScorePart part(const char* id, double outOf, double shareOfIt, std::vector<std::string> arguments) {
  return {id, outOf * shareOfIt, outOf, std::move(arguments)};
}

const PlannedNeedle* placedNeedle(const Plan& plan) {
  if (plan.needles.empty()) return nullptr;
  const PlannedNeedle& first = plan.needles.front();
  return first.target && first.entry && first.pathLengthMm ? &first : nullptr;
}

const PlannedNeedle* nearestExpert(const Reference& reference, const Point& target) {
  const PlannedNeedle* nearest = nullptr;
  double leastMm = std::numeric_limits<double>::infinity();
  for (const Plan& plan : reference.experts) {
    const PlannedNeedle* expert = placedNeedle(plan);
    const double mm = expert ? (*expert->target - target).GetNorm() : leastMm;
    if (mm < leastMm) {
      nearest = expert;
      leastMm = mm;
    }
  }
  return nearest;
}

double marginShare(Verdict own, Verdict experts) {
  if (own == Verdict::Breach || own == Verdict::Unknown) return 0;
  if (own == Verdict::Clear || experts != Verdict::Clear) return 1;
  return kNearInsteadOfClear;
}

void addAgainstExpert(std::vector<ScorePart>& parts, const PlannedNeedle& own, const PlannedNeedle& expert,
                      double zoneMm) {
  const Deviation deviation = deviationOf({*expert.entry, *expert.target}, {*own.entry, *own.target});
  const double longerMm = std::max(0.0, *own.pathLengthMm - *expert.pathLengthMm);
  const Verdict ownVerdict = own.verdict.value_or(Verdict::Unknown);
  const Verdict expertVerdict = expert.verdict.value_or(Verdict::Unknown);
  parts.push_back(part("target", 30, share(deviation.tipMm, {zoneMm, kNoneZones * zoneMm}),
                       {rounded(deviation.tipMm, " mm"), rounded(zoneMm, " mm")}));
  parts.push_back(part("margins", 30, marginShare(ownVerdict, expertVerdict), {word(ownVerdict), word(expertVerdict)}));
  parts.push_back(
      part("length", 10, share(longerMm, kLengthMm), {rounded(longerMm, " mm"), rounded(kLengthMm.full, " mm")}));
  parts.push_back(part("angle", 10, share(deviation.angle.degrees(), kAngleDegrees),
                       {rounded(deviation.angle.degrees(), ""), rounded(kAngleDegrees.full, "")}));
}

}  // namespace

std::vector<ScorePart> scoreOf(const Attempt& attempt, const Reference& reference) {
  std::vector<ScorePart> parts;
  const PlannedNeedle* own = placedNeedle(attempt.plan);
  const PlannedNeedle* expert = own ? nearestExpert(reference, *own->target) : nullptr;
  if (expert) {
    addAgainstExpert(parts, *own, *expert, reference.targetZoneMm);
  } else {
    for (const auto& [id, outOf] : {std::pair{"target", 30}, {"margins", 30}, {"length", 10}, {"angle", 10}})
      parts.push_back(part(id, outOf, 0, {}));
  }
  const double placed = own ? 1 : 0;
  parts.push_back(part("corrections", 10, placed * share(attempt.corrections, kCorrections),
                       {whole(attempt.corrections), whole(kCorrections.full)}));
  parts.push_back(part("control-slices", 5, placed * share(attempt.controlSlices, kControlSlices),
                       {whole(attempt.controlSlices), whole(kControlSlices.full)}));
  parts.push_back(part("time", 5, placed * share(attempt.seconds, kSeconds),
                       {rounded(attempt.seconds, " s"), rounded(kSeconds.full, " s")}));
  return parts;
}

double total(const std::vector<ScorePart>& parts) {
  double sum = 0;
  for (const ScorePart& one : parts) sum += one.points;
  return sum;
}

}  // namespace planning::review
