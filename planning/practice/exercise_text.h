#pragma once

#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/practice/exercise.h"

namespace planning::practice {

/// The open description of an exercise:
///
///     needleplan-exercise 1
///     uid = 2.25.1
///     series = 2.25.2
///     route = lumbar-foraminal
///     level = L4-L5
///     side = left
///     guidance = CT
///     task.en = The left foramen, behind the root      what to aim at, where the route does not say it
///     task.fr = Le foramen gauche, en arrière de la racine
///     seconds = 120 600
///
/// Errors: "bad-exercise-file" with the line and the reason; "unknown-route".
Expected<Exercise> parseExercise(const std::string& text, const procedure::Routes& routes);
std::string textOf(const Exercise& exercise);

/// The sealed list beside the experts' reports: which reports these are, and where the targets lie.
///
///     needleplan-answers 1
///     expert = expert1.dcm
///     zone = 12.5 30.1 -20 5       the centre, LPS mm, and the radius
///     proposed = no
struct AnswerList {
  std::vector<std::string> expertFiles;
  std::vector<TargetZone> zones;
  bool proposed = false;

  friend bool operator==(const AnswerList&, const AnswerList&) = default;
};
/// Errors: "bad-exercise-file".
Expected<AnswerList> parseAnswers(const std::string& text);
std::string textOf(const AnswerList& answers);

}  // namespace planning::practice
