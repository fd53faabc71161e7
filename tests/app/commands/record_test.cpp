#include <gtest/gtest.h>

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <fstream>
#include <sstream>

#include "io/report/plan_report.h"
#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/sample_archive.h"
#include "tests/support/temporary_folder.h"

// `needleplan record`, run as other programs run it, and what `show` and `audit` make of it.

namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

/// "2026-11-20" so many days before today.
std::string daysAgo(int days) {
  return QDate::currentDate().addDays(-days).toString(Qt::ISODate).toStdString();
}

class RecordCommand : public testing::Test {
 protected:
  void SetUp() override { writePlan("plan.dcm", "PAT-1"); }

  void writePlan(const std::string& name, const std::string& patient) {
    const auto plan = support::archivePlan(patient, "Doe^Jane", "lumbar-foraminal", "L5", "Dupré^Zoé");
    const auto written = io::report::writePlan(plan, file(name));
    ASSERT_TRUE(written) << written.error().detail;
  }

  static support::ProgramRun needleplan(const Arguments& arguments) {
    return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
  }

  support::ProgramRun record(const std::string& from, const std::string& to, const Arguments& more) const {
    Arguments all{"record", file(from), "-o", file(to), "--json"};
    all.insert(all.end(), more.begin(), more.end());
    return needleplan(all);
  }

  QJsonObject recorded(const std::string& from, const std::string& to, const Arguments& more, int exitCode = 0) const {
    return json(record(from, to, more), exitCode)["record"].toObject();
  }

  static QJsonObject json(const support::ProgramRun& run, int exitCode = 0) {
    EXPECT_EQ(run.exitCode, exitCode) << run.err;
    return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
  }

  std::string file(const std::string& name) const { return (folder_ / name).string(); }

  support::TemporaryFolder folder_;
};

QStringList codesOf(const QJsonObject& record) {
  QStringList codes;
  for (const auto& finding : record["findings"].toArray()) codes << finding.toObject()["code"].toString();
  return codes;
}

const Arguments kTimeOut{"--time-out-by",    "Martin^Luc",         "--time-out-patient",    "--time-out-side",
                         "--time-out-level", "--time-out-allergy", "--time-out-coagulation"};

}  // namespace

TEST_F(RecordCommand, writesANewVersionThatShowReadsBack) {
  const auto first = json(needleplan({"show", file("plan.dcm"), "--json"}));
  EXPECT_FALSE(first.contains("record"));
  Arguments all{"--opacification",  "vascular",  "--opacification", "epidural", "--contrast", "iodine",
                "--drug",           "Cortancyl", "--lot",           "A12",      "--volume",   "4",
                "--pain-before",    "7",         "--pain-day4",     "3",        "--date",     daysAgo(10),
                "--follow-up-date", daysAgo(6),  "--complications", "malaise",  "--asepsis"};
  all.insert(all.end(), kTimeOut.begin(), kTimeOut.end());
  const auto second = json(record("plan.dcm", "recorded.dcm", all));
  EXPECT_NE(second["plan_uid"], first["plan_uid"]);
  EXPECT_EQ(second["predecessor_uid"], first["plan_uid"]);
  const auto said = second["record"].toObject();
  EXPECT_EQ(said["opacifications"].toArray(), (QJsonArray{"vascular", "epidural"}));
  EXPECT_EQ(said["contrast"], "iodine");
  EXPECT_EQ(said["lot"], "A12");
  EXPECT_EQ(said["volume_ml"].toDouble(), 4);
  EXPECT_EQ(said["pain_day4"].toDouble(), 3);
  EXPECT_TRUE(said["pain_day30"].isNull());
  EXPECT_EQ(said["date"].toString().toStdString(), daysAgo(10));
  EXPECT_TRUE(said["time_out_coagulation"].toBool());
  EXPECT_EQ(codesOf(said), QStringList());
  EXPECT_EQ(json(needleplan({"show", file("recorded.dcm"), "--json"})), second);
  const auto printed = needleplan({"show", file("recorded.dcm")}).out;
  EXPECT_NE(printed.find("volume                     4 cm3"), std::string::npos) << printed;
  EXPECT_EQ(json(needleplan({"show", file("plan.dcm"), "--json"})), first);  // the version before is as it was
}

TEST_F(RecordCommand, addsAFollowUpToWhatIsThere) {
  recorded("plan.dcm", "one.dcm", {"--date", daysAgo(40), "--pain-before", "8", "--opacification", "epidural"});
  const auto later = recorded("one.dcm", "two.dcm", {"--pain-day30", "2.5"});
  EXPECT_EQ(later["pain_before"].toDouble(), 8);
  EXPECT_EQ(later["pain_day30"].toDouble(), 2.5);
  EXPECT_EQ(later["date"].toString().toStdString(), daysAgo(40));
  EXPECT_EQ(later["follow_up_date"].toString().toStdString(), daysAgo(0));
  EXPECT_EQ(later["opacifications"].toArray(), QJsonArray{"epidural"});
}

