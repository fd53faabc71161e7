#include "app/review/review_case.h"

#include <QFileInfo>
#include <QUndoCommand>

#include <algorithm>
#include <cmath>
#include <utility>

#include "planning/rounding.h"

namespace app::review {
namespace {

namespace fs = std::filesystem;
using planning::Expected;
using planning::Point;
using planning::Progress;

/// A window in which metal does not drown the tissue around it.
constexpr double kCentreHu = 60, kWidthHu = 600;

fs::path pathOf(const QString& text) {
  return text.toStdU16String();
}

}  // namespace

class ReviewCase::Command : public QUndoCommand {
 public:
  Command(ReviewCase& review, const QString& text, ReviewMarks before, ReviewMarks after)
      : QUndoCommand(text), review_(review), before_(std::move(before)), after_(std::move(after)) {}
  void undo() override { review_.apply(before_); }
  void redo() override { review_.apply(after_); }

 private:
  ReviewCase& review_;
  ReviewMarks before_, after_;
};

ReviewCase::ReviewCase(QObject* parent) : QObject(parent), marks_(freshMarks()) {
  connect(&background_, &Background::progress, this, &ReviewCase::workProgress);
  for (ShownScan* shown : {&shownControl_, &shownPlanned_}) shown->setWindow(kCentreHu, kWidthHu);
}

ReviewCase::~ReviewCase() = default;

ReviewMarks ReviewCase::freshMarks() const {
  ReviewMarks marks;
  marks.shown.resize(planned_ ? planned_->plan.choices.needles.size() : 0);
  marks.timePoint = tr("Control scan %1").arg(1).toStdString();
  return marks;
}

bool ReviewCase::isWorking() const {
  return background_.isBusy(Background::Kind::Report) || background_.isBusy(Background::Kind::Read) ||
         background_.isBusy(Background::Kind::Scan);
}

bool ReviewCase::isRejected() const {
  using planning::review::RegistrationKind;
  const auto& by = outcome_.registration;
  return by && by->kind != RegistrationKind::SameFrame && marks_.acceptable == false;
}

std::optional<std::size_t> ReviewCase::shownNeedle() const {
  if (!outcome_.result) return std::nullopt;
  const auto& needles = outcome_.result->needles;
  const auto at = std::find_if(needles.begin(), needles.end(),
                               [this](const auto& n) { return static_cast<int>(n.planned) == needle_; });
  if (at == needles.end()) return std::nullopt;
  return static_cast<std::size_t>(at - needles.begin());
}

// Edits.

void ReviewCase::edit(const QString& text, const Change& change) {
  ReviewMarks next = marks_;
  change(next);
  if (next == marks_) return;
  undo_.push(new Command(*this, text, marks_, std::move(next)));
}

void ReviewCase::apply(const ReviewMarks& next) {
  marks_ = next;
  compute();
}

planning::OwnSite ReviewCase::site() const {
  if (!planned_) return {};
  const auto& choices = planned_->plan.choices;
  const auto at = static_cast<std::size_t>(needle_);
  if (at >= choices.needles.size()) return {choices.routeId, choices.level, choices.side};
  return planning::ownSiteOf(choices, choices.needles[at]);
}

void ReviewCase::setNeedle(int index) {
  if (!planned_ || index < 0 || index >= static_cast<int>(planned_->plan.choices.needles.size()) || index == needle_)
    return;
  needle_ = index;
  lookAtNeedle();
  Q_EMIT changed();
}

/// Clicked places are what the report keeps of them, so that a control that is opened again has the same numbers.
void ReviewCase::showEntry(const Point& place) {
  showEnd(tr("Show the entry"), &ReviewMarks::Shown::entry, place);
}

void ReviewCase::showTip(const Point& place) {
  showEnd(tr("Show the tip"), &ReviewMarks::Shown::tip, place);
}

void ReviewCase::showEnd(const QString& text, std::optional<Point> ReviewMarks::Shown::*end, const Point& place) {
  if (!planned_ || !control_) return;
  edit(text, [&](ReviewMarks& m) {
    auto& shown = m.shown.at(static_cast<std::size_t>(needle_));
    shown.*end = planning::rounded(place);
    shown.recorded.reset();
  });
}

void ReviewCase::findItself() {
  if (planned_)
    edit(tr("Find the needle"), [&](ReviewMarks& m) { m.shown.at(static_cast<std::size_t>(needle_)) = {}; });
}

/// The first pair that lacks this side takes it. Another registration wants another word.
void ReviewCase::markLandmark(bool inControl, const Point& place) {
  if (!planned_ || !control_) return;
  edit(tr("Mark a landmark"), [&](ReviewMarks& m) {
    const auto side = inControl ? &ReviewMarks::Pair::inControl : &ReviewMarks::Pair::inPlan;
    auto pair = std::find_if(m.landmarks.begin(), m.landmarks.end(), [&](const auto& p) { return !(p.*side); });
    if (pair == m.landmarks.end()) pair = m.landmarks.insert(pair, ReviewMarks::Pair());
    (*pair).*side = planning::rounded(place);
    m.acceptable.reset();
  });
}

void ReviewCase::removeLandmarks() {
  edit(tr("Remove the landmarks"), [](ReviewMarks& m) {
    m.landmarks.clear();
    m.acceptable.reset();
  });
}

void ReviewCase::setAcceptable(std::optional<bool> word) {
  edit(tr("Judge the registration"), [word](ReviewMarks& m) { m.acceptable = word; });
}

void ReviewCase::setContrastTest(const std::string& result) {
  edit(tr("Record the contrast test"), [&](ReviewMarks& m) { m.contrastTest = result; });
}

void ReviewCase::setTimePoint(const QString& text) {
  edit(tr("Name the control"), [&](ReviewMarks& m) { m.timePoint = text.trimmed().toStdString(); });
}

// Opening.

/// Where the plan, its scan and the control lie.
std::vector<fs::path> ReviewCase::folders() const {
  std::vector<fs::path> all = scanFolders_;
  if (!controlPath_.isEmpty()) all.push_back(pathOf(QFileInfo(controlPath_).absolutePath()));
  return all;
}

void ReviewCase::openPlan(const QString& file, const std::vector<fs::path>& scanFolders) {
  scanFolders_ = scanFolders;
  background_.run<OpenedPlan>(
      Background::Kind::Structures, tr("Opening the plan"),
      [path = pathOf(file), where = folders()](Progress& progress) { return openPlanFile(path, where, progress); },
      [this, file](Expected<OpenedPlan> opened) {
        if (!opened) return void(Q_EMIT refused(opened.error()));
        planUnsaved_ = false;
        const bool altered = opened->side.plan.report.seal == planning::Seal::Broken;
        takePlanned(std::move(opened->side), nullptr, file);
        if (altered) Q_EMIT refused({"plan-altered", file.toStdString(), {}});
      });
}

void ReviewCase::takePlan(const ShownScan& scan, const PlanDocument& document) {
  if (!scan.volume() || scan.isLoading()) return void(Q_EMIT refused({"no-planned-needle", {}, {}}));
  if (const auto* shape = planning::anatomy::firstBeingMeasured(document.structures()))
    return void(Q_EMIT refused({"structure-being-measured", shape->structure.name, {}}));
  background_.cancel(Background::Kind::Structures);
  planUnsaved_ = document.hasUnsavedChanges();
  takePlanned({document.plan(), document.structures()}, scan.volume(), {});
}

bool ReviewCase::isStale(const ShownScan& scan, const PlanDocument& document) const {
  if (!reviewsOpenPlan()) return false;
  const auto& then = planned_->plan;
  const auto& now = document.plan();
  const auto samePlace = [](const planning::NeedleChoice& a, const planning::NeedleChoice& b) {
    return a.trackingUid == b.trackingUid && a.label == b.label && a.target == b.target && a.entry == b.entry &&
           a.needle == b.needle && a.routeId == b.routeId && a.level == b.level && a.side == b.side;
  };
  const auto sameShape = [](const auto& a, const auto& b) { return a.field == b.field; };
  return plannedScan_ != scan.volume() || then.report.sopInstanceUid != now.report.sopInstanceUid ||
         planUnsaved_ != document.hasUnsavedChanges() || then.choices.routeId != now.choices.routeId ||
         then.choices.level != now.choices.level || then.choices.side != now.choices.side ||
         !std::equal(then.choices.needles.begin(), then.choices.needles.end(), now.choices.needles.begin(),
                     now.choices.needles.end(), samePlace) ||
         !std::equal(planned_->structures.begin(), planned_->structures.end(), document.structures().begin(),
                     document.structures().end(), sameShape);
}

void ReviewCase::takePlanned(PlannedSide side, std::shared_ptr<const planning::Volume> scan, const QString& file) {
  const bool otherPatient = control_ && !samePatient(side.plan.choices.scan.patient, control_->identity.patient);
  planned_ = std::make_shared<const PlannedSide>(std::move(side));
  plannedScan_ = std::move(scan);
  planFile_ = file;
  strangers_.reset();
  recorded_.reset();
  savedUid_.clear(), savedSeriesUid_.clear(), savedFile_.clear();
  needle_ = 0;
  outcome_ = {};
  undo_.clear();
  marks_ = freshMarks();
  shownPlanned_.clear();
  if (otherPatient) dropControl();
  showScans();
  compute();
}

void ReviewCase::dropControl() {
  control_.reset();
  skin_.reset();
  choices_.clear();
  controlPath_.clear();
  shownControl_.clear();
}

void ReviewCase::openControl(const QString& path) {
  background_.run<std::vector<io::dicom::SeriesInfo>>(
      Background::Kind::Scan, tr("Searching for the control"),
      [file = pathOf(path)](Progress& progress) { return ctSeries(file, progress); },
      [this, path](Expected<std::vector<io::dicom::SeriesInfo>> found) {
        if (!found) return void(Q_EMIT refused(found.error()));
        controlPath_ = path;
        choices_ = std::move(*found);
        if (awaited()) return readAwaited();
        auto rest = choices_;
        if (planned_)
          std::erase_if(rest,
                        [&](const auto& s) { return s.identity.seriesUid == planned_->plan.choices.scan.seriesUid; });
        if (choices_.size() == 1) return readControl(choices_.front());
        if (rest.size() == 1 && !fragmentFinding(rest.front())) return readControl(rest.front());
        Q_EMIT changed();
        Q_EMIT message(tr("Several series: choose the control"));
      });
  Q_EMIT changed();
}

void ReviewCase::chooseControl(std::size_t n) {
  if (n < choices_.size()) readControl(io::dicom::SeriesInfo(choices_[n]));
}

void ReviewCase::readControl(const io::dicom::SeriesInfo& series) {
  strangers_.reset();
  if (planned_ && !samePatient(planned_->plan.choices.scan.patient, series.identity.patient)) {
    const auto& mine = planned_->plan.choices.scan.patient;
    strangers_ = Strangers{mine, series.identity.patient};
    Q_EMIT refused(
        {"another-patient", pathOf(controlPath_).filename().string(), bothShown(mine, series.identity.patient)});
    return void(Q_EMIT changed());
  }
  controlPart_ = series.part;
  background_.run<OpenedControl>(
      Background::Kind::Read, tr("Loading the control"),
      [series](Progress& progress) { return openControlSeries(series, progress); },
      [this](Expected<OpenedControl> opened) {
        if (!opened) return void(Q_EMIT refused(opened.error()));
        takeControl(std::move(*opened));
      });
  Q_EMIT changed();
}

void ReviewCase::takeControl(OpenedControl opened) {
  if (control_ || (recorded_ && recorded_->actual.choices.scan.seriesUid != opened.volume->identity.seriesUid))
    recorded_.reset();  // another look
  control_ = std::move(opened.volume);
  skin_ = std::move(opened.skin);
  savedUid_.clear(), savedSeriesUid_.clear(), savedFile_.clear();
  outcome_ = {};
  undo_.clear();
  marks_ = freshMarks();
  if (recorded_) putBackRecord();
  looked_ = false;
  shownBy_.reset();
  shownControl_.show(control_, skin_, {});
  compute();
}

void ReviewCase::openStructures(const QString& file) {
  if (!planned_) return;
  background_.run<std::vector<planning::anatomy::MeasuredStructure>>(
      Background::Kind::Structures, tr("Reading structures"),
      [path = pathOf(file), side = planned_, scan = plannedScan_](Progress& progress) {
        return plannedStructures(side->plan, scan.get(), {path}, progress);
      },
      [this](Expected<std::vector<planning::anatomy::MeasuredStructure>> read) {
        if (!read) return void(Q_EMIT refused(read.error()));
        PlannedSide side = *planned_;
        for (auto& structure : *read) {
          const bool known = std::any_of(side.structures.begin(), side.structures.end(),
                                         [&](const auto& m) { return m.structure.name == structure.structure.name; });
          if (!known) side.structures.push_back(std::move(structure));
        }
        side.missing = missingStructures(side.plan, side.structures);
        planned_ = std::make_shared<const PlannedSide>(std::move(side));
        shownBy_.reset();
        shownPlanned_.clear();
        showScans();
        compute();
      });
}

void ReviewCase::wantPlannedScan() {
  if (!planned_ || plannedScan_ || background_.isBusy(Background::Kind::Spine)) return;
  background_.run<std::shared_ptr<const planning::Volume>>(
      Background::Kind::Spine, tr("Looking for the planned scan"),
      [scan = planned_->plan.choices.scan, where = folders()](Progress& progress) {
        return findPlannedScan(scan, where, progress);
      },
      [this](Expected<std::shared_ptr<const planning::Volume>> found) {
        if (!found) return void(Q_EMIT refused(found.error()));
        if (!*found) return void(Q_EMIT refused({"plan-scan-needed", {}, {}}));
        plannedScan_ = *found;
        showScans();
        Q_EMIT changed();
      });
}

// What follows.

void ReviewCase::compute() {
  if (!planned_ || !control_) return void(Q_EMIT changed());
  ReviewInput input{planned_, plannedScan_, folders(), {control_, skin_}, marks_, outcome_, recorded_};
  background_.run<Outcome>(
      Background::Kind::Report, tr("Finding the needle"),
      [input = std::move(input)](Progress& progress) { return outcomeOf(input, progress); },
      [this](Expected<Outcome> outcome) {
        if (!outcome) outcome_ = {}, outcome_.why = outcome.error(), Q_EMIT changed();
        if (outcome) takeOutcome(std::move(*outcome));
      });
  Q_EMIT changed();
}

void ReviewCase::takeOutcome(Outcome outcome) {
  outcome_ = std::move(outcome);
  if (outcome_.plannedScan) plannedScan_ = outcome_.plannedScan;
  if (std::exchange(recordUnchecked_, false) && recorded_ && keepRecordedPlaces()) return compute();
  showScans();
  if (!looked_ && outcome_.result) lookAtNeedle();
  Q_EMIT changed();
}

/// The control with the structures as the registration brings them over; the planned scan once it is there.
void ReviewCase::showScans() {
  if (plannedScan_ && planned_ && shownPlanned_.volume() != plannedScan_) {
    shownPlanned_.show(plannedScan_, nullptr, planned_->structures);
    shownPlanned_.setWindow(kCentreHu, kWidthHu);
    if (const auto& needles = planned_->plan.choices.needles; !needles.empty() && needles.front().target)
      shownPlanned_.setCrosshair(*needles.front().target);
  }
  if (!control_ || !planned_ || !outcome_.registration || shownBy_ == outcome_.registration->controlToPlan) return;
  const Point where = shownControl_.crosshair();
  shownControl_.show(control_, skin_,
                     planning::review::structuresInControl(planned_->structures, *outcome_.registration, {}));
  shownControl_.setWindow(kCentreHu, kWidthHu);
  shownControl_.setCrosshair(where);
  shownBy_ = outcome_.registration->controlToPlan;
}

void ReviewCase::lookAtNeedle() {
  const auto at = shownNeedle();
  if (!at) return;
  lookAt(outcome_.result->needles[*at].found.trajectory.target);
  if (!std::exchange(looked_, true)) Q_EMIT needleReached();
}

/// In the middle of the slice that holds the place.
void ReviewCase::lookAt(const Point& place) {
  if (!control_) return;
  itk::ContinuousIndex<double, 3> index;
  Point middle = place;
  if (control_->hu->TransformPhysicalPointToContinuousIndex(place, index)) {
    index[2] = std::round(index[2]);
    control_->hu->TransformContinuousIndexToPhysicalPoint(index, middle);
  }
  shownControl_.setCrosshair(middle);
}

void ReviewCase::cancelWork() {
  const bool computing = background_.isBusy(Background::Kind::Report);
  if (!background_.cancelAll()) return;
  if (computing)
    outcome_ = {}, outcome_.why = planning::Error{"cancelled", {}, {}};  // what was known is of other marks
  Q_EMIT message(tr("Cancelled"));
  Q_EMIT changed();
}

}  // namespace app::review
