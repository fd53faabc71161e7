#include "app/worksheet/worksheet_pdf.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfWriter>

#include "app/look/paper.h"
#include "app/worksheet/console_page.h"
#include "app/worksheet/patient_page.h"
#include "app/worksheet/site_telephone.h"
#include "planning/check.h"

namespace app::worksheet {
namespace {

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::worksheet::Pdf)
};

}  // namespace

void paintWorksheet(QPagedPaintDevice& device, const PlannedScan& planned, Pages pages) {
  const auto needles = placedNeedles(planned.plan);
  planning::check(!needles.empty(), "a sheet needs a needle");
  const std::string& uid = planned.plan.report.sopInstanceUid;
  Paper paper(device, Texts::tr("needleplan %1, planning aid, not a certified medical device. Plan %2")
                          .arg(NEEDLEPLAN_VERSION, uid.empty() ? Texts::tr("not saved") : QString::fromStdString(uid)));
  for (const std::size_t needle : needles) {
    if (needle != needles.front()) paper.newPage();
    paintConsolePage(paper, planned, needle);
  }
  if (pages == Pages::Console || !hasPatientPage(planned.plan)) return;
  paper.newPage();
  paintPatientPage(paper, planned.plan, siteTelephone());
}

QByteArray worksheetPdf(const PlannedScan& planned, Pages pages) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setTitle(Texts::tr("Needle plan worksheet"));
  writer.setCreator("needleplan " NEEDLEPLAN_VERSION);
  writer.setResolution(Paper::kDotsAnInch);
  Paper::prepare(writer);
  paintWorksheet(writer, planned, pages);
  return bytes;
}

}  // namespace app::worksheet
