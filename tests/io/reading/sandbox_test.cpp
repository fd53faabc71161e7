#include "io/reading/reading.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <thread>

#include "io/reading/ct_reader.h"
#include "io/reading/messages.h"
#include "io/reading/report_reader.h"
#include "io/reading/structure_reader.h"
#include "tests/io/dicom/made_bytes.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/io/report/sample_plan.h"
#include "tests/io/structures/made_seg.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using support::TemporaryFolder;

class Sandbox : public testing::Test {
 protected:
  void TearDown() override {
    io::setReaderProgram({});
    io::readInChildren();
  }
  /// A program in place of the reader.
  fs::path script(const std::string& body) const {
    const auto file = folder_.path() / "reader";
    std::ofstream(file) << "#!/bin/sh\n" << body << "\n";
    ::chmod(file.c_str(), 0700);
    return file;
  }
  planning::Expected<io::dicom::ScanResult> scanWith(const fs::path& reader) const {
    made_ct::write(made_ct::Ct{}, folder_.path() / "ct");
    io::setReaderProgram(reader);
    planning::Progress progress;
    return io::dicom::scan(folder_.path() / "ct", progress);
  }
  const TemporaryFolder folder_;
};

TEST_F(Sandbox, saysThatThereIsNoReader) {
  const auto result = scanWith(folder_.path() / "none");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, "no-reader-program");
  EXPECT_EQ(result.error().subject, (folder_.path() / "none").string());
}

TEST_F(Sandbox, readsWithTheReadersThatWereStartedAhead) {
  const auto real = fs::read_symlink("/proc/self/exe").parent_path() / "needleplan-reader";
  const auto log = folder_.path() / "started";
  const auto program = script("echo >> '" + log.string() + "'; exec '" + real.string() + "'");
  io::setReaderProgram(program);
  io::startReaders();
  made_ct::write(made_ct::Ct{}, folder_.path() / "ct");
  planning::Progress progress;
  ASSERT_TRUE(io::dicom::scan(folder_.path() / "ct", progress));
  EXPECT_EQ(fs::file_size(log), std::max(1u, std::thread::hardware_concurrency()));
}

TEST_F(Sandbox, turnsACrashIntoAnErrorThatNamesTheFile) {
  const auto result = scanWith(script("kill -SEGV $$"));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, "reader-failed");
  EXPECT_EQ(result.error().subject, (folder_.path() / "ct" / "0.dcm").string());
  EXPECT_EQ(result.error().detail, "signal 11");
}

TEST_F(Sandbox, believesNoNonsense) {
  // An answer that claims four gigabytes; one of zeros; one that ends in the middle.
  for (const char* answer : {"printf '\\377\\377\\377\\377' >&3; exec sleep 100", "head -c 4096 /dev/zero >&3",
                             "printf '\\100\\0\\0\\0abc' >&3"}) {
    const auto result = scanWith(script(answer));
    ASSERT_FALSE(result) << answer;
    EXPECT_EQ(result.error().code, "reader-failed") << answer;
  }
}

TEST_F(Sandbox, givesTheSameAsThisProcess) {
  made_ct::write(made_ct::Ct{}, folder_.path(), {}, EXS_DeflatedLittleEndianExplicit);
  std::vector<std::vector<std::int16_t>> values;
  for (const bool here : {true, false}) {
    here ? io::readInThisProcess() : io::readInChildren();
    planning::Progress progress;
    const auto found = io::dicom::scan(folder_.path(), progress);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->series[0].slices[2].locationMm, made_ct::Ct{}.position(2)[2]);
    const auto volume = io::readCt(found->series.at(0), progress);
    ASSERT_TRUE(volume);
    const auto* voxels = volume->hu->GetBufferPointer();
    values.emplace_back(voxels, voxels + volume->hu->GetLargestPossibleRegion().GetNumberOfPixels());
  }
  EXPECT_EQ(values[0], values[1]);
}

planning::Volume scanAround() {
  planning::Volume scan;
  scan.identity = made::scanIdentity();
  scan.hu = planning::Volume::Image::New();
  scan.hu->SetRegions(itk::Size<3>{{64, 64, 64}});
  return scan;
}

