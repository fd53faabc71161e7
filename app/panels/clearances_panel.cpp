#include "app/panels/clearances_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "app/case/plan_document.h"
#include "app/case/shown_scan.h"
#include "app/look/style.h"
#include "app/panels/coordinate_box.h"
#include "app/panels/unseen_rows.h"
#include "app/text/numbers.h"
#include "app/text/risk_words.h"
#include "app/text/words.h"

namespace app::panels {
namespace {

using planning::needle::Clearance;
using planning::needle::Verdict;

constexpr int kSignWidth = 22, kMargin = 4;

/// A structure that the route needs and nobody gave.
bool isAbsent(const Clearance& row) {
  return std::holds_alternative<planning::needle::Required>(row.source);
}

/// A structure's own name; that of a required one in the language of the window.
QString nameOf(const Clearance& row) {
  if (const auto* absent = std::get_if<planning::needle::Required>(&row.source))
    return inLanguage(planning::procedure::routesInUse().requiredName(absent->id));
  return QString::fromStdString(row.structure);
}

QString wordOf(const Clearance& row) {
  return row.verdict ? verdictWord(*row.verdict) : roleWord(row.role);
}

QString detailText(const Clearance& row, bool fromTip) {
  QStringList parts{wordOf(row)};
  if (!row.acceptedBy.empty()) parts += ClearancesPanel::tr("accepted by %1").arg(personName(row.acceptedBy));
  if (isExpectedOnly(row)) parts += ClearancesPanel::tr("expected, unconfirmed");
  if (row.unseenDistanceMm) parts += ClearancesPanel::tr("goes on unseen at %1").arg(mm(*row.unseenDistanceMm));
  if (row.verdict) parts += ClearancesPanel::tr("margin %1").arg(mm(row.marginMm));
  if (row.depthMm)
    parts +=
        (fromTip ? ClearancesPanel::tr("%1 from the tip") : ClearancesPanel::tr("at depth %1")).arg(mm(*row.depthMm));
  if (row.breachProbability) parts += ClearancesPanel::tr("touched %1").arg(chanceText(row.breachProbability, {}));
  return parts.join(QStringLiteral(" · "));
}

/// In short: where the structure came from, and whether a person confirmed it. Nothing for a needle or what is absent.
QString originLine(const Clearance& row) {
  const auto* origin = std::get_if<planning::anatomy::Origin>(&row.source);
  if (!origin) return {};
  return sourceWord(*origin) + QStringLiteral(" · ") +
         (row.confirmed ? ClearancesPanel::tr("confirmed") : ClearancesPanel::tr("not confirmed"));
}

QString originText(const Clearance& row) {
  if (isAbsent(row)) return ClearancesPanel::tr("The route needs this structure, and nobody gave it.");
  const QString confirmed =
      row.confirmed ? ClearancesPanel::tr("confirmed by a person") : ClearancesPanel::tr("not confirmed by a person");
  return QStringList{QString::fromStdString(row.structure), kindWord(row.kind) + ", " + roleWord(row.role),
                     QString::fromStdString(textOf(row.source)), confirmed}
      .join('\n');
}

QColor colourOf(const Clearance& row) {
  return row.verdict ? verdictColour(*row.verdict) : QColor(0x8a, 0x90, 0x96);
}
QString signOf(const Clearance& row) {
  return row.verdict ? verdictSign(*row.verdict) : QStringLiteral("·");
}

QFont largeFont(const QFont& base) {
  QFont font = base;
  font.setPointSizeF(base.pointSizeF() * 1.25);
  font.setBold(true);
  return font;
}

}  // namespace

QString ClearancesModel::distanceText(const Clearance& row) const {
  if (row.distanceMm) return number(*row.distanceMm) + QStringLiteral(" ± ") + mm(row.errorBoundMm);
  if (beingMeasured_.contains(row.structureTrackingUid)) return ClearancesPanel::tr("being measured");
  return isAbsent(row) ? ClearancesPanel::tr("absent") : ClearancesPanel::tr("not measurable");
}

void ClearancesModel::show(const std::vector<Clearance>& clearances, std::set<std::string> beingMeasured) {
  const bool sameSize = clearances.size() == clearances_.size();
  if (!sameSize) beginResetModel();
  clearances_ = clearances;
  beingMeasured_ = std::move(beingMeasured);
  if (!sameSize)
    endResetModel();
  else if (!clearances_.empty())
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ClearancesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(clearances_.size());
}

QVariant ClearancesModel::data(const QModelIndex& index, int role) const {
  const Clearance& row = at(index.row());
  switch (role) {
    case SignRole:
      return signOf(row);
    case WordRole:
      return wordOf(row);
    case ColourRole:
      return colourOf(row);
    case DistanceRole:
      return distanceText(row);
    case DetailRole:
      return detailText(row, fromTip_);
    case OriginRole:
      return originLine(row);
    case NameRole:
      return nameOf(row);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
      return QStringList{signOf(row), nameOf(row), distanceText(row), detailText(row, fromTip_), originLine(row)}.join(
          ' ');
    case Qt::ToolTipRole:
      return originText(row);
    default:
      return {};
  }
}

void ClearanceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  if (option.state & QStyle::State_Selected)
    painter->fillRect(option.rect, QColor(0x24, 0x30, 0x3c));
  else if (option.state & QStyle::State_MouseOver)
    painter->fillRect(option.rect, QColor(0x1d, 0x22, 0x27));
  const QRect inner = option.rect.adjusted(kMargin, 2, -kMargin, -2);
  const QColor colour = index.data(ClearancesModel::ColourRole).value<QColor>();
  painter->setFont(largeFont(option.font));
  painter->setPen(colour);
  const int large = painter->fontMetrics().height();
  const QRect top(inner.left(), inner.top(), inner.width(), large);
  painter->drawText(top, Qt::AlignLeft, index.data(ClearancesModel::SignRole).toString());
  const QString distance = index.data(ClearancesModel::DistanceRole).toString();
  const int distanceWidth = painter->fontMetrics().horizontalAdvance(distance);
  painter->drawText(top, Qt::AlignRight, distance);
  painter->setPen(option.palette.color(QPalette::Text));
  QFont name = option.font;
  name.setPointSizeF(option.font.pointSizeF() * 1.1);
  painter->setFont(name);
  const QRect nameRect = top.adjusted(kSignWidth, 0, -distanceWidth - 8, 0);
  const QString text = index.data(ClearancesModel::NameRole).toString();
  painter->drawText(nameRect, Qt::AlignLeft | Qt::AlignVCenter,
                    painter->fontMetrics().elidedText(text, Qt::ElideMiddle, nameRect.width()));
  painter->setFont(option.font);
  painter->setPen(colour);
  painter->drawText(inner.adjusted(kSignWidth, large, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                    index.data(ClearancesModel::DetailRole).toString());
  painter->setPen(option.palette.color(QPalette::PlaceholderText));
  const QRect lowest = inner.adjusted(kSignWidth, large + painter->fontMetrics().height(), 0, 0);
  const QString origin = index.data(ClearancesModel::OriginRole).toString();
  painter->drawText(lowest, Qt::AlignLeft | Qt::AlignTop,
                    painter->fontMetrics().elidedText(origin, Qt::ElideRight, lowest.width()));
  painter->restore();
}

QSize ClearanceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QFontMetrics large(largeFont(option.font)), small(option.font);
  const int detail = small.horizontalAdvance(index.data(ClearancesModel::DetailRole).toString());
  const int lines = index.data(ClearancesModel::OriginRole).toString().isEmpty() ? 1 : 2;
  return {kSignWidth + detail + 2 * kMargin, large.height() + lines * small.height() + 6};
}

