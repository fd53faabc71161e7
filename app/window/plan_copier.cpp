#include "app/window/plan_copier.h"

#include <QPrintDialog>
#include <QPrinter>

#include <algorithm>
#include <utility>

#include "app/case/case.h"
#include "app/case/made_structures.h"
#include "app/look/paper.h"
#include "app/outbox/outbox_work.h"
#include "app/panels/patient_banner.h"
#include "app/worksheet/plan_copies.h"
#include "app/worksheet/worksheet_pdf.h"
#include "io/pacs/file_uids.h"

namespace app {
namespace {

worksheet::PlannedScan plannedScan(const Case& opened) {
  const ShownScan& scan = opened.shownScan();
  return {scan.plan(), scan.volume(), opened.document().structures(), scan.windowCentreHu(), scan.windowWidthHu()};
}

/// The plan's file, and the SEG beside it of what was made in it: the other structures came from elsewhere.
std::vector<std::filesystem::path> planWithSeg(const planning::Plan& plan, const std::filesystem::path& file) {
  std::vector<std::filesystem::path> files{file};
  const auto isCited = [&](const std::string& uid) {
    for (const auto& object : plan.choices.structureEvidence)
      for (const auto& instance : object.instances)
        if (instance.sopInstanceUid == uid) return true;
    return false;
  };
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(file.parent_path(), ignored))
    if (isMadeFileOf(file, entry.path()) && isCited(io::pacs::uidsIn(entry.path()).instance))
      files.push_back(entry.path());
  return files;
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
  if (plan.report.complete)
    if (const auto posted = outbox_.post(planWithSeg(plan, path), patient); !posted)
      Q_EMIT case_.reporter().refused(posted.error());
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
