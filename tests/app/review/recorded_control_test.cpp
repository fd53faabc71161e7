#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include <fstream>

#include "app/archive/archive_page.h"
#include "app/archive/index.h"
#include "app/archive/reports_model.h"
#include "app/look/style.h"
#include "app/review/review_page.h"
#include "app/text/numbers.h"
#include "app/text/words.h"
#include "app/window/main_window.h"
#include "app/work/folders.h"
#include "io/reading/report_reader.h"
#include "io/report/control_report.h"
#include "planning/check.h"
#include "tests/app/review/review_fixture.h"
#include "tests/support/validators.h"

namespace app::review {
namespace {

namespace fs = std::filesystem;
using planning::review::RegistrationKind;

constexpr double kSame = 1e-6;  // mm, degrees

QString textOf(const fs::path& path) {
  return QString::fromStdString(path.string());
}

/// The whole window, on nothing.
class Window {
 public:
  Window() : window_(cases_) {
    window_.resize(1280, 800);
    window_.show();
  }
  MainWindow* operator->() { return &window_; }
  outbox::OutboxWork& outbox() { return cases_.outbox; }
  ReviewCase& review() { return find<ReviewPage>("reviewPage").review(); }
  template <class T>
  T& find(const char* name) {
    T* found = window_.findChild<T*>(name);
    planning::check(found != nullptr, name);
    return *found;
  }
  QString strip() { return find<QWidget>("messageStrip").findChild<QLabel*>("message")->text(); }
  QString note() { return find<QLabel>("reviewNote").text().remove(QChar(0x200b)); }
  bool settles() {
    return QTest::qWaitFor([this] { return !window_.isReading() && !review().isWorking(); }, 60000);
  }
  /// As a file given on the command line or dropped.
  void open(const fs::path& file) {
    window_.openPath(textOf(file));
    EXPECT_TRUE(settles());
  }
  /// A plan and a control's folder, by hand.
  void open(const fs::path& plan, const fs::path& control) {
    window_.goTo<app::review::ReviewPage>();
    review().openPlan(textOf(plan));
    EXPECT_TRUE(QTest::qWaitFor([this] { return review().planned() != nullptr; }, 60000));
    review().openControl(textOf(control));
    EXPECT_TRUE(settles());
  }

 private:
  app::OpenCases cases_;
  MainWindow window_;
};

void expectSame(const planning::Point& a, const planning::Point& b) {
  EXPECT_LE((a - b).GetNorm(), kSame);
}

void expectSame(const planning::review::Deviation& a, const planning::review::Deviation& b) {
  EXPECT_LE((a.tip - b.tip).GetNorm(), kSame);
  EXPECT_NEAR(a.tipMm, b.tipMm, kSame);
  EXPECT_NEAR(a.lateralMm, b.lateralMm, kSame);
  EXPECT_NEAR(a.depthMm, b.depthMm, kSame);
  ASSERT_EQ(a.entryMm.has_value(), b.entryMm.has_value());
  if (a.entryMm) {
    EXPECT_NEAR(*a.entryMm, *b.entryMm, kSame);
  }
  EXPECT_NEAR(a.angle.degrees(), b.angle.degrees(), kSame);
}

void expectSame(const planning::review::Registration& a, const planning::review::Registration& b) {
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.accepted, b.accepted);
  EXPECT_NEAR(a.residualMm, b.residualMm, kSame);
  for (std::size_t i = 0; i < a.controlToPlan.size(); ++i) EXPECT_NEAR(a.controlToPlan[i], b.controlToPlan[i], kSame);
}

void expectSame(const Compared& a, const Compared& b) {
  ASSERT_EQ(a.needles.size(), b.needles.size());
  for (std::size_t i = 0; i < a.needles.size(); ++i) {
    const auto &x = a.needles[i], &y = b.needles[i];
    EXPECT_EQ(x.clicked, y.clicked);
    EXPECT_EQ(x.trackingUid, y.trackingUid);
    expectSame(x.found.trajectory.entry, y.found.trajectory.entry);
    expectSame(x.found.trajectory.target, y.found.trajectory.target);
    ASSERT_EQ(x.found.course.size(), y.found.course.size());
    for (std::size_t k = 0; k < x.found.course.size(); ++k) expectSame(x.found.course[k], y.found.course[k]);
    EXPECT_NEAR(x.found.bendMm, y.found.bendMm, kSame);
    EXPECT_NEAR(x.found.entryBoundMm, y.found.entryBoundMm, kSame);
    EXPECT_NEAR(x.found.angleBound.degrees(), y.found.angleBound.degrees(), kSame);
    EXPECT_NEAR(x.found.tipBoundMm, y.found.tipBoundMm, kSame);
    expectSame(*a.control.needles[i].deviation, *b.control.needles[i].deviation);
    const auto &rows = a.control.actual.assessment.needles[i].clearances,
               &others = b.control.actual.assessment.needles[i].clearances;
    ASSERT_EQ(rows.size(), others.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
      EXPECT_EQ(rows[row].structure, others[row].structure);
      EXPECT_NEAR(rows[row].distanceMm.value_or(-1), others[row].distanceMm.value_or(-1), kSame);
      EXPECT_NEAR(rows[row].errorBoundMm, others[row].errorBoundMm, kSame);
    }
  }
  expectSame(a.control.registration, b.control.registration);
  EXPECT_EQ(a.control.contrastTest, b.control.contrastTest);
  EXPECT_EQ(a.control.timePoint, b.control.timePoint);
  EXPECT_EQ(a.control.actual.choices.routeId, b.control.actual.choices.routeId);
  EXPECT_EQ(a.control.actual.choices.level, b.control.actual.choices.level);
  EXPECT_EQ(a.control.actual.choices.side, b.control.actual.choices.side);
}

/// Plan, a control's scan and its saved report in a folder.
struct CaseFolder {
  support::TemporaryFolder folder;

