#pragma once

#include <functional>
#include <string>
#include <vector>

#include "io/dicom/geometry.h"
#include "io/dicom/instance.h"

namespace io::dicom {

/// One frame that may become a slice.
struct Candidate {
  const Instance* instance = nullptr;
  const Plane* plane = nullptr;  ///< null for objects that are no slices
  int frame = 0;
};

/// The plane has a position, an orientation and a spacing that a place can be worked out from.
bool isPlaced(const Candidate& candidate);
/// Where a candidate lies that is placed, by its own attributes alone.
PlacedSlice placeOf(const Candidate& candidate);

/// Frames (or whole objects) that belong together, and what tells them from the other parts of the same DICOM series.
struct Group {
  std::vector<Candidate> members;
  std::string part;  ///< SeriesInfo::part
};

/// Whether slices that are encoded differently decode to the same values: asked of whoever may decode them.
using SameValues = std::function<bool(const Slice& a, const Slice& b)>;
/// The bytes of this candidate's pixels are the same as the other's, and so is what they mean.
bool samePixels(const Candidate& a, const Candidate& b, const SameValues& sameValues);

/// Everything that reading the pixels of one frame takes, as stored values: no rescale, no place.
Slice frameOf(const Instance& instance, int frame);
/// Everything that reading this candidate's pixels takes; it has a plane.
Slice sliceOf(const Candidate& candidate);

}  // namespace io::dicom
