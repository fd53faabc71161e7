#include <gtest/gtest.h>
#include <malloc.h>

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/case/case.h"
#include "app/case/draft_keeper.h"
#include "app/case/shape_edit.h"
#include "io/files/uid.h"
#include "io/images/ct_writer.h"
#include "planning/anatomy/mask_edit.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/check.h"
#include "planning/error.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

// Structures made in the window: found, edited, saved with the plan and reopened.
namespace {

using app::Case;
using planning::makePoint;
using planning::anatomy::Kind;
using planning::anatomy::Mask;
using tests::eventually;

const planning::Point kInVessel = makePoint(-15, 0, -70);

/// The small body with a vessel full of contrast along it and a block of bone.
std::unique_ptr<tests::SmallSeries> makeSeries() {
  auto volume = std::make_shared<planning::Volume>(*tests::smallSeries().volume);
  volume->hu = planning::Volume::Image::New();
  const auto& plain = *tests::smallSeries().volume->hu;
  volume->hu->CopyInformation(&plain);
  volume->hu->SetRegions(plain.GetLargestPossibleRegion());
  volume->hu->Allocate();
  for (std::size_t n = 0; n < plain.GetLargestPossibleRegion().GetNumberOfPixels(); ++n) {
    planning::Point p;
    plain.TransformIndexToPhysicalPoint(plain.ComputeIndex(static_cast<itk::OffsetValueType>(n)), p);
    std::int16_t hu = plain.GetBufferPointer()[n];
    if (std::hypot(p[0] + 15, p[1]) < 7) hu = 250;
    if (p[0] > 5 && p[0] < 27 && p[1] > 5 && p[1] < 27 && p[2] > -95 && p[2] < -50) hu = 600;
    volume->hu->GetBufferPointer()[n] = hu;
  }
  volume->identity.seriesUid = io::newUid();
  auto series = std::make_unique<tests::SmallSeries>();
  const auto identity = io::writeCt(*volume, series->folder.path().toStdString());
  planning::check(identity.has_value(), "the series can be written");
  volume->identity = *identity;
  series->volume = volume;
  return series;
}

const tests::SmallSeries& series() {
  static const auto made = makeSeries();
  return *made;
}

const planning::anatomy::Structure& structure(const Case& opened, std::size_t n) {
  return opened.shownScan().structures().at(n).structure;
}
const Mask& maskOf(const Case& opened, std::size_t n) {
  return *std::get<Mask::Pointer>(structure(opened, n).shape);
}

class CaseShapes : public testing::Test {
 protected:
  void SetUp() override { tests::openSmallSeries(opened_, series()); }
  bool endsWith(std::size_t structures) {
    return eventually([&] { return opened_.shownScan().structures().size() == structures; });
  }
  bool editsEnd() {
    return eventually([&] { return !opened_.structures().shapes().isBusy(); });
  }
  bool isMeasured() {
    return eventually([&] {
      return !opened_.shownScan().structures()[0].beingMeasured && opened_.shownScan().structures()[0].field;
    });
  }
  /// Of the one needle to the one structure.
  const planning::needle::Clearance& clearance() {
    return opened_.shownScan().plan().assessment.needles[0].clearances.at(0);
  }
  bool tells(const std::string& code) {
    const auto& findings = opened_.shownScan().plan().assessment.findings;
    return std::any_of(findings.begin(), findings.end(), [&](const auto& finding) { return finding.code == code; });
  }
  void growVessel() {
    opened_.structures().finder().growVessel(kInVessel);
    ASSERT_TRUE(endsWith(1));
  }
  void placeNeedle() {
    opened_.document().setTarget(tests::kTarget);
    opened_.document().setEntry(tests::kEntry);
    opened_.document().setNeedle({22, 90, 0.718});
  }

