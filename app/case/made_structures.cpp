#include "app/case/made_structures.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "io/structures/seg_writer.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/anatomy/segmented.h"

namespace app {
namespace {

using planning::anatomy::Mask;
using planning::anatomy::Structure;

constexpr const char* kSuffix = "-structures";

auto written(const Structure& s) {
  return std::tie(s.name, s.trackingUid, s.kind, s.code, s.side, s.confirmed, s.colour, s.source);
}

}  // namespace

std::vector<Structure> madeAmong(const std::vector<planning::anatomy::MeasuredStructure>& all) {
  std::vector<Structure> made;
  for (const auto& measured : all)
    if (planning::anatomy::isMadeHere(measured.structure)) made.push_back(measured.structure);
  return made;
}

bool sameMade(const std::vector<Structure>& a, const std::vector<Structure>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Structure& x, const Structure& y) {
    return std::get<Mask::Pointer>(x.shape) == std::get<Mask::Pointer>(y.shape) && written(x) == written(y);
  });
}

planning::Expected<MadeStructures> writeMade(std::vector<Structure> structures, const planning::Volume& scan,
                                             const std::filesystem::path& file) {
  for (const Structure& structure : structures)
    if (planning::anatomy::rangeOf(*std::get<Mask::Pointer>(structure.shape)).empty())
      return planning::refuse("nothing-painted", structure.name);
  auto seg = io::writeSeg(structures, scan, file);
  if (!seg) return tl::unexpected(seg.error());
  return MadeStructures{std::move(structures), file, std::move(*seg)};
}

std::filesystem::path madeFileFor(const std::filesystem::path& planFile) {
  const std::string base = planFile.stem().string() + kSuffix;
  std::error_code ignored;
  auto file = planFile.parent_path() / (base + ".dcm");
  for (int n = 2; std::filesystem::exists(file, ignored); ++n)
    file = planFile.parent_path() / (base + "-" + std::to_string(n) + ".dcm");
  return file;
}

bool isMadeFileOf(const std::filesystem::path& planFile, const std::filesystem::path& file) {
  return file.parent_path() == planFile.parent_path() &&
         file.stem().string().starts_with(planFile.stem().string() + kSuffix);
}

void cite(planning::Plan& plan, const MadeStructures& made) {
  const auto& object = made.seg.instances.front();
  plan.choices.structureEvidence.push_back(made.seg);
  for (auto& needle : plan.assessment.needles)
    for (auto& row : needle.clearances)
      for (std::size_t n = 0; n < made.structures.size(); ++n) {
        if (made.structures[n].trackingUid != row.structureTrackingUid) continue;
        row.source = planning::anatomy::Origin{planning::anatomy::Origin::Kind::Segmentation, object.sopInstanceUid};
        row.sourceSopClassUid = object.sopClassUid;
        row.sourceSopInstanceUid = object.sopInstanceUid;
        row.sourceNumber = static_cast<int>(n) + 1;
      }
}

}  // namespace app
