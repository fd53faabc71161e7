#pragma once

#include <QCoreApplication>

#include <string>

#include "app/case/plan_document.h"

namespace app {

class Background;
class Reporter;
class ShownScan;

/// The vertebrae as counted from the operator's click, and the nerves that are expected beside them; each one undo
/// step, found behind the window.
class CountedLevels {
  Q_DECLARE_TR_FUNCTIONS(app::CountedLevels)

 public:
  CountedLevels(ShownScan& shown, PlanDocument& document, Background& background, Reporter& reporter);

  /// The vertebra at a place is `name` (one of anatomy::levelNames()): all others are counted from it. Where no spine
  /// is found this one alone is named, and the operator names others by further clicks.
  void count(const planning::Point& clicked, const std::string& name);
  void forget();
  /// Adds the thecal sac, unless a dura is there, and the exiting root of the plan's level and side where they are
  /// expected, unconfirmed. Those that were expected before are replaced. The spine of a count that was reopened is
  /// found again first.
  void expectNerves();

 private:
  struct FoundNerves;
  struct NervesWanted;
  void name(const planning::Point& clicked, const std::string& name,
            std::shared_ptr<const planning::anatomy::Spine> spine);
  void take(const FoundNerves& found, bool sameCount);

  ShownScan& shown_;
  PlanDocument& document_;
  Background& background_;
  Reporter& reporter_;
};

}  // namespace app
