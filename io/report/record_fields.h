#pragma once

#include <vector>

#include "io/report/field.h"
#include "planning/procedure/record.h"

/// The record of a procedure in its plan's report: a container of its own, every plain field of the record a row here.
/// A new one is a row, beside its member, its concept and its line in the README (CONTRIBUTING.md, "What to touch").
namespace io::report {

const std::vector<Field<planning::procedure::ProcedureRecord>>& recordFields();
/// The codes of their words and units.
std::vector<CodedConcept> recordValueCodes();

/// Below the item that the writer stands on; nothing where no record is.
void writeRecord(TreeWriter& tree, const std::optional<planning::procedure::ProcedureRecord>& record);
/// Absent where the report has none. Errors: "broken-report".
planning::Expected<std::optional<planning::procedure::ProcedureRecord>> recordIn(const ContentItem& root);

}  // namespace io::report
