#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "planning/anatomy/measured_structure.h"
#include "planning/finding.h"
#include "planning/identity.h"

namespace app {

/// What is known of where the structures of a case come from; not touched by undo.
struct StructureSources {
  using Structures = std::vector<planning::anatomy::MeasuredStructure>;

  std::map<std::string, planning::SeriesIdentity> evidence;  ///< by SOP Instance UID
  /// Of structure files, by their SOP Instance UID, and of structures that were found, by their tracking UID; an empty
  /// one stays: of what could not be opened again.
  std::vector<std::pair<std::string, planning::Finding>> findings;

  /// The objects that these structures came from, each once.
  std::vector<planning::SeriesIdentity> citedBy(const Structures& structures) const;
  std::vector<planning::Finding> findingsOf(const Structures& structures) const;
};

}  // namespace app
