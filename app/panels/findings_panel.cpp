#include "app/panels/findings_panel.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

#include "app/case/shown_scan.h"
#include "app/look/style.h"
#include "app/text/sentences.h"

namespace app::panels {
namespace {

using planning::Severity;

QString line(const planning::Finding& finding) {
  using planning::needle::Verdict;
  QString sign = QStringLiteral("·"), colour = QStringLiteral("#8a9096");
  if (finding.severity == Severity::Error)
    sign = verdictSign(Verdict::Breach), colour = verdictColour(Verdict::Breach).name();
  if (finding.severity == Severity::Warning)
    sign = verdictSign(Verdict::Near), colour = verdictColour(Verdict::Near).name();
  return QStringLiteral("<tr><td style='color:%1; font-weight:bold' width='18'>%2</td><td>%3</td></tr>")
      .arg(colour, sign, sentence(finding).toHtmlEscaped());
}

}  // namespace

FindingsPanel::FindingsPanel(ShownScan& scan, QWidget* parent)
    : Section(tr("Findings"), true, parent), scan_(scan), text_(new QLabel) {
  text_->setObjectName("findings");
  text_->setWordWrap(true);
  text_->setTextFormat(Qt::RichText);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  body()->addWidget(text_);
  connect(&scan_, &ShownScan::planChanged, this, &FindingsPanel::refresh);
  refresh();
}

QString findingsTable(std::vector<planning::Finding> findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
    return static_cast<int>(a.severity) > static_cast<int>(b.severity);
  });
  QString html;
  for (const auto& finding : findings) html += line(finding);
  return html.isEmpty() ? QString() : "<table cellspacing='0' cellpadding='2'>" + html + "</table>";
}

void FindingsPanel::refresh() {
  const QString table = findingsTable(scan_.plan().assessment.findings);
  if (text_->text() != table) text_->setText(table);
  setVisible(!table.isEmpty());
  setSummary(QString::number(scan_.plan().assessment.findings.size()));
}

}  // namespace app::panels
