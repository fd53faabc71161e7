#include "app/window/plan_copier.h"

#include <QPrintDialog>
#include <QPrinter>

#include <utility>

#include "app/case/case.h"
#include "app/look/paper.h"
#include "app/worksheet/plan_copies.h"
#include "app/worksheet/worksheet_pdf.h"

namespace app {
namespace {

worksheet::PlannedScan plannedScan(const Case& opened) {
  const ShownScan& scan = opened.shownScan();
  return {scan.plan(), scan.volume(), opened.document().structures(), scan.windowCentreHu(), scan.windowWidthHu()};
}

}  // namespace

PlanCopier::PlanCopier(Case& openCase) : case_(openCase), background_(std::make_unique<Background>()) {}

PlanCopier::~PlanCopier() {
  background_.reset();                                      // waits for the one that is written
  for (const Saved& saved : waiting_) (void)copies(saved);  // nobody is left to be told
}

void PlanCopier::copy(const QString& file) {
  waiting_.push_back({plannedScan(case_), std::filesystem::path(file.toStdU16String())});
  if (!background_->isBusy(Background::Kind::Report)) next();
}

planning::Expected<void> PlanCopier::copies(const Saved& saved) {
  const auto& report = saved.planned.plan.report;
  return report.complete ? worksheet::writeCopies(saved.planned, saved.file)
                         : worksheet::removeCopies(saved.file, report.predecessorUid);
}

/// A job that starts while another of its kind runs would cancel it, and nobody would hear how that one ended.
void PlanCopier::next() {
  if (waiting_.empty()) return;
  Saved saved = std::move(waiting_.front());
  waiting_.pop_front();
  background_->run<bool>(
      Background::Kind::Report, tr("Writing key images and worksheet"),
      [saved = std::move(saved)](planning::Progress&) { return copies(saved).map([] { return true; }); },
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
