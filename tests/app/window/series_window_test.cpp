// The window opens by itself the series that the commands take, and says the same of what is left out.
#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>

#include "app/text/words.h"
#include "app/window/main_window.h"
#include "tests/app/views/scene.h"
#include "tests/paths.h"
#include "tests/support/odd_ct.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace {

using support::Odd;

support::ProgramRun needleplan(const std::vector<std::string>& arguments) {
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
}

QJsonObject jsonOf(const support::ProgramRun& run) {
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

QStringList codesIn(const QJsonArray& findings) {
  QStringList codes;
  for (const auto& finding : findings) codes += finding.toObject()["code"].toString();
  codes.sort();
  return codes;
}

/// The folder in the window and under the commands.
class Both {
 public:
  explicit Both(const std::filesystem::path& folder) : folder_(folder) {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    app::speak("en");
    window_ = std::make_unique<app::MainWindow>(cases_);
    tests::showAt(*window_, 1280, 800);
    QSignalSpy scanned(&cases_.scan.work(), &app::ScanWork::scanned);
    window_->openPath(QString::fromStdString(folder.string()));
    EXPECT_TRUE(tests::eventually([&] { return scanned.count() > 0 && !shown().isLoading(); }));
  }
  ~Both() { cases_.scan.document().undoStack().setClean(); }

  const app::ShownScan& shown() { return cases_.scan.shownScan(); }
  support::ProgramRun plan() const {
    return needleplan({"plan", folder_.string(), "--target", "-30,20,-30", "--entry", "-30,52,-30", "--needle",
                       "22Gx90", "--route", "general", "--out", file(), "--json"});
  }
  std::string file() const { return (folder_.parent_path() / "plan.dcm").string(); }

  /// Every series of `scan`, each with why it is refused and what of it is left out, is in the window's list.
  void expectTheSameList() {
    const auto series = jsonOf(needleplan({"scan", folder_.string(), "--json"}))["series"].toArray();
    auto& list = *window_->findChild<QListWidget*>("series");
    ASSERT_EQ(list.count(), series.size());
    for (const auto& each : series) {
      const auto one = each.toObject();
      QStringList said{one["part"].toString(), one["reason"].toString()};
      for (const auto& finding : one["findings"].toArray()) said += finding.toObject()["text"].toString();
      EXPECT_TRUE(isListed(list, said)) << said.join(" | ").toStdString();
    }
  }

 private:
  static bool isListed(const QListWidget& list, const QStringList& said) {
    for (int row = 0; row < list.count(); ++row) {
      const QString tip = list.item(row)->toolTip();
      if (std::all_of(said.begin(), said.end(), [&](const QString& text) { return tip.contains(text); })) return true;
    }
    return false;
  }

  std::filesystem::path folder_;
  app::OpenCases cases_;
  std::unique_ptr<app::MainWindow> window_;
};

class SeriesInWindow : public testing::TestWithParam<Odd> {
 protected:
  std::filesystem::path written(Odd odd) {
    support::writeOddCt(odd, folder_ / "ct");
    return folder_ / "ct";
  }
  support::TemporaryFolder folder_;
};

}  // namespace

/// Taken by both: the same series, the same findings.
using SeriesTaken = SeriesInWindow;
TEST_P(SeriesTaken, isThatOfTheCommandsWithTheirFindings) {
  Both both(written(GetParam()));
  both.expectTheSameList();
  ASSERT_TRUE(both.shown().volume());
  const auto planned = jsonOf(both.plan());
  const auto shown = jsonOf(needleplan({"show", both.file(), "--json"}));
  EXPECT_EQ(codesIn(shown["findings"].toArray()), codesIn(planned["findings"].toArray()));
  EXPECT_EQ(shown["series_uid"].toString().toStdString(), both.shown().volume()->identity.seriesUid);
  const QStringList said = codesIn(shown["findings"].toArray());
  for (const auto& finding : both.shown().volume()->findings)
    EXPECT_TRUE(said.contains(QString::fromStdString(finding.code))) << finding.code;
}
INSTANTIATE_TEST_SUITE_P(Kinds, SeriesTaken, testing::Values(Odd::Nothing, Odd::TurningSlices));

/// A part of what was scanned: by none.
using SeriesLeft = SeriesInWindow;
TEST_P(SeriesLeft, isOpenedByNeither) {
  Both both(written(GetParam()));
  both.expectTheSameList();
  EXPECT_FALSE(both.shown().volume());
  EXPECT_EQ(both.plan().exitCode, 1);
}
INSTANTIATE_TEST_SUITE_P(Kinds, SeriesLeft,
                         testing::Values(Odd::PatientOfOneSlice, Odd::SeriesOfOneSlice, Odd::MatrixOfOneSlice));

/// What a report could not cite.
TEST_F(SeriesInWindow, ofNoOneFrameOrStudyIsShownAndNotPlanned) {
  for (const auto& [odd, words] :
       {std::pair(Odd::FrameASlice, "frame of reference"), {Odd::StudyOfOneSlice, "Study Instance UID"}}) {
    std::filesystem::remove_all(folder_ / "ct");
    Both both(written(odd));
    both.expectTheSameList();
    EXPECT_TRUE(both.shown().volume()) << words;
    const auto plan = both.plan();
    EXPECT_EQ(plan.exitCode, 1);
    EXPECT_NE(plan.err.find(words), std::string::npos) << plan.err;
  }
}

TEST_F(SeriesInWindow, ofTwoNoneIsOpenedByItself) {
  support::writeOddCt(Odd::Nothing, folder_ / "ct" / "one");
  support::writeOddCt(Odd::AirIsPadding, folder_ / "ct" / "two");
  Both both(folder_ / "ct");
  both.expectTheSameList();
  EXPECT_FALSE(both.shown().volume());
  EXPECT_EQ(both.plan().exitCode, 1);
}
