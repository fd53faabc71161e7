#include "app/window/site_check_dialog.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "app/case/shown_scan.h"
#include "app/look/section.h"
#include "app/panels/patient_banner.h"
#include "app/practice/slice_picture.h"
#include "app/text/numbers.h"
#include "app/text/site_words.h"
#include "app/text/words.h"
#include "app/views/ink.h"
#include "planning/plan/own_choices.h"
#include "planning/procedure/routes.h"

namespace app {
namespace {

constexpr int kPictureWidth = 560, kPictureHeight = 520, kFactsWidth = 340, kCaptionWidth = 96;
constexpr double kLeastAcrossMm = 120, kAroundNeedle = 1.4;

QString needleText(const planning::NeedleChoice& needle) {
  if (!needle.needle) return SiteCheckDialog::tr("not chosen");
  return QStringLiteral("%1G x %2 mm").arg(needle.needle->gauge).arg(number(needle.needle->lengthMm, 0));
}

QString placeText(const std::optional<planning::Point>& at) {
  return at ? place(*at) : SiteCheckDialog::tr("not placed");
}

QString routeText(const std::string& id) {
  const auto* route = planning::procedure::routesInUse().find(id);
  return route ? inLanguage(route->name) : QString::fromStdString(id);
}

/// The axial slice through the target, wide enough for the entry as seen in it.
practice::SliceScene sceneOf(const ShownScan& scan, const planning::NeedleChoice& needle) {
  practice::SliceScene scene;
  if (!needle.target || !needle.entry) return scene;
  scene.volume = scan.volume();
  scene.windowCentreHu = scan.windowCentreHu();
  scene.windowWidthHu = scan.windowWidthHu();
  const planning::Segment way{*needle.entry, *needle.target};
  scene.centre = way.at(way.lengthMm() / 2);
  scene.centre[2] = (*needle.target)[2];
  const double across = std::hypot(way.end[0] - way.start[0], way.end[1] - way.start[1]);
  scene.acrossMm = std::max(kLeastAcrossMm, kAroundNeedle * across);
  scene.halfThicknessMm = scan.volume()->hu->GetSpacing()[2] / 2;
  scene.ways = {{way, views::ink::kNeedle, false, needle.needle ? needle.needle->outerDiameterMm : 0, QString()}};
  scene.marks = {{*needle.target, views::ink::kTarget, SiteCheckDialog::tr("Target")},
                 {*needle.entry, views::ink::kEntry, SiteCheckDialog::tr("Entry")}};
  return scene;
}

}  // namespace

SiteCheckDialog::SiteCheckDialog(const ShownScan& scan, QWidget* parent)
    : QDialog(parent),
      scan_(scan),
      picture_(new practice::SlicePicture),
      needles_(new QTabBar),
      confirm_(new QPushButton) {
  setObjectName("siteCheckDialog");
  setWindowTitle(tr("Site check"));
  picture_->setObjectName("siteCheckPicture");
  picture_->setMinimumSize(kPictureWidth / 2, kPictureHeight / 2);
  needles_->setObjectName("siteCheckNeedles");
  auto* middle = new QHBoxLayout;
  middle->addWidget(picture_, 1);
  middle->addWidget(makeFacts());
  confirm_->setObjectName("siteCheckConfirm");
  confirm_->setAutoDefault(false);
  confirm_->setText(tr("Confirmed by %1").arg(personName(scan_.plan().choices.operatorName)));
  auto* cancel = new QPushButton(tr("Cancel"));
  cancel->setObjectName("siteCheckCancel");
  cancel->setDefault(true);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(confirm_);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(needles_);
  layout->addLayout(middle, 1);
  layout->addLayout(buttons);
  for (const auto& needle : scan_.plan().choices.needles) needles_->addTab(QString::fromStdString(needle.label));
  needles_->setVisible(needles_->count() > 1);
  connect(needles_, &QTabBar::currentChanged, this, &SiteCheckDialog::showNeedle);
  connect(confirm_, &QPushButton::clicked, this, &QDialog::accept);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  showNeedle(needles_->currentIndex());
  resize(kPictureWidth + kFactsWidth, kPictureHeight + 80);
}

QLabel* SiteCheckDialog::fact(QGridLayout* grid, const QString& what, const char* objectName) {
  auto* value = new QLabel;
  value->setObjectName(objectName);
  value->setTextFormat(Qt::PlainText);
  value->setWordWrap(true);
  const int row = grid->rowCount();
  grid->addWidget(panels::caption(what), row, 0, Qt::AlignTop);
  grid->addWidget(value, row, 1);
  return value;
}

QWidget* SiteCheckDialog::makeFacts() {
  auto* holder = new QWidget;
  holder->setFixedWidth(kFactsWidth);
  auto* grid = new QGridLayout;
  grid->setColumnStretch(1, 1);
  grid->setColumnMinimumWidth(0, kCaptionWidth);
  const auto& patient = scan_.plan().choices.scan.patient;
  auto* who = fact(grid, tr("Patient"), "siteCheckPatient");
  who->setText(panels::patientTitle(patient) + QLatin1Char('\n') + panels::patientDetails(patient));
  who->setStyleSheet("font-size: 15px; font-weight: bold");
  measured_ = fact(grid, tr("Side, measured"), "siteCheckMeasured");
  measured_->setStyleSheet("font-size: 20px; font-weight: bold");
  stated_ = fact(grid, tr("Side, stated"), "siteCheckStated");
  level_ = fact(grid, tr("Level"), "siteCheckLevel");
  for (QLabel* label : {stated_, level_}) label->setStyleSheet("font-size: 15px; font-weight: bold");
  entry_ = fact(grid, tr("Entry"), "siteCheckEntry");
  target_ = fact(grid, tr("Target"), "siteCheckTarget");
  needle_ = fact(grid, tr("Needle"), "siteCheckNeedle");
  route_ = fact(grid, tr("Route"), "siteCheckRoute");
  auto* layout = new QVBoxLayout(holder);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(grid);
  layout->addStretch(1);
  return holder;
}

void SiteCheckDialog::showNeedle(int index) {
  if (index < 0) return confirm_->setEnabled(false);
  const auto& plan = scan_.plan();
  const auto at = static_cast<std::size_t>(index);
  const auto& needle = plan.choices.needles[at];
  const auto own = planning::ownChoices(plan.choices, needle);
  const auto& site = plan.assessment.needles[at].site;
  measured_->setText(measuredSideText(site));
  measured_->setToolTip(measuredAgainstText(site));
  stated_->setText(own.side ? sideWord(*own.side) : tr("none"));
  const QString level = own.level.empty() ? tr("none") : QString::fromStdString(own.level);
  level_->setText(level + QLatin1Char('\n') + levelKnownText(plan, at));
  entry_->setText(placeText(needle.entry));
  target_->setText(placeText(needle.target));
  needle_->setText(needleText(needle));
  route_->setText(routeText(own.routeId));
  const auto scene = sceneOf(scan_, needle);
  scene.volume ? picture_->show(scene) : picture_->showNothing(tr("Target or entry is not placed"));
  seen_.insert(index);
  confirm_->setEnabled(static_cast<int>(seen_.size()) == needles_->count());
}

}  // namespace app
