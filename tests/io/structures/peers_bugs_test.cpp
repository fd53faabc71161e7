#include <gtest/gtest.h>

#include "io/reading/structure_reader.h"
#include "made_seg.h"
#include "mask_probe.h"
#include "tests/support/temporary_folder.h"

// Faults that other programs had with segmentations, rebuilt without their data. NIfTI's are in label_map_reader_test,
// RTSTRUCT's in rtstruct_reader_test.
namespace io {
namespace {

using planning::anatomy::Mask;
using test::maskOf;

planning::Expected<StructureSet> readBack(const made::Seg& seg) {
  const support::TemporaryFolder folder;
  planning::Progress progress;
  return readStructures(made::write(seg, folder.path()), made::scanIdentity(), progress);
}

made::Seg stack(const std::vector<double>& heights) {
  made::Seg seg;
  for (const double z : heights)
    seg.frames.push_back({1, planning::makePoint(0, 0, z), std::vector<std::uint8_t>(35, 1)});
  return seg;
}

}  // namespace

// dcmqi 425 and 473: the first number of Pixel Spacing is the distance between rows, not between columns.
TEST(PeersBugs, pixelSpacingStartsWithTheRows) {
  auto seg = stack({0, 1});
  seg.spacing = {1.6, 0.4};
  const auto read = readBack(seg);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_NEAR(maskOf(read->structures[0]).GetSpacing()[0], 0.4, 1e-9);
  EXPECT_NEAR(maskOf(read->structures[0]).GetSpacing()[1], 1.6, 1e-9);
}

// dwv 1677, ITK 112: a slice's thickness is not the distance to the next one.
TEST(PeersBugs, thicknessIsNotSpacing) {
  for (const double thickness : {1.0, 5.0}) {
    auto seg = stack({0, 2, 4});
    seg.sliceThickness = thickness;
    const auto read = readBack(seg);
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_NEAR(maskOf(read->structures[0]).GetSpacing()[2], 2, 1e-9);
    EXPECT_EQ(test::voxelsIn(maskOf(read->structures[0])), 105u);
  }
}

// dcmqi 275: a spacing that is not quite the positions' must not make a plane too many.
TEST(PeersBugs, roundingMakesNoExtraPlane) {
  auto seg = stack({0, 2.0001, 4.0001, 6.0002});
  seg.betweenSlices = 2;
  const auto read = readBack(seg);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(maskOf(read->structures[0]).GetBufferedRegion().GetSize()[2], 4u);
}

// dcmqi 89 and 407, OHIF 2733: a single frame stands where it stands, as thick as it says.
TEST(PeersBugs, aSingleFrameHasItsPlaceAndThickness) {
  auto seg = stack({-37.5});
  seg.sliceThickness = 2.5;
  const auto read = readBack(seg);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_NEAR(maskOf(read->structures[0]).GetOrigin()[2], -37.5, 1e-9);
  EXPECT_NEAR(maskOf(read->structures[0]).GetSpacing()[2], 2.5, 1e-9);
}

// dcmqi 69: segment numbers that do not run on. dcmqi 509: no algorithm type.
TEST(PeersBugs, segmentsMayBeNumberedAnyhowAndSayNothingOfTheirMaker) {
  auto seg = stack({0, 1});
  seg.segments = {{378, "a", ""}, {4002, "b", ""}};
  seg.frames[0].segment = 4002;
  seg.frames[1].segment = 378;
  const auto read = readBack(seg);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->structures[1].sourceNumber, 4002);
  EXPECT_NEAR(maskOf(read->structures[1]).GetOrigin()[2], 0, 1e-9);
  EXPECT_FALSE(read->structures[1].confirmed);
}

// dcmqi 462, OHIF 3754: frames ordered segment by segment, top to bottom, sharing positions.
TEST(PeersBugs, positionsAndNotTheOrderOfFramesDecide) {
  made::Seg seg;
  seg.segments = {{1, "a"}, {2, "b"}};
  for (const int segment : {2, 1})
    for (const double z : {6.0, 0.0, 3.0}) {
      seg.frames.push_back({segment, planning::makePoint(0, 0, z), std::vector<std::uint8_t>(35, 0)});
      seg.frames.back().pixels[static_cast<std::size_t>(z)] = 1;
    }
  const auto read = readBack(seg);
  ASSERT_TRUE(read) << read.error().detail;
  for (const auto& structure : read->structures)
    for (const double z : {0.0, 3.0, 6.0}) EXPECT_TRUE(test::isInside(maskOf(structure), planning::makePoint(z, 0, z)));
}

// Weasis 816: a frame lies where it says, whatever image it cites; only a frame that says nothing takes its source's
// place.
TEST(PeersBugs, theSourceImageCountsOnlyWithoutAPosition) {
  planning::Volume scan;
  scan.identity = made::scanIdentity();
  scan.identity.instances = {{UID_CTImageStorage, "2.25.100"}, {UID_CTImageStorage, "2.25.101"}};
  scan.hu = planning::Volume::Image::New();
  scan.hu->SetRegions(itk::Size<3>{{7, 5, 2}});
  const double spacing[3] = {0.5, 1.5, 4}, origin[3] = {10, 20, 30};
  scan.hu->SetSpacing(spacing);
  scan.hu->SetOrigin(origin);
  scan.hu->Allocate(true);
  auto seg = stack({31, 32});
  for (auto& frame : seg.frames) frame.position[0] = 10, frame.position[1] = 20;
  const auto cite = [](DcmDataset& dataset, bool withoutPosition) {
    for (signed long i = 0; i < 2; ++i) {
      DcmItem *frame = nullptr, *derivation = nullptr, *source = nullptr;
      dataset.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, i);
      frame->findOrCreateSequenceItem(DCM_DerivationImageSequence, derivation);
      derivation->findOrCreateSequenceItem(DCM_SourceImageSequence, source);
      source->putAndInsertString(DCM_ReferencedSOPInstanceUID, i == 0 ? "2.25.101" : "2.25.100");
      if (withoutPosition) delete frame->remove(DCM_PlanePositionSequence);
    }
  };
  const support::TemporaryFolder folder;
  planning::Progress progress;
  seg.change = [&](DcmDataset& d) { cite(d, false); };
  const auto placed = readStructures(made::write(seg, folder.path()), scan, progress);
  ASSERT_TRUE(placed) << placed.error().detail;
  EXPECT_NEAR(maskOf(placed->structures[0]).GetOrigin()[2], 31, 1e-9);
  seg.change = [&](DcmDataset& d) { cite(d, true); };
  const auto derived = readStructures(made::write(seg, folder.path()), scan, progress);
  ASSERT_TRUE(derived) << derived.error().detail;
  EXPECT_NEAR(maskOf(derived->structures[0]).GetOrigin()[2], 30, 1e-9);
  EXPECT_NEAR(maskOf(derived->structures[0]).GetSpacing()[2], 4, 1e-9);
  EXPECT_NEAR(maskOf(derived->structures[0]).GetSpacing()[1], 1.5, 1e-9);
  const auto unknown = readStructures(made::write(seg, folder.path()), made::scanIdentity(), progress);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, "geometry-absent");
}

}  // namespace io
