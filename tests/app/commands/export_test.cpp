#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cctype>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "io/reading/report_reader.h"
#include "io/report/plan_report.h"
#include "tests/paths.h"
#include "tests/support/reader.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// A plan to other tools and a needle from them, through the command line; what was written is read here as plainly as
// any other program would.

namespace {

using Arguments = std::vector<std::string>;
using support::TemporaryFolder;

support::ProgramRun needleplan(const Arguments& arguments) {
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
}

QJsonObject json(const support::ProgramRun& run) {
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

QByteArray bytes(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return QByteArray::fromStdString({std::istreambuf_iterator<char>(stream), {}});
}

/// RFC 4180: fields in quotes may hold commas, line ends and doubled quotes.
std::vector<std::vector<QString>> csvRows(const QString& text) {
  std::vector<std::vector<QString>> rows(1, {QString()});
  bool quoted = false;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    if (quoted && c == u'"' && text.mid(i + 1, 1) == "\"")
      rows.back().back() += text[++i];
    else if (c == u'"')
      quoted = !quoted;
    else if (!quoted && c == u',')
      rows.back().emplace_back();
    else if (!quoted && c == u'\n')
      rows.push_back({QString()});
    else if (quoted || c != u'\r')
      rows.back().back() += c;
  }
  EXPECT_EQ(rows.back(), std::vector<QString>{QString()}) << "every line ends";
  rows.pop_back();
  return rows;
}

/// Every number of a JSON value by its way there, places by x, y and z: "needle.entry_x_mm".
void numbersOf(const QJsonValue& value, const QString& path, std::map<QString, double>& numbers) {
  if (value.isDouble()) numbers[path] = value.toDouble();
  const QJsonObject object = value.toObject();
  for (auto member = object.begin(); member != object.end(); ++member)
    if (member.key() != "clearances") numbersOf(member.value(), path + "." + member.key(), numbers);
  const char axes[] = "xyz";
  for (int i = 0; value.toArray().size() == 3 && value.toArray()[0].isDouble() && i < 3; ++i)
    numbers[path.chopped(3) + "_" + axes[i] + "_mm"] = value.toArray()[i].toDouble();
}

const char* const kSlicerLine = R"({"@schema": "markups-schema-v1.0.3.json#", "markups": [{"type": "Line", "name": "L",
  "coordinateSystem": "%1", "coordinateUnits": "mm", "controlPoints": [
    {"id": "1", "label": "L-1", "position": [%2], "positionStatus": "defined"},
    {"id": "2", "label": "L-2", "position": [%3], "positionStatus": "defined"}]}]})";

std::string slicerFile(const char* system, const planning::Point& entry, const planning::Point& target, int sign) {
  const auto text = [sign](const planning::Point& p) {
    return QString("%1, %2, %3").arg(sign * p[0], 0, 'f', 3).arg(sign * p[1], 0, 'f', 3).arg(p[2], 0, 'f', 3);
  };
  return QString(kSlicerLine).arg(QString(system), text(entry), text(target)).toStdString();
}

const testdata::PhantomAnswer& answer() {
  return support::smallPhantom().answers.front();
}

std::string place(const planning::Point& p) {
  return QString("%1,%2,%3").arg(p[0], 0, 'f', 3).arg(p[1], 0, 'f', 3).arg(p[2], 0, 'f', 3).toStdString();
}

/// The small case's plan with all its structures, made once.
const std::filesystem::path& planFile() {
  static const TemporaryFolder folder;
  static const std::filesystem::path file = folder / "plan.dcm";
  static const auto run = needleplan({"plan", support::smallCase().ct, "--structures", support::smallCase().seg,
                                      "--route", answer().routeId, "--target", place(answer().target), "--entry",
                                      place(answer().entry), "--out", file});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return file;
}

/// The same plan as if it were of another patient.
void writeStrangersPlan(const std::filesystem::path& file) {
  auto plan = io::report::readPlan(planFile());
  ASSERT_TRUE(plan);
  plan->choices.scan.patient.id = "STRANGER";
  plan->choices.structureEvidence.clear();
  ASSERT_TRUE(io::report::writePlan(*plan, file));
}

