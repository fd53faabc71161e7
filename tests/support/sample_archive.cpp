#include "tests/support/sample_archive.h"

#include <array>
#include <cmath>
#include <fstream>
#include <random>
#include <stdexcept>

#include "io/files/uid.h"
#include "io/report/control_report.h"
#include "io/report/plan_report.h"
#include "planning/review/deviation.h"

namespace support {
namespace {

namespace fs = std::filesystem;
using planning::makePoint;
using planning::Plan;
using planning::needle::Verdict;
using planning::review::Control;

planning::needle::Clearance artery(double distanceMm) {
  planning::needle::Clearance row;
  row.structure = "Aorta";
  row.structureTrackingUid = "2.25.881";
  row.kind = planning::anatomy::Kind::Artery;
  row.source = planning::anatomy::originFromText("SEG 2.25.882");
  row.confirmed = true;
  row.distanceMm = distanceMm;
  row.closestOnNeedle = makePoint(0, 40, 0);
  row.closestOnStructure = makePoint(distanceMm + 0.359, 40, 0);
  row.depthMm = 40;
  row.errorBoundMm = 0.6;
  row.marginMm = 2;
  row.verdict = planning::needle::judge(distanceMm, 0.6, 2);
  return row;
}

void place(planning::PlannedNeedle& needle, const planning::Point& entry, const planning::Point& target,
           double distanceMm) {
  needle.entry = entry;
  needle.target = target;
  needle.pathLengthMm = (target - entry).GetNorm();
  needle.depthMm = *needle.pathLengthMm - 1.5;
  needle.angles = planning::needle::anglesOf({entry, target});
  needle.clearances = {artery(distanceMm)};
  needle.verdict = needle.clearances[0].verdict;
}

template <class T>
T written(planning::Expected<T> result) {
  if (!result) throw std::runtime_error(result.error().code + " " + result.error().detail);
  return *result;
}

struct Member {
  const char *route, *level, *operatorName;
  int gauge;
};
constexpr std::array kMembers{Member{"lumbar-foraminal", "L5", "Dupré^Zoé", 22},
                              Member{"lumbar-facet", "L4-L5", "Martin^Paul", 25},
                              Member{"c1-c2", "C1-C2", "Ålund^Eva", 25}};

std::string twoDigits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// A plan and its control, number `i` of the archive.
Control writePair(const fs::path& folder, int i, const planning::Vector& off) {
  const Member& member = kMembers[static_cast<std::size_t>(i) % kMembers.size()];
  const std::string number = std::to_string(i);
  Plan plan = archivePlan("PAT-" + number, "Doe" + number + "^Jane", member.route, member.level, member.operatorName);
  plan.choices.needles[0].needle =
      planning::needle::Needle{member.gauge, 90, *planning::needle::outerDiameterMm(member.gauge)};
  plan = written(io::report::writePlan(plan, folder / ("plan-" + number + ".dcm")));
  const Control control = controlOf(plan, off, twoDigits(1 + i / 9 % 12) + twoDigits(1 + i % 28));
  return written(io::report::writeControl(control, folder / ("control-" + number + ".dcm")));
}

}  // namespace

Plan archivePlan(const std::string& patientId, const std::string& patientName, const std::string& routeId,
                 const std::string& level, const std::string& operatorName) {
  Plan plan;
  plan.choices.scan.patient = {patientId, "", patientName, "19610229", "F"};
  plan.choices.scan.study = {io::uidFromName("study " + patientId), "S1", "20260101", "101500", "", "Lumbar spine", ""};
  plan.choices.scan.seriesUid = io::uidFromName("series " + patientId);
  plan.choices.scan.frameOfReferenceUid = io::uidFromName("frame " + patientId);
  plan.choices.scan.modality = "CT";
  plan.choices.scan.patientPosition = "HFP";
  plan.choices.scan.instances = {{"1.2.840.10008.5.1.4.1.1.2", io::uidFromName("slice " + patientId)}};
  plan.choices.routeId = routeId;
  plan.choices.level = level;
  plan.choices.side = planning::anatomy::Side::Left;
  plan.choices.guidance = "CT";
  plan.choices.operatorName = operatorName;
  planning::PlannedNeedle needle;
  needle.label = "Needle 1";
  needle.trackingUid = io::newUid();
  needle.needle = planning::needle::Needle{22, 90, 0.718};
  place(needle, makePoint(0, 80, 0), makePoint(0, 0, 0), 4.5);
  plan.add(needle);
  plan.assessment.verdict = needle.verdict;
  return plan;
}

Control controlOf(const Plan& plan, const planning::Vector& off, const std::string& monthDay) {
  Control control;
  control.actual = plan;
  control.actual.report.sopInstanceUid.clear();
  control.actual.report.seriesUid.clear();
  control.actual.report.predecessorUid.clear();
  control.actual.choices.scan.study.date = "2026" + monthDay;
  planning::PlannedNeedle needle = control.actual.needle(0);
  needle.trackingUid = io::newUid();
  const auto planned = planning::needle::Trajectory{*plan.choices.needles[0].entry, *plan.choices.needles[0].target};
  place(needle, planned.entry + off * 0.2, planned.target + off, 4.5 - off.GetNorm());
  control.actual.choices.needles.clear();
  control.actual.assessment.needles.clear();
  control.actual.add(needle);
  control.actual.assessment.verdict = needle.verdict;
  planning::review::ReviewedNeedle reviewed;
  reviewed.plannedTrackingUid = plan.choices.needles[0].trackingUid;
  reviewed.plannedTip = planned.target;
  reviewed.deviation = planning::review::deviationOf(planned, {*needle.entry, *needle.target});
  control.needles = {reviewed};
  control.plan = {"1.2.840.10008.5.1.4.1.1.88.34", plan.report.sopInstanceUid};
  control.planStudyUid = plan.choices.scan.study.uid;
  control.planSeriesUid = plan.report.seriesUid;
  control.timePoint = "Control scan 1";
  control.registration.accepted = true;
  return control;
}

void writeSampleArchive(const fs::path& folder, int controls) {
  fs::create_directories(folder / "sub");
  std::mt19937 random(7);  // used as it is: distributions differ between libraries
  const auto part = [&random] { return static_cast<double>(random() % 10000) / 10000; };
  for (int i = 0; i < controls; ++i) {
    const double size = i == controls / 2 ? 6 : 1;
    const auto off =
        planning::makeVector(size * 3 * (part() - 0.5), size * 4 * (part() - 0.5), size * 3 * (part() - 0.5));
    writePair(i % 5 == 0 ? folder / "sub" : folder, i, off);
  }
  Control repeated = writePair(folder, 900, planning::makeVector(5, 0, 0));
  repeated.actual.report.sopInstanceUid.clear();
  repeated.actual.choices.scan.study.time = "112500";  // a second control of the same needle
  Control revised = written(io::report::writeControl(repeated, folder / "control-900-second.dcm"));
  revised.contrastTest = "epidural";
  written(io::report::writeControl(revised, folder / "control-900-second-revised.dcm"));
  Control doubtful = writePair(folder, 901, planning::makeVector(9, 0, 0));
  doubtful.registration.kind = planning::review::RegistrationKind::Bone;
  doubtful.registration.accepted = false;
  written(io::report::writeControl(doubtful, folder / "control-901.dcm"));
  fs::copy_file(folder / "control-1.dcm", folder / "sub" / "copy of control-1.dcm");
  std::ofstream(folder / "notes.txt") << "no report";
  fs::copy_file(folder / "plan-1.dcm", folder / "cut.dcm");
  fs::resize_file(folder / "cut.dcm", fs::file_size(folder / "cut.dcm") / 2);
}

}  // namespace support
