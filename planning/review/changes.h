#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "planning/plan/plan.h"

namespace planning::review {

/// A value before and after.
template <class T>
struct Change {
  T before;
  T after;
};

/// What became of one needle, matched by tracking UID, else by label.
struct NeedleChanges {
  std::string label;  ///< as it is now; of a removed one as it was
  bool added = false;
  bool removed = false;
  std::optional<double> targetMm;  ///< by how far it moved; absent below kSameMm, or where it was or is not placed
  std::optional<double> entryMm;
  bool targetPlaced = false;  ///< was not placed and now is, or the other way
  bool entryPlaced = false;
  std::optional<Change<std::optional<needle::Needle>>> needle;
  std::optional<Change<std::optional<double>>> depthMm;  ///< changed by kSameMm or more
  std::optional<Change<std::optional<needle::Verdict>>> verdict;
};

/// What a later version of a plan has otherwise. Absent: the same.
struct PlanChanges {
  std::optional<Change<std::string>> routeId, level, operatorName;
  std::optional<Change<std::optional<anatomy::Side>>> side;
  std::optional<Change<std::optional<needle::Verdict>>> verdict;
  std::optional<Change<bool>> ready, complete;
  std::vector<NeedleChanges> needles;  ///< only those with a change
  struct Check {
    std::string id;
    Change<std::string> answer;  ///< empty: not answered
  };
  std::vector<Check> checks;
  std::vector<std::string> structuresAdded,
      structuresRemoved;  ///< names of those that the needles were measured against

  bool none() const;
};
inline constexpr double kSameMm = 0.05;  ///< what one decimal does not show

PlanChanges changesBetween(const Plan& before, const Plan& after);

/// The needle of `plan` that is this one: the same tracking UID, else the same label. Null when there is none.
const PlannedNeedle* sameNeedle(const std::vector<PlannedNeedle>& needles, const PlannedNeedle& needle);
/// The row of `needle` for the same structure: the same tracking UID, else the same name. Null when there is none.
const needle::Clearance* sameRow(const PlannedNeedle& needle, const needle::Clearance& row);

}  // namespace planning::review
