#include "io/files/safe_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <functional>
#include <map>
#include <random>
#include <string>

#include "io/files/file_calls.h"
#include "tests/support/temporary_folder.h"

namespace {

using support::bytesOf;
using support::fileBytes;
using support::TemporaryFolder;
using Names = std::vector<std::string>;

const std::vector<std::byte> kOld = bytesOf("the old plan");
const std::vector<std::byte> kNew = bytesOf(std::string(200'000, 'n'));

/// Makes the k-th call of one name fail with an error, and counts all of them.
class FailingCalls : public io::FileCalls {
 public:
  FailingCalls(std::string name = {}, int k = 0, int error = EIO) : name_(std::move(name)), k_(k), error_(error) {}

  int open(const char* path, int flags, mode_t mode) override {
    return fails("open") ? -1 : io::FileCalls::open(path, flags, mode);
  }
  ssize_t write(int file, const void* bytes, std::size_t count) override {
    return fails("write") ? -1 : io::FileCalls::write(file, bytes, std::min<std::size_t>(count, 65'537));  // short ones
  }
  ssize_t read(int file, void* bytes, std::size_t count) override {
    return fails("read") ? -1 : io::FileCalls::read(file, bytes, count);
  }
  int fsync(int file) override { return fails("fsync") ? -1 : io::FileCalls::fsync(file); }
  int close(int file) override {
    const int closed = io::FileCalls::close(file);  // a failing close closes
    return fails("close") ? -1 : closed;
  }
  int rename(const char* from, const char* to) override {
    return fails("rename") ? -1 : io::FileCalls::rename(from, to);
  }
  int exchange(const char* a, const char* b) override { return fails("exchange") ? -1 : io::FileCalls::exchange(a, b); }

  std::map<std::string, int> made;

 private:
  bool fails(const std::string& name) {
    if (++made[name] != k_ || name != name_) return false;
    errno = error_;
    return true;
  }

  std::string name_;
  int k_;
  int error_;
};

/// Saves new bytes, over an old file or not, with every call failing once in turn; `then` looks at what is there.
void withEveryCallFailing(bool overOld, int error, const std::function<void(const std::string&, bool)>& then) {
  std::map<std::string, int> calls;
  const auto save = [&](FailingCalls& failing, const std::string& what) {
    TemporaryFolder folder;
    const auto file = folder / "plan.dcm";
    if (overOld) {
      ASSERT_TRUE(io::writeSafely(file, kOld));
    }
    const auto saved = io::writeSafely(file, kNew, failing);
    const auto there = fileBytes(file);
    EXPECT_EQ(there, saved ? kNew : overOld ? kOld : std::vector<std::byte>{}) << what;
    EXPECT_EQ(folder.names(), there.empty() ? Names{} : Names{"plan.dcm"}) << what;
    EXPECT_EQ(saved ? "cannot-write" : saved.error().code, "cannot-write");
    EXPECT_EQ(saved ? file.string() : saved.error().subject, file.string());
    then(what, saved.has_value());
  };
  FailingCalls none;
  save(none, "nothing fails");
  calls = none.made;
  for (const auto& [name, count] : calls)
    for (int k = 1; k <= count; ++k) {
      FailingCalls failing(name, k, error);
      save(failing, name + " " + std::to_string(k));
    }
}

}  // namespace

TEST(SafeFile, writesWhatItWasGiven) {
  TemporaryFolder folder;
  ASSERT_TRUE(io::writeSafely(folder / "plan.dcm", kNew));
  EXPECT_EQ(fileBytes(folder / "plan.dcm"), kNew);
  ASSERT_TRUE(io::writeSafely(folder / "plan.dcm", {}));
  EXPECT_EQ(std::filesystem::file_size(folder / "plan.dcm"), 0u);
  EXPECT_EQ(folder.names(), Names{"plan.dcm"});
}

TEST(SafeFile, leavesTheOldFileWholeWhicheverCallFails) {
  int failures = 0;
  withEveryCallFailing(true, ENOSPC, [&](const std::string& what, bool saved) {
    failures += saved ? 0 : 1;
    const bool mustFail = what.starts_with("write") || what.starts_with("fsync") || what.starts_with("exchange");
    EXPECT_FALSE(saved && mustFail) << what;
  });
  EXPECT_GE(failures, 4 + 2 + 3 + 1);  // writes, fsyncs, opens, exchange; the folder's own close may fail unseen
}

TEST(SafeFile, leavesNothingWhicheverCallFailsOnAFirstSave) {
  int failures = 0;
  withEveryCallFailing(false, EIO, [&](const std::string& what, bool saved) {
    failures += saved ? 0 : 1;
    EXPECT_FALSE(saved && what.starts_with("rename")) << what;
  });
  EXPECT_GE(failures, 4 + 2 + 3 + 1);
}

TEST(SafeFile, goesOnAfterASignal) {
  for (const bool overOld : {false, true})
    withEveryCallFailing(overOld, EINTR, [&](const std::string& what, bool saved) {
      EXPECT_TRUE(saved || what.starts_with("rename") || what.starts_with("exchange")) << what;
    });
}

TEST(SafeFile, renamesWhereTheFileSystemCannotExchange) {
  TemporaryFolder folder;
  ASSERT_TRUE(io::writeSafely(folder / "plan.dcm", kOld));
  FailingCalls failing("exchange", 1, EINVAL);
  ASSERT_TRUE(io::writeSafely(folder / "plan.dcm", kNew, failing));
  EXPECT_EQ(failing.made["rename"], 1);
  EXPECT_EQ(fileBytes(folder / "plan.dcm"), kNew);
  EXPECT_EQ(folder.names(), Names{"plan.dcm"});
}

TEST(SafeFile, refusesWhatTheDiskGivesBackOtherwise) {
  class OtherBytes : public io::FileCalls {
    ssize_t read(int file, void* bytes, std::size_t count) override {
      const auto n = io::FileCalls::read(file, bytes, count);
      if (n > 7) static_cast<char*>(bytes)[7] ^= 1;
      return n;
    }
  } calls;
  TemporaryFolder folder;
  EXPECT_FALSE(io::writeSafely(folder / "plan.dcm", kNew, calls));
  EXPECT_EQ(folder.names(), Names{});
}

TEST(SafeFile, keepsThePermissionsOfTheOldFile) {
  TemporaryFolder folder;
  ASSERT_TRUE(io::writeSafely(folder / "plan.dcm", kOld));
  ASSERT_EQ(::chmod((folder / "plan.dcm").c_str(), 0600), 0);
  ASSERT_TRUE(io::writeSafely(folder / "plan.dcm", kNew));
  struct stat now {};
  ASSERT_EQ(::stat((folder / "plan.dcm").c_str(), &now), 0);
  EXPECT_EQ(now.st_mode & 0777, 0600u);
}

// What is killed half-way is patient data that others must not read.
TEST(SafeFile, isTheOwnersAloneUntilItIsInPlace) {
  class Watching : public io::FileCalls {
   public:
    ssize_t write(int file, const void* bytes, std::size_t count) override {
      see(file);
      return io::FileCalls::write(file, bytes, count);
    }
    ssize_t read(int file, void* bytes, std::size_t count) override {
      see(file);
      return io::FileCalls::read(file, bytes, count);
    }
    int looks = 0, open = 0;

   private:
    void see(int file) {
      struct stat now {};
      ++looks;
      open += ::fstat(file, &now) != 0 || (now.st_mode & 0777) != 0600;
    }
  };
  const auto rightsOf = [](const std::filesystem::path& file) {
    struct stat now {};
    return ::stat(file.c_str(), &now) == 0 ? now.st_mode & 0777 : 0u;
  };
  const mode_t before = ::umask(027);
  TemporaryFolder folder;
  Watching first, second;
  ASSERT_TRUE(io::writeSafely(folder / "plan.dcm", kOld, first));
  EXPECT_EQ(rightsOf(folder / "plan.dcm"), 0640u) << "what the umask leaves of any new file";
  ASSERT_EQ(::chmod((folder / "plan.dcm").c_str(), 0664), 0);
  ASSERT_TRUE(io::writeSafely(folder / "plan.dcm", kNew, second));
  EXPECT_EQ(rightsOf(folder / "plan.dcm"), 0664u) << "the old file's";
  ::umask(before);
  EXPECT_GT(first.looks, 1);
  EXPECT_EQ(first.open + second.open, 0);
}

TEST(SafeFile, refusesALinkToItselfAndANameTooLong) {
  TemporaryFolder folder;
  std::filesystem::create_symlink("self", folder / "self");
  const auto link = io::writeSafely(folder / "self", kNew),
             name = io::writeSafely(folder / std::string(256, 'x'), kNew);
  ASSERT_FALSE(link || name);
  EXPECT_EQ(link.error().detail, "Too many levels of symbolic links");
  EXPECT_EQ(name.error().detail, "File name too long");
}

TEST(SafeFile, replacesWhatALinkPointsTo) {
  TemporaryFolder folder;
  ASSERT_TRUE(io::writeSafely(folder / "plan.dcm", kOld));
  std::filesystem::create_symlink("plan.dcm", folder / "link.dcm");
  ASSERT_TRUE(io::writeSafely(folder / "link.dcm", kNew));
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.dcm"));
  EXPECT_EQ(fileBytes(folder / "plan.dcm"), kNew);
}

TEST(SafeFile, refusesAFolderAndAMissingFolder) {
  TemporaryFolder folder;
  std::filesystem::create_directory(folder / "there");
  const auto onFolder = io::writeSafely(folder / "there", kNew);
  ASSERT_FALSE(onFolder);
  EXPECT_EQ(onFolder.error().detail, "Is a directory");
  const auto nowhere = io::writeSafely(folder / "absent/plan.dcm", kNew);
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().detail, "No such file or directory");
  EXPECT_EQ(folder.names(), Names{"there"});
}

TEST(SafeFile, removesWhatAKilledSaveLeft) {
  TemporaryFolder folder;
  const auto make = [&](const std::string& name, int hoursAgo) {
    ASSERT_TRUE(io::writeSafely(folder / name, kOld));
    std::filesystem::last_write_time(folder / name,
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(hoursAgo));
  };
  make(".needleplan-2.25.1.tmp", 0);
  make(".other.tmp", 48);
  make("a.needleplan-2.25.3.tmp", 48);
  make(".needleplan-2.25.2.tmp", 2);
  ASSERT_TRUE(io::writeSafely(folder / "plan.dcm", kNew));
  EXPECT_EQ(folder.names(), (Names{".needleplan-2.25.1.tmp", ".other.tmp", "a.needleplan-2.25.3.tmp", "plan.dcm"}));
}

TEST(SafeFile, savesUnderTheLongestName) {
  TemporaryFolder folder;
  EXPECT_TRUE(io::writeSafely(folder / std::string(255, 'p'), kNew));
}

TEST(SafeFile, keepsTheOldFileOnAFullDisk) {
  TemporaryFolder folder;
  if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=128k") != 0)
    GTEST_SKIP() << "SKIPPED: a small file system cannot be mounted here (needs root): " << std::strerror(errno);
  const auto file = folder / "plan.dcm";
  const bool first = io::writeSafely(file, kOld).has_value();
  const auto second = io::writeSafely(file, kNew);  // 200 kB on 128 kB
  const auto there = fileBytes(file);
  const auto names = folder.names();
  ::umount2(folder.path().c_str(), MNT_DETACH);
  EXPECT_TRUE(first);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().detail, "No space left on device");
  EXPECT_EQ(there, kOld);
  EXPECT_EQ(names, Names{"plan.dcm"});
}

TEST(SafeFile, isOldOrNewAfterAKill) {
  TemporaryFolder folder;
  const auto file = folder / "plan.dcm";
  const std::vector<std::byte> versions[] = {bytesOf(std::string(300'000, 'a')), bytesOf(std::string(200'000, 'b'))};
  ASSERT_TRUE(io::writeSafely(file, versions[0]));
  std::mt19937 random(20240229);
  for (int round = 0; round < 60; ++round) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0)
      for (int i = 0;; ++i)
        if (!io::writeSafely(file, versions[i % 2])) ::_exit(1);
    ::poll(nullptr, 0, static_cast<int>(random() % 20));
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status)) << "a save failed by itself";
    const auto there = fileBytes(file);
    EXPECT_TRUE(there == versions[0] || there == versions[1]) << "round " << round << ", " << there.size() << " bytes";
  }
}
