#include "tests/support/small_case.h"

#include "io/images/ct_writer.h"
#include "io/structures/seg_writer.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/check.h"
#include "planning/needle/clearance.h"
#include "tests/support/temporary_folder.h"

namespace support {
namespace {

SmallCase write(const std::filesystem::path& folder, bool onlyHeld = false) {
  const auto& phantom = smallPhantom();
  std::vector<planning::anatomy::Structure> structures;
  for (const auto& made : phantom.structures)
    if (made.structure.kind != planning::anatomy::Kind::Skin && (!onlyHeld || isHeld(made.structure)))
      structures.push_back(made.structure);
  SmallCase made{folder, folder / "ct", folder / "seg.dcm", {}, {}};
  const auto scan = io::writeCt(phantom.volume, made.ct);
  const auto seg = io::writeSeg(structures, phantom.volume, made.seg);
  planning::check(scan && seg, "the small case can be written");
  made.scan = *scan;
  made.structures = *seg;
  return made;
}

}  // namespace

const testdata::Phantom& smallPhantom() {
  static const auto phantom = testdata::makeLumbarPhantom({.columns = 128, .rows = 128, .slices = 60});
  return phantom;
}

const SmallCase& smallCase() {
  static const TemporaryFolder folder;
  static const SmallCase made = write(folder.path());
  return made;
}

bool isHeld(const planning::anatomy::Structure& structure) {
  return planning::anatomy::measure(structure).errorBoundMm <= planning::needle::kLargestUsableBoundMm;
}

const SmallCase& heldCase() {
  static const TemporaryFolder folder;
  static const SmallCase made = write(folder.path(), true);
  return made;
}

}  // namespace support
