#include "planning/procedure/route_text_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

#include "planning/procedure/contraindication.h"

namespace planning::procedure::route_text {

using anatomy::Kind;

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> listOf(const std::string& value) {
  std::vector<std::string> list;
  std::istringstream stream(value);
  for (std::string item; std::getline(stream, item, ',');) {
    if (trimmed(item).empty()) throw BadLine{"an empty item in the list \"" + value + "\""};
    list.push_back(trimmed(item));
  }
  return list;
}

bool truthOf(const std::string& value) {
  if (value != "yes" && value != "no") throw BadLine{"\"" + value + "\" is neither yes nor no"};
  return value == "yes";
}

double numberOf(const std::string& value, double least, double most) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || !(number >= least && number <= most)) {
    std::ostringstream why;
    why << "\"" << value << "\" is no number from " << least << " to " << most;
    throw BadLine{why.str()};
  }
  return number;
}

double millimetresOf(const std::string& value) {
  constexpr double kMost = 100;
  double mm = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), mm);
  if (error != std::errc() || end != value.data() + value.size() || !(mm >= 0 && mm <= kMost))
    throw BadLine{"\"" + value + "\" is no length from 0 to 100 mm"};
  return mm;
}

Kind kindOf(const std::string& value) {
  const auto kind = anatomy::kindFromWord(value);
  if (!kind) throw BadLine{"\"" + value + "\" is no kind of structure"};
  return *kind;
}

std::vector<Kind> kindsOf(const std::string& value) {
  std::vector<Kind> kinds;
  for (const std::string& item : listOf(value)) kinds.push_back(kindOf(item));
  return kinds;
}

needle::Needle readNeedle(const std::string& value) {
  const auto needle = needle::parseNeedle(value);
  if (!needle) throw BadLine{"\"" + value + "\" is no needle such as 22Gx90"};
  return *needle;
}

std::vector<std::string> positionsOf(const std::string& value) {
  std::vector<std::string> positions = value == "any" ? std::vector<std::string>{} : listOf(value);
  for (const std::string& position : positions)
    if (position != "prone" && position != "supine" && position != "decubitus")
      throw BadLine{"\"" + position + "\" is neither prone, supine nor decubitus"};
  return positions;
}

SideOf sideOfOf(const std::string& value) {
  const auto side = sideOfFromWord(value);
  if (!side) throw BadLine{"\"" + value + "\" is neither target, entry, body nor nothing"};
  return *side;
}

std::vector<needle::Needle> needlesOf(const std::string& value) {
  std::vector<needle::Needle> needles;
  for (const std::string& item : listOf(value)) needles.push_back(readNeedle(item));
  return needles;
}

void setHalf(Bilingual& text, const std::string& language, const std::string& value) {
  if (language == "en")
    text.english = value;
  else if (language == "fr")
    text.french = value;
  else
    throw BadLine{"\"" + language + "\" is neither en nor fr"};
}

/// "name.en" -> "name", "en"; "needle" -> "needle", "".
std::pair<std::string, std::string> splitAtDot(const std::string& key) {
  const auto dot = key.find('.');
  return dot == std::string::npos ? std::pair(key, std::string()) : std::pair(key.substr(0, dot), key.substr(dot + 1));
}

void setLimit(Route& route, const std::string& idAndPart, const std::string& value) {
  const auto [id, part] = splitAtDot(idAndPart);
  if (id.empty() || part.empty()) throw BadLine{"a limit is written limit.ID.en, limit.ID.fr or limit.ID.source"};
  auto found = std::find_if(route.limits.begin(), route.limits.end(),
                            [&name = id](const auto& limit) { return limit.id == name; });
  if (found == route.limits.end()) found = route.limits.insert(route.limits.end(), SourcedLimit{id, {}, {}});
  if (part == "source")
    found->source = value;
  else
    setHalf(found->text, part, value);
}

