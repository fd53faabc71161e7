#include "app/case/skin_risk.h"

#include <QtConcurrent>

#include <utility>

#include "app/case/shown_scan.h"

namespace app {
namespace {

using planning::SkinPlaces;
using planning::SkinRoom;
using planning::needle::EntryBar;
using planning::needle::EntryDecision;

class StopFlag : public planning::Progress {
 public:
  explicit StopFlag(std::shared_ptr<const std::atomic<bool>> stop) : stop_(std::move(stop)) {}
  bool stopRequested() const override { return *stop_; }

 private:
  std::shared_ptr<const std::atomic<bool>> stop_;
};

constexpr float kAllowed = 0, kForbidden = 1, kOutOfReach = 2;

float stateOf(const EntryDecision& decision) {
  switch (decision.bar) {
    case EntryBar::None:
      return kAllowed;
    case EntryBar::TooFar:
    case EntryBar::TooNear:
    case EntryBar::FromBelow:
      return kOutOfReach;
    default:
      return kForbidden;
  }
}

/// `roomAt[i]` belongs to place i, or where `coarseOf` is given to the place that stands for it.
std::vector<float> valuesOf(std::size_t vertices, const SkinPlaces& places, const SkinRoom& room, bool coarse) {
  std::vector<float> values(2 * vertices);
  for (std::size_t v = 0; v < vertices; ++v) values[2 * v + 1] = kOutOfReach;
  for (std::size_t i = 0; i < places.places.size(); ++i) {
    const std::size_t from = coarse ? places.coarseOf[i] : i;
    const std::size_t v = places.vertices[i];
    values[2 * v] = room.rooms[from] ? static_cast<float>(room.rooms[from]->excessMm) : 0.0F;
    values[2 * v + 1] = stateOf(room.decisions[from]);
  }
  return values;
}

}  // namespace

/// All that a search needs, kept alive while it runs.
struct SkinRisk::Wish {
  planning::SkinSearch search;
  planning::PlanChoices choices;
  std::size_t which = 0;
  std::shared_ptr<const planning::Volume> volume;
  std::shared_ptr<const planning::anatomy::Skin> skin;
  std::vector<planning::anatomy::MeasuredStructure> structures;
  std::shared_ptr<const SkinPlaces> places;

