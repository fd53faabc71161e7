#include "tests/app/honest_plan.h"

#include "io/files/uid.h"
#include "planning/check.h"
#include "planning/procedure/contraindication.h"
#include "tests/app/views/scene.h"
#include "tests/support/small_case.h"

namespace tests {
namespace {

using planning::makePoint;
using planning::makeVector;

const testdata::PhantomAnswer& foraminalAnswer() {
  for (const auto& answer : support::smallPhantom().answers)
    if (answer.routeId == "lumbar-foraminal" && answer.side == "left" && answer.crosses.empty()) return answer;
  planning::check(false, "the demo case has a sound foraminal path on the left");
  return support::smallPhantom().answers.front();
}

planning::anatomy::MeasuredStructure traced(const char* name, planning::anatomy::Kind kind,
                                            const planning::Point& middle, double radiusMm) {
  auto measured = ballStructure(name, middle, radiusMm);
  measured.structure.trackingUid = io::newUid();
  measured.structure.kind = kind;
  measured.structure.kindGuessed = false;
  measured.structure.confirmed = true;
  measured.structure.source = {planning::anatomy::Origin::Kind::Traced};
  measured.errorBoundMm = 0.5;
  return measured;
}

}  // namespace

void openTracedDemo(app::Case& opened, const std::string& issuer) {
  using planning::anatomy::Kind;
  static const auto volume = [] {
    auto made = std::make_shared<planning::Volume>(support::smallPhantom().volume);
    made->identity = support::smallCase().scan;  // as written: a report cites its instances
    return std::shared_ptr<const planning::Volume>(std::move(made));
  }();
  static const auto skin = [] {
    planning::Progress progress;
    return std::make_shared<const planning::anatomy::Skin>(*planning::anatomy::findSkin(*volume, progress));
  }();
  auto shown = volume;
  if (!issuer.empty()) {
    auto other = std::make_shared<planning::Volume>(*volume);
    other->identity.patient.issuer = issuer;
    shown = std::move(other);
  }
  const planning::Point target = foraminalAnswer().target;
  opened.work().adoptScan(shown, skin,
                          {traced("L4 left nerve root", Kind::Nerve, target + makeVector(0, -14, 8), 2),
                           traced("Thecal sac", Kind::Dura, makePoint(0, target[1], target[2]), 5),
                           traced("Aorta", Kind::Artery, target + makeVector(0, -60, 0), 8),
                           traced("Inferior vena cava", Kind::Vein, target + makeVector(-35, -60, 0), 8)});
}

void planForaminal(app::Case& opened) {
  const auto& answer = foraminalAnswer();
  auto& document = opened.document();
  document.setRoute(answer.routeId);
  document.setLevel(QString::fromStdString(answer.level));
  document.setSide(planning::anatomy::Side::Left);
  document.setTarget(answer.target);
  document.setEntry(opened.shownScan().snapToSkin(answer.entry));
  document.setNeedle({22, 120, 0.718});  // of the usual 90 mm too little stays outside the skin: 5.8 mm
}

void answerHonestly(app::PlanDocument& document) {
  const auto choices = document.plan().choices;
  document.setOperator(QString::fromStdString(kOperator), "Clinic");
  document.setGuidance("CT");
  for (const auto& question : planning::procedure::checkQuestions()) document.setCheck({question.id, "no", "", "", ""});
  const double z = (*choices.needles.front().target)[2];
  document.setMidline({makePoint(0, 70, z + 40), makePoint(0, 70, z - 40)});
  document.setLevelSeen({planning::procedure::statedLevel(choices.level).value(), kOperator, "images", "2026-11-30"});
  document.setRulesAccepted(true);  // the pedicles are not measured: somebody looked at the foramen
  document.setAcceptedUnknown({"radicular-artery", {}, {}, kOperator, "not opacified", "CTA", "2026-11-30"});
}

}  // namespace tests
