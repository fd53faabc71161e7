#include "tests/adversary/written.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <stdexcept>

#include "io/images/ct_writer.h"
#include "io/structures/seg_writer.h"
#include "planning/check.h"
#include "tests/paths.h"

namespace adversary {
namespace {

constexpr double kAroundMm = 45;  ///< of the needle, in the SEG

std::string text(const planning::Point& place) {
  char all[96];
  std::snprintf(all, sizeof all, "%.3f,%.3f,%.3f", place[0], place[1], place[2]);
  return all;
}

/// The part of the body's own lattice that holds the needle.
testdata::Lattice latticeAround(const Case& honest) {
  const auto& needle = honest.choices.needles.front();
  testdata::Lattice lattice = honest.body->fine;
  for (unsigned i = 0; i < 3; ++i) {
    const double low = std::min((*needle.entry)[i], (*needle.target)[i]) - kAroundMm;
    const double high = std::max((*needle.entry)[i], (*needle.target)[i]) + kAroundMm;
    const double first = std::max(0.0, std::floor((low - lattice.origin[i]) / lattice.step[i]));
    lattice.origin[i] += first * lattice.step[i];
    lattice.size[i] = std::min(lattice.size[i] - static_cast<std::size_t>(first),
                               static_cast<std::size_t>((high - lattice.origin[i]) / lattice.step[i]));
  }
  return lattice;
}

/// The scan's identity on another grid, of which no pixel is asked.
planning::Volume gridOf(const planning::Volume& scan, const testdata::Lattice& lattice) {
  planning::Volume grid = scan;
  grid.hu = planning::Volume::Image::New();
  planning::Volume::Image::RegionType region;
  region.SetSize(lattice.size);
  grid.hu->SetRegions(region);
  grid.hu->SetOrigin(lattice.origin);
  grid.hu->SetSpacing(lattice.step);
  grid.hu->Allocate(true);
  grid.identity.instances.clear();
  for (std::size_t k = 0; k < lattice.size[2]; ++k)
    grid.identity.instances.push_back({UID_CTImageStorage, "2.25.91." + std::to_string(k + 1)});
  return grid;
}

}  // namespace

Written::Written(const Case& honest) {
  const auto& scan = *honest.body->volume;
  const auto lattice = latticeAround(honest);
  std::vector<planning::anatomy::Structure> structures;
  for (const auto& one : honest.body->structures) {
    auto structure = one.measured.structure;
    if (auto mask = testdata::makeMask(*one.shape, lattice)) {
      structure.shape = mask;
      structures.push_back(std::move(structure));
    }
  }
  planning::check(io::writeCt(scan, ct()).has_value(), "a made scan can be written");
  planning::check(io::writeSeg(structures, gridOf(scan, lattice), seg()).has_value(), "its structures can be written");
  const auto& choices = honest.choices;
  const auto& needle = choices.needles.front();
  const double z = (*needle.target)[2];
  arguments = {"plan",
               ct(),
               "--structures",
               seg(),
               "--route",
               choices.routeId,
               "--needle",
               planning::needle::format(*needle.needle),
               "--target",
               text(*needle.target),
               "--entry",
               text(*needle.entry),
               "--out",
               out(),
               "--level",
               choices.level,
               "--guidance",
               "ct",
               "--operator",
               "Roe^Ann",
               "--level-seen-by",
               "Roe^Ann",
               "--midline",
               text(planning::makePoint(honest.body->middleX, 70, z + 40)),
               "--midline",
               text(planning::makePoint(honest.body->middleX, 70, z - 40)),
               "--site-check",
               "Second^Person",
               "--complete"};
  if (choices.side) arguments.insert(arguments.end(), {"--side", word(*choices.side)});
  for (const auto& check : choices.checks)
    arguments.insert(arguments.end(), {"--check", check.id + "=" + check.answer});
  if (choices.routeId == "lumbar-foraminal") arguments.emplace_back("--accept-rule");  // no pedicles: somebody looked
  for (const auto& one : choices.acceptedUnknowns)
    arguments.insert(arguments.end(),
                     {"--accept-unknown", one.requirement + "=" + one.by + ":" + one.reason + ":" + one.modality});
}

support::ProgramRun Written::run(const std::vector<std::string>& arguments) {
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
}

support::ProgramRun Written::verify(const std::filesystem::path& report) const {
  return run({"verify", report, ct(), "--structures", seg()});
}

void Written::answer(const std::string& option, const std::string& value) {
  const auto at = std::find(arguments.begin(), arguments.end(), option);
  if (at == arguments.end()) throw std::runtime_error("no option " + option);
  *(at + 1) = value;
}

void Written::leaveOut(const std::string& option) {
  for (auto at = arguments.begin(); (at = std::find(at, arguments.end(), option)) != arguments.end();)
    at = arguments.erase(at, at + 2);
}

void edit(const std::filesystem::path& file, const std::function<void(DcmItem&)>& change) {
  DcmFileFormat format;
  planning::check(format.loadFile(OFFilename(file.c_str())).good(), "a written file can be read");
  format.loadAllDataIntoMemory();  // it is written in its own place
  change(*format.getDataset());
  planning::check(format.saveFile(OFFilename(file.c_str())).good(), "and written again");
}

void editAll(const std::filesystem::path& folder, const std::function<void(DcmItem&, std::size_t number)>& change) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (std::size_t n = 0; n < files.size(); ++n) edit(files[n], [&](DcmItem& dataset) { change(dataset, n); });
}

}  // namespace adversary
