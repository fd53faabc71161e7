#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "io/reading/structure_reader.h"
#include "io/structures/guess_kind.h"
#include "io/structures/structure_names.h"
#include "made_seg.h"
#include "mask_probe.h"
#include "tests/support/temporary_folder.h"

namespace io {
namespace {

using planning::anatomy::Kind;
using planning::anatomy::Mask;
using planning::anatomy::Side;
using planning::anatomy::Structure;
using test::maskOf;
using test::voxelsIn;

planning::Expected<StructureSet> readBack(const made::Seg& seg, E_TransferSyntax syntax = EXS_LittleEndianExplicit) {
  const support::TemporaryFolder folder;
  planning::Progress progress;
  return readStructures(made::write(seg, folder.path(), syntax), made::scanIdentity(), progress);
}

/// Is the voxel whose centre is at `place` in? False outside the mask; a place off every voxel's centre fails the test.
bool isIn(const Mask& mask, const planning::Point& place) {
  itk::ContinuousIndex<double, 3> exact;
  mask.TransformPhysicalPointToContinuousIndex(place, exact);
  Mask::IndexType index;
  for (unsigned axis = 0; axis < 3; ++axis) {
    index[axis] = std::lround(exact[axis]);
    EXPECT_NEAR(exact[axis], static_cast<double>(index[axis]), 1e-4);
  }
  return mask.GetBufferedRegion().IsInside(index) && mask.GetPixel(index) == 1;
}

planning::Point pixelPlace(const made::Seg& seg, const planning::Point& position, int column, int row) {
  const auto& o = seg.orientation;
  return position + planning::makeVector(o[0], o[1], o[2]) * (seg.spacing[1] * column) +
         planning::makeVector(o[3], o[4], o[5]) * (seg.spacing[0] * row);
}

/// Every pixel of every frame must be found in its segment at its place, and nothing else.
void expectSamePixels(const made::Seg& seg, const StructureSet& read) {
  for (const auto& segment : seg.segments) {
    const auto structure = std::find_if(read.structures.begin(), read.structures.end(),
                                        [&](const auto& s) { return s.sourceNumber == segment.number; });
    ASSERT_NE(structure, read.structures.end());
    std::size_t expected = 0;
    for (const auto& frame : seg.frames) {
      if (frame.segment != segment.number) continue;
      for (int row = 0; row < seg.rows; ++row)
        for (int column = 0; column < seg.columns; ++column) {
          const bool in = frame.pixels[static_cast<std::size_t>(row * seg.columns + column)] != 0;
          expected += in;
          EXPECT_EQ(isIn(maskOf(*structure), pixelPlace(seg, frame.position, column, row)), in);
        }
    }
    EXPECT_EQ(voxelsIn(maskOf(*structure)), expected);
  }
}

std::vector<std::uint8_t> randomPixels(const made::Seg& seg, std::mt19937& random) {
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(seg.rows * seg.columns));
  for (auto& pixel : pixels) pixel = random() % 3 == 0;
  return pixels;
}

made::Seg oneFrame() {
  made::Seg seg;
  seg.sliceThickness = 2;
  seg.frames = {{1, planning::makePoint(10, 20, 30), std::vector<std::uint8_t>(35, 0)}};
  seg.frames[0].pixels[2 * 7 + 3] = 1;
  return seg;
}

}  // namespace

// Bits run on from frame to frame: for every remainder of rows x columns by 8, frames descending, two segments.
TEST(SegReader, unpacksFramesThatEndInsideAByte) {
  std::mt19937 random(5);
  for (int columns = 8; columns <= 15; ++columns) {
    made::Seg seg;
    seg.rows = 3;
    seg.columns = columns;
    seg.betweenSlices = 2.5;
    seg.segments = {{1, "aorta"}, {7, "cord"}};
    for (int k = 4; k >= 0; --k)
      for (const int segment : {7, 1})
        seg.frames.push_back({segment, planning::makePoint(-3, 8, -100 + 2.5 * k), randomPixels(seg, random)});
    const auto read = readBack(seg);
    ASSERT_TRUE(read) << read.error().code << read.error().detail;
    expectSamePixels(seg, *read);
  }
}

