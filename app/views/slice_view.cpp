#include "app/views/slice_view.h"

#include <QEvent>

#include <vtkCamera.h>
#include <vtkImageData.h>
#include <vtkImageProperty.h>
#include <vtkImageResliceMapper.h>
#include <vtkImageSlice.h>
#include <vtkMatrix4x4.h>
#include <vtkRenderer.h>

#include <algorithm>
#include <cmath>

#include "app/case/skin_risk.h"
#include "app/case/tracing.h"
#include "app/text/site_words.h"
#include "app/views/ink.h"
#include "app/views/needle_overlay.h"
#include "app/views/overlay_text.h"
#include "app/views/site_band.h"
#include "app/views/stroke_overlay.h"
#include "app/views/volume_image.h"
#include "planning/needle/trajectory.h"

namespace app::views {
namespace {

constexpr double kNeedlesEyeFieldMm = 70;
constexpr double kCameraDistanceMm = 2000;

planning::Point middleOf(const planning::Volume& volume) {
  const auto corners = cornersOf(volume);
  return planning::Segment{corners.front(), corners.back()}.at((corners.back() - corners.front()).GetNorm() / 2);
}

}  // namespace

SliceView::SliceView(ShownScan& scan, Pointing& pointing, SliceKind kind, QWidget* parent)
    : VtkWidget(parent),
      scan_(scan),
      pointing_(pointing),
      kind_(kind),
      mapper_(vtkSmartPointer<vtkImageResliceMapper>::New()),
      slice_(vtkSmartPointer<vtkImageSlice>::New()) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::CrossCursor);
  mapper_->SliceFacesCameraOn();
  mapper_->SliceAtFocalPointOn();
  mapper_->ResampleToScreenPixelsOn();
  mapper_->AutoAdjustImageQualityOff();
  mapper_->BorderOn();
  slice_->SetMapper(mapper_);
  slice_->GetProperty()->SetInterpolationTypeToLinear();
  renderer().SetBackground(ink::kBackground.redF(), ink::kBackground.greenF(), ink::kBackground.blueF());
  renderer().GetActiveCamera()->ParallelProjectionOn();

  const auto redraw = [this] { update(); };
  connect(&scan_, &ShownScan::volumeChanged, this, [this] { takeVolume(); });
  connect(&scan_, &ShownScan::sliceArrived, this, [this](int) {
    if (image_) image_->touch();
    update();
  });
  for (auto signal : {&ShownScan::skinChanged, &ShownScan::structuresChanged, &ShownScan::planChanged,
                      &ShownScan::crosshairChanged, &ShownScan::currentNeedleChanged, &ShownScan::depthChanged,
                      &ShownScan::windowChanged, &ShownScan::levelsChanged})
    connect(&scan_, signal, this, redraw);
  connect(&scan_, &ShownScan::displayChanged, this, redraw);
  connect(&scan_, &ShownScan::riskMapChanged, this, redraw);
  connect(&scan_.aids(), &ShownAids::changed, this, redraw);
  connect(&pointing_, &Pointing::rulerChanged, this, redraw);
  connect(&pointing_, &Pointing::chosenChanged, this, redraw);
  connect(&pointing_, &Pointing::toolChanged, this, redraw);
  if (const auto* tracing = pointing_.edited().tracing)
    for (auto signal : {&Tracing::changed, &Tracing::hoverChanged}) connect(tracing, signal, this, redraw);
  connect(&pointing_, &Pointing::strokesChanged, this, redraw);
  connect(&pointing_, &Pointing::brushRadiusChanged, this, redraw);
  connect(&scan_, &ShownScan::currentStructureChanged, this, redraw);
  takeVolume();
}

SliceView::~SliceView() = default;

void SliceView::setKind(SliceKind kind) {
  if (kind == kind_) return;
  kind_ = kind;
  resetView();
}

void SliceView::takeVolume() {
  renderer().RemoveViewProp(slice_);
  image_.reset();
  if (const auto volume = scan_.volume()) {
    image_ = std::make_unique<VolumeImage>(volume);
    mapper_->SetInputData(image_->data());
    slice_->SetUserMatrix(image_->toPatient());
    renderer().AddViewProp(slice_);
  } else {
    mapper_->SetInputData(nullptr);
  }
  resetView();
}

void SliceView::resetView() {
  panRightMm_ = panDownMm_ = 0;
  zoom_ = 1;
  update();
}

std::optional<planning::PlannedNeedle> SliceView::needle() const {
  const auto& plan = scan_.plan();
  const auto index = static_cast<std::size_t>(scan_.currentNeedle());
  return scan_.volume() && index < plan.choices.needles.size() ? std::optional(plan.needle(index)) : std::nullopt;
}

std::optional<planning::needle::Trajectory> SliceView::trajectory() const {
  const auto chosen = needle();
  if (!chosen || !chosen->target || !chosen->entry) return std::nullopt;
  const planning::needle::Trajectory way{*chosen->entry, *chosen->target};
  return way.pathLengthMm() > 0.1 ? std::optional(way) : std::nullopt;
}

