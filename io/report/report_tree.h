#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "io/report/content_item.h"
#include "io/report/document_header.h"
#include "planning/error.h"

namespace io::report {

/// A report of ours as plain values: what its file says, before anything is made of it.
struct ReportTree {
  ReportHeader header;
  ContentItem content;
  std::optional<std::size_t> leftOut;  ///< of a report that is not valid: how many items DCMTK could not take
};

/// Parses a report's file, in this process. Errors: "cannot-read", "not-dicom", "not-a-plan" (with what it is),
/// "broken-report", "needs-too-much-memory".
planning::Expected<ReportTree> parseTree(const std::filesystem::path& file);

/// The same of the bytes of a file that this program made; `name` stands in errors.
planning::Expected<ReportTree> treeOf(std::span<const std::byte> bytes, const std::string& name);

}  // namespace io::report