TEST(SegReader, placesOneVoxelExactlyOnAnObliqueAnisotropicGrid) {
  made::Seg seg = oneFrame();
  seg.orientation = {0.8, 0.6, 0, -0.48, 0.64, 0.6};
  seg.spacing = {1.6, 0.4};  // rows 1.6 mm apart, columns 0.4
  const auto read = readBack(seg);
  ASSERT_TRUE(read) << read.error().detail;
  const Mask& mask = maskOf(read->structures[0]);
  EXPECT_EQ(mask.GetBufferedRegion().GetNumberOfPixels(), 1u);  // cropped to what is in
  planning::Point centre;
  mask.TransformIndexToPhysicalPoint({{0, 0, 0}}, centre);
  // By hand: (10,20,30) + 3 columns x 0.4 x (0.8,0.6,0) + 2 rows x 1.6 x (-0.48,0.64,0.6)
  EXPECT_NEAR(centre[0], 10 + 0.96 - 1.536, 1e-9);
  EXPECT_NEAR(centre[1], 20 + 0.72 + 2.048, 1e-9);
  EXPECT_NEAR(centre[2], 30 + 1.92, 1e-9);
  EXPECT_NEAR(mask.GetSpacing()[0], 0.4, 1e-9);
  EXPECT_NEAR(mask.GetSpacing()[1], 1.6, 1e-9);
  EXPECT_NEAR(mask.GetSpacing()[2], 2.0, 1e-9);
}

TEST(SegReader, keepsTheShearOfATiltedGantry) {
  std::mt19937 random(6);
  made::Seg seg;
  seg.orientation = {1, 0, 0, 0, 0.96, -0.28};  // planes tilted, steps straight up
  for (const int k : {3, 0, 2, 1})
    seg.frames.push_back({1, planning::makePoint(0, 0, 3.0 * k), randomPixels(seg, random)});
  const auto read = readBack(seg);
  ASSERT_TRUE(read) << read.error().detail;
  expectSamePixels(seg, *read);
}

TEST(SegReader, fillsOmittedEmptyFramesWithNothing) {
  std::mt19937 random(7);
  made::Seg seg;
  for (const int k : {0, 1, 5, 6})
    seg.frames.push_back({1, planning::makePoint(0, 0, 2.0 * k), randomPixels(seg, random)});
  const auto read = readBack(seg);
  ASSERT_TRUE(read) << read.error().detail;
  expectSamePixels(seg, *read);
  EXPECT_EQ(maskOf(read->structures[0]).GetBufferedRegion().GetSize()[2], 7u);
}

TEST(SegReader, keepsOverlappingSegmentsWhole) {
  made::Seg seg = oneFrame();
  seg.segments = {{1, "a"}, {2, "b"}};
  seg.frames.push_back(seg.frames[0]);
  seg.frames[1].segment = 2;
  const auto read = readBack(seg);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(voxelsIn(maskOf(read->structures[0])), 1u);
  EXPECT_EQ(voxelsIn(maskOf(read->structures[1])), 1u);
}

TEST(SegReader, readsDeflatedAndBigEndian) {
  std::mt19937 random(8);
  made::Seg seg = oneFrame();
  seg.frames[0].pixels = randomPixels(seg, random);
  for (const auto syntax : {EXS_DeflatedLittleEndianExplicit, EXS_BigEndianExplicit, EXS_LittleEndianImplicit}) {
    const auto read = readBack(seg, syntax);
    ASSERT_TRUE(read) << read.error().detail;
    expectSamePixels(seg, *read);
  }
}

