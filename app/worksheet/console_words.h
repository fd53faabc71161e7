#pragma once

#include <QString>

#include <vector>

#include "planning/plan/console_numbers.h"

namespace app::worksheet {

/// One number with what it is; a value to be written by hand is empty.
struct ConsoleRow {
  QString what;
  QString value;
  QString note;  ///< sign, bound, what it is measured from; may be empty
};

/// What the person at the scanner dials, in the order in which it is needed, in the language of the window. `needle` is
/// placed; `numbers` are its own.
std::vector<ConsoleRow> consoleRows(const planning::PlannedNeedle& needle, const planning::ConsoleNumbers& numbers);

/// "Prone, head first (HFP)"; the code itself for another.
QString positionText(const std::string& patientPosition);
/// Which way the hub leans: a horizontal direction in the axial plane, LPS.
QString hubText(const planning::Vector& leansTo);

}  // namespace app::worksheet
