#pragma once

#include <QString>

#include <optional>
#include <string>

#include "app/archive/record.h"

namespace app::archive {

/// What to look for; empty fields ask nothing.
struct Query {
  QString patient;       ///< words of name or ID, whatever case and accents
  std::string from, to;  ///< YYYYMMDD, both included
  std::string routeId;
  QString level;         ///< "L5" finds "L5" and "L5-S1"
  QString operatorName;  ///< words of the name
  std::optional<planning::needle::Verdict> verdict;
  std::optional<Kind> kind;
  bool latestOnly = true;  ///< leave out what a later version in the archive replaces

  bool asksNothing() const;
};

}  // namespace app::archive
