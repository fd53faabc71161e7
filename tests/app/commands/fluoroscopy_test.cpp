#include <gtest/gtest.h>

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <fstream>
#include <random>

#include "app/demo/demo_fluoroscopy.h"
#include "io/images/ct_writer.h"
#include "io/images/fluoroscopy_writer.h"
#include "io/reading/fluoroscopy_reader.h"
#include "planning/fluoroscopy/triangulation.h"
#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/validators.h"

namespace {

using support::ProgramRun;
using support::TemporaryFolder;

ProgramRun needleplan(const std::vector<std::string>& arguments) {
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
}

QJsonObject json(const ProgramRun& run) {
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

std::string pair(const QJsonValue& pixel) {
  const auto array = pixel.toArray();
  return QString::number(array[0].toDouble(), 'f', 9).toStdString() + "," +
         QString::number(array[1].toDouble(), 'f', 9).toStdString();
}

/// The demo's views of the small phantom, written once.
struct DemoViews {
  TemporaryFolder folder;
  QJsonObject answers;

  DemoViews() {
    planning::Progress progress;
    answers = *app::commands::writeDemoFluoroscopy(support::smallPhantom(), folder.path(), progress);
  }
  QJsonObject view(int n) const { return answers["views"].toArray()[n].toObject(); }
  std::vector<std::string> triangulate(const char* first, const char* second, const std::string& pointA,
                                       const std::string& pointB) const {
    return {"triangulate", folder / first, folder / second, "--point-a", pointA, "--point-b", pointB, "--json"};
  }
  std::vector<std::string> exact(const char* place) const {
    return triangulate("ap.dcm", "lateral.dcm", pair(view(0)[place]), pair(view(1)[place]));
  }
};

const DemoViews& demoViews() {
  static const DemoViews views;
  return views;
}

void expectRefused(const std::vector<std::string>& arguments, const std::string& word) {
  const auto run = needleplan(arguments);
  EXPECT_EQ(run.exitCode, 1) << run.out;
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find(word), std::string::npos) << run.err;
  EXPECT_EQ(run.err.find('\n'), run.err.size() - 1) << run.err;
}

/// Air, but for a cube of metal at the patient's left, front and head side of the middle.
planning::Volume markedVolume() {
  planning::Volume volume;
  volume.identity = support::smallPhantom().volume.identity;
  volume.identity.seriesUid = "2.25.4711";
  volume.identity.instances.clear();
  volume.hu = planning::Volume::Image::New();
  volume.hu->SetRegions(planning::Volume::Image::SizeType{{60, 60, 40}});
  volume.hu->SetSpacing(planning::Volume::Image::SpacingType(3.0));
  volume.hu->SetOrigin(planning::makePoint(-100, -80, 20));
  volume.hu->Allocate();
  volume.hu->FillBuffer(-1000);
  for (int k = 30; k < 33; ++k)
    for (int j = 14; j < 17; ++j)
      for (int i = 44; i < 47; ++i) volume.hu->SetPixel({i, j, k}, 3000);
  return volume;
}
const planning::Point kMarker = planning::makePoint(-100 + 45 * 3, -80 + 15 * 3, 20 + 31 * 3);

struct Spot {
  double column = 0, row = 0;
};

/// Where the bright pixels of a grey image have their middle.
Spot brightMiddle(const std::vector<std::uint8_t>& grey, int columns) {
  double columnSum = 0, rowSum = 0, count = 0;
  for (std::size_t i = 0; i < grey.size(); ++i)
    if (grey[i] > 128) {
      columnSum += static_cast<double>(i % static_cast<std::size_t>(columns));
      rowSum += static_cast<double>(i / static_cast<std::size_t>(columns));
      ++count;
    }
  EXPECT_GT(count, 0);
  return {columnSum / count, rowSum / count};
}

/// The pixels at the end of an uncompressed file of 512 x 512 bytes.
std::vector<std::uint8_t> pixelsOf(const std::filesystem::path& file) {
  const auto bytes = support::fileBytes(file);
  constexpr std::size_t kPixels = 512 * 512;
  EXPECT_GT(bytes.size(), kPixels);
  std::vector<std::uint8_t> pixels;
  for (std::size_t i = bytes.size() - kPixels; i < bytes.size(); ++i)
    pixels.push_back(std::to_integer<std::uint8_t>(bytes[i]));
  return pixels;
}

}  // namespace

