#include "planning/practice/attempt_text.h"

#include <array>
#include <utility>

#include "planning/practice/text_lines.h"
#include "planning/procedure/route_text_values.h"

namespace planning::practice {
namespace {

using procedure::route_text::BadLine;
using procedure::route_text::numberOf;
using Kind = Step::Kind;

const std::string kFirstLine = "needleplan-attempt 1";
constexpr const char* kBad = "bad-attempt-file";
constexpr std::size_t kMostSteps = 100000;
constexpr double kFarthestMm = 1000;
constexpr double kLongestSeconds = 1e7;

constexpr std::array<std::pair<Kind, const char*>, 7> kWords{{{Kind::Target, "target"},
                                                              {Kind::Entry, "entry"},
                                                              {Kind::Needle, "needle"},
                                                              {Kind::Insert, "insert"},
                                                              {Kind::Advance, "advance"},
                                                              {Kind::ControlSlice, "control-slice"},
                                                              {Kind::Finish, "finish"}}};

Kind kindOf(const std::string& word) {
  for (const auto& [kind, known] : kWords)
    if (word == known) return kind;
  throw BadLine{"\"" + word + "\" is no step"};
}

const char* wordOf(Kind kind) {
  for (const auto& [known, word] : kWords)
    if (known == kind) return word;
  return "";
}

Step stepOf(const std::string& value) {
  const auto words = text::wordsOf(value);
  if (words.size() < 2) throw BadLine{"a step is a time and what was done"};
  Step step;
  step.atSeconds = numberOf(words[0], 0, kLongestSeconds);
  step.kind = kindOf(words[1]);
  const auto want = [&](std::size_t count) {
    if (words.size() != count) throw BadLine{"\"" + words[1] + "\" has other values"};
  };
  switch (step.kind) {
    case Kind::Target:
    case Kind::Entry:
    case Kind::Insert:
      step.place = text::placeOf(words, 2);
      break;
    case Kind::Needle:
      want(3);
      step.needle = procedure::route_text::readNeedle(words[2]);
      break;
    case Kind::Advance:
      want(3);
      step.mm = numberOf(words[2], -kFarthestMm, kFarthestMm);
      break;
    case Kind::ControlSlice:
    case Kind::Finish:
      want(2);
      break;
  }
  return step;
}

std::string digestOf(const std::string& value) {
  if (value.size() != 64 || value.find_first_not_of("0123456789abcdef") != std::string::npos)
    throw BadLine{"\"" + value + "\" is no digest"};
  return value;
}

std::string timeOf(const std::string& value) {
  if (value.size() != 20 || value.find_first_not_of("0123456789-:TZ") != std::string::npos)
    throw BadLine{"\"" + value + "\" is no time such as 2026-11-25T18:00:00Z"};
  return value;
}

}  // namespace

Expected<Attempt> parseAttempt(const std::string& whole) {
  Attempt attempt;
  const auto read = text::eachLine(whole, kFirstLine, kBad, [&](const std::string& key, const std::string& value) {
    if (key == "exercise")
      attempt.exerciseUid = text::uidOf(value);
    else if (key == "seal")
      attempt.seal = digestOf(value);
    else if (key == "started")
      attempt.startedAt = timeOf(value);
    else if (key != "step")
      throw BadLine{"an attempt has no key \"" + key + "\""};
    else if (attempt.steps.size() >= kMostSteps)
      throw BadLine{"too many steps"};
    else
      attempt.steps.push_back(stepOf(value));
  });
  if (!read) return tl::unexpected(read.error());
  if (attempt.exerciseUid.empty() || attempt.seal.empty() || attempt.startedAt.empty())
    return refuse(kBad, {}, "exercise, seal and started are needed");
  if (const auto course = courseOf(attempt); !course) return tl::unexpected(course.error());
  return attempt;
}

std::string textOf(const Attempt& attempt) {
  std::string whole = kFirstLine + "\nexercise = " + attempt.exerciseUid + "\nseal = " + attempt.seal +
                      "\nstarted = " + attempt.startedAt + "\n";
  for (const Step& step : attempt.steps) {
    whole += "step = " + text::number(step.atSeconds) + " " + wordOf(step.kind);
    if (step.kind == Kind::Target || step.kind == Kind::Entry || step.kind == Kind::Insert)
      whole += " " + text::place(step.place);
    if (step.kind == Kind::Needle) whole += " " + needle::format(step.needle);
    if (step.kind == Kind::Advance) whole += " " + text::number(step.mm);
    whole += "\n";
  }
  return whole;
}

}  // namespace planning::practice