namespace {

/// One frame of the Deflated Image Frame syntax: zlib's stream without its header and checksum (RFC 1951).
std::vector<Uint8> deflated(const std::vector<Uint8>& bytes) {
  std::vector<Uint8> stream(compressBound(static_cast<uLong>(bytes.size())));
  uLongf length = static_cast<uLongf>(stream.size());
  compress(stream.data(), &length, bytes.data(), static_cast<uLong>(bytes.size()));
  stream = {stream.begin() + 2, stream.begin() + static_cast<std::ptrdiff_t>(length) - 4};
  if (stream.size() % 2 != 0) stream.push_back(0);
  return stream;
}

/// DCMTK 3.6.7 does not know the syntax: it writes the frames as RLE, and the name in the file is changed.
std::filesystem::path writeDeflatedFrames(made::Seg seg, const std::vector<std::vector<Uint8>>& frames,
                                          const std::filesystem::path& folder) {
  seg.change = [&](DcmDataset& dataset) {
    auto* sequence = new DcmPixelSequence(DcmTag(DCM_PixelData, EVR_OB));
    sequence->insert(new DcmPixelItem(DcmTag(DCM_Item, EVR_OB)));
    for (const auto& frame : frames) {
      auto* item = new DcmPixelItem(DcmTag(DCM_Item, EVR_OB));
      const auto stream = deflated(frame);
      item->putUint8Array(stream.data(), static_cast<unsigned long>(stream.size()));
      sequence->insert(item);
    }
    auto* pixels = new DcmPixelData(DCM_PixelData);
    pixels->putOriginalRepresentation(EXS_RLELossless, nullptr, sequence);
    dataset.insert(pixels, OFTrue);
  };
  const auto file = made::write(seg, folder, EXS_RLELossless);
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  std::string bytes = text.str();
  const std::string rle(
      "\x14\0"
      "1.2.840.10008.1.2.5\0",
      22),
      ours(
          "\x16\0"
          "1.2.840.10008.1.2.8.1\0",
          24);
  bytes.replace(bytes.find(rle), rle.size(), ours);
  bytes[140] = static_cast<char>(bytes[140] + 2);  // the length of the file meta information
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

}  // namespace

// Supplement 244; each frame starts a byte of its own: 35 bits are five bytes.
TEST(SegReader, readsFramesDeflatedOneByOne) {
  std::mt19937 random(10);
  made::Seg seg = oneFrame();
  seg.frames.push_back(seg.frames[0]);
  seg.frames[1].position[2] += 2;
  std::vector<std::vector<Uint8>> frames;
  for (auto& frame : seg.frames) {
    frame.pixels = randomPixels(seg, random);
    frames.emplace_back(5);
    for (std::size_t i = 0; i < frame.pixels.size(); ++i)
      frames.back()[i / 8] = static_cast<Uint8>(frames.back()[i / 8] | (frame.pixels[i] << (i % 8)));
  }
  const support::TemporaryFolder folder;
  planning::Progress progress;
  const auto read = readStructures(writeDeflatedFrames(seg, frames, folder.path()), made::scanIdentity(), progress);
  ASSERT_TRUE(read) << read.error().code << " " << read.error().detail;
  expectSamePixels(seg, *read);
}

TEST(SegReader, refusesDeflatedFramesOfAnotherSize) {
  for (const std::size_t size : {0u, 4u, 7u, 1u << 20}) {  // the last a small bomb
    const support::TemporaryFolder folder;
    planning::Progress progress;
    const auto file = writeDeflatedFrames(oneFrame(), {std::vector<Uint8>(size)}, folder.path());
    const auto read = readStructures(file, made::scanIdentity(), progress);
    ASSERT_FALSE(read) << size;
    EXPECT_EQ(read.error().code, "decoding-failed") << size;
  }
}

TEST(SegReader, takesFractionalFromATenthOnAndSaysSo) {
  made::Seg seg = oneFrame();  // the largest value is 200
  seg.fractional = true;
  seg.frames[0].pixels.assign(35, 0);
  seg.frames[0].pixels[0] = 19;
  seg.frames[0].pixels[1] = 20;
  seg.frames[0].pixels[2] = 200;
  const auto read = readBack(seg);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(voxelsIn(maskOf(read->structures[0])), 2u);
  ASSERT_EQ(read->findings.size(), 1u);
  EXPECT_EQ(read->findings[0].code, "fractional-threshold");
}

/// A label map of 8 or 16 bits over two planes; `padding` is the value of its background where it says so.
made::Seg labelMap(std::vector<made::SegSegment> segments, const std::vector<std::uint16_t>& pixels, bool wide,
                   std::optional<std::uint16_t> padding = {}) {
  made::Seg seg;
  seg.rows = 2, seg.columns = 3;
  seg.fractional = true;  // a byte a pixel
  seg.segments = std::move(segments);
  for (const double z : {0.0, 2.0})
    seg.frames.push_back({1, planning::makePoint(0, 0, z), std::vector<std::uint8_t>(6)});
  seg.change = [=](DcmDataset& dataset) {
    dataset.putAndInsertString(DCM_SOPClassUID, "1.2.840.10008.5.1.4.1.1.66.7");
    dataset.putAndInsertString(DCM_SegmentationType, "LABELMAP");
    dataset.putAndInsertUint16(DCM_BitsAllocated, wide ? 16 : 8);
    dataset.putAndInsertUint16(DCM_BitsStored, wide ? 16 : 8);
    dataset.putAndInsertUint16(DCM_HighBit, wide ? 15 : 7);
    if (padding) dataset.putAndInsertUint16(DCM_PixelPaddingValue, *padding);
    const std::vector<std::uint8_t> bytes(pixels.begin(), pixels.end());
    if (wide)
      dataset.putAndInsertUint16Array(DCM_PixelData, pixels.data(), pixels.size());
    else
      dataset.putAndInsertUint8Array(DCM_PixelData, bytes.data(), bytes.size());
  };
  return seg;
}

TEST(SegReader, readsLabelMapsOfEightAndSixteenBits) {
  for (const bool wide : {false, true}) {
    const std::uint16_t large = wide ? 700 : 200;
    const auto seg = labelMap({{3, "aorta"}, {large, "L5 root"}}, {0, 3, 3, 0, 0, large, 0, 0, 3, 0, 0, 0}, wide);
    for (const auto syntax : {EXS_LittleEndianExplicit, EXS_BigEndianExplicit, EXS_DeflatedLittleEndianExplicit}) {
      const auto read = readBack(seg, syntax);
      ASSERT_TRUE(read) << read.error().code << " " << read.error().detail;
      ASSERT_EQ(read->structures.size(), 2u);
      EXPECT_EQ(voxelsIn(maskOf(read->structures[0])), 3u);
      EXPECT_TRUE(isIn(maskOf(read->structures[0]), planning::makePoint(1, 0, 0)));
      EXPECT_TRUE(isIn(maskOf(read->structures[0]), planning::makePoint(2, 0, 2)));
      EXPECT_EQ(voxelsIn(maskOf(read->structures[1])), 1u);
      EXPECT_TRUE(isIn(maskOf(read->structures[1]), planning::makePoint(2, 1, 0)));
      EXPECT_EQ(read->structures[1].sourceNumber, large);
    }
  }
}

TEST(SegReader, knowsTheBackgroundOfALabelMapByItsPaddingOrItsCode) {
  const made::SegSegment background{0, "Background", "MANUAL", {"125040", "DCM", "Background"}, {}};
  const auto coded = readBack(labelMap({background, {1, "aorta"}}, {0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, false));
  ASSERT_TRUE(coded) << coded.error().detail;
  ASSERT_EQ(coded->structures.size(), 1u);
  EXPECT_EQ(coded->structures[0].name, "aorta");
  const auto padded =
      readBack(labelMap({{1, "aorta"}, {5, "outside"}}, {5, 1, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5}, false, 5));
  ASSERT_TRUE(padded) << padded.error().detail;
  ASSERT_EQ(padded->structures.size(), 1u);
  EXPECT_EQ(voxelsIn(maskOf(padded->structures[0])), 1u);
}

TEST(SegReader, refusesALabelThatNoSegmentExplains) {
  const auto read = readBack(labelMap({{1, "aorta"}}, {0, 1, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0}, false));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "bad-segment");
  EXPECT_NE(read.error().detail.find("7"), std::string::npos);
}

TEST(SegReader, describesSegments) {
  made::Seg seg = oneFrame();
  seg.segments = {{1, "Nierenarterie", "AUTOMATIC", {"T-41000", "SRT", "Artery"}, {"G-A101", "SRT", "Left"}},
                  {2, "thing", "MANUAL", {"85756007", "SCT", "Tissue"}, {}},
                  {3, "thing", "SEMIAUTOMATIC", {"85756007", "SCT", "Tissue"}, {}}};
  const auto read = readBack(seg);
  ASSERT_TRUE(read) << read.error().detail;
  const Structure& artery = read->structures[0];
  EXPECT_EQ(artery.kind, Kind::Artery);
  EXPECT_TRUE(artery.kindGuessed);
  EXPECT_EQ(artery.code, (planning::anatomy::Code{"51114001", "SCT", "Artery"}));
  EXPECT_EQ(artery.side, Side::Left);
  EXPECT_FALSE(artery.confirmed);
  EXPECT_EQ(artery.source.text(), "SEG 2.25.777");
  EXPECT_EQ(artery.sourceSopInstanceUid, "2.25.777");
  EXPECT_EQ(read->structures[1].name, "thing");
  EXPECT_EQ(read->structures[2].name, "thing 2");
  EXPECT_TRUE(read->structures[1].confirmed);
  EXPECT_TRUE(read->structures[2].confirmed);
  EXPECT_EQ(read->identity.patient.id, "MADE-1");
  EXPECT_EQ(read->identity.instances.at(0).sopInstanceUid, "2.25.777");
  // Without a tracking UID: one that is the same at every reading, and another for each segment.
  const auto again = readBack(seg);
  EXPECT_EQ(artery.trackingUid, again->structures[0].trackingUid);
  EXPECT_NE(artery.trackingUid, read->structures[1].trackingUid);
}

TEST(SegReader, findsThatASegmentIsEmpty) {
  made::Seg seg = oneFrame();
  seg.segments = {{1, "a"}, {2, "b"}};
  const auto read = readBack(seg);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(voxelsIn(maskOf(read->structures[1])), 0u);
  EXPECT_EQ(read->findings.at(0).code, "empty-structure");
  EXPECT_EQ(read->findings.at(0).arguments.at(0), "b");
}

namespace {

std::string refusalOf(const made::Seg& seg) {
  const auto read = readBack(seg);
  return read ? "read" : read.error().code;
}

made::Seg changed(std::function<void(DcmDataset&)> change) {
  made::Seg seg = oneFrame();
  seg.change = std::move(change);
  return seg;
}

}  // namespace

TEST(SegReader, refusesAnotherPatientAndShowsBoth) {
  const auto read = readBack(changed([](DcmDataset& d) { d.putAndInsertString(DCM_PatientID, "OTHER"); }));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "another-patient");
  EXPECT_NE(read.error().detail.find("OTHER"), std::string::npos);
  EXPECT_NE(read.error().detail.find("MADE-1"), std::string::npos);
}

