#include "app/case/case.h"

#include <QDate>

#include <algorithm>
#include <utility>

#include "app/case/case_commands.h"
#include "app/case/case_private.h"
#include "io/files/uid.h"

namespace app {
namespace {

bool samePlace(const std::optional<planning::Point>& a, const planning::Point& b) {
  return a && *a == b;
}

/// What the plan cites: the objects that its structures came from, each once.
std::vector<planning::SeriesIdentity> citedEvidence(const CaseDraft& draft,
                                                    const std::map<std::string, planning::SeriesIdentity>& known) {
  std::vector<planning::SeriesIdentity> cited;
  for (const auto& [uid, identity] : known)
    if (std::any_of(draft.structures.begin(), draft.structures.end(),
                    [&uid = uid](const auto& m) { return m.structure.sourceSopInstanceUid == uid; }))
      cited.push_back(identity);
  return cited;
}

}  // namespace

Case::Case(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this)) {
  connect(&d->background, &Background::progress, this, &Case::workProgress);
  connect(&d->undo, &QUndoStack::cleanChanged, this, [this](bool clean) {
    const bool complete = d->saved.complete && clean;
    if (complete == d->plan.report.complete) return;
    d->plan.report.complete = complete;
    Q_EMIT planChanged();
  });
  connect(&d->undo, &QUndoStack::indexChanged, this, [this] { d->tidyUndo(); });
  d->skinRisk = std::make_unique<SkinRisk>(*this);
  connect(this, &Case::planChanged, &d->keeper, [this] { d->keeper.changed(); });
}

/// The stack clears itself when it goes, after the draft has gone.
Case::~Case() {
  d->undo.disconnect(this);
}

std::shared_ptr<const planning::Volume> Case::volume() const {
  return d->volume;
}
std::shared_ptr<const planning::anatomy::Skin> Case::skin() const {
  return d->skin;
}
const std::vector<planning::anatomy::MeasuredStructure>& Case::structures() const {
  return d->draft.structures;
}
const StructureDisplay& Case::display(int structure) const {
  return d->display[d->draft.structures.at(static_cast<std::size_t>(structure)).structure.trackingUid];
}
const planning::Plan& Case::plan() const {
  return d->plan;
}
QUndoStack& Case::undoStack() {
  return d->undo;
}
SkinRisk& Case::skinRisk() const {
  return *d->skinRisk;
}
const io::dicom::ScanResult& Case::lastScan() const {
  return d->scanResult;
}
bool Case::isLoading() const {
  return d->loading;
}

planning::Point Case::crosshair() const {
  return d->crosshair;
}
void Case::setCrosshair(const planning::Point& place) {
  if (place == d->crosshair) return;
  d->crosshair = place;
  Q_EMIT crosshairChanged();
}
int Case::currentNeedle() const {
  return d->draft.currentNeedle;
}
void Case::setCurrentNeedle(int index) {
  if (index == d->draft.currentNeedle || index < 0 || index >= static_cast<int>(d->plan.choices.needles.size())) return;
  d->draft.currentNeedle = index;
  Q_EMIT currentNeedleChanged();
}
double Case::depthAlongPathMm() const {
  return d->depthAlongPathMm;
}
void Case::setDepthAlongPathMm(double mm) {
  if (mm == d->depthAlongPathMm) return;
  d->depthAlongPathMm = mm;
  Q_EMIT depthChanged();
}
double Case::windowWidthHu() const {
  return d->windowWidthHu;
}
double Case::windowCentreHu() const {
  return d->windowCentreHu;
}
void Case::setWindow(double centreHu, double widthHu) {
  widthHu = std::max(widthHu, 1.0);
  if (centreHu == d->windowCentreHu && widthHu == d->windowWidthHu) return;
  d->windowCentreHu = centreHu;
  d->windowWidthHu = widthHu;
  Q_EMIT windowChanged();
}

void Case::setTarget(const planning::Point& place, bool dragging) {
  if (!d->hasNeedle()) return;
  const auto& now = d->draft.plan.needles[static_cast<std::size_t>(currentNeedle())].target;
  if (samePlace(now, place)) return void(d->dragKey("target", dragging));
  d->editNeedle(
      tr("Move target"), [place](auto& needle) { needle.target = place; }, "target", dragging);
}

void Case::setEntry(const planning::Point& place, bool dragging) {
  if (!d->hasNeedle()) return;
  const auto& now = d->draft.plan.needles[static_cast<std::size_t>(currentNeedle())].entry;
  if (samePlace(now, place)) return void(d->dragKey("entry", dragging));
  d->editNeedle(
      tr("Move entry"), [place](auto& needle) { needle.entry = place; }, "entry", dragging);
}

