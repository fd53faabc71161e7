#include "app/fluoroscopy/fluoroscopy_case.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

#include "app/case/scan_work.h"
#include "app/case/shown_scan.h"
#include "app/json/plan_json.h"
#include "io/files/uid.h"
#include "io/reading/report_reader.h"
#include "io/report/plan_report.h"
#include "planning/plan/assess.h"
#include "planning/plan/preparation.h"

namespace app::fluoroscopy {

using planning::Plan;
using planning::fluoroscopy::Calibration;
using planning::fluoroscopy::GivenGeometry;
using planning::fluoroscopy::MarkedView;

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

PlanDraft freshDraft() {
  PlanDraft draft = emptyDraft();
  draft.choices.guidance = "fluoroscopy";
  draft.choices.scan.frameOfReferenceUid = io::newUid();
  return draft;
}

PlanDocument::Assessed assessed(const PlanDraft& draft) {
  planning::PlanChoices choices = draft.choices;
  planning::fluoroscopy::FluoroscopyPlan views;
  for (const auto& [place, view] : draft.views) views.views.push_back(view.marked);
  views.nothingMoved = draft.nothingMoved;
  const auto series = seriesOf(views);
  if (!series.empty()) choices.scan = series.front();
  choices.scan.frameOfReferenceUid = draft.choices.scan.frameOfReferenceUid;
  choices.fluoroscopy = std::move(views);
  planning::Scene nothing;
  nothing.date = QDate::currentDate().toString(Qt::ISODate).toStdString();
  choices = planning::placedFromViews(std::move(choices));
  auto assessment = planning::assess(choices, nothing, planning::procedure::routesInUse());
  return {std::move(choices), std::move(assessment)};
}

/// A route that was just chosen gives its usual needle while there is none.
void takeUsualNeedle(PlanDraft& next, const PlanDraft& before) {
  if (next.choices.routeId == before.choices.routeId) return;
  auto& needle = next.choices.needles.front().needle;
  if (const auto* route = planning::procedure::routesInUse().find(next.choices.routeId); route && !needle)
    needle = route->usualNeedle;
}

}  // namespace

FluoroscopyCase::FluoroscopyCase(const ShownScan& scan, const ScanWork& work, QObject* parent)
    : QObject(parent),
      scan_(scan),
      work_(work),
      document_({assessed, takeUsualNeedle}),
      keeper_([this]() -> std::optional<DraftKeeper::Unsaved> {
        if (!hasUnsavedChanges()) return std::nullopt;
        return DraftKeeper::Unsaved{asWritten(document_.plan()), {}, nullptr};
      }) {
  connect(&document_, &PlanDocument::renewed, this, &FluoroscopyCase::takeRuns);
  connect(&document_, &PlanDocument::planChanged, this, &FluoroscopyCase::planChanged);
  connect(this, &FluoroscopyCase::planChanged, &keeper_, [this] { keeper_.changed(); });
  connect(&scan_, &ShownScan::volumeChanged, this, &FluoroscopyCase::leaveStranger);
  document_.open(freshDraft());
}

FluoroscopyCase::~FluoroscopyCase() = default;

std::shared_ptr<io::FluoroscopyRun> FluoroscopyCase::run(int view) const {
  return runs_.at(at(view));
}

int FluoroscopyCase::frame(int view) const {
  return frames_.at(at(view));
}

const MarkedView* FluoroscopyCase::marked(int view) const {
  const auto open = views().find(view);
  return open == views().end() ? nullptr : &open->second.marked;
}

std::optional<planning::fluoroscopy::CArmGeometry> FluoroscopyCase::geometry(int view) const {
  const MarkedView* open = marked(view);
  if (!open) return std::nullopt;
  MarkedView shown = *open;
  shown.frame = frame(view);
  return completed(shown).geometry(shown.frame);
}