  planning::Scene scene() const { return {volume.get(), skin.get(), structures}; }
  bool asksTheSame(const Wish& other) const {
    return skin == other.skin && which == other.which && sameSearch(search, other.search);
  }
};

struct SkinRisk::Result {
  std::shared_ptr<const Wish> wish;
  bool fine = false;
  std::shared_ptr<const SkinPlaces> places;
  std::shared_ptr<const SkinRiskMap> map;  ///< null: stopped
  std::optional<planning::Expected<std::vector<planning::Proposal>>> proposals;
};

SkinRisk::SkinRisk(ShownScan& scan) : scan_(scan), stop_(std::make_shared<std::atomic<bool>>(false)) {
  pool_.setMaxThreadCount(1);
  for (auto signal : {&ShownScan::volumeChanged, &ShownScan::skinChanged, &ShownScan::structuresChanged,
                      &ShownScan::planChanged, &ShownScan::currentNeedleChanged})
    connect(&scan_, signal, this, &SkinRisk::follow);
}

SkinRisk::~SkinRisk() {
  *stop_ = true;
  pool_.waitForDone();
}

void SkinRisk::want() {
  wanted_ = true;
  follow();
}

void SkinRisk::setShown(bool shown) {
  if (shown == shown_) return;
  shown_ = shown;
  tellMap();
}

void SkinRisk::tellMap() {
  scan_.setRiskMap(shownMap());
  Q_EMIT mapChanged();
}

std::shared_ptr<const SkinRisk::Wish> SkinRisk::wishNow() const {
  if (!wanted_ || !scan_.volume() || !scan_.skin() || scan_.isLoading()) return nullptr;
  auto wish = std::make_shared<Wish>();
  wish->choices = scan_.plan().choices;
  wish->which = static_cast<std::size_t>(std::max(0, scan_.currentNeedle()));
  wish->volume = scan_.volume();
  wish->skin = scan_.skin();
  wish->structures = scan_.structures();
  auto search = planning::searchFor(wish->choices, wish->which, wish->scene(), planning::procedure::routesInUse());
  if (!search) return nullptr;
  wish->search = std::move(*search);
  if (placesOf_ == wish->skin) wish->places = places_;
  return wish;
}

void SkinRisk::follow() {
  auto wish = wishNow();
  if (!wish) return drop();
  if (wish_ && wish_->asksTheSame(*wish)) return;
  const bool otherSkin = !wish_ || wish_->skin != wish->skin;
  wish_ = std::move(wish);
  if (otherSkin && map_) {
    map_.reset();
    tellMap();
  }
  proposals_.clear();
  whyNone_.reset();
  if (running_)
    *stop_ = true;  // a fine search stops; a coarse one ends by itself
  else
    start(false);
  Q_EMIT proposalsChanged();
}

void SkinRisk::drop() {
  *stop_ = true;
  const bool had = map_ || !proposals_.empty() || whyNone_;
  wish_.reset();
  map_.reset();
  proposals_.clear();
  whyNone_.reset();
  if (!had) return;
  tellMap();
  Q_EMIT proposalsChanged();
}

/// In the worker's thread.
void SkinRisk::search(Result& result, planning::Progress& progress) {
  const Wish& wish = *result.wish;
  result.places = wish.places ? wish.places : std::make_shared<const SkinPlaces>(planning::placesOn(*wish.skin));
  const SkinPlaces& all = *result.places;
  std::vector<planning::Point> some;
  for (const auto i : all.coarse) some.push_back(all.places[i]);
  const auto& places = result.fine ? all.places : some;
  const auto room = planning::roomOn(wish.search, places, progress);
  if (!room) return;
  auto map = std::make_shared<SkinRiskMap>();
  map->surface = wish.skin->surface;
  map->values = valuesOf(map->surface->vertices.size(), all, *room, !result.fine);
  map->coarse = !result.fine;
  map->search = wish.search;
  if (result.fine)
    result.proposals = planning::proposalsOf(wish.choices, wish.which, wish.scene(), planning::procedure::routesInUse(),
                                             wish.search, places, *room, kProposals, progress);
  result.map = std::move(map);
}

void SkinRisk::start(bool fine) {
  running_ = true;
  stop_ = std::make_shared<std::atomic<bool>>(false);
  auto work = [wish = wish_, fine, stop = stop_] {
    auto result = std::make_shared<Result>();
    result->wish = wish;
    result->fine = fine;
    // A coarse search is short and never stopped: else a quick drag would show nothing until it rests.
    StopFlag progress(fine ? stop : std::make_shared<std::atomic<bool>>(false));
    try {
      search(*result, progress);
    } catch (const std::exception&) {  // out of memory: the map stays as it is
      result->map.reset();
    }
    return std::shared_ptr<const Result>(result);
  };
  QtConcurrent::run(&pool_, std::move(work)).then(this, [this](const std::shared_ptr<const Result>& result) {
    take(result);
  });
}

void SkinRisk::take(const std::shared_ptr<const Result>& result) {
  running_ = false;
  if (scan_.skin() == result->wish->skin) places_ = result->places, placesOf_ = result->wish->skin;
  if (!wish_) return;
  const bool latest = wish_ == result->wish;
  if (result->map && wish_->skin == result->wish->skin && (latest || !result->fine)) {
    map_ = result->map;
    tellMap();
  }
  if (latest && result->proposals) {
    if (*result->proposals)
      proposals_ = **result->proposals;
    else
      whyNone_ = result->proposals->error();
    Q_EMIT proposalsChanged();
  }
  if (!latest)
    start(false);
  else if (!result->fine)
    start(true);
}

}  // namespace app
