#include "app/practice/score_words.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

#include "app/json/plan_json.h"
#include "app/text/numbers.h"
#include "app/text/words.h"

namespace app::practice {
namespace {

using planning::practice::Part;
using planning::practice::ScorePart;
using planning::practice::Unit;

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::practice::Score)
};

QString shown(Unit unit, double value) {
  switch (unit) {
    case Unit::Millimetres:
      return mm(value);
    case Unit::Degrees:
      return number(value) + QStringLiteral("°");
    case Unit::Count:
      return number(value, 0);
    case Unit::Seconds:
      return duration(value);
  }
  return {};
}

QString withBound(const ScorePart& part) {
  return QStringLiteral("%1 ± %2").arg(number(*part.value), mm(part.errorBoundMm.value_or(0)));
}

QString targetSentence(const ScorePart& part) {
  const QString off = mm(*part.value);
  if (part.reason == "tip-in-zone")
    return Texts::tr("The tip is %1 from the middle of the target zone, whose radius is %2: it is in.")
        .arg(off, mm(part.scale.full));
  if (part.reason == "tip-near-zone")
    return Texts::tr("The tip is %1 from the middle of the target zone. Up to %2 gives all points, %3 none.")
        .arg(off, mm(part.scale.full), mm(part.scale.none));
  return Texts::tr("The tip is %1 from the middle of the target zone: from %2 on the target is missed.")
      .arg(off, mm(part.scale.none));
}

QString marginsSentence(const ScorePart& part) {
  const QString name = QString::fromStdString(part.structure);
  if (part.reason == "margins-unknown" || !part.value)
    return name.isEmpty() ? Texts::tr("Nothing tells how near the needle came to anything.")
                          : Texts::tr("How near the needle came is not known of: %1.").arg(name);
  if (part.reason == "margins-breached" && *part.value < 0)
    return Texts::tr("The needle went into: %1 (%2, negative is inside).").arg(name, withBound(part));
  if (part.reason == "margins-breached")
    return Texts::tr("The needle came too near to: %1. Distance %2: at worst less than the margin of %3.")
        .arg(name, withBound(part), mm(part.compared));
  if (part.reason == "margins-near")
    return Texts::tr("The needle came near to: %1. Distance %2, margin %3. The expert's needle stays clear.")
        .arg(name, withBound(part), mm(part.compared));
  return Texts::tr("Nearest was: %1. Distance %2, margin %3. The verdict is no worse than the expert's.")
      .arg(name, withBound(part), mm(part.compared));
}

QString lengthSentence(const ScorePart& part) {
  const QString own = mm(*part.value), experts = mm(part.compared);
  if (part.reason == "length-short")
    return Texts::tr("The planned path is %1 long, the expert's %2. Up to %3 longer gives all points.")
        .arg(own, experts, mm(part.scale.full));
  return Texts::tr("The planned path is %1 long, the expert's %2. Up to %3 longer gives all points, %4 none.")
      .arg(own, experts, mm(part.scale.full), mm(part.scale.none));
}

QString countSentence(const ScorePart& part) {
  const int count = static_cast<int>(*part.value);
  const QString full = number(part.scale.full, 0), none = number(part.scale.none, 0);
  if (part.reason == "not-put-in") return Texts::tr("The needle was not put in: there is nothing to count.");
  if (part.reason == "corrections-none") return Texts::tr("The needle was never drawn back and set in anew.");
  if (part.reason == "corrections-some")
    return Texts::tr("The needle was drawn back and set in anew %n time(s); %1 gives no points.", nullptr, count)
        .arg(none);
  if (part.reason == "slices-none") return Texts::tr("No control slice was taken: the needle went in unseen.");
  return Texts::tr("%n control slice(s) taken. 1 to %1 give all points, %2 none.", nullptr, count).arg(full, none);
}

QString valueKey(Unit unit) {
  constexpr const char* kKeys[] = {"value_mm", "value_deg", "value_count", "value_s"};
  return QString::fromLatin1(kKeys[static_cast<std::size_t>(unit)]);
}

