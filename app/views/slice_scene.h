#pragma once

#include <QString>

#include "app/case/shown_scan.h"
#include "app/views/pointing.h"
#include "app/views/view_plane.h"

namespace app::views {

enum class SliceKind { Axial, Coronal, Sagittal, AlongNeedle, AcrossAlongNeedle, NeedlesEye };

/// "Axial", "Along the needle", ...
QString nameOf(SliceKind kind);
inline bool followsNeedle(SliceKind kind) {
  return kind >= SliceKind::AlongNeedle;
}

/// All that is painted over one slice.
struct SliceScene {
  const ShownScan& scan;
  const Pointing& pointing;
  SliceKind kind;
  ViewPlane plane;
  double halfStepMm;  ///< what is within it counts as in the slice
};

/// Half the length, in pixels, of a target's or entry's mark.
inline constexpr double kMarkRadius = 7;

}  // namespace app::views