TEST(SegReader, refusesWhatDoesNotSayWhoseItIs) {
  EXPECT_EQ(refusalOf(changed([](DcmDataset& d) { d.putAndInsertString(DCM_PatientID, ""); })), "patient-unknown");
  EXPECT_EQ(refusalOf(changed([](DcmDataset& d) { delete d.remove(DCM_FrameOfReferenceUID); })), "frame-unknown");
}

TEST(SegReader, refusesAnotherFrameOfReferenceAndShowsBoth) {
  const auto read = readBack(changed([](DcmDataset& d) { d.putAndInsertString(DCM_FrameOfReferenceUID, "2.25.99"); }));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "another-frame");
  EXPECT_NE(read.error().detail.find("2.25.99"), std::string::npos);
  EXPECT_NE(read.error().detail.find("2.25.3"), std::string::npos);
}

TEST(SegReader, saysThatItWasDrawnOnAnotherSeries) {
  const auto drawnOn = [](const std::string& series) {
    const auto read = readBack(changed([&](DcmDataset& d) {
      DcmItem* item = nullptr;
      d.findOrCreateSequenceItem(DCM_ReferencedSeriesSequence, item);
      item->putAndInsertString(DCM_SeriesInstanceUID, series.c_str());
    }));
    return read && std::any_of(read->findings.begin(), read->findings.end(), [](const auto& finding) {
             return finding.code == "drawn-on-another-series" && finding.arguments.at(1) == "2.25.77";
           });
  };
  EXPECT_TRUE(drawnOn("2.25.77"));
  EXPECT_FALSE(drawnOn(made::scanIdentity().seriesUid));
}