made::Seg twoPlanes() {
  made::Seg seg;
  for (const double z : {0.0, 2.0}) {
    seg.frames.push_back({1, planning::makePoint(0, 0, z), std::vector<std::uint8_t>(35, 0)});
    seg.frames.back().pixels[static_cast<std::size_t>(3 + z)] = 1;
  }
  return seg;
}

std::vector<std::uint8_t> voxelsOf(const planning::anatomy::Structure& structure) {
  const auto& mask = *std::get<planning::anatomy::Mask::Pointer>(structure.shape);
  const auto* voxels = mask.GetBufferPointer();
  return {voxels, voxels + mask.GetBufferedRegion().GetNumberOfPixels()};
}

TEST_F(Sandbox, givesTheSameStructuresAsThisProcess) {
  const auto file = made::write(twoPlanes(), folder_.path());
  std::vector<io::StructureSet> sets;
  for (const bool here : {true, false}) {
    here ? io::readInThisProcess() : io::readInChildren();
    planning::Progress progress;
    auto set = io::readStructures(file, scanAround(), progress);
    ASSERT_TRUE(set) << set.error().code << " " << set.error().detail;
    sets.push_back(std::move(*set));
  }
  EXPECT_EQ(sets[0].identity, sets[1].identity);
  EXPECT_EQ(sets[0].findings, sets[1].findings);
  const auto &here = sets[0].structures.at(0), &there = sets[1].structures.at(0);
  EXPECT_EQ(here.name, there.name);
  EXPECT_EQ(here.code, there.code);
  EXPECT_EQ(here.kind, there.kind);
  EXPECT_EQ(here.confirmed, there.confirmed);
  EXPECT_EQ(here.colour, there.colour);
  EXPECT_EQ(voxelsOf(here), voxelsOf(there));
  EXPECT_EQ(std::get<planning::anatomy::Mask::Pointer>(here.shape)->GetOrigin(),
            std::get<planning::anatomy::Mask::Pointer>(there.shape)->GetOrigin());
}

TEST_F(Sandbox, turnsACrashOverStructuresAndReportsIntoAnErrorThatNamesTheFile) {
  const auto file = made::write(twoPlanes(), folder_.path());
  io::setReaderProgram(script("kill -ABRT $$"));
  planning::Progress progress;
  const auto structures = io::readStructures(file, scanAround(), progress);
  ASSERT_FALSE(structures);
  EXPECT_EQ(structures.error().code, "reader-failed");
  EXPECT_EQ(structures.error().subject, file.string());
  EXPECT_EQ(structures.error().detail, "signal 6");
  const auto plan = io::report::readPlan(file);
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().code, "reader-failed");
}

/// Answers with these bytes, whatever is asked.
std::string answering(const fs::path& file, const io::sandbox::Bytes& message) {
  std::ofstream out(file, std::ios::binary);
  const auto length = static_cast<std::uint32_t>(message.size());
  out.write(reinterpret_cast<const char*>(&length), sizeof length);
  out.write(reinterpret_cast<const char*>(message.data()), static_cast<std::streamsize>(message.size()));
  return "cat '" + file.string() + "' >&3; exec sleep 100";
}

TEST_F(Sandbox, believesNoMaskOutsideTheSharedMemory) {
  const auto file = made::write(twoPlanes(), folder_.path());
  const io::reading::SharedMask mask{64, {{2, 2, 2}, {0, 0, 0}, {1, 1, 1}, {1, 0, 0, 0, 1, 0, 0, 0, 1}}};
  const auto ask = [&](const io::reading::SharedMask& answered) {
    io::reading::StructuresReply reply;
    reply.set.structures.resize(1);
    reply.masks = {answered};
    io::setReaderProgram(script(answering(folder_.path() / "answer", io::reading::toBytes(std::move(reply)))));
    planning::Progress progress;
    const auto set = io::readStructures(file, scanAround(), progress);
    return set ? std::string("read") : set.error().code;
  };
  EXPECT_EQ(ask(mask), "read");
  std::vector<io::reading::SharedMask> wrong(6, mask);
  wrong[0].offset = std::uint64_t{1} << 40;
  wrong[1].grid.size = {1 << 20, 1 << 20, 1};
  wrong[2].grid.size[1] = 0;
  wrong[3].grid.spacing[2] = -1;
  wrong[4].grid.direction[8] = 0;
  wrong[5].grid.origin[0] = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < wrong.size(); ++i) EXPECT_EQ(ask(wrong[i]), "reader-failed") << i;
}

