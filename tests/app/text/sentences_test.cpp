#include "app/text/sentences.h"

#include <gtest/gtest.h>

#include <QStringList>
#include <QXmlStreamReader>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "app/text/sentence_table.h"
#include "app/text/step_words.h"
#include "planning/plan/assess.h"
#include "planning/plan/plan.h"

#include "tests/paths.h"

namespace app {
namespace {

using Codes = std::set<std::string>;

std::string readAll(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Every code within quotes in a piece of source text.
void collect(const std::string& piece, Codes& codes) {
  static const std::regex quoted("\"([a-z0-9]+(?:-[a-z0-9]+)*)\"");
  for (std::sregex_iterator i(piece.begin(), piece.end(), quoted), end; i != end; ++i) codes.insert((*i)[1]);
}

/// The codes between each `call` and the first of `enders` behind it.
void collectBehind(const std::string& text, const std::string& call, const char* enders, Codes& codes) {
  for (auto at = text.find(call); at != std::string::npos; at = text.find(call, at + 1)) {
    const auto from = at + call.size();
    collect(text.substr(from, text.find_first_of(enders, from) - from), codes);
  }
}

/// The codes right before each severity: {"code", Severity::Info, ...}.
void collectBeforeSeverity(const std::string& text, Codes& codes) {
  static const std::regex codeAndComma("\"[a-z0-9-]+\"\\s*,\\s*(planning::)?$");
  const std::string severity = "Severity::";
  for (auto at = text.find(severity); at != std::string::npos; at = text.find(severity, at + 1)) {
    const auto from = text.find_last_of(";{}", at);
    std::smatch found;
    const std::string before = text.substr(from, at - from);
    if (std::regex_search(before, found, codeAndComma)) collect(found.str(), codes);
  }
}

/// What the headers' comments promise: the codes that they quote behind "Errors", "Refusals" or "Findings".
void collectPromised(const std::string& text, Codes& codes) {
  static const std::regex code("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");
  std::istringstream lines(text);
  bool promising = false;
  for (std::string line; std::getline(lines, line);) {
    const auto comment = line.find("///");
    const auto word = std::min({line.find("Errors"), line.find("Refusals"), line.find("Findings")});
    promising = comment != std::string::npos && (promising || word != std::string::npos);
    if (!promising) continue;
    const std::string rest = word == std::string::npos ? line : line.substr(word);
    for (std::sregex_iterator i(rest.begin(), rest.end(), code), end; i != end; ++i) codes.insert((*i)[1]);
  }
}

struct Used {
  Codes errors;
  Codes findings;
  Codes either;
};

/// The codes that the sources give to errors and to findings.
Used codesInSources() {
  Used used;
  for (const char* room : {"planning", "io", "app"})
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(NEEDLEPLAN_SOURCE_DIR) / room)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
      const std::string text = std::regex_replace(readAll(entry.path()), std::regex("== \"[a-z-]+\""), "");
      collectBehind(text, "refuse(", ",;", used.errors);
      collectBehind(text, "Error{", ",;}", used.errors);
      collectBehind(text, " add(", ",;{", used.findings);
      collectBehind(text, "addFinding(", "{;", used.findings);
      collectBeforeSeverity(text, used.findings);
      collectPromised(text, used.either);
    }
  return used;
}

/// Source to translation, of the context "Sentences" in the French translator's file.
std::map<QString, QString> frenchSentences() {
  const auto file = std::filesystem::path(NEEDLEPLAN_SOURCE_DIR) / "app" / "i18n" / "needleplan_fr.ts";
  QXmlStreamReader xml(QByteArray::fromStdString(readAll(file)));
  std::map<QString, QString> sentences;
  QString context, source;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QStringLiteral("name")) context = xml.readElementText();
    if (xml.name() == QStringLiteral("source")) source = xml.readElementText();
    if (xml.name() == QStringLiteral("translation") && context == QStringLiteral("Sentences"))
      sentences[source] = xml.readElementText(QXmlStreamReader::IncludeChildElements);
  }
  return sentences;
}

QStringList placeholders(const QString& text) {
  QStringList found;
  for (int i = 0; i + 1 < text.size(); ++i)
    if (text[i] == u'%' && text[i + 1].isDigit()) found << text.mid(i, 2);
  found.sort();
  return found;
}

std::string english(const std::string& code) {
  return englishSentence({code, planning::Severity::Info, {}, {}});
}

}  // namespace

