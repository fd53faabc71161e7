#pragma once

#include <string>
#include <utility>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/geometry.h"
#include "planning/volume.h"
#include "testdata/anatomy.h"
#include "testdata/shapes.h"

namespace testdata {

/// Which phantom to make.
struct PhantomOptions {
  int columns = 512, rows = 512, slices = 160;
  bool supine = false;  ///< else prone
  unsigned seed = 1;    ///< of the noise
};

struct PhantomStructure {
  planning::anatomy::Structure structure;  ///< with its mask on the CT's grid
  ShapePointer shape;                      ///< the truth
};

/// A path with its known answers.
struct PhantomAnswer {
  std::string routeId, level, side, needle;  ///< "lumbar-foraminal", "L4-L5", "left", "22Gx90"
  std::string crosses;  ///< the structure that this path is meant to breach; empty for a sound plan
  planning::Point target, entry;
  double depthMm = 0;  ///< from the analytic skin to the target, along the path
  /// name -> distance of the needle's surface to the analytic shape, mm, within 1e-3 mm; negative: minus the axis'
  /// greatest depth, minus the radius. Every structure but the skin and the muscles.
  std::vector<std::pair<std::string, double>> distancesMm;
};

struct Phantom {
  planning::Volume volume;
  std::vector<PhantomStructure> structures;
  std::vector<PhantomAnswer> answers;
};

/// What makes one phantom another than the next.
struct PhantomKind {
  Anatomy (*anatomy)(bool supine);
  double fieldMm;            ///< of view, square
  double middleY;            ///< of the field
  double lowestZ, highestZ;  ///< what the scan covers
  planning::Patient patient;
  const char* proneDate;
  const char* supineDate;
  const char* study;   ///< "Lumbar CT"
  const char* series;  ///< "Made-up lumbar spine"
  int uidRoot;         ///< two digits that its UIDs begin with
};

planning::Volume makeScan(const PhantomKind& kind, const PhantomOptions& options);
/// With its structures, without answers.
Phantom makePhantom(const PhantomKind& kind, const PhantomOptions& options);

}  // namespace testdata
