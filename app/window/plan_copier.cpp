#include "app/window/plan_copier.h"

#include <QPrintDialog>
#include <QPrinter>

#include <utility>

#include "app/case/case.h"
#include "app/look/paper.h"
#include "app/outbox/outbox_work.h"
#include "app/panels/patient_banner.h"
#include "app/worksheet/plan_copies.h"
#include "app/worksheet/worksheet_pdf.h"

namespace app {
namespace {

worksheet::PlannedScan plannedScan(const Case& opened) {
  const ShownScan& scan = opened.shownScan();
  return {scan.plan(), scan.volume(), opened.document().structures(), scan.windowCentreHu(), scan.windowWidthHu()};
}

}  // namespace

PlanCopier::PlanCopier(Case& openCase, outbox::OutboxWork& outbox)
    : case_(openCase), outbox_(outbox), background_(std::make_unique<Background>()) {}

PlanCopier::~PlanCopier() {
  background_.reset();                                               // waits for the one that is written
  for (const Saved& saved : waiting_) (void)copies(saved, outbox_);  // nobody is left to be told
}

void PlanCopier::copy(const QString& file) {
  const planning::Plan& plan = case_.shownScan().plan();
  const QString patient = panels::patientTitle(plan.choices.scan.patient);
  const std::filesystem::path path = file.toStdU16String();
  // At once: the next version may be saved in the same file.
  if (plan.report.complete) {
    std::vector<std::filesystem::path> files{path};
    if (auto seg = case_.files().madeSegOf(path)) files.push_back(std::move(*seg));
    if (const auto posted = outbox_.post(files, patient); !posted) Q_EMIT case_.reporter().refused(posted.error());
  }
  waiting_.push_back({plannedScan(case_), path, patient});
  if (!background_->isBusy(Background::Kind::Report)) next();
}

planning::Expected<void> PlanCopier::copies(const Saved& saved, outbox::OutboxWork& outbox) {
  const auto& plan = saved.planned.plan;
  if (!plan.report.complete) return worksheet::removeCopies(saved.file, plan.report.predecessorUid);
  if (auto written = worksheet::writeCopies(saved.planned, saved.file); !written) return written;
  return outbox.post(worksheet::copiesOf(plan, saved.file), saved.patient);
}

/// A job that starts while another of its kind runs would cancel it, and nobody would hear how that one ended.
void PlanCopier::next() {
  if (waiting_.empty()) return;
  Saved saved = std::move(waiting_.front());
  waiting_.pop_front();
  background_->run<bool>(
      Background::Kind::Report, tr("Writing key images and worksheet"),
      [saved = std::move(saved), &outbox = outbox_](planning::Progress&) {
        return copies(saved, outbox).map([] { return true; });
      },
      [this](planning::Expected<bool> written) {
        next();
        if (!written) Q_EMIT case_.reporter().refused(written.error());
      });
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
