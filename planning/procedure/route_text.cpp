#include "planning/procedure/route_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <sstream>

#include "planning/procedure/route_table.h"
#include "planning/procedure/route_text_values.h"

namespace planning::procedure {
namespace {

using namespace route_text;

class Parser {
 public:
  explicit Parser(const std::vector<Route>& builtIn) : routes_(builtIn) {
    for (const Route& route : builtIn)
      for (const RequiredStructure& required : route.required) required_.emplace(required.id, required);
  }

  void read(const std::string& line) {
    const std::string text = trimmed(line);
    if (text.empty() || text.front() == '#') return;
    if (text.front() == '[') return open(text);
    const auto equals = text.find('=');
    if (equals == std::string::npos) throw BadLine{"neither a section nor \"key = value\""};
    const std::string key = trimmed(text.substr(0, equals)), value = trimmed(text.substr(equals + 1));
    if (value.empty()) throw BadLine{"\"" + key + "\" has no value"};
    if (section_.empty()) throw BadLine{"\"" + key + "\" stands before any section"};
    if (!given_.insert(key).second) throw BadLine{"\"" + key + "\" is given twice"};
    isRoute_ ? setInRoute(key, value) : setInRequired(key, value);
  }

  /// Ends the open section. The line that opened it is at fault when something lacks.
  void close() {
    if (section_.empty()) return;
    const auto whole = [](const Bilingual& text) { return !text.english.empty() && !text.french.empty(); };
    if (isRoute_) {
      checkWhole(route());
    } else if (!whole(required().name) || required().kinds.empty()) {
      throw BadLine{"structure \"" + section_ + "\" lacks a name in one of the languages, or its kinds"};
    }
    section_.clear();
  }

  std::vector<Route> routes() const { return routes_; }

 private:
  Route& route() {
    return *std::find_if(routes_.begin(), routes_.end(), [&](const Route& one) { return one.id == section_; });
  }
  RequiredStructure& required() { return required_.at(section_); }

