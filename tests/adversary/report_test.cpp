#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "io/dicom/encode.h"
#include "io/report/codes.h"
#include "io/report/comparison.h"
#include "io/report/plan_document.h"
#include "io/report/plan_reader.h"
#include "io/report/report_tree.h"
#include "io/report/scan_digest.h"
#include "io/report/seal.h"
#include "planning/plan/assess.h"
#include "planning/plan/preparation.h"
#include "planning/plan/taken_choices.h"
#include "tests/adversary/kinds.h"

// Reports of plans that are right, with one value altered: every edit breaks the seal; and sealed again by somebody who
// knows how, what is computed still disagrees with what the scan says.
namespace adversary {
namespace {

using io::report::kCodes;

constexpr unsigned kFew = 1, kMany = 8;

/// A saved plan with all that its scan makes of it.
struct Saved {
  Case made;
  std::unique_ptr<DcmFileFormat> report;
};

planning::Scene sceneOf(const Case& made, std::vector<planning::anatomy::MeasuredStructure> structures) {
  planning::Scene scene{made.body->volume.get(), made.body->skin.get(), std::move(structures)};
  scene.date = made.date;
  return scene;
}

std::unique_ptr<DcmFileFormat> reportOf(const planning::Plan& plan) {
  auto document = io::report::documentOf(io::report::prepared(plan));
  if (!document) throw std::runtime_error(document.error().code + " " + document.error().detail);
  io::report::seal(*(*document)->getDataset());
  return std::move(*document);
}

Saved saved(Case made) {
  const auto& routes = planning::procedure::routesInUse();
  followRoute(made.choices, made.structures, planning::overruledBy(made.choices), routes);
  made.choices.scanDigest = io::report::digestOf(*made.body->volume);
  const planning::Scene scene = sceneOf(made, made.structures);
  planning::Plan plan{made.choices, planning::assess(made.choices, scene, routes), {}};
  EXPECT_TRUE(plan.assessment.ready);
  Saved all{std::move(made), reportOf(plan)};
  return all;
}

/// As `verify` does it (app/commands/verify.cpp), without the file: refused, or what does not agree.
bool disagrees(const Case& made, DcmFileFormat& report) {
  const auto bytes = io::dicom::encode(report);
  if (!bytes) return true;
  const auto tree = io::report::treeOf(*bytes, "plan.dcm");
  if (!tree) return true;
  const auto plan = io::report::asPlan(io::report::reportOf(*tree, "plan.dcm"), "plan.dcm");
  if (!plan) return true;
  auto structures = made.structures;
  takeChoices(structures, *plan, planning::procedure::routesInUse());
  planning::Plan again{placedFromViews(plan->choices), {}, plan->report};
  again.choices.scan = made.body->volume->identity;
  again.choices.structureEvidence = {};
  again.assessment =
      planning::assess(again.choices, sceneOf(made, std::move(structures)), planning::procedure::routesInUse());
  const auto now = io::report::contentOf(io::report::prepared(again));
  return !now || plan->report.seal == planning::Seal::Broken ||
         !io::report::compare(tree->content, *now).disagreements.empty();
}

struct Place {
  DcmItem* item = nullptr;
  std::string concept_, meaning, type;
};

std::string valueOf(DcmItem& item, const DcmTagKey& tag) {
  OFString text;
  item.findAndGetOFString(tag, text);
  return text.c_str();
}

DcmItem* nested(DcmItem& item, const DcmTagKey& sequence) {
  DcmItem* found = nullptr;
  return item.findAndGetSequenceItem(sequence, found).good() ? found : nullptr;
}

void collect(DcmItem& item, std::vector<Place>& places) {
  DcmSequenceOfItems* children = nullptr;
  if (item.findAndGetSequence(DCM_ContentSequence, children).bad()) return;
  for (unsigned long i = 0; i < children->card(); ++i) {
    DcmItem& child = *children->getItem(i);
    if (DcmItem* name = nested(child, DCM_ConceptNameCodeSequence))
      places.push_back(
          {&child, valueOf(*name, DCM_CodeValue), valueOf(*name, DCM_CodeMeaning), valueOf(child, DCM_ValueType)});
    collect(child, places);
  }
}

std::vector<Place> placesOf(DcmFileFormat& report) {
  std::vector<Place> places;
  collect(*report.getDataset(), places);
  return places;
}

bool alterNumber(DcmItem& item, Random& random) {
  DcmItem* measured = nested(item, DCM_MeasuredValueSequence);
  Float64 value = 0;
  if (!measured) return false;
  if (measured->findAndGetFloat64(DCM_FloatingPointValue, value).bad())
    value = std::atof(valueOf(*measured, DCM_NumericValue).c_str());
  value += (value > 0.5 ? -1 : 1) * between(random, 0.05, 0.4);  // within the range of any of them
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", value);
  measured->putAndInsertFloat64(DCM_FloatingPointValue, std::atof(text));
  return measured->putAndInsertString(DCM_NumericValue, text).good();
}

/// Another of the codes that this document has under that name; of verdicts and of yes and no the other one.
bool alterCode(const Place& place, const std::vector<Place>& all, Random& random) {
  DcmItem* code = nested(*place.item, DCM_ConceptCodeSequence);
  if (!code) return false;
  const std::string before = valueOf(*code, DCM_CodeValue);
  std::set<std::string> others;
  for (const Place& one : all)
    if (DcmItem* other = one.concept_ == place.concept_ ? nested(*one.item, DCM_ConceptCodeSequence) : nullptr)
      others.insert(valueOf(*other, DCM_CodeValue));
  for (const char* word : {"373066001", "373067005"})
    if (before == "373066001" || before == "373067005") others.insert(word);
  for (const char* verdict : {"NP-211", "NP-212", "NP-213", "NP-214"})
    if (place.concept_ == kCodes.verdict.value) others.insert(verdict);
  others.erase(before);
  if (others.empty()) return false;
  auto chosen = others.begin();
  std::advance(chosen, static_cast<long>(oneOf(random, others.size())));
  return code->putAndInsertString(DCM_CodeValue, chosen->c_str()).good();
}

bool alterPlace(DcmItem& item, Random& random) {
  const Float32* data = nullptr;
  unsigned long count = 0;
  if (item.findAndGetFloat32Array(DCM_GraphicData, data, &count).bad() || count == 0) return false;
  std::vector<Float32> moved(data, data + count);
  moved[oneOf(random, count)] += static_cast<Float32>(between(random, 0.1, 4));
  return item.putAndInsertFloat32Array(DCM_GraphicData, moved.data(), count).good();
}

bool alterText(DcmItem& item, const std::string& type) {
  const std::pair<const char*, DcmTagKey> tags[] = {
      {"TEXT", DCM_TextValue}, {"PNAME", DCM_PersonName}, {"UIDREF", DCM_UID}, {"DATE", DCM_Date}, {"TIME", DCM_Time}};
  for (const auto& [name, tag] : tags)
    if (type == name) {
      std::string text = valueOf(item, tag);
      if (text.empty()) return false;
      text.back() = text.back() == '1' ? '2' : '1';
      return item.putAndInsertString(tag, text.c_str()).good();
    }
  return false;
}

bool alter(const Place& place, const std::vector<Place>& all, Random& random) {
  if (place.type == "NUM") return alterNumber(*place.item, random);
  if (place.type == "CODE") return alterCode(place, all, random);
  if (place.type == "SCOORD3D") return alterPlace(*place.item, random);
  return alterText(*place.item, place.type);
}

/// What follows from the scan and the choices, so that no seal is needed to tell that it was altered.
bool isComputed(const Place& place) {
  static const std::set<std::string> all = [] {
    std::set<std::string> values;
    for (const auto& code :
         {kCodes.pathLength, kCodes.depth, kCodes.outsideSkin, kCodes.inPlaneAngle, kCodes.cranioCaudalAngle,
          kCodes.positionerPrimary, kCodes.positionerSecondary, kCodes.distance, kCodes.clearance, kCodes.closestDepth,
          kCodes.errorBound, kCodes.closestOnStructure, kCodes.closestOnNeedle, kCodes.targetPoint, kCodes.entryPoint,
          kCodes.breachProbability, kCodes.verdict})
      values.insert(code.value);
    values.insert(kCodes.ready.value), values.insert(kCodes.tooShort.value);
    return values;
  }();
  return all.contains(place.concept_);
}

void alterOne(const Saved& plan, std::size_t which, Random& random, Tally& tally) {
  DcmFileFormat copy(*plan.report);
  const auto places = placesOf(copy);
  const Place& place = places[which];
  if (!alter(place, places, random)) return;
  const std::string what = place.type + " " + place.meaning;
  const bool broken = io::report::sealOf(*copy.getDataset()) == planning::Seal::Broken;
  tally.count("altered " + place.type, "seal", broken);
  EXPECT_TRUE(broken) << what;
  if (!isComputed(place)) return;
  io::report::seal(*copy.getDataset());
  const bool noticed = disagrees(plan.made, copy);
  tally.count("sealed again: " + place.meaning, "computed again", noticed);
  EXPECT_TRUE(noticed) << what << " in item " << which;
}

void expectNoticed(unsigned count, std::size_t atMost) {
  Tally tally;
  for (const unsigned seed : seeds(count)) {
    Random random(seed);
    const Body body = makeBody(seed % 2 == 0 ? Region::ProneNeck : Region::Lumbar, seed);
    const Case honest = honestCase(body, body.paths[oneOf(random, body.paths.size())], random);
    const auto& positions = honest.route().positions;
    if (!positions.empty() && std::find(positions.begin(), positions.end(), "prone") == positions.end()) continue;
    SCOPED_TRACE(honest.text() + "; repeat with NEEDLEPLAN_ADVERSARY_SEED=" + std::to_string(seed));
    Saved plan = saved(honest);
    const bool agrees = !disagrees(plan.made, *plan.report);
    tally.countHonest(agrees);
    EXPECT_TRUE(agrees) << "the report as it was saved";
    const std::size_t all = placesOf(*plan.report).size();
    for (std::size_t n = 0; n < std::min(all, atMost); ++n)
      alterOne(plan, all <= atMost ? n : oneOf(random, all), random, tally);
  }
  tally.print("reports");
}

}  // namespace

TEST(AlteredReport, isNoticed) {
  expectNoticed(kFew, 250);
}
TEST(AlteredReport, isNoticedSlow) {
  expectNoticed(kMany, 3000);
}

}  // namespace adversary
