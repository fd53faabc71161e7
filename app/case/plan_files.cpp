#include "app/case/plan_files.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "app/case/beside_plan.h"
#include "app/case/scan_work.h"
#include "app/case/shown_scan.h"
#include "app/case/structure_files.h"
#include "app/case/structure_sources.h"
#include "app/json/plan_json.h"
#include "app/text/sentences.h"
#include "app/work/background.h"
#include "app/work/reporter.h"
#include "io/report/plan_report.h"
#include "io/report/scan_digest.h"
#include "planning/plan/completion.h"
#include "planning/plan/taken_choices.h"
#include "planning/procedure/routes.h"

namespace app {
namespace {

using planning::needle::Clearance;

bool isFrom(const planning::anatomy::Structure& structure, const Clearance& row) {
  if (!row.sourceSopInstanceUid.empty())
    return structure.sourceSopInstanceUid == row.sourceSopInstanceUid && structure.sourceNumber == row.sourceNumber;
  return structure.trackingUid == row.structureTrackingUid;
}

/// A default of the program may follow the route again; anything else was chosen by the operator.
void markChosen(PlanDraft& draft) {
  PlanDraft derived = draft;
  derived.overruled.roles.clear();
  derived.overruled.needles.clear();
  deriveDefaults(derived);
  for (std::size_t i = 0; i < draft.structures.size(); ++i)
    if (draft.structures[i].structure.role != derived.structures[i].structure.role)
      draft.overruled.roles.insert(draft.structures[i].structure.trackingUid);
  for (std::size_t i = 0; i < draft.choices.needles.size(); ++i)
    if (draft.choices.needles[i].needle && draft.choices.needles[i].needle != derived.choices.needles[i].needle)
      draft.overruled.needles.insert(draft.choices.needles[i].trackingUid);
}

}  // namespace

PlanFiles::PlanFiles(const Parts& parts)
    : shown_(parts.shown),
      document_(parts.document),
      sources_(parts.sources),
      structureFiles_(parts.structureFiles),
      work_(parts.work),
      background_(parts.background),
      reporter_(parts.reporter),
      keeper_([this] { return unsaved(); }) {
  connect(&structureFiles_, &StructureFiles::allRead, this, &PlanFiles::finishReopening);
  connect(&document_, &PlanDocument::planChanged, &keeper_, [this] { keeper_.changed(); });
}

std::optional<DraftKeeper::Unsaved> PlanFiles::unsaved() {
  if (!shown_.volume() || shown_.isLoading() || !document_.hasUnsavedChanges() ||
      planning::anatomy::firstBeingMeasured(document_.structures()))
    return std::nullopt;
  keeper_.setScanPath(work_.scannedPath());
  planning::Plan draftPlan = withEnglishFindings(document_.plan());
  draftPlan.report.complete = false;
  return DraftKeeper::Unsaved{std::move(draftPlan), madeAmong(document_.structures()), shown_.volume()};
}

void PlanFiles::keepElsewhere() {
  document_.keepElsewhere();
  keeper_.forget();
}

void PlanFiles::keepDrafts(const QString& folder, int waitMs) {
  keeper_.keepIn(folder, waitMs);
}

void PlanFiles::forget() {
  reopened_.reset();
  segBeside_.reset();
  filesBesidePlan_.clear();
  digested_.reset();
  keeper_.forget();
}

std::optional<planning::Error> PlanFiles::whyNotSaved(const QString& file, bool complete) const {
  if (!shown_.volume() || shown_.isLoading()) return planning::Error{"no-scan", file.toStdString(), {}};
  if (const auto* shape = planning::anatomy::firstBeingMeasured(document_.structures()))
    return planning::Error{"structure-being-measured", shape->structure.name, {}};
  if (!complete) return std::nullopt;
  if (!document_.plan().assessment.ready) return planning::Error{"not-ready", file.toStdString(), {}};
  if (!planning::mayComplete(document_.plan()).may) return planning::Error{"site-not-checked", file.toStdString(), {}};
  return std::nullopt;
}

bool PlanFiles::savePlan(const QString& file, bool complete) {
  if (const auto why = whyNotSaved(file, complete)) return Q_EMIT reporter_.refused(*why), false;
  planning::Plan wanted = withEnglishFindings(document_.plan());
  wanted.report.complete = complete;
  wanted.choices.scanDigest = scanDigest();
  const std::filesystem::path path = file.toStdU16String();
  auto made = saveMade(path);
  if (!made) return Q_EMIT reporter_.refused(made.error()), false;
  if (*made) cite(wanted, **made);
  const auto written = io::report::writePlan(wanted, path);
  if (!written) {
    std::error_code ignored;
    if (*made && (!segBeside_ || segBeside_->file != (*made)->file)) std::filesystem::remove((*made)->file, ignored);
    return Q_EMIT reporter_.refused(written.error()), false;
  }
  forgetOldSeg(path, *written, std::move(*made));
  document_.markSaved(written->report);
  keeper_.forget();
  Q_EMIT reporter_.message(tr("Plan saved: %1").arg(file));
  return true;
}

std::optional<std::filesystem::path> PlanFiles::madeSegOf(const std::filesystem::path& planFile) const {
  if (!segBeside_ || segBesidePlan_ != planFile) return std::nullopt;
  return segBeside_->file;
}

const std::string& PlanFiles::scanDigest() {
  if (digested_ != shown_.volume()) {
    digested_ = shown_.volume();
    scanDigest_ = io::report::digestOf(*digested_);
  }
  return scanDigest_;
}

/// Written before the plan that cites it: no plan ever cites what is not there. Nothing is written again that has not
/// changed. Absent when nothing was made here.
planning::Expected<std::optional<MadeStructures>> PlanFiles::saveMade(const std::filesystem::path& planFile) {
  auto made = madeAmong(document_.structures());
  if (made.empty()) return std::nullopt;
  std::error_code ignored;
  if (segBeside_ && segBesidePlan_ == planFile && sameMade(made, segBeside_->structures) &&
      std::filesystem::exists(segBeside_->file, ignored))
    return segBeside_;
  auto written = writeMade(std::move(made), *shown_.volume(), madeFileFor(planFile));
  if (!written) return tl::unexpected(written.error());
  return std::optional(std::move(*written));
}

/// The SEG of the version that was just replaced goes, unless the new version cites it too.
void PlanFiles::forgetOldSeg(const std::filesystem::path& planFile, const planning::Plan& written,
                             std::optional<MadeStructures> made) {
  const auto cites = [&](const MadeStructures& seg) {
    return std::any_of(written.choices.structureEvidence.begin(), written.choices.structureEvidence.end(),
                       [&](const auto& object) {
                         return !object.instances.empty() && object.instances.front() == seg.seg.instances.front();
                       });
  };
  std::error_code ignored;
  if (segBeside_ && segBesidePlan_ == planFile && !cites(*segBeside_))
    std::filesystem::remove(segBeside_->file, ignored);
  if (made || !segBeside_ || !cites(*segBeside_)) segBeside_ = std::move(made);
  segBesidePlan_ = planFile;
}

void PlanFiles::reopen(ReopenedPlan wanted) {
  const auto& scan = wanted.plan.choices.scan;
  const auto* series = io::dicom::seriesOf(work_.lastScan().series, scan);
  const bool isShown = shown_.volume() && !shown_.isLoading() && shown_.volume()->identity.seriesUid == scan.seriesUid;
  if (isShown && (series == nullptr || series->part == work_.openedPart())) {
    reopened_ = std::move(wanted);
    return applyReopened();
  }
  if (series == nullptr) {
    std::string parts;
    for (const auto& part : work_.lastScan().series)
      if (part.loadable && part.identity.seriesUid == scan.seriesUid) parts += (parts.empty() ? "" : "\n") + part.part;
    return void(Q_EMIT reporter_.refused({parts.empty() ? "plan-of-another-series" : "several-parts",
                                          wanted.file.toStdString(), parts.empty() ? scan.seriesUid : parts}));
  }
  work_.openSeries(*series);
  reopened_ = std::move(wanted);
}

QString PlanFiles::fileOf(const std::string& sopInstanceUid) const {
  for (const auto& series : work_.lastScan().series)
    for (std::size_t i = 0; i < std::min(series.identity.instances.size(), series.files.size()); ++i)
      if (series.identity.instances[i].sopInstanceUid == sopInstanceUid)
        return QString::fromStdU16String(series.files[i].u16string());
  const auto beside = filesBesidePlan_.find(sopInstanceUid);
  return beside == filesBesidePlan_.end() ? QString() : beside->second;
}

void PlanFiles::digestScan() {
  background_.run<std::string>(
      Background::Kind::Read, tr("Comparing the scan with the plan"),
      [scan = shown_.volume()](planning::Progress&) -> planning::Expected<std::string> {
        return io::report::digestOf(*scan);
      },
      [this, scan = shown_.volume()](planning::Expected<std::string> found) {
        if (!reopened_ || scan != shown_.volume()) return;
        if (!found) {
          giveUpOpening();
          return void(Q_EMIT reporter_.refused(found.error()));
        }
        digested_ = scan;
        scanDigest_ = std::move(*found);
        applyReopened();
      });
}

void PlanFiles::searchBesidePlan(std::set<std::string> wanted) {
  reopened_->searched = true;
  background_.run<FilesByUid>(
      Background::Kind::Structures, tr("Searching for structures"),
      [file = std::filesystem::path(reopened_->file.toStdU16String()),
       wanted = std::move(wanted)](planning::Progress& progress) { return findBeside(file, wanted, progress); },
      [this](planning::Expected<FilesByUid> found) {
        if (!reopened_) return;
        if (found) filesBesidePlan_ = std::move(*found);
        applyReopened();
      });
}

void PlanFiles::goOn() {
  reopened_ ? applyReopened() : structureFiles_.start();
}

void PlanFiles::applyReopened() {
  for (const auto kind : {Background::Kind::Structures, Background::Kind::Opening, Background::Kind::Nerves})
    background_.cancel(kind);
  structureFiles_.forgetWaiting();
  if (!reopened_->plan.choices.scanDigest.empty() && digested_ != shown_.volume()) return digestScan();
  sources_.findings.clear();
  std::set<std::string> wanted;
  for (const auto& object : reopened_->plan.choices.structureEvidence)
    for (const auto& instance : object.instances) wanted.insert(instance.sopInstanceUid);
  std::set<std::string> missing;
  for (const std::string& uid : wanted)
    if (!holdsObject(document_.structures(), uid) && fileOf(uid).isEmpty()) missing.insert(uid);
  if (!missing.empty() && !reopened_->searched) return searchBesidePlan(std::move(missing));
  document_.amend([&](PlanDraft& draft) {
    std::erase_if(draft.structures, [&](const auto& m) { return !wanted.contains(m.structure.sourceSopInstanceUid); });
  });
  std::deque<QString> files;
  for (const std::string& uid : wanted)
    if (const QString file = fileOf(uid); !holdsObject(document_.structures(), uid) && !file.isEmpty())
      files.push_back(file);
  structureFiles_.loadOnly(std::move(files));
}

/// Of a plan that this program saved with what was made in it: its next version may replace that SEG.
void PlanFiles::rememberSegBeside(const ReopenedPlan& from) {
  segBesidePlan_ = from.file.toStdU16String();
  segBeside_.reset();
  for (const auto& object : from.plan.choices.structureEvidence)
    for (const auto& instance : object.instances) {
      const std::filesystem::path file = fileOf(instance.sopInstanceUid).toStdU16String();
      if (isMadeFileOf(segBesidePlan_, file)) segBeside_ = MadeStructures{{}, file, object};
    }
}

/// The count that was saved; with the spine too where this is how the scan is counted now. Without a saved one the
/// count stays: it is of the scan, which is the same.
planning::anatomy::CountedSpine PlanFiles::reopenedLevels(const planning::Plan& from) const {
  const PlanDraft& now = document_.draft();
  PlanDraft counted;
  counted.levels = {now.levels.spine, from.choices.levels};
  return from.choices.levels.empty() || sameLevels(counted, now)
             ? now.levels
             : planning::anatomy::CountedSpine{nullptr, from.choices.levels};
}

/// The structures as the report has them; what is not there any more becomes a finding.
void PlanFiles::restoreStructures(PlanDraft& next, const planning::Plan& from) {
  takeChoices(next.structures, from, planning::procedure::routesInUse());
  std::set<std::string> done;
  for (const auto& needle : from.assessment.needles)
    for (const auto& row : needle.clearances) {
      if (!planning::needle::isStructure(row.source) || !done.insert(row.structureTrackingUid).second) continue;
      const auto place = std::find_if(next.structures.begin(), next.structures.end(),
                                      [&](const auto& m) { return isFrom(m.structure, row); });
      if (place != next.structures.end())
        place->structure.trackingUid = row.structureTrackingUid;
      else
        sources_.findings.push_back({{}, {"structure-not-reopened", planning::Severity::Error, {row.structure}, {}}});
    }
}

/// As `verify` does: what was changed behind the program's back, the report or the scan, is said for as long as the
/// plan is open. Nobody's word stands for what is not as it was: each is to be said again, of an altered report the
/// answers to the checks too.
void PlanFiles::doubt(PlanDraft& next, const planning::Plan& from) {
  const auto& digest = from.choices.scanDigest;
  const auto say = [&](const char* code) {
    sources_.findings.push_back({{}, {code, planning::Severity::Warning, {}, {}}});
    withdrawWords(next);
  };
  if (from.report.seal == planning::Seal::Broken) {
    say("report-seal-broken");
    next.choices.checks.clear();
  }
  if (!digest.empty() && digest != scanDigest()) say("report-scan-differs");
}

void PlanFiles::finishReopening() {
  if (!reopened_) return;
  const ReopenedPlan from = *std::exchange(reopened_, std::nullopt);
  PlanDraft next;
  next.choices = from.plan.choices;
  next.choices.scan = {};
  next.choices.scanDigest.clear();
  next.structures = document_.structures();
  restoreStructures(next, from.plan);
  doubt(next, from.plan);
  if (next.choices.needles.empty()) next.choices.needles.push_back(newNeedle(next));
  rememberSegBeside(from);
  markChosen(next);
  next.levels = reopenedLevels(from.plan);
  if (from.recovered) keeper_.adopt(from.file);
  document_.open(std::move(next), from.plan.report, from.recovered);
  document_.announce();
  if (const auto& target = document_.plan().choices.needles.front().target) shown_.setCrosshair(*target);
  Q_EMIT reporter_.message(tr("Plan opened: %1").arg(from.file));
}

}  // namespace app
