#pragma once

#include <QCoreApplication>

#include <functional>
#include <map>
#include <string>

#include "app/case/plan_document.h"
#include "app/work/background.h"

namespace app {

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

  // Without being asked: no edit, nothing refused.
  /// The canal and the discs, none of the vertebrae with a name; `then` follows in any case, unless it was cancelled.
  void proposeSpine(std::function<void()> then);
  /// Once vertebrae are named, and route, level and side are chosen: the sac and the roots that the needles require,
  /// each by its own route, level and side, and no other structure is, where they are expected. In the place of those
  /// of another level or side.
  void proposeNerves();
  void forgetProposals();  ///< the scan is closed

 private:
  struct FoundNerves;
  struct NervesWanted;
  using Nerves = std::vector<planning::anatomy::MeasuredStructure>;
  NervesWanted nervesAsked() const;
  NervesWanted nervesRequired() const;
  void find(Background::Kind kind, const NervesWanted& wanted,
            std::function<void(planning::Expected<FoundNerves>)> done);
  void offer(const NervesWanted& wanted, Nerves nerves);
  void name(const planning::Point& clicked, const std::string& name,
            std::shared_ptr<const planning::anatomy::Spine> spine);
  void take(const FoundNerves& found, bool sameCount);

  ShownScan& shown_;
  PlanDocument& document_;
  Background& background_;
  Reporter& reporter_;
  std::string followed_;                  ///< the last key that proposeNerves() met
  std::map<std::string, Nerves> nerves_;  ///< that were proposed, by key
};

}  // namespace app