  /// `control`: a folder of the review's files.
  void fill(const char* control) const {
    fs::create_directories(folder / "case");
    fs::copy(tests::reviewFiles().folder.path() / "case/plan.dcm", plan());
    fs::copy(tests::reviewFiles().folder.path() / control, scan());
  }
  fs::path plan() const { return folder / "case/plan.dcm"; }
  fs::path scan() const { return folder / "case/control_scan"; }
  fs::path report() const { return folder / "case/control.dcm"; }
};

/// Reviews plan and scan in a window of its own, saves, and gives back what that window showed.
Compared save(const CaseFolder& files, const std::function<void(ReviewCase&)>& marks) {
  Window window;
  window.open(files.plan(), files.scan());
  marks(window.review());
  window.review().setContrastTest("epidural");
  window.review().setTimePoint("Second look");
  EXPECT_TRUE(window.settles());
  planning::check(window.review().result() != nullptr, "the control has a needle");
  EXPECT_TRUE(window.review().saveControl(textOf(files.report())));
  return *window.review().result();
}

/// A saved report, made once a test program: tests change copies of it.
struct Record {
  CaseFolder files;
  Compared shown;

  Record(const char* control, const std::function<void(ReviewCase&)>& marks) {
    files.fill(control);
    shown = save(files, marks);
  }
};

const Record& foundRecord() {
  static const Record record("case/control", [](ReviewCase&) {});
  return record;
}

/// On the scan in a frame of its own, brought over by two landmarks.
const Record& landmarkRecord() {
  static const Record record("moved/control", [](ReviewCase& review) {
    const auto& files = tests::reviewFiles();
    const auto& planned = files.plan.choices.needles[0];
    for (const auto& place : {*planned.entry, *planned.target}) {
      review.markLandmark(true, place + files.moved + planning::makeVector(0.3, 0, 0));
      review.markLandmark(false, place);
    }
    review.setAcceptable(true);
  });
  return record;
}

/// A case in a folder of its own.
class ReviewRecord : public testing::Test {
 protected:
  void SetUp() override {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    speak("en");
    setArchiveFolder(textOf(folder_ / "archive"));
    QFile::remove(archive::Index::fileFor(archiveFolder()));
    files_.fill("case/control");
  }
  void TearDown() override {
    QFile::remove(archive::Index::fileFor(archiveFolder()));
    QSettings().clear();
  }

  fs::path plan() const { return files_.plan(); }
  fs::path scan() const { return files_.scan(); }
  fs::path report() const { return files_.report(); }
  /// Gives back what the window showed that saved it.
  Compared saved() { return taken(foundRecord()); }
  Compared savedByLandmarks() {
    fs::remove_all(scan());
    fs::copy(tests::reviewFiles().folder.path() / "moved/control", scan());
    return taken(landmarkRecord());
  }
  Compared savedWith(const std::function<void(ReviewCase&)>& marks) { return save(files_, marks); }
  /// The saved report with something changed.
  void change(const std::function<void(planning::review::Control&)>& how) {
    auto control = io::report::readControl(report()).value();
    how(control);
    planning::check(io::report::writeControl(control, report()).has_value(), "a changed control can be written");
  }