TEST(Sentences, areThereForEveryFindingOfTheSources) {
  const Codes used = codesInSources().findings;
  ASSERT_GT(used.size(), 40u);
  EXPECT_TRUE(used.count("entry-off-skin"));
  for (const std::string& code : used) EXPECT_NE(english(code), code) << "no sentence for this finding";
}

TEST(Sentences, areThereForEveryErrorOfTheSources) {
  const Codes used = codesInSources().errors;
  ASSERT_GT(used.size(), 20u);
  EXPECT_TRUE(used.count("cancelled"));
  for (const std::string& code : used)
    EXPECT_NE(sentence(planning::Error{code, {}, {}}).toStdString(), code) << "no sentence for this error";
}

TEST(Sentences, areThereForEveryCodeThatTheHeadersPromise) {
  const Codes promised = codesInSources().either;
  ASSERT_TRUE(promised.count("missing-slices"));
  for (const std::string& code : promised)
    EXPECT_TRUE(english(code) != code || sentence(planning::Error{code, {}, {}}).toStdString() != code) << code;
}

TEST(Sentences, areWholeOnesAndOnePerCode) {
  for (const auto* rows : {&findingSentences(), &errorSentences()}) {
    Codes codes;
    for (const SentenceRow& row : *rows) {
      EXPECT_TRUE(codes.insert(row.code).second) << row.code;
      const std::string text = row.text;
      EXPECT_TRUE(std::string(".%)125").find(text.back()) != std::string::npos) << row.code;
    }
  }
}

TEST(Sentences, areThereInFrenchWithTheSameArguments) {
  const auto french = frenchSentences();
  for (const auto* rows : {&findingSentences(), &errorSentences()})
    for (const SentenceRow& row : *rows) {
      const auto found = french.find(QString::fromUtf8(row.text));
      ASSERT_TRUE(found != french.end()) << "no French for: " << row.text;
      EXPECT_EQ(placeholders(found->second), placeholders(found->first)) << row.text;
    }
}

TEST(Sentences, takeTheirArguments) {
  EXPECT_EQ(englishSentence({"entry-off-skin", planning::Severity::Warning, {"Needle 1", "0.6 mm"}, {}}),
            "Needle 1: the entry lies 0.6 mm off the skin.");
  EXPECT_EQ(englishSentence({"needle-too-short", planning::Severity::Error, {"%2 and %1"}, {}}),
            "%2 and %1: the needle is too short to reach the target.");
}

TEST(Sentences, nameWhatAnIdStandsFor) {
  EXPECT_EQ(englishSentence({"check-unknown", planning::Severity::Error, {"operated-spine"}, {}}),
            "The answer is not known: Operated spine.");
  EXPECT_EQ(englishSentence({"required-absent", planning::Severity::Warning, {"radicular-artery"}, {}}),
            "The route requires a structure that nobody gave: Radicular artery.");
  EXPECT_EQ(englishSentence({"position-differs", planning::Severity::Error, {"supine", "prone"}, {}}),
            "The scan was made supine, the procedure is done prone: skin and organs have moved.");
}

TEST(Sentences, ofTheSiteNameSidesAndWhatTheyAreMeasuredFrom) {
  using enum planning::Severity;
  EXPECT_EQ(englishSentence({"side-contradicts", Error, {"Needle 1", "right", "left", "21.4 mm", "canal"}, {}}),
            "Needle 1: side right is stated, and the needle is on the side left: 21.4 mm from the canal's middle.");
  EXPECT_EQ(englishSentence({"level-contradicts", Error, {"Needle 1", "L3-L4", "L4-L5"}, {}}),
            "Needle 1: level L3-L4 is stated, and the target lies elsewhere: L4-L5.");
  EXPECT_EQ(englishSentence({"level-contradicts", Error, {"Needle 1", "L3-L4", ""}, {}}),
            "Needle 1: level L3-L4 is stated, and the target lies elsewhere: outside the counted vertebrae.");
  EXPECT_EQ(englishSentence({"site-check-stale", Warning, {"patient"}, {}}),
            "The site check no longer holds; changed since: patient");
  EXPECT_EQ(englishSentence({"site-check-stale", Warning, {"target", "Needle 2"}, {}}),
            "The site check no longer holds; changed since: target Needle 2");
  EXPECT_EQ(
      englishSentence({"unknown-accepted", Info, {"radicular-artery", "A", "no contrast", "CT", "2024-02-29"}, {}}),
      "Radicular artery: looked for and not visible, accepted by A: no contrast (CT, 2024-02-29). It stays "
      "unknown.");
}

