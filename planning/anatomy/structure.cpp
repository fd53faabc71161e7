#include "planning/anatomy/structure.h"

#include <utility>

#include "planning/anatomy/word_table.h"

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

bool isProposal(const Structure& structure) {
  return !structure.confirmed;
}

}  // namespace planning::anatomy
