#include "app/fluoroscopy/geometry_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/fluoroscopy/view_words.h"
#include "app/look/style.h"
#include "app/text/numbers.h"

namespace app::fluoroscopy {
namespace {

using planning::fluoroscopy::GivenGeometry;

struct Meaning {
  std::optional<double> GivenGeometry::*given;
  double least, most;
  int decimals;
  const char* unit;
};
constexpr Meaning kMeanings[] = {{&GivenGeometry::primaryDeg, -180, 180, 1, "°"},
                                 {&GivenGeometry::secondaryDeg, -90, 90, 1, "°"},
                                 {&GivenGeometry::sourceToDetectorMm, 300, 2500, 1, " mm"},
                                 {&GivenGeometry::sourceToIsocentreMm, 200, 2000, 1, " mm"},
                                 {&GivenGeometry::imagerSpacingMm, 0.02, 5, 4, " mm"}};

}  // namespace

GeometryPanel::GeometryPanel(FluoroscopyCase& model, QWidget* parent)
    : Section(tr("1  Geometry"), true, parent), model_(model), which_(panels::caption({})), problem_(new QLabel) {
  auto* grid = new QGridLayout;
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setVerticalSpacing(3);
  grid->setColumnStretch(0, 1);
  addField(grid, 0, tr("Primary angle, LAO +"),
           tr("Positioner primary angle: left anterior oblique is positive, right negative"));
  addField(grid, 1, tr("Secondary angle, CRA +"),
           tr("Positioner secondary angle: cranial is positive, caudal negative"));
  addField(grid, 2, tr("Source to detector"), tr("SID, from the X-ray source to the detector"));
  addField(grid, 3, tr("Source to isocentre"), tr("SOD, from the X-ray source to the C-arm's isocentre"));
  addField(grid, 4, tr("Pixel at the detector"),
           tr("Imager pixel spacing: the size of a pixel at the detector, not in the patient"));
  problem_->setObjectName("geometryProblem");
  problem_->setWordWrap(true);
  body()->addWidget(which_);
  body()->addLayout(grid);
  body()->addWidget(problem_);
  connect(&model_, &FluoroscopyCase::planChanged, this, &GeometryPanel::refresh);
  connect(&model_, &FluoroscopyCase::currentViewChanged, this, &GeometryPanel::refresh);
  connect(&model_, &FluoroscopyCase::frameChanged, this, &GeometryPanel::refresh);
  refresh();
}

void GeometryPanel::addField(QGridLayout* grid, int row, const QString& name, const QString& tip) {
  const int field = row;
  auto& made = fields_[static_cast<std::size_t>(field)];
  made = {panels::caption(name), new QLineEdit, panels::caption({})};
  made.value->setObjectName(QStringLiteral("geometry%1").arg(field));
  made.value->setAlignment(Qt::AlignRight);
  made.value->setMaximumWidth(fontMetrics().horizontalAdvance("00000.0000 mm"));
  made.value->setPlaceholderText(tr("not known"));
  for (QWidget* widget : std::initializer_list<QWidget*>{made.name, made.value}) widget->setToolTip(tip);
  grid->addWidget(made.name, row, 0);
  grid->addWidget(made.value, row, 1);
  grid->addWidget(made.source, row, 2);
  connect(made.value, &QLineEdit::editingFinished, this, [this, field] { take(field); });
}

void GeometryPanel::show(int field, const std::optional<double>& file, const std::optional<double>& given,
                         int decimals) {
  auto& shown = fields_[static_cast<std::size_t>(field)];
  const auto value = file ? file : given;
  shown.value->setReadOnly(file.has_value());
  shown.value->setFocusPolicy(file ? Qt::ClickFocus : Qt::StrongFocus);
  if (!(shown.value->hasFocus() && shown.value->isModified()))
    shown.value->setText(value ? number(*value, decimals) + QString::fromUtf8(kMeanings[field].unit) : QString());
  shown.source->setText(file ? tr("file") : given ? tr("given") : QString());
}

void GeometryPanel::refresh() {
  const auto* open = model_.marked(model_.currentView());
  setEnabled(open != nullptr);
  which_->setText(open ? QStringLiteral("%1  %2").arg(QChar('A' + model_.currentView())).arg(runTitle(open->view))
                       : tr("No view is open."));
  problem_->setVisible(false);
  if (!open) return;
  auto shown = *open;
  shown.frame = model_.frame(model_.currentView());
  const auto& view = shown.view;
  const auto angles = view.anglesOf(shown.frame);
  show(0, angles.primaryDeg, shown.given.primaryDeg, 1);
  show(1, angles.secondaryDeg, shown.given.secondaryDeg, 1);
  show(2, view.sourceToDetectorMm, shown.given.sourceToDetectorMm, 1);
  show(3, view.sourceToIsocentreMm, shown.given.sourceToIsocentreMm, 1);
  show(4, view.imagerSpacing ? std::optional(view.imagerSpacing->columnMm) : std::nullopt, shown.given.imagerSpacingMm,
       4);
  const auto missing = completed(shown).missing(shown.frame);
  const bool known = missing.empty();
  QString text = known ? QString() : tr("Until the rest is known, only pixels are measured in this view.");
  for (const auto& code : missing) {
    if (code == "impossible-distances") text = tr("The isocentre does not lie between source and detector.");
    if (code == "patient-orientation") text = tr("The patient orientation in the file does not fit these angles.");
    if (code == "field-of-view-rotation") text = tr("The field of view is turned by no quarter turn.");
  }
  if (spacingFromCalibration(shown)) text = tr("The pixel's size comes from the calibration.");
  problem_->setText(text);
  problem_->setVisible(!text.isEmpty());
}

void GeometryPanel::take(int field) {
  const int view = model_.currentView();
  const auto* open = model_.marked(view);
  auto& shown = fields_[static_cast<std::size_t>(field)];
  if (!open || shown.value->isReadOnly()) return;
  shown.value->setModified(false);
  const Meaning& meaning = kMeanings[field];
  GivenGeometry given = open->given;
  QString text = shown.value->text().trimmed();
  text.remove(QString::fromUtf8(meaning.unit).trimmed());
  const auto value = parseNumber(text);
  const bool usable = value && *value >= meaning.least && *value <= meaning.most;
  if (usable)
    given.*(meaning.given) = *value;
  else if (text.isEmpty())
    (given.*(meaning.given)).reset();
  model_.setGiven(view, given);
  refresh();
}

}  // namespace app::fluoroscopy
