#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <random>

#include "io/structures/seg_writer.h"
#include "tests/paths.h"
#include "tests/support/node_reader.h"
#include "tests/support/oblique_scan.h"
#include "tests/support/reader.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// What pydicom and dcmjs find in a SEG of ours, compared with the voxels that were written.

namespace {

using planning::anatomy::Mask;
using planning::anatomy::Structure;

/// Two structures that overlap, one voxel in three of each.
std::vector<Structure> scattered(const planning::Volume& scan) {
  std::mt19937 random(7);
  std::vector<Structure> structures;
  for (const auto& [name, colour] : {std::pair("one", std::array<std::uint8_t, 3>{200, 30, 90}),
                                     std::pair("two", std::array<std::uint8_t, 3>{0, 255, 10})}) {
    auto mask = Mask::New();
    mask->CopyInformation(scan.hu);
    mask->SetRegions(scan.hu->GetLargestPossibleRegion());
    mask->Allocate(true);
    std::generate_n(mask->GetBufferPointer(), mask->GetPixelContainer()->Size(), [&] { return random() % 3 == 0; });
    Structure structure;
    structure.name = name;
    structure.colour = colour;
    structure.shape = mask;
    structures.push_back(structure);
  }
  return structures;
}

/// Of the centres of a mask's voxels, mm.
struct Extent {
  std::size_t voxels = 0;
  planning::Vector sum{};
  planning::Point low = planning::makePoint(1e9, 1e9, 1e9), high = planning::makePoint(-1e9, -1e9, -1e9);

  explicit Extent(const Mask& mask) {
    for (std::size_t n = 0; n < mask.GetPixelContainer()->Size(); ++n) {
      if (!mask.GetBufferPointer()[n]) continue;
      planning::Point place;
      mask.TransformIndexToPhysicalPoint(mask.ComputeIndex(static_cast<itk::OffsetValueType>(n)), place);
      ++voxels;
      for (unsigned d = 0; d < 3; ++d) {
        sum[d] += place[d];
        low[d] = std::min(low[d], place[d]);
        high[d] = std::max(high[d], place[d]);
      }
    }
  }
};

std::string listOf(const auto& three) {
  std::ostringstream text;
  text << std::setprecision(12) << "[" << +three[0] << ", " << +three[1] << ", " << +three[2] << "]";
  return text.str();
}

/// Writes them as a SEG, and what is known of them beside it, for both readers.
void expectReadersAgree(const std::vector<Structure>& structures, const planning::Volume& scan) {
  const support::TemporaryFolder folder;
  const std::string seg = (folder / "seg.dcm").string(), known = (folder / "known.json").string();
  ASSERT_TRUE(io::writeSeg(structures, scan, seg));
  std::ofstream text(known);
  for (const auto& structure : structures) {
    const Extent extent(*std::get<Mask::Pointer>(structure.shape));
    text << (&structure == &structures.front() ? "[" : ",\n") << R"({"name": ")" << structure.name << R"(", "rgb": )"
         << listOf(structure.colour) << R"(, "voxels": )" << extent.voxels << R"(, "middle": )"
         << listOf(extent.sum / static_cast<double>(extent.voxels)) << R"(, "low": )" << listOf(extent.low)
         << R"(, "high": )" << listOf(extent.high) << "}";
  }
  text << "]\n";
  text.close();
  const auto expectAgreement = [](const support::ProgramRun& compared) {
    EXPECT_EQ(compared.exitCode, 0) << compared.out << compared.err;
    std::cout << compared.out;
  };
  if (support::isThere(support::kPydicom))
    expectAgreement(support::runProgram("/usr/bin/python3",
                                        {NEEDLEPLAN_SOURCE_DIR "/tests/io/structures/seg_check.py", seg, known}));
  if (support::areNodeReadersThere()) expectAgreement(support::runNodeReader("seg_check.mjs", {seg, known}));
}

}  // namespace

TEST(SegReaders, findGeometryPackingColoursAndCountsOnAnObliqueGrid) {
  const auto scan = support::obliqueScan({{13, 7, 5}});  // a frame of 91 bits begins within a byte
  expectReadersAgree(scattered(scan), scan);
}

TEST(SegReaders, findThemInTheDemoCaseSlow) {
  const auto& phantom = support::smallPhantom();
  std::vector<Structure> structures;
  for (const auto& made : phantom.structures) structures.push_back(made.structure);
  expectReadersAgree(structures, phantom.volume);
}
