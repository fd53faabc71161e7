#include "app/fluoroscopy/marks_panel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/fluoroscopy/view_words.h"
#include "app/look/quiet_combo.h"
#include "app/text/numbers.h"

namespace app::fluoroscopy {
namespace {

using planning::fluoroscopy::Calibration;
using planning::fluoroscopy::MarkedView;

constexpr double kUsualKnownMm = 10;

/// "A  214.3 px = 44.7 ± 0.6 mm, calibrated".
QString lengthText(const MarkedView& view, int which) {
  const QString name = QChar('A' + which);
  if (!view.target && !view.entry) return MarksPanel::tr("%1  nothing marked").arg(name);
  if (!view.entry) return MarksPanel::tr("%1  target marked, no entry").arg(name);
  if (!view.target) return MarksPanel::tr("%1  entry marked, no target").arg(name);
  const auto length = lengthBetween(view, *view.entry, *view.target);
  const QString px = number(length.pixels);
  const auto scale = scaleOf(view);
  if (!scale) return MarksPanel::tr("%1  %2 px in the picture").arg(name, px);
  if (scale->source == planning::fluoroscopy::Scale::Source::Isocentre)
    return MarksPanel::tr("%1  %2 px; about %3 if at the isocentre's depth").arg(name, px, mm(*length.mm));
  const QString known =
      length.errorMm ? number(*length.mm) + QStringLiteral(" ± ") + mm(*length.errorMm) : mm(*length.mm);
  return MarksPanel::tr("%1  %2 px = %3, %4").arg(name, px, known, scaleWord(scale->source));
}

QString scaleText(const MarkedView& view) {
  const auto scale = scaleOf(view);
  if (!scale) return MarksPanel::tr("No scale: pixels only.");
  QString text = number(scale->mmPerColumn, 4) + QStringLiteral(" mm/px");
  if (scale->relativeError > 0) text += QStringLiteral(" ± %1 %").arg(number(scale->relativeError * 100));
  return text + QStringLiteral(", ") + scaleWord(scale->source);
}

}  // namespace

MarksPanel::MarksPanel(FluoroscopyCase& model, QWidget* parent)
    : Section(tr("2  Marks"), false, parent),
      model_(model),
      tools_(new QButtonGroup(this)),
      scale_(new QWidget),
      object_(new panels::QuietCombo("calibrationObject")),
      needle_(new panels::QuietCombo("fluoroscopyNeedle")),
      known_(new QLineEdit),
      scaleText_(new QLabel),
      lengths_(new QLabel) {
  auto* grid = new QGridLayout;
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(4);
  int place = 0;
  for (const auto& [tool, name, text] : {std::tuple(MarkTool::Look, "markLook", tr("Look")),
                                         {MarkTool::Target, "markTarget", tr("Target (T)")},
                                         {MarkTool::Entry, "markEntry", tr("Entry (E)")},
                                         {MarkTool::Calibrate, "markCalibrate", tr("Calibrate")}}) {
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setChecked(tool == MarkTool::Look);
    button->setFocusPolicy(Qt::NoFocus);
    tools_->addButton(button, static_cast<int>(tool));
    grid->addWidget(button, place / 2, place % 2);
    ++place;
    connect(button, &QPushButton::clicked, this, [this, tool = tool] { chooseTool(tool); });
  }
  body()->addLayout(grid);
  makeScale();
  body()->addWidget(scale_);
  needle_->setEditable(true);
  needle_->setInsertPolicy(QComboBox::NoInsert);
  needle_->addItems({"22Gx90", "22Gx50", "22Gx150", "25Gx50", "25Gx90", "20Gx90", "18Gx90"});
  needle_->lineEdit()->setPlaceholderText(tr("gauge x length"));
  needle_->setEditText({});
  auto* row = new QHBoxLayout;
  row->addWidget(panels::caption(tr("Needle")));
  row->addWidget(needle_, 1);
  body()->addLayout(row);
  scaleText_->setObjectName("scaleText");
  lengths_->setObjectName("pictureLengths");
  for (QLabel* label : {scaleText_, lengths_}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body()->addWidget(label);
  }
  connect(needle_, &QComboBox::activated, this, &MarksPanel::chooseNeedle);
  connect(needle_->lineEdit(), &QLineEdit::editingFinished, this, &MarksPanel::chooseNeedle);
  for (auto signal : {&FluoroscopyCase::planChanged, &FluoroscopyCase::currentViewChanged})
    connect(&model_, signal, this, &MarksPanel::refresh);
  refresh();
}

void MarksPanel::makeScale() {
  object_->addItems({tr("Known length"), tr("Needle's width"), tr("Ball's diameter")});
  known_->setObjectName("calibrationKnown");
  known_->setText(number(kUsualKnownMm) + QStringLiteral(" mm"));
  known_->setMaximumWidth(fontMetrics().horizontalAdvance("0000.000 mm"));
  auto* clear = new QPushButton(tr("No calibration"));
  clear->setObjectName("clearCalibration");
  auto* column = new QVBoxLayout(scale_);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(panels::caption(tr("Draw from one end to the other of an object at the target's depth.")));
  auto* row = new QHBoxLayout;
  row->addWidget(object_, 1);
  row->addWidget(known_);
  column->addLayout(row);
  column->addWidget(clear);
  scale_->setVisible(false);
  connect(object_, &QComboBox::activated, this, [this](int index) {
    const auto& needle = model_.document().plan().choices.needles.front().needle;
    if (index == static_cast<int>(Calibration::Object::Needle) && needle)
      known_->setText(number(needle->outerDiameterMm, 3) + QStringLiteral(" mm"));
    chooseObject();
  });
  connect(known_, &QLineEdit::editingFinished, this, &MarksPanel::chooseObject);
  connect(clear, &QPushButton::clicked, this, [this] { model_.setCalibration(model_.currentView(), std::nullopt); });
}

void MarksPanel::chooseObject() {
  const auto mm = parseNumber(known_->text().remove("mm").trimmed());
  if (!mm || *mm < 0.1 || *mm > 1000) {
    known_->setText(number(kUsualKnownMm) + QStringLiteral(" mm"));
    return chooseObject();
  }
  Q_EMIT calibrationObjectChosen(static_cast<Calibration::Object>(object_->currentIndex()), *mm);
}

void MarksPanel::chooseTool(MarkTool tool) {
  tools_->button(static_cast<int>(tool))->setChecked(true);
  scale_->setVisible(tool == MarkTool::Calibrate);
  if (tool == MarkTool::Calibrate) chooseObject();
  Q_EMIT toolChosen(tool);
}

MarkTool MarksPanel::tool() const {
  return static_cast<MarkTool>(tools_->checkedId());
}

void MarksPanel::chooseNeedle() {
  if (const auto needle = planning::needle::parseNeedle(needle_->currentText().toStdString()))
    model_.document().setNeedle(*needle);
  else
    refresh();
}

void MarksPanel::refresh() {
  setEnabled(!model_.isEmpty());
  QStringList lines;
  for (int view = 0; view < FluoroscopyCase::kViews; ++view)
    if (const auto* marked = model_.marked(view)) lines += lengthText(*marked, view);
  lengths_->setText(lines.join('\n'));
  const auto* current = model_.marked(model_.currentView());
  scaleText_->setText(current ? scaleText(*current) : QString());
  const auto& needle = model_.document().plan().choices.needles.front().needle;
  if (!(needle_->lineEdit()->hasFocus() && needle_->lineEdit()->isModified()))
    needle_->setEditText(needle ? QString::fromStdString(planning::needle::format(*needle)) : QString());
}

}  // namespace app::fluoroscopy
