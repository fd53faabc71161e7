#include "app/text/risk_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <map>

#include "app/text/numbers.h"
#include "app/text/sentences.h"
#include "app/text/words.h"
#include "planning/plan/chances.h"

namespace app {
namespace {

struct Risk {
  Q_DECLARE_TR_FUNCTIONS(app::Risk)
};

using planning::needle::EntryBar;

QString percent(double probability) {
  return QString::fromStdString(planning::percentText(probability));
}

QString roomy(double pathMm) {
  return Risk::tr("Every structure keeps at least %1 more than its margin and error bound; the path is %2 long.")
      .arg(mm(planning::kMostRoomMm), mm(pathMm));
}

QString allowedSentence(const planning::SkinSearch& search, const planning::EntryReason& reason) {
  QString text;
  if (!reason.distanceMm) {
    text = Risk::tr("Allowed.") + ' ' + roomy(reason.pathMm);
  } else {
    const auto& kept = search.kept[reason.room->obstacle];
    text = Risk::tr(
               "Allowed. The tightest is %1, %2 from the needle, %3 more than its margin and error bound; the path "
               "is %4 long.")
               .arg(QString::fromStdString(kept.name), mm(*reason.distanceMm), mm(reason.room->excessMm),
                    mm(reason.pathMm));
  }
  if (reason.chanceAtMost && *reason.chanceAtMost < 1)
    text +=
        ' ' + Risk::tr("The chance of touching a structure but bone is at most %1.").arg(percent(*reason.chanceAtMost));
  return text;
}

QString structureSentence(const planning::SkinSearch& search, const planning::EntryReason& reason) {
  const auto& kept = search.kept[reason.decision.which];
  const QString name = QString::fromStdString(kept.name);
  if (*reason.distanceMm < 0) return Risk::tr("Forbidden: the needle would run into %1.").arg(name);
  return Risk::tr("Forbidden: the needle would pass %1 from %2; its margin is %3, its error bound %4.")
      .arg(mm(*reason.distanceMm), name, mm(kept.marginMm), mm(kept.errorBoundMm));
}

}  // namespace

QString riskSentence(const planning::SkinSearch& search, const planning::EntryReason& reason) {
  switch (reason.decision.bar) {
    case EntryBar::None:
      return allowedSentence(search, reason);
    case EntryBar::TooFar:
      return Risk::tr("Out of reach: the path is %1 long, the needle %2.")
          .arg(mm(reason.pathMm), mm(search.problem.limits.needle.lengthMm));
    case EntryBar::TooNear:
      return Risk::tr("Out of reach: too near the target for a path.");
    case EntryBar::FromBelow:
      return Risk::tr("Out of reach: the patient lies on this side.");
    case EntryBar::CranioCaudal:
    case EntryBar::InPlane:
      return Risk::tr("Forbidden: steeper than allowed.");
    case EntryBar::Approach:
      return Risk::tr("Forbidden on this route. %1")
          .arg(inLanguage(planning::procedure::routesInUse().ruleText(search.approachRule)));
    case EntryBar::Bore:
      return Risk::tr("Forbidden: the needle's hub would not fit the scanner's bore.");
    case EntryBar::Structure:
      return structureSentence(search, reason);
    case EntryBar::PlacedNeedle:
      return Risk::tr("Forbidden: it would meet the needle “%1”.")
          .arg(QString::fromStdString(search.placedLabels[reason.decision.which]));
    case EntryBar::LeavesTheBody:
      break;
  }
  return Risk::tr("Forbidden: the path leaves the body between skin and target.");
}

/// What the route needs and nobody gave, nor looked for.
QStringList missingOf(const planning::Proposal& proposal) {
  QStringList names;
  for (const auto& row : proposal.needle.clearances)
    if (const auto* required = std::get_if<planning::needle::Required>(&row.source); required && row.acceptedBy.empty())
      names += inLanguage(planning::procedure::routesInUse().requiredName(required->id));
  return names;
}

QString tradeOffs(const planning::Proposal& proposal) {
  const double path = *proposal.needle.pathLengthMm;
  QStringList all;
  if (const QStringList missing = missingOf(proposal); !missing.isEmpty())
    all +=
        Risk::tr("Unknown: %1 missing. It is ranked by what is known alone.").arg(missing.join(QStringLiteral(", ")));
  all +=
      proposal.tightest.empty()
          ? roomy(path)
          : Risk::tr("The tightest structure, %1, keeps %2 more than its margin and error bound; the path is %3 long.")
                .arg(QString::fromStdString(proposal.tightest), mm(proposal.roomMm), mm(path));
  all += Risk::tr("It lies %1 out of the axial plane.").arg(degrees(proposal.fromAxial));
  if (proposal.merits.mostRoom) all += Risk::tr("The most room of the list.");
  if (proposal.merits.shortest) all += Risk::tr("The shortest of the list.");
  if (proposal.merits.flattest) all += Risk::tr("The nearest to one slice of the list.");
  if (proposal.merits.leastChance) all += Risk::tr("The least chance of touching a structure of the list.");
  if (proposal.needle.breachProbability)
    all += Risk::tr("The chance of touching a structure but bone is %1.")
               .arg(chanceText(proposal.needle.breachProbability, proposal.needle.breachStandardError));
  if (proposal.lungMm) all += Risk::tr("The lung is %1 away.").arg(mm(*proposal.lungMm));
  return all.join(' ');
}

QString noWayIn(const planning::Error& error) {
  static const std::map<std::string, const char*> reasons{
      {"too-far", QT_TRANSLATE_NOOP("app::Risk", "the needle's length")},
      {"too-near", QT_TRANSLATE_NOOP("app::Risk", "the target's nearness to the skin")},
      {"cranio-caudal", QT_TRANSLATE_NOOP("app::Risk", "the angle")},
      {"in-plane", QT_TRANSLATE_NOOP("app::Risk", "the angle")},
      {"from-below", QT_TRANSLATE_NOOP("app::Risk", "the table")},
      {"approach", QT_TRANSLATE_NOOP("app::Risk", "the directions that the route comes from")},
      {"bore", QT_TRANSLATE_NOOP("app::Risk", "the scanner's bore")},
      {"placed-needle", QT_TRANSLATE_NOOP("app::Risk", "another needle")},
      {"leaves-the-body", QT_TRANSLATE_NOOP("app::Risk", "air on the way")}};
  planning::Error shown = error;
  if (const auto reason = reasons.find(error.detail); reason != reasons.end())
    shown.detail = Risk::tr(reason->second).toStdString();
  return sentence(shown);
}

QString chanceText(const std::optional<double>& probability, const std::optional<double>& standardError) {
  if (!probability) return mm(std::nullopt);
  QString text = percent(*probability);
  if (standardError && *probability > 0) text += QStringLiteral(" ± ") + percent(*standardError);
  return text;
}

}  // namespace app
