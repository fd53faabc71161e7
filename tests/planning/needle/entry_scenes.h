#pragma once

#include <random>
#include <vector>

#include "planning/needle/entry_search.h"

namespace planning::needle {

/// A seeded random scene: blobs on awkward grids and tubes around a target, other needles, limits, and entries about
/// it.
struct EntryScene {
  EntryProblem problem;
  std::vector<Point> entries;
};

/// Blobs to choose from; made once.
std::vector<std::shared_ptr<const anatomy::DistanceField>> randomBlobs(std::mt19937& random, int count);

EntryScene randomEntryScene(std::mt19937& random,
                            const std::vector<std::shared_ptr<const anatomy::DistanceField>>& blobs, int entries);

/// The slow twin: every bar by itself, every obstacle by its own query. True when allowed.
bool slowlyAllowed(const EntryProblem& problem, const Point& entry);

/// Does this obstacle bar the entry?
bool slowlyBarred(const EntryProblem& problem, const Obstacle& obstacle, const Point& entry);

}  // namespace planning::needle
