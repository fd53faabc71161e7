#include "app/views/view_tile.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <cmath>

#include "app/case/skin_risk.h"
#include "app/views/carm_bar.h"
#include "app/views/overlay_text.h"
#include "app/views/radiograph_view.h"
#include "app/views/slice_view.h"
#include "app/views/view_3d.h"

namespace app::views {
namespace {

constexpr int kStepsPerMm = 10;

}  // namespace

ViewTile::ViewTile(ShownScan& scan, SkinRisk& skinRisk, Pointing& pointing, int content, QWidget* parent)
    : QFrame(parent),
      scan_(scan),
      skinRisk_(skinRisk),
      pointing_(pointing),
      chooser_(new QComboBox),
      risk_(new QCheckBox(tr("Risk map"))),
      skin_(new QCheckBox(tr("Skin"))),
      stack_(new QStackedLayout),
      carmBar_(new CArmBar(pointing)) {
  for (int kind = 0; kind < k3D; ++kind) chooser_->addItem(nameOf(static_cast<SliceKind>(kind)));
  chooser_->addItem(tr("3D"));
  chooser_->addItem(tr("Radiograph"));
  chooser_->setCurrentIndex(content);
  chooser_->setFrame(false);
  chooser_->setFocusPolicy(Qt::NoFocus);
  chooser_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  chooser_->setMinimumContentsLength(8);
  chooser_->view()->setMinimumWidth(chooser_->view()->sizeHintForColumn(0) + 24);
  skin_->setChecked(true);
  skin_->setFocusPolicy(Qt::NoFocus);
  risk_->setObjectName("riskMap");
  risk_->setFocusPolicy(Qt::NoFocus);
  risk_->setToolTip(tr("Colours the skin, here and in the slices, by the room that a needle to the target has"));
  risk_->setChecked(skinRisk_.isShown());
  connect(risk_, &QCheckBox::clicked, this, [this](bool on) { skinRisk_.setShown(on); });
  connect(&skinRisk_, &SkinRisk::mapChanged, this, [this] { risk_->setChecked(skinRisk_.isShown()); });
  auto* header = new QHBoxLayout;
  header->setContentsMargins(4, 0, 4, 0);
  header->addWidget(chooser_);
  header->addStretch(1);
  header->addWidget(risk_);
  header->addWidget(skin_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(header);
  column->addLayout(stack_, 1);
  makeDepthBar();
  column->addWidget(depthBar_);
  column->addWidget(carmBar_);
  connect(chooser_, &QComboBox::currentIndexChanged, this, [this] { showContent(); });
  connect(skin_, &QCheckBox::toggled, this, [this](bool on) { bodies().showSkin(on); });
  for (auto signal :
       {&ShownScan::planChanged, &ShownScan::depthChanged, &ShownScan::currentNeedleChanged, &ShownScan::volumeChanged})
    connect(&scan_, signal, this, [this] { showDepth(); });
  showContent();
}

void ViewTile::makeDepthBar() {
  depthBar_ = new QWidget;
  depth_ = new QSlider(Qt::Horizontal);
  depth_->setPageStep(5 * kStepsPerMm);
  depthText_ = new QLabel;
  depthText_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("000.0 mm")) + 8);
  depthText_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  auto* row = new QHBoxLayout(depthBar_);
  row->setContentsMargins(8, 1, 8, 1);
  row->addWidget(new QLabel(tr("entry")));
  row->addWidget(depth_, 1);
  row->addWidget(new QLabel(tr("target")));
  row->addWidget(depthText_);
  connect(depth_, &QSlider::valueChanged, this,
          [this](int value) { scan_.setDepthAlongPathMm(static_cast<double>(value) / kStepsPerMm); });
}

void ViewTile::showDepth() {
  const auto& needles = scan_.plan().choices.needles;
  const auto index = static_cast<std::size_t>(std::max(0, scan_.currentNeedle()));
  double length = 0;
  if (index < needles.size() && needles[index].target && needles[index].entry)
    length = (*needles[index].target - *needles[index].entry).GetNorm();
  const QSignalBlocker quiet(depth_);
  depth_->setEnabled(length > 0);
  depth_->setRange(0, static_cast<int>(std::floor(length * kStepsPerMm)));
  depth_->setValue(static_cast<int>(std::lround(scan_.depthAlongPathMm() * kStepsPerMm)));
  depthText_->setText(length > 0 ? oneDecimal(scan_.depthAlongPathMm()) + QStringLiteral(" mm") : QString());
}

int ViewTile::content() const {
  return chooser_->currentIndex();
}

void ViewTile::setContent(int content) {
  chooser_->setCurrentIndex(content);
}

void ViewTile::resetView() {
  if (slice_ != nullptr) slice_->resetView();
  if (bodies_ != nullptr) bodies_->resetView();
  if (radiograph_ != nullptr) radiograph_->resetView();
}

void ViewTile::showContent() {
  const bool in3D = content() == k3D, projected = content() == kRadiograph;
  if (in3D) {
    stack_->setCurrentWidget(&bodies());
  } else if (projected) {
    stack_->setCurrentWidget(&radiograph());
  } else {
    slice().setKind(static_cast<SliceKind>(content()));
    stack_->setCurrentWidget(&slice());
  }
  skin_->setVisible(in3D);
  risk_->setVisible(in3D);
  carmBar_->setVisible(projected);
  depthBar_->setVisible(content() == static_cast<int>(SliceKind::NeedlesEye));
  showDepth();
}

SliceView& ViewTile::slice() {
  if (slice_ == nullptr) {
    slice_ = new SliceView(scan_, pointing_, static_cast<SliceKind>(content()));
    stack_->addWidget(slice_);
    connect(slice_, &SliceView::hovered, this, &ViewTile::hovered);
    connect(slice_, &SliceView::hoverEnded, this, &ViewTile::hoverEnded);
    connect(slice_, &SliceView::explained, this, &ViewTile::explained);
    connect(slice_, &SliceView::maximiseAsked, this, &ViewTile::maximiseAsked);
  }
  return *slice_;
}

View3D& ViewTile::bodies() {
  if (bodies_ == nullptr) {
    bodies_ = new View3D(scan_, pointing_);
    stack_->addWidget(bodies_);
    connect(bodies_, &View3D::maximiseAsked, this, &ViewTile::maximiseAsked);
    connect(bodies_, &View3D::explained, this, &ViewTile::explained);
  }
  return *bodies_;
}

RadiographView& ViewTile::radiograph() {
  if (radiograph_ == nullptr) {
    radiograph_ = new RadiographView(scan_, pointing_);
    stack_->addWidget(radiograph_);
    connect(radiograph_, &RadiographView::maximiseAsked, this, &ViewTile::maximiseAsked);
  }
  return *radiograph_;
}

}  // namespace app::views
