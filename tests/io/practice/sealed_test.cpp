#include "io/practice/sealed.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/support/temporary_folder.h"

namespace io::practice {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

/// Two open files, two answers.
struct Sealed {
  Sealed() {
    write(folder / "exercise.txt", "open");
    write(folder.path() / "scan" / "CT1.dcm", "slice");
    const auto made = seal(folder.path(), {{"expert1.dcm", support::bytesOf("the secret way")}, {"empty.txt", {}}});
    digest = made.value_or("");
  }
  planning::Error refusal() const {
    const auto opened = openSeal(folder.path());
    return opened ? planning::Error{"opened", {}, {}} : opened.error();
  }
  fs::path file() const { return folder / kSealFile; }

  support::TemporaryFolder folder;
  std::string digest;
};

}  // namespace

TEST(Seal, givesTheAnswersBack) {
  const Sealed one;
  const auto answers = openSeal(one.folder.path());
  ASSERT_TRUE(answers);
  ASSERT_EQ(answers->size(), 2U);
  EXPECT_EQ((*answers)[0].name, "expert1.dcm");
  EXPECT_EQ((*answers)[0].bytes, support::bytesOf("the secret way"));
  EXPECT_TRUE((*answers)[1].bytes.empty());
  EXPECT_EQ(sealDigest(one.folder.path()).value(), one.digest);
  EXPECT_EQ(one.digest.size(), 64U);
}

TEST(Seal, showsNothingToAViewer) {
  const Sealed one;
  const auto bytes = support::fileBytes(one.file());
  const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  for (const char* told : {"secret", "expert1", "answer ", "exercise.txt"})
    EXPECT_EQ(text.find(told), std::string::npos) << told;
}

TEST(Seal, noticesEveryChangedByteOfItself) {
  const Sealed one;
  auto bytes = support::fileBytes(one.file());
  ASSERT_GT(bytes.size(), 100U);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto changed = bytes;
    changed[i] ^= std::byte{1};
    std::ofstream(one.file(), std::ios::binary)
        .write(reinterpret_cast<const char*>(changed.data()), static_cast<std::streamsize>(changed.size()));
    EXPECT_EQ(one.refusal().code, "seal-broken") << "byte " << i;
  }
  bytes.pop_back();
  std::ofstream(one.file(), std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  EXPECT_EQ(one.refusal().code, "seal-broken");
  fs::remove(one.file());
  EXPECT_EQ(one.refusal().code, "seal-missing");
}

TEST(Seal, noticesEveryChangeOfWhatLiesOpen) {
  {
    const Sealed one;
    write(one.folder / "exercise.txt", "opEn");
    EXPECT_EQ(one.refusal().code, "exercise-changed");
    EXPECT_EQ(one.refusal().subject, (one.folder / "exercise.txt").string());
  }
  {
    const Sealed one;
    fs::remove(one.folder.path() / "scan" / "CT1.dcm");
    EXPECT_EQ(one.refusal().detail, "missing");
  }
  {
    const Sealed one;
    write(one.folder.path() / "scan" / "CT2.dcm", "another");
    EXPECT_EQ(one.refusal().detail, "not sealed");
  }
}

// A seal of 1 MB may say that it unpacks to 2 GB: it is not asked to.
TEST(Seal, isRefusedWhenItUnpacksToTooMuch) {
  const Sealed one;
  const auto bytes = support::fileBytes(one.file());
  std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const auto end = text.find('\n');
  text.replace(text.rfind(' ', end) + 1, end - text.rfind(' ', end) - 1, "2000000000");
  std::ofstream(one.file(), std::ios::binary) << text;
  EXPECT_EQ(one.refusal().code, "seal-broken");
  EXPECT_EQ(one.refusal().detail, "larger than 256 MB");
  EXPECT_EQ(sealDigest(one.folder.path()).error().detail, "larger than 256 MB");
}

TEST(Seal, readsNothingButPlainFiles) {
  for (const char* place : {"exercise.txt", "scan/CT1.dcm", "scan/CT9.dcm", kSealFile}) {
    const Sealed pipe, device;
    fs::remove(pipe.folder.path() / place);
    ASSERT_EQ(::mkfifo((pipe.folder.path() / place).c_str(), 0600), 0);
    EXPECT_NE(pipe.refusal().code, "opened") << place;
    fs::remove(device.folder.path() / place);
    fs::create_symlink("/dev/zero", device.folder.path() / place);
    EXPECT_NE(device.refusal().code, "opened") << place;
  }
}

TEST(Seal, readsNoFileThatIsLargerThanSealed) {
  const Sealed one;
  fs::resize_file(one.folder.path() / "scan" / "CT1.dcm", std::uintmax_t{1} << 32);  // nought, and not on the disk
  EXPECT_EQ(one.refusal().detail, "other contents");
}

}  // namespace io::practice