std::optional<ViewAxes> SliceView::axes() const {
  if (!scan_.volume()) return std::nullopt;
  if (kind_ == SliceKind::Axial) return axialAxes();
  if (kind_ == SliceKind::Coronal) return coronalAxes();
  if (kind_ == SliceKind::Sagittal) return sagittalAxes();
  const auto way = trajectory();
  if (!way) return std::nullopt;
  if (kind_ == SliceKind::AlongNeedle) return alongNeedleAxes(way->direction());
  if (kind_ == SliceKind::AcrossAlongNeedle) return acrossAlongNeedleAxes(way->direction());
  return needlesEyeAxes(way->direction());
}

/// What the middle of the view follows: the scan's middle in the plane of the crosshair, or the needle.
planning::Point SliceView::anchor(const ViewAxes& axes) const {
  if (!followsNeedle(kind_)) {
    const auto middle = middleOf(*scan_.volume());
    return middle + axes.into() * planning::dot(scan_.crosshair() - middle, axes.into());
  }
  const auto way = trajectory();
  const auto axis = way->axis();
  return axis.at(kind_ == SliceKind::NeedlesEye ? scan_.depthAlongPathMm() : axis.lengthMm() / 2);
}

double SliceView::fittingMmPerPixel(const ViewAxes& axes) const {
  const double shorter = std::max(1, std::min(width(), height()));
  if (kind_ == SliceKind::NeedlesEye) return kNeedlesEyeFieldMm / shorter;
  if (followsNeedle(kind_)) return 1.5 * trajectory()->pathLengthMm() / shorter;
  double halfWidth = 1, halfHeight = 1;
  const auto middle = middleOf(*scan_.volume());
  for (const auto& corner : cornersOf(*scan_.volume())) {
    halfWidth = std::max(halfWidth, std::abs(planning::dot(corner - middle, axes.right)));
    halfHeight = std::max(halfHeight, std::abs(planning::dot(corner - middle, axes.down)));
  }
  return 1.03 * std::max(2 * halfWidth / std::max(1, width()), 2 * halfHeight / std::max(1, height()));
}

std::optional<ViewPlane> SliceView::plane() const {
  if (heldPlane_) return heldPlane_;
  const auto turned = axes();
  if (!turned) return std::nullopt;
  return ViewPlane{*turned, anchor(*turned) + turned->right * panRightMm_ + turned->down * panDownMm_,
                   fittingMmPerPixel(*turned) / zoom_, QSizeF(size())};
}

void SliceView::paintMarks(QPainter& painter, const SliceScene& scene) {
  paintNeedles(painter, scene);
}

bool SliceView::useClick(const planning::Point&) {
  return false;
}

QString SliceView::hint() const {
  return tr("Place target and entry to see along the needle");
}

void SliceView::prepareFrame() {
  const auto shown = plane();
  slice_->SetVisibility(shown.has_value());
  if (!shown) return;
  slice_->GetProperty()->SetColorWindow(scan_.windowWidthHu());
  slice_->GetProperty()->SetColorLevel(scan_.windowCentreHu());
  const auto eye = shown->centre - shown->axes.into() * kCameraDistanceMm;
  const auto up = -shown->axes.down;
  auto* camera = renderer().GetActiveCamera();
  camera->SetFocalPoint(shown->centre.GetDataPointer());
  camera->SetPosition(eye.GetDataPointer());
  camera->SetViewUp(up.GetDataPointer());
  camera->SetParallelScale(shown->mmPerPixel * height() / 2);
  camera->SetClippingRange(1, 2 * kCameraDistanceMm);
}

void SliceView::paintOverlay(QPainter& painter) {
  const auto shown = plane();
  if (!shown) {
    if (scan_.volume()) paintHint(painter, rect(), hint());
    paintSiteBand(painter, width(), pictureBand(scan_.plan()));
    if (scan_.offersSeries() && kind_ == SliceKind::Axial)
      paintHint(painter, rect(), tr("Choose a series on the left to open it"));
    return;
  }
  std::vector<ContourCache::Surface> surfaces;
  for (const auto& measured : scan_.structures()) surfaces.push_back(measured.surface);
  if (scan_.skin()) surfaces.push_back(scan_.skin()->surface);
  for (const auto& guide : scan_.aids().guides()) surfaces.push_back(guide.surface);
  contours_.keepOnly(surfaces);
  const SliceScene scene{scan_, pointing_, kind_, *shown, stepAcrossMm(*scan_.volume(), shown->axes.into()) / 2};
  paintOverSlice(painter, scene, contours_, [&] { paintMarks(painter, scene); });
  const bool brushes = mouseInside_ && isBrush(pointing_.tool());
  paintStrokes(painter, scene, brushes ? std::optional(lastMouse_) : std::nullopt);
}

}  // namespace app::views