planning::Patient FluoroscopyCase::patient() const {
  return isEmpty() ? planning::Patient() : views().begin()->second.marked.view.identity.patient;
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
  const MarkedView& chosen = *marked(view);
  const bool free = !chosen.target && !chosen.entry;  // it has no marks to be faithful to
  const bool geometryMoves = chosen.view.angles.size() > 1 || chosen.view.isocentre.size() > 1;
  if (free) document_.amend([&](PlanDraft& draft) { draft.views.at(view).marked.frame = frame; });
  Q_EMIT frameChanged(view);
  if (free && geometryMoves) Q_EMIT document_.planChanged();
}

std::optional<planning::Error> FluoroscopyCase::strangerAmong(const planning::Patient& patient, int view) const {
  std::vector<planning::Patient> others;
  if (scan_.volume()) others.push_back(scan_.volume()->identity.patient);
  if (const auto* other = marked(1 - view)) others.push_back(other->view.identity.patient);
  for (const auto& other : others) {
    if (samePatient(patient, other)) continue;
    const bool unknown = patient.id.empty() || other.id.empty();
    return planning::Error{unknown ? "patient-unknown" : "another-patient", {}, bothShown(patient, other)};
  }
  return std::nullopt;
}

void FluoroscopyCase::leaveStranger() {
  const auto volume = scan_.volume();
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
  document_.edit(tr("Open fluoroscopy"), [&](PlanDraft& next) {
    next.views[view] = OpenedView{file.toStdU16String(), marked};
    next.nothingMoved = false;
  });
  if (first) document_.undoStack().clear();
  keeper_.setScanPath(commonFolder());
  setCurrentView(view);
  return true;
}

void FluoroscopyCase::close(int view) {
  if (!marked(view)) return;
  document_.edit(tr("Close fluoroscopy"), [&](PlanDraft& next) {
    next.views.erase(view);
    next.nothingMoved = false;
  });
}

void FluoroscopyCase::setMark(int view, Mark MarkedView::*which, const Mark& mark, const QString& text, bool dragging) {
  const MarkedView* now = marked(view);
  if (!now) return;
  if (!dragging) document_.endDrag();
  if ((now->*which) == mark && now->frame == frame(view)) return;
  const bool elsewhere = now->frame != frame(view) && (now->target || now->entry);
  const int formerFrame = now->frame;
  const std::string drag = (which == &MarkedView::target ? "target" : "entry") + std::to_string(view);
  document_.edit(
      text,
      [&](PlanDraft& next) {
        MarkedView& marked = next.views.at(view).marked;
        // What was marked in another frame may have moved since.
        if (elsewhere) marked.target.reset(), marked.entry.reset();
        marked.frame = frame(view);
        marked.*which = mark;
      },
      dragging ? drag : std::string());
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
  document_.edit(tr("Give geometry"), [&](PlanDraft& next) { next.views.at(view).marked.given = given; });
}

void FluoroscopyCase::setCalibration(int view, const std::optional<Calibration>& calibration, bool dragging) {
  if (!marked(view)) return;
  if (!dragging) document_.endDrag();
  if (marked(view)->calibration == calibration) return;
  document_.edit(
      tr("Calibrate"), [&](PlanDraft& next) { next.views.at(view).marked.calibration = calibration; },
      dragging ? "calibration" + std::to_string(view) : std::string());
}

void FluoroscopyCase::setNothingMoved(bool word) {
  if (word == document_.draft().nothingMoved) return;
  document_.edit(tr("Confirm that nothing moved"), [word](PlanDraft& next) { next.nothingMoved = word; });
}

/// The runs of the views that the draft has now.
void FluoroscopyCase::takeRuns() {
  bool otherRuns = false;
  for (int view = 0; view < kViews; ++view) {
    const auto found = views().find(view);
    const OpenedView* now = found == views().end() ? nullptr : &found->second;
    const std::filesystem::path file = now ? now->file : std::filesystem::path();
    otherRuns = otherRuns || std::exchange(files_[at(view)], file) != file;
    auto& run = runs_[at(view)];
    if (now ? run && run->file() == file : !run) continue;
    otherRuns = true;
    run.reset();
    frames_[at(view)] = now ? now->marked.frame : 0;
    if (!now) continue;
    if (auto again = io::FluoroscopyRun::open(now->file))
      run = *again;
    else
      Q_EMIT refused(again.error());
  }
  if (otherRuns) Q_EMIT viewsChanged();
}

