#pragma once

#include <QByteArray>

#include "planning/plan/plan.h"

namespace app {

/// The numbers of toJson(plan) as CSV (RFC 4180), UTF-8: one line a needle and structure, the needle's own numbers in
/// each; a needle without structures has one line. A column is called by its place in the JSON, which has the unit
/// (app/json/README.md), an error bound right behind its number; a place is three columns (entry_x_mm, entry_y_mm,
/// entry_z_mm, LPS). Empty where a value is absent.
QByteArray toCsv(const planning::Plan& plan);

}  // namespace app
