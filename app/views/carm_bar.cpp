#include "app/views/carm_bar.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

#include "app/text/numbers.h"
#include "app/views/pointing.h"

namespace app::views {
namespace {

constexpr int kStepsPerDegree = 2;

QSlider* slider(const QString& name, int mostDegrees, const QString& tip) {
  auto* made = new QSlider(Qt::Horizontal);
  made->setObjectName(name);
  made->setRange(-mostDegrees * kStepsPerDegree, mostDegrees * kStepsPerDegree);
  made->setPageStep(5 * kStepsPerDegree);
  made->setToolTip(tip);
  return made;
}

QString sided(const planning::Angle& angle, const char* positive, const char* negative) {
  const QString size = number(std::abs(angle.degrees())) + QStringLiteral("°");
  if (size == QStringLiteral("0.0°")) return size;
  return QLatin1String(angle.degrees() > 0 ? positive : negative) + ' ' + size;
}

}  // namespace

CArmBar::CArmBar(Pointing& pointing, QWidget* parent)
    : QWidget(parent),
      pointing_(pointing),
      primary_(
          slider("carmPrimary", 180, tr("Primary angle in terms of the patient: LAO to the right, RAO to the left"))),
      secondary_(slider("carmSecondary", 90,
                        tr("Secondary angle in terms of the patient: cranial to the right, caudal to the left"))),
      primaryText_(new QLabel),
      secondaryText_(new QLabel) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(8, 1, 8, 1);
  grid->setVerticalSpacing(0);
  int row = 0;
  for (const auto& [bar, text, low, high] :
       {std::tuple(primary_, primaryText_, "RAO", "LAO"), std::tuple(secondary_, secondaryText_, "CAU", "CRA")}) {
    grid->addWidget(new QLabel(QLatin1String(low)), row, 0);
    grid->addWidget(bar, row, 1);
    grid->addWidget(new QLabel(QLatin1String(high)), row, 2);
    text->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("LAO 000.0°")) + 8);
    text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(text, row++, 3);
    connect(bar, &QSlider::valueChanged, this, &CArmBar::turn);
  }
  connect(&pointing_, &Pointing::carmChanged, this, &CArmBar::refresh);
  refresh();
}

void CArmBar::refresh() {
  const auto angles = pointing_.carm();
  for (const auto& [bar, angle] : {std::pair(primary_, angles.primary), std::pair(secondary_, angles.secondary)}) {
    const QSignalBlocker quiet(bar);
    bar->setValue(static_cast<int>(std::lround(angle.degrees() * kStepsPerDegree)));
  }
  primaryText_->setText(sided(angles.primary, "LAO", "RAO"));
  secondaryText_->setText(sided(angles.secondary, "CRA", "CAU"));
}

void CArmBar::turn() {
  auto angles = pointing_.carm();
  // Only the slider that was moved: the other angle may lie between two steps.
  const auto* moved = sender();
  auto& angle = moved == primary_ ? angles.primary : angles.secondary;
  angle = planning::Angle::degrees(static_cast<double>(static_cast<const QSlider*>(moved)->value()) / kStepsPerDegree);
  pointing_.setCArm(angles);
}

}  // namespace app::views
