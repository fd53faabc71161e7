#include "io/pacs/find.h"

#include <algorithm>
#include <charconv>

#include "io/dicom/text_decoder.h"
#include "io/files/trimmed.h"
#include "io/pacs/question.h"

namespace io::pacs {
namespace {

using planning::Expected;

constexpr int kMostSeries = 500;
constexpr int kMostInstances = 20000;

std::vector<Context> contextFor(const char* model) {
  return {{model, {UID_LittleEndianExplicitTransferSyntax, UID_LittleEndianImplicitTransferSyntax}}};
}

void key(DcmItem& item, const DcmTagKey& tag, const std::string& value = {}) {
  item.putAndInsertOFStringArray(tag, OFString(value.c_str(), value.size()));
}

bool isAscii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

/// "20260101-20260131", "20260101-", "-20260131", "20260101"; empty for any.
std::string rangeOf(const std::string& from, const std::string& until) {
  if (from.empty() && until.empty()) return {};
  return from == until ? from : from + "-" + until;
}

/// Values that came, as UTF-8.
class Values {
 public:
  explicit Values(DcmItem& item) : item_(item) {}

  std::string text(const DcmTagKey& tag) {
    const auto bytes = raw(tag);
    auto decoded = dicom::toUtf8(item_, bytes);
    if (!decoded) sure_ = false;
    return decoded ? std::string(trimmed(*decoded)) : readable(bytes);
  }
  std::string code(const DcmTagKey& tag) { return std::string(trimmed(raw(tag))); }
  std::vector<std::string> codes(const DcmTagKey& tag) {
    std::vector<std::string> values;
    const auto all = raw(tag);
    for (std::size_t from = 0; from <= all.size() && !all.empty();) {
      const auto end = std::min(all.find('\\', from), all.size());
      values.emplace_back(trimmed(std::string_view(all).substr(from, end - from)));
      from = end + 1;
    }
    return values;
  }
  int number(const DcmTagKey& tag) {
    const auto digits = code(tag);
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return std::max(value, 0);
  }
  bool sure() const { return sure_; }

 private:
  std::string raw(const DcmTagKey& tag) {
    OFString value;
    item_.findAndGetOFStringArray(tag, value);
    return {value.c_str(), value.size()};
  }
  static std::string readable(std::string bytes) {
    for (char& c : bytes)
      if (static_cast<unsigned char>(c) >= 0x80 || static_cast<unsigned char>(c) < 0x20) c = '?';
    return bytes;
  }

