#include "app/case/plan_document.h"

#include <algorithm>
#include <utility>

#include "app/case/edit_command.h"
#include "planning/plan/session.h"
#include "planning/plan/site_check.h"

namespace app {
namespace {

using planning::AcceptedUnknown;
using planning::SeenBySight;

bool sameThing(const SeenBySight& a, const SeenBySight& b) {
  return a.what == b.what;
}
bool sameThing(const AcceptedUnknown& a, const AcceptedUnknown& b) {
  return a.requirement == b.requirement && a.side == b.side && a.level == b.level;
}

/// Without a side or a level it answers for each.
bool answersFor(const AcceptedUnknown& one, const AcceptedUnknown& asked) {
  return one.requirement == asked.requirement && (!one.side || one.side == asked.side) &&
         (one.level.empty() || one.level == asked.level);
}

/// In the place of the word about the same thing, or behind the others.
template <class Word>
void put(std::vector<Word>& words, const Word& word) {
  std::erase_if(words, [&](const Word& one) { return sameThing(one, word); });
  words.push_back(word);
}
void drop(std::vector<SeenBySight>& words, const SeenBySight& word) {
  std::erase_if(words, [&](const SeenBySight& one) { return sameThing(one, word); });
}
template <class Word>
bool holds(const std::vector<Word>& words, const Word& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}
bool holdsAbout(const std::vector<SeenBySight>& words, const SeenBySight& word) {
  return std::any_of(words.begin(), words.end(), [&](const SeenBySight& one) { return sameThing(one, word); });
}

/// A record is of a procedure that was done: of another needle it says nothing. The saved version keeps it.
bool isOfOtherNeedles(const planning::PlanChoices& before, const planning::PlanChoices& next) {
  const auto same = [](const planning::NeedleChoice& a, const planning::NeedleChoice& b) {
    return a.trackingUid == b.trackingUid && a.target == b.target && a.entry == b.entry && a.routeId == b.routeId &&
           a.level == b.level && a.side == b.side;
  };
  return before.routeId != next.routeId || before.level != next.level || before.side != next.side ||
         !std::ranges::equal(before.needles, next.needles, same);
}

}  // namespace

PlanDocument::PlanDocument(Ground ground, QObject* parent) : QObject(parent), ground_(std::move(ground)) {
  connect(&undo_, &QUndoStack::cleanChanged, this, [this](bool clean) {
    const bool complete = saved_.complete && clean;
    if (complete == plan_.report.complete) return;
    plan_.report.complete = complete;
    Q_EMIT renewed();
    Q_EMIT planChanged();
  });
}

/// The stack clears itself when it goes, after the draft has gone.
PlanDocument::~PlanDocument() {
  undo_.disconnect(this);
}

void PlanDocument::setCurrentNeedle(int index) {
  if (index == draft_.currentNeedle || index < 0 || index >= static_cast<int>(plan_.choices.needles.size())) return;
  draft_.currentNeedle = index;
  Q_EMIT renewed();
  Q_EMIT currentNeedleChanged();
}

void PlanDocument::setTarget(const planning::Point& place, bool dragging) {
  if (!isOpen()) return;
  if (!dragging) endDrag();
  if (draft_.choices.needles[static_cast<std::size_t>(currentNeedle())].target == place) return;
  editNeedle(tr("Move target"), dragging ? "target" : "", [place](auto& needle) { needle.target = place; });
}

void PlanDocument::setEntry(const planning::Point& place, bool dragging) {
  if (!isOpen()) return;
  if (!dragging) endDrag();
  if (draft_.choices.needles[static_cast<std::size_t>(currentNeedle())].entry == place) return;
  editNeedle(tr("Move entry"), dragging ? "entry" : "", [place](auto& needle) { needle.entry = place; });
}

void PlanDocument::setNeedle(const planning::needle::Needle& needle) {
  if (!isOpen()) return;
  const auto index = static_cast<std::size_t>(currentNeedle());
  if (draft_.choices.needles[index].needle == needle) return;
  editGeometry(tr("Choose needle"), [needle, index](PlanDraft& draft) {
    draft.choices.needles[index].needle = needle;
    draft.overruled.needles.insert(draft.choices.needles[index].trackingUid);
  });
}

/// Of the same route, level, side and size as the current one.
void PlanDocument::addNeedle() {
  if (!isOpen()) return;
  addMade(tr("Add needle"), planning::duplicated(draft_.choices, static_cast<std::size_t>(currentNeedle())));
}

void PlanDocument::addMade(const QString& text, const planning::NeedleChoice& made) {
  if (!isOpen()) return;
  editGeometry(text, [made](PlanDraft& draft) {
    planning::NeedleChoice needle = made;
    const auto named = newNeedle(draft);
    const auto& from = draft.choices.needles[static_cast<std::size_t>(draft.currentNeedle)].trackingUid;
    needle.label = named.label, needle.trackingUid = named.trackingUid;
    if (draft.overruled.needles.contains(from)) draft.overruled.needles.insert(needle.trackingUid);
    planning::addNeedle(draft.choices, std::move(needle));
    draft.currentNeedle = static_cast<int>(draft.choices.needles.size()) - 1;
  });
}

void PlanDocument::removeNeedle(int index) {
  const int count = static_cast<int>(draft_.choices.needles.size());
  if (index < 0 || index >= count) return;
  editGeometry(tr("Remove needle"), [index, count](PlanDraft& draft) {
    if (count == 1) draft.choices.needles.push_back(newNeedle(draft));
    planning::removeNeedle(draft.choices, static_cast<std::size_t>(index));
    const int last = static_cast<int>(draft.choices.needles.size()) - 1;
    if (draft.currentNeedle > index || draft.currentNeedle > last) --draft.currentNeedle;
    draft.currentNeedle = std::max(draft.currentNeedle, 0);
  });
}

void PlanDocument::renameNeedle(int index, const QString& label) {
  if (index < 0 || index >= static_cast<int>(draft_.choices.needles.size()) || label.trimmed().isEmpty()) return;
  const std::string text = label.trimmed().toStdString();
  for (const auto& needle : draft_.choices.needles)
    if (needle.label == text) return;  // its own, or another's: findings name a needle by its label
  edit(tr("Rename needle"),
       [index, text](PlanDraft& draft) { draft.choices.needles[static_cast<std::size_t>(index)].label = text; });
}

planning::OwnSite PlanDocument::currentSite() const {
  return planning::ownSiteOf(draft_.choices, draft_.choices.needles[static_cast<std::size_t>(currentNeedle())]);
}

void PlanDocument::setRoute(const std::string& routeId) {
  if (!isOpen()) return;
  planning::OwnSite site = currentSite();
  if (std::exchange(site.routeId, routeId) == routeId) return;
  editGeometry(tr("Choose route"), [site](PlanDraft& draft) {
    planning::giveSite(draft.choices, static_cast<std::size_t>(draft.currentNeedle), site);
  });
}

void PlanDocument::setLevel(const QString& level) {
  const std::string text = level.trimmed().toStdString();
  if (!isOpen()) return;
  planning::OwnSite site = currentSite();
  if (std::exchange(site.level, text) == text) return;
  edit(tr("State level"), [site](PlanDraft& draft) {
    planning::giveSite(draft.choices, static_cast<std::size_t>(draft.currentNeedle), site);
    draft.choices.rulesAccepted = false;  // it was said of the rules there
  });
}

void PlanDocument::setSide(planning::anatomy::Side side) {
  if (!isOpen()) return;
  planning::OwnSite site = currentSite();
  if (std::exchange(site.side, side) == side) return;
  edit(tr("State side"), [site](PlanDraft& draft) {
    planning::giveSite(draft.choices, static_cast<std::size_t>(draft.currentNeedle), site);
    draft.choices.rulesAccepted = false;
  });
}

void PlanDocument::setGuidance(const std::string& guidance) {
  if (!isOpen() || guidance == draft_.choices.guidance) return;
  edit(tr("Choose guidance"), [guidance](PlanDraft& draft) { draft.choices.guidance = guidance; });
}

void PlanDocument::setCheck(const planning::procedure::CheckAnswer& answer) {
  if (!isOpen()) return;
  const auto sameId = [&](const auto& given) { return given.id == answer.id; };
  const auto& given = draft_.choices.checks;
  if (const auto old = std::find_if(given.begin(), given.end(), sameId); old != given.end() && *old == answer) return;
  edit(tr("Answer check"), [answer, sameId](PlanDraft& draft) {
    auto& checks = draft.choices.checks;
    const auto old = std::find_if(checks.begin(), checks.end(), sameId);
    if (old == checks.end()) return checks.push_back(answer);
    *old = answer;
  });
}

void PlanDocument::clearCheck(const std::string& id) {
  const auto& checks = draft_.choices.checks;
  if (std::none_of(checks.begin(), checks.end(), [&](const auto& given) { return given.id == id; })) return;
  edit(tr("Clear check"), [id](PlanDraft& draft) {
    std::erase_if(draft.choices.checks, [&](const auto& given) { return given.id == id; });
  });
}

void PlanDocument::setNearAccepted(bool accepted) {
  if (!isOpen() || accepted == draft_.choices.nearAccepted) return;
  edit(tr("Accept nearness"), [accepted](PlanDraft& draft) { draft.choices.nearAccepted = accepted; });
}

void PlanDocument::setReserveAccepted(bool accepted) {
  if (!isOpen() || accepted == draft_.choices.reserveAccepted) return;
  edit(tr("Accept short reserve"), [accepted](PlanDraft& draft) { draft.choices.reserveAccepted = accepted; });
}

void PlanDocument::setRulesAccepted(bool accepted) {
  if (!isOpen() || accepted == draft_.choices.rulesAccepted) return;
  edit(tr("Depart from rule"), [accepted](PlanDraft& draft) { draft.choices.rulesAccepted = accepted; });
}

void PlanDocument::setNearBand(std::optional<double> mm) {
  if (!isOpen() || mm == draft_.choices.nearBandMm) return;
  editGeometry(tr("Set near band"), [mm](PlanDraft& draft) { draft.choices.nearBandMm = mm; });
}

void PlanDocument::setMidline(const std::vector<planning::Point>& places) {
  if (!isOpen() || places == draft_.choices.midline) return;
  edit(tr("Confirm midline"), [places](PlanDraft& draft) { draft.choices.midline = places; });
}

void PlanDocument::setOperator(const QString& name, const QString& organization) {
  const std::string who = name.trimmed().toStdString(), where = organization.trimmed().toStdString();
  if (!isOpen() || (who == draft_.choices.operatorName && where == draft_.choices.operatorOrganization)) return;
  edit(tr("Name operator"), [who, where](PlanDraft& draft) {
    draft.choices.operatorName = who;
    draft.choices.operatorOrganization = where;
  });
}

void PlanDocument::setLevelSeen(const SeenBySight& seen) {
  if (!isOpen() || holds(draft_.choices.levelsSeen, seen)) return;
  edit(tr("Level seen"), [seen](PlanDraft& draft) { put(draft.choices.levelsSeen, seen); });
}

void PlanDocument::clearLevelSeen(const std::string& level) {
  const SeenBySight seen{level, {}, {}, {}};
  if (!holdsAbout(draft_.choices.levelsSeen, seen)) return;
  edit(tr("Take back: level seen"), [seen](PlanDraft& draft) { drop(draft.choices.levelsSeen, seen); });
}

void PlanDocument::setSideSeen(const SeenBySight& seen) {
  if (!isOpen() || holds(draft_.choices.sidesSeen, seen)) return;
  edit(tr("Side seen"), [seen](PlanDraft& draft) { put(draft.choices.sidesSeen, seen); });
}

void PlanDocument::clearSideSeen(const std::string& side) {
  const SeenBySight seen{side, {}, {}, {}};
  if (!holdsAbout(draft_.choices.sidesSeen, seen)) return;
  edit(tr("Take back: side seen"), [seen](PlanDraft& draft) { drop(draft.choices.sidesSeen, seen); });
}

void PlanDocument::setImportedSeen(const std::string& by, const std::string& at) {
  if (!isOpen()) return;
  const auto index = static_cast<std::size_t>(currentNeedle());
  const auto& imported = draft_.choices.needles[index].imported;
  if (!imported || imported->seenBy == by) return;
  edit(by.empty() ? tr("Take back: needle seen") : tr("Needle seen"), [index, by, at](PlanDraft& draft) {
    draft.choices.needles[index].imported->seenBy = by;
    draft.choices.needles[index].imported->seenAt = at;
  });
}

void PlanDocument::setAcceptedUnknown(const AcceptedUnknown& accepted) {
  if (!isOpen() || holds(draft_.choices.acceptedUnknowns, accepted)) return;
  edit(tr("Looked for, not visible"), [accepted](PlanDraft& draft) { put(draft.choices.acceptedUnknowns, accepted); });
}

void PlanDocument::clearAcceptedUnknown(const AcceptedUnknown& accepted) {
  const auto answers = [accepted](const AcceptedUnknown& one) { return answersFor(one, accepted); };
  const auto& given = draft_.choices.acceptedUnknowns;
  if (std::none_of(given.begin(), given.end(), answers)) return;
  edit(tr("Take back: not visible"),
       [answers](PlanDraft& draft) { std::erase_if(draft.choices.acceptedUnknowns, answers); });
}

/// Of the assessed plan: the draft does not know the patient, nor the places that follow from projections.
void PlanDocument::setSiteChecked(const std::string& by, const std::string& at) {
  if (!isOpen()) return;
  const planning::SiteCheck check = planning::siteCheckOf(plan_.choices, by, at);
  edit(tr("Check site"), [check](PlanDraft& draft) { draft.choices.siteCheck = check; });
}

std::string PlanDocument::keyOf(const std::string& drag) {
  if (drag.empty() || drag != activeDrag_) ++dragNumber_;
  activeDrag_ = drag;
  if (drag.empty()) return {};
  return drag + "#" + std::to_string(draft_.currentNeedle) + "#" + std::to_string(dragNumber_);
}

void PlanDocument::edit(const QString& text, const Change& change, const std::string& drag) {
  PlanDraft next = draft_;
  change(next);
  ground_.derive(next, draft_);  // what is kept to be undone is whole too
  if (isOfOtherNeedles(draft_.choices, next.choices)) next.choices.record.reset();
  undo_.push(new EditCommand(text, kept_.keep(draft_), kept_.keep(std::move(next)), keyOf(drag),
                             [this](const KeptDraft& wanted) { replace(KeptDrafts::restored(wanted)); }));
}

void PlanDocument::editGeometry(const QString& text, const Change& change, const std::string& drag) {
  edit(
      text,
      [&change](PlanDraft& next) {
        change(next);
        withdrawAcceptance(next);
      },
      drag);
}

void PlanDocument::editNeedle(const QString& text, const std::string& drag,
                              const std::function<void(planning::NeedleChoice&)>& change) {
  editGeometry(
      text, [&change](PlanDraft& next) { change(next.choices.needles[static_cast<std::size_t>(next.currentNeedle)]); },
      drag);
}

void PlanDocument::replace(PlanDraft next) {
  ground_.derive(next, draft_);
  const bool otherStructures = !sameStructures(draft_, next);
  const bool otherLevels = !sameLevels(draft_, next);
  const bool otherNeedle = draft_.currentNeedle != next.currentNeedle;
  draft_ = std::move(next);
  assess();
  if (otherStructures) Q_EMIT structuresChanged();
  if (otherLevels) Q_EMIT levelsChanged();
  if (otherNeedle) Q_EMIT currentNeedleChanged();
  Q_EMIT planChanged();
}

void PlanDocument::amend(const Change& change) {
  change(draft_);
  assess();
}

void PlanDocument::know(Found found, const std::function<bool(const PlanDraft&)>& where) {
  if (!isOpen() || !saved_.sopInstanceUid.empty()) return;
  PlanDraft only;
  only.structures = std::move(found.structures);
  only.levels.spine = std::move(found.spine);
  const KeptDraft kept = kept_.keep(std::move(only));
  const auto add = [&](KeptDraft& draft) {
    if (!where || where(draft.draft)) addFound(draft, kept, found.insteadOfExpected);
  };
  for (int n = 0; n < undo_.count(); ++n)  // the stack lends its commands as const; they are this document's own
    if (auto* command = dynamic_cast<EditCommand*>(const_cast<QUndoCommand*>(undo_.command(n)))) command->amend(add);
  KeptDraft now = kept_.keep(draft_);
  addFound(now, kept, found.insteadOfExpected);
  replace(KeptDrafts::restored(now));
}

void PlanDocument::open(PlanDraft draft, planning::ReportIdentity saved, bool recovered) {
  saved_ = std::move(saved);
  recovered_ = recovered;
  if (recovered) {
    saved_.sopInstanceUid = std::exchange(saved_.predecessorUid, {});
    --saved_.version;
    saved_.complete = false;
  }
  draft_ = std::move(draft);
  keptElsewhere_ = keptElsewhere_ && isOpen();
  activeDrag_.clear();
  assess();
  undo_.clear();
}

void PlanDocument::announce() {
  Q_EMIT structuresChanged();
  Q_EMIT levelsChanged();
  Q_EMIT currentNeedleChanged();
  Q_EMIT planChanged();
}

void PlanDocument::reassess() {
  assess();
  Q_EMIT planChanged();
}

void PlanDocument::markSaved(planning::ReportIdentity report) {
  saved_ = std::move(report);
  recovered_ = false;
  undo_.setClean();
  reassess();
}

void PlanDocument::assess() {
  Assessed assessed = isOpen() ? ground_.assess(draft_) : Assessed{};
  plan_ = {std::move(assessed.choices), std::move(assessed.assessment), saved_};
  plan_.report.complete = saved_.complete && isOpen() && !hasUnsavedChanges();
  Q_EMIT renewed();
}

}  // namespace app
