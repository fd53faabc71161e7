#include "tests/app/case/case_fixture.h"

#include "io/files/uid.h"
#include "io/images/ct_writer.h"
#include "io/reading/report_reader.h"
#include "planning/check.h"
#include "tests/app/views/scene.h"

namespace tests {
namespace {

using planning::makePoint;

constexpr double kHalfWidthMm = 40, kHalfDepthMm = 40;

/// Tissue in a box of +-40 mm across and +-40 mm deep, air around it; 2 x 2 x 3 mm voxels.
std::shared_ptr<planning::Volume> makeBody(const std::string& patientId) {
  using Image = planning::Volume::Image;
  auto volume = std::make_shared<planning::Volume>();
  volume->hu = Image::New();
  volume->hu->SetRegions(Image::RegionType(Image::SizeType{{64, 64, 20}}));
  const double spacing[] = {2, 2, 3};
  volume->hu->SetSpacing(spacing);
  volume->hu->SetOrigin(makePoint(-63, -63, -100));
  volume->hu->Allocate();
  Image::IndexType index;
  for (index[2] = 0; index[2] < 20; ++index[2])
    for (index[1] = 0; index[1] < 64; ++index[1])
      for (index[0] = 0; index[0] < 64; ++index[0]) {
        planning::Point place;
        volume->hu->TransformIndexToPhysicalPoint(index, place);
        const bool inside = std::abs(place[0]) < kHalfWidthMm && std::abs(place[1]) < kHalfDepthMm;
        volume->hu->SetPixel(index, inside ? 40 : -1000);
      }
  auto& id = volume->identity;
  id.patient = {patientId, "HOSPITAL", "Doe^Jane", "19600203", "F"};
  id.study = {io::newUid(), "1", "20260102", "101112", "A1", "Lumbar spine", ""};
  id.seriesUid = io::newUid();
  id.frameOfReferenceUid = io::newUid();
  id.modality = "CT";
  id.description = "Lumbar 3 mm";
  id.patientPosition = "HFP";
  return volume;
}

planning::anatomy::MeasuredStructure bead(const char* name, planning::anatomy::Kind kind,
                                          const planning::Point& middle) {
  auto measured = ballStructure(name, middle, 5);
  measured.structure.kind = kind;
  measured.structure.confirmed = true;
  measured.structure.source = {planning::anatomy::Origin::Kind::Traced};
  measured.errorBoundMm = 0.4;
  return measured;
}

std::unique_ptr<SmallSeries> written(const std::string& patientId) {
  auto series = std::make_unique<SmallSeries>();
  auto volume = makeBody(patientId);
  const auto identity = io::writeCt(*volume, series->folder.path().toStdString());
  planning::check(identity.has_value(), "the made-up series can be written");
  volume->identity = *identity;
  series->volume = volume;
  return series;
}

}  // namespace

OpenCase::OpenCase() {
  using planning::anatomy::Kind;
  static const auto body = makeBody("P1");
  static const auto skin = [] {
    planning::Progress progress;
    return std::make_shared<const planning::anatomy::Skin>(*planning::anatomy::findSkin(*body, progress));
  }();
  cases_.scan.work().adoptScan(
      body, skin,
      {bead("Root L5", Kind::Nerve, makePoint(15, 15, -70)), bead("Aorta", Kind::Artery, makePoint(-20, 0, -70)),
       bead("Dura", Kind::Dura, makePoint(3, 20, -90))});
}

const SmallSeries& smallSeries() {
  static const auto series = written("P1");
  return *series;
}

const SmallSeries& strangersSeries() {
  static const auto series = written("P2");
  return *series;
}

app::views::Edited editedOf(app::Case& openCase) {
  return {&openCase.document(), &openCase.structures(), &openCase.levels(), nullptr};
}

void openSmallSeries(app::Case& openCase, const SmallSeries& series) {
  QSignalSpy scanned(&openCase.work(), &app::ScanWork::scanned),
      skin(&openCase.shownScan(), &app::ShownScan::skinChanged);
  openCase.work().scanPath(series.folder.path());
  ASSERT_TRUE(scanned.wait(20000));
  ASSERT_EQ(openCase.work().lastScan().series.size(), 1u);
  openCase.work().openSeries(io::dicom::SeriesInfo(openCase.work().lastScan().series.front()));
  ASSERT_TRUE(eventually([&] { return openCase.shownScan().skin() != nullptr; }));
}

planning::Plan planIn(const QString& file) {
  auto plan = io::report::readPlan(file.toStdU16String());
  planning::check(plan.has_value(), plan ? "" : plan.error().code.c_str());
  return std::move(*plan);
}

}  // namespace tests