TEST(Triangulate, findsTheDemosPlacesFromTheirExactPixels) {
  for (const char* name : {"target", "entry"}) {
    const auto found = json(needleplan(demoViews().exact((std::string(name) + "_px").c_str())));
    const auto point = found["point_mm"].toArray();
    const auto exact = demoViews().answers[QString(name) + "_from_isocentre_mm"].toArray();
    for (int i = 0; i < 3; ++i) EXPECT_NEAR(point[i].toDouble(), exact[i].toDouble(), 0.01) << name << i;
    EXPECT_LT(found["residual_px"].toDouble(), 0.01);
    EXPECT_LT(found["ray_gap_mm"].toDouble(), 0.01);
    EXPECT_EQ(found["error_ellipse_mm"].toArray().size(), 3);
    EXPECT_GT(found["angle_between_views_deg"].toDouble(), 20);
    EXPECT_EQ(found["geometry"].toString(), "nominal");
    EXPECT_EQ(found["frame"].toString(), "isocentre");
    EXPECT_EQ(found["findings"].toArray()[0].toObject()["code"].toString(), "table-not-told");
  }
}

TEST(DemoFluoroscopy, givesATenthOfAMillimetreAtHalfAPixelOfNoise) {
  const auto& demo = demoViews();
  const planning::fluoroscopy::Projection views[] = {
      planning::fluoroscopy::Projection(*io::readView(demo.folder / "ap.dcm")->geometry(0)),
      planning::fluoroscopy::Projection(*io::readView(demo.folder / "lateral.dcm")->geometry(0))};
  const auto exact = demo.answers["target_from_isocentre_mm"].toArray();
  const auto target = planning::makePoint(exact[0].toDouble(), exact[1].toDouble(), exact[2].toDouble());
  std::mt19937 random(6);
  std::normal_distribution<double> noise(0, 0.5);
  double sum = 0;
  constexpr int kTries = 2000;
  for (int i = 0; i < kTries; ++i) {
    std::vector<planning::fluoroscopy::Sighting> sightings;
    for (int v = 0; v < 2; ++v) {
      const auto at = demo.view(v)["target_px"].toArray();
      sightings.push_back({views[v], {at[0].toDouble() + noise(random), at[1].toDouble() + noise(random)}, 0.5});
    }
    const auto found = planning::fluoroscopy::triangulate(sightings);
    ASSERT_TRUE(found);
    const double error = (found->place - target).GetNorm();
    sum += error * error;
  }
  EXPECT_LT(std::sqrt(sum / kTries), 0.1);
}

TEST(Triangulate, refusesWhatCannotBeTrusted) {
  const auto& demo = demoViews();
  expectRefused(demo.triangulate("ap.dcm", "rf.dcm", "200,200", "200,200"), "positioner-primary-angle");
  expectRefused(demo.triangulate("ap.dcm", "ap.dcm", "200,200", "200,200"), "too alike");
  expectRefused(demo.triangulate("ap.dcm", "lateral.dcm", "200,100", "200,400"), "one place");
  expectRefused(demo.triangulate("ap.dcm", "lateral.dcm", "1100,100", "200,100"), "outside the image");
  expectRefused(demo.triangulate("ap.dcm", "none.dcm", "1,1", "1,1"), "none.dcm");
  EXPECT_EQ(needleplan(demo.triangulate("ap.dcm", "lateral.dcm", "1", "1,1")).exitCode, 2);
  EXPECT_EQ(needleplan(demo.triangulate("ap.dcm", "lateral.dcm", "1,1", "1,x")).exitCode, 2);
}

