#include "app/review/review_page.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "app/json/control_json.h"
#include "app/look/style.h"
#include "app/text/numbers.h"
#include "app/text/words.h"
#include "app/work/reporter.h"
#include "io/reading/report_reader.h"
#include "planning/check.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/review/review_fixture.h"
#include "tests/app/views/scene.h"
#include "tests/paths.h"
#include "tests/support/run_program.h"

namespace app::review {
namespace {

using planning::Point;
using planning::review::RegistrationKind;

bool eventually(const std::function<bool()>& holds) {
  return QTest::qWaitFor(holds, 60000);
}

/// The page on a case in which nothing is open.
class Page {
 public:
  explicit Page(const QString& language = "en") {
    applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    speak(language);
    page_ = std::make_unique<ReviewPage>(case_.shownScan(), case_.document(), reporter_);
    page_->resize(1280, 740);
    page_->show();
    QObject::connect(&review(), &ReviewCase::refused,
                     [this](const planning::Error& error) { refusals.push_back(error); });
  }
  ~Page() {
    page_.reset();
    speak("en");
  }
  ReviewPage& operator*() { return *page_; }
  ReviewPage* operator->() { return page_.get(); }
  ReviewCase& review() { return page_->review(); }
  template <class T>
  T& find(const char* name) {
    T* found = page_->findChild<T*>(name);
    planning::check(found != nullptr, name);
    return *found;
  }
  QString text(const char* label) { return find<QLabel>(label).text(); }
  void settle() {
    EXPECT_TRUE(eventually([&] { return !review().isWorking(); }));
  }
  void open(const char* control) {
    review().openPlan(tests::reviewFiles().path("case/plan.dcm"));
    EXPECT_TRUE(eventually([&] { return review().planned() != nullptr; }));
    review().openControl(tests::reviewFiles().path(control));
    settle();
  }

  std::vector<planning::Error> refusals;

