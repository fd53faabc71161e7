#include "planning/practice/attempt.h"

#include <algorithm>
#include <cmath>

namespace planning::practice {
namespace {

constexpr double kLongestSeconds = 1e7;
constexpr double kShortestPathMm = 1.0;
constexpr double kSlackMm = 1e-6;  ///< of lengths added up step by step

bool planned(const Course& course) {
  return course.target && course.entry && course.needle &&
         (*course.target - *course.entry).GetNorm() >= kShortestPathMm;
}

Expected<void> insert(Course& course, const Step& step) {
  if (!planned(course)) return refuse("attempt-not-planned");
  const Vector way = step.place - *course.entry;
  if (way.GetNorm() < kShortestPathMm) return refuse("attempt-not-planned");
  if (!course.ways.empty()) course.ways.back().depthMm = 0;
  course.ways.push_back({*course.entry, way / way.GetNorm()});
  return {};
}

Expected<void> advance(Course& course, double mm) {
  if (course.ways.empty()) return refuse("attempt-not-in");
  Way& way = course.ways.back();
  const double depthMm = way.depthMm + mm;
  if (!(depthMm >= -kSlackMm)) return refuse("attempt-drawn-out");
  if (!(depthMm <= course.needle->lengthMm + kSlackMm)) return refuse("attempt-hub-at-skin");
  way.depthMm = std::max(depthMm, 0.0);
  way.deepestMm = std::max(way.deepestMm, way.depthMm);
  return {};
}

Expected<void> takeSlice(Course& course) {
  if (course.ways.empty() || course.ways.back().depthMm <= 0) return refuse("attempt-not-in");
  course.controlSlices.push_back({course.ways.size() - 1, course.ways.back().depthMm});
  return {};
}

Expected<void> act(Course& course, const Step& step) {
  switch (step.kind) {
    case Step::Kind::Target:
      course.target = step.place;
      return {};
    case Step::Kind::Entry:
      course.entry = step.place;
      return {};
    case Step::Kind::Needle:
      if (!course.ways.empty()) return refuse("attempt-needle-in");
      course.needle = step.needle;
      return {};
    case Step::Kind::Insert:
      return insert(course, step);
    case Step::Kind::Advance:
      return advance(course, step.mm);
    case Step::Kind::ControlSlice:
      return takeSlice(course);
    case Step::Kind::Finish:
      if (!planned(course)) return refuse("attempt-not-planned");
      course.finished = true;
      return {};
  }
  return {};
}

}  // namespace

Expected<void> take(Course& course, const Step& step) {
  if (course.finished) return refuse("attempt-finished");
  if (!(step.atSeconds >= course.seconds && step.atSeconds <= kLongestSeconds)) return refuse("attempt-time");
  const auto done = act(course, step);
  if (done) course.seconds = step.atSeconds;
  return done;
}

Expected<Course> courseOf(const Attempt& attempt) {
  Course course;
  for (std::size_t i = 0; i < attempt.steps.size(); ++i) {
    if (const auto done = take(course, attempt.steps[i]); !done)
      return refuse(done.error().code, "step " + std::to_string(i + 1), done.error().detail);
  }
  return course;
}

}  // namespace planning::practice
