#include "planning/fluoroscopy/radiograph.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "app/commands/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/radiograph_picture.h"
#include "app/json/plan_json.h"
#include "app/work/opened_scan.h"
#include "io/files/safe_file.h"
#include "io/images/fluoroscopy_writer.h"
#include "io/reading/ct_reader.h"
#include "io/reading/report_reader.h"

namespace app::commands {
namespace {

namespace fs = std::filesystem;
using planning::Angle;
using planning::Expected;
using planning::Plan;
using planning::Point;
using planning::refuse;
using planning::Volume;
using planning::fluoroscopy::CArmGeometry;
using planning::fluoroscopy::Projection;

// A usual C-arm; said to be assumed wherever the result is shown.
constexpr double kAssumedSidMm = 1000, kAssumedSodMm = 700;
constexpr int kDetectorPixels = 512;
constexpr double kStepMm = 1.0;

struct Arguments {
  NamedScan scan;
  std::string primary, secondary, through, out;
  bool json = false;
};

/// What the arguments mean, before any file is read.
struct Request {
  Angle primary = Angle::radians(0), secondary = Angle::radians(0);
  bool picture = false;  ///< PNG, else DICOM
};

/// The radiograph that is to be written, and what it shows.
struct Result {
  CArmGeometry geometry;
  std::vector<std::uint8_t> grey;
  std::vector<planning::NeedleChoice> needles;  ///< those with target and entry
  planning::SeriesIdentity scan;
  bool onTarget = false;  ///< the isocentre is the plan's target; else the middle of the volume
};

Expected<Angle> parseAngle(const std::string& text, const std::string& option, double mostDeg) {
  const auto degrees = parseNumber(text, option);
  if (!degrees || std::abs(*degrees) > mostDeg) return refuse("bad-argument", option, text);
  return Angle::degrees(*degrees);
}

Expected<Request> parse(const Arguments& arguments) {
  const auto primary = parseAngle(arguments.primary, "--primary", 180);
  if (!primary) return tl::unexpected(primary.error());
  const auto secondary = parseAngle(arguments.secondary, "--secondary", 90);
  if (!secondary) return tl::unexpected(secondary.error());
  const auto extension = fs::path(arguments.out).extension();
  if (extension != ".png" && extension != ".dcm") return refuse("bad-argument", "--out", arguments.out);
  return Request{*primary, *secondary, extension == ".png"};
}

/// The eight outermost voxel centres.
std::vector<Point> corners(const Volume& volume) {
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  std::vector<Point> places;
  for (unsigned corner = 0; corner < 8; ++corner) {
    Volume::Image::IndexType index;
    for (unsigned axis = 0; axis < 3; ++axis)
      index[axis] = corner & (1u << axis) ? static_cast<itk::IndexValueType>(size[axis]) - 1 : 0;
    Point place;
    volume.hu->TransformIndexToPhysicalPoint(index, place);
    places.push_back(place);
  }
  return places;
}

Point middle(const Volume& volume) {
  planning::Vector sum(0.0);
  for (const auto& corner : corners(volume)) sum += corner.GetVectorFromOrigin() / 8.0;
  return planning::makePoint(sum[0], sum[1], sum[2]);
}

/// The half width, in pixels, of what absorbs more than 25 mm of water; absent where nothing does.
std::optional<double> bodyReach(const planning::fluoroscopy::Radiograph& image) {
  std::optional<double> reach;
  for (int row = 0; row < image.rows; ++row)
    for (int column = 0; column < image.columns; ++column) {
      if (image.attenuation[static_cast<std::size_t>(row) * image.columns + column] < 0.5F) continue;
      const double away =
          std::max(std::abs(column - (image.columns - 1) / 2.0), std::abs(row - (image.rows - 1) / 2.0));
      reach = std::max(reach.value_or(0), away);
    }
  return reach;
}

/// The view with its detector just wide enough for the body, as a quick look of an eighth as many pixels shows it.
Expected<CArmGeometry> fittedToBody(CArmGeometry view, const Volume& volume) {
  constexpr int kCoarser = 8;
  const CArmGeometry coarse = planning::fluoroscopy::coarser(view, kCoarser);
  planning::Progress silent;
  const auto look = planning::fluoroscopy::makeRadiograph(volume, coarse, 4 * kStepMm, silent);
  if (!look) return tl::unexpected(look.error());
  const auto reach = bodyReach(*look);
  if (!reach) return view;
  const double fraction = std::min((*reach + 2) / (coarse.columns / 2.0), 1.0);
  view.columnSpacingMm = view.rowSpacingMm = view.columnSpacingMm * fraction;
  return view;
}

/// Wide enough for the scan, up to 1 m.
CArmGeometry viewOf(const Volume& volume, const Point& isocentre, const Request& request) {
  CArmGeometry view;
  view.primary = request.primary;
  view.secondary = request.secondary;
  view.sourceToDetectorMm = kAssumedSidMm;
  view.sourceToIsocentreMm = kAssumedSodMm;
  view.columns = view.rows = kDetectorPixels;
  view.columnSpacingMm = view.rowSpacingMm = 1;
  view.isocentre = isocentre;
  const Projection unit(view);
  const double centre = (kDetectorPixels - 1) / 2.0;
  double reachMm = 25;
  for (const auto& corner : corners(volume))
    if (const auto seen = unit.project(corner))
      reachMm = std::max({reachMm, std::abs(seen->column - centre), std::abs(seen->row - centre)});
  view.columnSpacingMm = view.rowSpacingMm = std::min(reachMm, 500.0) / (kDetectorPixels / 2.0);
  return view;
}

Expected<void> fits(const Plan& plan, const planning::SeriesIdentity& scan, const Arguments& arguments) {
  if (!ofSamePatient(plan.choices.scan, scan))
    return refuse("another-patient", arguments.through, bothShown(plan.choices.scan.patient, scan.patient));
  if (plan.choices.scan.frameOfReferenceUid != scan.frameOfReferenceUid)
    return refuse("another-frame", arguments.through, plan.choices.scan.frameOfReferenceUid);
  return {};
}

/// Nothing that is read is written over.
Expected<void> isFree(const Arguments& arguments, const io::dicom::SeriesInfo& series) {
  auto sources = series.files;
  sources.emplace_back(arguments.through);
  for (const auto& source : sources) {
    std::error_code ignored;
    if (fs::equivalent(source, arguments.out, ignored)) return refuse("file-exists", arguments.out);
  }
  return {};
}

Expected<Result> make(const Arguments& arguments, const Request& request) {
  const auto found = findScan(arguments.scan);
  if (!found) return tl::unexpected(found.error());
  if (const auto open = isFree(arguments, *found); !open) return tl::unexpected(open.error());
  Plan plan;
  if (!arguments.through.empty()) {
    auto read = io::report::readPlan(arguments.through);
    if (!read) return tl::unexpected(read.error());
    if (const auto fit = fits(*read, found->identity, arguments); !fit) return tl::unexpected(fit.error());
    plan = std::move(*read);
  }
  ConsoleProgress loading("loading");
  const auto volume = io::readCt(*found, loading);
  if (!volume) return tl::unexpected(volume.error());
  Result result;
  result.scan = volume->identity;
  for (const auto& needle : plan.choices.needles)
    if (needle.target && needle.entry) result.needles.push_back(needle);
  result.onTarget = !result.needles.empty();
  const Point isocentre = result.onTarget ? *result.needles.front().target : middle(*volume);
  const auto view = fittedToBody(viewOf(*volume, isocentre, request), *volume);
  if (!view) return tl::unexpected(view.error());
  result.geometry = *view;
  ConsoleProgress projecting("projecting");
  const auto made = planning::fluoroscopy::makeRadiograph(*volume, result.geometry, kStepMm, projecting);
  if (!made) return tl::unexpected(made.error());
  const auto [darkest, brightest] = made->exposedRange();
  result.grey = made->grey(darkest, brightest);
  return result;
}

Expected<void> write(const Result& result, const Request& request, const std::string& out) {
  if (request.picture) {
    std::vector<planning::Segment> needles;
    for (const auto& needle : result.needles) needles.push_back({*needle.entry, *needle.target});
    const auto png = radiographPng(result.grey, Projection(result.geometry), needles);
    return io::writeSafely(out, std::as_bytes(std::span(png.data(), static_cast<std::size_t>(png.size()))));
  }
  io::SimulatedProjection projection;
  projection.identity.patient = result.scan.patient;
  projection.identity.study = result.scan.study;
  projection.identity.patientPosition = result.scan.patientPosition;
  projection.identity.description = "Simulated radiograph";
  projection.geometry = result.geometry;
  projection.grey = result.grey;
  const auto written = io::writeProjection(projection, io::ProjectionObject::SecondaryCapture, out);
  return written ? Expected<void>() : tl::unexpected(written.error());
}

QJsonValue pixel(const Projection& view, const Point& place) {
  const auto seen = view.project(place);
  return seen ? QJsonValue(QJsonArray{rounded(seen->column), rounded(seen->row)}) : QJsonValue();
}

QJsonObject toJson(const Result& result, const std::string& out) {
  const auto& geometry = result.geometry;
  const Projection view(geometry);
  QJsonArray needles;
  for (const auto& needle : result.needles)
    needles.append(QJsonObject{{"label", QString::fromStdString(needle.label)},
                               {"target_px", pixel(view, *needle.target)},
                               {"entry_px", pixel(view, *needle.entry)}});
  return {{"out", QString::fromStdString(out)},
          {"primary_deg", rounded(geometry.primary.degrees())},
          {"secondary_deg", rounded(geometry.secondary.degrees())},
          {"isocentre", result.onTarget ? "target" : "volume-centre"},
          {"isocentre_mm", app::toJson(geometry.isocentre)},
          {"columns", geometry.columns},
          {"rows", geometry.rows},
          {"assumed", QJsonObject{{"source_to_detector_mm", geometry.sourceToDetectorMm},
                                  {"source_to_isocentre_mm", geometry.sourceToIsocentreMm},
                                  {"detector_spacing_mm", geometry.columnSpacingMm}}},
          {"needles", needles}};
}

void print(const Result& result, const std::string& out) {
  const auto& centre = result.geometry.isocentre;
  std::cout << out << "\nisocentre  " << rounded(centre[0]) << "," << rounded(centre[1]) << "," << rounded(centre[2])
            << " mm LPS, " << (result.onTarget ? "the target" : "the middle of the scan")
            << "\nassumed    source to detector " << kAssumedSidMm << " mm, source to isocentre " << kAssumedSodMm
            << " mm, detector pixels of " << rounded(result.geometry.columnSpacingMm) << " mm\n";
}

int radiograph(const Arguments& arguments) {
  const auto request = parse(arguments);
  if (!request) {
    printRefusal(request.error());
    return kWrongUsage;
  }
  const auto result = make(arguments, *request);
  if (!result) return printRefusal(result.error());
  if (const auto written = write(*result, *request, arguments.out); !written) return printRefusal(written.error());
  if (arguments.json)
    printJson(toJson(*result, arguments.out));
  else
    print(*result, arguments.out);
  return kDone;
}

}  // namespace

void addRadiograph(CLI::App& program, int& exitCode) {
  auto arguments = std::make_shared<Arguments>();
  auto* command =
      program.add_subcommand("radiograph", "Simulates the C-arm's view of a CT series, and of a plan in it");
  addScanOptions(*command, arguments->scan, "SERIES", "CT series");
  command->add_option("--primary", arguments->primary, "Positioner primary angle, degrees, positive LAO")->required();
  command->add_option("--secondary", arguments->secondary, "Positioner secondary angle, degrees, positive CRA")
      ->required();
  command->add_option("--through", arguments->through, "A plan: its target is the isocentre, its needles are drawn");
  command->add_option("--out", arguments->out, "IMAGE.png, or IMAGE.dcm: a DICOM secondary capture")->required();
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &exitCode] { exitCode = radiograph(*arguments); });
}

}  // namespace app::commands
