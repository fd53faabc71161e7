#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "app/case_private.h"
#include "app/plan_json.h"
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
  const double usualMm = planning::effectiveMarginMm(structure, planning::procedure::findRoute(routeId));
  if (row.marginMm != usualMm) structure.marginMm = row.marginMm;
}

/// A default of the program may follow the route again; anything else was chosen by the operator.
void markChosen(CaseDraft& draft) {
  CaseDraft derived = draft;
  derived.rolesChosen.clear();
  derived.needlesChosen.clear();
  deriveDefaults(derived);
  for (std::size_t i = 0; i < draft.structures.size(); ++i)
    if (draft.structures[i].structure.role != derived.structures[i].structure.role)
      draft.rolesChosen.insert(draft.structures[i].structure.trackingUid);
  for (std::size_t i = 0; i < draft.plan.needles.size(); ++i)
    if (draft.plan.needles[i].needle && draft.plan.needles[i].needle != derived.plan.needles[i].needle)
      draft.needlesChosen.insert(draft.plan.needles[i].trackingUid);
}

SavedReport reportOf(const planning::Plan& plan) {
  return {plan.sopInstanceUid, plan.seriesUid, plan.predecessorUid, plan.softwareVersion,
          plan.savedDate,      plan.savedTime, plan.complete};
}

}  // namespace

Case::Private::Private(Case* owner)
    : self(owner), background(owner), undo(owner), keeper([this]() -> std::optional<planning::Plan> {
        if (!volume || loading || !self->hasUnsavedChanges()) return std::nullopt;
        keeper.setScanPath(scannedPath);
        planning::Plan draftPlan = withEnglishFindings(plan);
        draftPlan.complete = false;
        return draftPlan;
      }) {}

bool Case::hasUnsavedChanges() const {
  return d->volume && (d->recovered || !d->undo.isClean());
}

void Case::keepDrafts(const QString& folder, int waitMs) {
  d->keeper.keepIn(folder, waitMs);
}

bool Case::savePlan(const QString& file, bool complete) {
  planning::Error why;
  if (!d->volume || d->loading)
    why = {"no-scan", file.toStdString(), {}};
  else if (complete && !d->plan.ready)
    why = {"not-ready", file.toStdString(), {}};
  if (!why.code.empty()) return Q_EMIT refused(why), false;

  planning::Plan wanted = withEnglishFindings(d->plan);
  wanted.complete = complete;
  const auto written = io::report::writePlan(wanted, file.toStdU16String());
  if (!written) return Q_EMIT refused(written.error()), false;
  d->saved = reportOf(*written);
  d->recovered = false;
  d->undo.setClean();
  d->keeper.forget();
  d->reassess();
  Q_EMIT planChanged();
  Q_EMIT message(tr("Plan saved: %1").arg(file));
  return true;
}

void Case::openPlan(const QString& file) {
  d->readReport(file, false);
}

void Case::recoverDraft(const QString& file) {
  d->readReport(file, true);
}

void Case::Private::readReport(const QString& file, bool recovers) {
  auto read = io::report::readPlan(file.toStdU16String());
  if (!read) return void(Q_EMIT self->refused(read.error()));
  ReopenedPlan wanted{std::move(*read), file, recovers};
  if (volume && !loading && volume->identity.seriesUid == wanted.plan.scan.seriesUid) {
    reopened = std::move(wanted);
    return applyReopened();
  }
  const auto& known = scanResult.series;
  const auto series = std::find_if(known.begin(), known.end(), [&](const auto& info) {
    return info.identity.seriesUid == wanted.plan.scan.seriesUid && info.loadable;
  });
  if (series == known.end())
    return void(Q_EMIT self->refused({"plan-of-another-series", file.toStdString(), wanted.plan.scan.seriesUid}));
  self->openSeries(*series);
  reopened = std::move(wanted);
}

QString Case::Private::fileOf(const std::string& sopInstanceUid) const {
  for (const auto& series : scanResult.series)
    for (std::size_t i = 0; i < std::min(series.identity.instances.size(), series.files.size()); ++i)
      if (series.identity.instances[i].sopInstanceUid == sopInstanceUid)
        return QString::fromStdU16String(series.files[i].u16string());
  return {};
}

void Case::Private::applyReopened() {
  background.cancel(Background::Kind::Structures);
  structureFiles.clear();
  structureFindings.clear();
  const auto& cited = reopened->plan.structureEvidence;
  std::set<std::string> wanted;
  for (const auto& object : cited)
    for (const auto& instance : object.instances) wanted.insert(instance.sopInstanceUid);
  std::erase_if(draft.structures, [&](const auto& m) { return !wanted.contains(m.structure.sourceSopInstanceUid); });
  for (const std::string& uid : wanted)
    if (const QString file = fileOf(uid); !holdsObject(uid) && !file.isEmpty()) structureFiles.push_back(file);
  startStructures();
}

void Case::Private::restoreStructures() {
  const ReopenedPlan from = *std::exchange(reopened, std::nullopt);
  CaseDraft next;
  next.plan = from.plan;
  next.plan.scan = {};
  next.structures = draft.structures;
  for (const auto& traced : from.plan.tracedStructures) next.structures.push_back(planning::anatomy::measure(traced));
  std::set<std::string> done;
  for (const auto& needle : from.plan.needles)
    for (const auto& row : needle.clearances) {
      if (!wasThere(row) || !done.insert(row.structureTrackingUid).second) continue;
      const auto place = std::find_if(next.structures.begin(), next.structures.end(),
                                      [&](const auto& m) { return isFrom(m.structure, row); });
      if (place != next.structures.end())
        restore(place->structure, row, from.plan.routeId);
      else
        structureFindings.push_back({{}, {"structure-not-reopened", planning::Severity::Error, {row.structure}, {}}});
    }
  if (next.plan.needles.empty()) next.plan.needles.push_back(newNeedle(next));
  markChosen(next);
  undo.clear();
  saved = reportOf(from.plan);
  recovered = from.recovered;
  if (recovered) {
    saved.sopInstanceUid = from.plan.predecessorUid;
    saved.predecessorUid.clear();
    saved.complete = false;
    keeper.adopt(from.file);
  }
  next.levels = draft.levels;  // of the scan, which is the same
  draft = std::move(next);
  reassess();
  Q_EMIT self->structuresChanged();
  Q_EMIT self->currentNeedleChanged();
  Q_EMIT self->planChanged();
  Q_EMIT self->message(tr("Plan opened: %1").arg(from.file));
}

}  // namespace app