TEST_F(RecordCommand, saysStopAndWhatWasDoneInSpiteOfIt) {
  Arguments vascular{"--opacification", "vascular"};
  vascular.insert(vascular.end(), kTimeOut.begin(), kTimeOut.end());
  EXPECT_EQ(codesOf(recorded("plan.dcm", "one.dcm", vascular, 1)), QStringList{"record-do-not-inject"});
  EXPECT_EQ(codesOf(recorded("one.dcm", "two.dcm", {"--drug", "Cortancyl"}, 1)),
            (QStringList{"record-do-not-inject", "record-injected-after-vascular"}));
  const auto again = record("two.dcm", "again.dcm", {"--opacification", "vascular"});
  EXPECT_EQ(again.exitCode, 1);
  EXPECT_NE(again.err.find("Vascular pattern: do not inject."), std::string::npos) << again.err;
  EXPECT_EQ(record("two.dcm", "followed.dcm", {"--pain-after", "4"}).exitCode, 0);  // nothing new to stop
  const auto printed = needleplan({"show", file("two.dcm")}).out;
  EXPECT_NE(printed.find("x Vascular pattern: do not inject."), std::string::npos) << printed;
  const auto good = recorded("two.dcm", "three.dcm", {"--opacification", "epidural"});
  EXPECT_EQ(codesOf(good), QStringList());
  EXPECT_EQ(good["opacifications"].toArray(), (QJsonArray{"vascular", "epidural"}));  // the first is not forgotten
}

TEST_F(RecordCommand, refusesWhatCannotBeAndWritesNothing) {
  const auto refused = [&](const Arguments& more) {
    const auto run = record("plan.dcm", "refused.dcm", more);
    EXPECT_FALSE(fs::exists(file("refused.dcm")));
    EXPECT_TRUE(run.out.empty()) << run.out;
    return run.exitCode;
  };
  EXPECT_EQ(refused({"--pain-before", "11"}), 2);
  EXPECT_EQ(refused({"--volume", "0"}), 2);
  EXPECT_EQ(refused({"--opacification", "venous"}), 2);
  EXPECT_EQ(refused({"--contrast", "gadolinium"}), 2);
  EXPECT_EQ(refused({"--date", daysAgo(-1)}), 1);
  EXPECT_EQ(refused({"--date", daysAgo(5), "--pain-day4", "3", "--follow-up-date", daysAgo(6)}), 1);
  EXPECT_EQ(refused({"--pain-day4", "3"}), 1);  // today's procedure has no day 4 yet
}

// A new version is sealed anew: what somebody changed in the file would pass for the program's own.
TEST_F(RecordCommand, refusesAReportThatIsNotAsItWasWritten) {
  std::ostringstream bytes;
  bytes << std::ifstream(file("plan.dcm"), std::ios::binary).rdbuf();
  std::string text = bytes.str();
  const auto place = text.find("lumbar-foraminal");
  ASSERT_NE(place, std::string::npos);
  text.replace(place, 16, "lumbar-foraminaL");
  std::ofstream(file("edited.dcm"), std::ios::binary) << text;
  const auto run = record("edited.dcm", "recorded.dcm", {"--drug", "Cortancyl"});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_NE(run.err.find("not as it was written"), std::string::npos) << run.err;
  EXPECT_FALSE(fs::exists(file("recorded.dcm")));
}

TEST_F(RecordCommand, writesOverNothingButTheVersionItReplaces) {
  writePlan("another.dcm", "PAT-2");
  EXPECT_EQ(record("plan.dcm", "another.dcm", {"--drug", "Cortancyl"}).exitCode, 1);
  EXPECT_EQ(json(needleplan({"show", file("another.dcm"), "--json"}))["patient_id"], "PAT-2");
  EXPECT_EQ(recorded("plan.dcm", "plan.dcm", {"--drug", "Cortancyl"})["drug"], "Cortancyl");
}

TEST_F(RecordCommand, isCountedByTheAuditOnceByItsLastVersion) {
  recorded("plan.dcm", "one.dcm", {"--date", daysAgo(40), "--opacification", "vascular", "--pain-before", "8"}, 1);
  recorded("one.dcm", "two.dcm", {"--pain-day30", "4", "--no-complications"});
  writePlan("other.dcm", "PAT-2");
  recorded("other.dcm", "other-1.dcm", {"--opacification", "epidural"});
  const auto audit = json(needleplan({"audit", folder_.path().string(), "--json"}))["procedures"].toObject();
  const auto all = audit["all"].toObject();
  EXPECT_EQ(all["procedures"].toInt(), 2);
  EXPECT_EQ(audit["left_out"].toObject()["replaced"].toInt(), 1);
  const auto vascular = all["vascular"].toObject();
  EXPECT_EQ(vascular["count"].toInt(), 1);
  EXPECT_EQ(vascular["of"].toInt(), 2);
  EXPECT_TRUE(vascular["too_few"].toBool());
  EXPECT_NEAR(vascular["share_interval_95"].toArray()[0].toDouble(), 0.095, 1e-3);  // Wilson, 1 of 2
  EXPECT_EQ(all["complications"].toObject()["count"].toInt(), 0);
  EXPECT_EQ(all["relieved_day30"].toObject()["count"].toInt(), 1);  // 8 to 4: by half
  EXPECT_TRUE(all["relieved_day4"].isNull());
  EXPECT_EQ(audit["by_route"].toArray()[0].toObject()["route"], "lumbar-foraminal");
  const auto printed = needleplan({"audit", folder_.path().string()}).out;
  EXPECT_NE(printed.find("1 of 2, too few to compare"), std::string::npos) << printed;
}
