#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>
#include <poll.h>

#include <atomic>
#include <fstream>

#include "io/dicom/library.h"
#include "io/pacs/association.h"
#include "io/pacs/fetch.h"
#include "io/pacs/find.h"
#include "io/pacs/send.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/pacs/lab_fixture.h"
#include "tests/support/silent_peer.h"
#include "tests/support/temporary_folder.h"

// Against real archives: tests/pacs/lab.sh starts them.
namespace {

namespace fs = std::filesystem;
using namespace io::pacs;
using lab::dcmqrscp;
using lab::encrypted;
using lab::orthanc;
using support::TemporaryFolder;

class Archives : public testing::TestWithParam<Site (*)()>, protected lab::MadeStudy {
 protected:
  std::vector<StudyAnswer> ask(const Site& site, const StudyQuery& query) {
    std::vector<StudyAnswer> answers;
    const auto found = findStudies(
        site, query, [&](const StudyAnswer& one) { answers.push_back(one); }, none_);
    EXPECT_TRUE(found) << found.error().code << " " << found.error().detail;
    return answers;
  }

  planning::Progress none_;
};

TEST_P(Archives, keepWhatWasSentAndGiveItBackEqual) {
  const Site site = GetParam()();
  for (const auto& one : sendTo(site)) {
    ASSERT_FALSE(one.error) << one.error->code << " " << one.error->detail;
    const auto same = readBack(site, one, folder.path(), none_);
    EXPECT_TRUE(same) << same.error().code << " " << same.error().detail;
  }
  std::size_t handedOver = 0;
  const auto fetched = fetch(
      site, {ct.studyUid}, folder.path() / "back",
      [&](const fs::path&, std::size_t all) {
        ++handedOver;
        EXPECT_EQ(all, files.size());
      },
      none_);
  ASSERT_TRUE(fetched) << fetched.error().code << " " << fetched.error().detail;
  EXPECT_EQ(fetched->files.size(), files.size());
  EXPECT_EQ(handedOver, files.size());
  EXPECT_TRUE(fetched->missing.empty());
  EXPECT_EQ(fetched->refused, 0);
}

TEST_P(Archives, findAPatientByIdNameAndDate) {
  const Site site = GetParam()();
  sendTo(site);
  StudyQuery query;
  query.patientId = ct.patientId;
  query.from = query.until = "20240305";
  query.modality = "CT";
  const auto answers = ask(site, query);
  ASSERT_EQ(answers.size(), 1U);
  const auto& patient = answers.front().patient;
  EXPECT_EQ(patient.name, "Müller^Jörg");
  EXPECT_EQ(patient.birthDate, "19500102");
  EXPECT_EQ(patient.issuer, "CLINIC");
  EXPECT_EQ(answers.front().study.uid, ct.studyUid);
  EXPECT_EQ(answers.front().study.accessionNumber, "A1");
  EXPECT_TRUE(answers.front().textSure);
  query.from = query.until = "20240306";
  EXPECT_TRUE(ask(site, query).empty());
}

TEST_P(Archives, otherContentUnderAnOldUidIsNoticed) {
  const Site site = GetParam()();
  auto sent = sendTo(site);
  ASSERT_FALSE(sent.front().error);
  DcmFileFormat altered;
  ASSERT_TRUE(altered.loadFile(sent.front().file.c_str()).good());
  altered.getDataset()->putAndInsertString(DCM_SeriesDescription, "altered");
  const fs::path other = folder.path() / "altered.dcm";
  made_ct::save(altered, other);
  sent.front().file = other;
  const auto same = readBack(site, sent.front(), folder.path(), none_);
  ASSERT_FALSE(same);
  EXPECT_EQ(same.error().code, "pacs-other-content");
}

TEST_P(Archives, whatIsNotThereIsSaid) {
  const auto nothing = fetch(
      GetParam()(), {"1.2.3.999"}, folder.path() / "none", [](const fs::path&, std::size_t) {}, none_);
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().code, "no-such-study");
}

/// Stopped by the person once one object is there.
class StoppedAfterOne : public planning::Progress {
 public:
  bool stopRequested() const override { return came; }
  std::atomic<bool> came = false;
};

