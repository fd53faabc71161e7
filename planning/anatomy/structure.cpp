#include "planning/anatomy/structure.h"

#include <algorithm>
#include <utility>

namespace planning::anatomy {
namespace {

constexpr std::pair<Kind, const char*> kKinds[] = {
    {Kind::Artery, "artery"},     {Kind::Vein, "vein"},  {Kind::Vessel, "vessel"}, {Kind::Nerve, "nerve"},
    {Kind::Dura, "dura"},         {Kind::Bone, "bone"},  {Kind::Disc, "disc"},     {Kind::Lung, "lung"},
    {Kind::Organ, "organ"},       {Kind::Skin, "skin"},  {Kind::Muscle, "muscle"}, {Kind::Fat, "fat"},
    {Kind::Ligament, "ligament"}, {Kind::Other, "other"}};
constexpr std::pair<Role, const char*> kRoles[] = {
    {Role::Avoid, "avoid"}, {Role::Target, "target"}, {Role::Crossable, "crossable"}};
constexpr std::pair<Side, const char*> kSides[] = {
    {Side::None, "none"}, {Side::Left, "left"}, {Side::Right, "right"}, {Side::Bilateral, "bilateral"}};

template <class Table, class Value>
const char* wordOf(const Table& table, Value value) {
  return std::find_if(std::begin(table), std::end(table), [&](const auto& row) { return row.first == value; })->second;
}

template <class Value, std::size_t n>
std::optional<Value> valueOf(const std::pair<Value, const char*> (&table)[n], const std::string& word) {
  for (const auto& [value, name] : table)
    if (word == name) return value;
  return std::nullopt;
}

}  // namespace

const char* word(Kind kind) {
  return wordOf(kKinds, kind);
}
const char* word(Role role) {
  return wordOf(kRoles, role);
}
const char* word(Side side) {
  return wordOf(kSides, side);
}
std::optional<Kind> kindFromWord(const std::string& text) {
  return valueOf(kKinds, text);
}
std::optional<Role> roleFromWord(const std::string& text) {
  return valueOf(kRoles, text);
}
std::optional<Side> sideFromWord(const std::string& text) {
  return valueOf(kSides, text);
}

bool isExpectedOnly(const Structure& structure) {
  return structure.source.kind == Origin::Kind::Expected && !structure.confirmed;
}

}  // namespace planning::anatomy
