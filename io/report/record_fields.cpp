#include "io/report/record_fields.h"

namespace io::report {
namespace {

using planning::procedure::ProcedureRecord;
namespace procedure = planning::procedure;
using Record = ProcedureRecord;

constexpr double kWorstPain = 10;
constexpr double kMost = 1e6;           ///< of a dose: none comes near
constexpr double kLeastVolume = 0.001;  ///< what is written is rounded to it

constexpr CodedConcept kCubicCentimeter{"cm3", "UCUM", "cubic centimeter"};
constexpr CodedConcept kMinute{"min", "UCUM", "minute"};
constexpr CodedConcept kDecigraySquareCentimeter{"dGy.cm2", "UCUM", "dGy.cm2"};  // as (0018,115E) has it
constexpr CodedConcept kMilligrayCentimeter{"mGy.cm", "UCUM", "mGy.cm"};
constexpr CodedConcept kPainScore{"225908003", "SCT", "Pain score (observable entity)"};

constexpr CodedWord kPositions[] = {{"prone", {"1240000", "SCT", "Prone"}},
                                    {"supine", {"40199007", "SCT", "Supine"}},
                                    {"left-lateral", {"102536004", "SCT", "left lateral decubitus"}},
                                    {"right-lateral", {"102535000", "SCT", "right lateral decubitus"}}};
constexpr CodedWord kMedia[] = {{"iodine", {"127855", "DCM", "Non-ionic iodinated contrast agent"}},
                                {"air", {"15158005", "SCT", "Air"}}};
constexpr CodedWord kYesNo[] = {{"yes", kCodes.yes}, {"no", kCodes.no}};

/// A member that is an enumeration, by its words.
template <auto member, auto fromWord>
Word<Record> enumeration(std::span<const CodedWord> codes) {
  return {[](const Record& record) { return record.*member ? std::string(word(*(record.*member))) : std::string(); },
          [](Record& record, const std::string& word) { return (record.*member = fromWord(word)).has_value(); }, codes};
}

std::string relievedWord(const Record& record) {
  return !record.anaestheticTestRelieved ? "" : *record.anaestheticTestRelieved ? "yes" : "no";
}
bool takeRelieved(Record& record, const std::string& word) {
  if (word == "yes" || word == "no") record.anaestheticTestRelieved = word == "yes";
  return word == "yes" || word == "no";
}

bool takeGuidance(Record& record, const std::string& word) {
  if (word != "CT" && word != "ct" && word != "fluoroscopy") return false;
  record.guidance = word == "ct" ? "CT" : word;
  return true;
}

Number<Record> pain(std::optional<double> Record::*member, const char* timePoint) {
  return {member, kCodes.noUnits, 0, kWorstPain, timePoint};
}

planning::Expected<void> readPatterns(const ContentItem& container, Record& record) {
  for (const auto* item : container.childrenNamed(kCodes.contrastTest)) {
    const auto pattern = procedure::opacificationFromWord(item->text);
    if (!pattern) return planning::refuse("broken-report", {}, item->name.meaning + ": " + item->text);
    record.opacifications.push_back(*pattern);
  }
  return {};
}

}  // namespace

const std::vector<Field<Record>>& recordFields() {
  static const std::vector<Field<Record>> fields{
      {{"122105", "DCM", "DateTime of Intervention"}, "date", Text{&Record::date, TextKind::Day}},
      {{"121114", "DCM", "Performing Physician"}, "performed_by", Text{&Record::performedBy, TextKind::Person}},
      {kCodes.guidance, "guidance", Word<Record>{[](const Record& record) { return record.guidance; }, takeGuidance}},
      {{"113744", "DCM", "Patient Orientation Modifier"},
       "position",
       enumeration<&Record::position, procedure::positionFromWord>(kPositions)},
      {{"NP-292", kPrivateScheme, "Time-out led by"}, "time_out_by", Text{&Record::timeOutBy, TextKind::Person}},
      {{"NP-293", kPrivateScheme, "Patient read aloud at time-out"}, "time_out_patient", Answer{&Record::patientRead}},
      {{"NP-294", kPrivateScheme, "Side read aloud at time-out"}, "time_out_side", Answer{&Record::sideRead}},
      {{"NP-295", kPrivateScheme, "Level read aloud at time-out"}, "time_out_level", Answer{&Record::levelRead}},
      {{"NP-296", kPrivateScheme, "Allergy read aloud at time-out"}, "time_out_allergy", Answer{&Record::allergyRead}},
      {{"NP-297", kPrivateScheme, "Coagulation read aloud at time-out"},
       "time_out_coagulation",
       Answer{&Record::coagulationRead}},
      {{"NP-290", kPrivateScheme, "Asepsis"}, "asepsis", Answer{&Record::asepsis}},
      {{"122086", "DCM", "Contrast administered"},
       "contrast",
       enumeration<&Record::medium, procedure::mediumFromWord>(kMedia)},
      {{"NP-291", kPrivateScheme, "Pain relieved by anesthetic test"},
       "anaesthetic_test_relieved",
       Word<Record>{relievedWord, takeRelieved, kYesNo}},
      {{"122083", "DCM", "Drug administered"}, "drug", Text{&Record::drug}},
      {{"121149", "DCM", "Lot Identifier"}, "lot", Text{&Record::lot}},
      {{"122321", "DCM", "Injectate Volume"},
       "volume_ml",
       Number<Record>{&Record::volumeMl, kCubicCentimeter, kLeastVolume, 1000}},
      {{"122130", "DCM", "Dose Area Product"},
       "dose_area_product_dgy_cm2",
       Number<Record>{&Record::doseAreaProductDgyCm2, kDecigraySquareCentimeter, 0, kMost}},
      {{"113838", "DCM", "DLP"},
       "dose_length_product_mgy_cm",
       Number<Record>{&Record::doseLengthProductMgyCm, kMilligrayCentimeter, 0, kMost}},
      {{"122106", "DCM", "Duration of Intervention"},
       "duration_min",
       Number<Record>{&Record::durationMin, kMinute, kLeastVolume, 1440}},
      {{"121113", "DCM", "Complications"}, "complications", Text{&Record::complications}},
      {{"111492", "DCM", "No complications"}, "no_complications", Answer{&Record::noComplications}},
      {kPainScore, "pain_before", pain(&Record::painBefore, "before procedure")},
      {kPainScore, "pain_after", pain(&Record::painAfter, "after procedure")},
      {kPainScore, "pain_day4", pain(&Record::painDay4, "day 4")},
      {kPainScore, "pain_day30", pain(&Record::painDay30, "day 30")},
      {{"111536", "DCM", "DateTime of last evaluation"}, "follow_up_date", Text{&Record::followUpDate, TextKind::Day}}};
  return fields;
}

std::vector<CodedConcept> recordValueCodes() {
  std::vector<CodedConcept> codes{kCubicCentimeter, kMinute, kDecigraySquareCentimeter, kMilligrayCentimeter};
  for (const auto& row : kPositions) codes.push_back(row.coded);
  for (const auto& row : kMedia) codes.push_back(row.coded);
  return codes;
}

void writeRecord(TreeWriter& tree, const std::optional<Record>& record) {
  if (!record) return;
  tree.container(Relation::Contains, kCodes.procedureRecord, nullptr, [&] {
    for (const auto& field : recordFields()) writeField(tree, field, *record);
    for (const auto pattern : record->opacifications) tree.text(Relation::Contains, kCodes.contrastTest, word(pattern));
  });
}

planning::Expected<std::optional<Record>> recordIn(const ContentItem& root) {
  const auto* container = root.child(kCodes.procedureRecord);
  if (container == nullptr) return std::nullopt;
  Record record;
  for (const auto& field : recordFields())
    if (!readField(*container, field, record))
      return planning::refuse("broken-report", {}, std::string(field.name.meaning) + ": " + field.key);
  if (auto read = readPatterns(*container, record); !read) return tl::unexpected(read.error());
  return record;
}

}  // namespace io::report
