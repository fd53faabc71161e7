#pragma once

#include <QImage>
#include <QObject>
#include <QUndoStack>

#include <memory>
#include <optional>
#include <vector>

#include "app/fluoroscopy/frame_feeder.h"
#include "app/work/background.h"
#include "planning/fluoroscopy/registration.h"
#include "planning/needle/clearance.h"

namespace app {
class ShownScan;
}

namespace app::fluoroscopy {

class FluoroscopyCase;

/// The open scan brought to the frame of the current fluoroscopy view, by hand or by its intensities, so that the plan
/// made on the scan can be drawn over the frame. Nothing is drawn before the residual is measured and within the limit.
class ScanOnFrame : public QObject {
  Q_OBJECT

 public:
  /// Structures farther from the needle are neither listed nor outlined on the frame.
  static constexpr double kNearMm = 30;

  ScanOnFrame(ShownScan& scan, FluoroscopyCase& model, QObject* parent = nullptr);

  /// The frame, its isocentre at the origin; absent while no run with whole geometry is shown.
  std::optional<planning::fluoroscopy::CArmGeometry> view() const;
  std::shared_ptr<const io::FramePixels> pixels() const { return pixels_; }  ///< null until read
  QImage picture() const;  ///< of pixels(), which must be there, in the file's own window
  /// Of the frame in the scan's own frame of reference, for the present pose; absent without frame or scan.
  std::optional<planning::fluoroscopy::CArmGeometry> seenFromScan() const;

  /// Of the pose; a step takes what was measured away. Another run, or another scan, empties it.
  QUndoStack& undoStack() { return undo_; }

  // The pose by hand: what was measured no longer holds.
  void beginMove() { ++gesture_; }  ///< what is moved until the next one, or a registration, is one undo step
  void startOver();                 ///< the current needle's target (else the crosshair) in the isocentre, not turned
  void shiftBy(double acrossMm, double downMm, double alongMm);  ///< in the picture, at the isocentre's depth
  void turnBy(double degrees);                                   ///< clockwise in the picture, about the pivot

  // Measured behind the window; each ends in changed().
  void registerToFrame();
  void measure();  ///< the pose as it is
  void cancel() { background_.cancelAll(); }
  bool isBusy() const { return background_.isBusy(Background::Kind::Registration); }

  /// Frames of both views, where both have their geometry and the operator said that nothing moved between them.
  bool mayUseBoth() const;
  bool usesBoth() const { return usesBoth_ && mayUseBoth(); }
  void setUsesBoth(bool both);
  double limitMm() const { return limitMm_; }
  void setLimitMm(double mm);

  /// Of the present pose; absent while not measured, or refused.
  const std::optional<planning::fluoroscopy::FrameRegistration>& result() const { return result_; }
  const std::optional<planning::Error>& refusal() const { return refusal_; }
  bool byHand() const { return byHand_; }
  /// The current needle's clearances with the residual, and of one view its depth error, added to their error bounds,
  /// judged again; worst first. Empty without a result.
  std::vector<planning::needle::Clearance> clearances() const;
  /// Whether a structure of the case is within kNearMm of the current needle, as far as is known.
  bool isNear(const planning::anatomy::Structure& structure) const;

 Q_SIGNALS:
  void changed();
  void progress(double fraction);  ///< > 1: ended

 private:
  class PoseCommand;
  using Job = planning::Expected<planning::fluoroscopy::FrameRegistration> (*)(
      const planning::Volume&, const std::vector<planning::fluoroscopy::RegistrationFrame>&,
      const planning::fluoroscopy::RigidPose&, const planning::fluoroscopy::RegistrationOptions&, planning::Progress&);

  void takeFrame();
  void run(Job job, bool byHand);
  std::optional<planning::fluoroscopy::RegistrationFrame> frameOf(int view) const;
  planning::Point pivot() const;
  void move(const planning::Vector& turnRadians, const planning::Vector& shift);
  void pushPose(const QString& text, const planning::fluoroscopy::RigidPose& pose);
  void setPose(const planning::fluoroscopy::RigidPose& pose);
  void losePose();
  void forget();

  ShownScan& scan_;
  FluoroscopyCase& model_;
  FrameFeeder feeder_;
  Background background_;
  std::shared_ptr<io::FluoroscopyRun> run_;
  std::shared_ptr<const io::FramePixels> pixels_;
  std::optional<int> frame_;  ///< that was taken last
  std::optional<planning::fluoroscopy::RigidPose> pose_;
  std::optional<planning::fluoroscopy::FrameRegistration> result_;
  std::optional<planning::Error> refusal_;
  QUndoStack undo_;
  int gesture_ = 0;
  bool byHand_ = false, usesBoth_ = true;
  double limitMm_;
};

}  // namespace app::fluoroscopy
