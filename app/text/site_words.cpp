#include "app/text/site_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

#include "app/text/numbers.h"
#include "app/text/words.h"
#include "planning/plan/own_choices.h"
#include "planning/procedure/route.h"

namespace app {
namespace {

using planning::Finding;
using planning::MeasuredSide;
using planning::Middle;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(app::SiteWords)
};

QLocale windowLocale() {
  QLocale locale{QString::fromLatin1(windowLanguage())};
  locale.setNumberOptions(QLocale::OmitGroupSeparator);
  return locale;
}

QString argument(const Finding& finding, std::size_t index) {
  return index < finding.arguments.size() ? QString::fromStdString(finding.arguments[index]) : QString();
}

/// "21.4 mm" of a finding, as the language writes it.
QString distance(const Finding& finding, std::size_t index) {
  return argument(finding, index).replace(QLatin1Char('.'), windowLocale().decimalPoint());
}

/// Empty for findings that say something else.
QString contradiction(const Finding& finding) {
  if (finding.code == "side-contradicts")
    return (argument(finding, 2) == QLatin1String("left")
                ? Words::tr("WRONG SIDE: the needle is LEFT (%1), stated is RIGHT")
                : Words::tr("WRONG SIDE: the needle is RIGHT (%1), stated is LEFT"))
        .arg(distance(finding, 3));
  if (finding.code == "target-on-midline")
    return Words::tr("NO SIDE: the target is on the MIDLINE, %1 from the middle").arg(distance(finding, 1));
  if (finding.code == "entry-on-midline")
    return Words::tr("NO SIDE: the entry is on the MIDLINE, %1 from the middle").arg(distance(finding, 1));
  if (finding.code != "level-contradicts") return {};
  if (argument(finding, 2).isEmpty())
    return Words::tr("WRONG LEVEL: the target is at no counted level, and the stated level is %1")
        .arg(argument(finding, 1));
  return Words::tr("WRONG LEVEL: the target is at %1, and the stated level is %2")
      .arg(argument(finding, 2), argument(finding, 1));
}

}  // namespace

QString measuredSideText(const planning::MeasuredSite& site) {
  if (!site.side || !site.lateralMm) return Words::tr("NOT MEASURED");
  if (*site.side == MeasuredSide::Midline) return Words::tr("MIDLINE");
  const QString away = windowLocale().toString(std::abs(*site.lateralMm), 'f', 1);
  return (*site.side == MeasuredSide::Left ? Words::tr("LEFT %1 mm") : Words::tr("RIGHT %1 mm")).arg(away);
}

QString measuredAgainstText(const planning::MeasuredSite& site) {
  if (!site.against)
    return Words::tr("The side is not measured: bring the crosshair to a spinous process and press \"Midline\", twice");
  switch (*site.against) {
    case Middle::Canal:
      return Words::tr("Measured from the middle of the spinal canal");
    case Middle::Midline:
      return Words::tr("Measured from the midline that you confirmed");
    case Middle::Bodies:
      return Words::tr("Measured from the middle of the vertebral bodies");
    case Middle::Body:
      break;
  }
  return Words::tr("Measured from the middle of the body");
}

QString statedSiteText(const planning::PlanChoices& own) {
  const QString side = own.side ? sideWord(*own.side) : Words::tr("no side");
  const QString level = own.level.empty() ? Words::tr("no level") : QString::fromStdString(own.level);
  return Words::tr("stated: %1, %2").arg(side, level);
}

QString levelKnownText(const planning::Plan& plan, std::size_t needle) {
  const std::string& label = plan.choices.needles[needle].label;
  const auto own = planning::ownChoices(plan.choices, plan.choices.needles[needle]);
  if (own.level.empty()) return Words::tr("not stated");
  for (const Finding& finding : plan.assessment.findings) {
    if (finding.arguments.empty() || finding.arguments.front() != label) continue;
    if (finding.code == "level-seen")
      return Words::tr("seen by %1 (%2)")
          .arg(personName(finding.arguments.at(2)), seenHowWord(finding.arguments.at(3)));
    if (finding.code.starts_with("level-")) return Words::tr("not verified");
  }
  return plan.assessment.needles[needle].site.levels.empty() ? Words::tr("not verified")
                                                             : Words::tr("by the counted vertebrae");
}

QStringList siteContradictions(const planning::Plan& plan) {
  QStringList lines;
  for (const Finding& finding : plan.assessment.findings) {
    const QString line = contradiction(finding);
    if (line.isEmpty()) continue;
    const bool several = plan.choices.needles.size() > 1;
    lines += several ? Words::tr("%1: %2").arg(argument(finding, 0), line) : line;
  }
  return lines;
}

QStringList pictureBand(const planning::Plan& plan) {
  QStringList lines = siteContradictions(plan);
  for (const Finding& finding : plan.assessment.findings) {
    if (finding.code == "report-seal-broken") lines += Words::tr("ALTERED PLAN: it was changed after it was saved");
    if (finding.code == "report-scan-differs") lines += Words::tr("OTHER IMAGES than those that the plan was made on");
  }
  if (!plan.choices.record) return lines;
  for (const Finding& finding : judge(*plan.choices.record, plan.choices.checks)) {
    if (finding.code == "record-do-not-inject") lines += Words::tr("VASCULAR PATTERN: DO NOT INJECT");
    if (finding.code == "record-stop") lines += Words::tr("INTRATHECAL PATTERN: STOP");
  }
  return lines;
}

}  // namespace app
