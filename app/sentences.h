#pragma once

#include <QString>

#include <string>

#include "planning/error.h"
#include "planning/finding.h"

namespace app {

/// What happened, to which file, and what to do: in the language of the window (English without a translator).
QString sentence(const planning::Error& error);
QString sentence(const planning::Finding& finding);

/// The same in English, whatever the window speaks: for reports and JSON.
std::string englishSentence(const planning::Finding& finding);

}  // namespace app
