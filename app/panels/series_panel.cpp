#include "app/panels/series_panel.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <vector>

#include "app/case/scan_work.h"
#include "app/case/shown_scan.h"
#include "app/look/style.h"
#include "app/text/numbers.h"
#include "app/text/sentences.h"

namespace app::panels {
namespace {

using io::dicom::SeriesInfo;
using planning::needle::Verdict;

constexpr int kMostHeight = 320;

QString refusalText(const SeriesInfo& series) {
  if (series.identity.modality == "MR") return SeriesPanel::tr("MR is not read by this version");
  return series.refusal ? sentence(*series.refusal) : SeriesPanel::tr("not shown by this version");
}

QString sizeText(const SeriesInfo& series) {
  QStringList counts;
  for (const int count : series.dimensions) counts += QString::number(count);
  QString text = counts.join(QStringLiteral("×"));
  if (series.spacingMm.size() == 3) text += QStringLiteral("  ") + mm(series.spacingMm[2]);
  return text;
}

bool opens(const SeriesInfo& series) {
  return series.loadable || holdsStructures(series);
}

QString textOf(const SeriesInfo& series) {
  const auto& id = series.identity;
  QString text = QString::fromStdString(id.modality);
  if (series.seriesNumber > 0) text += ' ' + QString::number(series.seriesNumber);
  text += "  " + QString::fromStdString(id.description) + '\n';
  if (!series.part.empty()) text += QString::fromStdString(series.part) + '\n';
  if (!opens(series)) return text + verdictSign(Verdict::Breach) + ' ' + refusalText(series);
  text += sizeText(series);
  const auto odd = std::count_if(series.findings.begin(), series.findings.end(),
                                 [](const auto& f) { return f.severity != planning::Severity::Info; });
  if (odd > 0)
    text += QStringLiteral("   ") + verdictSign(Verdict::Near) + ' ' +
            SeriesPanel::tr("%n finding(s)", nullptr, static_cast<int>(odd));
  return text;
}

QString tipOf(const SeriesInfo& series) {
  QStringList lines{personName(series.identity.patient.name), date(series.identity.study.date)};
  if (!series.part.empty()) lines += QString::fromStdString(series.part);
  if (series.loadable)
    lines += SeriesPanel::tr("Double-click to open");
  else if (holdsStructures(series))
    lines += SeriesPanel::tr("Double-click to open its structures on the scan");
  else
    lines += refusalText(series);
  for (const auto& finding : series.findings) lines += sentence(finding);
  return lines.join('\n');
}

}  // namespace

bool holdsStructures(const SeriesInfo& series) {
  return series.identity.modality == "SEG" || series.identity.modality == "RTSTRUCT";
}

SeriesPanel::SeriesPanel(ShownScan& scan, ScanWork& work, QWidget* parent)
    : Section(tr("Series"), true, parent), scan_(scan), work_(work), list_(new QListWidget) {
  list_->setObjectName("series");
  list_->setWordWrap(true);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setTextElideMode(Qt::ElideRight);
  list_->setSpacing(2);
  body()->addWidget(list_);
  connect(list_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    const auto& series = work_.lastScan().series[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())];
    Q_EMIT openAsked(series);
  });
  connect(&work_, &ScanWork::scanned, this, &SeriesPanel::list);
  connect(&scan_, &ShownScan::volumeChanged, this, [this] {
    mark();
    fitHeight();
  });
  list(work_.lastScan());
}

void SeriesPanel::list(const io::dicom::ScanResult& result) {
  list_->clear();
  std::vector<std::size_t> order(result.series.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_partition(order, [&](std::size_t i) { return opens(result.series[i]); });
  for (const std::size_t i : order) {
    const auto& series = result.series[i];
    auto* item = new QListWidgetItem(textOf(series), list_);
    item->setData(Qt::UserRole, static_cast<int>(i));
    item->setToolTip(tipOf(series));
    if (!opens(series)) item->setForeground(QColor(0x8a, 0x90, 0x96));
  }
  const auto count = static_cast<int>(result.rejectedFiles.size());
  setSummary(count > 0 ? tr("%n file(s) left out", nullptr, count) : QString());
  QStringList reasons;
  for (const auto& file : result.rejectedFiles)
    if (reasons.size() < 20)
      reasons += QString::fromStdString(file.file.filename().string()) + ": " + sentence(file.reason);
  setToolTip(reasons.join('\n'));
  setVisible(!result.series.empty());
  mark();
  fitHeight();
}

void SeriesPanel::resizeEvent(QResizeEvent* event) {
  Section::resizeEvent(event);
  fitHeight();
}

void SeriesPanel::mark() {
  const auto volume = scan_.volume();
  for (int row = 0; row < list_->count(); ++row) {
    auto* item = list_->item(row);
    const auto& series = work_.lastScan().series[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())];
    QFont font = list_->font();
    font.setBold(volume && volume->identity.seriesUid == series.identity.seriesUid &&
                 work_.openedPart() == series.part);
    item->setFont(font);
    if (font.bold()) list_->scrollToItem(item);
  }
}

void SeriesPanel::fitHeight() {
  list_->doItemsLayout();
  int height = 2 * list_->frameWidth() + 4;
  for (int row = 0; row < list_->count(); ++row) height += list_->visualItemRect(list_->item(row)).height();
  list_->setFixedHeight(scan_.volume() ? std::min(height, kMostHeight) : height);  // alone in its column it may be long
}

}  // namespace app::panels