TEST_P(Archives, keepWhatCameWholeOfAFetchThatIsCancelled) {
  const Site site = GetParam()();
  sendTo(site);
  StoppedAfterOne progress;
  std::vector<fs::path> came;
  const auto fetched = fetch(
      site, {ct.studyUid}, folder.path() / "back",
      [&](const fs::path& file, std::size_t) {
        came.push_back(file);
        progress.came = true;
        ::poll(nullptr, 0, 300);  // longer than the watch looks: the next object does not come, however near it is
      },
      progress);
  ASSERT_FALSE(fetched);
  EXPECT_EQ(fetched.error().code, "cancelled");
  EXPECT_LT(came.size(), files.size());
  for (const auto& file : came) EXPECT_TRUE(fs::is_regular_file(file));
  std::size_t there = 0;
  for (const auto& entry : fs::directory_iterator(folder.path() / "back")) {
    ++there;
    EXPECT_EQ(entry.path().extension(), ".dcm") << "nothing half written stays: " << entry.path();
  }
  EXPECT_EQ(there, came.size());
}

INSTANTIATE_TEST_SUITE_P(Real, Archives, testing::Values(&orthanc, &dcmqrscp, &encrypted),
                         [](const auto& named) { return named.param().name; });

std::string codeOf(const planning::Expected<void>& result) {
  return result ? "" : result.error().code;
}

TEST(Echo, answersAndRefusalsSayWhatTheyAre) {
  const planning::Progress none;
  EXPECT_EQ(codeOf(echo(orthanc(), none)), "");
  EXPECT_EQ(codeOf(echo(dcmqrscp(), none)), "");
  EXPECT_EQ(codeOf(echo(encrypted(), none)), "");
  Site site = orthanc();
  site.called = "OTHER";
  EXPECT_EQ(codeOf(echo(site, none)), "pacs-association-refused");
  site = orthanc();
  site.port = 14999;
  EXPECT_EQ(codeOf(echo(site, none)), "pacs-unreachable");
}

TEST(Tls, aWrongPeerIsRefused) {
  const planning::Progress none;
  Site site = encrypted();
  site.tls->trusted = lab::folder() / "other-ca.pem";
  EXPECT_EQ(codeOf(echo(site, none)), "pacs-tls");
  site = encrypted();
  site.host = "localhost";  // its certificate is made out to the address
  EXPECT_EQ(codeOf(echo(site, none)), "pacs-tls");
  site = encrypted();
  site.port = 14242;  // speaks plainly, and cuts the connection
  EXPECT_EQ(codeOf(echo(site, none)), "pacs-tls-cut");
}

TEST(Tls, aKeyThatOthersMayReadIsNotUsed) {
  Site site = encrypted();
  const TemporaryFolder folder;
  site.tls->key = folder.path() / "open.key";
  fs::copy_file(lab::folder() / "client.key", site.tls->key);
  fs::permissions(site.tls->key, fs::perms::owner_read | fs::perms::others_read);
  EXPECT_EQ(codeOf(echo(site, planning::Progress())), "pacs-key-readable");
}

TEST(Worklist, listsTheStepsOfADay) {
  io::dicom::useDcmtk();
  DcmFileFormat step;
  auto& dataset = *step.getDataset();
  dataset.putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 192");
  dataset.putAndInsertString(DCM_PatientName, "Müller^Anna");
  dataset.putAndInsertString(DCM_PatientID, "W1");
  dataset.putAndInsertString(DCM_StudyInstanceUID, "1.2.3.77");
  DcmItem* scheduled = nullptr;
  dataset.findOrCreateSequenceItem(DCM_ScheduledProcedureStepSequence, scheduled, -2);
  scheduled->putAndInsertString(DCM_ScheduledProcedureStepStartDate, "20260102");
  scheduled->putAndInsertString(DCM_ScheduledProcedureStepStartTime, "0930");
  scheduled->putAndInsertString(DCM_Modality, "CT");
  scheduled->putAndInsertString(DCM_ScheduledStationAETitle, "CT1");
  made_ct::save(step, lab::folder() / "worklist" / "step.wl");
  std::vector<StudyAnswer> answers;
  const planning::Progress none;
  const auto found = findScheduled(
      orthanc(), "20260102", "CT", [&](const StudyAnswer& one) { answers.push_back(one); }, none);
  ASSERT_TRUE(found) << found.error().code << " " << found.error().detail;
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers.front().patient.name, "Müller^Anna");
  EXPECT_EQ(answers.front().study.time, "0930");
  EXPECT_EQ(answers.front().station, "CT1");
}

TEST(Cancel, endsWhatWaitsForASilentPeer) {
  class Stopped : public planning::Progress {
    bool stopRequested() const override { return true; }
  };
  const support::SilentPeer peer;
  Site site = orthanc();
  site.port = peer.port();
  EXPECT_EQ(codeOf(echo(site, Stopped())), "cancelled");
}

TEST(Silence, isSaid) {
  const support::SilentPeer peer;
  Site site = orthanc();
  site.port = peer.port();
  EXPECT_EQ(codeOf(echo(site, planning::Progress())), "pacs-silent");
}

}  // namespace
