#pragma once

#include <vector>

#include "planning/geometry.h"

/// Lines of places, and values along them.
namespace planning::anatomy {

/// Each value the mean of its neighbours, weighted by a Gaussian of `sigma` steps; at the ends the last value goes on.
std::vector<double> smoothed(const std::vector<double>& values, double sigma);
/// The same of a line, which goes on beyond its ends as it came: they stay where they are.
std::vector<Point> smoothed(const std::vector<Point>& line, double sigma);

/// A place every `stepMm` along the line from its beginning. The line has at least one place.
std::vector<Point> resampled(const std::vector<Point>& line, double stepMm);

/// Unit vectors along the line, smoothed by a Gaussian of `sigma` steps. The line has at least two places.
std::vector<Vector> directionsOf(const std::vector<Point>& line, double sigma);

}  // namespace planning::anatomy