QJsonObject firstNeedle(const QJsonObject& plan) {
  return plan["needles"].toArray()[0].toObject();
}

QStringList codesOf(const QJsonObject& plan) {
  QStringList codes;
  for (const auto& finding : plan["findings"].toArray()) codes += finding.toObject()["code"].toString();
  return codes;
}

}  // namespace

TEST(Export, writesEveryNumberOfShowAsCsv) {
  const TemporaryFolder folder;
  const auto run = needleplan({"export", planFile(), "--csv", folder / "plan.csv", "--json"});
  EXPECT_EQ(json(run)["written"].toArray().size(), 1) << run.err;
  const auto shown = json(needleplan({"show", planFile(), "--json"}));
  const auto rows = csvRows(QString::fromUtf8(bytes(folder / "plan.csv")));
  const auto column = [&](const QString& name) {
    const auto found = std::find(rows[0].begin(), rows[0].end(), name);
    EXPECT_NE(found, rows[0].end()) << name.toStdString();
    return static_cast<std::size_t>(found - rows[0].begin());
  };
  std::size_t line = 1, compared = 0;
  for (const auto& needle : shown["needles"].toArray()) {
    QJsonArray clearances = needle.toObject()["clearances"].toArray();
    if (clearances.isEmpty()) clearances.append(QJsonObject());
    for (const auto& clearance : clearances) {
      ASSERT_LT(line, rows.size());
      ASSERT_EQ(rows[line].size(), rows[0].size());
      std::map<QString, double> numbers;
      numbersOf(needle, "needle", numbers);
      numbersOf(clearance, "clearance", numbers);
      for (const auto& [name, value] : numbers) {
        EXPECT_EQ(rows[line].at(column(name)).toDouble(), value) << name.toStdString() << " in line " << line;
        ++compared;
      }
      const QString& verdict = rows[line].at(column("clearance.verdict"));
      EXPECT_EQ(verdict, clearance.toObject()["verdict"].toString());
      ++line;
    }
  }
  EXPECT_EQ(line, rows.size());
  EXPECT_GT(compared, 100u);
  EXPECT_EQ(column("clearance.error_bound_mm"), column("clearance.distance_mm") + 1);
}

TEST(Export, writesMarkupsThatReadAsThePlan) {
  const TemporaryFolder folder;
  EXPECT_EQ(needleplan({"export", planFile(), "--markups", folder / "p.mrk.json"}).exitCode, 0);
  const auto shown = json(needleplan({"show", planFile(), "--json"}))["needles"].toArray();
  const auto markups = QJsonDocument::fromJson(bytes(folder / "p.mrk.json")).object()["markups"].toArray();
  ASSERT_EQ(markups.size(), 2);  // a line, and its points
  for (const auto& value : markups) {
    const auto markup = value.toObject();
    EXPECT_EQ(markup["coordinateSystem"], "LPS");
    EXPECT_EQ(markup["coordinateUnits"], "mm");
    const QString label = markup["name"].toString();
    for (const auto& needle : shown)
      if (label.startsWith(needle.toObject()["label"].toString())) {
        const auto points = markup["controlPoints"].toArray();
        ASSERT_EQ(points.size(), 2);
        EXPECT_EQ(points[0].toObject()["label"], "entry");
        EXPECT_EQ(points[0].toObject()["position"], needle.toObject()["entry_mm"]);
        EXPECT_EQ(points[1].toObject()["position"], needle.toObject()["target_mm"]);
      }
  }
}

