#include "app/fluoroscopy/scan_on_frame.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QPushButton>

#include <algorithm>
#include <cmath>

#include "app/demo/demo_fluoroscopy.h"
#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/fluoroscopy/scan_on_frame_panel.h"
#include "app/fluoroscopy/scan_on_frame_view.h"
#include "app/window/open_cases.h"
#include "tests/app/views/scene.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

namespace {

using app::Case;
using app::fluoroscopy::FluoroscopyCase;
using app::fluoroscopy::ScanOnFrame;
using app::fluoroscopy::ScanOnFramePanel;
using app::fluoroscopy::ScanOnFrameView;
using planning::fluoroscopy::Projection;

const testdata::PhantomAnswer& needle() {
  const auto& answers = support::smallPhantom().answers;
  return *std::find_if(answers.begin(), answers.end(), [](const auto& answer) {
    return answer.routeId == "lumbar-foraminal" && answer.crosses.empty();
  });
}

/// The small phantom with a plan, and the demo's view from the front.
struct Registered {
  Registered() {
    planning::Progress silent;
    answers = *app::commands::writeDemoFluoroscopy(support::smallPhantom(), folder.path(), silent);
    openCase.work().adoptScan(std::make_shared<planning::Volume>(support::smallPhantom().volume), nullptr, {});
    openCase.document().setTarget(needle().target);
    openCase.document().setEntry(needle().entry);
    EXPECT_TRUE(cases.fluoroscopy.open(QString::fromStdString(folder / "ap.dcm"), 0));
    EXPECT_TRUE(tests::eventually([this] { return model.pixels() != nullptr; }));
  }
  /// The scan where the demo says that it lies, but for so many millimetres to the picture's right.
  void place(double besideMm) {
    model.startOver();
    const auto from = answers["target_from_isocentre_mm"].toArray();
    model.shiftBy(from[0].toDouble() + besideMm, -from[2].toDouble(), -from[1].toDouble());
  }
  void measure() {
    model.measure();
    EXPECT_TRUE(tests::eventually([this] { return !model.isBusy() && (model.result() || model.refusal()); }));
  }

  support::TemporaryFolder folder;
  QJsonObject answers;
  app::OpenCases cases;
  Case& openCase = cases.scan;
  ScanOnFrame model{openCase.shownScan(), cases.fluoroscopy};
};

TEST(ScanOnFrame, putsThePlanWhereTheFrameShowsIt) {
  Registered scene;
  ScanOnFrameView view(scene.openCase.shownScan(), scene.model);
  tests::showAt(view, 1024, 1024);
  scene.place(0);
  scene.measure();
  ASSERT_TRUE(scene.model.result());
  EXPECT_LT(scene.model.result()->residualMm, 0.5);
  const auto known = scene.answers["views"].toArray()[0].toObject();
  for (const auto& [place, name] : {std::pair(needle().target, "target_px"), std::pair(needle().entry, "entry_px")}) {
    const auto at = view.onScreen(place);
    ASSERT_TRUE(at);
    EXPECT_NEAR(at->x(), known[name].toArray()[0].toDouble() + 0.5, 0.01) << name;
    EXPECT_NEAR(at->y(), known[name].toArray()[1].toDouble() + 0.5, 0.01) << name;
  }
}

TEST(ScanOnFrame, refusesAboveTheOperatorsLimitAndDrawsNoPlan) {
  Registered scene;
  scene.model.setLimitMm(1.0);
  scene.place(2.5);
  scene.measure();
  EXPECT_FALSE(scene.model.result());
  ASSERT_TRUE(scene.model.refusal());
  EXPECT_EQ(scene.model.refusal()->code, "residual-too-large");
  scene.model.setLimitMm(4.0);
  scene.measure();
  ASSERT_TRUE(scene.model.result());
  EXPECT_NEAR(scene.model.result()->residualMm, 2.5, 0.4);
  scene.model.setLimitMm(1.0);
  EXPECT_FALSE(scene.model.result()) << "a stricter limit takes the plan away";
}

TEST(ScanOnFrame, forgetsWhatWasMeasuredWhenTheScanIsMoved) {
  Registered scene;
  scene.model.setLimitMm(2.0);
  scene.place(0);
  scene.measure();
  ASSERT_TRUE(scene.model.result());
  scene.model.turnBy(1);
  EXPECT_FALSE(scene.model.result());
}

TEST(ScanOnFrame, undoesAGestureAtATimeAndForgetsWhatWasMeasured) {
  Registered scene;
  auto& model = scene.model;
  scene.place(0);
  const auto placed = model.seenFromScan()->isocentre;
  const auto awayMm = [&] { return (model.seenFromScan()->isocentre - placed).GetNorm(); };
  model.beginMove();
  model.shiftBy(3, 0, 0);
  model.shiftBy(0, 4, 0);
  model.beginMove();
  model.shiftBy(0, 0, 12);
  EXPECT_NEAR(awayMm(), 13, 1e-9);
  model.undoStack().undo();
  EXPECT_NEAR(awayMm(), 5, 1e-9);
  model.undoStack().undo();
  EXPECT_NEAR(awayMm(), 0, 1e-9);
  scene.measure();
  ASSERT_TRUE(model.result());
  model.undoStack().redo();
  EXPECT_NEAR(awayMm(), 5, 1e-9);
  EXPECT_FALSE(model.result()) << "it was another pose that was measured";
  model.startOver();
  const double startMm = awayMm();
  model.undoStack().undo();
  EXPECT_NEAR(awayMm(), 5, 1e-9);
  EXPECT_GT(std::abs(startMm - 5), 1);
}

TEST(ScanOnFrame, addsResidualAndDepthErrorToEveryErrorBound) {
  Registered scene;
  scene.openCase.work().adoptScan(std::make_shared<planning::Volume>(support::smallPhantom().volume), nullptr,
                                  {tests::ballStructure("Ball", needle().target + planning::makeVector(9, 0, 0), 4)});
  scene.openCase.document().setTarget(needle().target);
  scene.openCase.document().setEntry(needle().entry);
  scene.openCase.document().setNeedle({22, 90, 0.718});
  scene.model.setLimitMm(2.0);
  scene.place(0);
  scene.measure();
  ASSERT_TRUE(scene.model.result());
  ASSERT_TRUE(scene.model.result()->depthErrorMm) << "one view does not see along its beam";
  const auto before = scene.openCase.shownScan().plan().assessment.needles[0].clearances,
             after = scene.model.clearances();
  ASSERT_FALSE(after.empty());
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t i = 0; i < after.size(); ++i)
    EXPECT_NEAR(after[i].errorBoundMm,
                before[i].errorBoundMm + scene.model.result()->residualMm + *scene.model.result()->depthErrorMm, 1e-9);
}

TEST(ScanOnFramePanel, saysWhatIsMissing) {
  app::OpenCases cases;
  ScanOnFrame model(cases.scan.shownScan(), cases.fluoroscopy);
  ScanOnFramePanel panel(model);
  EXPECT_FALSE(panel.findChild<QPushButton*>("registrationRun")->isEnabled());
}

}  // namespace