 private:
  Case case_;
  Reporter reporter_;
  std::unique_ptr<ReviewPage> page_;
};

/// What the program's command says of the same two files.
QJsonObject compareSays() {
  const auto& files = tests::reviewFiles();
  const auto run = support::runProgram(NEEDLEPLAN_PROGRAM, {"compare", files.path("case/plan.dcm").toStdString(),
                                                            files.path("case/control").toStdString(), "--json"});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

QJsonObject firstNeedle(const QJsonObject& json) {
  auto needle = json["needles"].toArray()[0].toObject();
  needle.remove("tracking_uid");
  return needle;
}

void clickIn(ReviewView& view, ShownScan& shown, const Point& place) {
  shown.setCrosshair(place);
  ASSERT_TRUE(view.plane().has_value());
  tests::click(view, view.plane()->toScreen(place));
}

}  // namespace

TEST(ReviewPage, saysWhatCompareSays) {
  Page page;
  page.open("case/control");
  ASSERT_NE(page.review().result(), nullptr);
  const auto shown = toJson(*page.review().result()), said = compareSays();
  EXPECT_EQ(firstNeedle(shown), firstNeedle(said));
  EXPECT_EQ(shown["registration"], said["registration"]);
  EXPECT_EQ(page.text("reviewTip"), mm(said["tip_error_mm"].toDouble()));
  EXPECT_EQ(page.text("reviewTipBound"), "± " + mm(said["error_bound_mm"].toDouble()));
  EXPECT_EQ(page.text("reviewLateral"), mm(said["lateral_error_mm"].toDouble()));
  EXPECT_EQ(page.text("reviewAngle"), number(said["angle_error_deg"].toDouble()) + "°");
  EXPECT_EQ(page.text("reviewEntry"), mm(said["entry_error_mm"].toDouble()));
  const auto needle = firstNeedle(said);
  EXPECT_EQ(page.find<QListView>("reviewDistances").model()->rowCount(), needle["clearances"].toArray().size());
  const auto& drawn = tests::reviewFiles().needle;
  const auto& tip = page.review().result()->needles[0].found.trajectory.target;
  EXPECT_LE((tip - drawn.tip).GetNorm(), said["error_bound_mm"].toDouble());
}

TEST(ReviewPage, isHeadedWithTheSiteOfTheNeedleThatIsShown) {
  Page page;
  tests::OpenCase planned;
  auto& document = planned->document();
  document.setRoute("lumbar-foraminal");
  document.setLevel("L4");
  document.setSide(planning::anatomy::Side::Left);
  document.addNeedle();
  document.setCurrentNeedle(1);
  document.setRoute("lumbar-facet");
  document.setLevel("L5-S1");
  document.setSide(planning::anatomy::Side::Right);
  page.review().takePlan(planned->shownScan(), document);
  for (const int needle : {0, 1, 0}) {
    page.review().setNeedle(needle);
    const char* id = needle == 0 ? "lumbar-foraminal" : "lumbar-facet";
    const QString route = inLanguage(planning::procedure::routesInUse().find(id)->name);
    EXPECT_EQ(page.text("reviewPlanFacts").section('\n', 0, 0),
              route + (needle == 0 ? ", L4, left" : ", L5-S1, right"));
    EXPECT_EQ(page.text("reviewRoute"), route);
  }
  document.undoStack().setClean();
}

TEST(ReviewPage, signsADepthThatIsTooShallow) {
  Page page;
  page.open("case/control");
  EXPECT_TRUE(page.text("reviewDepth").startsWith(QChar(0x2212))) << page.text("reviewDepth").toStdString();
}

TEST(ReviewPage, saysWhatWouldCorrectTheNeedle) {
  Page page;
  page.open("case/control");
  page->showMode(true);
  const auto correction = firstNeedle(compareSays())["correction"].toObject();
  const auto text = page.text("correctionVerdict");
  EXPECT_TRUE(text.contains(number(correction["turn_deg"].toDouble()))) << text.toStdString();
  EXPECT_EQ(page.text("toTargetLength"), number(correction["remaining_mm"].toDouble()) + " ± " +
                                             mm(correction["remaining_error_bound_mm"].toDouble()));
  const double inPlane = correction["from_entry"].toObject()["in_plane_deg"].toDouble();
  EXPECT_EQ(page.text("fromEntryInPlane"), number(std::abs(inPlane)) + (inPlane > 0 ? "° L" : "° R"));
  EXPECT_EQ(page.text("straightOnBound"), "± " + degrees(page.review().result()->needles[0].found.angleBound));
}

TEST(ReviewPage, takesAClickedNeedleAndGivesTheFoundOneBack) {
  Page page;
  page.open("case/control");
  auto& review = page.review();
  auto& axial = page.find<ReviewView>("reviewAxial");
  const auto found = review.result()->needles[0].found.trajectory;
  const auto& planned = tests::reviewFiles().plan.choices.needles[0];
  page->setTool(MarkTool::Entry);
  clickIn(axial, review.shownControl(), *planned.entry);
  EXPECT_EQ(axial.tool(), MarkTool::None);
  page.settle();
  EXPECT_FALSE(review.result()->needles[0].clicked);  // one place shows no needle
  page->setTool(MarkTool::Tip);
  clickIn(axial, review.shownControl(), *planned.target);
  page.settle();
  ASSERT_TRUE(review.result()->needles[0].clicked);
  EXPECT_LT(review.result()->control.needles[0].deviation->tipMm, 0.5);
  EXPECT_FALSE(page.text("reviewBendBound").isEmpty());
  EXPECT_EQ(page.text("reviewBend"), mm(std::nullopt));
  review.undoStack().undo();
  review.undoStack().undo();
  page.settle();
  EXPECT_FALSE(review.result()->needles[0].clicked);
  EXPECT_EQ(review.result()->needles[0].found.trajectory.target, found.target);
}

TEST(ReviewPage, registersByLandmarksOnceTheirResidualIsAccepted) {
  Page page;
  page.open("moved/control");
  auto& review = page.review();
  ASSERT_TRUE(review.why().has_value());
  EXPECT_EQ(review.why()->code, "plan-scan-needed");
  const auto& files = tests::reviewFiles();
  const auto& planned = files.plan.choices.needles[0];
  for (const Point& place : {*planned.entry, *planned.target}) {
    review.markLandmark(true, place + files.moved);
    review.markLandmark(false, place);
  }
  page.settle();
  ASSERT_TRUE(review.registration().has_value());
  EXPECT_EQ(review.registration()->kind, RegistrationKind::Landmarks);
  ASSERT_NE(review.result(), nullptr) << review.why()->code;
  EXPECT_TRUE(page.text("reviewNote").contains(mm(review.registration()->residualMm)));
  const auto off = files.needle.tip - *planned.target;
  EXPECT_NEAR(review.result()->control.needles[0].deviation->tipMm, off.GetNorm(), 1);
  support::TemporaryFolder folder;
  const QString file = QString::fromStdString((folder / "control.dcm").string());
  EXPECT_FALSE(review.saveControl(file));
  EXPECT_EQ(page.refusals.back().code, "residual-not-accepted");
  page.find<QPushButton>("reviewAccept").click();
  page.settle();
  EXPECT_TRUE(page.text("reviewNote").isEmpty());
  EXPECT_TRUE(review.saveControl(file));
  EXPECT_EQ(io::report::readControl(file.toStdString())->registration.kind, RegistrationKind::Landmarks);
}

TEST(ReviewPage, showsNoNumbersOfARegistrationThatIsNotAcceptable) {
  Page page;
  page.open("moved/control");
  auto& review = page.review();
  const auto& files = tests::reviewFiles();
  for (const Point& place : {*files.plan.choices.needles[0].entry, *files.plan.choices.needles[0].target}) {
    review.markLandmark(true, place + files.moved);
    review.markLandmark(false, place);
  }
  page.settle();
  EXPECT_NE(page.text("reviewTip"), mm(std::nullopt));
  page.find<QPushButton>("reviewReject").click();
  page.settle();
  EXPECT_EQ(page.text("reviewTip"), mm(std::nullopt));
  EXPECT_EQ(page.find<QListView>("reviewDistances").model()->rowCount(), 0);
  EXPECT_FALSE(page.find<QPushButton>("reviewSave").isEnabled());
}

TEST(ReviewPage, namesBothPatientsAndComparesNothing) {
  Page page;
  page.open("case/stranger");
  EXPECT_EQ(page.review().control(), nullptr);
  ASSERT_FALSE(page.refusals.empty());
  EXPECT_EQ(page.refusals.back().code, "another-patient");
  const QString note = page.text("reviewNote");
  EXPECT_TRUE(note.contains("SOMEBODY-ELSE") && note.contains("NEEDLEPLAN-DEMO")) << note.toStdString();
  EXPECT_EQ(page.text("reviewTip"), mm(std::nullopt));
}

TEST(ReviewPage, saysWhyNoNeedleWasFound) {
  Page page;
  page.open("empty/control");
  ASSERT_TRUE(page.review().why().has_value());
  EXPECT_EQ(page.review().why()->code, "no-needle-found");
  EXPECT_EQ(page.review().result(), nullptr);
  EXPECT_FALSE(page.text("reviewNote").isEmpty());
  EXPECT_TRUE(page.find<QPushButton>("reviewClickTip").isEnabled());
}

TEST(ReviewPage, savesWhatReadsBackTheSameAndThenItsNextVersion) {
  Page page;
  page.open("case/control");
  auto& review = page.review();
  auto& contrast = page.find<QComboBox>("reviewContrast");
  contrast.setCurrentIndex(contrast.findData("epidural"));
  Q_EMIT contrast.activated(contrast.currentIndex());
  page.settle();
  support::TemporaryFolder folder;
  const auto file = folder / "control.dcm";
  ASSERT_TRUE(review.saveControl(QString::fromStdString(file.string())));
  const auto first = io::report::readControl(file);
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->contrastTest, "epidural");
  EXPECT_EQ(first->plan.sopInstanceUid, tests::reviewFiles().plan.report.sopInstanceUid);
  const auto& shown = review.result()->control.needles[0];
  EXPECT_EQ(first->needles[0].plannedTrackingUid, tests::reviewFiles().plan.choices.needles[0].trackingUid);
  EXPECT_NEAR(first->needles[0].deviation->tipMm, shown.deviation->tipMm, 2e-3);
  review.setTimePoint("Control after a correction");
  page.settle();
  EXPECT_TRUE(review.hasUnsavedMarks());
  ASSERT_TRUE(review.saveControl(QString::fromStdString((folder / "second.dcm").string())));
  const auto second = io::report::readControl(folder / "second.dcm");
  EXPECT_EQ(second->actual.report.predecessorUid, first->actual.report.sopInstanceUid);
  EXPECT_EQ(second->actual.choices.needles[0].trackingUid, first->actual.choices.needles[0].trackingUid);
  EXPECT_EQ(second->timePoint, "Control after a correction");
}

TEST(ReviewPage, forgetsItsNumbersWhenTheWorkIsCancelled) {
  Page page;
  page.open("case/control");
  ASSERT_NE(page.review().result(), nullptr);
  page.review().compute();
  ASSERT_TRUE(page.review().isWorking());
  page.review().cancelWork();
  page.settle();
  EXPECT_EQ(page.review().result(), nullptr);
  EXPECT_EQ(page.review().why()->code, "cancelled");
  page.find<QPushButton>("reviewFind").click();
  page.settle();
  EXPECT_NE(page.review().result(), nullptr);
}

TEST(ReviewPage, speaksFrench) {
  Page page("fr");
  page.open("case/control");
  EXPECT_EQ(page.find<QPushButton>("reviewSave").text(), QString::fromUtf8("Enregistrer le contrôle"));
  for (const auto* label : page->findChildren<QLabel*>())
    for (const char* english : {"Working", "Tip,", "found", "Control,", "Planned"})
      EXPECT_FALSE(label->text().startsWith(english)) << label->text().toStdString();
}

}  // namespace app::review
