#include "io/exchange/markups_writer.h"

#include <nlohmann/json.hpp>

#include "planning/rounding.h"

namespace io::exchange {
namespace {

using nlohmann::ordered_json;
using planning::refuse;

constexpr const char* kSchema =
    "https://raw.githubusercontent.com/slicer/slicer/master/Modules/Loadable/Markups/Resources/Schema/"
    "markups-schema-v1.0.3.json#";

ordered_json controlPoint(const char* id, const char* label, const planning::Point& place) {
  const auto mm = planning::rounded(place);
  return {{"id", id},       {"label", label},     {"position", {mm[0], mm[1], mm[2]}}, {"selected", true},
          {"locked", true}, {"visibility", true}, {"positionStatus", "defined"}};
}

ordered_json markup(const char* type, const std::string& name, const planning::NeedleChoice& needle) {
  return {{"type", type},
          {"name", name},
          {"coordinateSystem", "LPS"},
          {"coordinateUnits", "mm"},
          {"locked", true},
          {"controlPoints", ordered_json::array({controlPoint("1", "entry", *needle.entry),
                                                 controlPoint("2", "target", *needle.target)})}};
}

}  // namespace

planning::Expected<std::string> toMarkups(const planning::Plan& plan) {
  if (plan.choices.fluoroscopy) return refuse("plan-not-in-patient");
  ordered_json markups = ordered_json::array();
  for (const auto& needle : plan.choices.needles) {
    if (!needle.entry || !needle.target) continue;
    markups.push_back(markup("Line", needle.label, needle));
    markups.push_back(markup("Fiducial", needle.label + " points", needle));
  }
  if (markups.empty()) return refuse("no-placed-needle");
  const ordered_json all{{"@schema", kSchema}, {"markups", std::move(markups)}};
  return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace io::exchange
