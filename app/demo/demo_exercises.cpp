#include "app/demo/demo_exercises.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>

#include "app/demo/demo.h"
#include "app/json/plan_json.h"
#include "io/files/uid.h"
#include "io/practice/exercise_maker.h"
#include "io/report/plan_report.h"
#include "planning/anatomy/skin.h"
#include "planning/plan/assess.h"
#include "planning/plan/preparation.h"
#include "planning/search/proposal.h"
#include "testdata/lumbar_phantom.h"
#include "testdata/neck_phantom.h"

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

/// A demo case, ready to plan in.
struct DemoCase {
  explicit DemoCase(testdata::Phantom made) : phantom(std::move(made)) {
    planning::Progress quiet;
    // What is too thin for this grid can only be unknown: an exercise on it would have no answer.
    std::erase_if(phantom.structures, [](const auto& one) {
      return one.structure.kind != planning::anatomy::Kind::Skin &&
             planning::anatomy::measure(one.structure).errorBoundMm > planning::needle::kLargestUsableBoundMm;
    });
    if (auto found = planning::anatomy::findSkin(phantom.volume, quiet)) skin = std::move(*found);
    for (const auto& one : phantom.structures)
      if (one.structure.kind != planning::anatomy::Kind::Skin)
        structures.push_back(planning::anatomy::measure(one.structure));
  }
  planning::Scene sceneFor(planning::PlanChoices& choices) const {
    planning::Scene scene{&phantom.volume, skin ? &*skin : nullptr, structures, {}, false};
    const planning::Overruled needle{{}, {choices.needles.front().trackingUid}};
    planning::followRoute(choices, scene.structures, needle, planning::procedure::routesInUse());
    return scene;
  }

  /// Whether the patient lies as in the procedure.
  bool suits(const std::string& routeId) const {
    const auto* route = planning::procedure::routesInUse().find(routeId);
    return route->positions.empty() ||
           std::ranges::count(route->positions,
                              planning::procedure::bodyPosition(phantom.volume.identity.patientPosition)) > 0;
  }

  testdata::Phantom phantom;
  std::optional<planning::anatomy::Skin> skin;
  std::vector<planning::anatomy::MeasuredStructure> structures;
};

bool keepsMargins(const Plan& plan) {
  return plan.assessment.verdict == Verdict::Clear || plan.assessment.verdict == Verdict::Near;
}

Plan assessed(planning::PlanChoices choices, const planning::Scene& scene) {
  planning::Assessment assessment = planning::assess(choices, scene, planning::procedure::routesInUse());
  return {std::move(choices), std::move(assessment), {}};
}

Plan planOf(const testdata::PhantomAnswer& answer, const DemoCase& demo) {
  planning::PlanChoices choices;
  choices.scan = demo.phantom.volume.identity;
  choices.routeId = answer.routeId;
  choices.level = answer.level;
  choices.side = planning::anatomy::sideFromWord(answer.side);
  choices.guidance = "CT";
  auto& needle = choices.needles.emplace_back();
  needle.label = "Needle 1";
  needle.trackingUid = io::newUid();
  needle.target = answer.target;
  needle.entry = answer.entry;
  needle.needle = planning::needle::parseNeedle(answer.needle).value();
  const planning::Scene scene = demo.sceneFor(choices);
  return assessed(std::move(choices), scene);
}

/// The same with the program's own best way in; absent when there is none.
std::optional<Plan> proposedInstead(planning::PlanChoices choices, const DemoCase& demo, planning::Progress& progress) {
  const auto scene = demo.sceneFor(choices);
  const auto proposals = planning::proposeEntries(choices, 0, scene, planning::procedure::routesInUse(), 1, progress);
  if (!proposals) return std::nullopt;
  choices.needles.front().entry = proposals->front().needle.entry;
  Plan plan = assessed(std::move(choices), scene);
  return keepsMargins(plan) ? std::optional(std::move(plan)) : std::nullopt;
}

Expected<std::vector<io::practice::ExerciseWish>> writePlans(const DemoCase& demo, const WorkFolder& work,
                                                             const fs::path& folder,
                                                             const planning::SeriesIdentity& evidence,
                                                             planning::Progress& progress) {
  std::vector<io::practice::ExerciseWish> wishes;
  for (const auto& answer : demo.phantom.answers) {
    if (!answer.crosses.empty() || !demo.suits(answer.routeId)) continue;
    if (progress.stopRequested()) return planning::refuse("cancelled");
    Plan plan = planOf(answer, demo);
    planning::Progress quiet;
    const bool sound = keepsMargins(plan);
    const auto expert = sound ? std::optional(std::move(plan)) : proposedInstead(std::move(plan.choices), demo, quiet);
    if (!expert) continue;
    Plan cited = withEnglishFindings(*expert);
    cited.choices.structureEvidence = {evidence};
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

Expected<std::vector<io::practice::ExerciseFolder>> makeOf(const DemoCase& demo, const fs::path& folder,
                                                           planning::Progress& progress) {
  if (progress.stopRequested()) return planning::refuse("cancelled");
  const WorkFolder work(folder);
  const auto written = commands::writeDemoScan(demo.phantom, work / "ct", work / "structures.dcm");
  if (!written) return tl::unexpected(written.error());
  progress.advance(0.2);
  const auto wishes = writePlans(demo, work, folder, written->structures, progress);
  if (!wishes) return tl::unexpected(wishes.error());
  if (wishes->empty()) return {};
  planning::ProgressPart making(progress, 0.3, 1);
  return io::practice::makeExercises({filesIn(work / "ct"), {work / "structures.dcm"}}, *wishes, making);
}

}  // namespace

Expected<std::vector<io::practice::ExerciseFolder>> makeDemoExercises(const fs::path& folder,
                                                                      const testdata::PhantomOptions& options,
                                                                      planning::Progress& progress) {
  testdata::PhantomOptions supine = options;
  supine.supine = true;
  const std::function<testdata::Phantom()> cases[] = {[&] { return testdata::makeLumbarPhantom(options); },
                                                      [&] { return testdata::makeNeckPhantom(options); },
                                                      [&] { return testdata::makeNeckPhantom(supine); }};
  std::vector<io::practice::ExerciseFolder> all;
  for (std::size_t i = 0; i < std::size(cases); ++i) {
    const auto share = [&](double part) {
      return (static_cast<double>(i) + part) / static_cast<double>(std::size(cases));
    };
    if (progress.stopRequested()) return planning::refuse("cancelled");
    const DemoCase demo(cases[i]());
    planning::ProgressPart making(progress, share(0.2), share(1));
    auto made = makeOf(demo, folder, making);
    if (!made) return made;
    std::ranges::move(*made, std::back_inserter(all));
  }
  return all;
}

}  // namespace app::practice
