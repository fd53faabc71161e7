#pragma once

#include <filesystem>
#include <optional>
#include <regex>

namespace app {

// The pictures and the sheet that lie beside a completed plan: PLAN-key-2.dcm, PLAN-worksheet.dcm beside PLAN.dcm.

/// The plan that a file is a copy of by its name, whether it is there or not.
inline std::optional<std::filesystem::path> planOfCopy(const std::filesystem::path& file) {
  static const std::regex kCopy("(.+)-(worksheet|key-[0-9]+)\\.dcm");
  std::smatch parts;
  const std::string name = file.filename().string();
  if (!std::regex_match(name, parts, kCopy)) return std::nullopt;
  return file.parent_path() / (parts[1].str() + ".dcm");
}

/// Its plan is there: a copy for other viewers, which no list here counts.
inline bool isCopyOfPlan(const std::filesystem::path& file) {
  const auto plan = planOfCopy(file);
  std::error_code ignored;
  return plan && std::filesystem::exists(*plan, ignored);
}

}  // namespace app
