#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/geometry.h"
#include "planning/needle/needle.h"

namespace planning::practice {

/// One thing that a trainee did.
struct Step {
  enum class Kind {
    Target,        ///< planned at `place`
    Entry,         ///< planned at `place`
    Needle,        ///< `needle` chosen
    Insert,        ///< the needle set on the skin at the planned entry; pushed on, it runs through `place`. Each but
                   ///< the first is a correction: it was drawn back to the skin before
    Advance,       ///< by `mm` along itself; negative: drawn back
    ControlSlice,  ///< taken at the needle's tip
    Finish
  };

  double atSeconds = 0;  ///< since the scan was shown; not falling from step to step
  Kind kind = Kind::Target;
  Point place = makePoint(0, 0, 0);
  needle::Needle needle{};
  double mm = 0;

  friend bool operator==(const Step&, const Step&) = default;
};

/// All that a score is computed from, in the order in which it was done.
struct Attempt {
  std::string exerciseUid;
  std::string seal;       ///< digest of the exercise's sealed answers: another one is another exercise
  std::string startedAt;  ///< UTC, "2026-11-25T18:00:00Z"
  std::vector<Step> steps;

  friend bool operator==(const Attempt&, const Attempt&) = default;
};

/// One straight way of the needle, from the skin.
struct Way {
  Point entry;
  Vector direction;      ///< unit
  double depthMm = 0;    ///< of the tip from the entry, now
  double deepestMm = 0;  ///< that it has been

  Point tip() const { return entry + direction * depthMm; }
  Segment reached() const { return {entry, entry + direction * deepestMm}; }
};

/// Where an attempt has come to.
struct Course {
  std::optional<Point> target, entry;  ///< planned
  std::optional<needle::Needle> needle;
  std::vector<Way> ways;  ///< one for each Insert; the last is the needle as it lies
  struct Slice {
    std::size_t way = 0;
    double depthMm = 0;
  };
  std::vector<Slice> controlSlices;
  double seconds = 0;
  bool finished = false;

  int corrections() const { return ways.empty() ? 0 : static_cast<int>(ways.size()) - 1; }
};

/// Does one step, or leaves the course as it is. Errors: "attempt-finished"; "attempt-not-planned" (target, entry or
/// needle is not there, or both points are one place); "attempt-needle-in" (it cannot be changed any more);
/// "attempt-not-in" (no needle is on the skin, or for a control slice none is in it); "attempt-hub-at-skin" (the needle
/// is no longer); "attempt-drawn-out" (it would leave the skin); "attempt-time" (falls, or is no time).
Expected<void> take(Course& course, const Step& step);

/// All steps. Errors: those of take(), with "step 12" as subject.
Expected<Course> courseOf(const Attempt& attempt);

}  // namespace planning::practice
