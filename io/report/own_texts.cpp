#include "io/report/own_texts.h"

#include <string>

namespace io::report {

Fields ownFields(const planning::NeedleChoice& needle) {
  std::string own;
  const auto has = [&own](const char* what, bool it) {
    if (it) own += (own.empty() ? "" : " ") + std::string(what);
  };
  has("route", needle.routeId.has_value());
  has("level", needle.level.has_value());
  has("side", needle.side.has_value());
  if (own.empty()) return {};
  return {{"own", own},
          {"route", needle.routeId.value_or("")},
          {"level", needle.level.value_or("")},
          {"side", needle.side ? planning::anatomy::word(*needle.side) : ""}};
}

bool takeOwn(const Fields& fields, planning::NeedleChoice& needle) {
  const std::string own = field(fields, "own");
  if (own.empty()) return true;
  for (const auto what : split(own, ' ')) {
    if (what == "route")
      needle.routeId = field(fields, "route");
    else if (what == "level")
      needle.level = field(fields, "level");
    else if (what != "side" || !(needle.side = planning::anatomy::sideFromWord(field(fields, "side"))))
      return false;
  }
  return true;
}

}  // namespace io::report
