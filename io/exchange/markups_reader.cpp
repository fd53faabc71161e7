#include "io/exchange/markups_reader.h"

#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

#include "io/files/plain_file.h"
#include "io/report/number_ranges.h"

namespace io::exchange {
namespace {

using nlohmann::json;
using planning::Expected;
using planning::Point;
using planning::refuse;

constexpr int kDeepestJson = 16;                     // a markups file is 5 deep
constexpr std::uintmax_t kLargestMarkups = 4 << 20;  // bytes; one line is 1 KB

struct TooDeep {};

Expected<json> jsonIn(const std::filesystem::path& file) {
  std::error_code missing;
  const auto size = std::filesystem::file_size(file, missing);
  if (missing) return refuse("cannot-read", file.string(), missing.message());
  if (size > kLargestMarkups) return refuse("broken-markups", file.string(), std::to_string(size) + " bytes");
  auto stream = openPlainFile(file);
  if (!stream) return refuse("cannot-read", file.string(), stream.error().detail);
  const std::string text{std::istreambuf_iterator<char>(*stream), {}};
  const auto bounded = [](int depth, json::parse_event_t, json&) -> bool {
    if (depth > kDeepestJson) throw TooDeep{};
    return true;
  };
  try {
    return json::parse(text, bounded);
  } catch (const json::exception& broken) {  // also for a number beyond any double
    return refuse("broken-markups", file.string(), broken.what());
  } catch (const TooDeep&) {
    return refuse("broken-markups", file.string(), "nested too deep");
  }
}

/// The member of an object; null where there is none or it is none.
const json& member(const json& object, const char* key) {
  static const json none;
  if (!object.is_object()) return none;
  const auto found = object.find(key);
  return found == object.end() ? none : *found;
}

std::string textOf(const json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

/// One markup on its way in; `where` names it in errors: "plan.mrk.json markups[0]".
struct Markup {
  const json& value;
  std::string where;
  bool ras = false;
};

struct Marked {
  Point place;
  std::string label;
};

/// Errors: "coordinates-not-stated", "unknown-unit".
Expected<void> readFrame(Markup& markup) {
  const json& system = member(markup.value, "coordinateSystem");
  if (system != "LPS" && system != "RAS")
    return refuse("coordinates-not-stated", markup.where + ".coordinateSystem", textOf(system));
  markup.ras = system == "RAS";
  const json& units = member(markup.value, "coordinateUnits");
  const bool coded = units.is_array() && units.size() == 3 && units[0] == "mm" && units[1] == "UCUM";
  if (!units.is_null() && units != "mm" && !coded)
    return refuse("unknown-unit", markup.where + ".coordinateUnits", units.dump().substr(0, 80));
  return {};
}

/// Errors: "place-not-set", "broken-markups".
Expected<Marked> pointOf(const json& value, const std::string& where, bool ras) {
  const json& status = member(value, "positionStatus");
  if (!status.is_null() && status != "defined") return refuse("place-not-set", where + ".positionStatus");
  const json& position = member(value, "position");
  if (!position.is_array() || position.size() != 3) return refuse("broken-markups", where + ".position");
  Marked marked{{}, textOf(member(value, "label"))};
  for (unsigned axis = 0; axis < 3; ++axis) {
    const json& number = position[axis];
    if (!number.is_number() || !std::isfinite(number.get<double>()))
      return refuse("broken-markups", where + ".position");
    marked.place[axis] = ras && axis < 2 ? -number.get<double>() : number.get<double>();
  }
  if (!report::isInReach(marked.place)) return refuse("broken-markups", where + ".position");
  return marked;
}

Expected<std::vector<Marked>> pointsOf(Markup& markup) {
  if (auto frame = readFrame(markup); !frame) return tl::unexpected(frame.error());
  std::vector<Marked> points;
  for (const json& value : member(markup.value, "controlPoints")) {
    const std::string where = markup.where + ".controlPoints[" + std::to_string(points.size()) + "]";
    auto point = pointOf(value, where, markup.ras);
    if (!point) return tl::unexpected(point.error());
    points.push_back(std::move(*point));
  }
  return points;
}

ForeignNeedle needleOf(const Markup& markup, const std::vector<Marked>& points) {
  const std::string name = textOf(member(markup.value, "name"));
  if (points.size() == 1) return {name, std::nullopt, points[0].place};
  return exchange::needleOf(name, points[0].place, points[0].label, points[1].place, points[1].label);
}

/// The needles of the markups of one type. A line has two points, or is refused.
Expected<std::vector<ForeignNeedle>> needlesOf(const json& markups, const std::string& file, const char* type) {
  const bool lines = type == std::string("Line");
  std::vector<ForeignNeedle> needles;
  for (std::size_t i = 0; i < markups.size(); ++i) {
    Markup markup{markups[i], file + " markups[" + std::to_string(i) + "]"};
    if (member(markup.value, "type") != type) continue;
    const auto points = pointsOf(markup);
    if (!points) return tl::unexpected(points.error());
    if (lines && points->size() != 2)
      return refuse("not-two-points", markup.where + ".controlPoints", std::to_string(points->size()));
    if (points->size() == 1 || points->size() == 2) needles.push_back(needleOf(markup, *points));
  }
  return needles;
}

}  // namespace

Expected<ForeignNeedles> parseMarkups(const std::filesystem::path& file) {
  const auto read = jsonIn(file);
  if (!read) return tl::unexpected(read.error());
  const json& markups = member(*read, "markups");
  if (!markups.is_array()) return refuse("not-a-needle-file", file.string());
  auto needles = needlesOf(markups, file.string(), "Line");
  if (needles && needles->empty()) needles = needlesOf(markups, file.string(), "Fiducial");
  if (!needles) return tl::unexpected(needles.error());
  return ForeignNeedles{"Slicer markups", std::nullopt, {}, std::move(*needles)};
}

}  // namespace io::exchange
