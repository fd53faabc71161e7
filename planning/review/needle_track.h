#pragma once

#include <optional>
#include <vector>

#include "planning/review/hu_sampler.h"
#include "planning/review/needle_candidates.h"

namespace planning::review {

/// The middles of a needle's cross-sections, about one a millimetre, and a smooth curve through them.
class Track {
 public:
  /// Follows a candidate both ways as long as it stands out. Absent when it is too short or too crooked for a needle.
  static std::optional<Track> along(const HuSampler& sampler, const Candidate& candidate);

  double fromMm() const { return fromMm_; }        ///< outer end, along the chord
  double toMm() const { return toMm_; }            ///< inner end; larger
  Point at(double mm) const;                       ///< on the curve; beyond the ends it goes straight on
  Vector directionAt(double mm) const;             ///< unit, toward the inner end
  double scatterMm() const { return scatterMm_; }  ///< of the middles around the curve, standard deviation
  /// Standard error of the curve at a place along the chord: the scatter, by how few middles hold the curve there.
  double errorAtMm(double mm) const;
  /// The least distance from a place to the track's middles.
  double distanceMm(const Point& place) const;
  /// How many middles were seen between two places along the chord: one a millimetre where it is seen.
  int seenBetween(double fromMm, double toMm) const;
  /// The same between two places along the chord only. Absent when too little is left.
  std::optional<Track> between(double fromMm, double toMm) const;

 private:
  Track() = default;
  bool fit();
  void setCovariance(const std::vector<double>& s, const std::vector<double>& weights, unsigned degree);

  double valueAt(int which, double mm) const;

  std::vector<Point> middles_;
  Point origin_;
  Vector along_, u_, v_;  ///< a right-handed frame of unit vectors
  double fromMm_ = 0, toMm_ = 0;
  std::vector<double> curve_[2];  ///< u and v as polynomials of the place along the chord
  double scatterMm_ = 0;
  std::vector<std::vector<double>> covariance_;  ///< of the curve's terms, by the scatter's square
  double scaleMm_ = 1;
};

}  // namespace planning::review
