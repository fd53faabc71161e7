#include "app/fluoroscopy/fluoroscopy_case.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QUndoCommand>

#include <algorithm>
#include <utility>

#include "app/case/case.h"
#include "app/json/plan_json.h"
#include "io/files/uid.h"
#include "io/reading/report_reader.h"
#include "io/report/plan_report.h"
#include "planning/plan/preparation.h"

namespace app::fluoroscopy {

using planning::Plan;
using planning::fluoroscopy::Calibration;
using planning::fluoroscopy::GivenGeometry;
using planning::fluoroscopy::MarkedView;

class FluoroscopyCase::Command : public QUndoCommand {
 public:
  Command(const QString& text, FluoroscopyCase& owner, FluoroscopyDraft before, FluoroscopyDraft after, std::string key)
      : QUndoCommand(text), owner_(owner), before_(std::move(before)), after_(std::move(after)), key_(std::move(key)) {}
  int id() const override { return 1; }
  bool mergeWith(const QUndoCommand* other) override {
    const auto& next = *static_cast<const Command*>(other);
    if (key_.empty() || next.key_ != key_) return false;
    after_ = next.after_;
    return true;
  }
  void undo() override { owner_.apply(before_); }
  void redo() override { owner_.apply(after_); }

 private:
  FluoroscopyCase& owner_;
  FluoroscopyDraft before_, after_;
  std::string key_;
};

namespace {

std::size_t at(int view) {
  return static_cast<std::size_t>(view);
}

/// As a draft's report keeps it.
Plan asWritten(const Plan& plan) {
  Plan written = withEnglishFindings(plan);
  written.report.complete = false;
  return written;
}

}  // namespace

FluoroscopyCase& FluoroscopyCase::of(Case& openCase) {
  if (auto* made = openCase.findChild<FluoroscopyCase*>(QString(), Qt::FindDirectChildrenOnly)) return *made;
  return *new FluoroscopyCase(openCase);
}

FluoroscopyCase::FluoroscopyCase(Case& openCase)
    : QObject(&openCase),
      case_(openCase),
      keeper_([this]() -> std::optional<DraftKeeper::Unsaved> {
        if (!hasUnsavedChanges()) return std::nullopt;
        return DraftKeeper::Unsaved{asWritten(plan_), {}, nullptr};
      }),
      draft_(freshDraft()) {
  connect(this, &FluoroscopyCase::planChanged, &keeper_, [this] { keeper_.changed(); });
  connect(&case_, &Case::volumeChanged, this, &FluoroscopyCase::leaveStranger);
  assess();
}

FluoroscopyCase::~FluoroscopyCase() = default;

FluoroscopyDraft FluoroscopyCase::freshDraft() const {
  FluoroscopyDraft draft;
  planning::NeedleChoice needle;
  needle.label = tr("Needle %1").arg(1).toStdString();
  needle.trackingUid = io::newUid();
  draft.plan.needles.push_back(std::move(needle));
  draft.plan.guidance = "fluoroscopy";
  draft.plan.scan.frameOfReferenceUid = io::newUid();
  return draft;
}

std::shared_ptr<io::FluoroscopyRun> FluoroscopyCase::run(int view) const {
  return runs_.at(at(view));
}

int FluoroscopyCase::frame(int view) const {
  return frames_.at(at(view));
}

const MarkedView* FluoroscopyCase::marked(int view) const {
  const auto& open = draft_.views.at(at(view));
  return open ? &open->marked : nullptr;
}

std::optional<planning::fluoroscopy::CArmGeometry> FluoroscopyCase::geometry(int view) const {
  const MarkedView* open = marked(view);
  if (!open) return std::nullopt;
  MarkedView shown = *open;
  shown.frame = frame(view);
  return completed(shown).geometry(shown.frame);
}

planning::Patient FluoroscopyCase::patient() const {
  for (const auto& view : draft_.views)
    if (view) return view->marked.view.identity.patient;
  return {};
}

void FluoroscopyCase::setCurrentView(int view) {
  if (view == current_) return;
  current_ = view;
  Q_EMIT currentViewChanged();
}

void FluoroscopyCase::setFrame(int view, int frame) {
  const auto open = run(view);
  if (!open) return;
  frame = std::clamp(frame, 0, open->frames() - 1);
  if (frame == frames_[at(view)]) return;
  frames_[at(view)] = frame;
  MarkedView& chosen = draft_.views[at(view)]->marked;
  const bool free = !chosen.target && !chosen.entry;  // it has no marks to be faithful to
  if (free) chosen.frame = frame;
  Q_EMIT frameChanged(view);
  const bool geometryMoves = chosen.view.angles.size() > 1 || chosen.view.isocentre.size() > 1;
  if (!free) return;
  assess();
  if (geometryMoves) Q_EMIT planChanged();
}

std::optional<planning::Error> FluoroscopyCase::strangerAmong(const planning::Patient& patient, int view) const {
  std::vector<planning::Patient> others;
  if (case_.volume()) others.push_back(case_.volume()->identity.patient);
  if (const auto* other = marked(1 - view)) others.push_back(other->view.identity.patient);
  for (const auto& other : others) {
    if (samePatient(patient, other)) continue;
    const bool unknown = patient.id.empty() || other.id.empty();
    return planning::Error{unknown ? "patient-unknown" : "another-patient", {}, patient.id + " / " + other.id};
  }
  return std::nullopt;
}

void FluoroscopyCase::leaveStranger() {
  const auto volume = case_.volume();
  if (!volume || isEmpty() || samePatient(volume->identity.patient, patient())) return;
  closeAll();
  Q_EMIT message(tr("The fluoroscopy of another patient was closed"));
}

bool FluoroscopyCase::open(const QString& file, int view) {
  const auto opened = io::FluoroscopyRun::open(file.toStdU16String());
  if (!opened) return Q_EMIT refused(opened.error()), false;
  if (auto stranger = strangerAmong((*opened)->view().identity.patient, view)) {
    stranger->subject = file.toStdString();
    return Q_EMIT refused(*stranger), false;
  }
  const bool first = isEmpty();
  MarkedView marked;
  marked.view = (*opened)->view();
  runs_[at(view)] = *opened;
  frames_[at(view)] = 0;
  edit(tr("Open fluoroscopy"), [&](FluoroscopyDraft& next) {
    next.views[at(view)] = DraftView{file, marked};
    next.nothingMoved = false;
  });
  if (first) undo_.clear();
  keeper_.setScanPath(commonFolder());
  setCurrentView(view);
  return true;
}

void FluoroscopyCase::close(int view) {
  if (!marked(view)) return;
  edit(tr("Close fluoroscopy"), [&](FluoroscopyDraft& next) {
    next.views[at(view)].reset();
    next.nothingMoved = false;
  });
}

void FluoroscopyCase::setMark(int view, Mark MarkedView::*which, const Mark& mark, const QString& text, bool dragging) {
  const MarkedView* now = marked(view);
  if (!now) return;
  if ((now->*which) == mark && now->frame == frame(view)) return endDrag(dragging);
  const bool elsewhere = now->frame != frame(view) && (now->target || now->entry);
  const int formerFrame = now->frame;
  const std::string drag = (which == &MarkedView::target ? "target" : "entry") + std::to_string(view);
  edit(
      text,
      [&](FluoroscopyDraft& next) {
        MarkedView& marked = next.views[at(view)]->marked;
        // What was marked in another frame may have moved since.
        if (elsewhere) marked.target.reset(), marked.entry.reset();
        marked.frame = frame(view);
        marked.*which = mark;
      },
      drag, dragging);
  if (elsewhere) Q_EMIT message(tr("The marks in frame %1 were given up").arg(formerFrame + 1));
}

void FluoroscopyCase::setTarget(int view, const Mark& mark, bool dragging) {
  setMark(view, &MarkedView::target, mark, tr("Mark target"), dragging);
}

void FluoroscopyCase::setEntry(int view, const Mark& mark, bool dragging) {
  setMark(view, &MarkedView::entry, mark, tr("Mark entry"), dragging);
}

void FluoroscopyCase::setGiven(int view, const GivenGeometry& given) {
  if (!marked(view) || marked(view)->given == given) return;
  edit(tr("Give geometry"), [&](FluoroscopyDraft& next) { next.views[at(view)]->marked.given = given; });
}

void FluoroscopyCase::setCalibration(int view, const std::optional<Calibration>& calibration, bool dragging) {
  if (!marked(view)) return;
  if (marked(view)->calibration == calibration) return endDrag(dragging);
  edit(
      tr("Calibrate"), [&](FluoroscopyDraft& next) { next.views[at(view)]->marked.calibration = calibration; },
      "calibration" + std::to_string(view), dragging);
}

void FluoroscopyCase::setNothingMoved(bool word) {
  if (word == draft_.nothingMoved) return;
  edit(tr("Confirm that nothing moved"), [word](FluoroscopyDraft& next) { next.nothingMoved = word; });
}

void FluoroscopyCase::setNeedle(const planning::needle::Needle& needle) {
  if (draft_.plan.needles.front().needle == needle) return;
  edit(tr("Choose needle"), [&](FluoroscopyDraft& next) { next.plan.needles.front().needle = needle; });
}

void FluoroscopyCase::setRoute(const std::string& routeId) {
  if (routeId == draft_.plan.routeId) return;
  edit(tr("Choose route"), [&](FluoroscopyDraft& next) {
    next.plan.routeId = routeId;
    auto& needle = next.plan.needles.front().needle;
    if (const auto* route = planning::procedure::routesInUse().find(routeId); route && !needle)
      needle = route->usualNeedle;
  });
}

void FluoroscopyCase::setLevel(const QString& level) {
  const std::string text = level.trimmed().toStdString();
  if (text == draft_.plan.level) return;
  edit(tr("State level"), [&](FluoroscopyDraft& next) { next.plan.level = text; });
}

void FluoroscopyCase::setSide(planning::anatomy::Side side) {
  if (draft_.plan.side == side) return;
  edit(tr("State side"), [&](FluoroscopyDraft& next) { next.plan.side = side; });
}

void FluoroscopyCase::setCheck(const planning::procedure::CheckAnswer& answer) {
  const auto& given = draft_.plan.checks;
  if (std::find(given.begin(), given.end(), answer) != given.end()) return;
  edit(tr("Answer check"), [&](FluoroscopyDraft& next) {
    std::erase_if(next.plan.checks, [&](const auto& old) { return old.id == answer.id; });
    next.plan.checks.push_back(answer);
  });
}

void FluoroscopyCase::clearCheck(const std::string& id) {
  const auto& given = draft_.plan.checks;
  if (std::none_of(given.begin(), given.end(), [&](const auto& old) { return old.id == id; })) return;
  edit(tr("Clear check"),
       [&](FluoroscopyDraft& next) { std::erase_if(next.plan.checks, [&](const auto& old) { return old.id == id; }); });
}

void FluoroscopyCase::setOperator(const QString& name) {
  const std::string who = name.trimmed().toStdString();
  if (who == draft_.plan.operatorName) return;
  edit(tr("Name operator"), [&](FluoroscopyDraft& next) { next.plan.operatorName = who; });
}

void FluoroscopyCase::endDrag(bool dragging) {
  if (!dragging) activeDrag_.clear();
}

void FluoroscopyCase::edit(const QString& text, const Change& change, const std::string& drag, bool dragging) {
  FluoroscopyDraft next = draft_;
  change(next);
  if (activeDrag_ != drag || drag.empty()) ++dragNumber_;
  const bool drags = dragging || (!drag.empty() && activeDrag_ == drag);
  activeDrag_ = dragging ? drag : std::string();
  const std::string key = drags ? drag + "#" + std::to_string(dragNumber_) : std::string();
  undo_.push(new Command(text, *this, draft_, std::move(next), key));
}

void FluoroscopyCase::apply(const FluoroscopyDraft& next) {
  bool otherRuns = false;
  for (int view = 0; view < kViews; ++view) {
    const auto &before = draft_.views[at(view)], &after = next.views[at(view)];
    const std::filesystem::path wanted = after ? after->file.toStdU16String() : std::u16string();
    const bool same = after ? runs_[at(view)] && runs_[at(view)]->file() == wanted : !runs_[at(view)];
    otherRuns =
        otherRuns || !same || before.has_value() != after.has_value() || (before && before->file != after->file);
    if (same) continue;
    runs_[at(view)].reset();
    frames_[at(view)] = after ? after->marked.frame : 0;
    if (!after) continue;
    auto again = io::FluoroscopyRun::open(wanted);
    if (again)
      runs_[at(view)] = *again;
    else
      Q_EMIT refused(again.error());
  }
  draft_ = next;
  assess();
  if (otherRuns) Q_EMIT viewsChanged();
  Q_EMIT planChanged();
}

void FluoroscopyCase::assess() {
  planning::PlanChoices choices = draft_.plan;
  planning::fluoroscopy::FluoroscopyPlan views;
  for (const auto& view : draft_.views)
    if (view) views.views.push_back(view->marked);
  views.nothingMoved = draft_.nothingMoved;
  const std::string frameOfReference = draft_.plan.scan.frameOfReferenceUid;
  const auto series = seriesOf(views);
  if (!series.empty()) choices.scan = series.front();
  choices.scan.frameOfReferenceUid = frameOfReference;
  choices.fluoroscopy = std::move(views);
  planning::Scene nothing;
  nothing.date = QDate::currentDate().toString(Qt::ISODate).toStdString();
  choices = placedFromViews(std::move(choices));
  planning::Assessment assessment = planning::assess(choices, nothing, planning::procedure::routesInUse());
  plan_ = {std::move(choices), std::move(assessment), saved_};
}

bool FluoroscopyCase::hasMarks() const {
  return std::any_of(draft_.views.begin(), draft_.views.end(),
                     [](const auto& view) { return view && (view->marked.target || view->marked.entry); });
}

bool FluoroscopyCase::savePlan(const QString& file) {
  if (!hasMarks()) return Q_EMIT refused({"nothing-marked", file.toStdString(), {}}), false;
  const auto written = io::report::writePlan(asWritten(plan_), file.toStdU16String());
  if (!written) return Q_EMIT refused(written.error()), false;
  saved_ = written->report;
  recovered_ = false;
  undo_.setClean();
  keeper_.forget();
  assess();
  Q_EMIT planChanged();
  Q_EMIT message(tr("Plan saved: %1").arg(file));
  return true;
}

QString FluoroscopyCase::fileOf(const std::string& sopInstanceUid) const {
  for (const auto& series : case_.lastScan().series)
    for (std::size_t i = 0; i < std::min(series.views.size(), series.files.size()); ++i)
      if (series.views[i].identity.instances.front().sopInstanceUid == sopInstanceUid)
        return QString::fromStdU16String(series.files[i].u16string());
  return {};
}

void FluoroscopyCase::openPlan(const QString& file, const Plan& saved, bool recovers) {
  FluoroscopyDraft next = freshDraft();
  const std::string frameOfReference = saved.choices.scan.frameOfReferenceUid;
  next.plan = saved.choices;
  next.plan.fluoroscopy.reset();
  next.plan.scan = {};
  next.plan.scan.frameOfReferenceUid = frameOfReference.empty() ? io::newUid() : frameOfReference;
  next.nothingMoved = saved.choices.fluoroscopy && saved.choices.fluoroscopy->nothingMoved;
  std::size_t view = 0;
  for (const auto& one : saved.choices.fluoroscopy ? saved.choices.fluoroscopy->views : std::vector<MarkedView>()) {
    const QString source = fileOf(one.view.identity.instances.front().sopInstanceUid);
    if (source.isEmpty()) continue;
    const auto opened = io::FluoroscopyRun::open(source.toStdU16String());
    if (!opened) return void(Q_EMIT refused(opened.error()));
    DraftView wanted{source, one};
    wanted.marked.view = (*opened)->view();  // the file knows more than its report
    next.views[view++] = std::move(wanted);
  }
  if (view == 0) return void(Q_EMIT refused({"views-not-found", file.toStdString(), saved.choices.scan.seriesUid}));
  if (const auto volume = case_.volume(); volume && !samePatient(volume->identity.patient, saved.choices.scan.patient))
    return void(Q_EMIT refused(
        {"another-patient", file.toStdString(), saved.choices.scan.patient.id + " / " + volume->identity.patient.id}));
  closeAll();
  saved_ = saved.report;
  if (recovers) saved_.sopInstanceUid = std::exchange(saved_.predecessorUid, {});
  for (std::size_t i = 0; i < view; ++i) frames_[i] = next.views[i]->marked.frame;
  apply(next);
  for (std::size_t i = 0; i < view; ++i) frames_[i] = next.views[i]->marked.frame;
  undo_.clear();
  recovered_ = recovers;
  if (recovers) keeper_.adopt(file);
  Q_EMIT message(tr("Plan opened: %1").arg(file));
}

/// Where a lost draft's runs are looked for again.
QString FluoroscopyCase::commonFolder() const {
  QString folder;
  for (const auto& view : draft_.views) {
    if (!view) continue;
    const QString own = QFileInfo(view->file).absolutePath();
    if (folder.isEmpty()) folder = own;
    while (own != folder && !own.startsWith(folder + '/') && !QDir(folder).isRoot())
      folder = QFileInfo(folder).absolutePath();
  }
  return folder;
}

void FluoroscopyCase::keepDrafts(const QString& folder, int waitMs) {
  keeper_.keepIn(folder, waitMs);
}

void FluoroscopyCase::closeAll() {
  keeper_.forget();
  recovered_ = false;
  saved_ = {};
  apply(freshDraft());
  undo_.clear();
}

}  // namespace app::fluoroscopy
