#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "app/case/case.h"
#include "app/case/draft_keeper.h"
#include "app/text/site_words.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

namespace {

using app::Case;
using tests::eventually;
using tests::kEntry;
using tests::kTarget;
using tests::smallSeries;

void plan(Case& opened) {
  opened.document().setRoute("lumbar-foraminal");
  opened.document().setLevel("L5");
  opened.document().setSide(planning::anatomy::Side::Left);
  opened.document().setGuidance("CT");
  opened.document().setTarget(kTarget);
  opened.document().setEntry(kEntry);
  opened.document().setOperator("Roe^Ann", "Clinic");
  opened.document().setCheck({"infection", "no", "", "", ""});
  opened.document().addNeedle();
  opened.document().setTarget(planning::makePoint(-3, 2, -70));
}

TEST(CaseWork, opensASeriesAndFindsItsSkin) {
  Case opened;
  QSignalSpy slices(&opened.shownScan(), &app::ShownScan::sliceArrived),
      progress(&opened.reporter(), &app::Reporter::workProgress);
  tests::openSmallSeries(opened, smallSeries());
  ASSERT_TRUE(opened.shownScan().volume());
  EXPECT_FALSE(opened.shownScan().isLoading());
  EXPECT_EQ(slices.count(), 20);
  EXPECT_EQ(opened.shownScan().volume()->identity.patient.name, "Doe^Jane");
  ASSERT_TRUE(eventually([&] { return progress.last()[1].toDouble() > 1; })) << "the bar never ends";
}

TEST(CaseWork, showsASliceBeforeAllAreRead) {
  Case opened;
  bool early = false;
  QObject::connect(&opened.shownScan(), &app::ShownScan::sliceArrived,
                   [&](int) { early = early || opened.shownScan().isLoading(); });
  tests::openSmallSeries(opened, smallSeries());
  EXPECT_TRUE(early);
}

TEST(CaseWork, cancelledLeavesNoHalfScan) {
  Case opened;
  QSignalSpy scanned(&opened.work(), &app::ScanWork::scanned), ended(&opened.reporter(), &app::Reporter::workProgress);
  opened.work().scanPath(smallSeries().folder.path());
  ASSERT_TRUE(scanned.wait(20000));
  opened.work().openSeries(io::dicom::SeriesInfo(opened.work().lastScan().series.front()));
  EXPECT_TRUE(opened.shownScan().isLoading());
  opened.work().cancel();
  EXPECT_FALSE(opened.shownScan().isLoading());
  ASSERT_TRUE(eventually([&] { return !ended.isEmpty() && ended.last()[1].toDouble() > 1; }));
  EXPECT_FALSE(opened.shownScan().volume());
  EXPECT_TRUE(opened.shownScan().plan().choices.needles.empty());
}

TEST(CaseWork, ignoresTheResultOfASupersededOpening) {
  Case opened;
  tests::openSmallSeries(opened, smallSeries());
  const io::dicom::SeriesInfo series = opened.work().lastScan().series.front();
  QSignalSpy refused(&opened.reporter(), &app::Reporter::refused);
  for (int i = 0; i < 3; ++i) opened.work().openSeries(series);
  ASSERT_TRUE(eventually([&] { return opened.shownScan().skin() != nullptr; }));
  EXPECT_EQ(refused.count(), 0);
  EXPECT_EQ(opened.shownScan().volume()->identity.seriesUid, series.identity.seriesUid);
}

TEST(CaseWork, refusesAFolderThatIsNotThere) {
  Case opened;
  QSignalSpy refused(&opened.reporter(), &app::Reporter::refused);
  opened.work().scanPath("/no/such/folder");
  ASSERT_TRUE(refused.wait(20000));
  EXPECT_EQ(refused.first()[0].value<planning::Error>().code, "no-such-path");
}

TEST(CaseWork, refusesStructuresWithoutAScan) {
  Case opened;
  QSignalSpy refused(&opened.reporter(), &app::Reporter::refused);
  opened.structureFiles().load("/no/such/file");
  ASSERT_EQ(refused.count(), 1);
  EXPECT_EQ(refused.first()[0].value<planning::Error>().code, "no-scan");
}

TEST(CaseFiles, reopensAPlanAsItWasSaved) {
  QTemporaryDir folder;
  const QString file = folder.filePath("plan.dcm");
  Case opened;
  tests::openSmallSeries(opened, smallSeries());
  plan(opened);
  ASSERT_TRUE(opened.files().savePlan(file, false));
  EXPECT_FALSE(opened.document().hasUnsavedChanges());
  const planning::Plan saved = opened.shownScan().plan();

  Case again;
  tests::openSmallSeries(again, smallSeries());
  QSignalSpy behind(&again.reporter(), &app::Reporter::workProgress);
  again.files().openPlan(file, tests::planIn(file));
  EXPECT_TRUE(again.shownScan().plan().choices.routeId.empty()) << "the window does not wait for the scan's digest";
  ASSERT_TRUE(eventually([&] { return again.shownScan().plan().choices.routeId == "lumbar-foraminal"; }));
  EXPECT_TRUE(
      std::ranges::any_of(behind, [](const auto& told) { return told[0].toString().contains("with the plan"); }));
  const planning::Plan& reopened = again.shownScan().plan();
  EXPECT_EQ(reopened.choices.level, saved.choices.level);
  EXPECT_EQ(reopened.choices.side, saved.choices.side);
  EXPECT_EQ(reopened.choices.guidance, saved.choices.guidance);
  EXPECT_EQ(reopened.choices.operatorName, saved.choices.operatorName);
  EXPECT_EQ(reopened.choices.checks, saved.choices.checks);
  EXPECT_EQ(reopened.report.sopInstanceUid, saved.report.sopInstanceUid);
  EXPECT_EQ(reopened.assessment.verdict, saved.assessment.verdict);
  ASSERT_EQ(reopened.choices.needles.size(), saved.choices.needles.size());
  for (std::size_t i = 0; i < saved.choices.needles.size(); ++i) {
    const auto a = reopened.needle(i), b = saved.needle(i);
    EXPECT_EQ(a.label, b.label);
    EXPECT_EQ(a.trackingUid, b.trackingUid);
    EXPECT_EQ(a.needle, b.needle);
    for (unsigned axis = 0; axis < 3; ++axis) EXPECT_NEAR((*a.target)[axis], (*b.target)[axis], 1e-3);
    EXPECT_EQ(a.pathLengthMm.has_value(), b.pathLengthMm.has_value());
    EXPECT_NEAR(a.pathLengthMm.value_or(0), b.pathLengthMm.value_or(0), 2e-3);
    EXPECT_EQ(a.clearances.size(), b.clearances.size());
  }
  EXPECT_EQ(again.shownScan().crosshair(), *reopened.choices.needles[0].target) << "the views show what was planned";
  EXPECT_FALSE(again.document().hasUnsavedChanges());
}

// As verify does.
TEST(CaseFiles, saysThatAPlanOrItsScanIsNotAsItWas) {
  QTemporaryDir folder;
  const QString file = folder.filePath("plan.dcm");
  Case opened;
  tests::openSmallSeries(opened, smallSeries());
  plan(opened);
  opened.document().setSiteChecked("Second^Person", "2026-11-30");
  ASSERT_TRUE(opened.files().savePlan(file, false));
  const planning::Plan saved = tests::planIn(file);
  ASSERT_TRUE(saved.choices.siteCheck);
  const auto reopened = [&](const planning::Plan& wanted) {
    opened.document().setLevel("L1");
    opened.files().openPlan(file, wanted);
    EXPECT_TRUE(eventually([&] { return opened.shownScan().plan().choices.level == "L5"; }));
    return opened.shownScan().plan();
  };
  EXPECT_TRUE(app::pictureBand(reopened(saved)).filter("PLAN").isEmpty());
  EXPECT_TRUE(opened.shownScan().plan().choices.siteCheck);

  planning::Plan ofOthers = saved;
  ofOthers.choices.scanDigest.front() = saved.choices.scanDigest.front() == '0' ? '1' : '0';
  const planning::Plan onOthers = reopened(ofOthers);
  EXPECT_FALSE(app::pictureBand(onOthers).filter("OTHER IMAGES").isEmpty());
  EXPECT_FALSE(onOthers.choices.siteCheck) << "it was of other images";

  QFile report(file);
  ASSERT_TRUE(report.open(QIODevice::ReadWrite));
  QByteArray bytes = report.readAll();
  ASSERT_TRUE(bytes.contains("Clinic"));
  bytes.replace("Clinic", "Clinix");
  report.seek(0);
  report.write(bytes);
  report.close();
  const planning::Plan altered = reopened(tests::planIn(file));
  EXPECT_FALSE(app::pictureBand(altered).filter("ALTERED PLAN").isEmpty());
  EXPECT_FALSE(altered.choices.siteCheck) << "who knows what was checked";
  EXPECT_TRUE(std::ranges::any_of(altered.assessment.findings,
                                  [](const auto& finding) { return finding.code == "report-seal-broken"; }));
}

// Whoever altered the file may have put any name there; and what was seen on other images was not seen on these.
TEST(CaseFiles, takesNobodysWordForAPlanThatIsNotAsItWas) {
  QTemporaryDir folder;
  const QString file = folder.filePath("plan.dcm");
  Case opened;
  tests::openSmallSeries(opened, smallSeries());
  plan(opened);
  ASSERT_TRUE(opened.files().savePlan(file, false));
  planning::Plan vouched = tests::planIn(file);
  auto& said = vouched.choices;
  const planning::SeenBySight seen{"L5", "Second^Person", "images", "2026-11-30"};
  said.levelsSeen = said.sidesSeen = said.structuresSeen = {seen};
  said.acceptedUnknowns = {{"radicular-artery", {}, "", "Second^Person", "thin", "CT", "2026-11-30"}};
  said.needles[0].imported = {"Slicer markups a.mrk.json", kEntry, kTarget, "Second^Person", "2026-11-30"};
  said.nearAccepted = said.reserveAccepted = said.rulesAccepted = true;
  const auto words = [&](const planning::Plan& wanted) {
    opened.document().setLevel("L1");
    opened.files().openPlan(file, wanted);
    EXPECT_TRUE(eventually([&] { return opened.shownScan().plan().choices.level == "L5"; }));
    const auto& now = opened.shownScan().plan().choices;
    return now.levelsSeen.size() + now.sidesSeen.size() + now.structuresSeen.size() + now.acceptedUnknowns.size() +
           !now.needles.front().imported->seenBy.empty() + now.nearAccepted + now.reserveAccepted + now.rulesAccepted;
  };
  EXPECT_EQ(words(vouched), 8u);
  EXPECT_EQ(opened.shownScan().plan().choices.checks.size(), 1u);

  planning::Plan ofOthers = vouched;
  ofOthers.choices.scanDigest.front() = vouched.choices.scanDigest.front() == '0' ? '1' : '0';
  EXPECT_EQ(words(ofOthers), 0u);
  EXPECT_EQ(opened.shownScan().plan().choices.checks.size(), 1u) << "the patient is as asked";

  vouched.report.seal = planning::Seal::Broken;
  EXPECT_EQ(words(vouched), 0u);
  EXPECT_TRUE(opened.shownScan().plan().choices.checks.empty());
}

TEST(CaseFiles, savesAChangedPlanAsANewVersionOfTheOld) {
  QTemporaryDir folder;
  Case opened;
  tests::openSmallSeries(opened, smallSeries());
  plan(opened);
  ASSERT_TRUE(opened.files().savePlan(folder.filePath("plan.dcm"), false));
  const std::string first = opened.shownScan().plan().report.sopInstanceUid;
  opened.document().setLevel("L4");
  ASSERT_TRUE(opened.files().savePlan(folder.filePath("plan.dcm"), false));
  EXPECT_NE(opened.shownScan().plan().report.sopInstanceUid, first);
  EXPECT_EQ(opened.shownScan().plan().report.predecessorUid, first);
}

TEST(CaseFiles, approvesOnlyAReadyPlan) {
  QTemporaryDir folder;
  Case opened;
  tests::openSmallSeries(opened, smallSeries());
  plan(opened);
  QSignalSpy refused(&opened.reporter(), &app::Reporter::refused);
  EXPECT_FALSE(opened.files().savePlan(folder.filePath("plan.dcm"), true));
  ASSERT_EQ(refused.count(), 1);
  EXPECT_EQ(refused.first()[0].value<planning::Error>().code, "not-ready");
  EXPECT_FALSE(QFile::exists(folder.filePath("plan.dcm")));
}

TEST(CaseFiles, saysWhyItCouldNotSave) {
  Case opened;
  tests::openSmallSeries(opened, smallSeries());
  plan(opened);
  QSignalSpy refused(&opened.reporter(), &app::Reporter::refused);
  EXPECT_FALSE(opened.files().savePlan("/no/such/folder/plan.dcm", false));
  ASSERT_EQ(refused.count(), 1);
  EXPECT_EQ(refused.first()[0].value<planning::Error>().code, "cannot-write");
  EXPECT_TRUE(opened.document().hasUnsavedChanges());
}

TEST(CaseFiles, refusesAPlanOfAnotherScan) {
  QTemporaryDir folder;
  Case opened;
  tests::openSmallSeries(opened, smallSeries());
  plan(opened);
  ASSERT_TRUE(opened.files().savePlan(folder.filePath("plan.dcm"), false));
  Case stranger;
  tests::openSmallSeries(stranger, tests::strangersSeries());
  QSignalSpy refused(&stranger.reporter(), &app::Reporter::refused);
  stranger.files().openPlan(folder.filePath("plan.dcm"), tests::planIn(folder.filePath("plan.dcm")));
  ASSERT_EQ(refused.count(), 1);
  EXPECT_EQ(refused.first()[0].value<planning::Error>().code, "plan-of-another-series");
  EXPECT_TRUE(stranger.shownScan().plan().choices.routeId.empty());
}

TEST(CaseFiles, opensTheScanOfAPlanFromTheFolderThatWasSearched) {
  QTemporaryDir folder;
  Case opened;
  tests::openSmallSeries(opened, smallSeries());
  plan(opened);
  ASSERT_TRUE(opened.files().savePlan(folder.filePath("plan.dcm"), false));
  opened.work().close();
  EXPECT_FALSE(opened.shownScan().volume());
  opened.files().openPlan(folder.filePath("plan.dcm"), tests::planIn(folder.filePath("plan.dcm")));
  ASSERT_TRUE(eventually([&] { return opened.shownScan().plan().choices.level == "L5"; }));
  EXPECT_TRUE(opened.shownScan().volume());
}

/// A case that keeps drafts, with one kept.
QString keptDraft(Case& opened, const QString& folder) {
  opened.files().keepDrafts(folder, 0);
  tests::openSmallSeries(opened, smallSeries());
  plan(opened);
  EXPECT_TRUE(eventually([&] { return !QDir(folder).entryList({"*.path"}).isEmpty(); }));
  const auto files = QDir(folder).entryList({"*.dcm"});
  return files.isEmpty() ? QString() : QDir(folder).filePath(files.front());
}

TEST(CaseDraft, isKeptWhereOnlyItsOwnerReadsIt) {
  QTemporaryDir folder;
  Case opened;
  const QString file = keptDraft(opened, folder.filePath("drafts"));
  ASSERT_FALSE(file.isEmpty());
  EXPECT_EQ(QFile::permissions(folder.filePath("drafts")) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
            QFile::Permissions());
  EXPECT_TRUE(app::DraftKeeper::lost(folder.filePath("drafts")).empty()) << "it is held, so not lost";
}

TEST(CaseDraft, isGoneOnceThePlanIsSaved) {
  QTemporaryDir folder;
  Case opened;
  const QString file = keptDraft(opened, folder.filePath("drafts"));
  ASSERT_TRUE(opened.files().savePlan(folder.filePath("plan.dcm"), false));
  EXPECT_FALSE(QFile::exists(file));
}

TEST(CaseDraft, isFoundAgainAfterACrash) {
  QTemporaryDir folder;
  const QString drafts = folder.filePath("drafts");
  {
    Case crashed;  // never closed, never saved
    keptDraft(crashed, drafts);
  }
  const auto lost = app::DraftKeeper::lost(drafts);
  ASSERT_EQ(lost.size(), 1u);
  EXPECT_EQ(lost[0].scanPath, smallSeries().folder.path());
  Case next;
  next.files().keepDrafts(drafts, 0);
  tests::openSmallSeries(next, smallSeries());
  next.files().recoverDraft(lost[0].file, tests::planIn(lost[0].file));
  ASSERT_TRUE(eventually([&] { return next.shownScan().plan().choices.level == "L5"; }));
  EXPECT_TRUE(next.document().hasUnsavedChanges());
  EXPECT_TRUE(next.shownScan().plan().report.sopInstanceUid.empty()) << "it was never saved";
  ASSERT_TRUE(next.files().savePlan(folder.filePath("plan.dcm"), false));
  EXPECT_TRUE(QDir(drafts).entryList({"*.dcm"}).isEmpty());
}

}  // namespace