TEST(Export, asksForWhatItNeeds) {
  const TemporaryFolder folder;
  EXPECT_EQ(needleplan({"export", planFile()}).exitCode, 2);
  EXPECT_EQ(needleplan({"export", planFile(), "--surfaces", folder / "a.obj"}).exitCode, 2);
  EXPECT_EQ(needleplan({"export", folder / "absent.dcm", "--csv", folder / "a.csv"}).exitCode, 1);
  writeStrangersPlan(folder / "stranger.dcm");
  const auto other = needleplan({"export", folder / "stranger.dcm", "--surfaces", folder / "a.obj", "--csv",
                                 folder / "a.csv", "--scan", support::smallCase().ct.string()});
  EXPECT_EQ(other.exitCode, 1);  // another patient's scan
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"stranger.dcm"})) << "all or nothing";
}

TEST(Export, ofSurfacesIsWhatThePlanWasMeasuredAgainst) {
  const TemporaryFolder folder;
  const auto& made = support::smallCase();
  std::ofstream(folder / "l.mrk.json") << slicerFile("LPS", answer().entry, answer().target, 1);
  const auto plan = json(needleplan({"plan", made.ct, "--structures", made.seg, "--route", answer().routeId,
                                     "--needle-from", folder / "l.mrk.json", "--out", folder / "p.dcm", "--json"}));
  const Arguments bare{"export", folder / "p.dcm", "--surfaces", folder / "p.obj", "--scan", made.ct};
  EXPECT_EQ(needleplan(bare).exitCode, 1) << "structures of the plan are missing";
  Arguments whole = bare;
  whole.insert(whole.end(), {"--structures", made.seg});
  const auto run = needleplan(whole);
  ASSERT_EQ(run.exitCode, 0) << run.err;
  const QByteArray obj = bytes(folder / "p.obj");
  EXPECT_TRUE(obj.startsWith("# SPACE=LPS\n"));
  EXPECT_TRUE(obj.contains("\no Needle_1\n"));
  int measured = 0;
  for (const auto& row : firstNeedle(plan)["clearances"].toArray()) {
    if (!row.toObject()["source"].toString().startsWith("SEG")) continue;
    QByteArray name = row.toObject()["structure"].toString().toUtf8();
    for (char& c : name)
      if (!std::isalnum(static_cast<unsigned char>(c)) && c != '.' && c != '-') c = '_';
    EXPECT_TRUE(obj.contains("\no " + name + "\n")) << name.toStdString();
    ++measured;
  }
  EXPECT_GT(measured, 3);
}

TEST(Export, isMeasuredByVtkAsByUs) {
  if (!support::isThere(support::kVtk)) GTEST_SKIP();
  const TemporaryFolder folder;
  const auto& made = support::smallCase();
  const std::string obj = folder / "p.obj", stl = folder / "p.stl", csv = folder / "p.csv", mrk = folder / "p.mrk.json";
  const auto expectWritten = [&](const Arguments& files) {
    Arguments all{"export", planFile(), "--scan", made.ct, "--structures", made.seg};
    all.insert(all.end(), files.begin(), files.end());
    const auto run = needleplan(all);
    EXPECT_EQ(run.exitCode, 0) << run.err;
  };
  expectWritten({"--surfaces", obj, "--csv", csv, "--markups", mrk});
  expectWritten({"--surfaces", stl});
  std::ofstream(folder / "show.json") << needleplan({"show", planFile(), "--json"}).out;
  const auto compared = support::runProgram(
      "/usr/bin/python3",
      {NEEDLEPLAN_SOURCE_DIR "/tests/app/commands/surface_check.py", obj, stl, csv, mrk, folder / "show.json"});
  EXPECT_EQ(compared.exitCode, 0) << compared.out << compared.err;
  std::cout << compared.out;
}