TEST(SegReader, refusesPixelsThatAreNotAllThere) {
  EXPECT_EQ(refusalOf(changed([](DcmDataset& d) { d.putAndInsertUint8Array(DCM_PixelData, nullptr, 0); })),
            "pixel-data-cut");
  EXPECT_EQ(refusalOf(changed([](DcmDataset& d) {
              const Uint8 four[4] = {};  // 35 bits need five bytes
              d.putAndInsertUint8Array(DCM_PixelData, four, 4);
            })),
            "pixel-data-cut");
}

// Every cut of a file, at every 1/64: refused, never half a structure.
TEST(SegReader, refusesEveryCutFile) {
  std::mt19937 random(9);
  made::Seg seg;
  seg.rows = seg.columns = 64;
  for (int k = 0; k < 8; ++k) seg.frames.push_back({1, planning::makePoint(0, 0, k), randomPixels(seg, random)});
  const support::TemporaryFolder folder;
  planning::Progress progress;
  const auto file = made::write(seg, folder.path());
  const auto size = std::filesystem::file_size(file);
  for (std::uintmax_t part = 63; part > 0; --part) {
    std::filesystem::resize_file(file, size * part / 64);
    EXPECT_FALSE(readStructures(file, made::scanIdentity(), progress)) << part << "/64";
  }
}

