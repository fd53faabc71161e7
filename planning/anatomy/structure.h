#pragma once

#include <itkImage.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "planning/anatomy/origin.h"
#include "planning/geometry.h"

namespace planning::anatomy {

/// Vessel: an artery or vein that nobody told apart; judged as an artery.
enum class Kind { Artery, Vein, Vessel, Nerve, Dura, Bone, Disc, Lung, Organ, Skin, Muscle, Fat, Ligament, Other };

/// Avoid: the needle keeps its margin. Target: may be touched where the route says so. Crossable: makes no verdict.
enum class Role { Avoid, Target, Crossable };

enum class Side { None, Left, Right, Bilateral };

/// Words used in JSON and reports: "artery", "avoid", "left". Inverse: absent for any other word.
const char* word(Kind);
const char* word(Role);
const char* word(Side);
std::optional<Kind> kindFromWord(const std::string&);
std::optional<Role> roleFromWord(const std::string&);
std::optional<Side> sideFromWord(const std::string&);

/// A coded concept: value, scheme ("SCT", "DCM", "99NEEDLEPLAN"), meaning.
struct Code {
  std::string value;
  std::string scheme;
  std::string meaning;

  friend bool operator==(const Code&, const Code&) = default;
};

/// Voxels in (1) and out (0), on the structure's own grid; geometry as Volume's image, never assumed orthonormal.
using Mask = itk::Image<std::uint8_t, 3>;

/// A traced course: round cones from vertex to vertex, the radius linear in between.
struct Tube {
  std::vector<Point> centreline;     ///< at least two
  std::vector<double> radiiMm;       ///< one a vertex, > 0
  double radiusUncertaintyMm = 0.0;  ///< added to the error bound
};

struct Structure {
  std::string name;         ///< the segment's label, the ROI's name or the label map's name; unique in a case
  std::string trackingUid;  ///< stays the same over revisions of the plan
  Kind kind = Kind::Other;
  bool kindGuessed = true;   ///< from codes or the name; false once a person has chosen it
  std::optional<Code> code;  ///< segmented property type, or anatomic region
  Side side = Side::None;
  Role role = Role::Avoid;
  bool confirmed = false;  ///< a person has made or checked it
  Origin source;
  std::string sourceSopClassUid;  ///< of the DICOM object it came from; empty otherwise
  std::string sourceSopInstanceUid;
  std::optional<int> sourceNumber;    ///< segment number or ROI number in that object
  std::optional<double> marginMm;     ///< set by the operator; absent: that of route and kind
  double registrationResidualMm = 0;  ///< when it came in through a registration; added to the error bound
  std::array<std::uint8_t, 3> colour{0, 114, 178};
  std::variant<Mask::Pointer, Tube> shape;
  /// The voxels of the mask's own lattice in which it was looked for: the scan it was found in, the slices it was drawn
  /// in. Where the mask reaches this region's border it goes on unseen. Absent: not told, nothing is held against it.
  std::optional<Mask::RegionType> lookedIn{};
};

/// The program expects it there, and no person has confirmed it: no evidence, nothing but a warning.
bool isExpectedOnly(const Structure& structure);
/// No person has confirmed it, whoever proposed it, and in whatever file it was kept meanwhile: to be drawn as a
/// proposal, and no evidence.
bool isProposal(const Structure& structure);

}  // namespace planning::anatomy
