#include "io/deidentification/report_texts.h"

#include <gtest/gtest.h>

#include "io/deidentification/dates.h"
#include "io/report/codes.h"
#include "io/report/record_fields.h"

namespace io::deidentification {
namespace {

TextTools tools() {
  return {[](const std::string& text) { return text == "P1" ? std::string("ANON") : text; },
          [](const std::string&) { return std::string("2.25.1"); },
          [](const std::string& date) { return date == "2024-02-29" ? std::string("2020-01-01") : std::string(); }};
}

std::string without(const report::CodedConcept& concept_, const std::string& text) {
  return reportTextWithoutPerson(concept_.code(), text, tools());
}

/// The same with every date 366 days earlier.
std::string moved(const report::CodedConcept& concept_, const std::string& text) {
  auto moving = tools();
  moving.date = [](const std::string& date) { return earlier(date, 366).value_or(std::string()); };
  return reportTextWithoutPerson(concept_.code(), text, moving);
}

}  // namespace

// Names and days are items of other types, which the profile removes and moves by themselves.
TEST(ReportTexts, ofARecordLoseWhatAPersonWroteAndKeepItsWords) {
  for (const auto& field : report::recordFields()) {
    using Record = planning::procedure::ProcedureRecord;
    const auto* text = std::get_if<report::Text<Record>>(&field.value);
    if (text != nullptr && text->kind == report::TextKind::Text) {
      EXPECT_EQ(without(field.name, "Cortancyl for Mr Roe"), "Removed") << field.key;
    }
    const auto* number = std::get_if<report::Number<Record>>(&field.value);
    if (number != nullptr && number->timePoint != nullptr) {
      EXPECT_EQ(without(report::kCodes.timePoint, number->timePoint), number->timePoint);
    }
  }
  EXPECT_EQ(without(report::kCodes.guidance, "CT"), "CT");
  EXPECT_EQ(without(report::kCodes.contrastTest, "vascular"), "vascular");
}

TEST(ReportTexts, moveEveryDayOfChecksAndFindings) {
  constexpr report::Codes codes;
  EXPECT_EQ(moved(codes.checkAnswer, "earlier-infiltration=2026-09-01, 2026-10-01,20261003; 2026-10-05; Dupre; at 9"),
            "earlier-infiltration=2025-08-31, 2025-09-30,20251002; 2025-10-04; Removed; ");
  EXPECT_EQ(moved(codes.planFinding, "infiltration-earlier|info|2026-09-01, 2026-10-01,20261003;|on 2026-10-01: P1"),
            "infiltration-earlier|info|2025-08-31, 2025-09-30,20251002;|on 2025-09-30: P1");
  EXPECT_EQ(moved(codes.planFinding, "unknown-accepted|warning|P1;2026-10-01 10:15;12345678;|"),
            "unknown-accepted|warning|ANON;2025-09-30 10:15;12345678;|")
      << "eight digits that are no day";
}

TEST(ReportTexts, keepThatARelayIsCompleteAndLoseItsDrug) {
  constexpr report::Codes codes;
  EXPECT_EQ(moved(codes.checkAnswer, "anticoagulant=relay-recorded; 2026-10-05; Dupre; apixaban, last dose 2026-10-01"),
            "anticoagulant=relay-recorded; 2025-10-04; Removed; Removed, last dose 2025-09-30");
  EXPECT_EQ(moved(codes.checkAnswer, "anticoagulant=relay-recorded; 2026-10-05; Dupre; apixaban, last dose of Smith"),
            "anticoagulant=relay-recorded; 2025-10-04; Removed; \"Removed, last dose \"");
  const auto told = whatReportTextTells(codes.checkAnswer.code(),
                                        "anticoagulant=relay-recorded; ; Dupre; apixaban, last dose 2026-10-01");
  EXPECT_EQ(told.person, "Dupre");
  EXPECT_EQ(told.freeText, "apixaban");
}

TEST(ReportTexts, keepWhatAPersonVouchesForAndLoseThePerson) {
  constexpr report::Codes codes;
  EXPECT_EQ(without(codes.levelSeen, "what=L4-L5; by=Dupre^Eloise; how=fluoroscopy; at=2024-02-29 10:15"),
            "what=L4-L5; by=Removed; how=fluoroscopy; at=2020-01-01");
  EXPECT_EQ(without(codes.acceptedUnknown,
                    "id=radicular-artery; by=Dupre; reason=as Mr Smith; modality=CT; "
                    "date=2024-02-29"),
            "id=radicular-artery; by=Removed; reason=Removed; modality=CT; date=2020-01-01");
  EXPECT_EQ(without(codes.siteCheck, "by=Martin^Luc; at=2024-02-29; patient=P1"),
            "by=Removed; at=2020-01-01; patient=ANON");
  EXPECT_EQ(without(codes.unknownAcceptedBy, "Dupre^Eloise"), "Removed");
  EXPECT_EQ(without(codes.imported, "source=Slicer markups Smith.mrk.json; target_mm=1 2 3; by=Dupre; at=2024-02-29"),
            "source=Removed; target_mm=1 2 3; by=Removed; at=2020-01-01");
}

// As another source the places would become another program's, and their findings others than those beside them.
TEST(ReportTexts, keepWhichPlacesTheProgramMadeItself) {
  constexpr report::Codes codes;
  EXPECT_EQ(without(codes.imported, "source=needleplan auto; target_mm=1 2 3; by=Dupre; at=2024-02-29"),
            "source=needleplan auto; target_mm=1 2 3; by=Removed; at=2020-01-01");
  EXPECT_EQ(without(codes.imported, "source=mirrored from Needle 1; by=Dupre"),
            "source=mirrored from Needle 1; by=Removed");
  EXPECT_EQ(without(codes.imported, "source=mirrored from P1; by=Dupre"), "source=mirrored from ANON; by=Removed");
}

TEST(ReportTexts, tellWhoVouchesSoThatTheNameIsFoundElsewhere) {
  constexpr report::Codes codes;
  const auto told = whatReportTextTells(codes.acceptedUnknown.code(), "id=x; by=Dupre^Eloise; reason=none seen");
  EXPECT_EQ(told.person, "Dupre^Eloise");
  EXPECT_EQ(told.freeText, "none seen");
  const auto file = whatReportTextTells(codes.imported.code(), "source=Smith.mrk.json; target_mm=1 2 3; by=Dupre");
  EXPECT_EQ(file.person, "Dupre");
  EXPECT_EQ(file.freeText, "Smith.mrk.json");
  for (const char* own : {"needleplan auto", "mirrored from Needle 1"}) {
    const auto words = whatReportTextTells(codes.imported.code(), "source=" + std::string(own) + "; by=Dupre");
    EXPECT_EQ(words.person, "Dupre");
    EXPECT_EQ(words.freeText, "") << "the program's own, not to be cut out elsewhere";
  }
  EXPECT_EQ(whatReportTextTells(codes.unknownAcceptedBy.code(), "Dupre^Eloise").person, "Dupre^Eloise");
}

}  // namespace io::deidentification