TEST(NeedleFrom, takesALineOfSlicerToTheSamePlaceFromEitherFrame) {
  const TemporaryFolder folder;
  const auto& made = support::smallCase();
  const auto planned = [&](const char* system, int sign, const Arguments& more) {
    std::ofstream(folder / "l.mrk.json") << slicerFile(system, answer().entry, answer().target, sign);
    Arguments all{"plan", made.ct, "--needle-from", folder / "l.mrk.json", "--out", folder / "p.dcm", "--json"};
    all.insert(all.end(), more.begin(), more.end());
    const auto plan = json(needleplan(all));
    EXPECT_EQ(json(needleplan({"show", folder / "p.dcm", "--json"})), plan);
    return plan;
  };
  const auto lps = planned("LPS", 1, {}), ras = planned("RAS", -1, {});
  for (const auto& plan : {lps, ras}) {
    const auto needle = firstNeedle(plan);
    for (int i = 0; i < 3; ++i) {
      EXPECT_NEAR(needle["entry_mm"].toArray()[i].toDouble(), answer().entry[static_cast<unsigned>(i)], 6e-4);
      EXPECT_NEAR(needle["target_mm"].toArray()[i].toDouble(), answer().target[static_cast<unsigned>(i)], 6e-4);
    }
    EXPECT_EQ(needle["imported"].toObject()["source"], "Slicer markups l.mrk.json");
    EXPECT_TRUE(needle["imported"].toObject()["seen_by"].isNull());
    EXPECT_TRUE(codesOf(plan).contains("imported-not-seen"));
    EXPECT_FALSE(plan["ready"].toBool());
  }
  EXPECT_EQ(lps["needles"], ras["needles"]);
  const auto seen = planned("RAS", -1, {"--needle-seen-by", "Doe^Jane"});
  EXPECT_FALSE(codesOf(seen).contains("imported-not-seen"));
  EXPECT_TRUE(codesOf(seen).contains("imported-seen"));
  EXPECT_EQ(firstNeedle(seen)["imported"].toObject()["seen_by"], "Doe^Jane");
  EXPECT_EQ(firstNeedle(seen)["imported"].toObject()["seen_at"].toString().size(), 10);
  const auto verified = needleplan({"verify", folder / "p.dcm", made.ct, "--json"});
  EXPECT_TRUE(json(verified)["agrees"].toBool()) << verified.out;
}

TEST(NeedleFrom, isRefusedInOneLineThatNamesFileAndKey) {
  const TemporaryFolder folder;
  const auto refusal = [&](const std::string& text, const Arguments& more = {}) {
    std::ofstream(folder / "l.mrk.json") << text;
    Arguments all{"plan", support::smallCase().ct, "--needle-from", folder / "l.mrk.json", "--out", folder / "p.dcm"};
    all.insert(all.end(), more.begin(), more.end());
    const auto run = needleplan(all);
    EXPECT_EQ(run.exitCode, 1) << text;
    EXPECT_FALSE(std::filesystem::exists(folder / "p.dcm"));
    return QString::fromStdString(run.err);
  };
  const auto stated = QString::fromStdString(slicerFile("LPS", answer().entry, answer().target, 1));
  auto unstated = stated;
  unstated.remove("\"coordinateSystem\": \"LPS\",");
  const QString err = refusal(unstated.toStdString());
  EXPECT_TRUE(err.contains("l.mrk.json markups[0].coordinateSystem")) << err.toStdString();
  EXPECT_TRUE(refusal(QString(stated)
                          .replace("\"Line\"", "\"Fiducial\"")
                          .section("{\"id\": \"2\"", 0, 0)
                          .chopped(6)
                          .append("]}]}")
                          .toStdString())
                  .contains("--entry"));  // a target alone
  EXPECT_EQ(needleplan({"plan", support::smallCase().ct, "--out", folder / "p.dcm"}).exitCode, 2);
}

TEST(NeedleFrom, takesAPlanOfTheSamePatientAndFrameAlone) {
  const TemporaryFolder folder;
  const auto from = [&](const std::string& file) {
    return needleplan({"plan", support::smallCase().ct, "--needle-from", file, "--out", folder / "p.dcm", "--json"});
  };
  EXPECT_TRUE(firstNeedle(json(from(planFile())))["imported"].toObject()["source"].toString().startsWith("SR "));
  writeStrangersPlan(folder / "stranger.dcm");
  const auto run = from(folder / "stranger.dcm");
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_NE(run.err.find("STRANGER"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find(support::smallCase().scan.patient.id), std::string::npos) << run.err;
}
