#include <gtest/gtest.h>

#include "io/reading/fluoroscopy_reader.h"
#include "io/reading/reading.h"
#include "planning/fluoroscopy/marked_views.h"
#include "planning/fluoroscopy/projection.h"
#include "tests/adversary/kinds.h"
#include "tests/support/odd_ct.h"
#include "tests/support/temporary_folder.h"

// Runs whose angles contradict what else their file says: no place in the patient follows from them. The same run with
// angles that agree gives the place within what rounding does to it.
namespace adversary {
namespace {

using planning::fluoroscopy::FluoroscopyPlan;
using planning::fluoroscopy::MarkedView;

constexpr int kFrames = 4;

struct MadeRun {
  std::string motion;
  std::vector<double> increments;
};

MadeRun agreeing(Random& random) {
  MadeRun run{oneOf(random, 2) == 0 ? "DYNAMIC" : "", {0}};
  for (int n = 1; n < kFrames; ++n) run.increments.push_back(run.increments.back() + between(random, 10, 50));
  return run;
}

MarkedView viewOf(const std::filesystem::path& file, int frame) {
  const auto view = io::readView(file);
  if (!view) throw std::runtime_error(view.error().code);
  MarkedView marked;
  marked.view = *view;
  marked.frame = frame;
  return marked;
}

/// Where the place lies in the picture, by angles and distances that are known here (tests/support/odd_ct.h).
planning::fluoroscopy::ImagePoint seenAt(double primaryDeg, const planning::Point& place) {
  planning::fluoroscopy::CArmGeometry geometry;
  geometry.primary = planning::Angle::degrees(primaryDeg);
  geometry.sourceToDetectorMm = 1000, geometry.sourceToIsocentreMm = 700;
  geometry.columnSpacingMm = geometry.rowSpacingMm = 1.36;
  geometry.columns = geometry.rows = 128;
  return planning::fluoroscopy::Projection(geometry).project(place).value();
}

FluoroscopyPlan planOf(const MadeRun& run, int frame, const planning::Point& place) {
  const support::TemporaryFolder folder;
  std::string increments;
  for (const double one : run.increments) increments += (increments.empty() ? "" : "\\") + std::to_string(one);
  support::writeRotation(folder / "run.dcm", run.motion, increments);
  support::writeRao30(folder / "rao.dcm");
  FluoroscopyPlan plan{{viewOf(folder / "rao.dcm", 0), viewOf(folder / "run.dcm", frame)}, true, {}, {}, {}};
  plan.views[0].target = seenAt(-30, place);
  plan.views[1].target = seenAt(run.increments[static_cast<std::size_t>(frame)], place);
  locate(plan);
  return plan;
}

void expectNoPlace(const char* kind, MadeRun run, int frame, const planning::Point& place, Tally& tally) {
  const auto plan = planOf(run, frame, place);
  const bool told = plan.refusal && plan.refusal->code == "geometry-missing";
  tally.count(kind, "geometry-missing", !plan.target && told);
  EXPECT_FALSE(plan.target) << kind;
  EXPECT_TRUE(told) << kind << ": " << (plan.refusal ? plan.refusal->code : "no refusal");
}

}  // namespace

TEST(WrongAngles, giveNoPlace) {
  io::readInThisProcess();
  Tally tally;
  for (const unsigned seed : seeds(20)) {
    SCOPED_TRACE("repeat with NEEDLEPLAN_ADVERSARY_SEED=" + std::to_string(seed));
    Random random(seed);
    const MadeRun honest = agreeing(random);
    const int frame = 1 + static_cast<int>(oneOf(random, kFrames - 1));
    const auto place =
        planning::makePoint(between(random, -20, 20), between(random, -20, 20), between(random, -20, 20));
    const auto plan = planOf(honest, frame, place);
    tally.countHonest(plan.target.has_value());
    ASSERT_TRUE(plan.target) << (plan.refusal ? plan.refusal->code : "no refusal");
    EXPECT_LT((plan.target->place - place).GetNorm(), 0.05);
    MadeRun still = honest, late = honest, far = honest;
    still.motion = "STATIC";
    for (double& one : late.increments) one += 7;
    far.increments.back() = between(random, 181, 300);
    expectNoPlace("a run that moves and says it stands still", still, frame, place, tally);
    expectNoPlace("a first frame that is not at its own angle", late, frame, place, tally);
    expectNoPlace("farther round than an arm goes", far, frame, place, tally);
  }
  io::readInChildren();
  tally.print("angles");
}

}  // namespace adversary
