#include "app/views/views_area.h"

#include <QDataStream>
#include <QIODevice>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

#include "app/views/path_plot.h"
#include "app/views/view_tile.h"
#include "planning/needle/carm_position.h"

namespace app::views {
namespace {

constexpr quint32 kLayoutVersion = 1;

constexpr int contentOf(SliceKind kind) {
  return static_cast<int>(kind);
}

std::array<int, 4> contentsOf(Arrangement arrangement) {
  if (arrangement == Arrangement::Needle)
    return {contentOf(SliceKind::AlongNeedle), contentOf(SliceKind::AcrossAlongNeedle),
            contentOf(SliceKind::NeedlesEye), ViewTile::k3D};
  if (arrangement == Arrangement::Sagittal)
    return {contentOf(SliceKind::Sagittal), contentOf(SliceKind::Axial), contentOf(SliceKind::Coronal), ViewTile::k3D};
  return {contentOf(SliceKind::Axial), contentOf(SliceKind::Sagittal), contentOf(SliceKind::Coronal), ViewTile::k3D};
}

QSplitter* splitter(Qt::Orientation orientation) {
  auto* made = new QSplitter(orientation);
  made->setHandleWidth(3);
  made->setChildrenCollapsible(false);
  return made;
}

}  // namespace

ViewsArea::ViewsArea(ShownScan& scan, SkinRisk& skinRisk, const Edited& edited, QWidget* parent)
    : QWidget(parent),
      scan_(scan),
      tracing_(scan, *edited.document, *edited.structures),
      plot_(new PathPlot(scan)),
      rows_(splitter(Qt::Vertical)),
      columns_(splitter(Qt::Horizontal)),
      right_(splitter(Qt::Vertical)) {
  pointing_.serve({edited.document, edited.structures, edited.levels, &tracing_});
  const auto contents = contentsOf(Arrangement::Scan);
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    auto* tile = tiles_[i] = new ViewTile(scan, skinRisk, pointing_, contents[i]);
    (i == 0 ? columns_ : right_)->addWidget(tile);
    connect(tile, &ViewTile::hovered, this, &ViewsArea::hovered);
    connect(tile, &ViewTile::hoverEnded, this, &ViewsArea::hoverEnded);
    connect(tile, &ViewTile::explained, this, &ViewsArea::explained);
    connect(tile, &ViewTile::maximiseAsked, this, [this, tile] { toggleMaximised(tile); });
  }
  connect(&pointing_, &Pointing::toolChanged, this, &ViewsArea::toolChanged);
  connect(&pointing_, &Pointing::toolChanged, this, [this](Tool tool) {
    if (tool != Tool::Trace) tracing_.end();
  });
  connect(&pointing_, &Pointing::brushRadiusChanged, this, &ViewsArea::brushRadiusChanged);
  connect(&edited.structures->shapes(), &ShapeWork::ended, &pointing_, &Pointing::clearStrokes);
  connect(&scan_, &ShownScan::volumeChanged, this, &ViewsArea::setCArmUpright);
  columns_->addWidget(right_);
  columns_->setStretchFactor(0, 5);
  columns_->setStretchFactor(1, 3);
  rows_->addWidget(columns_);
  rows_->addWidget(plot_);
  rows_->setStretchFactor(0, 5);
  rows_->setStretchFactor(1, 1);
  rows_->setSizes({1000, 150});
  columns_->setSizes({1000, 600});
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(rows_);
}

void ViewsArea::escape() {
  if (tracing_.grows()) return tracing_.giveUp();
  setTool(Tool::Crosshair);
}

void ViewsArea::resetViews() {
  for (auto* tile : tiles_) tile->resetView();
}

void ViewsArea::arrange(Arrangement arrangement) {
  if (maximised_ != nullptr) toggleMaximised(maximised_);
  const auto contents = contentsOf(arrangement);
  for (std::size_t i = 0; i < tiles_.size(); ++i) tiles_[i]->setContent(contents[i]);
}

/// A new scan finds the detector above the table.
void ViewsArea::setCArmUpright() {
  const planning::needle::CArmAngles upright{planning::Angle::radians(0), planning::Angle::radians(0)};
  const auto volume = scan_.volume();
  if (!volume) return;
  pointing_.setCArm(planning::needle::patientAngles(upright, volume->identity.patientPosition).value_or(upright));
}

void ViewsArea::lookFrom(const planning::needle::CArmAngles& angles) {
  pointing_.setCArm(angles);
  const auto found = std::find_if(tiles_.begin(), tiles_.end(),
                                  [](const ViewTile* tile) { return tile->content() == ViewTile::kRadiograph; });
  auto* tile = found != tiles_.end() ? *found : tiles_.back();
  tile->setContent(ViewTile::kRadiograph);
  if (maximised_ != nullptr && maximised_ != tile) toggleMaximised(maximised_);
}

void ViewsArea::toggleMaximised() {
  for (auto* tile : tiles_)
    if (tile->underMouse()) return toggleMaximised(tile);
  toggleMaximised(tiles_[0]);
}

void ViewsArea::toggleMaximised(ViewTile* tile) {
  maximised_ = maximised_ != nullptr ? nullptr : tile;
  const bool all = maximised_ == nullptr;
  for (auto* other : tiles_) other->setVisible(all || other == maximised_);
  right_->setVisible(all || maximised_ != tiles_[0]);
  plot_->setVisible(all);
}

QByteArray ViewsArea::saveLayout() const {
  QByteArray layout;
  QDataStream out(&layout, QIODevice::WriteOnly);
  out << kLayoutVersion;
  for (const auto* tile : tiles_) out << qint32(tile->content());
  out << rows_->saveState() << columns_->saveState() << right_->saveState();
  return layout;
}

void ViewsArea::restoreLayout(const QByteArray& layout) {
  QDataStream in(layout);
  quint32 version = 0;
  in >> version;
  std::array<qint32, 4> contents{};
  for (auto& content : contents) in >> content;
  QByteArray rows, columns, right;
  in >> rows >> columns >> right;
  if (in.status() != QDataStream::Ok || version != kLayoutVersion) return;
  for (std::size_t i = 0; i < tiles_.size(); ++i)
    if (contents[i] >= 0 && contents[i] <= ViewTile::kRadiograph) tiles_[i]->setContent(contents[i]);
  rows_->restoreState(rows);
  columns_->restoreState(columns);
  right_->restoreState(right);
}

}  // namespace app::views
