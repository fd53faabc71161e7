#pragma once

#include <QJsonObject>

#include <filesystem>
#include <string>
#include <vector>

#include "app/work/console_progress.h"
#include "planning/error.h"

namespace app::commands {

/// One JSON object on standard output.
void printJson(const QJsonObject& json);

/// Whether all that was printed on standard output arrived there; else says why in one line on standard error.
bool outputArrived();

/// The refusal as one line on standard error; returns the exit code for it.
int printRefusal(const planning::Error& error);

/// Removes what killed runs left beside `place` (io::removeUnfinished), says so on standard error, and returns it.
std::vector<std::filesystem::path> removeLeftBehind(const std::string& place);

}  // namespace app::commands