QJsonObject toJson(const ScorePart& part) {
  QJsonObject json{{"part", word(part.part)},
                   {"points", rounded(part.points)},
                   {"out_of", part.outOf},
                   {"reason", QString::fromStdString(part.reason)},
                   {valueKey(part.unit), numberOrNull(part.value)},
                   {"text", reasonSentence(part)}};
  if (part.part == Part::Margins) {
    json["error_bound_mm"] = numberOrNull(part.errorBoundMm);
    json["margin_mm"] = numberOrNull(part.compared);
    json["structure"] = part.structure.empty() ? QJsonValue() : QString::fromStdString(part.structure);
    return json;
  }
  if (part.part == Part::Length) json["expert_mm"] = numberOrNull(part.compared);
  json["all_points_up_to"] = part.scale.full;
  json["no_points_from"] = part.scale.none;
  return json;
}

}  // namespace

QString partName(Part part) {
  switch (part) {
    case Part::Target:
      return Texts::tr("Target");
    case Part::Margins:
      return Texts::tr("Margins");
    case Part::Length:
      return Texts::tr("Length");
    case Part::Angle:
      return Texts::tr("Angle");
    case Part::Corrections:
      return Texts::tr("Corrections");
    case Part::ControlSlices:
      return Texts::tr("Control slices");
    case Part::Time:
      return Texts::tr("Time");
  }
  return {};
}

QString reasonSentence(const ScorePart& part) {
  if (part.reason == "no-points-missed") return Texts::tr("No points, because the target was missed.");
  switch (part.part) {
    case Part::Target:
      return targetSentence(part);
    case Part::Margins:
      return marginsSentence(part);
    case Part::Length:
      return lengthSentence(part);
    case Part::Angle:
      return Texts::tr("The planned direction is %1 from the expert's. Up to %2 gives all points, %3 none.")
          .arg(shown(part.unit, *part.value), shown(part.unit, part.scale.full), shown(part.unit, part.scale.none));
    case Part::Corrections:
    case Part::ControlSlices:
      return countSentence(part);
    case Part::Time:
      return Texts::tr("Handed in after %1. Up to %2 gives all points, %3 none.")
          .arg(duration(*part.value), duration(part.scale.full), duration(part.scale.none));
  }
  return {};
}

QString pointsText(const ScorePart& part) {
  return QStringLiteral("%1 / %2").arg(number(part.points), number(part.outOf, 0));
}

QString exerciseName(const planning::practice::Exercise& exercise) {
  const auto* route = planning::procedure::routesInUse().find(exercise.routeId);
  QStringList words{route ? inLanguage(route->name) : QString::fromStdString(exercise.routeId)};
  if (!exercise.level.empty()) words << QString::fromStdString(exercise.level);
  if (exercise.side != planning::anatomy::Side::None) words << sideWord(exercise.side);
  return words.join(QStringLiteral(", "));
}

QString duration(double seconds) {
  const auto whole = static_cast<qlonglong>(std::floor(seconds));
  if (whole < 60) return Texts::tr("%1 s").arg(whole);
  if (whole % 60 == 0) return Texts::tr("%1 min").arg(whole / 60);
  return Texts::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QJsonObject toJson(const planning::practice::Score& score) {
  QJsonArray parts, ways;
  for (const auto& part : score.parts) parts.append(toJson(part));
  for (const auto& way : score.ways)
    ways.append(QJsonObject{{"entry_mm", app::toJson(way.entry)}, {"tip_mm", app::toJson(way.target)}});
  const auto path = [](const planning::needle::Trajectory& one) {
    return QJsonObject{{"entry_mm", app::toJson(one.entry)}, {"target_mm", app::toJson(one.target)}};
  };
  return {{"total", rounded(score.total())},
          {"out_of", 100},
          {"parts", parts},
          {"planned", path(score.planned)},
          {"expert", path(score.expert)},
          {"put_in", score.putIn},
          {"ways", ways},
          {"tip_mm", app::toJson(score.tip)},
          {"zone", QJsonObject{{"centre_mm", app::toJson(score.zone.centre)}, {"radius_mm", score.zone.radiusMm}}},
          {"nearest", score.nearest ? QJsonValue(app::toJson(*score.nearest)) : QJsonValue()}};
}

QJsonObject toJson(const planning::practice::Exercise& exercise) {
  return {{"exercise_uid", QString::fromStdString(exercise.uid)},
          {"series_uid", QString::fromStdString(exercise.seriesUid)},
          {"route", QString::fromStdString(exercise.routeId)},
          {"level", QString::fromStdString(exercise.level)},
          {"side", word(exercise.side)},
          {"task", QString::fromStdString(exercise.task.english)},
          {"time_s", exercise.seconds.full}};
}

}  // namespace app::practice
