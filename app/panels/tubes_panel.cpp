#include "app/panels/tubes_panel.h"

#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/case/shown_scan.h"
#include "app/case/structure_finder.h"
#include "app/panels/coordinate_box.h"
#include "planning/anatomy/vessel.h"

namespace app::panels {
namespace {

NumberBox* lengthBox(const char* name, double least, double largest, double step, double value) {
  auto* box = new NumberBox;
  box->setObjectName(name);
  box->setRange(least, largest);
  box->setSingleStep(step);
  box->setSuffix(" mm");
  box->setValue(value);
  return box;
}

}  // namespace

TubesPanel::TubesPanel(ShownScan& scan, StructureFinder& finder, QWidget* parent)
    : Section(tr("Thin vessels"), true, parent),
      scan_(scan),
      finder_(finder),
      least_(lengthBox("tubeLeast", 0.5, 15, 0.5, 1)),
      largest_(lengthBox("tubeLargest", 0.5, 15, 0.5, 4)),
      reach_(lengthBox("tubeReach", 10, 100, 10, 40)) {
  auto* form = new QFormLayout;
  form->setVerticalSpacing(3);
  form->addRow(tr("Radius from"), least_);
  form->addRow(tr("Radius to"), largest_);
  form->addRow(tr("Around the crosshair"), reach_);
  auto* find = new QPushButton(tr("Find thin vessels"));
  find->setObjectName("findTubes");
  body()->addLayout(form);
  body()->addWidget(find);
  connect(find, &QPushButton::clicked, this, &TubesPanel::search);
}

void TubesPanel::search() {
  planning::anatomy::TubeSearch search;
  search.centre = scan_.crosshair();
  search.halfSideMm = reach_->value();
  search.leastRadiusMm = std::min(least_->value(), largest_->value());
  search.largestRadiusMm = std::max(least_->value(), largest_->value());
  finder_.findTubes(search);
}

}  // namespace app::panels