namespace {

std::vector<std::string> wordsOf(const std::string& value) {
  std::istringstream stream(value);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

bool whole(const Bilingual& text) {
  return !text.english.empty() && !text.french.empty();
}

needle::ApproachRange approachOf(const std::string& value) {
  const auto words = wordsOf(value);
  if (words.size() != 4)
    throw BadLine{"an approach is four angles in degrees: least and most to the side, least and most toward the head"};
  const needle::ApproachRange range{numberOf(words[0], -180, 180), numberOf(words[1], -180, 180),
                                    numberOf(words[2], -90, 90), numberOf(words[3], -90, 90)};
  if (range.leastSidewaysDeg > range.mostSidewaysDeg || range.leastHeadwardDeg > range.mostHeadwardDeg)
    throw BadLine{"of an approach's angles the least comes before the most"};
  return range;
}

void setSkinAngle(GeometricRule& rule, const std::string& value) {
  const auto words = wordsOf(value);
  if (words.size() != 2) throw BadLine{"an angle to the skin is two angles in degrees, the least and the most"};
  rule.what = GeometricRule::What::SkinAngle;
  rule.leastDeg = numberOf(words[0], 0, 90);
  rule.mostDeg = numberOf(words[1], rule.leastDeg, 90);
}

void setNotAbove(GeometricRule& rule, const std::string& value) {
  rule.what = GeometricRule::What::NotAbove;
  rule.highestLevel = statedLevel(value).value_or("");
  if (rule.highestLevel.empty()) throw BadLine{"\"" + value + "\" is no level such as C6-C7"};
}

/// What says only how a rule is held; false: it says something else.
bool setManner(GeometricRule& rule, const std::string& part, const std::string& value) {
  if (part == "needs-word")
    rule.needsWord = truthOf(value);
  else if (part == "positions")
    rule.positions = positionsOf(value);
  else if (part == "other-approach")
    rule.otherApproaches = {approachOf(value)};
  else
    return false;
  return true;
}

void setBeside(GeometricRule& rule, GeometricRule::What what, const std::string& value) {
  const auto words = wordsOf(value);
  if (words.size() < 2)
    throw BadLine{"a side is a required structure's id and one or more of behind, front, head, ..."};
  rule.what = what;
  rule.required = words.front();
  rule.toward.clear();
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto toward = towardFromWord(words[i]);
    if (!toward) throw BadLine{"\"" + words[i] + "\" is none of behind, front, head, feet, outward, inward"};
    rule.toward.push_back(*toward);
  }
}

void setAdvance(GeometricRule& rule, const std::string& value) {
  const auto words = wordsOf(value);
  if (words.size() != 2) throw BadLine{"an advance is a kind of structure and a length in mm"};
  rule.what = GeometricRule::What::Advance;
  rule.kind = kindOf(words[0]);
  rule.mostMm = millimetresOf(words[1]);
}

GeometricRule& ruleNamed(Route& route, const std::string& id) {
  const auto found =
      std::find_if(route.rules.begin(), route.rules.end(), [&](const auto& rule) { return rule.id == id; });
  if (found != route.rules.end()) return *found;
  GeometricRule fresh;
  fresh.id = id;
  return route.rules.emplace_back(fresh);
}

}  // namespace

std::string oneOf(const std::string& value, const std::vector<std::string>& words) {
  if (std::find(words.begin(), words.end(), value) != words.end()) return value;
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  throw BadLine{"\"" + value + "\" is none of " + all};
}

std::vector<std::string> checksOf(const std::string& value) {
  std::vector<std::string> ids = value == "all" ? std::vector<std::string>{} : listOf(value);
  for (const std::string& id : ids)
    if (!findCheck(id)) throw BadLine{"there is no check \"" + id + "\""};
  return ids;
}

