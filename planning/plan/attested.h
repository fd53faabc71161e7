#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/geometry.h"

/// What a person vouches for by name, where the program has measured nothing.
namespace planning {

/// A person's word that a stated level or side was seen to be right, or that a structure is what it is said to be. It
/// stands for this level, side or structure alone: state another, and it is void.
struct SeenBySight {
  std::string what;  ///< as stated: "L4-L5"; "left"; a structure's name
  std::string by;    ///< name
  std::string how;   ///< "fluoroscopy" or "images"
  std::string at;    ///< YYYY-MM-DD, or with a time behind it; empty when not known

  friend bool operator==(const SeenBySight&, const SeenBySight&) = default;
};

/// "Looked for, not visible": of a required structure that CT often cannot show (RequiredStructure::mayBeInvisible).
/// All fields but side and level must be filled for it to count.
struct AcceptedUnknown {
  std::string requirement;            ///< its id: "radicular-artery"
  std::optional<anatomy::Side> side;  ///< on which it was looked for; absent: on the needle's
  std::string level;                  ///< at which, as stated; empty: at the needle's
  std::string by;                     ///< name
  std::string reason;                 ///< free
  std::string modality;               ///< in which it was looked for: "CT", "CTA", "MR"
  std::string date;                   ///< YYYY-MM-DD

  friend bool operator==(const AcceptedUnknown&, const AcceptedUnknown&) = default;
};

/// Places of a needle that came from another program's file, were made from another needle of the plan
/// (planning/plan/session.h), or were proposed by this program. Until a person has seen them on the scan they are not
/// verified, and the plan is not ready (planning/plan/imported.h).
struct ImportedPlaces {
  /// "Slicer markups plan.mrk.json", "SR 1.2.826.0...", "mirrored from Needle 1", or kProposedHere
  std::string source;
  std::optional<Point> entry, target;  ///< as they came, LPS mm; absent: not from there
  std::string seenBy;                  ///< name of who has seen them on the scan; empty: nobody yet
  std::string seenAt;                  ///< YYYY-MM-DD, or with a time behind it

  friend bool operator==(const ImportedPlaces&, const ImportedPlaces&) = default;
};

/// One needle as a person checked it on one picture.
struct CheckedSite {
  std::string needle;  ///< its label
  std::string routeId;
  std::string level;
  std::optional<anatomy::Side> side;
  std::optional<Point> entry;
  std::optional<Point> target;
};

/// The site check before completion: this patient, these sides, levels and places. Void once any of them has changed.
struct SiteCheck {
  std::string by;  ///< name
  std::string at;  ///< YYYY-MM-DD, or with a time behind it
  std::string patientId;
  std::vector<CheckedSite> needles;  ///< every needle of the plan, in its order
};

}  // namespace planning
