#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmsr/dsrdoc.h>

#include <algorithm>

#include "io/dicom/encode.h"
#include "io/dicom/library.h"
#include "io/report/coded_values.h"
#include "io/report/control_report.h"
#include "io/report/document_header.h"
#include "io/report/group_writer.h"
#include "io/report/installation.h"
#include "io/report/plan_document.h"
#include "io/report/plan_fields.h"
#include "io/report/plan_report.h"
#include "io/report/plan_texts.h"
#include "io/report/record_fields.h"
#include "io/report/site_texts.h"

#include "io/files/safe_file.h"
#include "io/report/report_checker.h"
#include "io/report/seal.h"
#include "io/report/tree_writer.h"
#include "planning/check.h"
#include "planning/procedure/routes.h"
#include "planning/procedure/said.h"

namespace io::report {
namespace {

using planning::Plan;
using planning::refuse;
using planning::review::Control;
using enum Relation;

constexpr const char* kRtStructureSet = "1.2.840.10008.5.1.4.1.1.481.3";

/// TID 1001: the person first, because some readers take the first observer only.
void writeObservers(TreeWriter& tree, const Plan& plan) {
  if (!plan.choices.operatorName.empty()) {
    tree.code(ObservationContext, kCodes.observerType, kCodes.person);
    tree.person(ObservationContext, kCodes.personName, plan.choices.operatorName);
  }
  tree.text(ObservationContext, kCodes.organization, plan.choices.operatorOrganization);
  tree.code(ObservationContext, kCodes.observerType, kCodes.device);
  tree.uid(ObservationContext, kCodes.deviceUid, installationUid());
  tree.text(ObservationContext, kCodes.deviceName, kModel);
  tree.text(ObservationContext, kCodes.deviceManufacturer, kManufacturer);
  tree.text(ObservationContext, kCodes.deviceModel, kModel);
  tree.text(ObservationContext, kCodes.deviceSerial, installationUid());
}

/// Its modality, frame and instances; what is no image is a composite object.
void writeLibraryGroup(TreeWriter& tree, const planning::SeriesIdentity& series) {
  tree.container(Contains, kCodes.imageLibraryGroup, nullptr, [&] {
    if (!series.modality.empty()) tree.code(AcquisitionContext, kCodes.modality, modalityCode(series.modality));
    tree.uid(AcquisitionContext, kCodes.frameOfReference, series.frameOfReferenceUid);
    tree.uid(AcquisitionContext, kCodes.seriesUid, series.seriesUid);
    tree.text(AcquisitionContext, kCodes.seriesDescription, series.description);
    tree.text(AcquisitionContext, kCodes.patientPosition, series.patientPosition);
    for (const auto& instance : series.instances)
      instance.sopClassUid == kRtStructureSet ? tree.composite(kCodes.regionInSpace, instance) : tree.image(instance);
  });
}

void writeCitedReport(TreeWriter& tree, const CitedReport& cited) {
  tree.container(Contains, kCodes.imageLibraryGroup, nullptr, [&] {
    tree.code(AcquisitionContext, kCodes.modality, modalityCode("SR"));
    tree.uid(AcquisitionContext, kCodes.frameOfReference, cited.frameOfReferenceUid);
    tree.uid(AcquisitionContext, kCodes.studyUid, cited.studyUid);
    tree.uid(AcquisitionContext, kCodes.seriesUid, cited.seriesUid);
    tree.composite(kCodes.reviewedPlan, cited.instance);
  });
}

/// The scan first, the plan that a control reviews last.
void writeImageLibrary(TreeWriter& tree, const Plan& plan, const std::optional<CitedReport>& cited) {
  tree.container(Contains, kCodes.imageLibrary, nullptr, [&] {
    writeLibraryGroup(tree, plan.choices.scan);
    for (const auto& series : furtherViewSeries(plan)) writeLibraryGroup(tree, series);
    for (const auto& series : plan.choices.structureEvidence) writeLibraryGroup(tree, series);
    if (cited) writeCitedReport(tree, *cited);
  });
}

void writeMeasurements(TreeWriter& tree, const Plan& plan, const Control* control) {
  const bool any = std::any_of(plan.choices.needles.begin(), plan.choices.needles.end(), isPlaced) ||
                   !plan.choices.tracedStructures.empty() ||
                   (plan.choices.fluoroscopy && !plan.choices.fluoroscopy->views.empty());
  if (!any) return;
  tree.container(Contains, kCodes.imagingMeasurements, nullptr, [&] {
    GroupWriter groups(tree, plan);
    for (std::size_t i = 0; i < plan.choices.needles.size(); ++i) {
      if (control != nullptr) {
        const Performed performed{control->needles[i], control->timePoint};
        groups.needle(plan.needle(i), &performed);
      } else if (isPlaced(plan.choices.needles[i])) {
        groups.needle(plan.needle(i));
      }
    }
    for (std::size_t i = 0; control != nullptr && i < control->registration.landmarks.size(); ++i)
      groups.landmark(control->registration.landmarks[i], i, control->planFrameOfReferenceUid);
    for (std::size_t i = 0; plan.choices.fluoroscopy && i < plan.choices.fluoroscopy->views.size(); ++i)
      groups.view(plan.choices.fluoroscopy->views[i], i, plan.choices.needles.front());
    for (const auto& structure : plan.choices.tracedStructures) groups.tube(structure);
  });
}

/// For readers; NP-245 has the whole answer.
void writeCheckCode(TreeWriter& tree, const planning::procedure::CheckAnswer& check) {
  const auto question = checkConcept(check.id), answer = answerCode(check.answer);
  if (question && answer) tree.code(Contains, *question, *answer);
}

void writePlainFields(TreeWriter& tree, Place place, const planning::PlanChoices& choices) {
  for (const auto& row : choiceFields())
    if (row.place == place) writeField(tree, row.field, choices);
}

/// What a person vouches for by name; nothing where nobody does.
void writeAttested(TreeWriter& tree, const planning::PlanChoices& choices) {
  writePlainFields(tree, Place::Accepted, choices);
  for (const auto& seen : choices.levelsSeen) tree.text(Contains, kCodes.levelSeen, textOf(seen));
  for (const auto& seen : choices.sidesSeen) tree.text(Contains, kCodes.sideSeen, textOf(seen));
  for (const auto& seen : choices.structuresSeen) tree.text(Contains, kCodes.structureSeen, textOf(seen));
  for (const auto& accepted : choices.acceptedUnknowns) tree.text(Contains, kCodes.acceptedUnknown, textOf(accepted));
  if (!choices.siteCheck || !planning::isSaid(choices.siteCheck->by)) return;
  tree.text(Contains, kCodes.siteCheck, textOf(*choices.siteCheck));
  for (const auto& site : choices.siteCheck->needles) tree.text(Contains, kCodes.checkedSite, textOf(site));
}

void writeEvaluations(TreeWriter& tree, const Plan& plan, const Control* control) {
  tree.container(Contains, kCodes.qualitativeEvaluations, nullptr, [&] {
    if (plan.assessment.verdict) tree.code(Contains, kCodes.verdict, codeOf(*plan.assessment.verdict));
    tree.answer(Contains, kCodes.ready, plan.assessment.ready);
    for (const auto& finding : plan.assessment.findings) tree.text(Contains, kCodes.planFinding, textOf(finding));
    if (control != nullptr) {
      tree.text(Contains, kCodes.registration, textOf(control->registration));
      tree.text(Contains, kCodes.timePoint, control->timePoint);
      tree.text(Contains, kCodes.contrastTest, control->contrastTest);
    }
    writePlainFields(tree, Place::Title, plan.choices);
    const auto* route = planning::procedure::routesInUse().find(plan.choices.routeId);
    if (route != nullptr) tree.text(Contains, kCodes.intervention, route->name.english);
    writePlainFields(tree, Place::Site, plan.choices);
    if (plan.choices.fluoroscopy) tree.answer(Contains, kCodes.nothingMoved, plan.choices.fluoroscopy->nothingMoved);
    writePlainFields(tree, Place::Words, plan.choices);
    if (plan.choices.nearBandMm)
      tree.text(Contains, kCodes.nearBand, textOf(std::vector<double>{*plan.choices.nearBandMm}));
    if (!plan.choices.midline.empty()) tree.text(Contains, kCodes.midline, textOf(plan.choices.midline));
    for (const auto& level : plan.choices.levels) tree.text(Contains, kCodes.countedVertebra, textOf(level));
    writeAttested(tree, plan.choices);
    for (std::size_t i = 0; i < plan.choices.needles.size(); ++i)
      if (!isPlaced(plan.choices.needles[i]))
        tree.text(Contains, kCodes.unplacedNeedle, textOf(UnplacedNeedle{i, plan.choices.needles[i]}));
    for (const auto& check : plan.choices.checks) {
      writeCheckCode(tree, check);
      tree.text(Contains, kCodes.checkAnswer, textOf(check));
    }
    for (const auto& series : plan.choices.structureEvidence)
      tree.text(Contains, kCodes.evidenceSeries, textOf(series));
    writePlainFields(tree, Place::Last, plan.choices);
    tree.text(Contains, kCodes.seal, kNotSealed);
  });
}

planning::Expected<void> writeTree(DSRDocument& document, const Plan& plan, const Control* control,
                                   const std::optional<CitedReport>& cited) {
  TreeWriter tree(document.getTree(), plan.choices.scan.frameOfReferenceUid);
  tree.root(kCodes.measurementReport, "1500", [&] {
    tree.code(ConceptModifier, kCodes.language, kCodes.english);
    writeObservers(tree, plan);
    tree.code(ConceptModifier, kCodes.procedureReported, kCodes.imagingProcedure);
    writeEvaluations(tree, plan, control);
    writeMeasurements(tree, plan, control);
    writeRecord(tree, plan.choices.record);
    writeImageLibrary(tree, plan, cited);  // last: who reads the report as a page would have to pass all its images
  });
  if (tree.failure()) return refuse("report-check", {}, "DCMTK refused the item " + *tree.failure());
  return {};
}

planning::Expected<void> mayBeSaved(const Plan& plan) {
  const auto& scan = plan.choices.scan;
  if (scan.study.uid.empty()) return refuse("no-study", {}, "(0020,000D) of the scan is empty");
  if (scan.frameOfReferenceUid.empty() && !plan.choices.fluoroscopy)
    return refuse("no-frame-of-reference", {}, "(0020,0052) of the scan is empty, or not one");
  return {};
}

planning::Expected<std::unique_ptr<DcmFileFormat>> documentOf(const Plan& plan, const Control* control,
                                                              const std::optional<CitedReport>& cited) {
  dicom::useDcmtk();
  if (auto allowed = mayBeSaved(plan); !allowed) return tl::unexpected(allowed.error());
  DSRDocument document;
  if (auto written = writeHeader(document, plan, cited); !written) return tl::unexpected(written.error());
  if (auto written = writeTree(document, plan, control, cited); !written) return tl::unexpected(written.error());
  auto file = std::make_unique<DcmFileFormat>();
  if (auto done = finishDocument(document, plan, *file->getDataset()); !done) return tl::unexpected(done.error());
  seal(*file->getDataset());
  return file;
}

/// Checked, encoded, read back from the bytes, which writeSafely() then proves to be on the disk.
template <class Value>
planning::Expected<Value> save(const Value& value, const std::filesystem::path& file,
                               planning::Expected<Value> (*read)(std::span<const std::byte>, const std::string&)) {
  auto document = io::report::documentOf(prepared(value));
  if (!document) return tl::unexpected(document.error());
  if (const auto violations = checkReport(*(*document)->getDataset()); !violations.empty())
    return refuse("report-check", file.string(), violations.front());
  const auto bytes = dicom::encode(**document);
  if (!bytes) return tl::unexpected(bytes.error());
  auto reread = read(*bytes, file.string());
  if (!reread) return refuse("report-check", file.string(), reread.error().code + ": " + reread.error().detail);
  if (auto saved = writeSafely(file, *bytes); !saved) return tl::unexpected(saved.error());
  return reread;
}

}  // namespace

planning::Expected<ContentItem> contentOf(const Plan& plan) {
  const auto document = io::report::documentOf(plan);
  if (!document) return tl::unexpected(document.error());
  return contentOf(*(*document)->getDataset());
}

planning::Expected<std::unique_ptr<DcmFileFormat>> documentOf(const Plan& plan) {
  return documentOf(plan, nullptr, std::nullopt);
}

planning::Expected<std::unique_ptr<DcmFileFormat>> documentOf(const Control& control) {
  const auto& needles = control.actual.choices.needles;
  planning::check(control.needles.size() == needles.size(), "a control reviews each of its needles");
  planning::check(std::all_of(needles.begin(), needles.end(), [](const auto& n) { return n.entry && n.target; }),
                  "a needle that was found has an entry and a tip");
  if (control.plan.sopInstanceUid.empty() || control.planSeriesUid.empty() || control.planStudyUid.empty())
    return refuse("no-plan", {}, "the plan was not saved");
  return documentOf(
      control.actual, &control,
      CitedReport{control.planStudyUid, control.planSeriesUid, control.plan, control.planFrameOfReferenceUid});
}

planning::Expected<Plan> writePlan(const Plan& plan, const std::filesystem::path& file) {
  return save<Plan>(plan, file, planOf);
}

planning::Expected<Control> writeControl(const Control& control, const std::filesystem::path& file) {
  return save<Control>(control, file, controlOf);
}

}  // namespace io::report
