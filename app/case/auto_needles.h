#pragma once

#include <QObject>

#include <memory>
#include <optional>

#include "planning/search/auto_ground.h"

namespace app {

class Background;
class PlanDocument;
class ShownScan;

/// Target and entry of the current needle proposed together, as `needleplan auto` does, behind the window, when the
/// operator asks, clear of the session's other needles. While it is looked for, a change of scan, structures, other
/// needles, route, level or side begins it anew; an answer that such a change made out of date goes. Nothing is taken
/// over by itself. Lives in the window's thread.
class AutoNeedles : public QObject {
  Q_OBJECT

 public:
  enum class State {
    NoScan,     ///< or no skin yet, or the plan is none to propose for: an exercise's
    NoTarget,   ///< the program looks for no target of this route
    Unstated,   ///< route, level or side lacks
    MayBegin,   ///< nothing was asked
    OutOfDate,  ///< what was answered no longer fits
    Looking,
    Answered  ///< answer() is there
  };
  using Answer = planning::Expected<planning::AutoAnswer>;

  AutoNeedles(ShownScan& shown, PlanDocument& document, Background& background);
  ~AutoNeedles() override;

  State state() const;
  void begin();   ///< nothing where it may not
  void giveUp();  ///< what is looked for, and what was answered

  /// Needles, best first, or what blocks; or why there is neither. Null unless Answered.
  const Answer* answer() const { return answer_ ? &*answer_ : nullptr; }
  /// One of the answer's needles in the views: drawn as proposed; `jump` brings the slices to its target. None takes it
  /// away.
  void show(std::optional<std::size_t> which, bool jump);
  /// Target and entry of one into the plan, one undo step: as a proposal, that somebody has yet to see on the scan
  /// (planning/plan/imported.h).
  void take(std::size_t which);

  static constexpr std::size_t kMost = 3;

 Q_SIGNALS:
  void changed();

 private:
  struct Wish;

  std::shared_ptr<const Wish> wishNow() const;
  void follow();
  void drop(bool outOfDate);
  const planning::AutoNeedle* needle(std::size_t which) const;

  ShownScan& shown_;
  PlanDocument& document_;
  Background& background_;
  std::shared_ptr<const Wish> wish_;  ///< that is looked for, or answered; null: none
  std::optional<Answer> answer_;
  bool outOfDate_ = false;
};

}  // namespace app
