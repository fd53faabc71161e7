#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "io/structures/seg_writer.h"
#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// Two files with a structure of one name each: nothing is taken for the other.

namespace {

using planning::anatomy::Structure;

std::string place(const planning::Point& p) {
  return QString("%1,%2,%3").arg(p[0], 0, 'f', 3).arg(p[1], 0, 'f', 3).arg(p[2], 0, 'f', 3).toStdString();
}

/// Two vessels of the small case, both called "Vessel", in two SEG objects.
class SameName : public testing::Test {
 protected:
  SameName() {
    std::vector<Structure> vessels;
    for (const auto& made : support::smallPhantom().structures)
      if (made.structure.kind == planning::anatomy::Kind::Artery ||
          made.structure.kind == planning::anatomy::Kind::Vein)
        vessels.push_back(made.structure);
    for (std::size_t i = 0; i < 2; ++i) {
      Structure one = vessels.at(i);
      one.name = "Vessel";
      one.kind = planning::anatomy::Kind::Artery;
      one.code.reset();
      files_.push_back(folder_ / ("seg" + std::to_string(i) + ".dcm"));
      EXPECT_TRUE(io::writeSeg({one}, support::smallPhantom().volume, files_.back()));
    }
  }
  support::ProgramRun plan(const std::vector<std::string>& more) const {
    const auto& answer = support::smallPhantom().answers.front();
    std::vector<std::string> all{"plan",
                                 support::smallCase().ct.string(),
                                 "--route",
                                 "general",
                                 "--needle",
                                 "22Gx90",
                                 "--target",
                                 place(answer.target),
                                 "--entry",
                                 place(answer.entry),
                                 "--structures",
                                 files_[0],
                                 "--structures",
                                 files_[1],
                                 "--json",
                                 "--out",
                                 folder_ / "plan.dcm"};
    all.insert(all.end(), more.begin(), more.end());
    return support::runProgram(NEEDLEPLAN_PROGRAM, all);
  }
  support::ProgramRun verify(std::size_t first, std::size_t second) const {
    return support::runProgram(NEEDLEPLAN_PROGRAM,
                               {"verify", folder_ / "plan.dcm", support::smallCase().ct.string(), "--structures",
                                files_[first], "--structures", files_[second], "--json"});
  }
  static QJsonArray rowsOf(const support::ProgramRun& run) {
    const auto plan = QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
    QJsonArray rows;
    for (const auto& row : plan["needles"].toArray().at(0).toObject()["clearances"].toArray())
      if (row.toObject()["structure"].toString() == "Vessel") rows.append(row);
    return rows;
  }

  support::TemporaryFolder folder_;
  std::vector<std::string> files_;
};

}  // namespace

TEST_F(SameName, isVerifiedEachByItsOwnFile) {
  const auto planned = plan({});
  ASSERT_EQ(planned.exitCode, 0) << planned.err;
  const auto rows = rowsOf(planned);
  ASSERT_EQ(rows.size(), 2);
  EXPECT_NE(rows[0].toObject()["distance_mm"].toDouble(), rows[1].toObject()["distance_mm"].toDouble());
  for (const auto& [first, second] : {std::pair(0, 1), std::pair(1, 0)}) {
    const auto run = verify(static_cast<std::size_t>(first), static_cast<std::size_t>(second));
    EXPECT_EQ(run.exitCode, 0) << run.out << run.err;
  }
}

TEST_F(SameName, getsAMarginByItsOriginOnly) {
  const auto ambiguous = plan({"--margin", "Vessel=9"});
  EXPECT_EQ(ambiguous.exitCode, 1);
  EXPECT_NE(ambiguous.err.find("Several structures are called “Vessel”"), std::string::npos) << ambiguous.err;
  const auto at = ambiguous.err.find("SEG ");
  ASSERT_NE(at, std::string::npos) << ambiguous.err;
  const std::string origin =
      ambiguous.err.substr(at, ambiguous.err.find_first_of(",.", ambiguous.err.find('#', at)) - at);
  const auto planned = plan({"--margin", origin + "=9"});
  ASSERT_EQ(planned.exitCode, 0) << planned.err;
  int ofNine = 0;
  for (const auto& row : rowsOf(planned)) ofNine += row.toObject()["margin_mm"].toDouble() == 9;
  EXPECT_EQ(ofNine, 1) << planned.out;
  const auto run = verify(0, 1);
  EXPECT_EQ(run.exitCode, 0) << run.out << run.err;
}
