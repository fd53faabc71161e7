// The audit's tables and its PDF against figures worked out by hand.
#include <gtest/gtest.h>

#include <cmath>

#include "app/audit/audit_page.h"
#include "app/audit/report_pdf.h"
#include "app/text/words.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace app::audit {
namespace {

using planning::needle::Verdict;
using planning::review::Grouping;

/// One needle each, in the order of time.
Report reportOfTips(const std::vector<double>& tipsMm, std::size_t breaches = 0) {
  Source source;
  for (std::size_t i = 0; i < tipsMm.size(); ++i) {
    planning::review::AuditedNeedle needle;
    needle.controlUid = needle.plannedTrackingUid = "1." + std::to_string(i);
    needle.scanned = "202601" + std::to_string(11 + i);
    needle.registrationAccepted = true;
    needle.routeId = "general";
    needle.operatorName = "Roe^Ann";
    needle.values[0] = tipsMm[i];
    needle.verdict = i < breaches ? Verdict::Breach : Verdict::Clear;
    source.needles.push_back(needle);
  }
  return reportOf(source, false);
}

QStringList rowOf(const QAbstractItemModel& model, int row) {
  QStringList cells;
  for (int column = 0; column < model.columnCount(); ++column)
    cells += model.index(row, column).data(Qt::DisplayRole).toString();
  return cells;
}

QStringList lastGroup(const Report& report) {
  GroupsModel model;
  model.show(report, Grouping::Route);
  return rowOf(model, model.rowCount() - 1);
}

/// The words of the PDF, on one line; the font's ligatures as letters.
QString textOf(const Report& report) {
  const support::TemporaryFolder folder;
  const auto file = folder / "audit.pdf";
  const auto written = writePdf(report, "2026-11-30", file);
  EXPECT_TRUE(written.has_value());
  const auto text = support::runProgram("pdftotext", {"-layout", file.string(), "-"});
  EXPECT_EQ(text.exitCode, 0) << text.err << " (package poppler-utils)";
  return QString::fromStdString(text.out).normalized(QString::NormalizationForm_KC).simplified();
}

class AuditTables : public testing::Test {
 protected:
  void TearDown() override { speak("en"); }
};

}  // namespace

TEST_F(AuditTables, ofNoNeedleHaveOneRowWithoutFigures) {
  const Report report = reportOfTips({});
  GroupsModel groups;
  groups.show(report, Grouping::Operator);
  ASSERT_EQ(groups.rowCount(), 1);
  EXPECT_EQ(rowOf(groups, 0), QStringList({"All", "0", "–", "–", "–", "–", "–", "–", "–", "–"}));
  OutliersModel outliers;
  outliers.show(report);
  EXPECT_EQ(outliers.rowCount(), 0);
}

TEST_F(AuditTables, ofOneNeedleHaveNoInterval) {
  const QStringList all = lastGroup(reportOfTips({2.44}));
  EXPECT_EQ(all[1], "1");
  EXPECT_EQ(all[3], "2.4");
  EXPECT_EQ(all[4], "–") << "the lateral error is not known";
}

/// Of 1, 2, 3 and 6: the mean is 3, the deviation the root of 14 / 3, Student's t for three degrees 3.18245; Wilson's
/// interval of one in four is (p + z^2 / 8 -+ z sqrt(3 / 64 + z^2 / 64)) / (1 + z^2 / 4) with z = 1.959964.
TEST_F(AuditTables, giveMeansWithStudentsAndSharesWithWilsonsInterval) {
  const double half = 3.18245 * std::sqrt(14.0 / 3) / 2;
  ASSERT_NEAR(half, 3.44, 0.005);  // so -0.4 to 6.4
  const double z2 = 3.841459, middle = (0.25 + z2 / 8) / (1 + z2 / 4);
  const double reach = std::sqrt(z2) * std::sqrt(3.0 / 64 + z2 / 64) / (1 + z2 / 4);
  ASSERT_NEAR(middle - reach, 0.0456, 5e-5);
  ASSERT_NEAR(middle + reach, 0.6994, 5e-5);
  const Report report = reportOfTips({1, 2, 3, 6}, 1);
  QStringList all = lastGroup(report);
  EXPECT_EQ(all[2], "25.0 % (4.6 to 69.9)");
  EXPECT_EQ(all[3], "3.0 (−0.4 to 6.4)");
  speak("fr");
  all = lastGroup(report);
  EXPECT_EQ(all[0], "Toutes");
  EXPECT_EQ(all[2], "25.0 % (4.6 à 69.9)");
  EXPECT_EQ(all[3], "3.0 (−0.4 à 6.4)");
}

/// Neighbours differ by 1 eight times and by 19 once, 3 in the mean; the mean is 3.3, the limit 3.3 + 3 * 3 / 1.128.
TEST_F(AuditTables, nameTheNeedleAboveTheChartsLimit) {
  OutliersModel outliers;
  const Report report = reportOfTips({1, 2, 1, 2, 1, 2, 1, 2, 1, 20});
  outliers.show(report);
  ASSERT_EQ(outliers.rowCount(), 1);
  EXPECT_EQ(outliers.needle(0), 9U);
  const QStringList row = rowOf(outliers, 0);
  EXPECT_EQ(row[1], "20.0 mm");
  EXPECT_EQ(row[2], "11.3 mm");
  EXPECT_EQ(row[3], "2026-01-20");
  EXPECT_EQ(row[6], "Roe, Ann");
}

TEST_F(AuditTables, standInThePdf) {
  const Report report = reportOfTips({1, 2, 1, 2, 1, 2, 1, 2, 1, 20}, 5);
  const QString text = textOf(report);
  EXPECT_TRUE(text.contains("Made on 2026-11-30. 10 needles")) << text.toStdString();
  EXPECT_TRUE(text.contains("Needles with a breach: 50.0 %")) << text.toStdString();
  EXPECT_TRUE(text.contains("Needles outside the limits")) << text.toStdString();
  EXPECT_TRUE(text.contains("20.0 mm 11.3 mm")) << text.toStdString();
  EXPECT_TRUE(text.contains("not a certified medical device"));
  speak("fr");
  EXPECT_TRUE(textOf(report).contains("Fait le 2026-11-30. 10 aiguilles"));
}

TEST_F(AuditTables, ofNoNeedleAndOfOneMakeAPdfToo) {
  EXPECT_TRUE(textOf(reportOfTips({})).contains("0 needles"));
  const QString one = textOf(reportOfTips({2.44}));
  EXPECT_TRUE(one.contains("1 needle,")) << one.toStdString();
  EXPECT_FALSE(one.contains("Needles outside the limits"));
}

}  // namespace app::audit
