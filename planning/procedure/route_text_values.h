#pragma once

#include <string>
#include <utility>
#include <vector>

#include "planning/procedure/route.h"

/// What the values of a site's routes file mean (route_text.h has its form). Each throws BadLine.
namespace planning::procedure::route_text {

/// Why a line is refused. Kept within the parser: parseRoutes() makes an Error of it.
struct BadLine {
  std::string why;
};

std::string trimmed(const std::string& text);
std::vector<std::string> listOf(const std::string& value);
bool truthOf(const std::string& value);
double millimetresOf(const std::string& value);
/// A number from `least` to `most`.
double numberOf(const std::string& value, double least, double most);
anatomy::Kind kindOf(const std::string& value);
std::vector<anatomy::Kind> kindsOf(const std::string& value);
needle::Needle readNeedle(const std::string& value);
std::vector<needle::Needle> needlesOf(const std::string& value);
std::vector<std::string> positionsOf(const std::string& value);
SideOf sideOfOf(const std::string& value);
std::vector<std::string> checksOf(const std::string& value);
/// One of these words.
std::string oneOf(const std::string& value, const std::vector<std::string>& words);
void setHalf(Bilingual& text, const std::string& language, const std::string& value);
/// "name.en" -> "name", "en"; "needle" -> "needle", "".
std::pair<std::string, std::string> splitAtDot(const std::string& key);

void setLimit(Route& route, const std::string& idAndPart, const std::string& value);
void setRule(Route& route, const std::string& idAndPart, const std::string& value);
void setPlacement(Route& route, const std::string& guidanceAndPath, const std::string& value);
/// For all the site's own figures of the route, those to come included.
void setPlacementSource(Route& route, const std::string& value);
/// Texts without a language or a source, rules without a condition, figures without a source.
void checkWhole(const Route& route);

}  // namespace planning::procedure::route_text