TEST(Triangulate, refusesAnotherPatientAndNamesBoth) {
  const TemporaryFolder folder;
  io::SimulatedProjection other;
  other.identity = support::smallPhantom().volume.identity;
  other.identity.instances.clear();
  other.identity.patient.id = "SOMEBODY-ELSE";
  other.geometry = *io::readView(demoViews().folder / "lateral.dcm")->geometry(0);
  other.grey.assign(static_cast<std::size_t>(other.geometry.columns * other.geometry.rows), 0);
  ASSERT_TRUE(io::writeProjection(other, io::ProjectionObject::Angiographic, folder / "other.dcm"));
  const std::vector<std::string> arguments{
      "triangulate", demoViews().folder / "ap.dcm", folder / "other.dcm", "--point-a", "200,200", "--point-b",
      "200,200"};
  expectRefused(arguments, "SOMEBODY-ELSE");
  expectRefused(arguments, support::smallPhantom().volume.identity.patient.id);
}

TEST(DemoFluoroscopy, isCleanAndFromTheRightPatient) {
  for (const char* name : {"ap.dcm", "lateral.dcm", "rf.dcm"}) {
    const auto view = io::readView(demoViews().folder / name);
    ASSERT_TRUE(view) << view.error().code;
    EXPECT_TRUE(samePatient(view->identity.patient, support::smallPhantom().volume.identity.patient));
    const auto errors = support::dciodvfyErrors(demoViews().folder / name);
    if (!errors) GTEST_SKIP() << "dciodvfy (dicom3tools) is not installed";
    EXPECT_TRUE(errors->empty()) << name << ": " << errors->front();
  }
}

class RadiographCommand : public testing::Test {
 protected:
  RadiographCommand() { EXPECT_TRUE(io::writeCt(markedVolume(), folder_ / "ct")); }
  QJsonObject make(const std::string& primary, const std::string& secondary, const std::string& out) {
    return json(needleplan({"radiograph", folder_ / "ct", "--primary", primary, "--secondary", secondary, "--out",
                            folder_ / out, "--json"}));
  }
  /// The pixel that the geometry printed gives the marker.
  Spot expected(const QJsonObject& made) {
    planning::fluoroscopy::CArmGeometry g;
    g.primary = planning::Angle::degrees(made["primary_deg"].toDouble());
    g.secondary = planning::Angle::degrees(made["secondary_deg"].toDouble());
    const auto assumed = made["assumed"].toObject();
    g.sourceToDetectorMm = assumed["source_to_detector_mm"].toDouble();
    g.sourceToIsocentreMm = assumed["source_to_isocentre_mm"].toDouble();
    g.columnSpacingMm = g.rowSpacingMm = assumed["detector_spacing_mm"].toDouble();
    g.columns = made["columns"].toInt();
    g.rows = made["rows"].toInt();
    const auto centre = made["isocentre_mm"].toArray();
    g.isocentre = planning::makePoint(centre[0].toDouble(), centre[1].toDouble(), centre[2].toDouble());
    const auto seen = planning::fluoroscopy::Projection(g).project(kMarker);
    return {seen->column, seen->row};
  }
  TemporaryFolder folder_;
};

TEST_F(RadiographCommand, showsThePatientsLeftAtTheRightAndTheHeadAbove) {
  const auto made = make("0", "0", "ap.dcm");
  const auto spot = brightMiddle(pixelsOf(folder_ / "ap.dcm"), 512);
  EXPECT_GT(spot.column, 300);
  EXPECT_LT(spot.row, 220);
  EXPECT_NEAR(spot.column, expected(made).column, 1.5);
  EXPECT_NEAR(spot.row, expected(made).row, 1.5);
  EXPECT_EQ(made["isocentre"].toString(), "volume-centre");
  EXPECT_EQ(made["assumed"].toObject()["source_to_detector_mm"].toDouble(), 1000);
}

