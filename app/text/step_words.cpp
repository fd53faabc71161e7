#include "app/text/step_words.h"

#include <QCoreApplication>

#include "app/text/sentences.h"
#include "app/text/words.h"
#include "planning/plan/own_choices.h"
#include "planning/procedure/contraindication.h"
#include "planning/procedure/routes.h"
#include "planning/search/auto_ground.h"

namespace app {
namespace {

using planning::NextStep;
using planning::Step;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(app::StepWords)
};

bool contradicts(const NextStep& next) {
  return next.finding && (next.finding->code.ends_with("contradicts") || next.finding->code == "level-near-border");
}

/// By where the needle's places come from.
QString seeText(const std::string& code) {
  if (code == "proposed-not-seen")
    return Words::tr("Next: look at the proposed target and entry, and say that they lie as meant.");
  if (code == "mirrored-not-seen")
    return Words::tr("Next: look at the mirrored needle, and say that it lies as meant.");
  if (code == "next-level-not-seen")
    return Words::tr("Next: look at the needle made for the next level, and say that it lies as meant.");
  return Words::tr("Next: look at the needle from the file, and say that it lies as meant.");
}

/// What needs no name of a structure or a check.
QString plainText(const NextStep& next, const planning::PlanChoices& own) {
  switch (next.step) {
    case Step::ChooseRoute:
      return Words::tr("Next: choose the route.");
    case Step::StateLevel:
      return contradicts(next) ? Words::tr("Next: level and target disagree; put one of them right.")
                               : Words::tr("Next: state the level.");
    case Step::StateSide:
      return contradicts(next) ? Words::tr("Next: side and target disagree; put one of them right.")
                               : Words::tr("Next: state the side.");
    case Step::SetTarget:
      return planning::statesEnough(own)
                 ? Words::tr("Next: set the target (T), or let target and entry be proposed (A).")
                 : Words::tr("Next: set the target (T).");
    case Step::ChooseNeedle:
      return next.finding && next.finding->code == "needle-too-short" ? Words::tr("Next: choose a longer needle.")
                                                                      : Words::tr("Next: choose a needle.");
    case Step::SetEntry:
      return Words::tr("Next: set the entry on the skin (E).");
    case Step::CountLevels:
      return Words::tr("Next: name a vertebra by a click (L), or say who has seen the level.");
    case Step::MarkMidline:
      return Words::tr("Next: mark the midline on two spinous processes.");
    case Step::AcceptReserve:
      return Words::tr("Next: little of the needle stays outside; take a longer one, or say that this is wanted.");
    case Step::AcceptRule:
      return Words::tr("Next: keep to the route's rule, or give your word about it.");
    case Step::SeeImported:
      return seeText(next.finding ? next.finding->code : std::string());
    case Step::ChooseGuidance:
      return Words::tr("Next: choose the guidance.");
    case Step::NameOperator:
      return Words::tr("Next: name operator and institution.");
    case Step::Approve:
      return Words::tr("Next: check the site on one picture, and save.");
    case Step::Done:
      return Words::tr("Nothing is left to do: the plan is saved as complete.");
    default:
      return {};
  }
}

QString checkText(const NextStep& next) {
  const auto* check = planning::procedure::findCheck(next.about);
  return check ? Words::tr("Next: see to the check “%1”").arg(inLanguage(check->question))
               : Words::tr("Next: answer the checks.");
}

}  // namespace

QString stepText(const NextStep& next, const planning::Plan& plan) {
  const QString about = QString::fromStdString(next.about);
  const auto& needles = plan.choices.needles;
  switch (next.step) {
    case Step::MoveNeedle:
      return next.finding ? Words::tr("Next: move the needle. %1").arg(sentence(*next.finding))
                          : Words::tr("Next: move the needle; the margin of “%1” is breached.").arg(about);
    case Step::ConfirmStructure:
      return Words::tr("Next: look at “%1”, and confirm it (U).").arg(about);
    case Step::GiveStructure:
      if (next.finding) return Words::tr("Next: %1").arg(sentence(*next.finding));
      return Words::tr("Next: give what is required, or say that it is not visible: %1.")
          .arg(inLanguage(planning::procedure::routesInUse().requiredName(next.about)));
    case Step::AcceptNear:
      return Words::tr("Next: “%1” is near; move the needle, or say that this is wanted.").arg(about);
    case Step::AnswerCheck:
      return checkText(next);
    case Step::Mend:
      return next.finding ? Words::tr("Next: %1").arg(sentence(*next.finding))
                          : Words::tr("Next: “%1” is not known well enough; give a better one.").arg(about);
    default:
      return needles.empty() ? QString()
                             : plainText(next, planning::ownChoices(plan.choices, needles.at(next.needle.value_or(0))));
  }
}

}  // namespace app
