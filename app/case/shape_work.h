#pragma once

#include <QObject>

#include <deque>
#include <optional>
#include <string>

#include "app/case/plan_document.h"
#include "app/case/shape_edit.h"

namespace app {

class Background;
class Reporter;
class ShownScan;

/// Changes of the shapes of masks, behind the window, one after the other: each is one undo step, and the structure is
/// unconfirmed again.
class ShapeWork : public QObject {
  Q_OBJECT

 public:
  ShapeWork(ShownScan& shown, PlanDocument& document, Background& background, Reporter& reporter);

  void edit(std::optional<int> structure, ShapeEdit edit);  ///< refused without a structure, or for a tube
  bool isBusy() const { return !waiting_.empty(); }
  void giveUp();  ///< nothing is edited any more; what was waiting is not done

 Q_SIGNALS:
  void ended();  ///< nothing is being done or waits any more

 private:
  struct Waiting {
    std::string structureUid;
    ShapeEdit edit;
  };
  void start();
  void take(const planning::anatomy::Mask::Pointer& before,
            planning::Expected<planning::anatomy::MeasuredStructure> result);

  ShownScan& shown_;
  PlanDocument& document_;
  Background& background_;
  Reporter& reporter_;
  std::deque<Waiting> waiting_;  ///< the first one is being done
};

}  // namespace app