  void open(const std::string& text) {
    std::istringstream words(text.substr(1, text.size() - 2));
    std::string what, id, rest;
    words >> what >> id >> rest;
    if (text.back() != ']' || (what != "route" && what != "required") || id.empty() || !rest.empty())
      throw BadLine{"a section is written [route ID] or [required ID]"};
    if (id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
      throw BadLine{"\"" + id + "\" is no id of small letters, digits and hyphens"};
    if (!sections_.insert(what + " " + id).second) throw BadLine{"[" + what + " " + id + "] is there twice"};
    section_ = id;
    isRoute_ = what == "route";
    given_.clear();
    if (!isRoute_)
      addRequired(id);
    else if (std::none_of(routes_.begin(), routes_.end(), [&](const Route& one) { return one.id == id; }))
      addRoute(id);
  }

  void addRequired(const std::string& id) {
    RequiredStructure fresh;
    fresh.id = id;
    if (!required_.emplace(id, fresh).second) throw BadLine{"the required structure \"" + id + "\" is built in"};
  }

  /// With the default margins, through what every needle may cross.
  void addRoute(const std::string& id) {
    Route fresh;
    fresh.id = id;
    fresh.marginsMm = margins(kNotEpidural);
    fresh.mayCross = table::softTissue();
    routes_.push_back(fresh);
  }

  void baseOn(const std::string& id) {
    if (given_.size() > 1) throw BadLine{"based-on comes first"};
    const auto base = std::find_if(routes_.begin(), routes_.end(), [&](const Route& one) { return one.id == id; });
    if (base == routes_.end()) throw BadLine{"there is no route \"" + id + "\" to base on"};
    Route copy = *base;
    copy.id = section_;
    route() = copy;
  }

  void require(const std::string& value) {
    std::vector<RequiredStructure> list;
    if (value != "nothing")
      for (const std::string& id : listOf(value)) {
        const auto found = required_.find(id);
        if (found == required_.end()) throw BadLine{"there is no required structure \"" + id + "\""};
        list.push_back(found->second);
      }
    route().required = list;
  }

  void setInRoute(const std::string& key, const std::string& value) {
    using Setter = std::function<void(Parser&, const std::string& part, const std::string& value)>;
    static const std::map<std::string, Setter> dotted{
        {"name", [](Parser& p, const auto& part, const auto& v) { setHalf(p.route().name, part, v); }},
        {"level", [](Parser& p, const auto& part, const auto& v) { setHalf(p.route().level, part, v); }},
        {"guidance", [](Parser& p, const auto& part, const auto& v) { setHalf(p.route().guidance, part, v); }},
        {"target", [](Parser& p, const auto& part, const auto& v) { setHalf(p.route().target, part, v); }},
        {"margin",
         [](Parser& p, const auto& part, const auto& v) { p.route().marginsMm[kindOf(part)] = millimetresOf(v); }},
        {"limit", [](Parser& p, const auto& part, const auto& v) { setLimit(p.route(), part, v); }},
        {"rule", [](Parser& p, const auto& part, const auto& v) { setRule(p.route(), part, v); }},
        {"placement", [](Parser& p, const auto& part, const auto& v) { setPlacement(p.route(), part, v); }}};
    static const std::map<std::string, Setter> plain{
        {"based-on", [](Parser& p, const auto&, const auto& v) { p.baseOn(v); }},
        {"needle",
         [](Parser& p, const auto&, const auto& v) {
           p.route().usualNeedle = v == "free" ? std::nullopt : std::optional(readNeedle(v));
         }},
        {"other-needles", [](Parser& p, const auto&, const auto& v) { p.route().otherNeedles = needlesOf(v); }},
        {"requires", [](Parser& p, const auto&, const auto& v) { p.require(v); }},
        {"may-cross", [](Parser& p, const auto&, const auto& v) { p.route().mayCross = kindsOf(v); }},
        {"may-touch", [](Parser& p, const auto&, const auto& v) { p.route().mayTouchAtTarget = kindsOf(v); }},
        {"touch-last-mm", [](Parser& p, const auto&, const auto& v) { p.route().touchLastMm = millimetresOf(v); }},
        {"levels", [](Parser& p, const auto&, const auto& v) { p.route().levels = listOf(v); }},
        {"needs-side", [](Parser& p, const auto&, const auto& v) { p.route().needsSide = truthOf(v); }},
        {"side-of", [](Parser& p, const auto&, const auto& v) { p.route().sideOf = sideOfOf(v); }},
        {"reserve", [](Parser& p, const auto&, const auto& v) { p.route().leastReserveMm = millimetresOf(v); }},
        {"requires-all-given", [](Parser& p, const auto&, const auto& v) { p.route().requiresAllGiven = truthOf(v); }},
        {"foraminal", [](Parser& p, const auto&, const auto& v) { p.route().foraminal = truthOf(v); }},
        {"positions", [](Parser& p, const auto&, const auto& v) { p.route().positions = positionsOf(v); }},
        {"checks", [](Parser& p, const auto&, const auto& v) { p.route().checks = checksOf(v); }},
        {"rules",
         [](Parser& p, const auto&, const auto& v) {
           oneOf(v, {"none"});
           p.route().rules.clear();
         }},
        {"layout",
         [](Parser& p, const auto&, const auto& v) {
           p.route().layout = oneOf(v, {"axial", "sagittal"});
         }},
        {"placement-source", [](Parser& p, const auto&, const auto& v) { setPlacementSource(p.route(), v); }},
        {"chance-warns-above",
         [](Parser& p, const auto&, const auto& v) { p.route().chanceWarnsAbove = numberOf(v, 0, 1); }},
        {"bore-diameter",
         [](Parser& p, const auto&, const auto& v) { p.route().boreDiameterMm = numberOf(v, 300, 1500); }},
        {"stop-before-target", [](Parser& p, const auto&, const auto& v) {
           p.route().stopBeforeTargetMm = v == "none" ? std::nullopt : std::optional(millimetresOf(v));
         }}};
    const auto [head, part] = splitAtDot(key);
    const auto& setters = part.empty() ? plain : dotted;
    const auto setter = setters.find(head);
    if (setter == setters.end()) throw BadLine{"a route has no key \"" + key + "\""};
    setter->second(*this, part, value);
  }

  void setInRequired(const std::string& key, const std::string& value) {
    using Setter = std::function<void(RequiredStructure&, const std::string& value)>;
    static const std::map<std::string, Setter> setters{
        {"name.en", [](RequiredStructure& r, const auto& v) { r.name.english = v; }},
        {"name.fr", [](RequiredStructure& r, const auto& v) { r.name.french = v; }},
        {"kinds", [](RequiredStructure& r, const auto& v) { r.kinds = kindsOf(v); }},
        {"codes", [](RequiredStructure& r, const auto& v) { r.codes = listOf(v); }},
        {"words", [](RequiredStructure& r, const auto& v) { r.nameWords = listOf(v); }},
        {"other-words", [](RequiredStructure& r, const auto& v) { r.otherWords = listOf(v); }},
        {"any-of-kind", [](RequiredStructure& r, const auto& v) { r.anyOfKind = truthOf(v); }},
        {"of-side", [](RequiredStructure& r, const auto& v) { r.ofSide = truthOf(v); }},
        {"of-level", [](RequiredStructure& r, const auto& v) { r.ofLevel = truthOf(v); }}};
    const auto setter = setters.find(key);
    if (setter == setters.end()) throw BadLine{"a required structure has no key \"" + key + "\""};
    setter->second(required(), value);
  }

  std::vector<Route> routes_;
  std::map<std::string, RequiredStructure> required_;
  std::set<std::string> sections_;
  std::set<std::string> given_;  ///< keys of the open section
  std::string section_;          ///< id; empty before the first
  bool isRoute_ = false;
};

}  // namespace

Expected<Routes> parseRoutes(const std::string& text, const Routes& builtIn) {
  Parser parser({builtIn.begin(), builtIn.end()});
  std::istringstream lines(text);
  int number = 0, openedAt = 0, at = 0;
  try {
    for (std::string line; std::getline(lines, line);) {
      const bool opens = trimmed(line).starts_with("[");
      at = openedAt;
      if (opens) parser.close();
      at = ++number;
      parser.read(line);
      if (opens) openedAt = number;
    }
    at = openedAt;
    parser.close();
  } catch (const BadLine& bad) {
    return refuse("bad-route-file", "line " + std::to_string(at), bad.why);
  }
  return Routes(parser.routes());
}

}  // namespace planning::procedure