  CaseFolder files_;
  const support::TemporaryFolder& folder_ = files_.folder;

 private:
  Compared taken(const Record& record) {
    fs::copy(record.files.report(), report());
    return record.shown;
  }
};

}  // namespace

TEST_F(ReviewRecord, hasTheSameNumbersWhenItIsOpenedAgain) {
  const auto before = saved();
  Window window;
  window.open(report());
  ASSERT_NE(window.review().result(), nullptr) << window.strip().toStdString();
  expectSame(*window.review().result(), before);
  EXPECT_FALSE(before.needles[0].clicked);
  EXPECT_EQ(window.find<QLabel>("reviewTip").text(), mm(before.control.needles[0].deviation->tipMm));
  EXPECT_EQ(window.review().planFile(), textOf(plan()));
  EXPECT_EQ(window.strip(), "");
  EXPECT_EQ(window.find<QLabel>("reviewSaved").text(), "Saved: control.dcm");
}

TEST_F(ReviewRecord, isReadBehindTheWindow) {
  saved();
  Window window;
  window->openPath(textOf(report()));
  EXPECT_TRUE(window->isReading());
  EXPECT_FALSE(window.review().isWorking());
  ASSERT_TRUE(window.settles());
  EXPECT_NE(window.review().result(), nullptr) << window.strip().toStdString();
}

TEST_F(ReviewRecord, keepsAClickedNeedle) {
  const auto& planned = tests::reviewFiles().plan.choices.needles[0];
  const auto before = savedWith([&](ReviewCase& review) {
    review.showEntry(*planned.entry + planning::makeVector(0.12345678, 0, 0));
    review.showTip(*planned.target + planning::makeVector(0, 1.00049, -0.7654321));
  });
  ASSERT_TRUE(before.needles[0].clicked);
  Window window;
  window.open(report());
  ASSERT_NE(window.review().result(), nullptr) << window.strip().toStdString();
  expectSame(*window.review().result(), before);
  window.find<QPushButton>("reviewFind").click();
  ASSERT_TRUE(window.settles());
  EXPECT_FALSE(window.review().result()->needles[0].clicked);
  window.review().undoStack().undo();
  ASSERT_TRUE(window.settles());
  expectSame(*window.review().result(), before);
}

TEST_F(ReviewRecord, keepsItsRegistrationAndTheWordOnIt) {
  const auto before = savedByLandmarks();
  ASSERT_EQ(before.control.registration.kind, RegistrationKind::Landmarks);
  Window window;
  window.open(report());
  ASSERT_NE(window.review().result(), nullptr) << window.strip().toStdString();
  expectSame(*window.review().result(), before);
  EXPECT_EQ(window.review().registration()->landmarks, before.control.registration.landmarks);
  EXPECT_EQ(window.review().marks().landmarks.size(), 2u);
  EXPECT_TRUE(window.find<QLabel>("reviewLandmarksText").text().startsWith("2 landmarks"));
  EXPECT_TRUE(window.find<QPushButton>("reviewAccept").isChecked());
  window.find<QPushButton>("reviewAccept").click();
  ASSERT_TRUE(window.settles());
  EXPECT_FALSE(window.review().saveControl(textOf(report())));
  EXPECT_EQ(window.review().registration()->residualMm, before.control.registration.residualMm);
}

TEST_F(ReviewRecord, isSavedAsTheNextVersionAndUndone) {
  saved();
  const auto first = io::report::readControl(report()).value();
  Window window;
  window.open(report());
  auto& review = window.review();
  ASSERT_NE(review.result(), nullptr) << window.strip().toStdString();
  EXPECT_FALSE(review.hasUnsavedMarks());
  review.setContrastTest("articular");
  EXPECT_TRUE(review.hasUnsavedMarks());
  window.find<QAction>("undo").trigger();
  EXPECT_EQ(review.marks().contrastTest, "epidural");
  EXPECT_FALSE(review.hasUnsavedMarks());
  window.find<QAction>("redo").trigger();
  ASSERT_TRUE(window.settles());
  window.find<QPushButton>("reviewSave").click();
  ASSERT_FALSE(review.hasUnsavedMarks());
  const auto second = io::report::readControl(report()).value();
  EXPECT_EQ(second.actual.report.predecessorUid, first.actual.report.sopInstanceUid);
  EXPECT_EQ(second.actual.report.seriesUid, first.actual.report.seriesUid);
  EXPECT_EQ(second.actual.choices.needles[0].trackingUid, first.actual.choices.needles[0].trackingUid);
  EXPECT_EQ(second.contrastTest, "articular");
  EXPECT_EQ(second.needles[0].deviation->tipMm, first.needles[0].deviation->tipMm);
}

