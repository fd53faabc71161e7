#include "app/case/tracing.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/case/shown_scan.h"
#include "app/text/words.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/plan/own_choices.h"
#include "planning/procedure/route.h"

namespace app {
namespace {

using planning::Point;
using planning::anatomy::Kind;
using planning::anatomy::Tube;

constexpr double kLeastRadiusMm = 0.2, kLargestRadiusMm = 40;
constexpr double kLeastUncertaintyMm = 0.5;

double usableRadius(double mm) {
  return std::clamp(mm, kLeastRadiusMm, kLargestRadiusMm);
}

/// One click so far: two vertices in one place.
bool isPoint(const Tube& tube) {
  return tube.centreline.size() == 2 && tube.centreline[0] == tube.centreline[1];
}

/// A hand places no point better than the scan shows it.
double uncertaintyOf(const planning::Volume& volume) {
  const auto oneVoxel = planning::anatomy::emptyMask(*volume.hu, {{{0, 0, 0}}, {{0, 0, 0}}});
  return std::max(kLeastUncertaintyMm, std::round(planning::anatomy::surfaceErrorBoundMm(*oneVoxel) * 10) / 10);
}

}  // namespace

Tracing::Tracing(ShownScan& shown, PlanDocument& document, StructureShop& shop, QObject* parent)
    : QObject(parent), shown_(shown), document_(document), shop_(shop) {
  connect(&shown_, &ShownScan::volumeChanged, this, &Tracing::takeScan);
  connect(&document_, &PlanDocument::structuresChanged, this, &Tracing::follow);
  takeScan();
}

void Tracing::takeScan() {
  letGo();
  wish_ = {};
  if (const auto volume = shown_.volume()) wish_.uncertaintyMm = uncertaintyOf(*volume);
  Q_EMIT changed();
}

/// Undo may have taken the tube away.
void Tracing::follow() {
  if (!structure()) uid_.clear(), grows_ = false;
  Q_EMIT changed();
}

void Tracing::wishFor(const Wish& wish) {
  wish_ = wish;
  wish_.radiusMm = usableRadius(wish.radiusMm);
  Q_EMIT changed();
}

QString Tracing::nameOfNext() const {
  if (!wish_.name.trimmed().isEmpty()) return wish_.name.trimmed();
  const auto& choices = document_.plan().choices;
  const auto current = static_cast<std::size_t>(std::max(0, document_.currentNeedle()));
  const std::string level =
      current < choices.needles.size() ? planning::ownSiteOf(choices, choices.needles[current]).level : choices.level;
  const std::string exiting = planning::procedure::exitingRoot(level);
  const QString root = QString::fromStdString(exiting);
  switch (wish_.kind) {
    case Kind::Nerve:
      return root.isEmpty() ? tr("Nerve root") : rootName(exiting, wish_.side);
    case Kind::Dura:
      return tr("Thecal sac");
    case Kind::Artery:
      return root.isEmpty() ? tr("Artery") : tr("Radicular artery %1").arg(root);
    default:
      return tr("Vein");
  }
}

std::optional<int> Tracing::structure() const {
  if (uid_.empty()) return std::nullopt;
  const auto& all = document_.structures();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].structure.trackingUid == uid_ && std::holds_alternative<Tube>(all[i].structure.shape))
      return static_cast<int>(i);
  return std::nullopt;
}

const Tube* Tracing::tube() const {
  const auto index = structure();
  return index ? &std::get<Tube>(document_.structures()[static_cast<std::size_t>(*index)].structure.shape) : nullptr;
}

std::optional<std::size_t> Tracing::vertex() const {
  const Tube* now = tube();
  return now ? std::optional(std::min(vertex_, now->centreline.size() - 1)) : std::nullopt;
}

void Tracing::noteStep(int before) {
  alone_ = alone_ && before == lastStep_;
  lastStep_ = document_.undoStack().index();
}

void Tracing::set(Tube tube, const QString& what, const Change& change) {
  const int before = document_.undoStack().index();
  if (const auto index = structure()) shop_.setTube(*index, std::move(tube), what, change);
  noteStep(before);
}

void Tracing::begin(const Point& place) {
  planning::anatomy::Structure traced;
  traced.name = nameOfNext().toStdString();
  traced.kind = wish_.kind;
  traced.kindGuessed = false;
  traced.side = wish_.side;
  traced.source = {planning::anatomy::Origin::Kind::Traced};
  traced.confirmed = true;  // a person makes it
  traced.shape = Tube{{place, place}, {wish_.radiusMm, wish_.radiusMm}, wish_.uncertaintyMm};
  beginStep_ = lastStep_ = document_.undoStack().index();
  alone_ = true;
  const auto index = shop_.addTube(std::move(traced), tr("Begin trace"));
  if (!index) return;
  lastStep_ = document_.undoStack().index();
  uid_ = document_.structures()[static_cast<std::size_t>(*index)].structure.trackingUid;
  vertex_ = 1;
  grows_ = true;
  Q_EMIT changed();
}

