#pragma once

#include <span>
#include <string>
#include <vector>

#include "testdata/anatomy.h"
#include "testdata/shapes.h"

namespace testdata {

/// A vertebral body or a disc of a chain.
struct Link {
  double tiltDegrees;  ///< of its u to the front
  double height;       ///< mm
};
/// Their frames, from the head down, one on top of the other; the body `origin` has its centre at (0, 0, 0).
std::vector<Frame> makeChain(std::span<const Link> links, std::size_t origin);

/// A vertebral body seen from above: round in front, slightly hollow behind.
std::vector<RoundedPrism::Corner> bodyOutline(double halfWidth, double halfDepth, double rounding);

/// A lumbar vertebra's measures, mm, in its own frame (origin in the body's centre). Typical adult values, rounded.
struct Vertebra {
  std::string name;  ///< "L4"
  Frame frame;
  double height;     ///< of the body
  double halfWidth;  ///< of the body
  double pedicleX;   ///< of the pedicles' axis
  double pedicleHalfWidth;
  double transverseReach;  ///< from the pedicle to the transverse process' tip
};

/// A disc and the facet joints at its height.
struct Level {
  std::string name;  ///< "L4-L5"
  Frame frame;       ///< origin in the disc's centre
  double height;     ///< of the disc
  double halfWidth;
  double facetX;              ///< of the joints' middle
  planning::Angle facetTurn;  ///< of the joint from the sagittal plane
};

struct SacralSegment {
  std::string name;  ///< "S1"
  Frame frame;
  double height, halfWidth, halfDepth;  ///< of the body
  double canalHalfWidth, canalDepth;
};

/// L1 to S5, one lordotic and then kyphotic chain; L3's body has its centre at (0, 0, 0).
struct Spine {
  std::vector<Vertebra> vertebrae;    ///< L1 to L5
  std::vector<Level> levels;          ///< L1-L2 to L5-S1
  std::vector<SacralSegment> sacrum;  ///< S1 to S5
};

Spine makeSpine();

inline constexpr double kBodyHalfDepth = 16;  ///< of a lumbar body
inline constexpr double kBackWall = 14.5;     ///< p of a lumbar body's back, at the midline
inline constexpr double kFacetP = 33;         ///< p of the facet joints' middle, in the level's frame
inline constexpr double kFacetGap = 2;        ///< between the bones of a facet joint

void addSpine(Anatomy& anatomy, const Spine& spine);
/// The sacrum with its canal, foramina and the hiatus open at S5.
ShapePointer makeSacrum(const Spine& spine);
ShapePointer makeIlium(double sign);

/// Fat in the canal and the foramina, to be painted before the bones.
void addCanalFat(Anatomy& anatomy, const Spine& spine);
/// Thecal sac and roots.
void addNerves(Anatomy& anatomy, const Spine& spine);
/// Aorta, cava, common iliac vessels, two radicular arteries.
void addVessels(Anatomy& anatomy, const Spine& spine);
/// Body, fat, muscles, bowel, kidneys, liver; gas rises away from the table.
void addSoftTissue(Anatomy& anatomy, bool supine);

/// The whole trunk, with the table on its front (prone) or back (supine), in paint order.
Anatomy makeLumbarAnatomy(bool supine);

}  // namespace testdata