TEST(SegReader, refusesFramesOffAnyLattice) {
  made::Seg seg = oneFrame();
  for (const double z : {32.0, 35.0}) {
    seg.frames.push_back(seg.frames[0]);
    seg.frames.back().position[2] = z;
  }
  seg.sliceThickness = 0;
  EXPECT_EQ(refusalOf(seg), "uneven-slices");
}

TEST(SegReader, saysThatTheStatedStepIsNotThatOfThePlaces) {
  std::mt19937 random(11);
  made::Seg seg;
  seg.betweenSlices = 5;
  for (const double z : {0.0, 2.0, 4.0})
    seg.frames.push_back({1, planning::makePoint(0, 0, z), randomPixels(seg, random)});
  const auto read = readBack(seg);
  ASSERT_TRUE(read) << read.error().detail;
  expectSamePixels(seg, *read);  // where the places are
  ASSERT_EQ(read->findings.size(), 1u);
  EXPECT_EQ(read->findings[0].code, "slice-spacing-contradicted");
}

TEST(SegReader, refusesFramesThatTheirDescriptionsDoNotFit) {
  EXPECT_EQ(refusalOf(changed([](DcmDataset& d) { d.findAndDeleteElement(DCM_PerFrameFunctionalGroupsSequence); })),
            "bad-frames");
}