  DcmItem& item_;
  bool sure_ = true;
};

StudyAnswer answerOf(Values& values) {
  StudyAnswer answer;
  answer.patient = {values.text(DCM_PatientID), values.text(DCM_IssuerOfPatientID), values.text(DCM_PatientName),
                    values.code(DCM_PatientBirthDate), values.code(DCM_PatientSex)};
  answer.study = {values.code(DCM_StudyInstanceUID),
                  values.text(DCM_StudyID),
                  values.code(DCM_StudyDate),
                  values.code(DCM_StudyTime),
                  values.text(DCM_AccessionNumber),
                  values.text(DCM_StudyDescription),
                  values.text(DCM_ReferringPhysicianName)};
  answer.modalities = values.codes(DCM_ModalitiesInStudy);
  answer.instances = values.number(DCM_NumberOfStudyRelatedInstances);
  answer.textSure = values.sure();
  return answer;
}

/// A key without wildcards must be answered as it was asked; letters' case and padding aside.
bool fitsKey(std::string asked, std::string answered) {
  if (asked.empty() || asked.find_first_of("*?") != std::string::npos) return true;
  const auto lower = [](std::string& text) {
    for (char& c : text)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  };
  lower(asked);
  lower(answered);
  return asked == answered;
}

bool fits(const StudyQuery& query, const StudyAnswer& answer) {
  const auto& date = answer.study.date;
  if (!fitsKey(query.patientId, answer.patient.id) || !fitsKey(query.accession, answer.study.accessionNumber))
    return false;
  if ((!query.from.empty() && date < query.from) || (!query.until.empty() && date > query.until)) return false;
  if (query.modality.empty() || answer.modalities.empty()) return true;
  return std::find(answer.modalities.begin(), answer.modalities.end(), query.modality) != answer.modalities.end();
}

void askFor(DcmItem& item, const StudyQuery& query) {
  const bool ascii = isAscii(query.patientName) && isAscii(query.patientId) && isAscii(query.accession);
  key(item, DCM_SpecificCharacterSet, ascii ? "" : "ISO_IR 192");  // empty: some say theirs only when they are asked
  key(item, DCM_PatientName, query.patientName);
  key(item, DCM_PatientID, query.patientId);
  for (const auto& tag : {DCM_IssuerOfPatientID, DCM_PatientBirthDate, DCM_PatientSex, DCM_StudyID, DCM_StudyTime,
                          DCM_StudyDescription, DCM_ReferringPhysicianName, DCM_NumberOfStudyRelatedInstances})
    key(item, tag);
  key(item, DCM_StudyInstanceUID);
  key(item, DCM_StudyDate, rangeOf(query.from, query.until));
  key(item, DCM_AccessionNumber, query.accession);
  key(item, DCM_ModalitiesInStudy, query.modality);
}

/// The step's own times and modality.
void takeStep(DcmItem& dataset, StudyAnswer& answer) {
  DcmItem* step = nullptr;
  if (dataset.findAndGetSequenceItem(DCM_ScheduledProcedureStepSequence, step).bad()) return;
  Values values(*step);
  answer.study.date = values.code(DCM_ScheduledProcedureStepStartDate);
  answer.study.time = values.code(DCM_ScheduledProcedureStepStartTime);
  answer.modalities = values.codes(DCM_Modality);
  answer.station = values.code(DCM_ScheduledStationAETitle);
  // Its text is in the characters that the whole answer has.
  OFString description;
  step->findAndGetOFString(DCM_ScheduledProcedureStepDescription, description);
  if (auto text = dicom::toUtf8(dataset, description); text && answer.study.description.empty())
    answer.study.description = *text;
}

Expected<std::vector<SeriesAnswer>> askSeries(Association& association, const StudyPart& part) {
  std::vector<SeriesAnswer> all;
  DcmDataset question;
  key(question, DCM_QueryRetrieveLevel, "SERIES");
  key(question, DCM_StudyInstanceUID, part.studyUid);
  key(question, DCM_SeriesInstanceUID, part.seriesUid);
  for (const auto& tag : {DCM_Modality, DCM_SeriesDescription}) key(question, tag);
  const auto asked = ask(association, kFindClass, question, kMostSeries, [&](DcmDataset& answer) {
    Values values(answer);
    const auto study = values.code(DCM_StudyInstanceUID), series = values.code(DCM_SeriesInstanceUID);
    if ((study == part.studyUid || study.empty()) && (part.seriesUid.empty() || series == part.seriesUid))
      all.push_back({series, values.code(DCM_Modality), values.text(DCM_SeriesDescription), {}});
  });
  if (!asked) return tl::unexpected(asked.error());
  return all;
}

Expected<void> askInstances(Association& association, const StudyPart& part, SeriesAnswer& series) {
  DcmDataset question;
  key(question, DCM_QueryRetrieveLevel, "IMAGE");
  key(question, DCM_StudyInstanceUID, part.studyUid);
  key(question, DCM_SeriesInstanceUID, series.uid);
  key(question, DCM_SOPInstanceUID, part.instanceUid);
  key(question, DCM_SOPClassUID);
  return ask(association, kFindClass, question, kMostInstances, [&](DcmDataset& answer) {
    Values values(answer);
    const auto instance = values.code(DCM_SOPInstanceUID);
    if (part.instanceUid.empty() || instance == part.instanceUid)
      series.instances.push_back({values.code(DCM_SOPClassUID), instance});
  });
}

}  // namespace

Expected<void> findStudies(const Site& site, const StudyQuery& query,
                           const std::function<void(const StudyAnswer&)>& take, const planning::Progress& progress) {
  auto association = Association::open(site, contextFor(kFindClass), progress);
  if (!association) return tl::unexpected(association.error());
  DcmDataset question;
  key(question, DCM_QueryRetrieveLevel, "STUDY");
  askFor(question, query);
  auto asked = ask(*association, kFindClass, question, kMostAnswers, [&](DcmDataset& dataset) {
    Values values(dataset);
    const auto answer = answerOf(values);
    if (!answer.study.uid.empty() && fits(query, answer)) take(answer);
  });
  association->finish();
  return asked;
}

Expected<void> findScheduled(const Site& site, const std::string& day, const std::string& modality,
                             const std::function<void(const StudyAnswer&)>& take, const planning::Progress& progress) {
  auto association = Association::open(site, contextFor(kWorklistClass), progress);
  if (!association) return tl::unexpected(association.error());
  DcmDataset question;
  askFor(question, {});
  question.findAndDeleteElement(DCM_ModalitiesInStudy);
  question.findAndDeleteElement(DCM_NumberOfStudyRelatedInstances);
  DcmItem* step = nullptr;
  question.findOrCreateSequenceItem(DCM_ScheduledProcedureStepSequence, step, -2);
  key(*step, DCM_ScheduledProcedureStepStartDate, day);
  key(*step, DCM_Modality, modality);
  key(*step, DCM_ScheduledStationAETitle, site.worklistStation);
  for (const auto& tag : {DCM_ScheduledProcedureStepStartTime, DCM_ScheduledProcedureStepDescription}) key(*step, tag);
  auto asked = ask(*association, kWorklistClass, question, kMostAnswers, [&](DcmDataset& dataset) {
    Values values(dataset);
    auto answer = answerOf(values);
    takeStep(dataset, answer);
    if (answer.study.date == day) take(answer);
  });
  association->finish();
  return asked;
}

Expected<std::vector<SeriesAnswer>> seriesOf(const Site& site, const StudyPart& part,
                                             const planning::Progress& progress) {
  auto association = Association::open(site, contextFor(kFindClass), progress);
  if (!association) return tl::unexpected(association.error());
  auto all = askSeries(*association, part);
  if (!all) return all;
  for (auto& series : *all)
    if (auto asked = askInstances(*association, part, series); !asked) return tl::unexpected(asked.error());
  association->finish();
  return all;
}

}  // namespace io::pacs
