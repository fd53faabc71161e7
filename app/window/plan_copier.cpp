#include "app/window/plan_copier.h"

#include <QPrintDialog>
#include <QPrinter>

#include <utility>

#include "app/case/case.h"
#include "app/look/paper.h"
#include "app/outbox/outbox_work.h"
#include "app/panels/patient_banner.h"
#include "app/work/reporter.h"
#include "app/worksheet/plan_copies.h"
#include "app/worksheet/worksheet_pdf.h"
#include "planning/identity.h"

namespace app {
namespace {

worksheet::PlannedScan plannedScan(const Case& opened) {
  const ShownScan& scan = opened.shownScan();
  return {scan.plan(), scan.volume(), opened.document().structures(), scan.windowCentreHu(), scan.windowWidthHu()};
}

}  // namespace

PlanCopier::PlanCopier(Case& openCase, outbox::OutboxWork& outbox) : case_(openCase), outbox_(outbox) {
  QObject::connect(&work_, &PromisedWork::refused, &case_.reporter(), &Reporter::refused);
}

PlanCopier::~PlanCopier() {
  for (const auto& error : work_.finish()) Q_EMIT case_.reporter().refused(error);
}

void PlanCopier::copy(const QString& file) {
  const planning::Plan& plan = case_.shownScan().plan();
  const QString patient = panels::patientTitle(plan.choices.scan.patient);
  const std::filesystem::path path = file.toStdU16String();
  if (plan.report.complete) {
    std::vector<std::filesystem::path> files{path};
    if (auto seg = case_.files().madeSegOf(path)) files.push_back(std::move(*seg));
    outbox_.post(files, patient);
  }
  work_.start([saved = Saved{plannedScan(case_), path, patient}, &outbox = outbox_] { return copies(saved, outbox); });
}

planning::Expected<void> PlanCopier::copies(const Saved& saved, outbox::OutboxWork& outbox) {
  const auto& plan = saved.planned.plan;
  if (!plan.report.complete) return worksheet::removeCopies(saved.file, plan.report.predecessorUid);
  if (auto written = worksheet::writeCopies(saved.planned, saved.file); !written) return written;
  // That a demo case is not sent is said of the plan already.
  if (!planning::isDemoPatient(plan.choices.scan.patient))
    outbox.post(worksheet::copiesOf(plan, saved.file), saved.patient);
  return {};
}

std::vector<planning::Error> PlanCopier::finish() {
  return work_.finish();
}

void PlanCopier::print(QWidget* window) {
  worksheet::PlannedScan planned = plannedScan(case_);
  if (case_.document().hasUnsavedChanges()) planned.plan.report.sopInstanceUid.clear();  // no saved plan is like it
  if (!planned.volume || worksheet::placedNeedles(planned.plan).empty())
    return void(Q_EMIT case_.reporter().refused({"no-needle-placed", {}, {}}));
  QPrinter printer(QPrinter::HighResolution);
  printer.setFullPage(true);
  printer.setDocName(tr("Needle plan worksheet"));
  Paper::prepare(printer);
  QPrintDialog dialog(&printer, window);
  if (dialog.exec() == QDialog::Accepted)
    worksheet::paintWorksheet(printer, planned, worksheet::Pages::ConsoleAndPatient);
}

}  // namespace app
