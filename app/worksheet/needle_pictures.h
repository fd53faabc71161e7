#pragma once

#include <QImage>

#include "app/practice/slice_picture.h"
#include "app/worksheet/planned_scan.h"

namespace app::worksheet {

/// A plane through a needle.
enum class Cut {
  Along,       ///< the axial plane, tilted until it holds the needle; as lying
  AlongOther,  ///< holds the needle too, at right angles to the first; the head up where it can be
  AtTarget     ///< at right angles to the needle, through the target: what an eye at the entry sees
};

/// The axes turned within their plane until down is the way things fall: as the console shows a patient who lies so
/// (a prone one with the back up). As they were for an unknown position, and for a plane that lies level.
views::ViewAxes asLying(const views::ViewAxes& axes, const std::string& patientPosition);

/// The needle, its target and entry, and the outlines of the structures near it. No title.
practice::SliceScene sceneOf(const PlannedScan& planned, std::size_t which, Cut cut);

/// What the plane is, and how it is turned, in the language of the window.
QString nameOf(Cut cut, const std::string& patientPosition);

}  // namespace app::worksheet
