#include "planning/fluoroscopy/marked_views.h"

#include <algorithm>
#include <iostream>

#include "app/commands/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/json/plan_json.h"
#include "app/text/sentences.h"
#include "io/reading/fluoroscopy_reader.h"
#include "planning/joined.h"

namespace app::commands {
namespace {

using planning::Expected;
using planning::refuse;
using planning::fluoroscopy::ImagePoint;
using planning::fluoroscopy::kMarkErrorPx;
using planning::fluoroscopy::Projection;
using planning::fluoroscopy::Sighting;
using planning::fluoroscopy::Triangulated;
using planning::fluoroscopy::View;

struct Arguments {
  std::string viewA, viewB, pointA, pointB;
  int frameA = 1, frameB = 1;
  bool namedA = false, namedB = false;  ///< the frames were given
  bool json = false;
};

/// The angles that a view was taken to be seen at.
struct UsedAngles {
  std::string file;
  int frame = 1, frames = 1;  ///< from 1
  planning::fluoroscopy::PositionerAngles angles;
};

struct Result {
  Triangulated place;
  UsedAngles used[2];
  std::vector<planning::Finding> findings;
};

/// `frame` from 0; `named`: by the caller.
Expected<Sighting> sightingOf(const View& view, const ImagePoint& place, int frame, bool named,
                              const std::string& file) {
  if (frame < 0 || frame >= view.frames)
    return refuse("no-such-frame", file, std::to_string(frame + 1) + " / " + std::to_string(view.frames));
  const bool mayMove = view.positionerMoves.value_or(false) || view.anglesContradict;
  if (view.frames > 1 && mayMove && !named) return refuse("positioner-moves", file);
  const auto angles = view.anglesOf(frame);
  if (view.anglesContradict && (!angles.primaryDeg || !angles.secondaryDeg)) return refuse("angles-contradict", file);
  if (const auto missing = view.missing(frame); !missing.empty())
    return refuse("geometry-missing", file, planning::joined(missing));
  if (place.column < -0.5 || place.row < -0.5 || place.column > view.columns - 0.5 || place.row > view.rows - 0.5)
    return refuse("point-outside-image", file, std::to_string(view.columns) + " x " + std::to_string(view.rows));
  return Sighting{Projection(*view.geometry(frame)), place, kMarkErrorPx};
}

Expected<void> belongTogether(const View& a, const View& b, const Arguments& arguments) {
  const auto &first = a.identity.patient, &second = b.identity.patient;
  if (first.id.empty()) return refuse("patient-unknown", arguments.viewA, second.id);
  if (second.id.empty()) return refuse("patient-unknown", arguments.viewB, first.id);
  if (!samePatient(first, second)) return refuse("another-patient", arguments.viewB, bothShown(first, second));
  if (oneInstant(a, arguments.frameA - 1, b, arguments.frameB - 1)) return {};
  if (tableMovedBetween(a, b)) return refuse("table-moved", arguments.viewB);
  if (a.pose(arguments.frameA - 1).has_value() != b.pose(arguments.frameB - 1).has_value())
    return refuse("views-of-two-frames", arguments.viewB);
  return {};
}

/// What the result rests on and no file says.
std::vector<planning::Finding> findingsOf(const View& a, const View& b, const Arguments& arguments) {
  using planning::Severity;
  std::vector<planning::Finding> findings;
  const bool oneTime = oneInstant(a, arguments.frameA - 1, b, arguments.frameB - 1);
  if (!oneTime) findings.push_back({"table-not-told", Severity::Warning, {}, {}});
  for (const auto* view : {&a, &b})
    if (view->anglesContradict) findings.push_back({"positioner-angles-contradict", Severity::Error, {}, {}});
  if (a.assumesUsualDisplay()) findings.push_back({"usual-display-assumed", Severity::Warning, {arguments.viewA}, {}});
  if (b.assumesUsualDisplay()) findings.push_back({"usual-display-assumed", Severity::Warning, {arguments.viewB}, {}});
  if (a.identity.study.uid != b.identity.study.uid)
    findings.push_back({"views-of-two-studies", Severity::Warning, {}, {}});
  return findings;
}

Expected<Result> compute(const Arguments& arguments, const ImagePoint& pointA, const ImagePoint& pointB) {
  const auto a = io::readView(arguments.viewA);
  if (!a) return tl::unexpected(a.error());
  const auto b = io::readView(arguments.viewB);
  if (!b) return tl::unexpected(b.error());
  if (const auto together = belongTogether(*a, *b, arguments); !together) return tl::unexpected(together.error());
  const auto first = sightingOf(*a, pointA, arguments.frameA - 1, arguments.namedA, arguments.viewA);
  if (!first) return tl::unexpected(first.error());
  const auto second = sightingOf(*b, pointB, arguments.frameB - 1, arguments.namedB, arguments.viewB);
  if (!second) return tl::unexpected(second.error());
  const auto place = planning::fluoroscopy::triangulate({*first, *second});
  if (!place) return tl::unexpected(place.error());
  return Result{*place,
                {{arguments.viewA, arguments.frameA, a->frames, a->anglesOf(arguments.frameA - 1)},
                 {arguments.viewB, arguments.frameB, b->frames, b->anglesOf(arguments.frameB - 1)}},
                findingsOf(*a, *b, arguments)};
}

QJsonObject toJson(const Result& result) {
  const auto& place = result.place;
  QJsonArray residuals, ellipse, views;
  for (const auto& used : result.used)
    views.append(QJsonObject{{"file", QString::fromStdString(used.file)},
                             {"frame", used.frame},
                             {"primary_deg", numberOrNull(used.angles.primaryDeg)},
                             {"secondary_deg", numberOrNull(used.angles.secondaryDeg)}});
  for (const double residual : place.residualsPx) residuals.append(rounded(residual));
  for (const double axis : place.errorMm) ellipse.append(rounded(axis));
  return {{"point_mm", app::toJson(place.place)},
          {"frame", "isocentre"},
          {"frame_note", "millimetres from the C-arm's isocentre along the patient's axes (LPS)"},
          {"geometry", "nominal"},
          {"residual_px", rounded(*std::max_element(place.residualsPx.begin(), place.residualsPx.end()))},
          {"residuals_px", residuals},
          {"ray_gap_mm", rounded(place.rayGapMm)},
          {"mark_error_px", kMarkErrorPx},
          {"error_ellipse_mm", ellipse},
          {"angle_between_views_deg", rounded(place.betweenViews.degrees())},
          {"views", views},
          {"findings", app::toJson(result.findings)}};
}

void print(const Result& result) {
  const auto& place = result.place;
  std::cout << "point      " << rounded(place.place[0]) << "," << rounded(place.place[1]) << ","
            << rounded(place.place[2]) << " mm from the isocentre, patient LPS axes, nominal geometry\n"
            << "error      " << rounded(place.errorMm[0]) << ", " << rounded(place.errorMm[1]) << ", "
            << rounded(place.errorMm[2]) << " mm along its axes, for marks good to " << kMarkErrorPx << " px\n"
            << "rays       " << rounded(place.rayGapMm) << " mm apart, " << rounded(place.betweenViews.degrees())
            << " degrees between them\n";
  for (const auto& used : result.used)
    std::cout << "view       " << used.file << ", frame " << used.frame << " of " << used.frames << ": primary "
              << rounded(*used.angles.primaryDeg) << ", secondary " << rounded(*used.angles.secondaryDeg)
              << " degrees\n";
  for (const auto& finding : result.findings) std::cout << "! " << englishSentence(finding) << "\n";
}

int triangulateViews(const Arguments& arguments) {
  const auto pointA = parseImagePoint(arguments.pointA, "--point-a"),
             pointB = parseImagePoint(arguments.pointB, "--point-b");
  if (!pointA || !pointB) {
    printRefusal(pointA ? pointB.error() : pointA.error());
    return kWrongUsage;
  }
  const auto result = compute(arguments, *pointA, *pointB);
  if (!result) return printRefusal(result.error());
  if (arguments.json)
    printJson(toJson(*result));
  else
    print(*result);
  return kDone;
}

}  // namespace

void addTriangulate(CLI::App& program, int& exitCode) {
  auto arguments = std::make_shared<Arguments>();
  auto* command = program.add_subcommand("triangulate", "Finds a place in the patient from two fluoroscopy views");
  command->add_option("VIEW_A", arguments->viewA, "A fluoroscopy image (DICOM)")->required();
  command->add_option("VIEW_B", arguments->viewB, "The same place from another angle")->required();
  command->add_option("--point-a", arguments->pointA, "COL,ROW in the first view; 0,0 is the first pixel's centre")
      ->required();
  command->add_option("--point-b", arguments->pointB, "COL,ROW in the second view")->required();
  auto* frameA = command->add_option("--frame-a", arguments->frameA, "Frame of the first view, from 1");
  auto* frameB = command->add_option("--frame-b", arguments->frameB, "Frame of the second view, from 1");
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, frameA, frameB, &exitCode] {
    arguments->namedA = frameA->count() > 0;
    arguments->namedB = frameB->count() > 0;
    exitCode = triangulateViews(*arguments);
  });
}

}  // namespace app::commands
