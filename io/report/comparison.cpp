#include "io/report/comparison.h"

#include <algorithm>
#include <cmath>
#include <regex>
#include <span>

#include "io/dicom/encode.h"
#include "io/report/older_layouts.h"
#include "io/report/plan_texts.h"
#include "io/report/site_texts.h"

namespace io::report {
namespace {

constexpr double kLength = 0.01;             ///< mm, and any unit that has no bound of its own
constexpr double kAngle = 0.01;              ///< degrees
constexpr double kChance = 0.02;             ///< of a sampled chance, for places that differ by the rounding
constexpr const char* kRemoved = "Removed";  ///< by de-identification (io/deidentification/report_texts.h)

/// Of the writer, not of the plan.
constexpr CodedConcept kPassedOver[] = {kCodes.observerType,       kCodes.deviceUid,       kCodes.deviceName,
                                        kCodes.deviceManufacturer, kCodes.deviceModel,     kCodes.deviceSerial,
                                        kCodes.algorithmVersion,   kCodes.scanDigest,      kCodes.seal,
                                        kCodes.trackingUid,        kCodes.relatedStructure};
/// Versions before did not work them out for every plan.
constexpr CodedConcept kNewer[] = {kCodes.breachProbability, kCodes.breachStandardError, kCodes.placementError};

bool isOneOf(std::span<const CodedConcept> concepts, const ContentItem& item) {
  return std::ranges::any_of(concepts, [&](const auto& one) { return item.is(one); });
}

/// Its number, or the object and number that it comes from.
std::string sourceOf(const ContentItem& item) {
  std::string text = item.reference.sopInstanceUid;
  for (const int segment : item.segments) text += "#" + std::to_string(segment);
  return text + "#" + textOf(item, kCodes.roiIdentifier);
}

const std::regex& numberPattern() {
  static const std::regex pattern(R"(-?\d+(\.\d+)?)");
  return pattern;
}

std::string withoutNumbers(const std::string& text) {
  return std::regex_replace(text, numberPattern(), "#");
}

/// What tells an item from others of its name.
std::string ownName(const ContentItem& item) {
  if (item.is(kCodes.measurementGroup)) {
    std::string name = textOf(item, kCodes.trackingIdentifier) + "|" + textOf(item, kCodes.relatedTrajectory) + "|" +
                       textOf(item, kCodes.source);
    for (const auto& child : item.children)
      if (child.is(kCodes.sourceOfMeasurement) || child.is(kCodes.regionInSpace)) name += "|" + sourceOf(child);
    return name;
  }
  if (item.is(kCodes.imageLibraryGroup)) return textOf(item, kCodes.seriesUid);
  if (item.is(kCodes.evidenceSeries)) return item.text.substr(0, item.text.find(';'));  // its UID
  if (item.valueType == "IMAGE" || item.valueType == "COMPOSITE") return sourceOf(item);
  if (item.is(kCodes.planFinding)) return item.text.substr(0, item.text.find('|'));  // its code
  return {};
}

std::string keyOf(const ContentItem& item) {
  return item.relationship + "|" + item.valueType + "|" + item.name.value + "|" + item.name.scheme + "|" +
         ownName(item);
}

std::string legible(const std::vector<planning::Point>& points) {
  std::string text;
  for (const auto& point : points) text += (text.empty() ? "" : "; ") + textOf(std::vector<planning::Point>{point});
  return text;
}

std::string legible(const ContentItem& item) {
  if (item.valueType == "CODE") return item.code.meaning;
  if (item.valueType == "NUM")
    return (item.number ? dicom::decimalString(*item.number) : "none") + " " + item.unit.value;
  if (item.valueType == "SCOORD3D") return legible(item.points) + " in " + item.frameOfReferenceUid;
  if (item.valueType == "IMAGE" || item.valueType == "COMPOSITE") return sourceOf(item);
  if (item.valueType == "CONTAINER") return item.name.meaning;
  return item.valueType == "SCOORD" ? "marks" : item.text;
}

/// The same words, and numbers that differ by no more than one of the last digit that is written.
bool sameButForRounding(const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (withoutNumbers(a) != withoutNumbers(b)) return false;
  std::sregex_iterator one(a.begin(), a.end(), numberPattern()), other(b.begin(), b.end(), numberPattern());
  for (; one != std::sregex_iterator(); ++one, ++other) {
    const std::string first = one->str(), second = other->str();
    if (first == second) continue;
    const auto decimals = [](const std::string& number) {
      const auto point = number.find('.');
      return point == std::string::npos ? std::size_t{0} : number.size() - point - 1;
    };
    if (decimals(first) != decimals(second)) return false;
    const bool percent = one->suffix().str().starts_with(" %");
    const double step = std::pow(10.0, -static_cast<double>(decimals(first))) * (percent ? 2 : 1);
    const bool counted = decimals(first) == 0 && !percent;  // counts and years, not measures
    if (counted || std::abs(std::stod(first) - std::stod(second)) > step * 1.001) return false;
  }
  return true;
}

bool sameFinding(const std::string& said, const std::string& now) {
  const auto a = findingOf(said), b = findingOf(now);
  if (!a || !b || a->code != b->code || a->severity != b->severity || a->arguments.size() != b->arguments.size())
    return false;
  return std::equal(a->arguments.begin(), a->arguments.end(), b->arguments.begin(), sameButForRounding);
}

/// What de-identification clears is no difference.
bool sameSeries(const std::string& said, const std::string& now) {
  auto a = seriesOf(said, {});
  const auto b = seriesOf(now, {});
  if (!a || !b) return false;
  const auto fill = [](std::string& mine, const std::string& theirs) { mine = mine.empty() ? theirs : mine; };
  fill(a->description, b->description);
  fill(a->study.id, b->study.id);
  fill(a->study.accessionNumber, b->study.accessionNumber);
  fill(a->study.description, b->study.description);
  fill(a->study.referringPhysician, b->study.referringPhysician);
  return *a == *b;
}

/// Measured from places that were rounded since.
bool sameSite(const std::string& said, const std::string& now) {
  const auto a = siteOf(said), b = siteOf(now);
  if (!a || !b || a->lateralMm.has_value() != b->lateralMm.has_value()) return false;
  return a->against == b->against && a->side == b->side && a->levels == b->levels &&
         (!a->lateralMm || std::abs(*a->lateralMm - *b->lateralMm) <= kLength);
}

bool sameText(const ContentItem& said, const ContentItem& now) {
  if (said.text == kRemoved) return true;
  if (said.is(kCodes.planFinding)) return sameFinding(said.text, now.text);
  if (said.is(kCodes.evidenceSeries)) return sameSeries(said.text, now.text);
  if (said.is(kCodes.measuredSite)) return sameSite(said.text, now.text);
  return said.text == now.text;
}

class Comparer {
 public:
  void children(const ContentItem& said, const ContentItem& now, const std::string& where) {
    std::vector<const ContentItem*> left;
    for (const auto& item : now.children)
      if (!isOneOf(kPassedOver, item)) left.push_back(&item);
    for (const auto& item : said.children) {
      if (isOneOf(kPassedOver, item)) continue;
      const auto pair = std::ranges::find(left, keyOf(item), [](const auto* other) { return keyOf(*other); });
      if (pair == left.end()) {
        if (item.text != kRemoved) add(where, item, legible(item), {});
        continue;
      }
      both(item, **pair, where);
      left.erase(pair);
    }
    for (const auto* item : left)
      if (!isOneOf(kNewer, *item)) add(where, *item, {}, legible(*item));
  }

