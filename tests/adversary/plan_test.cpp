#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "tests/adversary/kinds.h"

// Plans with one thing wrong, in bodies whose truth is known: none is READY, each is told by its own finding, and the
// same plan without it is READY and may be completed.
namespace adversary {
namespace {

constexpr unsigned kFew = 2, kMany = 16;

const Body& bodyOf(Region region, unsigned seed) {
  static std::map<std::pair<Region, unsigned>, Body> made;
  const auto key = std::pair(region, seed);
  if (const auto found = made.find(key); found != made.end()) return found->second;
  return made.emplace(key, makeBody(region, seed)).first->second;
}

std::string said(const Judged& judged) {
  std::string all;
  for (const auto& code : judged.codes) all += " " + code;
  for (const auto& finding : judged.plan.assessment.findings)
    if (finding.severity == planning::Severity::Error) {
      all += "; " + finding.code + ":";
      for (const auto& argument : finding.arguments) all += " " + argument;
    }
  for (const auto& needle : judged.plan.assessment.needles)
    for (const auto& row : needle.clearances)
      if (row.verdict == planning::needle::Verdict::Breach)
        all += "; breach of " + row.structure + " " + planning::mmText(row.distanceMm.value_or(0)) + " bound " +
               planning::mmText(row.errorBoundMm) + " margin " + planning::mmText(row.marginMm);
  return all;
}

std::ptrdiff_t timesTold(const Judged& judged, const std::string& code) {
  const auto& findings = judged.plan.assessment.findings;
  const auto times = std::count_if(findings.begin(), findings.end(), [&](const auto& one) { return one.code == code; });
  return times > 0 ? times : judged.codes.contains(code);
}

/// What lacks only the last look, or a name, is ready, and may not be completed.
bool isAccepted(const Judged& judged, const Contradiction& kind) {
  const bool mayBeReady = kind.code.starts_with("site-check") || kind.code == "operator-absent";
  return judged.completion.may || (judged.plan.assessment.ready && !mayBeReady);
}

/// Route, level and side as the needle's own, in a session whose plan has others: the same is true of it.
Case inSession(Case made) {
  auto& choices = made.choices;
  made.needle().routeId = std::exchange(choices.routeId, "general");
  made.needle().level = std::exchange(choices.level, "");
  made.needle().side = std::exchange(choices.side, std::nullopt);
  return made;
}

Judged judgedAs(const Case& made, bool session) {
  return judge(session ? inSession(made) : made);
}

void tryOn(const Case& honest, const std::vector<Contradiction>& kinds, bool session, Random& random, Tally& tally) {
  const Judged twin = judgedAs(honest, session);
  tally.countHonest(twin.completion.may);
  EXPECT_TRUE(twin.plan.assessment.ready && twin.completion.may) << "the honest twin:" << said(twin);
  for (const Contradiction& kind : kinds) {
    SCOPED_TRACE(kind.name);
    Case wrong = honest;
    if (!kind.plant(wrong, random)) continue;
    const Judged judged = judgedAs(wrong, session);
    const bool told = judged.codes.contains(kind.code);
    tally.count(kind.name, kind.code, told && !isAccepted(judged, kind));
    EXPECT_FALSE(isAccepted(judged, kind)) << "accepted with" << said(judged);
    EXPECT_TRUE(told) << kind.code << " is not among:" << said(judged);
    EXPECT_GT(timesTold(judged, kind.code), timesTold(twin, kind.code)) << "the honest twin is told the same";
  }
}

void expectNoneReady(const std::string& title, const std::vector<Contradiction>& kinds, unsigned count,
                     bool session = false) {
  Tally tally;
  for (const unsigned seed : seeds(count)) {
    const Region neck = seed % 2 == 0 ? Region::SupineNeck : Region::ProneNeck;
    for (const Region region : {Region::Lumbar, neck}) {
      const Body& body = bodyOf(region, seed);
      Random random(seed);
      for (const auto& path : body.paths) {
        const Case honest = honestCase(body, path, random);
        const auto& positions = honest.route().positions;
        const auto lies = planning::procedure::bodyPosition(body.volume->identity.patientPosition);
        if (!honest.isSound) continue;
        if (!positions.empty() && std::find(positions.begin(), positions.end(), lies) == positions.end()) continue;
        SCOPED_TRACE(honest.text() + "; repeat with NEEDLEPLAN_ADVERSARY_SEED=" + std::to_string(seed));
        tryOn(honest, kinds, session, random, tally);
      }
    }
  }
  tally.print(title);
  if (std::getenv("NEEDLEPLAN_ADVERSARY_SEED") != nullptr) return;  // one seed's neck has not every route
  for (const Contradiction& kind : kinds) EXPECT_GT(tally.planted(kind.name), 0) << kind.name << " was never planted";
}

}  // namespace

TEST(WrongSide, isNeverReady) {
  expectNoneReady("side", sideKinds(), kFew);
}
TEST(WrongSide, isNeverReadySlow) {
  expectNoneReady("side", sideKinds(), kMany);
}
TEST(WrongLevel, isNeverReady) {
  expectNoneReady("level", levelKinds(), kFew);
}
TEST(WrongLevel, isNeverReadySlow) {
  expectNoneReady("level", levelKinds(), kMany);
}
TEST(WrongNeedleOfASession, isNeverReady) {
  for (const auto& kinds : {sideKinds(), levelKinds(), structureKinds(), shapeKinds()})
    expectNoneReady("in a session", kinds, kFew, true);
}
TEST(WrongStructure, isNeverReady) {
  expectNoneReady("structures", structureKinds(), kFew);
}
TEST(WrongStructure, isNeverReadySlow) {
  expectNoneReady("structures", structureKinds(), kMany);
}
TEST(WrongShape, isNeverReady) {
  expectNoneReady("shapes", shapeKinds(), kFew);
}
TEST(WrongShape, isNeverReadySlow) {
  expectNoneReady("shapes", shapeKinds(), kMany);
}
TEST(WrongCheck, isNeverReady) {
  expectNoneReady("checks", checkKinds(), kFew);
}
TEST(WrongCheck, isNeverReadySlow) {
  expectNoneReady("checks", checkKinds(), kMany);
}
TEST(WrongScan, isNeverReady) {
  expectNoneReady("scan", scanKinds(), kFew);
}
TEST(WrongScan, isNeverReadySlow) {
  expectNoneReady("scan", scanKinds(), kMany);
}
TEST(WrongNeedle, isNeverReady) {
  expectNoneReady("needle", needleKinds(), kFew);
}
TEST(WrongNeedle, isNeverReadySlow) {
  expectNoneReady("needle", needleKinds(), kMany);
}
TEST(WrongCompletion, isNeverComplete) {
  expectNoneReady("completion", completionKinds(), kFew);
}
TEST(WrongCompletion, isNeverCompleteSlow) {
  expectNoneReady("completion", completionKinds(), kMany);
}

}  // namespace adversary
