#include "planning/needle/row_source.h"

#include <string_view>

namespace planning::needle {
namespace {

constexpr std::string_view kRequired = "required:";
constexpr std::string_view kOtherNeedle = "needle";

struct Text {
  std::string operator()(const anatomy::Origin& origin) const { return origin.text(); }
  std::string operator()(const Required& required) const { return std::string(kRequired) + required.id; }
  std::string operator()(const OtherNeedle&) const { return std::string(kOtherNeedle); }
};

}  // namespace

std::string textOf(const RowSource& source) {
  return std::visit(Text(), source);
}

RowSource rowSourceFromText(const std::string& text) {
  if (text == kOtherNeedle) return OtherNeedle{};
  if (text.starts_with(kRequired)) return Required{text.substr(kRequired.size())};
  return anatomy::originFromText(text);
}

}  // namespace planning::needle
