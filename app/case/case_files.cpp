#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "app/case/beside_plan.h"
#include "app/case/case_private.h"
#include "app/json/plan_json.h"
#include "app/text/sentences.h"
#include "io/reading/report_reader.h"
#include "io/report/plan_report.h"

namespace app {
namespace {

using planning::needle::Clearance;

/// A row stands for a structure that was there, not for another needle or for a required structure that was absent.
bool wasThere(const Clearance& row) {
  return row.source != planning::kNeedleSource && !row.source.starts_with(planning::kRequiredSource);
}

bool isFrom(const planning::anatomy::Structure& structure, const Clearance& row) {
  if (!row.sourceSopInstanceUid.empty())
    return structure.sourceSopInstanceUid == row.sourceSopInstanceUid && structure.sourceNumber == row.sourceNumber;
  return structure.trackingUid == row.structureTrackingUid;
}

/// What the operator had made of a structure, as the report says it.
void restore(planning::anatomy::Structure& structure, const Clearance& row, const std::string& routeId) {
  structure.name = row.structure;
  structure.trackingUid = row.structureTrackingUid;
  structure.kindGuessed = structure.kindGuessed && structure.kind == row.kind;
  structure.kind = row.kind;
  structure.role = row.role;
  structure.side = row.side;
  structure.confirmed = row.confirmed;
  structure.marginMm.reset();
  const double usualMm = planning::effectiveMarginMm(structure, planning::procedure::routesInUse().find(routeId));
  if (row.marginMm != usualMm) structure.marginMm = row.marginMm;
}

/// A default of the program may follow the route again; anything else was chosen by the operator.
void markChosen(CaseDraft& draft) {
  CaseDraft derived = draft;
  derived.overruled.roles.clear();
  derived.overruled.needles.clear();
  deriveDefaults(derived);
  for (std::size_t i = 0; i < draft.structures.size(); ++i)
    if (draft.structures[i].structure.role != derived.structures[i].structure.role)
      draft.overruled.roles.insert(draft.structures[i].structure.trackingUid);
  for (std::size_t i = 0; i < draft.plan.needles.size(); ++i)
    if (draft.plan.needles[i].needle && draft.plan.needles[i].needle != derived.plan.needles[i].needle)
      draft.overruled.needles.insert(draft.plan.needles[i].trackingUid);
}

}  // namespace

Case::Private::Private(Case* owner)
    : self(owner), background(owner), undo(owner), keeper([this]() -> std::optional<DraftKeeper::Unsaved> {
        if (!volume || loading || !self->hasUnsavedChanges() || planning::anatomy::firstBeingMeasured(draft.structures))
          return std::nullopt;
        keeper.setScanPath(scannedPath);
        planning::Plan draftPlan = withEnglishFindings(plan);
        draftPlan.report.complete = false;
        return DraftKeeper::Unsaved{std::move(draftPlan), madeAmong(draft.structures), volume};
      }) {}

bool Case::hasUnsavedChanges() const {
  return d->volume && !d->keptElsewhere && (d->recovered || !d->undo.isClean());
}

void Case::keepElsewhere() {
  d->keptElsewhere = true;
  d->keeper.forget();
}

void Case::keepDrafts(const QString& folder, int waitMs) {
  d->keeper.keepIn(folder, waitMs);
}

bool Case::savePlan(const QString& file, bool complete) {
  planning::Error why;
  if (!d->volume || d->loading)
    why = {"no-scan", file.toStdString(), {}};
  else if (const auto* shape = planning::anatomy::firstBeingMeasured(d->draft.structures))
    why = {"structure-being-measured", shape->structure.name, {}};
  else if (complete && !d->plan.assessment.ready)
    why = {"not-ready", file.toStdString(), {}};
  if (!why.code.empty()) return Q_EMIT refused(why), false;

  planning::Plan wanted = withEnglishFindings(d->plan);
  wanted.report.complete = complete;
  const std::filesystem::path path = file.toStdU16String();
  auto made = d->saveMade(path);
  if (!made) return Q_EMIT refused(made.error()), false;
  if (*made) cite(wanted, **made);
  const auto written = io::report::writePlan(wanted, path);
  if (!written) {
    std::error_code ignored;
    if (*made && (!d->segBeside || d->segBeside->file != (*made)->file))
      std::filesystem::remove((*made)->file, ignored);
    return Q_EMIT refused(written.error()), false;
  }
  d->forgetOldSeg(path, *written, std::move(*made));
  d->saved = written->report;
  d->recovered = false;
  d->undo.setClean();
  d->keeper.forget();
  d->reassess();
  Q_EMIT planChanged();
  Q_EMIT message(tr("Plan saved: %1").arg(file));
  return true;
}

/// Written before the plan that cites it: no plan ever cites what is not there. Nothing is written again that has not
/// changed. Absent when nothing was made here.
planning::Expected<std::optional<MadeStructures>> Case::Private::saveMade(const std::filesystem::path& planFile) {
  auto made = madeAmong(draft.structures);
  if (made.empty()) return std::nullopt;
  std::error_code ignored;
  if (segBeside && segBesidePlan == planFile && sameMade(made, segBeside->structures) &&
      std::filesystem::exists(segBeside->file, ignored))
    return segBeside;
  auto written = writeMade(std::move(made), *volume, madeFileFor(planFile));
  if (!written) return tl::unexpected(written.error());
  return std::optional(std::move(*written));
}

/// The SEG of the version that was just replaced goes, unless the new version cites it too.
void Case::Private::forgetOldSeg(const std::filesystem::path& planFile, const planning::Plan& written,
                                 std::optional<MadeStructures> made) {
  const auto cites = [&](const MadeStructures& seg) {
    return std::any_of(written.choices.structureEvidence.begin(), written.choices.structureEvidence.end(),
                       [&](const auto& object) {
                         return !object.instances.empty() && object.instances.front() == seg.seg.instances.front();
                       });
  };
  std::error_code ignored;
  if (segBeside && segBesidePlan == planFile && !cites(*segBeside)) std::filesystem::remove(segBeside->file, ignored);
  if (made || !segBeside || !cites(*segBeside)) segBeside = std::move(made);
  segBesidePlan = planFile;
}

void Case::openPlan(const QString& file, planning::Plan plan) {
  d->reopen({std::move(plan), file, false});
}

void Case::recoverDraft(const QString& file, planning::Plan plan) {
  d->reopen({std::move(plan), file, true});
}

void Case::Private::reopen(ReopenedPlan wanted) {
  if (volume && !loading && volume->identity.seriesUid == wanted.plan.choices.scan.seriesUid) {
    reopened = std::move(wanted);
    return applyReopened();
  }
  const auto& known = scanResult.series;
  const auto series = std::find_if(known.begin(), known.end(), [&](const auto& info) {
    return info.identity.seriesUid == wanted.plan.choices.scan.seriesUid && info.loadable;
  });
  if (series == known.end())
    return void(
        Q_EMIT self->refused({"plan-of-another-series", wanted.file.toStdString(), wanted.plan.choices.scan.seriesUid}));
  self->openSeries(*series);
  reopened = std::move(wanted);
}

QString Case::Private::fileOf(const std::string& sopInstanceUid) const {
  for (const auto& series : scanResult.series)
    for (std::size_t i = 0; i < std::min(series.identity.instances.size(), series.files.size()); ++i)
      if (series.identity.instances[i].sopInstanceUid == sopInstanceUid)
        return QString::fromStdU16String(series.files[i].u16string());
  const auto beside = filesBesidePlan.find(sopInstanceUid);
  return beside == filesBesidePlan.end() ? QString() : beside->second;
}

void Case::Private::searchBesidePlan(std::set<std::string> wanted) {
  reopened->searched = true;
  background.run<FilesByUid>(
      Background::Kind::Structures, tr("Searching for structures"),
      [file = std::filesystem::path(reopened->file.toStdU16String()),
       wanted = std::move(wanted)](planning::Progress& progress) { return findBeside(file, wanted, progress); },
      [this](planning::Expected<FilesByUid> found) {
        if (!reopened) return;
        if (found) filesBesidePlan = std::move(*found);
        applyReopened();
      });
}

void Case::Private::applyReopened() {
  background.cancel(Background::Kind::Structures);
  structureFiles.clear();
  structureFindings.clear();
  const auto& cited = reopened->plan.choices.structureEvidence;
  std::set<std::string> wanted;
  for (const auto& object : cited)
    for (const auto& instance : object.instances) wanted.insert(instance.sopInstanceUid);
  std::set<std::string> missing;
  for (const std::string& uid : wanted)
    if (!holdsObject(uid) && fileOf(uid).isEmpty()) missing.insert(uid);
  if (!missing.empty() && !reopened->searched) return searchBesidePlan(std::move(missing));
  std::erase_if(draft.structures, [&](const auto& m) { return !wanted.contains(m.structure.sourceSopInstanceUid); });
  for (const std::string& uid : wanted)
    if (const QString file = fileOf(uid); !holdsObject(uid) && !file.isEmpty()) structureFiles.push_back(file);
  startStructures();
}

/// Of a plan that this program saved with what was made in it: its next version may replace that SEG.
void Case::Private::rememberSegBeside(const ReopenedPlan& from) {
  segBesidePlan = from.file.toStdU16String();
  segBeside.reset();
  for (const auto& object : from.plan.choices.structureEvidence)
    for (const auto& instance : object.instances) {
      const std::filesystem::path file = fileOf(instance.sopInstanceUid).toStdU16String();
      if (isMadeFileOf(segBesidePlan, file)) segBeside = MadeStructures{{}, file, object};
    }
}

/// The count that was saved; with the spine too where this is how the scan is counted now. Without a saved one the
/// count stays: it is of the scan, which is the same.
planning::anatomy::CountedSpine Case::Private::reopenedLevels(const planning::Plan& from) const {
  CaseDraft counted;
  counted.levels = {draft.levels.spine, from.choices.levels};
  return from.choices.levels.empty() || sameLevels(counted, draft)
             ? draft.levels
             : planning::anatomy::CountedSpine{nullptr, from.choices.levels};
}

void Case::Private::restoreStructures() {
  const ReopenedPlan from = *std::exchange(reopened, std::nullopt);
  CaseDraft next;
  next.plan = from.plan.choices;
  next.plan.scan = {};
  next.structures = draft.structures;
  for (const auto& traced : from.plan.choices.tracedStructures)
    next.structures.push_back(planning::anatomy::measure(traced));
  std::set<std::string> done;
  for (const auto& needle : from.plan.assessment.needles)
    for (const auto& row : needle.clearances) {
      if (!wasThere(row) || !done.insert(row.structureTrackingUid).second) continue;
      const auto place = std::find_if(next.structures.begin(), next.structures.end(),
                                      [&](const auto& m) { return isFrom(m.structure, row); });
      if (place != next.structures.end())
        restore(place->structure, row, from.plan.choices.routeId);
      else
        structureFindings.push_back({{}, {"structure-not-reopened", planning::Severity::Error, {row.structure}, {}}});
    }
  if (next.plan.needles.empty()) next.plan.needles.push_back(newNeedle(next));
  rememberSegBeside(from);
  markChosen(next);
  undo.clear();
  saved = from.plan.report;
  recovered = from.recovered;
  if (recovered) {
    saved.sopInstanceUid = from.plan.report.predecessorUid;
    saved.predecessorUid.clear();
    saved.complete = false;
    keeper.adopt(from.file);
  }
  next.levels = reopenedLevels(from.plan);
  draft = std::move(next);
  reassess();
  Q_EMIT self->structuresChanged();
  Q_EMIT self->levelsChanged();
  Q_EMIT self->currentNeedleChanged();
  Q_EMIT self->planChanged();
  if (const auto& target = draft.plan.needles.front().target) self->setCrosshair(*target);
  Q_EMIT self->message(tr("Plan opened: %1").arg(from.file));
}

}  // namespace app
