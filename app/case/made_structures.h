#pragma once

#include <filesystem>
#include <vector>

#include "planning/anatomy/measured_structure.h"
#include "planning/error.h"
#include "planning/plan/plan.h"

namespace app {

/// The structures that were made in the program, as the SEG beside a plan holds them: one segment each, in order.
struct MadeStructures {
  std::vector<planning::anatomy::Structure> structures;
  std::filesystem::path file;
  planning::SeriesIdentity seg;
};

/// Those of the case that are in no file yet.
std::vector<planning::anatomy::Structure> madeAmong(const std::vector<planning::anatomy::MeasuredStructure>& all);

/// Would the same SEG be written?
bool sameMade(const std::vector<planning::anatomy::Structure>& a, const std::vector<planning::anatomy::Structure>& b);

/// Writes them as a DICOM SEG. Errors: those of io::writeSeg(), and "nothing-painted" for an empty one.
planning::Expected<MadeStructures> writeMade(std::vector<planning::anatomy::Structure> structures,
                                             const planning::Volume& scan, const std::filesystem::path& file);

/// Where the SEG of a plan's file goes: beside it, "-structures" added to its name, and a number where that is taken.
std::filesystem::path madeFileFor(const std::filesystem::path& planFile);
/// Has a file such a name for this plan?
bool isMadeFileOf(const std::filesystem::path& planFile, const std::filesystem::path& file);

/// The plan cites the SEG: as evidence, and as the source of each distance to one of them.
void cite(planning::Plan& plan, const MadeStructures& made);

}  // namespace app
