#include "app/archive/index.h"

#include <gtest/gtest.h>

#include <QFileInfo>
#include <QSqlDatabase>

#include <chrono>
#include <fstream>

#include "app/archive/index_rows.h"
#include "io/report/control_report.h"
#include "io/report/plan_report.h"
#include "tests/support/sample_archive.h"
#include "tests/support/temporary_folder.h"

namespace app::archive {
namespace {

namespace fs = std::filesystem;
using planning::needle::Verdict;

/// A folder of reports and an index beside it.
class Archive {
 public:
  Archive() { fs::create_directories(folder()); }
  fs::path folder() const { return outer_ / "reports"; }
  QString indexFile() const { return QString::fromStdString((outer_ / "index" / "a.sqlite").string()); }
  Index& index() {
    if (!index_) {
      auto opened = Index::open(indexFile());
      EXPECT_TRUE(opened) << opened.error().detail;
      index_ = std::move(*opened);
    }
    return *index_;
  }
  void close() { index_.reset(); }
  Followed follow() {
    planning::Progress progress;
    const auto followed = index().follow(folder(), progress);
    EXPECT_TRUE(followed) << followed.error().code << " " << followed.error().detail;
    return followed.value_or(Followed{});
  }
  planning::Plan save(planning::Plan plan, const std::string& name) {
    const auto written = io::report::writePlan(plan, folder() / name);
    EXPECT_TRUE(written) << written.error().code;
    return *written;
  }
  std::vector<Record> search(const Query& query = {}) { return index().search(query).value(); }

