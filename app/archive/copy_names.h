#pragma once

#include <filesystem>
#include <regex>

namespace app::archive {

/// True for the pictures and the sheet that lie beside a completed plan (PLAN-key-2.dcm, PLAN-worksheet.dcm), where
/// PLAN.dcm is there: copies for other viewers, which no list here counts.
inline bool isCopyOfPlan(const std::filesystem::path& file) {
  static const std::regex kCopy("(.+)-(worksheet|key-[0-9]+)\\.dcm");
  std::smatch parts;
  const std::string name = file.filename().string();
  std::error_code ignored;
  return std::regex_match(name, parts, kCopy) &&
         std::filesystem::exists(file.parent_path() / (parts[1].str() + ".dcm"), ignored);
}

}  // namespace app::archive
