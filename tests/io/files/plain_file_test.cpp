#include "io/files/plain_file.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

#include "io/deidentification/secret.h"
#include "io/dicom/file_list.h"
#include "io/files/text_file.h"
#include "io/reading/report_reader.h"
#include "io/reading/structure_reader.h"
#include "tests/io/structures/made_seg.h"
#include "tests/support/temporary_folder.h"

// A reader that opened these would wait for ever, or read for ever.

namespace {

namespace fs = std::filesystem;

class NotPlain : public testing::Test {
 protected:
  NotPlain() {
    ::mkfifo((folder_ / "pipe").c_str(), 0600);
    fs::create_symlink("/dev/zero", folder_ / "zero");
    fs::create_symlink("self", folder_ / "self");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, (folder_ / "socket").c_str(), sizeof address.sun_path - 1);
    socket_ = ::socket(AF_UNIX, SOCK_STREAM, 0);
    EXPECT_EQ(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  }
  ~NotPlain() override { ::close(socket_); }
  std::vector<fs::path> files() const {
    return {folder_ / "pipe", folder_ / "zero", folder_ / "self", folder_ / "socket", folder_ / std::string(256, 'x')};
  }
  template <class Read>
  void expectRefusedBy(const char* reader, Read read) const {
    for (const auto& file : files()) {
      const auto result = read(file);
      ASSERT_FALSE(result) << reader << " " << file;
      EXPECT_EQ(result.error().code, "cannot-read") << reader << " " << file << result.error().detail;
      EXPECT_FALSE(result.error().detail.empty()) << reader << " " << file;
    }
  }

  support::TemporaryFolder folder_;
  int socket_ = -1;
};

}  // namespace

TEST_F(NotPlain, isRefusedAtOnceByEveryReader) {
  planning::Progress progress;
  expectRefusedBy("plain file", [](const auto& file) { return io::openPlainFile(file); });
  expectRefusedBy("text", [](const auto& file) { return io::readText(file, 1000); });
  expectRefusedBy("scan", [](const auto& file) { return io::dicom::listFiles(file); });
  expectRefusedBy("report", [](const auto& file) { return io::report::readReport(file); });
  expectRefusedBy("key", [](const auto& file) { return io::deidentification::Secret::keptIn(file); });
  expectRefusedBy("structures",
                  [&](const auto& file) { return io::readStructures(file, made::scanIdentity(), progress); });
}

TEST_F(NotPlain, isPassedOverInAFolder) {
  std::ofstream(folder_ / "a.dcm") << "a";
  const auto list = io::dicom::listFiles(folder_.path());
  ASSERT_TRUE(list) << list.error().detail;
  EXPECT_EQ(list->files, std::vector<fs::path>{folder_ / "a.dcm"});
}

TEST(PlainFile, saysWhatIsNotThere) {
  const support::TemporaryFolder folder;
  EXPECT_EQ(io::mustBePlainFile(folder / "nothing").error().code, "no-such-path");
  EXPECT_EQ(io::mustBePlainFile(folder.path()).error().detail, "not a regular file");
}
