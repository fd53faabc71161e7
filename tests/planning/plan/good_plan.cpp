#include "tests/planning/plan/good_plan.h"

#include <algorithm>
#include <stdexcept>

#include "planning/plan/assess.h"
#include "planning/procedure/contraindication.h"
#include "tests/support/counted_column.h"

namespace support {

using namespace planning;
using anatomy::Kind;
using anatomy::Side;

namespace {

struct Block {
  Block() {
    auto mask = anatomy::Mask::New();
    anatomy::Mask::SizeType size{70, 42, 50};
    mask->SetRegions(size);
    const double spacing[] = {5, 5, 5}, origin[] = {-172.5, -102.5, -122.5};
    mask->SetSpacing(spacing);
    mask->SetOrigin(origin);
    mask->Allocate(true);
    for (anatomy::Mask::IndexValueType k = 5; k < 45; ++k)
      for (anatomy::Mask::IndexValueType j = 5; j < 37; ++j)
        for (anatomy::Mask::IndexValueType i = 5; i < 65; ++i) mask->SetPixel({{i, j, k}}, 1);
    skin.body = mask;
    skin.surface = std::make_shared<anatomy::Surface>(anatomy::extractSurface(*mask));
    skin.field = anatomy::makeDistanceField(skin.surface);
    volume.hu = Volume::Image::New();
    volume.hu->SetRegions(size);
    volume.hu->SetSpacing(spacing);
    volume.hu->SetOrigin(origin);
    volume.hu->Allocate(true);
    volume.identity = identity();
  }
  static SeriesIdentity identity() {
    SeriesIdentity scan;
    scan.patient.id = "P1";
    scan.study.uid = "1.2.3";
    scan.seriesUid = "1.2.3.4";
    scan.frameOfReferenceUid = "1.2.3.5";
    scan.patientPosition = "HFP";
    return scan;
  }
  anatomy::Skin skin;
  Volume volume;
};

const Block& block() {
  static const Block one;
  return one;
}

}  // namespace

SeriesIdentity blockIdentity() {
  return Block::identity();
}

const Volume& blockVolume() {
  return block().volume;
}

Scene sceneWith(std::vector<anatomy::MeasuredStructure> structures) {
  Scene scene{&block().volume, &block().skin, std::move(structures)};
  scene.date = "2026-05-20";
  return scene;
}

Plan goodPlan() {
  Plan plan;
  plan.choices.scan = Block::identity();
  plan.choices.routeId = "lumbar-interlaminar";
  plan.choices.level = "L4-L5";
  plan.choices.side = Side::None;
  plan.choices.guidance = "CT";
  plan.choices.operatorName = "Doe^Jane";
  NeedleChoice planned;
  planned.label = "Needle 1";
  planned.target = makePoint(1, 2, 3);
  planned.entry = makePoint(1, 80, 3);
  planned.needle = needle::parseNeedle("22Gx90").value();
  plan.choices.needles.push_back(planned);
  plan.choices.levels = lumbarColumn();
  for (const auto& question : procedure::checkQuestions())
    plan.choices.checks.push_back({question.id, "no", {}, {}, {}});
  return plan;
}

Plan leftFacetPlan(const Point& target) {
  Plan plan = goodPlan();
  plan.choices.routeId = "lumbar-facet";
  plan.choices.side = Side::Left;
  plan.choices.needles.front().target = target;
  plan.choices.needles.front().entry = makePoint(target[0], 80, target[2]);
  return plan;
}

Plan assessed(const Plan& plan, const Scene& scene, const procedure::Routes& routes) {
  return {plan.choices, assess(plan.choices, scene, routes), plan.report};
}

anatomy::MeasuredStructure dura() {
  return ball("Thecal sac", Kind::Dura, makePoint(1, -18, 3), 8);
}

std::vector<std::string> codes(const Plan& plan) {
  std::vector<std::string> all;
  for (const Finding& finding : plan.assessment.findings) all.push_back(finding.code);
  return all;
}

bool tells(const Plan& plan, const std::string& code) {
  const auto all = codes(plan);
  return std::find(all.begin(), all.end(), code) != all.end();
}

const Finding& finding(const Plan& plan, const std::string& code) {
  for (const Finding& one : plan.assessment.findings)
    if (one.code == code) return one;
  throw std::runtime_error("no finding: " + code);
}

const needle::Clearance& row(const Plan& plan, const std::string& structure) {
  for (const auto& one : plan.assessment.needles.front().clearances)
    if (one.structure == structure) return one;
  throw std::runtime_error("no row: " + structure);
}

}  // namespace support