void setRule(Route& route, const std::string& idAndPart, const std::string& value) {
  const auto [id, part] = splitAtDot(idAndPart);
  if (id.empty() || part.empty()) throw BadLine{"a rule is written rule.ID.en, .fr, .source, .approach, .needle, ..."};
  GeometricRule& rule = ruleNamed(route, id);
  if (part == "source")
    rule.source = value;
  else if (part == "approach")
    rule.what = GeometricRule::What::Approach, rule.approach = approachOf(value);
  else if (part == "needle")
    setBeside(rule, GeometricRule::What::Needle, value);
  else if (part == "target")
    setBeside(rule, GeometricRule::What::Target, value);
  else if (part == "advance")
    setAdvance(rule, value);
  else if (part == "off-bone")
    rule.what = GeometricRule::What::OffBone, rule.mostMm = millimetresOf(value);
  else if (part == "below-upper-third")
    oneOf(value, {"yes"}), rule.what = GeometricRule::What::BelowUpperThird;
  else if (part == "skin-angle")
    setSkinAngle(rule, value);
  else if (part == "not-above")
    setNotAbove(rule, value);
  else if (!setManner(rule, part, value))
    setHalf(rule.text, part, value);
}

void setPlacement(Route& route, const std::string& guidanceAndPath, const std::string& value) {
  const auto [guidance, path] = splitAtDot(guidanceAndPath);
  oneOf(guidance, {"any", "ct", "fluoroscopy"});
  oneOf(path, {"any", "in-plane", "angled", "double-angled"});
  const auto words = wordsOf(value);
  if (words.empty() || words.size() > 4)
    throw BadLine{"a placement error is mean and deviation of the tip in mm, then of the angle in degrees"};
  needle::PlacementFigure figure;
  figure.guidance = guidance == "any" ? "" : guidance == "ct" ? "CT" : guidance;
  if (path == "in-plane") figure.path = needle::PathKind::InPlane;
  if (path == "angled") figure.path = needle::PathKind::Angled;
  if (path == "double-angled") figure.path = needle::PathKind::DoubleAngled;
  figure.ofSite = true;
  figure.error.meanTipMm = numberOf(words[0], 0.05, 50);
  if (words.size() > 1) figure.error.deviationTipMm = numberOf(words[1], 0, 50);
  if (words.size() > 2) figure.error.meanAngle = Angle::degrees(numberOf(words[2], 0, 45));
  if (words.size() > 3) figure.error.deviationAngle = Angle::degrees(numberOf(words[3], 0, 45));
  const auto before = std::find_if(route.placement.begin(), route.placement.end(), [&](const auto& other) {
    return other.ofSite && other.guidance == figure.guidance && other.path == figure.path;
  });
  const auto sourced = std::find_if(route.placement.begin(), route.placement.end(),
                                    [](const auto& other) { return other.ofSite && !other.error.source.empty(); });
  figure.error.source = sourced == route.placement.end() ? std::string() : sourced->error.source;
  if (before != route.placement.end())
    *before = figure;
  else
    route.placement.push_back(figure);
}

void setPlacementSource(Route& route, const std::string& value) {
  for (needle::PlacementFigure& figure : route.placement)
    if (figure.ofSite) figure.error.source = value;
}

void checkWhole(const Route& route) {
  if (!whole(route.name) || !whole(route.level) || !whole(route.guidance) || !whole(route.target))
    throw BadLine{"route \"" + route.id + "\" lacks a name, level, guidance or target in one of the languages"};
  for (const SourcedLimit& limit : route.limits)
    if (!whole(limit.text) || limit.source.empty())
      throw BadLine{"limit \"" + limit.id + "\" lacks a language or its source"};
  for (const GeometricRule& rule : route.rules) {
    if (!whole(rule.text) || rule.source.empty())
      throw BadLine{"rule \"" + rule.id + "\" lacks a language or its source"};
    const bool beside = rule.what == GeometricRule::What::Needle || rule.what == GeometricRule::What::Target;
    if (beside && std::none_of(route.required.begin(), route.required.end(),
                               [&](const auto& required) { return required.id == rule.required; }))
      throw BadLine{"rule \"" + rule.id + "\" names \"" + rule.required + "\", which the route does not require"};
  }
  for (const needle::PlacementFigure& figure : route.placement)
    if (figure.error.source.empty())
      throw BadLine{"the placement errors of route \"" + route.id + "\" lack their placement-source"};
}

}  // namespace planning::procedure::route_text
