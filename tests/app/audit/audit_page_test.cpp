#include "app/audit/audit_page.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "app/audit/chart_widget.h"
#include "app/look/style.h"
#include "app/text/words.h"
#include "app/work/reporter.h"
#include "planning/check.h"
#include "tests/support/sample_archive.h"
#include "tests/support/temporary_folder.h"

namespace app::audit {
namespace {

const Source& sampleSource() {
  static const Source source = [] {
    support::TemporaryFolder folder;
    support::writeSampleArchive(folder.path(), 45);
    planning::Progress progress;
    return sourceOf(folder.path(), progress).value();
  }();
  return source;
}

class Page {
 public:
  explicit Page(const QString& language = "en") {
    applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    speak(language);
    page_ = std::make_unique<AuditPage>(reporter_);
    page_->show(sampleSource());
    page_->resize(1280, 740);
    static_cast<QWidget&>(*page_).show();
  }
  ~Page() {
    page_.reset();
    speak("en");
  }
  AuditPage& operator*() { return *page_; }
  AuditPage* operator->() { return page_.get(); }
  template <class T>
  T& find(const char* name) {
    T* found = page_->findChild<T*>(name);
    planning::check(found != nullptr, name);
    return *found;
  }
  void keepPicture(const QString& name) {
    const QString to = qEnvironmentVariable("NEEDLEPLAN_PICTURES");
    for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
    if (!to.isEmpty()) page_->grab().save(to + "/" + name + ".png");
  }

 private:
  Reporter reporter_;
  std::unique_ptr<AuditPage> page_;
};

}  // namespace

TEST(AuditPage, showsTheFiguresOfItsReport) {
  Page page;
  auto& groups = *page.find<QTableView>("auditGroups").model();
  ASSERT_EQ(groups.rowCount(), 4);  // three routes, and all
  EXPECT_EQ(groups.index(3, 1).data().toString(), "46");
  const auto& tip = *page->report().audit.all.summary(planning::review::Measure::TipError);
  EXPECT_TRUE(groups.index(3, 3).data().toString().startsWith(QString::number(tip.mean, 'f', 1)));
  page.find<QComboBox>("auditGrouping").setCurrentIndex(3);
  EXPECT_EQ(groups.index(0, 0).data().toString(), "Dupré, Zoé");
  page.keepPicture("audit_en");
}

TEST(AuditPage, opensThePlanOfAnOutlierWithAClick) {
  Page page;
  QSignalSpy asked(&*page, &AuditPage::openAsked);
  const auto& outlier = page->report().audit.outliers.at(0);
  ASSERT_EQ(outlier.measure, planning::review::Measure::TipError);
  auto& chart = page.find<ChartWidget>("auditChart");
  const auto place = chart.placeOf(outlier.needle);
  ASSERT_TRUE(place);
  QTest::mouseClick(&chart, Qt::LeftButton, {}, place->toPoint());
  ASSERT_EQ(asked.count(), 1);
  const auto plan = asked[0][0].toString();
  auto& table = page.find<QTableView>("auditOutliers");
  QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(0, 1)).center());
  ASSERT_EQ(asked.count(), 2);
  EXPECT_EQ(asked[1][0].toString(), plan);
  EXPECT_TRUE(plan.contains("plan-"));
}

TEST(AuditPage, blindsTheOperators) {
  Page page;
  page.find<QComboBox>("auditGrouping").setCurrentIndex(3);
  page.find<QCheckBox>("auditBlind").setChecked(true);
  auto& groups = *page.find<QTableView>("auditGroups").model();
  EXPECT_EQ(groups.index(0, 0).data().toString(), "Operator A");
  EXPECT_EQ(groups.index(2, 0).data().toString(), "Operator C");
  for (const auto& file : page->report().files) EXPECT_TRUE(file.empty());
  QSignalSpy asked(&*page, &AuditPage::openAsked);  // still opens
  auto& table = page.find<QTableView>("auditOutliers");
  QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(0, 1)).center());
  EXPECT_EQ(asked.count(), 1);
}

TEST(AuditPage, isReadableInFrench) {
  Page page("fr");
  page.find<QComboBox>("auditMeasure").setCurrentIndex(5);
  page.keepPicture("audit_fr");
  EXPECT_TRUE(page.find<QLabel>("auditCounts").text().contains("46 aiguilles"));
}

TEST(AuditCsv, quotesWhatNeedsItAndTurnsNoTextIntoAFormula) {
  Source source;
  planning::review::AuditedNeedle needle;
  needle.controlUid = "1.2";
  needle.plannedTrackingUid = "1.3";
  needle.registrationAccepted = true;
  needle.values[0] = 1.25;
  needle.operatorName = "=cmd(\"x\"), b";
  source.needles = {needle};
  const auto csv = toCsv(reportOf(source, false));
  EXPECT_TRUE(csv.contains("\"'=cmd(\"\"x\"\"), b\"")) << csv.toStdString();
  EXPECT_TRUE(csv.contains(",1.25,,,,,,,0,1.2,")) << csv.toStdString();
}

}  // namespace app::audit
