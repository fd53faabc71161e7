#include "io/structures/label_names.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>
#include <vector>

namespace io::structures {
namespace {

std::optional<int> wholeNumber(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<std::string> cellsOf(std::string line) {
  std::erase(line, '\r');
  std::erase(line, '"');
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  return cells;
}

std::optional<std::size_t> columnOf(const std::vector<std::string>& header, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (const auto found = std::find(header.begin(), header.end(), name); found != header.end())
      return static_cast<std::size_t>(found - header.begin());
  return std::nullopt;
}

LabelNames namesInCsv(std::istream& text) {
  std::string line;
  std::getline(text, line);
  const auto header = cellsOf(line);
  const auto value = columnOf(header, {"value", "label", "index", "id"}),
             name = columnOf(header, {"name", "structure"});
  const auto task = columnOf(header, {"task"});
  LabelNames names;
  while (value && name && std::getline(text, line)) {
    const auto cells = cellsOf(line);
    if (cells.size() <= std::max({*value, *name, task.value_or(0)})) continue;
    if (task && cells[*task] != "total") continue;
    if (const auto number = wholeNumber(cells[*value])) names[*number] = cells[*name];
  }
  return names;
}

LabelNames namesInItkSnap(std::istream& text) {
  LabelNames names;
  for (std::string line; std::getline(text, line);) {
    std::istringstream columns(line);
    int value = 0;
    const auto open = line.find('"'), close = line.rfind('"');
    if (columns >> value && value > 0 && open != std::string::npos && close > open)
      names[value] = line.substr(open + 1, close - open - 1);
  }
  return names;
}

}  // namespace

LabelNames namesInCaretXml(const std::string& text) {
  static const std::string kKey = "<Label Key=\"", kOpen = "<![CDATA[", kClose = "]]>";
  LabelNames names;
  for (std::size_t at = text.find(kKey); at != std::string::npos; at = text.find(kKey, at + 1)) {
    const std::size_t key = at + kKey.size();
    const std::size_t open = text.find(kOpen, key), close = text.find(kClose, key), next = text.find(kKey, key);
    if (open == std::string::npos || close == std::string::npos || open > next) continue;
    const auto value = wholeNumber(text.substr(key, text.find('"', key) - key));
    const std::string name = text.substr(open + kOpen.size(), close - open - kOpen.size());
    if (value && *value > 0 && !name.empty()) names[*value] = name;
  }
  return names;
}

LabelNames namesInText(const std::string& text) {
  std::istringstream csv(text), snap(text);
  LabelNames names = namesInCsv(csv);
  return names.empty() ? namesInItkSnap(snap) : names;
}

std::string stemOf(const std::filesystem::path& labelMap) {
  std::string name = labelMap.filename().string();
  for (const std::string ending : {".gz", ".nii", ".nrrd", ".seg"})
    if (name.size() > ending.size() && name.ends_with(ending)) name.resize(name.size() - ending.size());
  return name;
}

std::filesystem::path namesFileBeside(const std::filesystem::path& labelMap) {
  const std::string stem = stemOf(labelMap);
  for (const std::string& name : {stem + ".csv", stem + ".txt", stem + ".label", std::string("class_names.csv"),
                                  std::string("labels.txt"), std::string("labels.csv")}) {
    const auto file = labelMap.parent_path() / name;
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored) && std::filesystem::file_size(file, ignored) < (1u << 20))
      return file;
  }
  return {};
}

}  // namespace io::structures
