#pragma once

#include <QCoreApplication>

#include <functional>
#include <vector>

#include "app/case/plan_document.h"
#include "planning/anatomy/segmented.h"
#include "planning/progress.h"

namespace planning::anatomy {
struct TubeSearch;
}

namespace app {

class Background;
class Reporter;
class ShownScan;
struct StructureSources;

/// Structures that the program finds in the scan, behind the window: each search ends in one undo step with the new
/// structures (unconfirmed; the first of several is then the current one), or is refused.
class StructureFinder {
  Q_DECLARE_TR_FUNCTIONS(app::StructureFinder)

 public:
  StructureFinder(ShownScan& shown, PlanDocument& document, StructureSources& sources, Background& background,
                  Reporter& reporter);

  void findLungs();
  void findBone();     ///< of the body: not the table's
  void findVessels();  ///< large ones full of contrast, as many as there are
  /// The same without being asked: what is found is proposed, which is no edit, and nothing that is not found is
  /// refused. `then` follows in any case, unless the work was cancelled.
  void proposeBone(std::function<void()> then);
  void proposeVessels(std::function<void()> then);
  void growVessel(const planning::Point& inside);  ///< full of contrast, from a place in it
  void findTubes(const planning::anatomy::TubeSearch& search);

 private:
  struct Found;
  using Job =
      std::function<planning::Expected<std::vector<planning::anatomy::Segmented>>(planning::Progress& progress)>;
  static std::function<planning::Expected<std::vector<Found>>(planning::Progress&)> measuring(Job job);
  Job boneJob() const;
  Job vesselJob() const;
  void find(const QString& what, Job job);
  void propose(const QString& what, Job job, std::function<void()> then);
  void dropKnown(std::vector<Found>& found) const;
  std::vector<planning::anatomy::MeasuredStructure> named(std::vector<Found> found);
  void take(std::vector<Found> found);

  ShownScan& shown_;
  PlanDocument& document_;
  StructureSources& sources_;
  Background& background_;
  Reporter& reporter_;
};

}  // namespace app
