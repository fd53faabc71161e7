#pragma once

#include <vector>

#include "testdata/anatomy.h"
#include "testdata/spine.h"

namespace testdata {

/// A disc of the neck and the joints at its height.
struct NeckLevel {
  std::string name;  ///< "C4-C5"
  Frame frame;       ///< origin in the disc's centre
  double height;     ///< of the disc
};

struct NeckVertebra {
  std::string name;  ///< "C4"
  Frame frame;       ///< origin in the body's centre
  double height, halfWidth;
};

/// C2 to T1, one lordotic chain; C5's body has its centre at (0, 0, 0). The atlas stands on C2's frame.
struct Neck {
  std::vector<NeckVertebra> vertebrae;  ///< C2 to T1
  std::vector<NeckLevel> levels;        ///< C2-C3 to C7-T1

  const NeckVertebra& axis() const { return vertebrae.front(); }
};

Neck makeNeck();

// Typical adult measures, rounded, mm.
inline constexpr double kNeckHalfDepth = 8;       ///< of a body
inline constexpr double kNeckSacP = 15;           ///< p of the sac's axis
inline constexpr double kNeckJointX = 19;         ///< of the facet joints' middle
inline constexpr double kNeckJointP = 19;         ///< of the same, in the level's frame
inline constexpr double kNeckJointDegrees = -45;  ///< tilt of the joint's normal, to the back
inline constexpr double kAtlasJointX = 16;        ///< of the C1-C2 joints' middle
inline constexpr double kAtlasJointU = 10.5;      ///< of the same, in C2's frame

void addNeckBones(Anatomy& anatomy, const Neck& neck);
void addNeckCanalFat(Anatomy& anatomy, const Neck& neck);
/// Thecal sac, cord and roots C2 to C8.
void addNeckNerves(Anatomy& anatomy, const Neck& neck);
/// Vertebral and carotid arteries, jugular veins.
void addNeckVessels(Anatomy& anatomy, const Neck& neck);
/// Skin, fat, muscles, airway, gullet, thyroid.
void addNeckSoftTissue(Anatomy& anatomy);

/// The whole neck, with the table on its front (prone) or back (supine), in paint order.
Anatomy makeNeckAnatomy(bool supine);

}  // namespace testdata
