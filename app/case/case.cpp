#include "app/case/case.h"

#include "app/case/plan_on_scan.h"

namespace app {

Case::Case()
    : document_({[this](const PlanDraft& draft) { return assessedOnScan(draft, shown_, sources_); },
                 [this](PlanDraft& next, const PlanDraft& before) {
                   if (!found_.mayPropose()) dropStaleExpected(before, next);  // nothing comes in their place
                   deriveDefaults(next);
                 }}),
      structures_(shown_, document_, sources_, background_, reporter_),
      shapeMeasuring_(document_, background_, reporter_),
      structureFiles_(shown_, document_, sources_, background_, reporter_),
      levels_(shown_, document_, background_, reporter_),
      work_(shown_, document_, background_, reporter_),
      files_({shown_, document_, sources_, structureFiles_, work_, background_, reporter_}),
      skinRisk_(shown_),
      found_(shown_, document_, levels_, structures_.finder(), background_),
      autoNeedles_(shown_, document_, background_),
      guides_(shown_, document_, background_) {
  wireShownScan();
  QObject::connect(&background_, &Background::progress, &reporter_, &Reporter::workProgress);
  QObject::connect(&work_, &ScanWork::opened, &files_, [this] {
    const bool reopens = files_.isReopening();
    files_.goOn();
    if (!reopens) found_.begin();
  });
  QObject::connect(&structureFiles_, &StructureFiles::allRead, &files_, [this] { found_.start(); });
  QObject::connect(&document_, &PlanDocument::planChanged, &files_, [this] { found_.follow(); });
  QObject::connect(&work_, &ScanWork::cancelled, &files_, [this] {
    structureFiles_.forgetWaiting();
    files_.giveUpOpening();
    found_.stop();
    if (autoNeedles_.state() == AutoNeedles::State::Looking) autoNeedles_.giveUp();  // a list that is there stays
    guides_.giveUp();
    structures_.shapes().giveUp();
    shapeMeasuring_.tidy();  // what is shown stays no shape that nobody measures
  });
  QObject::connect(&work_, &ScanWork::closing, &files_, [this] {
    structures_.shapes().giveUp();
    structureFiles_.forgetWaiting();
    found_.forget();
    autoNeedles_.giveUp();
    guides_.forget();
    files_.forget();
    sources_ = {};
  });
}

/// What is shown is new before anybody hears of it.
void Case::wireShownScan() {
  using Document = PlanDocument;
  QObject::connect(&document_, &Document::renewed, &shown_, [this] {
    const PlanDraft& draft = document_.draft();
    shown_.take({document_.plan(), draft.structures, draft.levels, draft.currentNeedle});
  });
  QObject::connect(&document_, &Document::structuresChanged, &shown_, &ShownScan::structuresChanged);
  QObject::connect(&document_, &Document::levelsChanged, &shown_, &ShownScan::levelsChanged);
  QObject::connect(&document_, &Document::currentNeedleChanged, &shown_, &ShownScan::currentNeedleChanged);
  QObject::connect(&document_, &Document::planChanged, &shown_, &ShownScan::planChanged);
}

}  // namespace app
