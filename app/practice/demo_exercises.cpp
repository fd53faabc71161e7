#include "app/practice/demo_exercises.h"

#include <algorithm>
#include <optional>

#include "app/commands/demo.h"
#include "app/plan_json.h"
#include "io/ct_writer.h"
#include "io/practice/exercise_maker.h"
#include "io/report/plan_report.h"
#include "io/uid.h"
#include "planning/anatomy/skin.h"
#include "planning/procedure/roles.h"
#include "planning/proposal.h"

namespace app::practice {
namespace {

namespace fs = std::filesystem;
using planning::Expected;
using planning::Plan;
using planning::needle::Verdict;

/// The case on disk while exercises are made of it. Made up: it tells of nobody.
class WorkFolder {
 public:
  explicit WorkFolder(const fs::path& beside) : folder_(beside / (".making-" + io::newUid().substr(5, 12))) {
    std::error_code ignored;
    fs::create_directories(folder_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  ~WorkFolder() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  fs::path operator/(const std::string& name) const { return folder_ / name; }

 private:
  fs::path folder_;
};

/// The demo case, ready to plan in.
struct DemoCase {
  explicit DemoCase(const testdata::PhantomOptions& options) : phantom(testdata::makeLumbarPhantom(options)) {
    planning::Progress quiet;
    if (auto found = planning::anatomy::findSkin(phantom.volume, quiet)) skin = std::move(*found);
    for (const auto& made : phantom.structures)
      if (made.structure.kind != planning::anatomy::Kind::Skin)
        structures.push_back(planning::anatomy::measure(made.structure));
  }
  planning::Scene sceneFor(const Plan& plan) const {
    planning::Scene scene{&phantom.volume, skin ? &*skin : nullptr, structures, {}, false};
    planning::procedure::assignRoles(scene.structures, plan.routeId, plan.needles.front().target);
    return scene;
  }

  testdata::LumbarPhantom phantom;
  std::optional<planning::anatomy::Skin> skin;
  std::vector<planning::anatomy::MeasuredStructure> structures;
};

bool keepsMargins(const Plan& plan) {
  return plan.verdict == Verdict::Clear || plan.verdict == Verdict::Near;
}

Plan planOf(const testdata::PhantomAnswer& answer, const DemoCase& demo) {
  Plan plan;
  plan.scan = demo.phantom.volume.identity;
  plan.routeId = answer.routeId;
  plan.level = answer.level;
  plan.side = planning::anatomy::sideFromWord(answer.side);
  plan.guidance = "CT";
  auto& needle = plan.needles.emplace_back();
  needle.label = "Needle 1";
  needle.trackingUid = io::newUid();
  needle.target = answer.target;
  needle.entry = answer.entry;
  needle.needle = planning::needle::parseNeedle(answer.needle).value();
  return planning::assess(std::move(plan), demo.sceneFor(plan));
}

/// The same with the program's own best way in; absent when there is none.
std::optional<Plan> proposedInstead(Plan plan, const DemoCase& demo, planning::Progress& progress) {
  const auto scene = demo.sceneFor(plan);
  const auto proposals = planning::proposeEntries(plan, 0, scene, 1, progress);
  if (!proposals) return std::nullopt;
  plan.needles.front().entry = proposals->front().needle.entry;
  plan = planning::assess(std::move(plan), scene);
  return keepsMargins(plan) ? std::optional(std::move(plan)) : std::nullopt;
}

Expected<std::vector<io::practice::ExerciseWish>> writePlans(const DemoCase& demo, const WorkFolder& work,
                                                             const fs::path& folder,
                                                             const planning::SeriesIdentity& evidence,
                                                             planning::Progress& progress) {
  std::vector<io::practice::ExerciseWish> wishes;
  for (const auto& answer : demo.phantom.answers) {
    if (!answer.crosses.empty()) continue;
    if (progress.stopRequested()) return planning::refuse("cancelled");
    Plan plan = planOf(answer, demo);
    planning::Progress quiet;
    const bool sound = keepsMargins(plan);
    const auto expert = sound ? std::optional(std::move(plan)) : proposedInstead(std::move(plan), demo, quiet);
    if (!expert) continue;
    Plan cited = withEnglishFindings(*expert);
    cited.structureEvidence = {evidence};
    const fs::path file = work / (answer.routeId + ".dcm");
    if (const auto written = io::report::writePlan(cited, file); !written) return tl::unexpected(written.error());
    io::practice::ExerciseWish wish;
    wish.folder = folder / answer.routeId;
    wish.plans = {file};
    wish.proposed = !sound;
    if (answer.routeId == "general")
      wish.task = {"the right psoas muscle at L3, beside the vertebra",
                   "le muscle psoas droit en L3, à côté de la vertèbre"};
    wishes.push_back(std::move(wish));
  }
  return wishes;
}

std::vector<fs::path> filesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

}  // namespace

Expected<std::vector<io::practice::ExerciseFolder>> makeDemoExercises(const fs::path& folder,
                                                                      const testdata::PhantomOptions& options,
                                                                      planning::Progress& progress) {
  const DemoCase demo(options);
  progress.advance(0.2);
  if (progress.stopRequested()) return planning::refuse("cancelled");
  const WorkFolder work(folder);
  if (const auto scan = io::writeCt(demo.phantom.volume, work / "ct"); !scan) return tl::unexpected(scan.error());
  const auto structures = commands::writeDemoStructures(demo.phantom, work / "structures.dcm");
  if (!structures) return tl::unexpected(structures.error());
  progress.advance(0.3);
  const auto wishes = writePlans(demo, work, folder, *structures, progress);
  if (!wishes) return tl::unexpected(wishes.error());
  planning::ProgressPart making(progress, 0.4, 1);
  return io::practice::makeExercises({filesIn(work / "ct"), {work / "structures.dcm"}}, *wishes, making);
}

}  // namespace app::practice
