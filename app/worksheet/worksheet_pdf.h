#pragma once

#include <QByteArray>
#include <QPagedPaintDevice>

#include "app/worksheet/planned_scan.h"

namespace app::worksheet {

enum class Pages { Console, ConsoleAndPatient };

/// A sheet for the console for every placed needle, then the patient's page where it is asked for and there is one, in
/// the language of the window. Needs a QGuiApplication for its fonts; from any thread. At least one needle is placed.
void paintWorksheet(QPagedPaintDevice& device, const PlannedScan& planned, Pages pages);
QByteArray worksheetPdf(const PlannedScan& planned, Pages pages);

}  // namespace app::worksheet
