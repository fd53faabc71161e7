#include "planning/practice/exercise_text.h"

#include <functional>
#include <map>
#include <set>

#include "planning/practice/text_lines.h"
#include "planning/procedure/route_text_values.h"

namespace planning::practice {
namespace {

using procedure::route_text::BadLine;
using procedure::route_text::numberOf;

const std::string kExerciseLine = "needleplan-exercise 1", kAnswersLine = "needleplan-answers 1";
constexpr const char* kBad = "bad-exercise-file";
constexpr double kLongestSeconds = 86400;
constexpr double kLargestZoneMm = 50;
constexpr std::size_t kLongestTask = 300;

anatomy::Side sideOf(const std::string& value) {
  const auto side = anatomy::sideFromWord(value);
  if (!side) throw BadLine{"\"" + value + "\" is no side"};
  return *side;
}

Scale secondsOf(const std::string& value) {
  const auto words = text::wordsOf(value);
  if (words.size() != 2) throw BadLine{"seconds are two numbers"};
  const double full = numberOf(words[0], 1, kLongestSeconds);
  return {full, numberOf(words[1], full + 1, kLongestSeconds + 1)};
}

std::string taskOf(const std::string& value) {
  if (value.size() > kLongestTask) throw BadLine{"longer than 300 bytes"};
  return value;
}

std::string wordOf(const std::string& value) {
  if (value.size() > 64) throw BadLine{"longer than 64 characters"};
  return value;
}

using Setter = std::function<void(Exercise&, const std::string&)>;
const std::map<std::string, Setter>& setters() {
  static const std::map<std::string, Setter> all{
      {"uid", [](Exercise& e, const std::string& v) { e.uid = text::uidOf(v); }},
      {"series", [](Exercise& e, const std::string& v) { e.seriesUid = text::uidOf(v); }},
      {"route", [](Exercise& e, const std::string& v) { e.routeId = wordOf(v); }},
      {"level", [](Exercise& e, const std::string& v) { e.level = wordOf(v); }},
      {"side", [](Exercise& e, const std::string& v) { e.side = sideOf(v); }},
      {"guidance", [](Exercise& e, const std::string& v) { e.guidance = wordOf(v); }},
      {"task.en", [](Exercise& e, const std::string& v) { e.task.english = taskOf(v); }},
      {"task.fr", [](Exercise& e, const std::string& v) { e.task.french = taskOf(v); }},
      {"seconds", [](Exercise& e, const std::string& v) { e.seconds = secondsOf(v); }}};
  return all;
}

TargetZone zoneOf(const std::string& value) {
  auto words = text::wordsOf(value);
  if (words.size() != 4) throw BadLine{"a zone is a place and a radius, mm"};
  const double radiusMm = numberOf(words[3], 0.1, kLargestZoneMm);
  words.pop_back();
  return {text::placeOf(words, 0), radiusMm};
}

}  // namespace

Expected<Exercise> parseExercise(const std::string& whole, const procedure::Routes& routes) {
  Exercise exercise;
  std::set<std::string> given;
  const auto read = text::eachLine(whole, kExerciseLine, kBad, [&](const std::string& key, const std::string& value) {
    const auto setter = setters().find(key);
    if (setter == setters().end()) throw BadLine{"an exercise has no key \"" + key + "\""};
    if (!given.insert(key).second) throw BadLine{"\"" + key + "\" is given twice"};
    setter->second(exercise, value);
  });
  if (!read) return tl::unexpected(read.error());
  for (const char* key : {"uid", "series", "route"})
    if (!given.contains(key)) return refuse(kBad, {}, std::string("\"") + key + "\" is not given");
  if (routes.find(exercise.routeId) == nullptr) return refuse("unknown-route", {}, exercise.routeId);
  return exercise;
}

std::string textOf(const Exercise& exercise) {
  std::string whole = kExerciseLine + "\n";
  const auto line = [&](const char* key, const std::string& value) {
    if (!value.empty()) whole += std::string(key) + " = " + value + "\n";
  };
  line("uid", exercise.uid);
  line("series", exercise.seriesUid);
  line("route", exercise.routeId);
  line("level", exercise.level);
  line("side", anatomy::word(exercise.side));
  line("guidance", exercise.guidance);
  line("task.en", exercise.task.english);
  line("task.fr", exercise.task.french);
  line("seconds", text::number(exercise.seconds.full) + " " + text::number(exercise.seconds.none));
  return whole;
}

Expected<AnswerList> parseAnswers(const std::string& whole) {
  AnswerList answers;
  const auto read = text::eachLine(whole, kAnswersLine, kBad, [&](const std::string& key, const std::string& value) {
    if (key == "expert")
      answers.expertFiles.push_back(wordOf(value));
    else if (key == "zone")
      answers.zones.push_back(zoneOf(value));
    else if (key == "proposed")
      answers.proposed = procedure::route_text::truthOf(value);
    else
      throw BadLine{"answers have no key \"" + key + "\""};
  });
  if (!read) return tl::unexpected(read.error());
  if (answers.expertFiles.empty() || answers.zones.empty())
    return refuse(kBad, {}, "an expert's plan and a target zone are needed");
  return answers;
}

std::string textOf(const AnswerList& answers) {
  std::string whole = kAnswersLine + "\n";
  for (const auto& file : answers.expertFiles) whole += "expert = " + file + "\n";
  for (const auto& zone : answers.zones)
    whole += "zone = " + text::place(zone.centre) + " " + text::number(zone.radiusMm) + "\n";
  return whole + "proposed = " + (answers.proposed ? "yes" : "no") + "\n";
}

}  // namespace planning::practice
