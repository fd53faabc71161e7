#include "app/worksheet/plan_copies.h"

#include <QCoreApplication>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <span>

#include "app/look/style.h"
#include "app/panels/patient_banner.h"
#include "app/text/site_words.h"
#include "app/text/words.h"
#include "app/work/copy_names.h"
#include "app/worksheet/needle_pictures.h"
#include "app/worksheet/paper_numbers.h"
#include "app/worksheet/worksheet_pdf.h"
#include "io/report/plan_copies.h"
#include "planning/check.h"
#include "planning/plan/own_choices.h"
#include "planning/procedure/routes.h"

namespace app::worksheet {
namespace {

namespace fs = std::filesystem;
using planning::Expected;

constexpr Cut kCuts[] = {Cut::Along, Cut::AlongOther, Cut::AtTarget};
constexpr int kPictureWidth = 512, kPictureHeight = 600;  ///< before kPictureScale
constexpr double kPictureScale = 1.5;
constexpr std::size_t kHeaderBytes = 65536;  ///< of a copy: its series stands well before picture or PDF

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::worksheet::KeyImages)
};

/// "plan-NAME.dcm" beside "plan.dcm".
fs::path besides(const fs::path& planFile, const std::string& name) {
  return planFile.parent_path() / (planFile.stem().string() + "-" + name + ".dcm");
}

/// What stands on the picture: whose it is, where, how deep, how it was judged, and what it is not.
QString titleOf(const planning::Plan& plan, std::size_t which, Cut cut) {
  const planning::PlannedNeedle needle = plan.needle(which);
  const auto own = planning::ownChoices(plan.choices, needle);
  const auto* route = planning::procedure::routesInUse().find(own.routeId);
  const auto verdict = needle.verdict.value_or(planning::needle::Verdict::Unknown);
  const auto& patient = plan.choices.scan.patient;
  QStringList where{measuredSideText(needle.site), QString::fromStdString(own.level),
                    route ? inLanguage(route->name) : QString::fromStdString(own.routeId)};
  where.removeAll(QString());
  QStringList numbers{QString::fromStdString(needle.label)};
  if (needle.needle)
    numbers << QStringLiteral("%1G × %2").arg(needle.needle->gauge).arg(paperMm(needle.needle->lengthMm));
  numbers << Texts::tr("depth %1").arg(paperMm(needle.depthMm))
          << Texts::tr("verdict %1 %2").arg(verdictSign(verdict), verdictWord(verdict));
  const QString comma = QStringLiteral(", ");
  return QStringList{
      panels::patientTitle(patient) + comma + panels::patientDetails(patient), where.join(comma), numbers.join(comma),
      nameOf(cut, plan.choices.scan.patientPosition),
      Texts::tr("Planning aid, not for diagnosis. Plan %1").arg(QString::fromStdString(plan.report.sopInstanceUid))}
      .join(QLatin1Char('\n'));
}

io::report::KeyImage keyImage(const PlannedScan& planned, std::size_t which, Cut cut) {
  auto scene = sceneOf(planned, which, cut);
  scene.title = titleOf(planned.plan, which, cut);
  const QImage picture = practice::pictureOf(scene, {kPictureWidth, kPictureHeight}, kPictureScale);
  io::report::KeyImage image{picture.width(), picture.height(), {}, {}};
  const auto row = static_cast<std::size_t>(picture.width()) * 3;
  for (int y = 0; y < picture.height(); ++y) {
    const uchar* const line = picture.constScanLine(y);
    image.rgb.insert(image.rgb.end(), line, line + row);
  }
  image.description = "Needle plan drawn on slices of the scan; planning aid, no image for diagnosis";
  return image;
}

/// Does it lie in one of the two series that copies of that plan alone lie in? A UID is plain text in the file, so
/// nothing of it need be parsed.
bool isCopyOf(const std::string& planUid, const fs::path& file) {
  std::string header(kHeaderBytes, '\0');
  std::ifstream(file, std::ios::binary).read(header.data(), static_cast<std::streamsize>(header.size()));
  for (const auto& series : {io::report::worksheetSeriesUid(planUid), io::report::keyImageSeriesUid(planUid)}) {
    const auto at = header.find(series);
    if (at != std::string::npos && std::isdigit(static_cast<unsigned char>(header[at + series.size()])) == 0)
      return true;
  }
  return false;
}

/// Nothing that is there is written over.
Expected<void> mayWrite(const std::vector<fs::path>& files) {
  std::error_code ignored;
  for (const auto& file : files)
    if (fs::exists(file, ignored)) return planning::refuse("copy-exists", file.string());
  return {};
}

}  // namespace

std::vector<fs::path> copiesOf(const planning::Plan& plan, const fs::path& planFile) {
  std::vector<fs::path> files{besides(planFile, "worksheet")};
  const std::size_t pictures = placedNeedles(plan).size() * std::size(kCuts);
  for (std::size_t i = 0; i < pictures; ++i) files.push_back(besides(planFile, "key-" + std::to_string(i + 1)));
  return files;
}

Expected<void> removeCopies(const fs::path& planFile, const std::string& planUid) {
  if (planUid.empty()) return {};
  std::error_code error;
  std::vector<fs::path> old;
  const fs::path folder = planFile.has_parent_path() ? planFile.parent_path() : fs::path(".");
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const fs::path file = planFile.parent_path() / entry->path().filename();
    if (const auto plan = planOfCopy(file); plan && plan->stem() == planFile.stem() && isCopyOf(planUid, file))
      old.push_back(file);
  }
  if (error) return planning::refuse("cannot-write", folder.string(), error.message());
  for (const auto& file : old)
    if (!fs::remove(file, error) && error) return planning::refuse("cannot-write", file.string(), error.message());
  return {};
}

Expected<void> writeCopies(const PlannedScan& planned, const fs::path& planFile) {
  const auto& plan = planned.plan;
  planning::check(plan.report.complete && !plan.report.sopInstanceUid.empty(), "only a completed plan has copies");
  const auto files = copiesOf(plan, planFile);
  if (auto removed = removeCopies(planFile, plan.report.predecessorUid); !removed) return removed;
  if (auto may = mayWrite(files); !may) return may;
  const QByteArray pdf = worksheetPdf(planned, Pages::Console);
  const auto bytes = std::as_bytes(std::span(pdf.constData(), static_cast<std::size_t>(pdf.size())));
  if (auto written = io::report::writeWorksheet(bytes, plan, files.front()); !written) return written;
  int number = 0;
  for (const std::size_t needle : placedNeedles(plan))
    for (const Cut cut : kCuts) {
      ++number;
      const auto written = io::report::writeKeyImage(keyImage(planned, needle, cut), plan, number,
                                                     files[static_cast<std::size_t>(number)]);
      if (!written) return written;
    }
  return {};
}

}  // namespace app::worksheet
