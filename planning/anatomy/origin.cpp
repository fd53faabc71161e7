#include "planning/anatomy/origin.h"

#include <iterator>
#include <string_view>

namespace planning::anatomy {
namespace {

constexpr std::string_view kEdited = ", edited";

/// A text that ends in a space has a name behind it.
struct Row {
  Origin::Kind kind;
  std::string_view text;
};
constexpr Row kTexts[] = {{Origin::Kind::Segmentation, "SEG "},   {Origin::Kind::RtStruct, "RTSTRUCT "},
                          {Origin::Kind::LabelMap, "label map "}, {Origin::Kind::Traced, "traced"},
                          {Origin::Kind::Found, "segmented"},     {Origin::Kind::Painted, "painted"},
                          {Origin::Kind::Expected, "expected"},   {Origin::Kind::Other, ""}};
static_assert(std::size(kTexts) == static_cast<std::size_t>(Origin::Kind::Other) + 1, "every kind has its text");

bool isNamed(const Row& row) {
  return row.text.ends_with(' ');
}

}  // namespace

std::string Origin::text() const {
  std::string all;
  for (const Row& row : kTexts)
    if (row.kind == kind) all = row.text;
  all += name;
  return edited ? all.append(kEdited) : all;
}

Origin originFromText(const std::string& text) {
  std::string_view words = text;
  const bool edited = words.ends_with(kEdited);
  if (edited) words.remove_suffix(kEdited.size());
  for (const Row& row : kTexts) {
    const bool named = isNamed(row) && words.size() > row.text.size() && words.starts_with(row.text);
    if (named) return {row.kind, std::string(words.substr(row.text.size())), edited};
    if (!isNamed(row) && !row.text.empty() && words == row.text) return {row.kind, {}, edited};
  }
  return {Origin::Kind::Other, std::string(words), edited};
}

Origin edited(Origin origin) {
  if (origin.kind != Origin::Kind::Painted) origin.edited = true;
  return origin;
}

}  // namespace planning::anatomy
