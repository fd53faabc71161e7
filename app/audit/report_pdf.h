#pragma once

#include <QString>

#include <filesystem>

#include "app/audit/report.h"
#include "planning/error.h"

namespace app::audit {

/// The audit as a PDF of A4 pages, plots as vectors, in the language of the window. Needs a QGuiApplication for its
/// fonts. `made` is the date that stands on it. Errors: "cannot-write".
planning::Expected<void> writePdf(const Report& report, const QString& made, const std::filesystem::path& file);

}  // namespace app::audit
