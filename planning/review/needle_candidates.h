#pragma once

#include <vector>

#include "planning/error.h"
#include "planning/progress.h"
#include "planning/review/hu_sampler.h"
#include "planning/review/needle_search.h"
#include "planning/volume.h"

namespace planning::review {

/// A thin, bright, long piece of the scan.
struct Candidate {
  Point middle;
  Vector direction;       ///< unit, to the same side as the planned one's
  double contrastHu = 0;  ///< against what lies across it, at least
  double lengthMm = 0;
};

/// The pieces near the planned line that may be a needle, at one level of contrast after another.
class CandidateSearch {
 public:
  CandidateSearch(const Volume& control, const NeedleSearch& search);

  /// Contrast levels, HU, brightest first.
  static const std::vector<double>& levels();
  /// The line-like pieces whose voxels stand out by at least this much, longest first. Errors: "cancelled".
  Expected<std::vector<Candidate>> at(double contrastHu, Progress& progress) const;

 private:
  const NeedleSearch& search_;
  HuSampler sampler_;
  itk::Image<float, 3>::Pointer contrast_;  ///< of each voxel near the planned line; 0 elsewhere. Null: none is
};

}  // namespace planning::review
