#pragma once

#include <QString>
#include <QStringList>

#include "planning/plan/plan.h"

namespace app {

// Side and level of a needle, as measured and as stated, in the window's language; decimals as the language writes
// them.

/// "LEFT 21.4 mm", "GAUCHE 21,4 mm"; "MIDLINE"; "NOT MEASURED".
QString measuredSideText(const planning::MeasuredSite& site);
/// What the side was measured against; where it was not measured, what to do.
QString measuredAgainstText(const planning::MeasuredSite& site);
/// "stated: right · L4-L5", of a needle's own choices.
QString statedSiteText(const planning::PlanChoices& own);
/// How the stated level of a needle is known: "by the counted vertebrae", "seen by Roe, Ann (fluoroscopy)", or
/// "not verified".
QString levelKnownText(const planning::Plan& plan, std::size_t needle);

/// What was measured against what was stated, a sentence each, of every needle; empty where nothing contradicts.
QStringList siteContradictions(const planning::Plan& plan);

/// What stands across the pictures: the contradictions, a report or scan that was changed since the plan was saved, and
/// "do not inject" or "stop" of what was recorded of the procedure; empty where there is none of it.
QStringList pictureBand(const planning::Plan& plan);

}  // namespace app
