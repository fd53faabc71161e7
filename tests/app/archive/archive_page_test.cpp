#include "app/archive/archive_page.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

#include "app/archive/comparison.h"
#include "app/archive/index_rows.h"
#include "app/archive/reports_model.h"
#include "app/archive/search_fields.h"
#include "app/look/style.h"
#include "app/text/words.h"
#include "app/work/folders.h"
#include "app/work/reporter.h"
#include "io/report/plan_report.h"
#include "planning/check.h"
#include "tests/support/sample_archive.h"
#include "tests/support/temporary_folder.h"

namespace app::archive {
namespace {

/// The page on a folder of its own.
class Page {
 public:
  explicit Page(const QString& language = "en") {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    speak(language);
    setArchiveFolder(QString::fromStdString(folder_.path().string()));
    QFile::remove(Index::fileFor(archiveFolder()));
  }
  ~Page() {
    page_.reset();
    QFile::remove(Index::fileFor(archiveFolder()));
    QSettings().clear();
    speak("en");
  }
  const std::filesystem::path& folder() const { return folder_.path(); }
  planning::Plan save(const planning::Plan& plan, const std::string& name) {
    return io::report::writePlan(plan, folder_ / name).value();
  }
  /// Shows it and waits until it has read the folder.
  ArchivePage& open() {
    page_ = std::make_unique<ArchivePage>(reporter_);
    QSignalSpy followed(page_.get(), &ArchivePage::followed);
    page_->resize(1280, 760);
    page_->show();
    EXPECT_TRUE(followed.count() > 0 || followed.wait(20000));
    return *page_;
  }
  template <class T>
  T& find(const char* name) {
    T* found = page_->findChild<T*>(name);
    planning::check(found != nullptr, name);
    return *found;
  }
  QAbstractItemModel& list() { return *find<QTableView>("archiveTable").model(); }
  void keepPicture(const QString& name) {
    const QString to = qEnvironmentVariable("NEEDLEPLAN_PICTURES");
    for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
    if (!to.isEmpty()) page_->grab().save(to + "/" + name + ".png");
  }