TEST_F(ReviewRecord, namesTheSeriesThatIsMissingAndTakesItsFolder) {
  const auto before = saved();
  fs::rename(scan(), folder_ / "elsewhere");
  const std::string series = io::report::readControl(report())->actual.choices.scan.seriesUid;
  Window window;
  window.open(report());
  EXPECT_EQ(window.review().result(), nullptr);
  EXPECT_TRUE(window.strip().contains(QString::fromStdString(series))) << window.strip().toStdString();
  EXPECT_TRUE(window.note().contains(QString::fromStdString(series))) << window.note().toStdString();
  window.review().openControl(tests::reviewFiles().path("empty/control"));
  ASSERT_TRUE(window.settles());
  EXPECT_EQ(window.review().control(), nullptr);  // another scan is not it
  window.review().openControl(textOf(folder_ / "elsewhere"));
  ASSERT_TRUE(window.settles());
  ASSERT_NE(window.review().result(), nullptr);
  expectSame(*window.review().result(), before);
}

TEST_F(ReviewRecord, ofAnotherPatientIsRefusedWithBothNames) {
  saved();
  change([](auto& control) { control.actual.choices.scan.patient.id = "SOMEBODY-ELSE"; });
  Window window;
  window.open(report());
  EXPECT_EQ(window.review().control(), nullptr);
  for (const QString& said : {window.strip(), window.note()}) {
    EXPECT_TRUE(said.contains("SOMEBODY-ELSE") && said.contains("NEEDLEPLAN-DEMO")) << said.toStdString();
  }
  EXPECT_EQ(window.find<QLabel>("reviewTip").text(), mm(std::nullopt));
}

TEST_F(ReviewRecord, withoutItsPlanIsRefused) {
  saved();
  fs::remove(plan());
  Window window;
  window.open(report());
  EXPECT_EQ(window.review().planned(), nullptr);
  const QString uid = QString::fromStdString(tests::reviewFiles().plan.report.sopInstanceUid);
  EXPECT_TRUE(window.strip().contains(uid)) << window.strip().toStdString();
}

/// 3 mm away, and bent to the side between its ends.
void displace(planning::review::Control& control) {
  auto& needle = control.actual.choices.needles[0];
  auto& found = *control.needles[0].found;
  for (auto* end : {&needle.entry, &needle.target}) *end = **end + planning::makeVector(0, 3, 0);
  found.trajectory = {*needle.entry, *needle.target};
  found.course = {*needle.entry, found.course[1] + planning::makeVector(2.125, 3, 0), *needle.target};
  found.bendMm = 2.125;
  found.tipBoundMm = 0.789;
  found.angleBound = planning::Angle::degrees(1.5);
}

TEST_F(ReviewRecord, keepsBendAndBoundsOfANeedleThatIsNoLongerFoundThere) {
  saved();
  change(displace);
  const auto kept = io::report::readControl(report()).value().needles[0].found.value();
  Window window;
  window.open(report());
  ASSERT_NE(window.review().result(), nullptr) << window.strip().toStdString();
  const auto& needle = window.review().result()->needles[0];
  EXPECT_EQ(needle.found, kept);
  EXPECT_FALSE(needle.clicked);
  EXPECT_EQ(window.find<QLabel>("reviewBend").text(), "2.1 mm");
  EXPECT_EQ(window.find<QLabel>("reviewBendBound").text(), "± 0.8 mm");
  EXPECT_EQ(window.find<QLabel>("reviewTipBound").text(), "± 0.8 mm");
  EXPECT_EQ(window.find<QLabel>("reviewAngleBound").text(), "± 1.5°");
  EXPECT_TRUE(window.find<QLabel>("reviewFindings").text().contains("as an earlier control recorded it"));
  EXPECT_TRUE(window.strip().contains("no longer found")) << window.strip().toStdString();
  EXPECT_FALSE(window.review().hasUnsavedMarks());
  ASSERT_TRUE(window.review().saveControl(textOf(report())));
  EXPECT_EQ(io::report::readControl(report())->needles[0].found, kept);
  window.review().showTip(needle.found.trajectory.target);  // the operator's own word from here on
  ASSERT_TRUE(window.settles());
  EXPECT_TRUE(window.review().result()->needles[0].clicked);
  EXPECT_EQ(window.review().result()->needles[0].found.bendMm, 0);
}

