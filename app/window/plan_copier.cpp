#include "app/window/plan_copier.h"

#include <QPrintDialog>
#include <QPrinter>

#include <filesystem>

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

PlanCopier::PlanCopier(Case& openCase) : case_(openCase) {}

void PlanCopier::copy(const QString& file) {
  background_.run<bool>(
      Background::Kind::Report, tr("Writing key images and worksheet"),
      [planned = plannedScan(case_), path = std::filesystem::path(file.toStdU16String())](planning::Progress&) {
        return worksheet::writeCopies(planned, path).map([] { return true; });
      },
      [this](planning::Expected<bool> written) {
        if (!written) Q_EMIT case_.reporter().refused(written.error());
      });
}

void PlanCopier::print(QWidget* window) {
  const worksheet::PlannedScan planned = plannedScan(case_);
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
