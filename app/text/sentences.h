#pragma once

#include <QString>

#include <string>

#include "planning/error.h"
#include "planning/finding.h"

namespace app {

/// What happened, in the language of the window (English without a translator). An unknown code gives the finding's own
/// text, else the code. An error's line is "file: sentence (what was found)"; what was found on several lines is a
/// list, of which the first kMostListed are named and the rest counted. No line is longer than a few of a window's.
inline constexpr int kMostListed = 5;
QString sentence(const planning::Error& error);
QString sentence(const planning::Finding& finding);

/// The same in English, whatever the window speaks: for reports and JSON.
std::string englishSentence(const planning::Finding& finding);

}  // namespace app
