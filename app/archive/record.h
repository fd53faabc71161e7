#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/identity.h"
#include "planning/needle/clearance.h"
#include "planning/plan/plan.h"
#include "planning/review/audit.h"
#include "planning/review/procedures.h"

namespace app::archive {

enum class Kind { Plan, Control, Refused };

/// What the archive knows of one file of its folder. Texts that are not known are empty.
struct Record {
  std::filesystem::path file;
  std::uint64_t bytes = 0;
  std::int64_t modified = 0;  ///< of the file, as its file system counts it
  Kind kind = Kind::Refused;
  planning::Error refusal;  ///< of what is neither plan nor control of ours, or cannot be read

  std::string uid;             ///< SOP Instance UID
  std::string predecessorUid;  ///< of the version before
  std::string planUid;         ///< the plan that a control cites
  planning::Patient patient;
  std::string scanSeriesUid;
  std::string frameOfReferenceUid;
  std::string saved;                 ///< YYYYMMDDHHMMSS
  std::string routeId, level, side;  ///< as sitesOf() joins them
  std::string operatorName, label;
  std::optional<planning::needle::Verdict> verdict;
  bool complete = false;
  bool ready = false;
  bool superseded = false;        ///< another file of the archive is a later version; told by the index only
  std::optional<double> tipMm{};  ///< the largest tip error of a control

  std::vector<planning::review::AuditedNeedle> needles;           ///< of a control; not filled by a search
  std::optional<planning::review::AuditedProcedure> procedure{};  ///< of a plan that was carried out; not in the index
};

/// Ids of routes, levels and words of sides of a plan's needles, each once, in the order of the needles: "L4, L5".
struct Sites {
  std::string routeIds, levels, sides;
};
Sites sitesOf(const planning::PlanChoices& choices);

/// Reads a file of the archive, whatever it is: what is no plan and no control has its refusal. Never fails.
Record readRecord(const std::filesystem::path& file);

}  // namespace app::archive
