#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "planning/error.h"
#include "planning/fluoroscopy/projection.h"
#include "planning/progress.h"
#include "planning/volume.h"

namespace planning::fluoroscopy {

/// Attenuation of water for the mean energy of a fluoroscopy beam (about 60 keV), 1/mm (NIST XCOM: 0.0206).
inline constexpr double kWaterAttenuationPerMm = 0.0206;

/// A simulated radiograph: the line integral of attenuation from the source to each pixel of the detector.
struct Radiograph {
  int columns = 0, rows = 0;
  std::vector<float> attenuation;  ///< row by row; without unit; 0 where the ray misses the scan

  /// Grey levels 0 to 255, `darkest` and less to 0, `brightest` and more to 255: bone bright, as films are read.
  std::vector<std::uint8_t> grey(double darkest, double brightest) const;
  /// The range that holds all but the lowest and highest half percent of the pixels that a ray crossed the scan in.
  std::pair<double, double> usualRange() const;
  /// usualRange() of the middle half of the image, as a C-arm's automatic exposure takes it: the spine has contrast,
  /// the body's thin edges are black.
  std::pair<double, double> exposedRange() const;
};

/// The same view with pixels larger by a whole factor; the picture's left and upper edges stay where they are.
CArmGeometry coarser(CArmGeometry view, int factor);

/// Rays of trilinear samples `stepMm` apart, in the true (sheared) geometry of the volume; what the scanner never saw
/// absorbs nothing. Attenuation per mm is kWaterAttenuationPerMm (1 + HU / 1000), not below 0. All cores; the twin of
/// shaders/radiograph.frag.
/// Error of a ray: that of the midpoint rule, under 0.005 on a 100 mm water ball at 1 mm. Errors: "cancelled".
Expected<Radiograph> makeRadiograph(const Volume& volume, const CArmGeometry& view, double stepMm, Progress& progress);

}  // namespace planning::fluoroscopy
