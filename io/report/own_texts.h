#pragma once

#include "io/report/field_text.h"
#include "planning/plan/plan.h"

namespace io::report {

/// NP-263 `own=route level side; route=...; level=...; side=...`: what a needle has of its own, `own` names which (a
/// value may be empty). Empty where it has nothing. A needle without place has the same fields in its NP-248.
Fields ownFields(const planning::NeedleChoice& needle);
bool takeOwn(const Fields& fields, planning::NeedleChoice& needle);

}  // namespace io::report
