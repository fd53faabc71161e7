#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <optional>

#include "app/work/background.h"
#include "io/practice/exercise_folder.h"
#include "planning/practice/attempt.h"

namespace app {

class PlanFiles;
class PlanDocument;
class Reporter;
class ScanWork;
class ShownScan;
class SkinRisk;

namespace practice {

/// One attempt at an exercise, in the open case: it follows the plan that the trainee makes there, takes the needle's
/// steps, and saves every one of them as it is done.
class Session : public QObject {
  Q_OBJECT

 public:
  /// What an attempt is made in.
  struct Parts {
    ShownScan& scan;
    PlanDocument& document;
    PlanFiles& files;
    ScanWork& work;
    SkinRisk& skinRisk;
    Reporter& reporter;  ///< of the case: hears what the scan refuses
  };
  explicit Session(const Parts& parts, QObject* parent = nullptr);
  ~Session() override;

  /// Checks the seal, opens the scan without structures, sets route, level and side, and starts the clock; in the
  /// background. Then changed(); else refused(). An attempt that is going on is left as it is: saved.
  void start(const io::practice::ExerciseFolder& exercise);
  /// The same, going on with an attempt that was not handed in; the clock goes on from its last step.
  void resume(const io::practice::ExerciseFolder& exercise, const QString& attemptFile);

  bool isActive() const { return active_; }
  const io::practice::ExerciseFolder& exercise() const { return *exercise_; }  ///< of the attempt; while active
  const planning::practice::Course& course() const { return course_; }
  const QString& file() const { return file_; }
  double seconds() const;  ///< the clock

  // Each is a step of the attempt, or refused(). True when it was done.
  bool insert();            ///< on the skin at the planned entry, toward the planned target, as a hand does it
  bool advance(double mm);  ///< negative: drawn back
  bool takeControlSlice();
  bool handIn();  ///< finished(), and no longer active
  /// Leaves the attempt as it is, to go on with it later.
  void leave();

  /// For tests: what the hand's errors are drawn from, instead of chance.
  void setSeed(std::uint32_t seed) { fixedSeed_ = seed; }

 Q_SIGNALS:
  void begun();    ///< the scan is there, the clock runs
  void changed();  ///< active or not, or one step further
  void finished(const QString& attemptFile);
  void refused(const planning::Error& error);
  void workProgress(const QString& what, double fraction);  ///< as Reporter's

 private:
  void open(const io::practice::ExerciseFolder& exercise, planning::practice::Attempt attempt, const QString& file);
  void begin();
  void planAsBefore();
  void recordPlan();
  bool record(planning::practice::Step step);
  void end();

  Parts case_;
  Background background_;
  std::optional<io::practice::ExerciseFolder> exercise_;
  planning::practice::Attempt attempt_;
  planning::practice::Course course_;
  QString file_;
  bool active_ = false, opening_ = false, riskWasShown_ = true;
  QElapsedTimer clock_;
  double secondsBefore_ = 0;  ///< on the clock when it was last started
  QTimer settled_;            ///< runs while a point is being dragged
  std::uint32_t seed_ = 1;
  std::optional<std::uint32_t> fixedSeed_;
};

}  // namespace practice
}  // namespace app
