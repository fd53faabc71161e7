#pragma once

#include "planning/geometry.h"
#include "planning/volume.h"
#include "testdata/rendering.h"

namespace testdata {

/// A metal needle to be drawn into a scan, straight or bent to a parabola.
struct DrawnNeedle {
  planning::Point entry, tip;
  planning::Vector bend = planning::makeVector(0, 0, 0);  ///< of the middle from the straight line
  double diameterMm = 0.718;
  double outsideMm = 45;   ///< of shaft beyond the entry
  double steelHu = 16000;  ///< what the scanner would show of a thick piece: half of what 70 keV makes of iron

  double lengthMm() const { return (tip - entry).GetNorm(); }
  /// On the axis, `mm` from the entry along the chord; before the entry it goes straight on.
  planning::Point at(double mm) const;
};

/// What metal and dose do to the picture.
struct Artefacts {
  double noiseHu = 0;   ///< standard deviation, beside that of the scan
  double streakHu = 0;  ///< of the strongest streaks, near the metal; the dark band beyond the tip is twice that
  unsigned seed = 1;
};

/// A copy of the scan with the needle in it: its share of every voxel (partial volume), blurred in the slice as by a
/// soft kernel, streaks in the slices that hold metal, noise; values end at 3071 HU as a scanner's do.
planning::Volume::Image::Pointer withNeedle(const planning::Volume::Image& scan, const DrawnNeedle& needle,
                                            const Artefacts& artefacts);

/// The lumbar phantom on a lattice of its own, prone, with noise: a part of it, or with other voxels.
planning::Volume makeLumbarPart(const Lattice& lattice, double noiseHu, unsigned seed);

/// A control of a scan with the needle in it, as taken on the table: only the slices within `marginMm` of the needle's
/// part in the body, in the scan's study and frame of reference, as a series of its own. The same arguments give the
/// same voxels and UIDs.
planning::Volume makeControlScan(const planning::Volume& scan, const DrawnNeedle& needle, const Artefacts& artefacts,
                                 double marginMm);

}  // namespace testdata