  Case opened_;
};

TEST_F(CaseShapes, boneIsFoundAsOneUnconfirmedStructureThatCanBeUndone) {
  opened_.structures().finder().findBone();
  ASSERT_TRUE(endsWith(1));
  const auto& bone = opened_.shownScan().structures()[0];
  EXPECT_EQ(bone.structure.kind, Kind::Bone);
  EXPECT_EQ(bone.structure.source.text(), "segmented");
  EXPECT_FALSE(bone.structure.confirmed);
  EXPECT_TRUE(bone.field && bone.surface);
  EXPECT_GT(bone.errorBoundMm, 1);
  EXPECT_EQ(opened_.shownScan().currentStructure(), 0);
  EXPECT_EQ(opened_.document().undoStack().count(), 1);
  opened_.document().undoStack().undo();
  EXPECT_TRUE(opened_.shownScan().structures().empty());
  EXPECT_EQ(opened_.shownScan().currentStructure(), std::nullopt);
}

TEST_F(CaseShapes, aVesselIsGrownFromAPlaceInIt) {
  growVessel();
  EXPECT_EQ(structure(opened_, 0).kind, Kind::Vessel);
  EXPECT_TRUE(planning::anatomy::contains(maskOf(opened_, 0), makePoint(-15, 0, -50)));
  EXPECT_FALSE(planning::anatomy::contains(maskOf(opened_, 0), makePoint(15, 15, -70)));
}

TEST_F(CaseShapes, largeVesselsAreFoundWithoutAClickInOneStep) {
  opened_.structures().finder().findVessels();
  ASSERT_TRUE(endsWith(1));
  EXPECT_EQ(structure(opened_, 0).kind, Kind::Vessel);
  EXPECT_FALSE(structure(opened_, 0).confirmed);
  EXPECT_TRUE(planning::anatomy::contains(maskOf(opened_, 0), kInVessel));
  EXPECT_FALSE(planning::anatomy::contains(maskOf(opened_, 0), makePoint(15, 15, -70)));
  EXPECT_EQ(opened_.document().undoStack().count(), 1);
  opened_.structures().finder().findVessels();
  ASSERT_TRUE(endsWith(2));
  EXPECT_NE(structure(opened_, 0).name, structure(opened_, 1).name);
}

TEST_F(CaseShapes, nothingIsGrownWhereThereIsNoContrast) {
  QSignalSpy refused(&opened_.reporter(), &app::Reporter::refused);
  opened_.structures().finder().growVessel(makePoint(15, -20, -70));
  ASSERT_TRUE(refused.wait(20000));
  EXPECT_EQ(refused.first()[0].value<planning::Error>().code, "too-little-contrast");
  EXPECT_TRUE(opened_.shownScan().structures().empty());
}

TEST_F(CaseShapes, anEditIsOneUndoStepAndTakesTheConfirmationBack) {
  growVessel();
  opened_.document().setOperator("Roe^Ann", "Hospital");
  opened_.structures().setConfirmed(0, true);
  const auto seen = [&] { return opened_.document().plan().choices.structuresSeen.size(); };
  EXPECT_EQ(seen(), 1U);
  const double before = planning::anatomy::volumeMm3(maskOf(opened_, 0));
  const int steps = opened_.document().undoStack().count();
  opened_.structures().shapes().edit(0, app::growBy(4));
  ASSERT_TRUE(editsEnd());
  EXPECT_EQ(opened_.document().undoStack().count(), steps + 1);
  EXPECT_GT(planning::anatomy::volumeMm3(maskOf(opened_, 0)), 1.5 * before);
  EXPECT_FALSE(structure(opened_, 0).confirmed);
  EXPECT_EQ(seen(), 0U) << "the word was about another shape";
  EXPECT_EQ(structure(opened_, 0).source.text(), "segmented, edited");
  opened_.document().undoStack().undo();
  EXPECT_EQ(planning::anatomy::volumeMm3(maskOf(opened_, 0)), before);
  EXPECT_TRUE(structure(opened_, 0).confirmed);
  EXPECT_EQ(seen(), 1U);
}

TEST_F(CaseShapes, editsThatWaitAreDoneOneAfterTheOther) {
  opened_.structures().addEmpty();
  ASSERT_EQ(opened_.shownScan().structures().size(), 1u);
  EXPECT_FALSE(opened_.shownScan().structures()[0].field) << "nothing is measured against an empty structure";
  const int steps = opened_.document().undoStack().count();
  for (int n = 0; n < 3; ++n)
    opened_.structures().shapes().edit(0, app::paintStroke({makePoint(-20 + 15 * n, 0, -70)}, 5, true));
  EXPECT_TRUE(opened_.structures().shapes().isBusy());
  ASSERT_TRUE(editsEnd());
  EXPECT_EQ(opened_.document().undoStack().count(), steps + 3);
  for (int n = 0; n < 3; ++n)
    EXPECT_TRUE(planning::anatomy::contains(maskOf(opened_, 0), makePoint(-20 + 15 * n, 0, -70)));
  opened_.document().undoStack().undo();
  EXPECT_FALSE(planning::anatomy::contains(maskOf(opened_, 0), makePoint(10, 0, -70)));
}

/// What the program holds, by its allocator.
std::size_t bytesHeld() {
  const auto held = mallinfo2();
  return held.uordblks + held.hblkhd;
}

// A ball of 20 mm and 24 strokes on it: each leaves less than a tenth of what the shape takes (the plan's words are
// part of it), and every one is undone and redone to the voxel.
TEST_F(CaseShapes, undoKeepsOldShapesPacked) {
  opened_.structures().addEmpty();
  opened_.structures().shapes().edit(0, app::paintStroke({makePoint(0, 0, -70)}, 20, true));
  ASSERT_TRUE(editsEnd());
  const std::size_t beforeCopy = bytesHeld();
  const auto copied = planning::anatomy::measure([this] {
    auto copy = structure(opened_, 0);
    copy.shape = planning::anatomy::cropped(maskOf(opened_, 0));
    return copy;
  }());
  const auto shapeBytes = static_cast<double>(bytesHeld() - beforeCopy);
  std::vector<double> volumes{planning::anatomy::volumeMm3(maskOf(opened_, 0))};
  constexpr int kStrokes = 24;
  std::size_t early = 0;
  for (int n = 0; n < kStrokes; ++n) {
    const double angle = 0.26 * n;
    opened_.structures().shapes().edit(
        0, app::paintStroke({makePoint(20 * std::cos(angle), 20 * std::sin(angle), -70)}, 4, n % 2 == 0));
    ASSERT_TRUE(editsEnd());
    volumes.push_back(planning::anatomy::volumeMm3(maskOf(opened_, 0)));
    if (n == 3) early = bytesHeld();
  }
  const double each = (static_cast<double>(bytesHeld()) - static_cast<double>(early)) / (kStrokes - 4);
  std::printf("a shape of %.0f kB; %.1f kB a stroke\n", shapeBytes / 1e3, each / 1e3);
  EXPECT_LT(each, shapeBytes / 10);
  for (int n = kStrokes; n >= 0; --n) {
    EXPECT_EQ(planning::anatomy::volumeMm3(maskOf(opened_, 0)), volumes[static_cast<std::size_t>(n)]) << n;
    ASSERT_TRUE(isMeasured()) << n;
    EXPECT_TRUE(opened_.shownScan().structures()[0].surface);
    if (n > 0) opened_.document().undoStack().undo();
  }
  for (int n = 0; n < kStrokes; ++n) opened_.document().undoStack().redo();
  EXPECT_EQ(planning::anatomy::volumeMm3(maskOf(opened_, 0)), volumes.back());
}

// Each stroke comes 2 mm nearer to the needle. Of three undone at once the oldest shape is shown and unknown, and is
// the only one that is measured.
TEST_F(CaseShapes, whatIsUndoneIsShownAtOnceAndUnknownUntilItIsMeasured) {
  placeNeedle();
  opened_.document().setGuidance("CT");  // a placement error holds for its own guidance
  opened_.structures().addEmpty();
  std::vector<double> distances, volumes;
  for (int n = 0; n < 6; ++n) {
    opened_.structures().shapes().edit(0, app::paintStroke({makePoint(-24 + 2 * n, 10, -70)}, 5, true));
    ASSERT_TRUE(editsEnd());
    distances.push_back(clearance().distanceMm.value());
    volumes.push_back(planning::anatomy::volumeMm3(maskOf(opened_, 0)));
  }
  opened_.structures().setConfirmed(0, true);
  EXPECT_TRUE(clearance().breachProbability);
  opened_.document().undoStack().undo();  // of the confirmation: this shape, and the one before it, are at hand
  QSignalSpy changed(&opened_.shownScan(), &app::ShownScan::structuresChanged),
      refused(&opened_.reporter(), &app::Reporter::refused);
  for (int n = 4; n >= 1; --n) {
    opened_.document().undoStack().undo();
    EXPECT_EQ(planning::anatomy::volumeMm3(maskOf(opened_, 0)), volumes[static_cast<std::size_t>(n)]);
  }
  EXPECT_EQ(changed.count(), 4);
  const auto& shape = opened_.shownScan().structures()[0];
  EXPECT_TRUE(shape.beingMeasured);
  EXPECT_FALSE(shape.field || shape.surface);
  EXPECT_FALSE(clearance().distanceMm || clearance().closestOnStructure || clearance().breachProbability);
  EXPECT_EQ(clearance().verdict, planning::needle::Verdict::Unknown);
  EXPECT_EQ(opened_.shownScan().plan().assessment.verdict, planning::needle::Verdict::Unknown);
  EXPECT_FALSE(opened_.shownScan().plan().assessment.needles[0].breachProbability);
  EXPECT_FALSE(opened_.shownScan().plan().assessment.ready);
  EXPECT_TRUE(tells("structure-being-measured"));
  EXPECT_FALSE(tells("structure-empty"));
  QTemporaryDir folder;
  EXPECT_FALSE(opened_.files().savePlan(folder.filePath("plan.dcm"), false));
  ASSERT_EQ(refused.count(), 1);
  EXPECT_EQ(refused.first()[0].value<planning::Error>().code, "structure-being-measured");
  EXPECT_TRUE(QDir(folder.path()).entryList(QDir::Files).isEmpty());

  ASSERT_TRUE(isMeasured());
  EXPECT_EQ(changed.count(), 5) << "one shape is measured, not each that was passed";
  EXPECT_EQ(clearance().distanceMm, distances[1]);
  EXPECT_TRUE(clearance().breachProbability);
  EXPECT_FALSE(tells("structure-being-measured"));
  EXPECT_TRUE(opened_.files().savePlan(folder.filePath("plan.dcm"), false));
  for (int n = 2; n < 6; ++n) opened_.document().undoStack().redo();
  ASSERT_TRUE(isMeasured());
  EXPECT_EQ(clearance().distanceMm, distances[5]);
}

TEST_F(CaseShapes, whatIsBeingMeasuredIsStillMeasuredAfterAnEditOrACancel) {
  placeNeedle();
  opened_.structures().addEmpty();
  double first = 0;
  for (int n = 0; n < 4; ++n) {
    opened_.structures().shapes().edit(0, app::paintStroke({makePoint(-24 + 2 * n, 10, -70)}, 5, true));
    ASSERT_TRUE(editsEnd());
    if (n == 0) first = clearance().distanceMm.value();
  }
  for (int n = 3; n > 0; --n) opened_.document().undoStack().undo();
  ASSERT_TRUE(opened_.shownScan().structures()[0].beingMeasured);
  opened_.structures().rename(0, "Aorta");
  EXPECT_TRUE(opened_.shownScan().structures()[0].beingMeasured);
  opened_.work().cancel();
  ASSERT_TRUE(isMeasured());
  EXPECT_EQ(clearance().distanceMm, first);
  EXPECT_EQ(structure(opened_, 0).name, "Aorta");
  opened_.document().undoStack().undo();
  EXPECT_FALSE(opened_.shownScan().structures()[0].beingMeasured) << "the same shape under its old name";
  EXPECT_EQ(clearance().distanceMm, first);
}

TEST_F(CaseShapes, whatIsUndoneWhileItIsEditedIsEditedAnew) {
  growVessel();
  opened_.structures().shapes().edit(0, app::growBy(4));
  ASSERT_TRUE(editsEnd());
  const double grown = planning::anatomy::volumeMm3(maskOf(opened_, 0));
  opened_.structures().shapes().edit(0, app::growBy(2));
  opened_.document().undoStack().undo();  // of the first edit, while the second is under way
  ASSERT_TRUE(editsEnd());
  EXPECT_LT(planning::anatomy::volumeMm3(maskOf(opened_, 0)), grown);
}

TEST_F(CaseShapes, paintStaysWithinTheScan) {
  opened_.structures().addEmpty();
  opened_.structures().shapes().edit(0, app::paintStroke({makePoint(0, 0, -44)}, 12, true));
  ASSERT_TRUE(editsEnd());
  const auto& hu = *opened_.shownScan().volume()->hu;
  const auto offset = planning::anatomy::latticeOffset(hu, maskOf(opened_, 0));
  ASSERT_TRUE(offset);
  for (unsigned axis = 0; axis < 3; ++axis) {
    EXPECT_GE((*offset)[axis], 0);
    EXPECT_LE((*offset)[axis] + static_cast<long>(maskOf(opened_, 0).GetLargestPossibleRegion().GetSize(axis)),
              static_cast<long>(hu.GetLargestPossibleRegion().GetSize(axis)));
  }
}

TEST_F(CaseShapes, nothingIsErasedToTheLastVoxel) {
  growVessel();
  QSignalSpy refused(&opened_.reporter(), &app::Reporter::refused);
  opened_.structures().shapes().edit(0, app::growBy(-30));
  ASSERT_TRUE(editsEnd());
  ASSERT_EQ(refused.count(), 1);
  EXPECT_EQ(refused.first()[0].value<planning::Error>().code, "nothing-left");
  EXPECT_GT(planning::anatomy::volumeMm3(maskOf(opened_, 0)), 0);
}

TEST_F(CaseShapes, boneLeavesTheVesselThatWasFoundBefore) {
  growVessel();
  opened_.structures().finder().findBone();
  ASSERT_TRUE(endsWith(2));
  EXPECT_EQ(planning::anatomy::volumeMm3(*planning::anatomy::intersected(maskOf(opened_, 0), maskOf(opened_, 1))), 0);
}

TEST_F(CaseShapes, aStructureThatTheRouteRequiresIsUnknownUntilItIsConfirmed) {
  placeNeedle();
  opened_.document().setRoute("cervical-facet");
  opened_.structures().addEmpty();
  opened_.structures().rename(0, "Nerve root");
  opened_.structures().setKind(0, Kind::Nerve);
  opened_.structures().shapes().edit(0, app::paintStroke({makePoint(-25, -20, -70)}, 4, true));
  ASSERT_TRUE(editsEnd());
  const auto verdict = [&] {
    for (const auto& row : opened_.shownScan().plan().assessment.needles[0].clearances)
      if (row.structure == "Nerve root") return row.verdict;
    return std::optional<planning::needle::Verdict>();
  };
  EXPECT_EQ(verdict(), planning::needle::Verdict::Unknown);
  opened_.structures().setConfirmed(0, true);
  EXPECT_EQ(verdict(), planning::needle::Verdict::Clear);
  opened_.structures().shapes().edit(0, app::growBy(3));
  ASSERT_TRUE(editsEnd());
  EXPECT_EQ(verdict(), planning::needle::Verdict::Unknown) << "another shape than the one confirmed";
}

TEST_F(CaseShapes, areSavedBesideThePlanAndComeBackWithIt) {
  QTemporaryDir folder;
  const QString file = folder.filePath("plan.dcm");
  placeNeedle();
  growVessel();
  opened_.structures().finder().findBone();
  ASSERT_TRUE(endsWith(2));
  opened_.structures().rename(0, "Aorta");
  opened_.structures().setConfirmed(0, true);
  ASSERT_TRUE(opened_.files().savePlan(file, false));
  EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), (QStringList{"plan-structures.dcm", "plan.dcm"}));

  Case again;
  tests::openSmallSeries(again, series());
  again.files().openPlan(file, tests::planIn(file));
  ASSERT_TRUE(eventually([&] { return again.shownScan().structures().size() == 2; }));
  EXPECT_EQ(structure(again, 0).name, "Aorta");
  EXPECT_TRUE(structure(again, 0).confirmed);
  EXPECT_FALSE(structure(again, 1).confirmed);
  EXPECT_TRUE(isProposal(structure(again, 1))) << "drawn as what nobody has confirmed, now that it is a file's too";
  EXPECT_FALSE(isProposal(structure(again, 0)));
  EXPECT_TRUE(structure(again, 0).source.text().starts_with("SEG "));
  ASSERT_EQ(again.shownScan().plan().choices.structureEvidence.size(), 1u);
  EXPECT_EQ(again.shownScan().plan().choices.structureEvidence[0].modality, "SEG");
  EXPECT_EQ(again.shownScan().plan().choices.structureEvidence[0].instances[0].sopInstanceUid,
            structure(again, 0).sourceSopInstanceUid);
  for (std::size_t n = 0; n < 2; ++n) {
    EXPECT_EQ(structure(again, n).trackingUid, structure(opened_, n).trackingUid);
    EXPECT_EQ(planning::anatomy::voxelsIn(maskOf(again, n)), planning::anatomy::voxelsIn(maskOf(opened_, n)));
    EXPECT_NEAR(*again.shownScan().plan().assessment.needles[0].clearances[n].distanceMm,
                *opened_.shownScan().plan().assessment.needles[0].clearances[n].distanceMm, 2e-3);
  }
  for (const auto& finding : again.shownScan().plan().assessment.findings)
    EXPECT_NE(finding.code, "structure-not-reopened");
}