planning::Point Case::snapToSkin(const planning::Point& place) const {
  return d->skin ? planning::anatomy::nearestOnSkin(*d->skin, place) : place;
}

void Case::setNeedle(const planning::needle::Needle& needle) {
  if (!d->hasNeedle()) return;
  const auto index = static_cast<std::size_t>(currentNeedle());
  if (d->draft.plan.needles[index].needle == needle) return;
  d->editGeometry(tr("Choose needle"), [needle, index](CaseDraft& draft) {
    draft.plan.needles[index].needle = needle;
    draft.overruled.needles.insert(draft.plan.needles[index].trackingUid);
  });
}

void Case::addNeedle() {
  if (!d->volume) return;
  d->editGeometry(tr("Add needle"), [](CaseDraft& draft) {
    auto needle = newNeedle(draft);
    needle.needle = draft.plan.needles[static_cast<std::size_t>(draft.currentNeedle)].needle;
    draft.plan.needles.push_back(std::move(needle));
    draft.currentNeedle = static_cast<int>(draft.plan.needles.size()) - 1;
  });
}

void Case::removeNeedle(int index) {
  const int count = static_cast<int>(d->draft.plan.needles.size());
  if (index < 0 || index >= count) return;
  d->editGeometry(tr("Remove needle"), [index, count](CaseDraft& draft) {
    draft.plan.needles.erase(draft.plan.needles.begin() + index);
    if (count == 1) draft.plan.needles.push_back(newNeedle(draft));
    const int last = static_cast<int>(draft.plan.needles.size()) - 1;
    if (draft.currentNeedle > index || draft.currentNeedle > last) --draft.currentNeedle;
    draft.currentNeedle = std::max(draft.currentNeedle, 0);
  });
}

void Case::renameNeedle(int index, const QString& label) {
  if (index < 0 || index >= static_cast<int>(d->draft.plan.needles.size()) || label.trimmed().isEmpty()) return;
  const std::string text = label.trimmed().toStdString();
  if (d->draft.plan.needles[static_cast<std::size_t>(index)].label == text) return;
  d->edit(tr("Rename needle"),
          [index, text](CaseDraft& draft) { draft.plan.needles[static_cast<std::size_t>(index)].label = text; });
}

void Case::setRoute(const std::string& routeId) {
  if (!d->volume || routeId == d->draft.plan.routeId) return;
  d->editGeometry(tr("Choose route"), [routeId](CaseDraft& draft) { draft.plan.routeId = routeId; });
}

void Case::setLevel(const QString& level) {
  const std::string text = level.trimmed().toStdString();
  if (!d->volume || text == d->draft.plan.level) return;
  d->edit(tr("State level"), [text](CaseDraft& draft) { draft.plan.level = text; });
}

void Case::setSide(planning::anatomy::Side side) {
  if (!d->volume || d->draft.plan.side == side) return;
  d->edit(tr("State side"), [side](CaseDraft& draft) { draft.plan.side = side; });
}

void Case::setGuidance(const std::string& guidance) {
  if (!d->volume || guidance == d->draft.plan.guidance) return;
  d->edit(tr("Choose guidance"), [guidance](CaseDraft& draft) { draft.plan.guidance = guidance; });
}

void Case::setCheck(const planning::procedure::CheckAnswer& answer) {
  if (!d->volume) return;
  const auto sameId = [&](const auto& given) { return given.id == answer.id; };
  const auto& given = d->draft.plan.checks;
  if (const auto old = std::find_if(given.begin(), given.end(), sameId); old != given.end() && *old == answer) return;
  d->edit(tr("Answer check"), [answer, sameId](CaseDraft& draft) {
    auto& checks = draft.plan.checks;
    const auto old = std::find_if(checks.begin(), checks.end(), sameId);
    if (old == checks.end()) return checks.push_back(answer);
    *old = answer;
  });
}

void Case::clearCheck(const std::string& id) {
  const auto& checks = d->draft.plan.checks;
  if (std::none_of(checks.begin(), checks.end(), [&](const auto& given) { return given.id == id; })) return;
  d->edit(tr("Clear check"), [id](CaseDraft& draft) {
    std::erase_if(draft.plan.checks, [&](const auto& given) { return given.id == id; });
  });
}

void Case::setNearAccepted(bool accepted) {
  if (!d->volume || accepted == d->draft.plan.nearAccepted) return;
  d->edit(tr("Accept nearness"), [accepted](CaseDraft& draft) { draft.plan.nearAccepted = accepted; });
}

