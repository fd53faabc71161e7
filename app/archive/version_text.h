#pragma once

#include <QString>

#include <vector>

#include "app/archive/record.h"
#include "planning/plan/plan.h"
#include "planning/review/changes.h"

namespace app::archive {

/// One version of a plan, with what it holds; absent when its file cannot be read any more.
struct Version {
  Record record;
  std::optional<planning::Plan> plan;
};

/// What changed, a whole sentence each, in the language of the window. Empty for none.
QStringList changeSentences(const planning::review::PlanChanges& changes);

/// The versions as rich text, newest first, each with what changed from the one before; "open:N" links open the N-th.
QString versionsText(const std::vector<Version>& oldestFirst);

}  // namespace app::archive
