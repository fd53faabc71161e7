#include "app/fluoroscopy/scan_on_frame.h"

#include <QSettings>
#include <QUndoCommand>

#include <algorithm>

#include "app/case/shown_scan.h"
#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/fluoroscopy/frame_picture.h"

namespace app::fluoroscopy {
namespace {

using planning::Point;
using planning::Vector;
using planning::fluoroscopy::CArmGeometry;
using planning::fluoroscopy::FrameRegistration;
using planning::fluoroscopy::RegistrationFrame;
using planning::fluoroscopy::RegistrationOptions;
using planning::fluoroscopy::RigidPose;

constexpr const char* kLimitSetting = "fluoroscopy/largestResidualMm";

std::optional<planning::PlannedNeedle> currentNeedle(const ShownScan& scan) {
  const auto& plan = scan.plan();
  const auto index = static_cast<std::size_t>(std::max(0, scan.currentNeedle()));
  return index < plan.choices.needles.size() ? std::optional(plan.needle(index)) : std::nullopt;
}

std::vector<float> valuesOf(const io::FramePixels& pixels) {
  std::vector<float> values(pixels.values.size());
  std::transform(pixels.values.begin(), pixels.values.end(), values.begin(),
                 [](std::int16_t value) { return static_cast<float>(value); });
  return values;
}

}  // namespace

/// One gesture: from the pose before it to the one after.
class ScanOnFrame::PoseCommand : public QUndoCommand {
 public:
  PoseCommand(const QString& text, ScanOnFrame& owner, const RigidPose& pose)
      : QUndoCommand(text), owner_(owner), gesture_(owner.gesture_), before_(*owner.pose_), after_(pose) {}
  int id() const override { return 1; }
  bool mergeWith(const QUndoCommand* other) override {
    const auto& next = *static_cast<const PoseCommand*>(other);
    if (next.gesture_ != gesture_) return false;
    after_ = next.after_;
    return true;
  }
  void undo() override { owner_.setPose(before_); }
  void redo() override { owner_.setPose(after_); }