void Case::setNearBand(std::optional<double> mm) {
  if (!d->volume || mm == d->draft.plan.nearBandMm) return;
  d->editGeometry(tr("Set near band"), [mm](CaseDraft& draft) { draft.plan.nearBandMm = mm; });
}

void Case::setMidline(const std::vector<planning::Point>& places) {
  if (!d->volume || places == d->draft.plan.midline) return;
  d->edit(tr("Confirm midline"), [places](CaseDraft& draft) { draft.plan.midline = places; });
}

void Case::setOperator(const QString& name, const QString& organization) {
  const std::string who = name.trimmed().toStdString(), where = organization.trimmed().toStdString();
  if (!d->volume || (who == d->draft.plan.operatorName && where == d->draft.plan.operatorOrganization)) return;
  d->edit(tr("Name operator"), [who, where](CaseDraft& draft) {
    draft.plan.operatorName = who;
    draft.plan.operatorOrganization = where;
  });
}

std::string Case::Private::dragKey(const std::string& drag, bool dragging) {
  if (activeDrag != drag || drag.empty()) ++dragNumber;
  const bool drags = dragging || (!drag.empty() && activeDrag == drag);
  activeDrag = dragging ? drag : std::string{};
  return drags ? drag + "#" + std::to_string(draft.currentNeedle) + "#" + std::to_string(dragNumber) : std::string{};
}

void Case::Private::edit(const QString& text, const Change& change, const std::string& drag, bool dragging) {
  CaseDraft next = draft;
  change(next);
  undo.push(new EditCommand(text, kept.keep(draft), kept.keep(std::move(next)), dragKey(drag, dragging),
                            [this](const KeptDraft& wanted) { apply(KeptDrafts::restored(wanted)); }));
}

void Case::Private::editGeometry(const QString& text, const Change& change, const std::string& drag, bool dragging) {
  edit(
      text,
      [&change](CaseDraft& next) {
        change(next);
        withdrawAcceptance(next);
      },
      drag, dragging);
}

void Case::Private::editNeedle(const QString& text, const std::function<void(planning::NeedleChoice&)>& change,
                               const std::string& drag, bool dragging) {
  editGeometry(
      text, [&change](CaseDraft& next) { change(next.plan.needles[static_cast<std::size_t>(next.currentNeedle)]); },
      drag, dragging);
}

void Case::Private::apply(CaseDraft next) {
  deriveDefaults(next);
  const bool otherStructures = !sameStructures(draft, next);
  const bool otherLevels = !sameLevels(draft, next);
  const bool otherNeedle = draft.currentNeedle != next.currentNeedle;
  draft = std::move(next);
  reassess();
  if (otherStructures) Q_EMIT self->structuresChanged();
  if (otherLevels) Q_EMIT self->levelsChanged();
  if (otherNeedle) Q_EMIT self->currentNeedleChanged();
  Q_EMIT self->planChanged();
}

planning::Scene Case::Private::scene() const {
  planning::Scene scene{volume.get(), skin.get(), draft.structures};
  for (const auto& [source, finding] : structureFindings)
    if (source.empty() || holdsObject(source) || indexOf(source) >= 0) scene.findings.push_back(finding);
  scene.date = QDate::currentDate().toString(Qt::ISODate).toStdString();
  return scene;
}

bool Case::Private::holdsObject(const std::string& sopInstanceUid) const {
  return !sopInstanceUid.empty() && std::any_of(draft.structures.begin(), draft.structures.end(), [&](const auto& m) {
    return m.structure.sourceSopInstanceUid == sopInstanceUid;
  });
}

void Case::Private::reassess() {
  if (!volume) return void(plan = {});
  planning::PlanChoices choices =
      planning::prepared(draft.plan, volume->identity, citedEvidence(draft, evidence), draft.structures);
  choices.levels = draft.levels.levels;
  planning::Assessment assessment = planning::assess(choices, scene(), planning::procedure::routesInUse());
  plan = {std::move(choices), std::move(assessment), saved};
  plan.report.complete = saved.complete && !self->hasUnsavedChanges();
}

void Case::Private::clear() {
  undo.clear();
  volume.reset();
  skin.reset();
  loading = false;
  draft = {};
  plan = {};
  display.clear();
  evidence.clear();
  structureFindings.clear();
  structureFiles.clear();
  currentStructure.clear();
  reopened.reset();
  segBeside.reset();
  filesBesidePlan.clear();
  saved = {};
  recovered = false;
  keptElsewhere = false;
  tidyUndo();
}

}  // namespace app