 private:
  support::TemporaryFolder folder_;
  Reporter reporter_;
  std::unique_ptr<ArchivePage> page_;
};

planning::Plan plan(const std::string& id = "PAT-1") {
  return support::archivePlan(id, "Doe^Jane", "lumbar-foraminal", "L5", "Dupré^Zoé");
}

Record generated(int i) {
  Record record;
  record.kind = Kind::Plan;
  record.file = "/archive/plan-" + std::to_string(i) + ".dcm";
  record.uid = "2.25." + std::to_string(i);
  record.patient = {"PAT-" + std::to_string(i), "", "Doe" + std::to_string(i) + "^Jane", "19600203", "F"};
  record.saved = "2026" + std::string(i % 2 == 0 ? "0401" : "0502") + "101500";
  record.routeId = "lumbar-foraminal";
  record.verdict = static_cast<planning::needle::Verdict>(i % 4);
  return record;
}

void moveTarget(planning::Plan& plan, const planning::Point& target) {
  auto& choice = plan.choices.needles[0];
  auto& needle = plan.assessment.needles[0];
  choice.target = target;
  needle.pathLengthMm = (target - *choice.entry).GetNorm();
  needle.angles = planning::needle::anglesOf({*choice.entry, target});
}

}  // namespace

TEST(ArchivePage, listsTheFolderAndFollowsIt) {
  Page page;
  page.save(plan(), "a.dcm");
  auto& shown = page.open();
  EXPECT_EQ(page.list().rowCount(), 1);
  QSignalSpy followed(&shown, &ArchivePage::followed);
  page.save(plan("PAT-2"), "b.dcm");
  EXPECT_TRUE(followed.wait(20000));
  EXPECT_EQ(page.list().rowCount(), 2);
}

TEST(ArchivePage, searchesWhileOneTypes) {
  Page page;
  page.save(plan(), "a.dcm");
  page.save(plan("Q-2"), "b.dcm");
  page.open();
  page.find<QLineEdit>("searchPatient").setText("q-2");
  EXPECT_EQ(page.list().rowCount(), 1);
  page.find<QLineEdit>("searchFrom").setText("2199");
  EXPECT_EQ(page.list().rowCount(), 0);
  page.find<QPushButton>("searchClear").click();
  EXPECT_EQ(page.list().rowCount(), 2);
}

TEST(ArchivePage, saysWhatChangedBetweenVersions) {
  for (const QString language : {"en", "fr"}) {
    Page page(language);
    auto next = page.save(plan(), "1.dcm");
    moveTarget(next, planning::makePoint(3, 0, 4));
    next.assessment.needles[0].verdict = next.assessment.verdict = planning::needle::Verdict::Breach;
    next.choices.checks.push_back({"infection", "no", {}, {}, {}});
    page.save(next, "2.dcm");
    page.open();
    auto& table = page.find<QTableView>("archiveTable");
    ASSERT_EQ(page.list().rowCount(), 1);
    table.selectRow(0);
    auto& details = page.find<QTextBrowser>("archiveDetails");
    EXPECT_TRUE(QTest::qWaitFor([&] { return details.toPlainText().contains("5.0 mm"); }, 10000))
        << details.toPlainText().toStdString();
    const QString text = details.toPlainText();
    EXPECT_TRUE(text.contains(language == "en" ? "Needle 1: the target moved by 5.0 mm."
                                               : "Needle 1 : la cible a bougé de 5.0 mm."))
        << text.toStdString();
    EXPECT_TRUE(text.contains(language == "en" ? "verdict went from ! near to ✕ breach" : "verdict est passé de"))
        << text.toStdString();
    page.keepPicture("archive_versions_" + language);
  }
}

TEST(ArchivePage, comparesTwoPlansOfOnePatientOnly) {
  Page page;
  page.save(plan(), "a.dcm");
  auto other = plan();
  moveTarget(other, planning::makePoint(3, 0, 4));
  other.assessment.needles[0].clearances[0].distanceMm = 1.25;
  page.save(other, "b.dcm");
  page.save(plan("PAT-2"), "c.dcm");
  page.open();
  auto& table = page.find<QTableView>("archiveTable");
  auto& compare = page.find<QPushButton>("archiveCompare");
  EXPECT_FALSE(compare.isEnabled());
  table.selectAll();
  EXPECT_FALSE(compare.isEnabled());
  page.find<QLineEdit>("searchPatient").setText("PAT-1");
  table.selectAll();
  ASSERT_TRUE(compare.isEnabled());
  compare.click();
  auto& comparison = page.find<QTableView>("comparison");
  EXPECT_TRUE(comparison.isVisible());
  QStringList differences;
  for (int row = 0; row < comparison.model()->rowCount(); ++row)
    differences += comparison.model()->index(row, 3).data().toString();
  EXPECT_TRUE(differences.contains("5.0 mm apart")) << differences.join("|").toStdString();
  EXPECT_TRUE(differences.contains("−3.3 mm")) << differences.join("|").toStdString();
  page.keepPicture("archive_comparison");
}

TEST(ArchivePage, opensAPlanAndThePlanOfAControl) {
  Page page;
  const auto saved = page.save(plan(), "plan.dcm");
  support::writeSampleArchive(page.folder() / "more", 3);
  auto& shown = page.open();
  QSignalSpy asked(&shown, &ArchivePage::openAsked);
  auto& table = page.find<QTableView>("archiveTable");
  for (int row = 0; row < page.list().rowCount(); ++row) {
    table.selectRow(row);
    page.find<QPushButton>("archiveOpen").click();
  }
  EXPECT_GE(asked.count(), 8);
  for (const auto& call : asked) EXPECT_TRUE(call[0].toString().contains("plan")) << call[0].toString().toStdString();
}

TEST(ArchivePage, takesAControlUpAgainAndReviewsAPlan) {
  Page page;
  support::writeSampleArchive(page.folder() / "more", 3);
  auto& shown = page.open();
  QSignalSpy controls(&shown, &ArchivePage::controlAsked), plans(&shown, &ArchivePage::reviewAsked);
  auto& table = page.find<QTableView>("archiveTable");
  int rows[2] = {};
  for (int row = 0; row < page.list().rowCount(); ++row) {
    table.selectRow(row);
    page.find<QPushButton>("archiveReview").click();
    const auto& record = static_cast<ReportsModel&>(page.list()).at(row);
    if (record.kind == Kind::Refused) continue;
    const bool isControl = record.kind == Kind::Control;
    ++rows[isControl];
    ASSERT_EQ((isControl ? controls : plans).count(), rows[isControl]);
    EXPECT_EQ((isControl ? controls : plans).last()[0].toString().toStdString(), record.file.string());
  }
  EXPECT_GT(rows[0], 0);
  EXPECT_GT(rows[1], 0);
  EXPECT_EQ(controls.count() + plans.count(), rows[0] + rows[1]);
}

TEST(ArchivePage, neverHidesWhatItCannotRead) {
  Page page;
  support::writeSampleArchive(page.folder(), 6);
  page.open();
  EXPECT_TRUE(page.find<QPushButton>("archiveRefused").isVisible());
  page.keepPicture("archive_en");
  page.find<QLineEdit>("searchPatient").setText("nobody");
  EXPECT_EQ(page.list().rowCount(), 0);
  EXPECT_TRUE(page.find<QPushButton>("archiveRefused").isVisible());
  page.find<QPushButton>("archiveRefused").click();
  EXPECT_EQ(page.list().rowCount(), 2);
}

TEST(ArchivePage, isReadableInFrench) {
  Page page("fr");
  support::writeSampleArchive(page.folder(), 6);
  page.open();
  page.keepPicture("archive_fr");
  EXPECT_EQ(page.find<QPushButton>("archiveOpen").text(), "Ouvrir dans le planificateur");
}

TEST(ArchivePage, listsThousandsWithoutAWidgetARow) {
  Page page;
  page.open();
  {
    auto index = Index::open(Index::fileFor(archiveFolder()));
    ASSERT_TRUE(index);
    const QString name = "generated";
    auto database = QSqlDatabase::addDatabase("QSQLITE", name);
    database.setDatabaseName(Index::fileFor(archiveFolder()));
    ASSERT_TRUE(database.open());
    rows::run(database, "BEGIN");
    for (int i = 0; i < 5000; ++i) rows::insert(database, generated(i));
    rows::run(database, "COMMIT");
  }
  QSqlDatabase::removeDatabase("generated");
  auto& table = page.find<QTableView>("archiveTable");
  const auto widgets = table.findChildren<QWidget*>().size();
  page.find<QLineEdit>("searchPatient").setText("doe");
  EXPECT_EQ(page.list().rowCount(), 5000);
  page.find<QLineEdit>("searchPatient").setText("nobody");
  EXPECT_EQ(page.list().rowCount(), 0);
  page.find<QLineEdit>("searchPatient").setText("jane");
  EXPECT_EQ(page.list().rowCount(), 5000);
  table.sortByColumn(2, Qt::AscendingOrder);
  EXPECT_EQ(page.list().rowCount(), 5000);
  EXPECT_EQ(table.findChildren<QWidget*>().size(), widgets);
  page.find<QLineEdit>("searchPatient").setText("PAT-4321");
  EXPECT_EQ(page.list().rowCount(), 1);
}

TEST(SearchFields, takeAYearAMonthOrADay) {
  EXPECT_EQ(firstDay("2026"), "20260101");
  EXPECT_EQ(lastDay("2026"), "20261231");
  EXPECT_EQ(firstDay("2024-02"), "20240201");
  EXPECT_EQ(lastDay("2024-02"), "20240229");
  EXPECT_EQ(lastDay(" 2026-11-5 "), "20261105");
  EXPECT_EQ(firstDay(""), "");
  for (const QString bad : {"yesterday", "2026-13", "2026-02-30", "20261125"}) EXPECT_FALSE(firstDay(bad));
}

TEST(Comparison, putsNeedlesAndStructuresBesideTheirLike) {
  auto first = plan(), second = plan();
  second.choices.needles[0].trackingUid = first.choices.needles[0].trackingUid;
  second.choices.needles[0].label = "Renamed";
  second.assessment.needles[0].depthMm.reset();
  auto row = second.assessment.needles[0].clearances[0];
  row.structure = "Root L5";
  row.structureTrackingUid = "2.25.99";
  second.assessment.needles[0].clearances.push_back(row);
  const auto rows = compare(first, second);
  const auto find = [&](const QString& what) {
    for (const auto& one : rows)
      if (one.what.trimmed() == what) return one;
    return ComparedRow{};
  };
  EXPECT_FALSE(find("Target").differs);
  EXPECT_EQ(find("Depth, skin to target").second, "–");
  EXPECT_TRUE(find("Depth, skin to target").differs);
  EXPECT_EQ(find("Depth, skin to target").difference, "");
  EXPECT_FALSE(find("Aorta").differs);
  EXPECT_EQ(find("Root L5").first, "–");
  EXPECT_TRUE(find("Root L5").differs);
}

TEST(Comparison, namesTheSitesOfAllNeedles) {
  auto first = plan(), second = plan();
  second.add(second.needle(0));
  second.choices.needles[1].label = "Needle 2";
  second.choices.needles[1].routeId = "lumbar-facet";
  second.choices.needles[1].side = planning::anatomy::Side::Right;
  const auto rows = compare(first, second);
  const auto find = [&](const QString& what) {
    return *std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.what == what; });
  };
  EXPECT_EQ(find("Side").first, "left");
  EXPECT_EQ(find("Side").second, "left, right");
  EXPECT_TRUE(find("Side").differs);
  EXPECT_EQ(find("Route").second, find("Route").first + ", " + routeName("lumbar-facet"));
  EXPECT_FALSE(find("Level").differs);
}

TEST(Comparison, measuresNoDistanceBetweenTwoFrames) {
  auto first = plan(), second = plan();
  second.choices.scan.frameOfReferenceUid = "2.25.1";
  second.choices.needles[0].target = planning::makePoint(9, 9, 9);
  for (const auto& row : compare(first, second)) {
    if (row.what != "Target") continue;
    EXPECT_TRUE(row.differs);
    EXPECT_EQ(row.difference, "");
  }
  EXPECT_TRUE(sameCase(first, second));
  EXPECT_FALSE(sameFrame(first, second));
}

}  // namespace app::archive
