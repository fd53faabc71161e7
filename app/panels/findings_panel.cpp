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

QString line(const planning::Finding& finding, const QString& link) {
  using planning::needle::Verdict;
  QString sign = QStringLiteral("·"), colour = QStringLiteral("#8a9096");
  if (finding.severity == Severity::Error)
    sign = verdictSign(Verdict::Breach), colour = verdictColour(Verdict::Breach).name();
  if (finding.severity == Severity::Warning)
    sign = verdictSign(Verdict::Near), colour = verdictColour(Verdict::Near).name();
  const QString said = sentence(finding).toHtmlEscaped();
  const QString text =
      link.isEmpty() ? said : QStringLiteral("<a href='%1' style='color:#d6dbe0'>%2</a>").arg(link, said);
  return QStringLiteral("<tr><td style='color:%1; font-weight:bold' width='18'>%2</td><td>%3</td></tr>")
      .arg(colour, sign, text);
}

}  // namespace

FindingsPanel::FindingsPanel(ShownScan& scan, QWidget* parent)
    : Section(tr("Findings"), true, parent), scan_(scan), text_(new QLabel) {
  text_->setObjectName("findings");
  text_->setWordWrap(true);
  text_->setTextFormat(Qt::RichText);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse |
                                 Qt::LinksAccessibleByKeyboard);
  body()->addWidget(text_);
  connect(text_, &QLabel::linkActivated, this, [this](const QString& link) {
    if (const auto place = link.toULongLong(); place < shown_.size()) Q_EMIT stepAsked(stepOf(shown_[place]));
  });
  connect(&scan_, &ShownScan::planChanged, this, &FindingsPanel::refresh);
  refresh();
}

QWidget* FindingsPanel::controlFor(const planning::NextStep&) const {
  return text_;
}

void sortGravestFirst(std::vector<planning::Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
    return static_cast<int>(a.severity) > static_cast<int>(b.severity);
  });
}

QString findingsTable(std::vector<planning::Finding> findings,
                      const std::function<bool(const planning::Finding&)>& isLink) {
  sortGravestFirst(findings);
  QString html;
  for (std::size_t n = 0; n < findings.size(); ++n)
    html += line(findings[n], isLink && isLink(findings[n]) ? QString::number(n) : QString());
  return html.isEmpty() ? QString() : "<table cellspacing='0' cellpadding='2'>" + html + "</table>";
}

planning::NextStep FindingsPanel::stepOf(const planning::Finding& finding) const {
  return planning::stepFor({finding, std::nullopt, 0}, scan_.plan().choices);
}

void FindingsPanel::refresh() {
  shown_ = scan_.plan().assessment.findings;
  sortGravestFirst(shown_);
  const QString table = findingsTable(shown_, [this](const planning::Finding& finding) {
    const auto step = stepOf(finding).step;
    return step != planning::Step::Done && step != planning::Step::Mend;
  });
  if (text_->text() != table) text_->setText(table);
  setVisible(!table.isEmpty());
  setSummary(QString::number(shown_.size()));
}

}  // namespace app::panels