TEST_F(Sandbox, believesNoAnswerToAnotherQuestion) {
  const auto file = made::write(twoPlanes(), folder_.path());
  io::setReaderProgram(
      script(answering(folder_.path() / "answer", io::reading::toBytes(io::dicom::ConversionCounts{}))));
  const auto plan = io::report::readPlan(file);
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().code, "reader-failed");
  EXPECT_EQ(plan.error().subject, file.string());
}

/// A report whose items lie in each other `depth` times, beside each other `count` times.
io::report::ReportTree treeOf(int depth, std::size_t count) {
  io::report::ReportTree tree;
  auto* item = &tree.content;
  for (int i = 0; i < depth; ++i) item = &item->children.emplace_back();
  item->children.resize(count);
  return tree;
}

TEST_F(Sandbox, believesNoReportWithoutBounds) {
  const auto file = made::write(twoPlanes(), folder_.path());
  const auto ask = [&](io::report::ReportTree tree) {
    io::setReaderProgram(script(answering(folder_.path() / "answer", io::reading::toBytes(std::move(tree)))));
    return io::report::readPlan(file).error();
  };
  using io::report::kDeepestTree, io::report::kMostItems;
  EXPECT_EQ(ask(treeOf(0, 0)).code, "broken-report");
  EXPECT_EQ(ask(treeOf(0, 0)).subject, file.string());
  EXPECT_EQ(ask(treeOf(kDeepestTree, 0)).code, "broken-report");
  EXPECT_EQ(ask(treeOf(0, kMostItems - 1)).code, "broken-report");
  EXPECT_EQ(ask(treeOf(kDeepestTree + 1, 0)).code, "reader-failed");
  EXPECT_EQ(ask(treeOf(1000, 0)).code, "reader-failed");
  EXPECT_EQ(ask(treeOf(0, kMostItems + 1)).code, "reader-failed");
  auto longText = treeOf(0, 1);
  longText.content.children[0].text.assign(io::report::kLongestText + 1, 'x');
  EXPECT_EQ(ask(std::move(longText)).code, "reader-failed");
}

/// A JPEG whose header is in order and whose rest is the chain of markers on which DCMTK 3.6.7 can loop for ever.
TEST_F(Sandbox, survivesEndlessJpegMarkers) {
  using namespace made_bytes;
  const auto file = folder_.path() / "hang.dcm";
  std::string jpeg("\xff\xd8\xff\xc3\x00\x0b\x10\x00\x40\x00\x40\x01\x01\x11\x00", 15);
  for (int i = 0; i < 200; ++i) jpeg += "\xff\x01";
  jpeg.resize(jpeg.size() / 2 * 2);
  const auto bytes = meta("1.2.840.10008.1.2.4.70") + ct(64, 64) + element(0x7fe0, 0x10, "OB", "", 0xffffffff) +
                     item("") + item(jpeg) + sequenceEnd();
  made_ct::putBytes(file, {bytes.begin(), bytes.end()});
  planning::Progress progress;
  const auto found = io::dicom::scan(file, progress);
  ASSERT_TRUE(found) << found.error().code;
  ASSERT_TRUE(found->series[0].loadable) << found->series[0].refusal->code;
  const auto volume = io::readCt(found->series[0], progress);
  ASSERT_FALSE(volume);
  EXPECT_TRUE(volume.error().code == "reader-failed" || volume.error().code == "decoding-failed");
  EXPECT_NE(volume.error().subject.find("hang.dcm"), std::string::npos);
}

}  // namespace