 private:
  support::TemporaryFolder outer_;
  std::unique_ptr<Index> index_;
};

planning::Plan plan(const std::string& id = "P1", const std::string& name = "Lefèvre^Zoé") {
  return support::archivePlan(id, name, "lumbar-foraminal", "L4-L5", "Dupré^Éloïse");
}

std::vector<std::string> namesOf(const std::vector<Record>& records) {
  std::vector<std::string> names;
  for (const auto& record : records) names.push_back(record.file.filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class Stopping : public planning::Progress {
 public:
  explicit Stopping(int after) : after_(after) {}
  void advance(double) override { --after_; }
  bool stopRequested() const override { return after_ <= 0; }

 private:
  int after_;
};

}  // namespace

TEST(ArchiveIndex, knowsWhatItsFilesSay) {
  Archive archive;
  const auto saved = archive.save(plan(), "a.dcm");
  EXPECT_EQ(archive.follow().read, 1u);
  const auto records = archive.search();
  ASSERT_EQ(records.size(), 1u);
  const Record& record = records[0];
  EXPECT_EQ(record.kind, Kind::Plan);
  EXPECT_EQ(record.uid, saved.report.sopInstanceUid);
  EXPECT_EQ(record.patient, saved.choices.scan.patient);
  EXPECT_EQ(record.scanSeriesUid, saved.choices.scan.seriesUid);
  EXPECT_EQ(record.routeId, "lumbar-foraminal");
  EXPECT_EQ(record.level, "L4-L5");
  EXPECT_EQ(record.side, "left");
  EXPECT_EQ(record.operatorName, "Dupré^Éloïse");
  EXPECT_EQ(record.verdict, Verdict::Near);
  EXPECT_EQ(record.saved.size(), 14u);
  EXPECT_FALSE(record.superseded);
}

TEST(ArchiveIndex, knowsTheSiteOfEachNeedle) {
  Archive archive;
  auto session = plan();
  session.add(session.needle(0));
  auto& second = session.choices.needles[1];
  second.label = "Needle 2";
  second.trackingUid = "2.25.42";
  second.routeId = "lumbar-facet";
  second.level = "L5-S1";
  second.side = planning::anatomy::Side::Right;
  session = archive.save(session, "a.dcm");
  auto control = support::controlOf(session, planning::makeVector(1, 0, 0), "0301");
  control.actual.add(session.needle(1));
  control.needles.push_back(control.needles.front());
  control.needles.back().plannedTrackingUid = "2.25.42";
  ASSERT_TRUE(io::report::writeControl(control, archive.folder() / "c.dcm"));
  archive.follow();
  Query plans;
  plans.kind = Kind::Plan;
  for (const char* route : {"lumbar-foraminal", "lumbar-facet"}) {
    plans.routeId = route;
    const auto records = archive.search(plans);
    ASSERT_EQ(records.size(), 1U) << route;
    EXPECT_EQ(records[0].routeId, "lumbar-foraminal, lumbar-facet");
    EXPECT_EQ(records[0].level, "L4-L5, L5-S1");
    EXPECT_EQ(records[0].side, "left, right");
    Query one;
    one.routeId = route;
    const auto needles = archive.index().needles(one).value();
    ASSERT_EQ(needles.size(), 1U) << "the audit's, of that route alone";
    EXPECT_EQ(needles[0].routeId, route);
    EXPECT_EQ(needles[0].level, route == std::string("lumbar-facet") ? "L5-S1" : "L4-L5");
  }
  plans.routeId = "lumbar";
  EXPECT_TRUE(archive.search(plans).empty()) << "an id is found whole";
}

TEST(ArchiveIndex, findsByEachField) {
  Archive archive;
  archive.save(plan(), "a.dcm");
  auto other = support::archivePlan("Q-77", "Müller^Jörg", "c1-c2", "C1-C2", "Martin^Paul");
  other.assessment.verdict = Verdict::Breach;
  archive.save(other, "b.dcm");
  archive.follow();
  const auto found = [&](const std::function<void(Query&)>& ask) {
    Query query;
    ask(query);
    return namesOf(archive.search(query));
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(found([](Query&) {}), (Names{"a.dcm", "b.dcm"}));
  EXPECT_EQ(found([](Query& q) { q.patient = "lefevre"; }), Names{"a.dcm"});
  EXPECT_EQ(found([](Query& q) { q.patient = "zoé LEF"; }), Names{"a.dcm"});
  EXPECT_EQ(found([](Query& q) { q.patient = "q-77"; }), Names{"b.dcm"});
  EXPECT_EQ(found([](Query& q) { q.patient = "%' OR 1=1 --"; }), Names{});
  EXPECT_EQ(found([](Query& q) { q.routeId = "c1-c2"; }), Names{"b.dcm"});
  EXPECT_EQ(found([](Query& q) { q.level = "l4"; }), Names{"a.dcm"});
  EXPECT_EQ(found([](Query& q) { q.level = "L5"; }), Names{"a.dcm"});
  EXPECT_EQ(found([](Query& q) { q.operatorName = "eloise"; }), Names{"a.dcm"});
  EXPECT_EQ(found([](Query& q) { q.verdict = Verdict::Breach; }), Names{"b.dcm"});
  EXPECT_EQ(found([](Query& q) { q.kind = Kind::Control; }), Names{});
  EXPECT_EQ(found([](Query& q) { q.from = "20200101"; }), (Names{"a.dcm", "b.dcm"}));
  EXPECT_EQ(found([](Query& q) { q.to = "20200101"; }), Names{});
}

TEST(ArchiveIndex, listsWhatItCannotReadWithTheReason) {
  Archive archive;
  archive.save(plan(), "a.dcm");
  std::ofstream(archive.folder() / "notes.txt") << "no report";
  fs::copy_file(archive.folder() / "a.dcm", archive.folder() / "cut.dcm");
  fs::resize_file(archive.folder() / "cut.dcm", 3000);
  fs::create_symlink("/etc/hostname", archive.folder() / "link.dcm");
  EXPECT_EQ(archive.follow().refused, 3u);
  Query refused;
  refused.kind = Kind::Refused;
  const auto records = archive.search(refused);
  EXPECT_EQ(namesOf(records), (std::vector<std::string>{"cut.dcm", "link.dcm", "notes.txt"}));
  for (const auto& record : records) EXPECT_FALSE(record.refusal.code.empty()) << record.file;
  const auto all = archive.search();
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[0].kind, Kind::Plan);  // those that cannot be read come last
  EXPECT_EQ(archive.index().refusedCount(), 3u);
}

TEST(ArchiveIndex, readsOnlyWhatChanged) {
  Archive archive;
  archive.save(plan("P1"), "a.dcm");
  archive.save(plan("P2"), "b.dcm");
  EXPECT_EQ(archive.follow().read, 2u);
  EXPECT_EQ(archive.follow().read, 0u);
  archive.save(plan("P3"), "c.dcm");
  fs::remove(archive.folder() / "a.dcm");
  fs::rename(archive.folder() / "b.dcm", archive.folder() / "moved.dcm");
  const auto followed = archive.follow();
  EXPECT_EQ(followed.read, 2u);
  EXPECT_EQ(followed.gone, 2u);
  EXPECT_EQ(namesOf(archive.search()), (std::vector<std::string>{"c.dcm", "moved.dcm"}));
}

TEST(ArchiveIndex, seesAFileThatKeptItsSize) {
  Archive archive;
  archive.save(plan("P1"), "a.dcm");
  archive.follow();
  const auto before = fs::file_size(archive.folder() / "a.dcm");
  for (int tries = 0; tries < 200; ++tries) {  // its UIDs are as long as chance has them
    fs::remove(archive.folder() / "a.dcm");
    archive.save(plan("P2"), "a.dcm");
    if (fs::file_size(archive.folder() / "a.dcm") == before) break;
  }
  if (fs::file_size(archive.folder() / "a.dcm") != before)
    GTEST_SKIP() << "in 200 tries no second report was as large as the first: NOT tested this time";
  archive.follow();
  EXPECT_EQ(archive.search().at(0).patient.id, "P2");
}

TEST(ArchiveIndex, isMadeAgainFromTheFiles) {
  Archive archive;
  archive.save(plan("P1"), "a.dcm");
  archive.follow();
  archive.close();
  std::ofstream(archive.indexFile().toStdString(), std::ios::trunc) << "this is no database, and rather long at that";
  EXPECT_EQ(archive.follow().read, 1u);
  EXPECT_EQ(archive.search().size(), 1u);
  ASSERT_TRUE(archive.index().forget());
  EXPECT_TRUE(archive.search().empty());
  EXPECT_EQ(archive.follow().read, 1u);
}

TEST(ArchiveIndex, keepsWhatItReadBeforeItWasStopped) {
  Archive archive;
  for (int i = 0; i < 4; ++i) archive.save(plan("P" + std::to_string(i)), std::to_string(i) + ".dcm");
  Stopping progress(2);
  EXPECT_EQ(archive.index().follow(archive.folder(), progress).error().code, "cancelled");
  EXPECT_EQ(archive.search().size(), 2u);
  EXPECT_EQ(archive.follow().read, 2u);
}

TEST(ArchiveIndex, writesNothingToTheFolderAndIsItsOwnersAlone) {
  Archive archive;
  archive.save(plan(), "a.dcm");
  archive.follow();
  EXPECT_EQ(std::distance(fs::directory_iterator(archive.folder()), fs::directory_iterator()), 1);
  const auto others = fs::perms::group_all | fs::perms::others_all;
  EXPECT_EQ(fs::status(archive.indexFile().toStdString()).permissions() & others, fs::perms::none);
  EXPECT_EQ(fs::status(fs::path(archive.indexFile().toStdString()).parent_path()).permissions() & others,
            fs::perms::none);
}

TEST(ArchiveIndex, hidesEarlierVersionsUnlessAsked) {
  Archive archive;
  const auto first = archive.save(plan(), "1.dcm");
  auto changed = first;
  changed.choices.level = "L5";
  const auto second = archive.save(changed, "2.dcm");
  changed = second;
  changed.report.complete = true;
  archive.save(changed, "3.dcm");
  archive.save(plan("P2"), "other.dcm");
  archive.follow();
  EXPECT_EQ(namesOf(archive.search()), (std::vector<std::string>{"3.dcm", "other.dcm"}));
  Query all;
  all.latestOnly = false;
  EXPECT_EQ(archive.search(all).size(), 4u);
  for (const auto& record : archive.search(all)) {
    if (record.file.filename() == "other.dcm") continue;
    EXPECT_EQ(record.superseded, record.file.filename() != "3.dcm");
    const auto versions = archive.index().versionsOf(record).value();
    EXPECT_EQ(namesOf(versions), (std::vector<std::string>{"1.dcm", "2.dcm", "3.dcm"}));
  }
}

TEST(ArchiveIndex, givesTheNeedlesOfControlsAsTheirFilesDo) {
  Archive archive;
  support::writeSampleArchive(archive.folder(), 4);
  archive.follow();
  const auto needles = archive.index().needles({}).value();
  EXPECT_EQ(needles.size(), 9u);  // 4, three of 900, one of 901, a copy
  Query query;
  query.routeId = "c1-c2";
  query.patient = "PAT-2";
  const auto one = archive.index().needles(query).value();
  ASSERT_EQ(one.size(), 1u);
  const auto read = readRecord(archive.folder() / "control-2.dcm").needles.at(0);
  EXPECT_EQ(one[0].values[0], read.values[0]);
  EXPECT_EQ(one[0].values[4], read.values[4]);
  EXPECT_EQ(one[0].values[5], read.values[5]);
  EXPECT_EQ(one[0].gauge, read.gauge);
  EXPECT_EQ(one[0].verdict, read.verdict);
  EXPECT_EQ(one[0].scanned, read.scanned);
  EXPECT_EQ(one[0].operatorName, "Ålund^Eva");
  EXPECT_TRUE(one[0].value(planning::review::Measure::Minutes));  // its plan was saved just before
}

TEST(ArchiveIndex, remembersWhereAScanLies) {
  Archive archive;
  EXPECT_EQ(archive.index().scanFolder("1.2").value(), "");
  ASSERT_TRUE(archive.index().rememberScan("1.2", "/data/one"));
  ASSERT_TRUE(archive.index().rememberScan("1.2", "/data/two"));
  ASSERT_TRUE(archive.index().forget());
  EXPECT_EQ(archive.index().scanFolder("1.2").value(), "/data/two");
}

}  // namespace app::archive
