#include "io/report/document_header.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmsr/dsrdoc.h>

#include <algorithm>

#include "io/files/local_time.h"
#include "io/files/uid.h"
#include "io/report/codes.h"
#include "io/report/content_item.h"
#include "io/report/installation.h"
#include "io/report/seal.h"
#include "planning/procedure/said.h"

namespace io::report {
namespace {

/// That is written: 1 of a plan that was never saved.
int versionOf(const planning::ReportIdentity& before) {
  return before.sopInstanceUid.empty() ? 1 : std::max(before.version, 1) + 1;
}

OFString of(const std::string& text) {
  return {text.c_str(), text.size()};
}

/// Keeps the first attribute that was not taken.
class Attempt {
 public:
  void operator()(const char* what, const OFCondition& status) {
    if (status.bad() && failed_.empty()) failed_ = std::string(what) + ": " + status.text();
  }
  planning::Expected<void> result() const {
    if (failed_.empty()) return {};
    return planning::refuse("report-check", {}, failed_);
  }

 private:
  std::string failed_;
};

const std::pair<DcmTagKey, std::string planning::Patient::*> kPatientTags[] = {
    {DCM_PatientID, &planning::Patient::id},
    {DCM_IssuerOfPatientID, &planning::Patient::issuer},
    {DCM_PatientName, &planning::Patient::name},
    {DCM_PatientBirthDate, &planning::Patient::birthDate},
    {DCM_PatientSex, &planning::Patient::sex}};
const std::pair<DcmTagKey, std::string planning::Study::*> kStudyTags[] = {
    {DCM_StudyInstanceUID, &planning::Study::uid},
    {DCM_StudyID, &planning::Study::id},
    {DCM_StudyDate, &planning::Study::date},
    {DCM_StudyTime, &planning::Study::time},
    {DCM_AccessionNumber, &planning::Study::accessionNumber},
    {DCM_StudyDescription, &planning::Study::description},
    {DCM_ReferringPhysicianName, &planning::Study::referringPhysician}};

/// Patient and study go in as they stand in the images, but for what no file can hold: through a data set, without
/// DCMTK's judgement of their values.
void writeIdentity(DcmItem& dataset, const planning::SeriesIdentity& whole) {
  const auto scan = planning::fitted(whole);
  for (const auto& [tag, member] : kPatientTags)
    if (tag != DCM_IssuerOfPatientID || !scan.patient.issuer.empty())
      dataset.putAndInsertOFStringArray(tag, of(scan.patient.*member));
  for (const auto& [tag, member] : kStudyTags) {
    const bool optional = tag == DCM_StudyDescription;  // type 3, the others 1 or 2
    if (!optional || !(scan.study.*member).empty()) dataset.putAndInsertOFStringArray(tag, of(scan.study.*member));
  }
}

/// A control has a series of its own beside that of the plan.
void writeSeries(DSRDocument& document, const planning::Plan& plan, bool isControl, Attempt& attempt) {
  attempt("manufacturer", document.setManufacturer(kManufacturer));
  attempt("model", document.setManufacturerModelName(kModel));
  attempt("serial number", document.setDeviceSerialNumber(of(installationUid())));
  attempt("software version", document.setSoftwareVersions(NEEDLEPLAN_VERSION));
  attempt("series description", document.setSeriesDescription(isControl ? "Needle control" : "Needle plan"));
  attempt("series number", document.setSeriesNumber(isControl ? "902" : "901"));
  attempt("instance number", document.setInstanceNumber(std::to_string(versionOf(plan.report)).c_str()));
}

void writeCodingScheme(DSRDocument& document, Attempt& attempt) {
  auto& schemes = document.getCodingSchemeIdentification();
  attempt("coding scheme", schemes.addItem(kPrivateScheme));  // first: DCMTK 3.6.7 refuses the values of no item
  attempt("coding scheme name", schemes.setCodingSchemeName("needleplan codes"));
  attempt("coding scheme version", schemes.setCodingSchemeVersion(kPrivateSchemeVersion));
  attempt("coding scheme organization", schemes.setCodingSchemeResponsibleOrganization(kManufacturer));
}

void writeEvidence(DSRDocument& document, const planning::Plan& plan, Attempt& attempt) {
  auto& evidence = document.getCurrentRequestedProcedureEvidence();
  const auto add = [&](const planning::SeriesIdentity& series) {
    for (const auto& instance : series.instances)
      attempt("evidence", evidence.addItem(of(series.study.uid), of(series.seriesUid), of(instance.sopClassUid),
                                           of(instance.sopInstanceUid)));
  };
  add(plan.choices.scan);
  for (const auto& series : furtherViewSeries(plan)) add(series);
  for (const auto& series : plan.choices.structureEvidence) add(series);
}

/// When the series began: with its first version. All dates and times are of this computer's time zone.
void writeTimes(DcmItem& dataset, const planning::ReportIdentity& before, Attempt& attempt) {
  const bool first = before.seriesDate.empty();
  const auto put = [&](const DcmTagKey& tag, const std::string& value) {
    attempt("time", dataset.putAndInsertOFStringArray(tag, of(value)));
  };
  put(DCM_SeriesDate, first ? localNow("%Y%m%d") : before.seriesDate);
  put(DCM_SeriesTime, first ? localNow("%H%M%S") : before.seriesTime);
  put(DCM_TimezoneOffsetFromUTC, localNow("%z"));
}

}  // namespace

std::vector<planning::SeriesIdentity> furtherViewSeries(const planning::Plan& plan) {
  std::vector<planning::SeriesIdentity> further;
  if (!plan.choices.fluoroscopy) return further;
  for (auto& series : seriesOf(*plan.choices.fluoroscopy))
    if (series.seriesUid != plan.choices.scan.seriesUid) further.push_back(std::move(series));
  return further;
}

planning::Expected<void> writeHeader(DSRDocument& document, const planning::Plan& plan,
                                     const std::optional<CitedReport>& cited) {
  Attempt attempt;
  attempt("document", document.createNewDocument(DSRTypes::DT_Comprehensive3DSR));
  attempt("character set", document.setSpecificCharacterSetType(DSRTypes::CS_UTF8));
  DcmDataset identity;
  identity.putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 192");
  writeIdentity(identity, plan.choices.scan);
  attempt("patient", document.readPatientData(identity));
  attempt("study", document.readStudyData(identity));
  writeSeries(document, plan, cited.has_value(), attempt);
  writeCodingScheme(document, attempt);
  if (!plan.report.sopInstanceUid.empty())
    attempt("predecessor",
            document.getPredecessorDocuments().addItem(of(plan.choices.scan.study.uid), of(plan.report.seriesUid),
                                                       kComprehensive3DSr, of(plan.report.sopInstanceUid)));
  writeEvidence(document, plan, attempt);
  if (cited)
    attempt("evidence", document.getCurrentRequestedProcedureEvidence().addItem(
                            of(cited->studyUid), of(cited->seriesUid), of(cited->instance.sopClassUid),
                            of(cited->instance.sopInstanceUid)));
  return attempt.result();
}

planning::Expected<void> finishDocument(DSRDocument& document, const planning::Plan& plan, DcmItem& dataset) {
  Attempt attempt;
  if (plan.report.complete) attempt("completion", document.completeDocument());
  // The operator has verified the plan, in the version before, not what was recorded of the procedure since.
  const bool verified = plan.report.complete && !plan.choices.record && planning::isSaid(plan.choices.operatorName) &&
                        planning::isSaid(plan.choices.operatorOrganization);
  if (verified)
    attempt("verification",
            document.verifyDocument(of(plan.choices.operatorName), of(plan.choices.operatorOrganization)));
  attempt("document", document.write(dataset));
  writeIdentity(dataset, plan.choices.scan);
  writeTimes(dataset, plan.report, attempt);
  attempt("series UID", dataset.putAndInsertOFStringArray(DCM_SeriesInstanceUID, of(plan.report.seriesUid)));
  attempt("instance UID", dataset.putAndInsertOFStringArray(DCM_SOPInstanceUID, of(newUid())));
  return attempt.result();
}

ReportHeader headerOf(DcmItem& dataset) {
  ReportHeader header;
  for (const auto& [tag, member] : kPatientTags) header.patient.*member = textOf(dataset, tag);
  for (const auto& [tag, member] : kStudyTags) header.study.*member = textOf(dataset, tag);
  header.report.complete = textOf(dataset, DCM_CompletionFlag) == "COMPLETE";
  header.report.sopInstanceUid = textOf(dataset, DCM_SOPInstanceUID);
  header.report.seriesUid = textOf(dataset, DCM_SeriesInstanceUID);
  header.report.softwareVersion = textOf(dataset, DCM_SoftwareVersions);
  header.report.savedDate = textOf(dataset, DCM_ContentDate);
  header.report.savedTime = textOf(dataset, DCM_ContentTime);
  header.report.seriesDate = textOf(dataset, DCM_SeriesDate);
  header.report.seriesTime = textOf(dataset, DCM_SeriesTime);
  Sint32 version = 0;
  if (dataset.findAndGetSint32(DCM_InstanceNumber, version).good()) header.report.version = version;
  header.report.seal = sealOf(dataset);
  DcmItem *study = nullptr, *series = nullptr, *instance = nullptr;
  if (dataset.findAndGetSequenceItem(DCM_PredecessorDocumentsSequence, study).good() &&
      study->findAndGetSequenceItem(DCM_ReferencedSeriesSequence, series).good() &&
      series->findAndGetSequenceItem(DCM_ReferencedSOPSequence, instance).good())
    header.report.predecessorUid = textOf(*instance, DCM_ReferencedSOPInstanceUID);
  return header;
}

}  // namespace io::report