  Comparison result;

 private:
  void add(const std::string& where, const ContentItem& item, std::string said, std::string now) {
    const std::string label = textOf(item, kCodes.trackingIdentifier);
    std::string what = item.name.meaning;
    if (what.empty()) what = item.valueType;
    if (!label.empty()) what += " \"" + label + "\"";
    result.disagreements.push_back({where, what, std::move(said), std::move(now)});
  }

  void both(const ContentItem& said, const ContentItem& now, const std::string& where) {
    if (said.name.meaning != now.name.meaning)
      add(where, said, "the name " + said.name.meaning, "the name " + now.name.meaning);
    if (!sameValue(said, now)) add(where, said, legible(said), legible(now));
    const std::string label = textOf(said, kCodes.trackingIdentifier);
    children(said, now, label.empty() ? where : label);
  }

  bool sameValue(const ContentItem& said, const ContentItem& now) {
    if (said.valueType == "NUM") return sameNumber(said, now);
    if (said.valueType == "SCOORD3D") return samePlaces(said, now);
    if (said.valueType == "CODE") return said.code == now.code;
    return sameText(said, now) && said.templateId == now.templateId && said.reference == now.reference &&
           said.segments == now.segments && said.frame == now.frame && said.pixels == now.pixels &&
           said.graphicType == now.graphicType;
  }

  bool sameNumber(const ContentItem& said, const ContentItem& now) {
    if (said.unit != now.unit || said.number.has_value() != now.number.has_value()) return false;
    if (!said.number) return true;
    const bool chance = said.is(kCodes.breachProbability) || said.is(kCodes.breachStandardError);
    return within(said, *said.number - *now.number, chance ? kChance : kCodes.degree.is(said.unit) ? kAngle : kLength);
  }

  bool samePlaces(const ContentItem& said, const ContentItem& now) {
    const bool alike = said.graphicType == now.graphicType && said.frameOfReferenceUid == now.frameOfReferenceUid;
    if (!alike || said.points.size() != now.points.size()) return false;
    double farthest = 0;
    for (std::size_t i = 0; i < said.points.size(); ++i)
      farthest = std::max(farthest, (said.points[i] - now.points[i]).GetNorm());
    return within(said, farthest, kLength);
  }

  bool within(const ContentItem& item, double difference, double tolerance) {
    auto& largest = result.largest[item.name.value];
    largest = std::max(largest, std::abs(difference));
    return std::abs(difference) <= tolerance;
  }
};

}  // namespace

Comparison compare(const ContentItem& said, const ContentItem& now) {
  Comparer comparer;
  comparer.children(asWrittenNow(said), now, {});
  return std::move(comparer.result);
}

}  // namespace io::report
