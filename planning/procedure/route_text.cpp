#include "planning/procedure/route_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <sstream>

#include "planning/procedure/route_table.h"

namespace planning::procedure {
namespace {

using anatomy::Kind;

/// Why a line is refused. Kept within this file; parseRoutes() makes an Error of it.
struct BadLine {
  std::string why;
};

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
  auto found =
      std::find_if(route.limits.begin(), route.limits.end(), [&](const auto& limit) { return limit.id == id; });
  if (found == route.limits.end()) found = route.limits.insert(route.limits.end(), SourcedLimit{id, {}, {}});
  if (part == "source")
    found->source = value;
  else
    setHalf(found->text, part, value);
}

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
      const Route& route = this->route();
      if (!whole(route.name) || !whole(route.level) || !whole(route.guidance) || !whole(route.target))
        throw BadLine{"route \"" + section_ + "\" lacks a name, level, guidance or target in one of the languages"};
      for (const SourcedLimit& limit : route.limits)
        if (!whole(limit.text) || limit.source.empty())
          throw BadLine{"limit \"" + limit.id + "\" lacks a language or its source"};
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
    fresh.marginsMm = table::margins(table::kNotEpidural);
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
        {"limit", [](Parser& p, const auto& part, const auto& v) { setLimit(p.route(), part, v); }}};
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
        {"requires-all-given", [](Parser& p, const auto&, const auto& v) { p.route().requiresAllGiven = truthOf(v); }},
        {"foraminal", [](Parser& p, const auto&, const auto& v) { p.route().foraminal = truthOf(v); }},
        {"positions", [](Parser& p, const auto&, const auto& v) { p.route().positions = positionsOf(v); }}};
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

Expected<std::vector<Route>> parseRoutes(const std::string& text, const std::vector<Route>& builtIn) {
  Parser parser(builtIn);
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
  return parser.routes();
}

}  // namespace planning::procedure
