#pragma once

#include <QString>

#include "planning/search/proposal.h"
#include "planning/search/skin_search.h"

namespace app {

// What the entry search says, in whole sentences of the window's language; English without a translator.

/// Why a place on the skin is forbidden, or what is tightest from there.
QString riskSentence(const planning::SkinSearch& search, const planning::EntryReason& reason);

/// A proposal with its trade-offs, one sentence each.
QString tradeOffs(const planning::Proposal& proposal);
/// Why the skin has no way in: an error of proposeEntries().
QString noWayIn(const planning::Error& error);
/// "23 % ± 1 %"; a dash when absent.
QString chanceText(const std::optional<double>& probability, const std::optional<double>& standardError);

}  // namespace app