TEST(SegReader, refusesFramesThatLieAskewToEachOther) {
  made::Seg seg = oneFrame();
  seg.frames.push_back(seg.frames[0]);
  seg.frames[1].position[2] += 2;
  seg.change = [](DcmDataset& dataset) {
    DcmItem* frame = nullptr;
    dataset.findAndGetSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, 1);
    DcmItem* plane = nullptr;
    frame->findOrCreateSequenceItem(DCM_PlaneOrientationSequence, plane);
    plane->putAndInsertString(DCM_ImageOrientationPatient, "0\\1\\0\\0\\0\\-1");
  };
  EXPECT_EQ(refusalOf(seg), "mixed-orientations");
}

TEST(SegReader, refusesTwoFramesOfOneSegmentInOnePlane) {
  made::Seg seg = oneFrame();
  seg.frames.push_back(seg.frames[0]);
  EXPECT_EQ(refusalOf(seg), "duplicate-frames");
}

TEST(SegReader, refusesASinglePlaneWithoutAThickness) {
  made::Seg seg = oneFrame();
  seg.sliceThickness = 0;
  EXPECT_EQ(refusalOf(seg), "no-slice-spacing");
}

TEST(SegReader, refusesAFrameOfNoKnownSegment) {
  made::Seg seg = oneFrame();
  seg.frames[0].segment = 3;
  EXPECT_EQ(refusalOf(seg), "bad-segment");
}

TEST(SegReader, refusesWhatIsNoStructures) {
  EXPECT_EQ(refusalOf(changed([](DcmDataset& d) { d.putAndInsertString(DCM_SOPClassUID, UID_CTImageStorage); })),
            "not-structures");
  EXPECT_EQ(refusalOf(changed([](DcmDataset& d) { d.putAndInsertString(DCM_SegmentationType, "LABELMAP"); })),
            "unsupported-segmentation");
  const support::TemporaryFolder folder;
  planning::Progress progress;
  std::ofstream(folder.path() / "text.txt") << "no structures here";
  EXPECT_EQ(readStructures(folder.path() / "text.txt", made::scanIdentity(), progress).error().code, "not-dicom");
  EXPECT_EQ(readStructures(folder.path() / "nothing", made::scanIdentity(), progress).error().code, "no-such-path");
}

TEST(GuessKind, readsNamesInEnglishFrenchAndTotalSegmentators) {
  const std::pair<const char*, Kind> known[] = {{"vertebrae_L5", Kind::Bone},
                                                {"iliac_artery_left", Kind::Artery},
                                                {"iliac_vena_left", Kind::Vein},
                                                {"portal_vein_and_splenic_vein", Kind::Vein},
                                                {"inferior_vena_cava", Kind::Vein},
                                                {"brachiocephalic_trunk", Kind::Vessel},
                                                {"spinal_cord", Kind::Nerve},
                                                {"autochthon_left", Kind::Muscle},
                                                {"lung_upper_lobe_left", Kind::Lung},
                                                {"hip_right", Kind::Bone},
                                                {"costal_cartilages", Kind::Bone},
                                                {"kidney_left", Kind::Organ},
                                                {"Racine L5 gauche", Kind::Nerve},
                                                {"Sac dural", Kind::Dura},
                                                {"Thecal sac", Kind::Dura},
                                                {"artère vertébrale", Kind::Artery},
                                                {"veine cave inférieure", Kind::Vein},
                                                {"Vertèbre L4", Kind::Bone},
                                                {"Disque L4-L5", Kind::Disc},
                                                {"epidural fat", Kind::Fat},
                                                {"SpinalCord", Kind::Nerve},
                                                {"BODY", Kind::Skin},
                                                {"Lt Lung", Kind::Lung},
                                                {"Tumor Bed", Kind::Other}};
  for (const auto& [name, kind] : known) EXPECT_EQ(guessKind({}, name), kind) << name;
  EXPECT_EQ(guessKind(planning::anatomy::Code{"51114001", "SCT", "Artery"}, "ORANGE"), Kind::Artery);
}

