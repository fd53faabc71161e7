#include "io/sandbox.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "io/ct_reader.h"
#include "io/sandbox/messages.h"
#include "tests/io/dicom/made_bytes.h"
#include "tests/io/dicom/made_ct.h"

namespace {

namespace fs = std::filesystem;
using made_ct::TemporaryFolder;

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

TEST(SandboxWire, carriesAnInstanceWhole) {
  io::readInThisProcess();
  const TemporaryFolder folder;
  made_ct::write(made_ct::Ct{}, folder.path());
  const auto instance = io::dicom::readInstance(folder.path() / "1.dcm");
  io::readInChildren();
  ASSERT_TRUE(instance);
  io::sandbox::Reply reply;
  reply.instance = *instance;
  const auto bytes = io::sandbox::toBytes(reply);
  const auto back = io::sandbox::replyFrom(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->instance.identity, instance->identity);
  EXPECT_EQ(back->instance.format, instance->format);
  EXPECT_EQ(back->instance.map.pixels, instance->map.pixels);
  EXPECT_EQ(back->instance.map.stamp, instance->map.stamp);
  EXPECT_EQ(back->instance.planes.at(0).spacing, instance->planes.at(0).spacing);
  EXPECT_EQ(back->instance.planes.at(0).position, instance->planes.at(0).position);
  EXPECT_EQ(back->instance.acquisition, instance->acquisition);
}

TEST(SandboxWire, takesNoCutMessage) {
  io::sandbox::Reply reply;
  reply.error = planning::Error{"code", "subject", "detail"};
  const auto bytes = io::sandbox::toBytes(reply);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(io::sandbox::replyFrom(std::span(bytes).first(size))) << size;
  ASSERT_TRUE(io::sandbox::replyFrom(bytes));
  EXPECT_EQ(io::sandbox::replyFrom(bytes)->error->detail, "detail");
}

TEST(SandboxWire, takesNoNumbersThatAreNone) {
  io::sandbox::Reply reply;
  reply.instance.file = "x";
  reply.instance.identity.instances.resize(1);
  reply.instance.planes.resize(1);
  EXPECT_TRUE(io::sandbox::replyFrom(io::sandbox::toBytes(reply)));
  reply.instance.planes[0].spacing = {1.0};
  EXPECT_FALSE(io::sandbox::replyFrom(io::sandbox::toBytes(reply)));
  reply.instance.planes[0].spacing = {1.0, std::numeric_limits<double>::quiet_NaN()};
  EXPECT_FALSE(io::sandbox::replyFrom(io::sandbox::toBytes(reply)));
}

}  // namespace