TEST(Sentences, sayWhyAStructureIsLeftOut) {
  EXPECT_EQ(
      englishSentence({"structure-left-out", planning::Severity::Warning, {"Aorta", "bad-contour", "5 points"}, {}}),
      "The structure “Aorta” is left out. An outline cannot be read. (5 points)");
}

TEST(Sentences, fallBackOnWhatAnotherVersionSaid) {
  EXPECT_EQ(englishSentence({"from-the-future", planning::Severity::Info, {}, "It was said so."}), "It was said so.");
  EXPECT_EQ(englishSentence({"from-the-future", planning::Severity::Info, {}, {}}), "from-the-future");
}

TEST(Sentences, ofErrorsNameTheFileAndWhatWasFound) {
  EXPECT_EQ(
      sentence(planning::Error{"cannot-read", "/data/a.dcm", "permission denied"}).toStdString(),
      "/data/a.dcm: The file cannot be read; check that it is there and that you may read it. (permission denied)");
  EXPECT_EQ(sentence(planning::Error{"cancelled", {}, {}}).toStdString(), "Stopped.");
  EXPECT_EQ(sentence(planning::Error{"another-patient", "seg.dcm", "P1 / P2"}).toStdString(),
            "seg.dcm: The file belongs to another patient and is not used: P1 / P2.");
}

TEST(Sentences, nameTheFirstOfALongListAndCountTheRest) {
  const auto said = [](int things) {
    QStringList all;
    for (int i = 1; i <= things; ++i) all << QString("s%1").arg(i);
    return sentence(planning::Error{"several-series", {}, all.join('\n').toStdString()}).toStdString();
  };
  const std::string start = "There are several series; name the folder of one: s1, s2, s3, s4, s5";
  EXPECT_EQ(said(5), start);
  EXPECT_EQ(said(6), start + " and 1 more");
  EXPECT_EQ(said(300), start + " and 295 more");
}

TEST(Sentences, areNeverLongerThanAFewLines) {
  const std::string endless(30000, 'x');
  EXPECT_LT(sentence(planning::Error{"cannot-read", endless, endless}).size(), 1000);
}

TEST(Sentences, ofASeriesThatCannotBeOpenedSayWhy) {
  EXPECT_EQ(sentence(planning::Error{"not-loadable", "a.dcm", "no-position: nothing"}).toStdString(),
            "a.dcm: The image does not say where it lies. (nothing)");
  EXPECT_EQ(sentence(planning::Error{"not-loadable", "a.dcm", "mr-not-read"}).toStdString(),
            "a.dcm: MR is not read by this version.");
  EXPECT_EQ(sentence(planning::Error{"not-loadable", "a.dcm", {}}).toStdString(),
            "a.dcm: The series cannot be opened.");
}

TEST(NextStepLine, saysWhereTheNeedleThatIsToBeSeenComesFrom) {
  planning::Plan plan;
  plan.choices.needles.resize(2);
  const auto line = [&](const char* code) {
    planning::NextStep next{planning::Step::SeeImported, 1};
    next.finding = planning::Finding{code, planning::Severity::Error, {}, {}};
    return stepText(next, plan);
  };
  EXPECT_TRUE(line("mirrored-not-seen").contains("mirrored needle"));
  EXPECT_TRUE(line("next-level-not-seen").contains("next level"));
  EXPECT_TRUE(line("proposed-not-seen").contains("proposed"));
  EXPECT_TRUE(line("imported-not-seen").contains("file"));
}

TEST(NextStepLine, offersTheProposalByTheNeedlesOwnRoute) {
  planning::Plan plan;
  plan.choices.routeId = "intradiscal", plan.choices.level = "L4-L5", plan.choices.side = planning::anatomy::Side::Left;
  plan.choices.needles.resize(2);
  plan.choices.needles[1].routeId = "general";
  EXPECT_TRUE(stepText({planning::Step::SetTarget, 0}, plan).contains("(A)"));
  EXPECT_FALSE(stepText({planning::Step::SetTarget, 1}, plan).contains("(A)"));
}

TEST(Sentences, ofAWholePlanHaveNoCodeLeft) {
  planning::PlanChoices plan;
  plan.routeId = "lumbar-foraminal";
  plan.needles.emplace_back();
  for (const auto& finding : planning::assess(plan, {}, planning::procedure::routesInUse()).findings)
    EXPECT_NE(englishSentence(finding), finding.code);
}

}  // namespace app
