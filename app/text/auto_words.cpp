#include "app/text/auto_words.h"

#include <cstdio>

#include "app/text/sentences.h"
#include "planning/joined.h"
#include "planning/search/auto_findings.h"

namespace app {
namespace {

using planning::AutoNeedle;
using planning::Finding;
using planning::Point;
using planning::Severity;

std::string placeText(const Point& p) {
  char text[64];
  std::snprintf(text, sizeof text, "%8.1f %8.1f %8.1f", p[0], p[1], p[2]);
  return text;
}

std::string degreesText(const std::optional<planning::Angle>& angle) {
  return angle ? planning::tenths(angle->degrees()) : std::string("-");
}

void addNeedle(std::vector<std::string>& lines, const AutoNeedle& needle) {
  const auto& planned = needle.proposal.needle;
  lines.push_back("target " + placeText(*planned.target) + "   entry " + placeText(*planned.entry) +
                  " mm (LPS), score " + planning::tenths(needle.score));
  lines.push_back("    depth " + (planned.depthMm ? planning::mmText(*planned.depthMm) : std::string("-")) +
                  ", in-plane " + degreesText(planned.angles->inPlane) + ", cranio-caudal " +
                  degreesText(planned.angles->cranioCaudal) + " degrees, verdict " +
                  (planned.verdict ? word(*planned.verdict) : "-"));
  for (const Finding& reason : needle.reasons) lines.push_back("    " + englishSentence(reason));
}

}  // namespace

std::vector<Finding> groundFindings(const planning::AutoGround& ground) {
  std::vector<Finding> findings;
  const auto& evidence = ground.evidence;
  std::vector<std::string> bones;
  for (const auto& anchor : evidence.anchors)
    if (!anchor.structure.empty()) bones.push_back(anchor.structure);
  if (evidence.counted.levels.empty())
    findings.push_back(bones.size() == 1 ? Finding{"auto-one-anchor", Severity::Warning, {bones.front()}, {}}
                                         : Finding{"levels-not-named", Severity::Warning, {}, {}});
  else if (!evidence.confirmed)
    findings.push_back({"auto-level-unconfirmed", Severity::Warning, {planning::joined(bones)}, {}});
  if (!ground.added.empty()) findings.push_back({"auto-added", Severity::Info, {planning::joined(ground.added)}, {}});
  return findings;
}

std::vector<Finding> answerFindings(const planning::AutoAnswer& answer) {
  std::vector<Finding> findings;
  for (const auto& id : answer.proposal.missing) findings.push_back({"required-absent", Severity::Warning, {id}, {}});
  const auto ground = groundFindings(answer.ground);
  findings.insert(findings.end(), ground.begin(), ground.end());
  for (const auto& part : answer.region.notSeen)
    findings.push_back(part == "sac" ? Finding{"auto-sac-not-seen", Severity::Warning, {}, {}}
                                     : Finding{"auto-fat-not-seen", Severity::Warning, {}, {}});
  return findings;
}

std::vector<std::string> englishLines(const planning::LevelEvidence& evidence) {
  std::vector<std::string> lines;
  for (const auto& anchor : evidence.anchors)
    lines.push_back(std::string("anchor ") + word(anchor.kind) + " " + anchor.name + " at " + placeText(anchor.place) +
                    (anchor.structure.empty() ? "" : " (" + anchor.structure + ")") +
                    (anchor.agrees ? "" : ", does not agree with the count"));
  const auto& spine = *evidence.counted.spine;
  for (std::size_t n = spine.vertebrae(); n-- > 0;) {
    const planning::anatomy::CountedLevel* level = nullptr;
    for (const auto& each : evidence.counted.levels)
      if (each.vertebra == n) level = &each;
    const auto other = level ? otherName(spine, n) : std::nullopt;
    lines.push_back((level ? level->name : std::string("?")) + (level && level->sure ? "  sure" : "  not sure") +
                    "  middle " + placeText(level ? level->middle : spine.middleOf(n)) +
                    (other ? "  second-best count: " + *other : ""));
  }
  return lines;
}

std::vector<std::string> englishLines(const planning::AutoAnswer& answer) {
  auto lines = englishLines(answer.ground.evidence);
  for (const Finding& finding : answerFindings(answer)) lines.push_back("! " + englishSentence(finding));
  for (const AutoNeedle& needle : answer.proposal.needles) addNeedle(lines, needle);
  if (answer.proposal.block)
    for (const Finding& finding : findingsOf(*answer.proposal.block, answer.choices.side))
      lines.push_back(englishSentence(finding));
  return lines;
}

}  // namespace app