// AAPM TG-263 (Mayo 2018), and short names of every clinic.
TEST(GuessKind, readsTheNamesOfRadiotherapy) {
  const std::pair<const char*, Kind> known[] = {{"SpinalCanal", Kind::Dura},
                                                {"ThecalSac", Kind::Dura},
                                                {"Canal rachidien", Kind::Dura},
                                                {"V_Venacava_I", Kind::Vein},
                                                {"V_Iliac_Int_L", Kind::Vein},
                                                {"V_Azygos", Kind::Vein},
                                                {"A_Iliac_Cmn_R", Kind::Artery},
                                                {"A_Pulmonary", Kind::Artery},
                                                {"A_Brachiocephls", Kind::Artery},
                                                {"Ao", Kind::Artery},
                                                {"AO desc", Kind::Artery},
                                                {"SacralPlex", Kind::Nerve},
                                                {"LumbSacPlex_R", Kind::Nerve},
                                                {"BrachialPlex_L", Kind::Nerve},
                                                {"BrachialPlexs", Kind::Nerve},
                                                {"brachialplexus_l", Kind::Nerve},
                                                {"CN_IX_L", Kind::Nerve},
                                                {"OpticNrv_L", Kind::Nerve},
                                                {"Nrv_Root", Kind::Nerve},
                                                {"Cord", Kind::Nerve},
                                                {"SpinalCord_PRV05", Kind::Nerve},
                                                {"Myelon", Kind::Nerve},
                                                {"CaudaEquina", Kind::Nerve},
                                                {"VB_L4", Kind::Bone},
                                                {"VBs", Kind::Bone},
                                                {"Bone_Ilium_L", Kind::Bone},
                                                {"Bone_Pelvic", Kind::Bone},
                                                {"Rib05_L", Kind::Bone},
                                                {"Femur_Head_R", Kind::Bone},
                                                {"Spc_Bowel", Kind::Organ},
                                                {"Spc_Supraclav", Kind::Other},
                                                {"Canal_Anal", Kind::Organ},
                                                {"VocalCord_L", Kind::Organ},
                                                {"Ear_External_L", Kind::Organ},
                                                {"External", Kind::Skin},
                                                {"Musc_Iliopsoas_L", Kind::Muscle},
                                                {"Lungs-CTV", Kind::Lung},
                                                {"SpinalCord-PTV", Kind::Nerve},
                                                {"LN_Iliac_Ext_L", Kind::Other},
                                                {"V 20 Gy", Kind::Other},
                                                {"A", Kind::Other}};
  for (const auto& [name, kind] : known) EXPECT_EQ(guessKind({}, name), kind) << name;
}

// Bone, muscle and fat have no margin: what is aimed at must not pass for them.
TEST(GuessKind, takesATargetVolumeForNoAnatomy) {
  for (const char* name : {"CTV spine", "PTV_Bone_L4", "GTVp_vertebra", "ctv1_sacrum", "PTVspine", "ITV_Rib",
                           "Sacrum PTV", "PTV-SpinalCord", "zPTV_skin", "IGTV muscle"})
    EXPECT_EQ(guessKind({}, name), Kind::Other) << name;
}

TEST(GuessSide, readsTheSuffixOfRadiotherapyAndOtherWords) {
  using planning::anatomy::Side;
  using structures::guessSide;
  for (const char* name : {"Lung_L", "A_Iliac_Cmn_L", "Kidney_L_PRV05", "Kidney_L-PTV", "Racine L5 gauche", "Lt Lung"})
    EXPECT_EQ(guessSide(name), Side::Left) << name;
  for (const char* name : {"LumbSacPlex_R", "kidney_right", "Bone_Ischium_R"})
    EXPECT_EQ(guessSide(name), Side::Right) << name;
  for (const char* name : {"VB_L", "VBs_L", "VB_L4", "SpinalCanal", "L", "aorta"})
    EXPECT_EQ(guessSide(name), Side::None) << name;
}

}  // namespace io
