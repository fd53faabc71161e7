#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/plan/plan.h"

class DSRDocument;
class DcmItem;

namespace io::report {

/// Comprehensive 3D SR.
inline constexpr const char* kComprehensive3DSr = "1.2.840.10008.5.1.4.1.1.88.34";

/// Another report that this one cites.
struct CitedReport {
  std::string studyUid;
  std::string seriesUid;
  planning::InstanceReference instance;
  std::string frameOfReferenceUid;  ///< that it says its places in; empty where that is not known
};

/// Of a plan on projections, the series of its views beside `scan`.
std::vector<planning::SeriesIdentity> furtherViewSeries(const planning::Plan& plan);

/// Patient, study, equipment, predecessor and evidence of a new document (io/report/README.md, "Header"); its tree is
/// written apart. Errors: "report-check" naming the attribute that DCMTK does not take.
planning::Expected<void> writeHeader(DSRDocument& document, const planning::Plan& plan,
                                     const std::optional<CitedReport>& cited);

/// Draft or complete, and, once the tree is there, what DCMTK's document does not keep: UIDs of ours, the patient ID's
/// issuer. Fills `dataset`.
planning::Expected<void> finishDocument(DSRDocument& document, const planning::Plan& plan, DcmItem& dataset);

/// What stands before a report's tree, as it is in the file; the scan's series is in the tree.
struct ReportHeader {
  planning::Patient patient;
  planning::Study study;
  planning::ReportIdentity report;
};

/// What writeHeader() and finishDocument() wrote.
ReportHeader headerOf(DcmItem& dataset);

}  // namespace io::report
