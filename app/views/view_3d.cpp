#include "app/views/view_3d.h"

#include <QPainter>

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkLineSource.h>
#include <vtkNew.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkTubeFilter.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/case/skin_risk.h"
#include "app/text/site_words.h"
#include "app/views/error_cone.h"
#include "app/views/ink.h"
#include "app/views/needle_overlay.h"
#include "app/views/overlay_text.h"
#include "app/views/risk_colours.h"
#include "app/views/risk_legend.h"
#include "app/views/risk_paint.h"
#include "app/views/site_band.h"
#include "app/views/surface_prop.h"
#include "app/views/tube_overlay.h"
#include "app/views/volume_image.h"
#include "planning/needle/pair.h"

namespace app::views {
namespace {

constexpr int kRestMs = 200;
constexpr double kSlowFrameMs = 60;
constexpr double kProposedShare = 0.5;  ///< of the opacity: what nobody has confirmed is paler
constexpr double kSkinOpacity = 0.22;
constexpr double kMappedOpacity = 0.99;  ///< the shader says what is seen through
constexpr double kHalfAngle = OrbitCamera::kViewAngleDegrees / 2 * std::numbers::pi / 180;

vtkSmartPointer<vtkActor> plainActor(vtkPolyDataMapper* mapper) {
  auto actor = vtkSmartPointer<vtkActor>::New();
  actor->SetMapper(mapper);
  actor->GetProperty()->SetColor(ink::kNeedle.redF(), ink::kNeedle.greenF(), ink::kNeedle.blueF());
  return actor;
}

/// The other needles of the plan from hub to tip, fainter than the current one.
void paintOtherNeedles(QPainter& painter, const ShownScan& scan, const OrbitCamera& camera) {
  const auto needles = scan.plan().needles();
  for (std::size_t i = 0; i < needles.size(); ++i) {
    const auto& one = needles[i];
    if (static_cast<int>(i) == scan.currentNeedle() || !one.target || !one.entry || *one.target == *one.entry) continue;
    const auto shaft =
        planning::needle::shaftOf({*one.entry, *one.target}, one.needle.value_or(planning::needle::Needle{}));
    const QPointF hub = camera.toScreen(shaft.start), tip = camera.toScreen(shaft.end);
    painter.save();
    painter.setOpacity(0.55);
    for (const auto& pen : {QPen(ink::kOutline, 4), QPen(ink::kNeedle, 2)}) {
      painter.setPen(pen);
      painter.drawLine(hub, tip);
    }
    painter.drawEllipse(tip, 3, 3);
    painter.restore();
    paintText(painter, QRectF(hub.x() + 6, hub.y() - 20, 200, 18), Qt::AlignLeft | Qt::AlignVCenter,
              QString::fromStdString(one.label), ink::kFaint);
  }
}

}  // namespace

View3D::View3D(ShownScan& scan, Pointing& pointing, QWidget* parent)
    : VtkWidget(parent),
      scan_(scan),
      pointing_(pointing),
      needleLine_(vtkSmartPointer<vtkLineSource>::New()),
      needleTube_(vtkSmartPointer<vtkTubeFilter>::New()) {
  setSamples(4);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  renderer().SetBackground(ink::kBackground.redF(), ink::kBackground.greenF(), ink::kBackground.blueF());
  needleTube_->SetInputConnection(needleLine_->GetOutputPort());
  needleTube_->SetNumberOfSides(16);
  needleTube_->CappingOn();
  vtkNew<vtkPolyDataMapper> body;
  body->SetInputConnection(needleTube_->GetOutputPort());
  needleActor_ = plainActor(body);
  vtkNew<vtkPolyDataMapper> core;
  core->SetInputConnection(needleLine_->GetOutputPort());
  needleCore_ = plainActor(core);
  needleCore_->GetProperty()->LightingOff();
  renderer().AddActor(needleActor_);
  renderer().AddActor(needleCore_);

  connect(&scan_, &ShownScan::volumeChanged, this, [this] {
    takeSurfaces();
    resetView();
  });
  connect(&scan_, &ShownScan::skinChanged, this, [this] { takeSurfaces(); });
  connect(&scan_, &ShownScan::structuresChanged, this, [this] { takeSurfaces(); });
  connect(&scan_, &ShownScan::displayChanged, this, [this] { update(); });
  for (auto signal : {&ShownScan::planChanged, &ShownScan::currentNeedleChanged})
    connect(&scan_, signal, this, [this] { move(); });
  connect(&scan_, &ShownScan::riskMapChanged, this, [this] { update(); });
  rest_.setSingleShot(true);
  rest_.setInterval(kRestMs);
  connect(&rest_, &QTimer::timeout, this, [this] { update(); });
  connect(this, &VtkWidget::framePainted, this, [this] {
    if (!rest_.isActive()) fullFrameMs_ = lastFrameMs();
  });
  takeSurfaces();
  resetView();
}

View3D::~View3D() = default;

/// Draws a moving picture: thinned where a whole one takes too long, and whole again once it rests.
void View3D::move() {
  rest_.start();
  update();
}

void View3D::takeSurfaces() {
  std::map<Surface, std::unique_ptr<SurfaceProp>> kept;
  const auto keep = [&](const Surface& surface) {
    if (!surface || kept.count(surface) > 0) return;
    auto& known = props_[surface];
    kept[surface] = known ? std::move(known) : std::make_unique<SurfaceProp>(surface);
  };
  for (const auto& measured : scan_.structures()) keep(measured.surface);
  skinSurface_ = scan_.skin() ? scan_.skin()->surface : nullptr;
  keep(skinSurface_);
  for (const auto& [surface, prop] : props_)
    if (prop) renderer().RemoveActor(prop->actor());
  props_ = std::move(kept);
  for (const auto& [surface, prop] : props_) {
    renderer().RemoveActor(prop->actor());
    if (surface != skinSurface_) renderer().AddActor(prop->actor());
  }
  // The skin lies around everything: drawn last, it veils what is behind it.
  if (skinSurface_) renderer().AddActor(props_[skinSurface_]->actor());
  update();
}

void View3D::styleSurfaces() {
  const auto& structures = scan_.structures();
  for (std::size_t i = 0; i < structures.size(); ++i) {
    const auto prop = props_.find(structures[i].surface);
    if (prop == props_.end()) continue;
    const auto& display = scan_.display(static_cast<int>(i));
    const bool expected = isExpectedOnly(structures[i].structure);
    const double paler = isProposal(structures[i].structure) && !expected ? kProposedShare : 1.0;
    prop->second->show(colourOf(structures[i].structure.colour), paler * display.opacity, display.visible);
    prop->second->showAsNet(expected);
  }
  if (!skinSurface_) return;
  SurfaceProp& skin = *props_[skinSurface_];
  const auto map = scan_.riskMap();
  const bool mapped = map && map->surface == skinSurface_;
  skin.show(ink::kSkin, mapped ? kMappedOpacity : kSkinOpacity, skinShown_ || mapped);
  skin.paintRisk(mapped ? std::shared_ptr<const std::vector<float>>(map, &map->values) : nullptr);
  if (!mapped) return;
  const double veil = skinShown_ ? kSkinOpacity : 0.0;
  styleRisk(*skin.actor(), {risk::bandsMm(nearBandMm()), devicePixelRatioF(), veil, riskProbed_});
}

double View3D::nearBandMm() const {
  return scan_.plan().choices.nearBandMm.value_or(planning::needle::kNearBandMm);
}

void View3D::probeRisk(bool on) {
  riskProbed_ = on;
  update();
}

void View3D::showSkin(bool shown) {
  skinShown_ = shown;
  update();
}

void View3D::resetView() {
  const auto volume = scan_.volume();
  if (!volume) return update();
  const auto corners = cornersOf(*volume);
  const double diagonal = (corners.back() - corners.front()).GetNorm();
  const double height = std::max(60.0, std::abs(corners.back()[2] - corners.front()[2]));
  camera_.focus = planning::Segment{corners.front(), corners.back()}.at(diagonal / 2);
  camera_.axes = coronalAxes();
  const auto& position = volume->identity.patientPosition;
  if (position.size() == 3 && position[2] == 'P') camera_.axes.right = -camera_.axes.right;  // prone: from behind
  // The scan's height fills two thirds of the view; a wide body may reach the sides.
  camera_.distanceMm = std::max(1.5 * height / (2 * std::tan(kHalfAngle)), 0.75 * diagonal);
  update();
}

std::optional<planning::PlannedNeedle> View3D::needle() const {
  const auto& plan = scan_.plan();
  const auto index = static_cast<std::size_t>(std::max(0, scan_.currentNeedle()));
  return scan_.volume() && index < plan.choices.needles.size() ? std::optional(plan.needle(index)) : std::nullopt;
}

void View3D::placeNeedle() {
  const auto chosen = needle();
  const bool whole = chosen && chosen->target && chosen->entry && *chosen->target != *chosen->entry;
  needleActor_->SetVisibility(whole && chosen->needle);
  needleCore_->SetVisibility(whole);
  if (!whole) return;
  const planning::Segment axis{*chosen->entry, *chosen->target};
  const double hub = chosen->needle ? std::min(0.0, axis.lengthMm() - chosen->needle->lengthMm) : 0.0;
  const auto back = axis.at(hub);
  needleLine_->SetPoint1(back.GetDataPointer());
  needleLine_->SetPoint2(axis.end.GetDataPointer());
  if (chosen->needle) needleTube_->SetRadius(chosen->needle->radiusMm());
  needleCore_->GetProperty()->SetLineWidth(static_cast<float>(2 * devicePixelRatioF()));
}

void View3D::prepareFrame() {
  const bool thinned = rest_.isActive() && fullFrameMs_ > kSlowFrameMs;
  for (const auto& [surface, prop] : props_) prop->setThinned(thinned);
  styleSurfaces();
  placeNeedle();
  auto* eye = renderer().GetActiveCamera();
  const auto up = -camera_.axes.down;
  eye->SetFocalPoint(camera_.focus.GetDataPointer());
  eye->SetPosition(camera_.eye().GetDataPointer());
  eye->SetViewUp(up.GetDataPointer());
  eye->SetViewAngle(OrbitCamera::kViewAngleDegrees);
  renderer().ResetCameraClippingRange();
}

void View3D::paintOverlay(QPainter& painter) {
  if (!scan_.volume()) return;
  if (riskProbed_) return;
  const QStringList band = pictureBand(scan_.plan());
  const QRectF belowBand = QRectF(rect()).adjusted(0, siteBandHeight(painter, width(), band), 0, 0);
  if (const auto map = scan_.riskMap()) paintRiskLegend(painter, belowBand, *map, nearBandMm());
  paintPoints(painter);
  paintCompass(painter, camera_.axes, QPointF(42, height() - 42));
  paintSiteBand(painter, width(), band);
}

void View3D::paintPoints(QPainter& painter) {
  paintOtherNeedles(painter, scan_, camera_);
  const auto chosen = needle();
  if (!chosen) return;
  if (const auto cone = coneOf(*chosen))
    paintCone(painter, *cone, camera_.axes.into(),
              [this](const planning::Point& place) { return camera_.toScreen(place); });
  if (chosen->target && chosen->entry) paintNearest(painter, *chosen);
  if (chosen->entry) {
    const QPointF at = camera_.toScreen(*chosen->entry);
    double turnedDegrees = 0;
    if (chosen->target) {
      const QPointF way = camera_.toScreen(*chosen->target) - at;
      turnedDegrees = std::atan2(way.y(), way.x()) * 180 / std::numbers::pi - 90;
    }
    paintEntryMark(painter, at, turnedDegrees, true, pointing_.chosen() == Chosen::Entry);
  }
  if (chosen->target)
    paintTargetMark(painter, camera_.toScreen(*chosen->target), true, pointing_.chosen() == Chosen::Target);
}

void View3D::paintNearest(QPainter& painter, const planning::PlannedNeedle& chosen) {
  if (chosen.clearances.empty()) return;
  const auto& worst = chosen.clearances.front();
  if (!worst.closestOnStructure || !worst.closestOnNeedle || !worst.distanceMm || !worst.verdict) return;
  const QColor colour = verdictColour(*worst.verdict);
  const QPointF at = camera_.toScreen(*worst.closestOnStructure);
  painter.setPen(QPen(colour, 1.4));
  painter.drawLine(camera_.toScreen(*worst.closestOnNeedle), at);
  painter.setBrush(colour);
  painter.drawEllipse(at, 3, 3);
  Labels labels(painter, camera_.size);
  for (const auto& place : {chosen.target, chosen.entry})
    labels.reserve(QRectF(camera_.toScreen(*place) - QPointF(12, 12), QSizeF(24, 24)));
  labels.place(at, 8, {{nearestText(worst), colour}});
}

void paintCompass(QPainter& painter, const ViewAxes& axes, const QPointF& middle) {
  constexpr double kArm = 22;
  struct Arm {
    planning::Vector direction;
    double away;
  };
  std::vector<Arm> arms;
  for (unsigned axis = 0; axis < 3; ++axis)
    for (const double sign : {1.0, -1.0}) {
      planning::Vector direction;
      direction.Fill(0);
      direction[axis] = sign;
      arms.push_back({direction, planning::dot(direction, axes.into())});
    }
  std::sort(arms.begin(), arms.end(), [](const Arm& a, const Arm& b) { return a.away > b.away; });
  painter.save();
  painter.setFont(emphasised(painter.font(), 1));
  for (const auto& arm : arms) {
    const QPointF way(planning::dot(arm.direction, axes.right), planning::dot(arm.direction, axes.down));
    painter.setOpacity(arm.away > 0.05 ? 0.35 : 1.0);
    painter.setPen(QPen(ink::kFaint, 1.5));
    painter.drawLine(middle, middle + way * kArm);
    paintText(painter, QRectF(middle + way * (kArm + 8) - QPointF(10, 9), QSizeF(20, 18)), Qt::AlignCenter,
              orientationLetters(arm.direction), ink::kLetters);
  }
  painter.restore();
}

}  // namespace app::views
