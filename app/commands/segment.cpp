#include <QJsonArray>

#include <chrono>
#include <cstdio>
#include <functional>
#include <map>

#include "app/commands/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/json/plan_json.h"
#include "app/look/style.h"
#include "app/text/sentences.h"
#include "app/work/opened_scan.h"
#include "io/files/uid.h"
#include "io/reading/ct_reader.h"
#include "io/structures/seg_writer.h"
#include "planning/anatomy/body.h"
#include "planning/anatomy/bone.h"
#include "planning/anatomy/contrast_vessels.h"
#include "planning/anatomy/lung.h"
#include "planning/anatomy/mask_edit.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/anatomy/surface.h"
#include "planning/anatomy/vessel.h"

namespace app::commands {
namespace {

using planning::Expected;
using planning::anatomy::Mask;
using planning::anatomy::Segmented;
using planning::anatomy::Structure;

struct Arguments {
  NamedScan scan;
  std::string out;
  std::vector<std::string> find, seeds;
  bool json = false;
};

/// What was found, and where it was written.
struct Result {
  planning::Volume volume;
  std::vector<Structure> structures;
  std::vector<double> seconds;  ///< that the search took, one a structure; those found together share it
  std::vector<planning::Finding> findings;
  std::optional<planning::SeriesIdentity> seg;
};

const Mask& maskOf(const Structure& structure) {
  return *std::get<Mask::Pointer>(structure.shape);
}

void add(Result& result, std::vector<Segmented> found, double seconds) {
  for (Segmented& one : found) {
    Structure& structure = one.structure;
    structure.trackingUid = io::newUid();
    structure.colour = structureColour(structure.kind, result.structures.size());
    for (auto& finding : one.findings) result.findings.push_back(std::move(finding));
    result.structures.push_back(std::move(structure));
    result.seconds.push_back(seconds);
  }
}

Expected<std::vector<Segmented>> one(Expected<Segmented> found) {
  if (!found) return tl::unexpected(found.error());
  return std::vector<Segmented>{std::move(*found)};
}

Mask::Pointer ofKind(const Result& result, planning::anatomy::Kind kind) {
  for (const Structure& structure : result.structures)
    if (structure.kind == kind) return std::get<Mask::Pointer>(structure.shape);
  return nullptr;
}

/// Vessels around which bone may lie are sought before the bone, and bone in them is not.
Expected<std::vector<Segmented>> vessels(const Result& result, const std::vector<planning::Point>& seeds) {
  ConsoleProgress progress("finding vessels");
  const auto bone = ofKind(result, planning::anatomy::Kind::Bone);
  if (seeds.empty()) return planning::anatomy::findContrastVessels(result.volume, bone.GetPointer(), progress);
  std::vector<Segmented> all;
  for (const auto& seed : seeds) {
    auto vessel = planning::anatomy::findVessels(result.volume, {seed}, progress, {}, bone.GetPointer());
    if (!vessel) return tl::unexpected(vessel.error());
    vessel->structure.name = "Vessel " + std::to_string(all.size() + 1);
    all.push_back(std::move(*vessel));
  }
  return all;
}

Expected<std::vector<Segmented>> search(const std::string& what, const Result& result,
                                        const std::vector<planning::Point>& seeds) {
  if (what == "vessels") return vessels(result, seeds);
  ConsoleProgress progress("finding " + what);
  if (what == "skin") return one(planning::anatomy::findSkinStructure(result.volume, progress));
  if (what == "lungs") return one(planning::anatomy::findLungStructure(result.volume, progress));
  return one(planning::anatomy::findBone(result.volume, progress));
}

/// Bone before vessels. What is not there is a finding beside the rest; the first refusal stands where nothing is.
Expected<void> findAll(Result& result, const Arguments& arguments, const std::vector<planning::Point>& seeds) {
  std::optional<planning::Error> first;
  for (const std::string what : {"skin", "bone", "vessels", "lungs"}) {
    if (std::find(arguments.find.begin(), arguments.find.end(), what) == arguments.find.end()) continue;
    const auto start = std::chrono::steady_clock::now();
    auto found = search(what, result, seeds);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (found) {
      add(result, std::move(*found), seconds);
      continue;
    }
    if (!first) first = found.error();
    result.findings.push_back(
        {"not-found", planning::Severity::Warning, {what, sentence(found.error()).toStdString()}, {}});
  }
  return result.structures.empty() && first ? tl::unexpected(*first) : Expected<void>{};
}

QJsonObject toJson(const Result& result, std::size_t n) {
  const Structure& structure = result.structures[n];
  const auto text = [](const std::string& utf8) { return QString::fromStdString(utf8); };
  return {{"structure", text(structure.name)},
          {"kind", planning::anatomy::word(structure.kind)},
          {"role", planning::anatomy::word(structure.role)},
          {"source", text(structure.source.text())},
          {"confirmed", structure.confirmed},
          {"volume_cm3", rounded(planning::anatomy::volumeMm3(maskOf(structure)) / 1000)},
          {"error_bound_mm", rounded(planning::anatomy::surfaceErrorBoundMm(maskOf(structure)))},
          {"seconds", rounded(result.seconds[n])}};
}

QJsonObject toJson(const Result& result, const Arguments& arguments) {
  const auto& identity = result.volume.identity;
  const auto text = [](const std::string& utf8) { return QString::fromStdString(utf8); };
  QJsonArray structures;
  for (std::size_t n = 0; n < result.structures.size(); ++n) structures.append(toJson(result, n));
  QJsonObject json{{"patient_id", text(identity.patient.id)},
                   {"study_uid", text(identity.study.uid)},
                   {"series_uid", text(identity.seriesUid)},
                   {"frame_of_reference_uid", text(identity.frameOfReferenceUid)},
                   {"structures", structures},
                   {"findings", app::toJson(result.findings)},
                   {"out", QJsonValue()}};
  if (result.seg)
    json["out"] = QJsonObject{{"file", text(arguments.out)},
                              {"series_uid", text(result.seg->seriesUid)},
                              {"sop_instance_uid", text(result.seg->instances.front().sopInstanceUid)}};
  return json;
}

void print(const Result& result) {
  for (const Structure& structure : result.structures)
    std::printf("%-12s %-8s %9.1f cm3  error bound %.1f mm  not confirmed\n", structure.name.c_str(),
                planning::anatomy::word(structure.kind), planning::anatomy::volumeMm3(maskOf(structure)) / 1000,
                planning::anatomy::surfaceErrorBoundMm(maskOf(structure)));
  for (const auto& finding : result.findings) std::printf("  %s\n", englishSentence(finding).c_str());
}

Expected<Result> segmentScan(const Arguments& arguments, const std::vector<planning::Point>& seeds) {
  const auto series = findScan(arguments.scan);
  if (!series) return tl::unexpected(series.error());
  ConsoleProgress loading("loading");
  auto volume = io::readCt(*series, loading);
  if (!volume) return tl::unexpected(volume.error());
  Result result;
  result.volume = std::move(*volume);
  result.findings = result.volume.findings;
  if (auto found = findAll(result, arguments, seeds); !found) return tl::unexpected(found.error());
  if (arguments.out.empty()) return result;
  auto seg = io::writeSeg(result.structures, result.volume, arguments.out);
  if (!seg) return tl::unexpected(seg.error());
  result.seg = std::move(*seg);
  for (Structure& structure : result.structures)
    structure.source = {planning::anatomy::Origin::Kind::Segmentation, result.seg->instances.front().sopInstanceUid};
  return result;
}

int segment(const Arguments& arguments) {
  std::vector<planning::Point> seeds;
  for (const std::string& text : arguments.seeds) {
    const auto seed = parsePoint(text, "--vessel-at");
    if (!seed) {
      printRefusal(seed.error());
      return kWrongUsage;
    }
    seeds.push_back(*seed);
  }
  const auto result = segmentScan(arguments, seeds);
  if (!result) return printRefusal(result.error());
  if (arguments.json)
    printJson(toJson(*result, arguments));
  else
    print(*result);
  return kDone;
}

}  // namespace

void addSegment(CLI::App& program, int& exitCode) {
  auto arguments = std::make_shared<Arguments>();
  auto* command =
      program.add_subcommand("segment", "Finds skin, bone, contrast-filled vessels and lungs in a CT series");
  addScanOptions(*command, arguments->scan, "SERIES", "CT series");
  command->add_option("--find", arguments->find, "skin, bone, vessels, lungs: one or more, with commas between")
      ->required()
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"skin", "bone", "vessels", "lungs"}));
  command->add_option("--vessel-at", arguments->seeds, "X,Y,Z in a vessel, LPS mm: grown from there, not searched")
      ->allow_extra_args(false);
  command->add_option("--out", arguments->out, "The DICOM SEG to write");
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &exitCode] { exitCode = segment(*arguments); });
}

}  // namespace app::commands
