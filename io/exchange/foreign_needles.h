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

/// No honest file has more: one line is 1 KB.
inline constexpr std::uintmax_t kLargestMarkups = 4 << 20;  // bytes
inline constexpr std::size_t kMostForeignNeedles = 10'000;

/// Parses Slicer markups or an SR, in this process (io/reading/needle_file_reader.h: in a child). Lines are needles;
/// where there is none, two points are a needle and one is a target. The first of two places is the entry, unless a
/// label says otherwise. Errors: "cannot-read", "not-a-needle-file", "needs-too-much-memory"; of markups
/// "broken-markups", "coordinates-not-stated", "unknown-unit", "not-two-points", "place-not-set", each with file and
/// key; of reports "broken-report", "frame-unknown"; "no-needle-in-file".
planning::Expected<ForeignNeedles> parseNeedles(const std::filesystem::path& file);

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
