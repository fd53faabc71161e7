#include <QFile>
#include <QTemporaryDir>

#include "app/case/case.h"
#include "planning/plan/imported.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

namespace {

using app::Case;
using tests::eventually;
using tests::kEntry;
using tests::kTarget;

/// Markups as Slicer writes them, in RAS: the signs of x and y are those of LPS turned.
void writeLine(const QString& file, const char* system = "RAS") {
  QFile line(file);
  ASSERT_TRUE(line.open(QIODevice::WriteOnly));
  line.write(
      QString(R"({"@schema": "markups-schema-v1.0.3.json#", "markups": [{"type": "Line", "coordinateSystem": "%1",
        "coordinateUnits": "mm", "controlPoints": [{"label": "L-1", "position": [-3, -40, -70]},
                                                   {"label": "L-2", "position": [-3, -2, -70]}]}]})")
          .arg(system)
          .toUtf8());
}

bool tells(const Case& opened, const std::string& code) {
  for (const auto& finding : opened.shownScan().plan().assessment.findings)
    if (finding.code == code) return true;
  return false;
}

TEST(CaseExchange, takesALineOfSlicerUnverifiedAndGivesItBackByUndo) {
  const QTemporaryDir folder;
  Case opened;
  tests::openSmallSeries(opened, tests::smallSeries());
  writeLine(folder.filePath("l.mrk.json"));
  opened.files().openNeedle(folder.filePath("l.mrk.json"));
  const auto needle = [&]() -> const planning::NeedleChoice& {
    return opened.shownScan().plan().choices.needles.at(0);
  };
  ASSERT_TRUE(eventually([&] { return needle().target.has_value(); }));
  EXPECT_EQ(*needle().entry, kEntry);
  EXPECT_EQ(*needle().target, kTarget);
  EXPECT_TRUE(tells(opened, "imported-not-seen"));
  opened.document().setImportedSeen("Roe^Ann", "2026-05-20");
  EXPECT_FALSE(tells(opened, "imported-not-seen"));
  EXPECT_TRUE(tells(opened, "imported-seen"));
  opened.document().undoStack().undo();
  EXPECT_TRUE(tells(opened, "imported-not-seen"));
  opened.document().setImportedSeen("Roe^Ann", "2026-05-20");
  opened.document().setImportedSeen({}, {});
  EXPECT_TRUE(tells(opened, "imported-not-seen"));
  while (opened.document().undoStack().canUndo()) opened.document().undoStack().undo();
  EXPECT_FALSE(needle().target || needle().entry || needle().imported);
}

TEST(CaseExchange, refusesWhatDoesNotSayItsFrame) {
  const QTemporaryDir folder;
  Case opened;
  QSignalSpy refused(&opened.reporter(), &app::Reporter::refused);
  writeLine(folder.filePath("l.mrk.json"), "scanner");
  opened.files().openNeedle(folder.filePath("l.mrk.json"));
  EXPECT_EQ(refused.count(), 1) << "no scan is open";
  tests::openSmallSeries(opened, tests::smallSeries());
  opened.files().openNeedle(folder.filePath("l.mrk.json"));
  ASSERT_TRUE(eventually([&] { return refused.count() == 2; }));
  EXPECT_FALSE(opened.shownScan().plan().choices.needles.at(0).target);
}

TEST(CaseExchange, writesThePlanByTheEndingOfTheFile) {
  const QTemporaryDir folder;
  Case opened;
  tests::openSmallSeries(opened, tests::smallSeries());
  QSignalSpy refused(&opened.reporter(), &app::Reporter::refused);
  EXPECT_FALSE(opened.files().exportPlan(folder.filePath("p.mrk.json"))) << "nothing is placed yet";
  opened.document().setTarget(kTarget);
  opened.document().setEntry(kEntry);
  opened.document().setNeedle({22, 90, 0.718});
  for (const char* name : {"p.mrk.json", "p.obj", "p.stl", "p.csv"}) {
    EXPECT_TRUE(opened.files().exportPlan(folder.filePath(name))) << name;
    EXPECT_GT(QFile(folder.filePath(name)).size(), 100) << name;
  }
  EXPECT_FALSE(opened.files().exportPlan(folder.filePath("p.ply")));
  EXPECT_EQ(refused.count(), 2);
}

}  // namespace
