#include "app/archive/version_text.h"

#include <QCoreApplication>
#include <QStringList>

#include "app/archive/reports_model.h"
#include "app/look/style.h"
#include "app/text/numbers.h"
#include "app/text/words.h"

namespace app::archive {
namespace {

using planning::review::NeedleChanges;
using planning::review::PlanChanges;

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::archive::Versions)
};

QString orNone(const QString& text) {
  return text.isEmpty() ? QStringLiteral("–") : text;
}
QString orNone(const std::string& utf8) {
  return orNone(QString::fromStdString(utf8));
}
QString verdictOf(const std::optional<planning::needle::Verdict>& verdict) {
  return verdict ? verdictSign(*verdict) + ' ' + verdictWord(*verdict) : QStringLiteral("–");
}
QString needleOf(const std::optional<planning::needle::Needle>& needle) {
  return needle ? QString::fromStdString(format(*needle)) : QStringLiteral("–");
}
QString sideOf(const std::optional<planning::anatomy::Side>& side) {
  return side ? sideWord(*side) : QStringLiteral("–");
}

QString checkName(const std::string& id) {
  const auto* check = planning::procedure::findCheck(id);
  return check != nullptr ? inLanguage(check->question) : QString::fromStdString(id);
}

QString answerName(const std::string& id, const std::string& answer) {
  if (const auto* check = planning::procedure::findCheck(id))
    for (const auto& choice : check->choices)
      if (choice.word == answer) return inLanguage(choice.label);
  return orNone(answer);
}

void addNeedle(const NeedleChanges& changes, QStringList& lines) {
  const QString label = QString::fromStdString(changes.label);
  if (changes.added) lines += Texts::tr("%1: new.").arg(label);
  if (changes.removed) lines += Texts::tr("%1: taken away.").arg(label);
  if (changes.targetMm) lines += Texts::tr("%1: the target moved by %2.").arg(label, mm(*changes.targetMm));
  if (changes.targetPlaced) lines += Texts::tr("%1: the target was placed or taken away.").arg(label);
  if (changes.entryMm) lines += Texts::tr("%1: the entry moved by %2.").arg(label, mm(*changes.entryMm));
  if (changes.entryPlaced) lines += Texts::tr("%1: the entry was placed or taken away.").arg(label);
  if (changes.needle)
    lines += Texts::tr("%1: the needle went from %2 to %3.")
                 .arg(label, needleOf(changes.needle->before), needleOf(changes.needle->after));
  if (changes.depthMm)
    lines += Texts::tr("%1: the depth went from %2 to %3.")
                 .arg(label, mm(changes.depthMm->before), mm(changes.depthMm->after));
  if (changes.verdict)
    lines += Texts::tr("%1: the verdict went from %2 to %3.")
                 .arg(label, verdictOf(changes.verdict->before), verdictOf(changes.verdict->after));
}

void addProcedure(const PlanChanges& changes, QStringList& lines) {
  if (changes.routeId)
    lines += Texts::tr("The route went from %1 to %2.")
                 .arg(orNone(routeName(changes.routeId->before)), orNone(routeName(changes.routeId->after)));
  if (changes.level)
    lines +=
        Texts::tr("The level went from %1 to %2.").arg(orNone(changes.level->before), orNone(changes.level->after));
  if (changes.side)
    lines += Texts::tr("The side went from %1 to %2.").arg(sideOf(changes.side->before), sideOf(changes.side->after));
  if (changes.operatorName)
    lines +=
        Texts::tr("The operator went from %1 to %2.")
            .arg(orNone(personName(changes.operatorName->before)), orNone(personName(changes.operatorName->after)));
}

QString header(const Version& version, std::size_t number) {
  const Record& record = version.record;
  QString line = "<b>" + Texts::tr("Version %1").arg(number) + "</b> · " + when(record.saved);
  if (!record.operatorName.empty()) line += " · " + personName(record.operatorName).toHtmlEscaped();
  if (record.verdict)
    line +=
        " · <span style='color:" + verdictColour(*record.verdict).name() + "'>" + verdictOf(record.verdict) + "</span>";
  return line + " · " + (record.complete ? ReportsModel::tr("complete") : ReportsModel::tr("draft"));
}

}  // namespace

QStringList changeSentences(const PlanChanges& changes) {
  QStringList lines;
  if (changes.verdict)
    lines += Texts::tr("The plan's verdict went from %1 to %2.")
                 .arg(verdictOf(changes.verdict->before), verdictOf(changes.verdict->after));
  for (const auto& needle : changes.needles) addNeedle(needle, lines);
  addProcedure(changes, lines);
  for (const auto& check : changes.checks)
    lines += Texts::tr("The check “%1” went from %2 to %3.")
                 .arg(checkName(check.id), answerName(check.id, check.answer.before),
                      answerName(check.id, check.answer.after));
  for (const auto& name : changes.structuresAdded)
    lines += Texts::tr("The structure “%1” was added.").arg(QString::fromStdString(name));
  for (const auto& name : changes.structuresRemoved)
    lines += Texts::tr("The structure “%1” was taken away.").arg(QString::fromStdString(name));
  if (changes.ready)
    lines += changes.ready->after ? Texts::tr("The plan became ready.") : Texts::tr("The plan is no longer ready.");
  if (changes.complete)
    lines += changes.complete->after ? Texts::tr("The plan was marked complete.")
                                     : Texts::tr("The plan became a draft again.");
  return lines;
}

QString versionsText(const std::vector<Version>& oldestFirst) {
  QString text;
  for (std::size_t i = oldestFirst.size(); i-- > 0;) {
    const Version& version = oldestFirst[i];
    text += "<p>" + header(version, i + 1) + QString(" · <a href='open:%1'>").arg(i) + Texts::tr("open") + "</a>";
    const auto* before = i > 0 ? &oldestFirst[i - 1] : nullptr;
    QStringList lines;
    if (!version.plan)
      lines += Texts::tr("The file cannot be read any more.");
    else if (before != nullptr && before->plan)
      lines = changeSentences(planning::review::changesBetween(*before->plan, *version.plan));
    else if (before == nullptr && !version.record.predecessorUid.empty())
      lines += Texts::tr("The version before this one is not in the archive.");
    if (before != nullptr && lines.isEmpty()) lines += Texts::tr("Nothing that is listed here changed.");
    for (const QString& line : lines) text += "<br>&nbsp;&nbsp;• " + line.toHtmlEscaped();
    text += "</p>";
  }
  return text;
}

}  // namespace app::archive