void Tracing::add(const Point& place) {
  if (!grows()) return begin(place);
  Tube grown = *tube();
  if (isPoint(grown)) {
    grown.centreline[1] = place;
  } else {
    grown.centreline.push_back(place);
    grown.radiiMm.push_back(wish_.radiusMm);
  }
  vertex_ = grown.centreline.size() - 1;
  set(std::move(grown), tr("Add point"));
}

void Tracing::insert(const planning::anatomy::CoursePlace& where) {
  const Tube* now = tube();
  if (!now) return;
  Tube more = *now;
  const auto at = static_cast<std::ptrdiff_t>(where.piece) + 1;
  more.centreline.insert(more.centreline.begin() + at, where.place);
  more.radiiMm.insert(more.radiiMm.begin() + at, where.radiusMm);
  vertex_ = where.piece + 1;
  set(std::move(more), tr("Insert point"));
}

void Tracing::move(const Point& place, bool dragging) {
  const auto chosen = vertex();
  if (!chosen) return;
  Tube moved = *tube();
  if (isPoint(moved)) moved.centreline[1 - *chosen] = place;
  moved.centreline[*chosen] = place;
  set(std::move(moved), tr("Move point"), Change{"vertex" + std::to_string(*chosen) + " ", !dragging});
  if (!dragging) document_.endDrag();
}

void Tracing::removeVertex() {
  const auto chosen = vertex();
  if (!chosen) return;
  Tube less = *tube();
  if (less.centreline.size() <= 2) {
    if (grows()) return giveUp();
    shop_.remove(*structure());
    return;
  }
  less.centreline.erase(less.centreline.begin() + static_cast<std::ptrdiff_t>(*chosen));
  less.radiiMm.erase(less.radiiMm.begin() + static_cast<std::ptrdiff_t>(*chosen));
  if (vertex_ > 0 && *chosen > 0) vertex_ = *chosen - 1;
  set(std::move(less), tr("Remove point"));
}

void Tracing::setRadius(double mm) {
  const auto chosen = vertex();
  if (!chosen || grows()) wish_.radiusMm = usableRadius(mm);
  if (!chosen) return Q_EMIT changed();
  Tube other = *tube();
  const double wanted = usableRadius(mm);
  if (other.radiiMm[*chosen] == wanted) return;
  if (isPoint(other)) other.radiiMm[1 - *chosen] = wanted;
  other.radiiMm[*chosen] = wanted;
  set(std::move(other), tr("Change radius"), Change{"radius" + std::to_string(*chosen) + " ", true});
}

void Tracing::setRadiusEverywhere(double mm) {
  const Tube* now = tube();
  if (!now) return;
  Tube other = *now;
  std::fill(other.radiiMm.begin(), other.radiiMm.end(), usableRadius(mm));
  if (other.radiiMm != now->radiiMm) set(std::move(other), tr("Change radius"));
}

void Tracing::setUncertainty(double mm) {
  wish_.uncertaintyMm = std::max(0.0, mm);
  const Tube* now = tube();
  if (!now || now->radiusUncertaintyMm == wish_.uncertaintyMm) return Q_EMIT changed();
  Tube other = *now;
  other.radiusUncertaintyMm = wish_.uncertaintyMm;
  set(std::move(other), tr("State uncertainty"));
}

void Tracing::choose(int structure) {
  const auto& all = document_.structures();
  if (structure < 0 || structure >= static_cast<int>(all.size())) return;
  const auto& chosen = all[static_cast<std::size_t>(structure)].structure;
  if (!std::holds_alternative<Tube>(chosen.shape)) return;
  if (grows()) end();
  uid_ = chosen.trackingUid;
  vertex_ = 0;
  grows_ = false;
  Q_EMIT changed();
}

void Tracing::chooseVertex(std::size_t vertex) {
  vertex_ = vertex;
  Q_EMIT changed();
}

void Tracing::end() {
  if (grows() && isPoint(*tube())) return giveUp();
  grows_ = false;
  Q_EMIT changed();
}

void Tracing::giveUp() {
  if (grows()) {
    const bool untouched = alone_ && document_.undoStack().index() == lastStep_;
    const int index = *structure();
    grows_ = false;
    uid_.clear();
    if (untouched)
      document_.undoStack().setIndex(beginStep_);
    else
      shop_.remove(index);
  }
  letGo();
}

void Tracing::letGo() {
  uid_.clear();
  grows_ = false;
  hover_.reset();
  Q_EMIT changed();
}

void Tracing::hoverAt(const std::optional<Point>& place) {
  if (hover_ == place) return;
  hover_ = place;
  Q_EMIT hoverChanged();
}

}  // namespace app
