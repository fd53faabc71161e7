#include "tests/app/review/review_fixture.h"

#include <stdexcept>

#include "io/files/uid.h"
#include "io/images/ct_writer.h"
#include "io/report/plan_report.h"
#include "planning/check.h"
#include "tests/support/assessed.h"
#include "tests/support/small_case.h"

namespace tests {
namespace {

using planning::Volume;

const testdata::PhantomAnswer& answer() {
  for (const auto& one : support::smallPhantom().answers)
    if (one.routeId == "lumbar-foraminal" && one.crosses.empty()) return one;
  throw std::logic_error("the phantom has no foraminal answer");
}

planning::anatomy::Structure arteryBeside(const planning::needle::Trajectory& way) {
  planning::anatomy::Structure artery;
  artery.name = "Artery";
  artery.trackingUid = io::newUid();
  artery.kind = planning::anatomy::Kind::Artery;
  artery.kindGuessed = false;
  artery.confirmed = true;
  artery.source = {planning::anatomy::Origin::Kind::Traced};
  const auto beside = way.axis().at(0.8 * way.pathLengthMm()) + planning::makeVector(0, 0, 8);
  artery.shape = planning::anatomy::Tube{
      {beside - planning::makeVector(20, 0, 0), beside + planning::makeVector(20, 0, 0)}, {1.5, 1.5}, 0.5};
  return artery;
}

planning::Plan planOn(const Volume& scan) {
  planning::PlanChoices plan;
  plan.scan = scan.identity;
  plan.routeId = "lumbar-foraminal";
  plan.level = "L4";
  plan.side = planning::anatomy::Side::Left;
  plan.operatorName = "Tester^Tess";
  planning::NeedleChoice needle;
  needle.label = "Needle 1";
  needle.trackingUid = io::newUid();
  needle.target = answer().target;
  needle.entry = answer().entry;
  needle.needle = planning::needle::Needle{22, 150, 0.718};
  plan.needles.push_back(needle);
  plan.tracedStructures.push_back(arteryBeside({answer().entry, answer().target}));
  const planning::Scene scene{&scan, nullptr, {planning::anatomy::measure(plan.tracedStructures.front())}};
  return support::assessed(std::move(plan), scene);
}

void write(Volume volume, const std::filesystem::path& folder) {
  volume.identity.instances.clear();
  volume.identity.seriesUid = io::newUid();
  planning::check(io::writeCt(volume, folder).has_value(), "a made-up control can be written");
}

std::unique_ptr<ReviewFiles> written() {
  auto files = std::make_unique<ReviewFiles>();
  const auto at = [&](const char* name) { return files->folder.path() / name; };
  testdata::Lattice lattice;
  lattice.step = planning::makeVector(-0.8, -0.8, 1.5);
  lattice.size = {{200, 190, 30}};
  lattice.origin = planning::makePoint(answer().entry[0] + 45, answer().entry[1] + 35, answer().target[2] - 20);
  auto scan = testdata::makeLumbarPart(lattice, 12, 3);
  scan.identity.description = "Part";
  scan.identity = io::writeCt(scan, at("case/ct")).value();
  files->needle.entry = answer().entry + planning::makeVector(2, 0, 1);
  files->needle.tip = answer().target + planning::makeVector(-1, 2, 2);
  auto control = testdata::makeControlScan(scan, files->needle, {8, 50, 5}, 5);
  write(control, at("case/control"));
  auto stranger = control;
  stranger.identity.patient.id = "SOMEBODY-ELSE";
  write(stranger, at("case/stranger"));
  write(scan, at("empty/control"));
  auto moved = control;
  moved.hu = Volume::Image::New();
  moved.hu->Graft(control.hu);
  moved.hu->SetOrigin(control.hu->GetOrigin() + files->moved);
  moved.identity.frameOfReferenceUid = io::newUid();
  write(moved, at("moved/control"));
  files->plan = io::report::writePlan(planOn(scan), at("case/plan.dcm")).value();
  return files;
}

}  // namespace

const ReviewFiles& reviewFiles() {
  static const auto files = written();
  return *files;
}

}  // namespace tests