ClearancesPanel::ClearancesPanel(ShownScan& scan, PlanDocument& document, QWidget* parent)
    : Section(tr("5  Passes"), false, parent),
      scan_(scan),
      document_(document),
      model_(new ClearancesModel(this)),
      list_(new QListView),
      unseen_(new UnseenRows(document_, this)),
      band_(new NumberBox) {
  list_->setObjectName("clearances");
  list_->setModel(model_);
  list_->setItemDelegate(new ClearanceDelegate(list_));
  list_->setMouseTracking(true);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // the panel around it scrolls
  body()->addWidget(list_);
  body()->addWidget(unseen_);
  band_->setObjectName("nearBand");
  band_->setRange(0, 20);
  band_->setSingleStep(0.5);
  band_->setSuffix(QStringLiteral(" mm"));
  band_->setToolTip(tr("What keeps its margin, but by no more than this, is near"));
  auto* row = new QHBoxLayout;
  row->addWidget(caption(tr("Near: up to so much beyond the margin")), 1);
  row->addWidget(band_);
  body()->addLayout(row);
  connect(band_, &QDoubleSpinBox::valueChanged, this, [this](double mm) {
    document_.setNearBand(mm == planning::needle::kNearBandMm ? std::nullopt : std::optional(mm));
  });
  connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) { jump(index.row()); });
  connect(&scan_, &ShownScan::planChanged, this, &ClearancesPanel::refresh);
  connect(&scan_, &ShownScan::currentNeedleChanged, this, &ClearancesPanel::refresh);
  refresh();
}

QWidget* ClearancesPanel::controlFor(const planning::NextStep& step) const {
  return unseen_->controlFor(step);
}

void ClearancesPanel::refresh() {
  const auto& needles = scan_.plan().assessment.needles;
  const auto& rows =
      needles.empty() ? std::vector<Clearance>{} : needles[static_cast<std::size_t>(scan_.currentNeedle())].clearances;
  std::set<std::string> beingMeasured;
  for (const auto& measured : scan_.structures())
    if (measured.beingMeasured) beingMeasured.insert(measured.structure.trackingUid);
  model_->show(rows, std::move(beingMeasured));
  const QSignalBlocker quiet(band_);
  band_->setValue(scan_.plan().choices.nearBandMm.value_or(planning::needle::kNearBandMm));
  band_->setEnabled(scan_.volume() != nullptr);
  int height = 2;
  for (int row = 0; row < model_->rowCount(); ++row) height += list_->sizeHintForRow(row);
  list_->setFixedHeight(height);
  list_->setVisible(!rows.empty());
  const auto breaches =
      std::count_if(rows.begin(), rows.end(), [](const auto& r) { return r.verdict == Verdict::Breach; });
  setSummary(rows.empty()   ? (scan_.structures().empty() ? tr("no structure") : QString())
             : breaches > 0 ? tr("%n breach(es)", nullptr, static_cast<int>(breaches))
                            : QString());
}

void ClearancesPanel::jump(int row) {
  if (const auto& closest = model_->at(row).closestOnStructure) scan_.setCrosshair(*closest);
  if (const auto depth = model_->at(row).depthMm) scan_.setDepthAlongPathMm(*depth);
}

}  // namespace app::panels