TEST_F(CaseShapes, aSegIsWrittenAgainOnlyWhenItChanged) {
  QTemporaryDir folder;
  const QString file = folder.filePath("plan.dcm");
  const auto segs = [&] { return QDir(folder.path()).entryList({"plan-structures*"}, QDir::Files); };
  placeNeedle();
  growVessel();
  ASSERT_TRUE(opened_.files().savePlan(file, false));
  const QStringList first = segs();
  opened_.document().setLevel("L4");
  ASSERT_TRUE(opened_.files().savePlan(file, false));
  EXPECT_EQ(segs(), first);
  opened_.structures().shapes().edit(0, app::growBy(3));
  ASSERT_TRUE(editsEnd());
  ASSERT_TRUE(opened_.files().savePlan(file, false));
  EXPECT_EQ(segs().size(), 1) << "the plan that cited the first was replaced";
  EXPECT_NE(segs(), first);
  ASSERT_TRUE(opened_.files().savePlan(folder.filePath("other.dcm"), false));
  EXPECT_EQ(segs().size(), 1) << "the first plan still cites it";
}

TEST_F(CaseShapes, noSegIsLeftOfAPlanThatCouldNotBeWritten) {
  QTemporaryDir folder;
  ASSERT_TRUE(QDir(folder.path()).mkdir("plan.dcm"));  // a folder stands where the plan should go
  placeNeedle();
  growVessel();
  QSignalSpy refused(&opened_.reporter(), &app::Reporter::refused);
  EXPECT_FALSE(opened_.files().savePlan(folder.filePath("plan.dcm"), false));
  EXPECT_EQ(refused.count(), 1);
  EXPECT_TRUE(opened_.document().hasUnsavedChanges());
  EXPECT_TRUE(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

TEST_F(CaseShapes, anEmptyStructureIsNotSaved) {
  QTemporaryDir folder;
  placeNeedle();
  opened_.structures().addEmpty();
  QSignalSpy refused(&opened_.reporter(), &app::Reporter::refused);
  EXPECT_FALSE(opened_.files().savePlan(folder.filePath("plan.dcm"), false));
  ASSERT_EQ(refused.count(), 1);
  EXPECT_EQ(refused.first()[0].value<planning::Error>().code, "nothing-painted");
  EXPECT_TRUE(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

TEST_F(CaseShapes, aStructureOfAFileIsTheProgramsOwnOnceEdited) {
  QTemporaryDir folder;
  const QString file = folder.filePath("plan.dcm");
  placeNeedle();
  growVessel();
  ASSERT_TRUE(opened_.files().savePlan(file, false));
  Case again;
  tests::openSmallSeries(again, series());
  again.files().openPlan(file, tests::planIn(file));
  ASSERT_TRUE(eventually([&] { return again.shownScan().structures().size() == 1; }));
  again.structures().shapes().edit(0, app::growBy(3));
  ASSERT_TRUE(eventually([&] { return !again.structures().shapes().isBusy(); }));
  EXPECT_TRUE(structure(again, 0).source.text().ends_with(", edited"));
  EXPECT_TRUE(structure(again, 0).sourceSopInstanceUid.empty());
  EXPECT_TRUE(again.shownScan().plan().choices.structureEvidence.empty());
  ASSERT_TRUE(again.files().savePlan(file, false));
  EXPECT_EQ(QDir(folder.path()).entryList({"plan-structures*"}, QDir::Files).size(), 1);
}

TEST_F(CaseShapes, areKeptInTheDraftOfAPlanThatWasNotSaved) {
  QTemporaryDir folder;
  const QString drafts = folder.filePath("drafts");
  {
    Case crashed;
    crashed.files().keepDrafts(drafts, 0);
    tests::openSmallSeries(crashed, series());
    crashed.document().setTarget(tests::kTarget);
    crashed.document().setEntry(tests::kEntry);
    crashed.structures().finder().growVessel(kInVessel);
    ASSERT_TRUE(eventually([&] { return crashed.shownScan().structures().size() == 1; }));
    ASSERT_TRUE(eventually([&] { return !QDir(drafts).entryList({"*.seg"}).isEmpty(); }));
  }
  const auto lost = app::DraftKeeper::lost(drafts);
  ASSERT_EQ(lost.size(), 1u);
  opened_.files().recoverDraft(lost[0].file, tests::planIn(lost[0].file));
  ASSERT_TRUE(endsWith(1));
  EXPECT_EQ(structure(opened_, 0).kind, Kind::Vessel);
  EXPECT_FALSE(structure(opened_, 0).confirmed);
  app::DraftKeeper::discard(lost[0].file);
  EXPECT_TRUE(QDir(drafts).entryList({"*.dcm", "*.seg"}).isEmpty());
}

}  // namespace