 private:
  ScanOnFrame& owner_;
  int gesture_;
  RigidPose before_, after_;
};

ScanOnFrame::ScanOnFrame(ShownScan& scan, FluoroscopyCase& model, QObject* parent)
    : QObject(parent),
      scan_(scan),
      model_(model),
      limitMm_(QSettings().value(kLimitSetting, planning::fluoroscopy::kUsualLargestResidualMm).toDouble()) {
  connect(&background_, &Background::progress, this, [this](const QString&, double fraction) {
    Q_EMIT progress(fraction);
    if (fraction > 1) Q_EMIT changed();
  });
  connect(&feeder_, &FrameFeeder::arrived, this, [this] { takeFrame(); });
  connect(&model_, &FluoroscopyCase::viewsChanged, this, [this] { takeFrame(); });
  connect(&model_, &FluoroscopyCase::frameChanged, this, [this] { takeFrame(); });
  connect(&model_, &FluoroscopyCase::currentViewChanged, this, [this] { takeFrame(); });
  connect(&model_, &FluoroscopyCase::planChanged, this, [this] { takeFrame(); });
  connect(&scan_, &ShownScan::volumeChanged, this, [this] {
    losePose();
    takeFrame();
  });
  connect(&scan_, &ShownScan::planChanged, this, [this] { takeFrame(); });
  takeFrame();
}

/// Another frame keeps the pose, where the C-arm may have moved too, but not what was measured.
void ScanOnFrame::takeFrame() {
  const int view = model_.currentView();
  const auto run = model_.run(view);
  if (run != run_) {
    run_ = run;
    feeder_.setRun(run);
    losePose();
  }
  if (run && model_.frame(view) != frame_) forget();
  frame_ = model_.frame(view);
  pixels_ = run ? feeder_.want(*frame_) : nullptr;
  if (!pose_ && scan_.volume() && !scan_.isLoading()) pose_ = planning::fluoroscopy::poseAround(pivot());
  Q_EMIT changed();
}

void ScanOnFrame::losePose() {
  pose_.reset();
  undo_.clear();
  forget();
}

void ScanOnFrame::forget() {
  background_.cancelAll();
  result_.reset();
  refusal_.reset();
  byHand_ = true;
}

std::optional<CArmGeometry> ScanOnFrame::view() const {
  auto geometry = run_ ? model_.geometry(model_.currentView()) : std::nullopt;
  if (geometry) geometry->isocentre = planning::makePoint(0, 0, 0);
  return geometry;
}

QImage ScanOnFrame::picture() const {
  return pictureOf(*pixels_, nullptr, usualLook(*run_, *pixels_), run_->view().presentation);
}

std::optional<CArmGeometry> ScanOnFrame::seenFromScan() const {
  const auto frame = view();
  return frame && pose_ ? std::optional(planning::fluoroscopy::seenFrom(*pose_, *frame)) : std::nullopt;
}

Point ScanOnFrame::pivot() const {
  const auto needle = currentNeedle(scan_);
  return needle && needle->target ? *needle->target : scan_.crosshair();
}

void ScanOnFrame::startOver() {
  if (!scan_.volume() || !pose_) return;
  beginMove();
  pushPose(tr("Start over"), planning::fluoroscopy::poseAround(pivot()));
  beginMove();
}

void ScanOnFrame::pushPose(const QString& text, const RigidPose& pose) {
  undo_.push(new PoseCommand(text, *this, pose));
}

void ScanOnFrame::setPose(const RigidPose& pose) {
  pose_ = pose;
  forget();
  Q_EMIT changed();
}

void ScanOnFrame::move(const Vector& turnRadians, const Vector& shift) {
  if (!pose_) return;
  pushPose(tr("Move the scan"), planning::fluoroscopy::moved(*pose_, turnRadians, pose_->apply(pivot()), shift));
}

void ScanOnFrame::shiftBy(double acrossMm, double downMm, double alongMm) {
  const auto frame = view();
  if (!frame) return;
  const planning::fluoroscopy::Projection carm(*frame);
  move(planning::makeVector(0, 0, 0),
       carm.columnDirection() * acrossMm + carm.rowDirection() * downMm + carm.towardDetector() * alongMm);
}

void ScanOnFrame::turnBy(double degrees) {
  const auto frame = view();
  if (!frame) return;
  const planning::fluoroscopy::Projection carm(*frame);
  // From the columns' direction to the rows': clockwise on the screen, mirrored pictures included.
  const Vector axis = planning::cross(carm.columnDirection(), carm.rowDirection());
  move(axis * planning::Angle::degrees(degrees).radians(), planning::makeVector(0, 0, 0));
}

bool ScanOnFrame::mayUseBoth() const {
  return model_.document().plan().choices.fluoroscopy &&
         planning::fluoroscopy::mayCombine(*model_.document().plan().choices.fluoroscopy).has_value() &&
         model_.geometry(0) && model_.geometry(1);
}

void ScanOnFrame::setUsesBoth(bool both) {
  if (both == usesBoth_) return;
  usesBoth_ = both;
  forget();
  Q_EMIT changed();
}

void ScanOnFrame::setLimitMm(double mm) {
  if (mm == limitMm_) return;
  limitMm_ = mm;
  QSettings().setValue(kLimitSetting, mm);
  if (result_ && result_->residualMm > limitMm_) forget();
  Q_EMIT changed();
}

std::optional<RegistrationFrame> ScanOnFrame::frameOf(int view) const {
  auto geometry = model_.geometry(view);
  const auto run = model_.run(view);
  if (!geometry || !run) return std::nullopt;
  const auto pixels = view == model_.currentView() ? pixels_ : run->kept(model_.frame(view));
  if (!pixels) return std::nullopt;
  geometry->isocentre = planning::makePoint(0, 0, 0);
  return RegistrationFrame{*geometry, valuesOf(*pixels)};
}

void ScanOnFrame::run(Job job, bool byHand) {
  const auto volume = scan_.volume();
  const int current = model_.currentView();
  const auto first = frameOf(current);
  if (!volume || !pose_ || !first) return;
  std::vector<RegistrationFrame> frames{*first};
  if (usesBoth())
    if (const auto second = frameOf(1 - current)) frames.push_back(*second);
  RegistrationOptions options;
  options.pivot = pivot();
  options.largestResidualMm = limitMm_;
  forget();
  background_.run<FrameRegistration>(
      Background::Kind::Registration, tr("Registering"),
      [volume, frames, pose = *pose_, options, job](planning::Progress& progress) {
        return job(*volume, frames, pose, options, progress);
      },
      [this, byHand](planning::Expected<FrameRegistration> made) {
        if (made && !byHand) {
          beginMove();
          pushPose(tr("Registration"), made->pose);
          beginMove();
        }
        byHand_ = byHand;
        if (made)
          result_ = *made;
        else
          refusal_ = made.error();
        Q_EMIT changed();
      });
  Q_EMIT changed();
}

void ScanOnFrame::registerToFrame() {
  run(&planning::fluoroscopy::registerToFrames, false);
}

void ScanOnFrame::measure() {
  run(&planning::fluoroscopy::checkRegistration, true);
}

bool ScanOnFrame::isNear(const planning::anatomy::Structure& structure) const {
  const auto needle = currentNeedle(scan_);
  return !needle || std::none_of(needle->clearances.begin(), needle->clearances.end(), [&](const auto& row) {
    return row.structureTrackingUid == structure.trackingUid && row.distanceMm && *row.distanceMm > kNearMm;
  });
}

std::vector<planning::needle::Clearance> ScanOnFrame::clearances() const {
  const auto needle = currentNeedle(scan_);
  if (!result_ || !needle) return {};
  auto made = needle->clearances;
  for (auto& clearance : made) {
    clearance.errorBoundMm += result_->residualMm + result_->depthErrorMm.value_or(0);
    if (clearance.distanceMm && clearance.verdict)
      clearance.verdict = planning::needle::judge(*clearance.distanceMm, clearance.errorBoundMm, clearance.marginMm);
  }
  return made;
}

}  // namespace app::fluoroscopy
