#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/geometry.h"
#include "planning/identity.h"
#include "planning/plan/attested.h"

/// Needles and targets that another program's file holds.
namespace io::exchange {

struct ForeignNeedle {
  std::string name;                      ///< as the file calls it; may be empty
  std::optional<planning::Point> entry;  ///< LPS mm; absent: the file gives a target alone
  planning::Point target;                ///< LPS mm
};

struct ForeignNeedles {
  std::string kind;  ///< "Slicer markups", "SR 1.2.826..."
  /// Whose they are and in which frame of reference; absent in markups, which say neither.
  std::optional<planning::Patient> patient;
  std::string frameOfReferenceUid;
  std::vector<ForeignNeedle> needles;
};

/// No honest file has more.
inline constexpr std::size_t kMostForeignNeedles = 10'000;

/// The two places of one needle in the order of our plans. Swaps where a label says that the first is the target or the
/// second the entry ("target", "tip", "entry", in any case).
ForeignNeedle needleOf(std::string name, const planning::Point& first, const std::string& firstLabel,
                       const planning::Point& second, const std::string& secondLabel);

/// The only needle of a file, not yet seen by anybody, for a plan on this scan. Errors: "several-needles" with their
/// names; "another-patient", "needle-of-another-frame" with both values, where the file says whose it is.
planning::Expected<planning::ImportedPlaces> importedFor(const ForeignNeedles& found,
                                                         const planning::SeriesIdentity& scan,
                                                         const std::filesystem::path& file);

}  // namespace io::exchange