TEST_F(RadiographCommand, putsTheMarkerWhereTheGeometrySaysFromEverySide) {
  for (const auto& [primary, secondary] :
       {std::pair("180", "0"), std::pair("-35", "20"), std::pair("90", "-15"), std::pair("30.5", "5")}) {
    const auto made = make(primary, secondary, "view.dcm");
    const auto spot = brightMiddle(pixelsOf(folder_ / "view.dcm"), 512);
    EXPECT_NEAR(spot.column, expected(made).column, 1.5) << primary;
    EXPECT_NEAR(spot.row, expected(made).row, 1.5) << primary;
    if (std::string(primary) == "180") {
      EXPECT_LT(spot.column, 212);
    }
  }
}

TEST_F(RadiographCommand, writesACleanSecondaryCaptureOfTheSamePatientAndStudy) {
  make("35", "5", "view.dcm");
  const auto view = io::readView(folder_ / "view.dcm");
  ASSERT_TRUE(view);
  EXPECT_EQ(view->identity.patient, markedVolume().identity.patient);
  EXPECT_EQ(view->identity.study.uid, markedVolume().identity.study.uid);
  const auto errors = support::dciodvfyErrors(folder_ / "view.dcm");
  if (!errors) GTEST_SKIP() << "dciodvfy (dicom3tools) is not installed";
  EXPECT_TRUE(errors->empty()) << errors->front();
}

TEST_F(RadiographCommand, drawsThePlanOverThePicture) {
  const auto plan = (folder_ / "plan.dcm").string(), png = (folder_ / "view.png").string();
  ASSERT_EQ(needleplan({"plan", folder_ / "ct", "--target", "0,0,70", "--entry", "30,60,80", "--out", plan}).exitCode,
            0);
  const auto made = json(needleplan(
      {"radiograph", folder_ / "ct", "--primary", "0", "--secondary", "0", "--through", plan, "--out", png, "--json"}));
  EXPECT_EQ(made["isocentre"].toString(), "target");
  const auto needle = made["needles"].toArray().at(0).toObject();
  const auto target = needle["target_px"].toArray(), entry = needle["entry_px"].toArray();
  EXPECT_NEAR(target[0].toDouble(), 255.5, 1e-3);
  EXPECT_GT(entry[0].toDouble(), 256);  // the patient's left
  const QImage picture(QString::fromStdString(png));
  ASSERT_EQ(picture.size(), QSize(512, 512));
  const auto middle = picture.pixelColor((target[0].toInt() + static_cast<int>(entry[0].toDouble())) / 2, 0);
  EXPECT_EQ(middle.saturation(), 0);  // bare picture above
  int coloured = 0;
  for (int row = 0; row < 512; ++row)
    for (int column = 0; column < 512; ++column) coloured += picture.pixelColor(column, row).saturation() > 100;
  EXPECT_GT(coloured, 50);
}

TEST_F(RadiographCommand, refusesWrongAnglesForeignPlansAndItsOwnSources) {
  const auto ct = (folder_ / "ct").string(), out = (folder_ / "out.png").string();
  const auto run = [&](const std::string& primary, const std::string& file) {
    return needleplan({"radiograph", ct, "--primary", primary, "--secondary", "0", "--out", file}).exitCode;
  };
  EXPECT_EQ(run("200", out), 2);
  EXPECT_EQ(run("x", out), 2);
  EXPECT_EQ(run("0", folder_ / "out.jpg"), 2);
  EXPECT_EQ(run("0", folder_ / "ct/CT0001.dcm"), 1);
  expectRefused({"radiograph", ct, "--primary", "0", "--secondary", "0", "--through", ct + "/CT0001.dcm", "--out", out},
                "CT0001.dcm");
}
