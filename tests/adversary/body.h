#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "planning/anatomy/levels.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/anatomy/skin.h"
#include "planning/volume.h"
#include "testdata/phantom.h"
#include "testdata/rendering.h"

/// Bodies whose truth is known, each of its seed.
namespace adversary {

using Random = std::mt19937;

/// Uniform in [least, most).
double between(Random& random, double least, double most);
/// One of them.
std::size_t oneOf(Random& random, std::size_t count);

/// A structure with its analytic truth.
struct TrueStructure {
  planning::anatomy::MeasuredStructure measured;  ///< its mask, looked for in all of a lattice of its own
  testdata::ShapePointer shape;
};

/// One of the demo's anatomies, mirrored or not, moved to a random place, sampled on random grids.
struct Body {
  std::string name;  ///< "lumbar, mirrored"
  std::shared_ptr<const planning::Volume> volume;
  std::shared_ptr<const planning::anatomy::Skin> skin;  ///< as the program finds it
  testdata::ShapePointer trueSkin;
  std::vector<TrueStructure> structures;                ///< nerves, dura and vessels
  std::vector<planning::anatomy::CountedLevel> levels;  ///< by the truth
  std::vector<testdata::PhantomAnswer> paths;           ///< sound ones; places and side only
  testdata::Lattice fine;                               ///< of the structures

  /// Of the middle between left and right, mm.
  double middleX = 0;
};

enum class Region { Lumbar, ProneNeck, SupineNeck };
/// The same seed gives the same body.
Body makeBody(Region region, unsigned seed);

/// A shape as a person segmented it on a lattice: confirmed, and looked for all over it; without a field where no voxel
/// is in.
planning::anatomy::MeasuredStructure segmented(planning::anatomy::Structure structure, const testdata::Shape& shape,
                                               const testdata::Lattice& lattice);

}  // namespace adversary
