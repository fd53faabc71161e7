#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

#include "app/work/series_choice.h"
#include "planning/error.h"
#include "planning/fluoroscopy/projection.h"
#include "planning/geometry.h"
#include "planning/procedure/contraindication.h"

namespace app::commands {

/// Reads one finite number with '.'. Errors: "bad-argument" naming `option`.
planning::Expected<double> parseNumber(const std::string& text, const std::string& option);
/// Reads "X,Y,Z" (LPS mm). Errors: "bad-argument".
planning::Expected<planning::Point> parsePoint(const std::string& text, const std::string& option);
/// Reads "COL,ROW" (pixels, 0,0 the centre of the first). Errors: "bad-argument".
planning::Expected<planning::fluoroscopy::ImagePoint> parseImagePoint(const std::string& text,
                                                                      const std::string& option);
/// Reads "ID=ANSWER[;DATE[;BY[;TEXT]]]". Errors: "bad-argument", "unknown-check", "unknown-answer".
planning::Expected<planning::procedure::CheckAnswer> parseCheck(const std::string& text);

/// What names a scan: the argument `name` (SERIES), and --part.
void addScanOptions(CLI::App& command, NamedScan& scan, const std::string& name, const std::string& what);

/// The arguments, with "--target -1,2,3" joined to "--target=-1,2,3" so that a negative coordinate is never taken for
/// an option.
std::vector<std::string> joinNegativeValues(int argc, char** argv);

}  // namespace app::commands
