#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "io/dicom/library.h"
#include "io/outbox/step.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/support/temporary_folder.h"

namespace outbox_fixture {

namespace fs = std::filesystem;
using namespace io::outbox;

inline constexpr Time kNow{std::chrono::seconds(1'900'000'000)};

/// The archive of a test: a folder of objects by UID, and what it answers, one after another.
class FakeArchive : public Sender {
 public:
  explicit FakeArchive(fs::path folder) : folder_(std::move(folder)) { fs::create_directories(folder_); }

  planning::Expected<std::string> send(const Entry& entry, const fs::path& object) override {
    ++sends;
    if (onSend) {
      auto answered = onSend(entry, object);
      if (!answered || takesNothing) return answered;
    }
    keep(entry, object);
    return std::string();
  }
  planning::Expected<Shown> prove(const Entry& entry, const fs::path& object) override {
    ++proofs;
    if (onProve) return onProve(entry, object);
    return compare(entry, object);
  }
  planning::Expected<Shown> compare(const Entry& entry, const fs::path& object) const {
    if (!fs::exists(folder_ / entry.sopInstanceUid)) return planning::refuse("pacs-not-there", entry.site);
    if (support::fileBytes(folder_ / entry.sopInstanceUid) != support::fileBytes(object))
      return planning::refuse("pacs-other-content", entry.site);
    return Proof::ReadBack;
  }
  /// As Orthanc: the first one of a UID stays. Whole or not at all, whenever we are killed.
  void keep(const Entry& entry, const fs::path& object) const {
    if (fs::exists(folder_ / entry.sopInstanceUid)) return;
    const auto growing = folder_ / (entry.sopInstanceUid + ".growing-" + std::to_string(::getpid()));
    fs::copy_file(object, growing, fs::copy_options::overwrite_existing);
    fs::rename(growing, folder_ / entry.sopInstanceUid);
  }

  int sends = 0, proofs = 0;
  bool takesNothing = false;
  std::function<planning::Expected<std::string>(const Entry&, const fs::path&)> onSend;
  std::function<planning::Expected<Shown>(const Entry&, const fs::path&)> onProve;

 private:
  fs::path folder_;
};

class OutboxTest : public testing::Test {
 protected:
  OutboxTest() { io::dicom::useDcmtk(); }

  /// A DICOM file of this number, each with a UID of its own.
  fs::path object(int number, const std::string& patient = "P1") const {
    made_ct::Ct ct;
    ct.patientId = patient;
    auto slice = ct.slice(0);
    slice->getDataset()->putAndInsertString(DCM_SOPInstanceUID, ("1.2.3.4." + std::to_string(number)).c_str());
    const auto file = folder_ / ("object-" + std::to_string(number) + "-" + patient + ".dcm");
    made_ct::save(*slice, file);
    return file;
  }
  Entry added(int number) {
    const auto entry = outbox_.add(object(number), {"main"}, "object " + std::to_string(number), now_);
    EXPECT_TRUE(entry) << entry.error().code << " " << entry.error().detail;
    return entry ? *entry : Entry{};
  }
  Listing listed() const {
    auto listing = outbox_.list();
    EXPECT_TRUE(listing) << listing.error().code;
    return listing ? std::move(*listing) : Listing{};
  }
  Held held() const {
    auto taken = Held::take(outbox_);
    EXPECT_TRUE(taken) << taken.error().code;
    return std::move(*taken);
  }
  /// Until nothing is due now; then the clock is at the next time. False: nothing is left to do by itself.
  bool steps() {
    const Held sender = held();
    for (;;) {
      const auto tried = step(
          sender, [&] { return now_; }, 0.5, archive_);
      EXPECT_TRUE(tried) << tried.error().code;
      if (!tried || !*tried) break;
    }
    const auto next = nextDue(listed(), now_);
    if (next) now_ = *next;
    return next.has_value();
  }

  support::TemporaryFolder folder_;
  Outbox outbox_{folder_ / "outbox"};
  FakeArchive archive_{folder_ / "archive"};
  Time now_ = kNow;
};

}  // namespace outbox_fixture