TEST_F(ReviewRecord, ofOldStaysWhereItWasAsIfClicked) {
  saved();
  planning::Point tip;
  change([&tip](auto& control) {
    displace(control);
    control.needles[0].found.reset();  // an old control kept neither course nor bounds
    tip = *control.actual.choices.needles[0].target;
  });
  Window window;
  window.open(report());
  ASSERT_NE(window.review().result(), nullptr) << window.strip().toStdString();
  const auto& needle = window.review().result()->needles[0];
  expectSame(needle.found.trajectory.target, tip);
  EXPECT_TRUE(needle.clicked);
  EXPECT_EQ(window.find<QLabel>("reviewBendBound").text(), "not known, clicked");
  EXPECT_TRUE(window.strip().contains("as if clicked")) << window.strip().toStdString();
  EXPECT_FALSE(window.review().hasUnsavedMarks());
}

TEST_F(ReviewRecord, opensFromTheArchive) {
  const auto before = saved();
  fs::create_directories(folder_ / "archive");
  fs::rename(plan(), folder_ / "archive/plan.dcm");
  fs::rename(report(), folder_ / "archive/control.dcm");
  Window window;
  auto& page = window.find<archive::ArchivePage>("archivePage");
  QSignalSpy followed(&page, &archive::ArchivePage::followed);
  window->goTo<app::archive::ArchivePage>();
  ASSERT_TRUE(followed.count() > 0 || followed.wait(20000));
  page.rememberScan(before.control.actual.choices.scan.seriesUid, textOf(scan()));
  auto& table = window.find<QTableView>("archiveTable");
  const auto* reports = static_cast<archive::ReportsModel*>(table.model());
  for (int row = 0; row < reports->rowCount(); ++row)
    if (reports->at(row).kind == archive::Kind::Control) table.selectRow(row);
  ASSERT_EQ(reports->rowCount(), 2);
  window.find<QPushButton>("archiveReview").click();
  ASSERT_TRUE(window->isReading());
  ASSERT_TRUE(window.settles());
  ASSERT_NE(window.review().result(), nullptr) << window.strip().toStdString();
  expectSame(*window.review().result(), before);
}

// It is of the demo case: that it does not get in shows that it was to.
TEST_F(ReviewRecord, goesToTheOutboxWithEachVersionThatIsSaved) {
  saved();
  const auto sites = (folder_ / "pacs.txt").string();
  std::ofstream(sites) << "[Main]\nhost = h\ncalled = A\ncalling = B\noutbox = yes\n";
  Window window;
  window.outbox().start(folder_ / "outbox", sites, [](const fs::path&, const planning::Progress&) {
    return planning::refuse("bad-sites-file", "pacs.txt", "no net in this test");
  });
  window.open(report());
  ASSERT_TRUE(window.find<ReviewPage>("reviewPage").save(false)) << window.strip().toStdString();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.strip().contains("demo case"); })) << window.strip().toStdString();
  EXPECT_TRUE(window.outbox().listing().entries.empty());
}

TEST_F(ReviewRecord, passesDciodvfy) {
  savedByLandmarks();
  const auto errors = support::dciodvfyErrors(report());
  if (!errors) GTEST_SKIP() << "SKIPPED: dciodvfy is missing (package dicom3tools)";
  EXPECT_EQ(*errors, std::vector<std::string>());
}

TEST_F(ReviewRecord, passesPixelMedSlow) {
  savedByLandmarks();
  const auto errors = support::pixelmedReportErrors(report());
  if (!errors) GTEST_SKIP() << "SKIPPED: PixelMed is missing (packages default-jre-headless, libpixelmed-java)";
  EXPECT_EQ(*errors, std::vector<std::string>());
}

}  // namespace app::review
