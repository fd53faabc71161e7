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

  void findBone();
  void findVessels();                              ///< large ones full of contrast, as many as there are
  void findLungs();
  void growVessel(const planning::Point& inside);  ///< full of contrast, from a place in it
  void findTubes(const planning::anatomy::TubeSearch& search);

 private:
  struct Found;
  using Job =
      std::function<planning::Expected<std::vector<planning::anatomy::Segmented>>(planning::Progress& progress)>;
  void find(const QString& what, Job job);
  void take(std::vector<Found> found);

  ShownScan& shown_;
  PlanDocument& document_;
  StructureSources& sources_;
  Background& background_;
  Reporter& reporter_;
};

}  // namespace app
