#include "app/archive/compare_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "app/archive/comparison.h"
#include "app/archive/reports_model.h"
#include "app/archive/trajectory_picture.h"
#include "app/text/numbers.h"

namespace app::archive {
namespace {

QString title(QChar letter, const planning::Plan& plan) {
  return QString(letter) + QStringLiteral("  ") + when(plan.report.savedDate + plan.report.savedTime.substr(0, 6));
}

}  // namespace

CompareView::CompareView(QWidget* parent)
    : QWidget(parent),
      model_(new ComparisonModel(this)),
      table_(new QTableView),
      picture_(new TrajectoryPicture),
      title_(new QLabel) {
  table_->setObjectName("comparison");
  table_->setModel(model_);
  table_->verticalHeader()->hide();
  table_->setSelectionMode(QAbstractItemView::NoSelection);
  table_->setFocusPolicy(Qt::NoFocus);
  table_->setShowGrid(false);
  table_->setWordWrap(false);
  picture_->setObjectName("trajectories");
  title_->setObjectName("comparedPatient");
  title_->setProperty("role", "patientName");
  auto* back = new QPushButton(tr("Back to the list"));
  back->setObjectName("closeComparison");
  connect(back, &QPushButton::clicked, this, &CompareView::closed);
  auto* top = new QHBoxLayout;
  top->addWidget(title_, 1);
  top->addWidget(back);
  auto* middle = new QHBoxLayout;
  middle->addWidget(table_, 3);
  middle->addWidget(picture_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(top);
  layout->addLayout(middle, 1);
}

void CompareView::show(const planning::Plan& first, const planning::Plan& second) {
  const auto& patient = first.choices.scan.patient;
  title_->setText(personName(patient.name) + QStringLiteral("   ") + QString::fromStdString(patient.id));
  model_->show(title('A', first), title('B', second), compare(first, second));
  if (sameFrame(first, second))
    picture_->show(first, second);
  else
    picture_->showNothing(tr("The plans lie in two frames of reference: their places cannot be compared."));
  table_->resizeColumnsToContents();
  table_->resizeRowsToContents();
  table_->horizontalHeader()->setStretchLastSection(true);
}

}  // namespace app::archive