bool FluoroscopyCase::hasMarks() const {
  return std::any_of(views().begin(), views().end(),
                     [](const auto& view) { return view.second.marked.target || view.second.marked.entry; });
}

bool FluoroscopyCase::savePlan(const QString& file) {
  if (!hasMarks()) return Q_EMIT refused({"nothing-marked", file.toStdString(), {}}), false;
  const auto written = io::report::writePlan(asWritten(document_.plan()), file.toStdU16String());
  if (!written) return Q_EMIT refused(written.error()), false;
  document_.markSaved(written->report);
  keeper_.forget();
  Q_EMIT message(tr("Plan saved: %1").arg(file));
  return true;
}

std::filesystem::path FluoroscopyCase::fileOf(const std::string& sopInstanceUid) const {
  for (const auto& series : work_.lastScan().series)
    for (std::size_t i = 0; i < std::min(series.views.size(), series.files.size()); ++i)
      if (series.views[i].identity.instances.front().sopInstanceUid == sopInstanceUid) return series.files[i];
  return {};
}

/// With the views that were found again; absent when it was refused.
std::optional<PlanDraft> FluoroscopyCase::reopened(const Plan& plan, const QString& file) {
  PlanDraft next = freshDraft();
  const std::string frameOfReference = plan.choices.scan.frameOfReferenceUid;
  next.choices = plan.choices;
  next.choices.fluoroscopy.reset();
  next.choices.scan = {};
  next.choices.scan.frameOfReferenceUid = frameOfReference.empty() ? io::newUid() : frameOfReference;
  next.nothingMoved = plan.choices.fluoroscopy && plan.choices.fluoroscopy->nothingMoved;
  int view = 0;
  for (const auto& saved : plan.choices.fluoroscopy ? plan.choices.fluoroscopy->views : std::vector<MarkedView>()) {
    const auto source = fileOf(saved.view.identity.instances.front().sopInstanceUid);
    if (source.empty()) continue;
    const auto opened = io::FluoroscopyRun::open(source);
    if (!opened) return Q_EMIT refused(opened.error()), std::nullopt;
    OpenedView wanted{source, saved};
    wanted.marked.view = (*opened)->view();  // the file knows more than its report
    next.views.emplace(view++, std::move(wanted));
  }
  if (view > 0) return next;
  Q_EMIT refused({"views-not-found", file.toStdString(), plan.choices.scan.seriesUid});
  return std::nullopt;
}

void FluoroscopyCase::openPlan(const QString& file, const Plan& saved, bool recovers) {
  auto next = reopened(saved, file);
  if (!next) return;
  if (const auto volume = scan_.volume(); volume && !samePatient(volume->identity.patient, saved.choices.scan.patient))
    return void(Q_EMIT refused(
        {"another-patient", file.toStdString(), bothShown(saved.choices.scan.patient, volume->identity.patient)}));
  closeAll();
  const bool altered = saved.report.seal == planning::Seal::Broken;
  if (altered) next->choices.siteCheck.reset();
  document_.open(std::move(*next), saved.report, recovers);
  document_.announce();
  if (altered) Q_EMIT refused({"plan-altered", file.toStdString(), {}});
  if (recovers) keeper_.adopt(file);
  Q_EMIT message(tr("Plan opened: %1").arg(file));
}

/// Where a lost draft's runs are looked for again.
QString FluoroscopyCase::commonFolder() const {
  QString folder;
  for (const auto& [place, view] : views()) {
    const QString own = QFileInfo(QString::fromStdU16String(view.file.u16string())).absolutePath();
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
  document_.open(freshDraft());
  document_.announce();
}

}  // namespace app::fluoroscopy
