#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "planning/search/proposal.h"

namespace app {

class ShownScan;

/// What the entry search says of the whole skin for the current target, as the views draw it.
struct SkinRiskMap {
  std::shared_ptr<const planning::anatomy::Surface> surface;  ///< the skin
  /// Two a vertex of the surface: room in mm (0 to planning::kMostRoomMm), and 0 allowed, 1 forbidden, 2 out of reach.
  std::vector<float> values;
  bool coarse = false;  ///< a place in planning::kCoarseMm stands for its neighbours: the whole is on its way
  planning::SkinSearch search;
};

/// Follows the scan that is shown: whenever target, needle, route, structures or margins change, decides every place of
/// the skin behind the window, first a coarse picture, then all of it and the short list of ways in. The latest wish
/// wins; what was asked before is dropped, but a coarse picture once begun is shown, so that a drag is followed.
/// Computes nothing until somebody wants it. Lives in the window's thread.
class SkinRisk : public QObject {
  Q_OBJECT

 public:
  explicit SkinRisk(ShownScan& scan);
  ~SkinRisk() override;

  /// Somebody will look: a window, a test.
  void want();
  /// The operator's wish to see the map in the views; the short list is made all the same.
  bool isShown() const { return shown_; }
  void setShown(bool shown);

  std::shared_ptr<const SkinRiskMap> map() const { return map_; }  ///< null: nothing to say
  /// Null unless it is shown.
  std::shared_ptr<const SkinRiskMap> shownMap() const { return shown_ ? map_ : nullptr; }
  const std::vector<planning::Proposal>& proposals() const { return proposals_; }
  /// Why there are none; absent while there are, or while they are on their way.
  const std::optional<planning::Error>& whyNone() const { return whyNone_; }
  bool isWorking() const { return running_; }

  static constexpr std::size_t kProposals = 5;

 Q_SIGNALS:
  void mapChanged();
  void proposalsChanged();

 private:
  struct Wish;
  struct Result;

  void follow();
  void drop();
  void tellMap();
  void start(bool fine);
  static void search(Result& result, planning::Progress& progress);
  void take(const std::shared_ptr<const Result>& result);
  std::shared_ptr<const Wish> wishNow() const;

  ShownScan& scan_;
  bool wanted_ = false, shown_ = true, running_ = false;
  std::shared_ptr<const Wish> wish_;  ///< the latest; null: none
  std::shared_ptr<std::atomic<bool>> stop_;
  std::shared_ptr<const SkinRiskMap> map_;
  std::vector<planning::Proposal> proposals_;
  std::optional<planning::Error> whyNone_;
  std::shared_ptr<const planning::SkinPlaces> places_;  ///< of placesOf_
  std::shared_ptr<const planning::anatomy::Skin> placesOf_;
  QThreadPool pool_;
};

}  // namespace app
