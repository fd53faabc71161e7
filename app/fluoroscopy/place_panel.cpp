#include "app/fluoroscopy/place_panel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/fluoroscopy/view_words.h"
#include "app/look/style.h"
#include "app/panels/findings_panel.h"
#include "app/panels/path_panel.h"
#include "app/text/numbers.h"
#include "app/text/sentences.h"

namespace app::fluoroscopy {
namespace {

using planning::fluoroscopy::Triangulated;

/// "Target  ± 0.4 mm, rays 0.1 mm apart".
QString exactnessOf(const QString& name, const std::optional<Triangulated>& found) {
  if (!found) return {};
  return PlacePanel::tr("%1: error %2 / %3 / %4 mm along its axes, rays %5 apart, residual %6 px")
      .arg(name, number(found->errorMm[0], 2), number(found->errorMm[1], 2), number(found->errorMm[2], 2),
           mm(found->rayGapMm), number(*std::max_element(found->residualsPx.begin(), found->residualsPx.end())));
}

QLabel* put(QGridLayout* grid, int row, int column, const QString& name, const char* objectName) {
  auto* value = panels::bigValue(objectName);
  grid->addWidget(panels::caption(name), 2 * row, column);
  grid->addWidget(value, 2 * row + 1, column);
  return value;
}

}  // namespace

PlacePanel::PlacePanel(FluoroscopyCase& model, QWidget* parent)
    : Section(tr("3  Place in the patient"), false, parent),
      model_(model),
      still_(new QCheckBox(tr("Nothing moved between A and B"))),
      why_(new QLabel),
      exactness_(new QLabel),
      findings_(new QLabel),
      numbers_(new QWidget) {
  auto* grid = new QGridLayout(numbers_);
  grid->setContentsMargins(0, 0, 0, 0);
  length_ = put(grid, 0, 0, tr("Path, from the entry"), "fluoroscopyPath");
  inPlane_ = put(grid, 1, 0, tr("In-plane, axial"), "fluoroscopyInPlane");
  cranioCaudal_ = put(grid, 1, 1, tr("Cranio-caudal"), "fluoroscopyCranioCaudal");
  auto* depth = put(grid, 0, 1, tr("Depth, from the skin"), "fluoroscopyDepth");
  depth->setText(mm(std::nullopt));
  depth->setToolTip(tr("No skin is seen under fluoroscopy."));
  still_->setObjectName("nothingMoved");
  still_->setToolTip(tr("Neither the patient nor the table moved between the two views; recorded in the plan"));
  why_->setObjectName("noPlaceBecause");
  exactness_->setObjectName("exactness");
  findings_->setObjectName("fluoroscopyFindings");
  findings_->setTextFormat(Qt::RichText);
  auto* verdict = new QLabel(verdictSign(planning::needle::Verdict::Unknown) + ' ' +
                             tr("No structure is evaluated under fluoroscopy"));
  verdict->setStyleSheet("color: " + verdictColour(planning::needle::Verdict::Unknown).name());
  auto* save = new QPushButton(tr("Save plan"));
  save->setObjectName("saveFluoroscopyPlan");
  for (QLabel* label : {why_, exactness_, findings_, verdict}) label->setWordWrap(true);
  for (QWidget* part : std::initializer_list<QWidget*>{still_, why_, numbers_, exactness_, verdict, save, findings_})
    body()->addWidget(part);
  connect(still_, &QCheckBox::clicked, &model_, &FluoroscopyCase::setNothingMoved);
  connect(save, &QPushButton::clicked, this, &PlacePanel::saveAsked);
  connect(&model_, &FluoroscopyCase::planChanged, this, &PlacePanel::refresh);
  refresh();
}

void PlacePanel::refresh() {
  setEnabled(!model_.isEmpty());
  const auto& plan = *model_.document().plan().choices.fluoroscopy;
  const bool two = plan.views.size() == 2;
  const bool oneTime =
      two && oneInstant(plan.views[0].view, plan.views[0].frame, plan.views[1].view, plan.views[1].frame);
  const QSignalBlocker quiet(still_);
  still_->setVisible(two && !oneTime);
  still_->setChecked(plan.nothingMoved);
  QString why;
  if (model_.isEmpty())
    why = {};
  else if (!two)
    why = tr("One view gives no place in the patient: the plan stays in the picture.");
  else if (plan.refusal && plan.refusal->code == "geometry-missing")
    why = tr("The geometry of view %1 is not known whole: give what is missing in step 1.")
              .arg(plan.refusal->subject == "first" ? 'A' : 'B');
  else if (plan.refusal)
    why = verdictSign(planning::needle::Verdict::Near) + ' ' + sentence(*plan.refusal);
  else if (!plan.target && !plan.entry)
    why = tr("Mark the target, then the entry, in both views; the dashed line shows where the second mark must lie.");
  why_->setText(why);
  why_->setVisible(!why.isEmpty());
  showNumbers();
  QStringList exact{exactnessOf(tr("Target"), plan.target), exactnessOf(tr("Entry"), plan.entry)};
  if (plan.target || plan.entry) {
    const auto& any = plan.target ? plan.target : plan.entry;
    exact += tr("%1 between the views; places count from the isocentre").arg(degrees(any->betweenViews));
    if (two) exact += tr("Seen at %1 (A) and %2 (B)").arg(anglesText(plan.views[0]), anglesText(plan.views[1]));
    if (oneTime) exact += tr("Both planes of one instant");
  }
  exact.removeAll(QString());
  exactness_->setText(exact.join('\n'));
  exactness_->setVisible(!exact.isEmpty());
  findings_->setText(model_.isEmpty() ? QString()
                                      : panels::findingsTable(model_.document().plan().assessment.findings));
}

void PlacePanel::showNumbers() {
  const auto needle = model_.document().plan().needle(0);
  numbers_->setVisible(needle.target && needle.entry);
  length_->setText(mm(needle.pathLengthMm));
  inPlane_->setText(mm(std::nullopt));
  cranioCaudal_->setText(mm(std::nullopt));
  if (!needle.angles) return;
  if (needle.angles->inPlane)
    inPlane_->setText(
        panels::signedAngle(*needle.angles->inPlane, panels::PathPanel::tr("L"), panels::PathPanel::tr("R")));
  cranioCaudal_->setText(
      panels::signedAngle(needle.angles->cranioCaudal, panels::PathPanel::tr("head"), panels::PathPanel::tr("feet")));
}

}  // namespace app::fluoroscopy
