#include "io/report/coded_values.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cctype>
#include <iterator>
#include <regex>
#include <string_view>

#include "io/report/plan_fields.h"
#include "io/report/record_fields.h"

namespace io::report {
namespace {

using planning::anatomy::Code;
using planning::anatomy::Kind;
using planning::anatomy::Role;
using planning::anatomy::Side;
using planning::needle::Verdict;

template <class Value>
struct Row {
  Value key;
  CodedConcept coded;
};

constexpr Row<Role> kRoles[] = {{Role::Avoid, {"NP-401", kPrivateScheme, "Structure to avoid"}},
                                {Role::Target, {"NP-402", kPrivateScheme, "Target structure"}},
                                {Role::Crossable, {"NP-403", kPrivateScheme, "Crossable structure"}}};

constexpr Row<Kind> kKinds[] = {{Kind::Artery, {"NP-411", kPrivateScheme, "Kind artery"}},
                                {Kind::Vein, {"NP-412", kPrivateScheme, "Kind vein"}},
                                {Kind::Vessel, {"NP-413", kPrivateScheme, "Kind vessel"}},
                                {Kind::Nerve, {"NP-414", kPrivateScheme, "Kind nerve"}},
                                {Kind::Dura, {"NP-415", kPrivateScheme, "Kind dura"}},
                                {Kind::Bone, {"NP-416", kPrivateScheme, "Kind bone"}},
                                {Kind::Disc, {"NP-417", kPrivateScheme, "Kind disc"}},
                                {Kind::Lung, {"NP-418", kPrivateScheme, "Kind lung"}},
                                {Kind::Organ, {"NP-419", kPrivateScheme, "Kind organ"}},
                                {Kind::Skin, {"NP-420", kPrivateScheme, "Kind skin"}},
                                {Kind::Muscle, {"NP-421", kPrivateScheme, "Kind muscle"}},
                                {Kind::Fat, {"NP-422", kPrivateScheme, "Kind fat"}},
                                {Kind::Ligament, {"NP-423", kPrivateScheme, "Kind ligament"}},
                                {Kind::Other, {"NP-424", kPrivateScheme, "Kind other"}}};

constexpr CodedConcept kBody{"123037004", "SCT", "Anatomical Structure"};  // no code verified, or no kind known
constexpr Row<Kind> kAnatomy[] = {{Kind::Artery, {"51114001", "SCT", "Artery"}},
                                  {Kind::Vein, {"29092000", "SCT", "Vein"}},
                                  {Kind::Vessel, {"59820001", "SCT", "Blood vessel"}},
                                  {Kind::Nerve, {"119410002", "SCT", "Nerve"}},
                                  {Kind::Dura, {"18545000", "SCT", "Dura mater"}},
                                  {Kind::Bone, {"272673000", "SCT", "Bone"}},
                                  {Kind::Disc, {"NP-502", kPrivateScheme, "Intervertebral disc"}},
                                  {Kind::Lung, {"39607008", "SCT", "Lung"}},
                                  {Kind::Organ, kBody},
                                  {Kind::Skin, {"39937001", "SCT", "Skin"}},
                                  {Kind::Muscle, {"71616004", "SCT", "Muscle"}},
                                  {Kind::Fat, kBody},
                                  {Kind::Ligament, {"52082005", "SCT", "Ligament"}},
                                  {Kind::Other, kBody}};

constexpr Row<Verdict> kVerdicts[] = {{Verdict::Clear, {"NP-211", kPrivateScheme, "Acceptable"}},
                                      {Verdict::Near, {"NP-212", kPrivateScheme, "Caution"}},
                                      {Verdict::Breach, {"NP-213", kPrivateScheme, "Not acceptable"}},
                                      {Verdict::Unknown, {"NP-214", kPrivateScheme, "Not evaluated"}}};

constexpr Row<Side> kSides[] = {{Side::Left, {"7771000", "SCT", "Left"}},
                                {Side::Right, {"24028007", "SCT", "Right"}},
                                {Side::Bilateral, {"51440002", "SCT", "Bilateral"}}};

using Origin = planning::anatomy::Origin;
constexpr Row<Origin::Kind> kProvenances[] = {
    {Origin::Kind::Segmentation, {"NP-431", kPrivateScheme, "From DICOM segmentation"}},
    {Origin::Kind::RtStruct, {"NP-432", kPrivateScheme, "From RT structure set"}},
    {Origin::Kind::LabelMap, {"NP-433", kPrivateScheme, "From label map"}},
    {Origin::Kind::Traced, {"NP-434", kPrivateScheme, "Traced by person"}},
    {Origin::Kind::Painted, {"NP-434", kPrivateScheme, "Traced by person"}},
    {Origin::Kind::Found, {"NP-435", kPrivateScheme, "Found by this program"}},
    {Origin::Kind::Other, {"NP-436", kPrivateScheme, "Other provenance"}},
    {Origin::Kind::Expected, {"NP-439", kPrivateScheme, "Expected from bone by this program"}}};
static_assert(std::size(kProvenances) == static_cast<std::size_t>(Origin::Kind::Other) + 1, "every kind has its code");

constexpr CodedConcept kOtherNeedle{"NP-437", kPrivateScheme, "Another needle of plan"};
constexpr CodedConcept kNotGiven{"NP-438", kPrivateScheme, "Required by route and not given"};

/// Vertebrae of CID 7603, levels of CID 1003 of PS3.16.
constexpr Row<std::string_view> kLevels[] = {{"C1", {"14806007", "SCT", "C1 vertebra"}},
                                             {"C2", {"39976000", "SCT", "C2 vertebra"}},
                                             {"C3", {"113205007", "SCT", "C3 vertebra"}},
                                             {"C4", {"5329002", "SCT", "C4 vertebra"}},
                                             {"C5", {"36978003", "SCT", "C5 vertebra"}},
                                             {"C6", {"36054005", "SCT", "C6 vertebra"}},
                                             {"C7", {"87391001", "SCT", "C7 vertebra"}},
                                             {"T1", {"64864005", "SCT", "T1 vertebra"}},
                                             {"T2", {"53733008", "SCT", "T2 vertebra"}},
                                             {"T3", {"1626008", "SCT", "T3 vertebra"}},
                                             {"T4", {"73071006", "SCT", "T4 vertebra"}},
                                             {"T5", {"56401006", "SCT", "T5 vertebra"}},
                                             {"T6", {"45296009", "SCT", "T6 vertebra"}},
                                             {"T7", {"62487009", "SCT", "T7 vertebra"}},
                                             {"T8", {"11068009", "SCT", "T8 vertebra"}},
                                             {"T9", {"82687006", "SCT", "T9 vertebra"}},
                                             {"T10", {"7610001", "SCT", "T10 vertebra"}},
                                             {"T11", {"12989004", "SCT", "T11 vertebra"}},
                                             {"T12", {"23215003", "SCT", "T12 vertebra"}},
                                             {"L1", {"66794005", "SCT", "L1 vertebra"}},
                                             {"L2", {"14293000", "SCT", "L2 vertebra"}},
                                             {"L3", {"36470004", "SCT", "L3 vertebra"}},
                                             {"L4", {"11994002", "SCT", "L4 vertebra"}},
                                             {"L5", {"49668003", "SCT", "L5 vertebra"}},
                                             {"S1", {"65985001", "SCT", "S1 vertebra"}},
                                             {"C2-C3", {"243902007", "SCT", "Level of C2/C3 intervertebral disc"}},
                                             {"C3-C4", {"243903002", "SCT", "Level of C3/C4 intervertebral disc"}},
                                             {"C4-C5", {"243904008", "SCT", "Level of C4/C5 intervertebral disc"}},
                                             {"C5-C6", {"243905009", "SCT", "Level of C5/C6 intervertebral disc"}},
                                             {"C6-C7", {"243906005", "SCT", "Level of C6/C7 intervertebral disc"}},
                                             {"C7-T1", {"243925008", "SCT", "Level of C7/T1 intervertebral disc"}},
                                             {"T1-T2", {"243908006", "SCT", "Level of T1/T2 intervertebral disc"}},
                                             {"T2-T3", {"243909003", "SCT", "Level of T2/T3 intervertebral disc"}},
                                             {"T3-T4", {"243910008", "SCT", "Level of T3/T4 intervertebral disc"}},
                                             {"T4-T5", {"243911007", "SCT", "Level of T4/T5 intervertebral disc"}},
                                             {"T5-T6", {"243912000", "SCT", "Level of T5/T6 intervertebral disc"}},
                                             {"T6-T7", {"243913005", "SCT", "Level of T6/T7 intervertebral disc"}},
                                             {"T7-T8", {"243914004", "SCT", "Level of T7/T8 intervertebral disc"}},
                                             {"T8-T9", {"243915003", "SCT", "Level of T8/T9 intervertebral disc"}},
                                             {"T9-T10", {"243916002", "SCT", "Level of T9/T10 intervertebral disc"}},
                                             {"T10-T11", {"243917006", "SCT", "Level of T10/T11 intervertebral disc"}},
                                             {"T11-T12", {"243918001", "SCT", "Level of T11/T12 intervertebral disc"}},
                                             {"T12-L1", {"243926009", "SCT", "Level of T12/L1 intervertebral disc"}},
                                             {"L1-L2", {"243920003", "SCT", "Level of L1/L2 intervertebral disc"}},
                                             {"L2-L3", {"243921004", "SCT", "Level of L2/L3 intervertebral disc"}},
                                             {"L3-L4", {"243922006", "SCT", "Level of L3/L4 intervertebral disc"}},
                                             {"L4-L5", {"243923001", "SCT", "Level of L4/L5 intervertebral disc"}},
                                             {"L5-S1", {"243927000", "SCT", "Level of L5/S1 intervertebral disc"}},
                                             {"C", {"122494005", "SCT", "Cervical spine"}},
                                             {"T", {"122495006", "SCT", "Thoracic spine"}},
                                             {"L", {"122496007", "SCT", "Lumbar spine"}},
                                             {"S", {"54735007", "SCT", "Sacrum"}},
                                             {"SPINE", {"421060004", "SCT", "Spine"}}};

/// CID 7604 of PS3.16.
constexpr Row<std::string_view> kDiscs[] = {
    {"C2-C3", {"1078209008", "SCT", "C2/C3 disc"}},  {"C3-C4", {"58820006", "SCT", "C3/C4 disc"}},
    {"C4-C5", {"49400002", "SCT", "C4/C5 disc"}},    {"C5-C6", {"73959003", "SCT", "C5/C6 disc"}},
    {"C6-C7", {"75095006", "SCT", "C6/C7 disc"}},    {"C7-T1", {"37414007", "SCT", "C7/T1 disc"}},
    {"T1-T2", {"40908007", "SCT", "T1/T2 disc"}},    {"T2-T3", {"6004007", "SCT", "T2/T3 disc"}},
    {"T3-T4", {"2620004", "SCT", "T3/T4 disc"}},     {"T4-T5", {"82965004", "SCT", "T4/T5 disc"}},
    {"T5-T6", {"72692000", "SCT", "T5/T6 disc"}},    {"T6-T7", {"74401007", "SCT", "T6/T7 disc"}},
    {"T7-T8", {"28693002", "SCT", "T7/T8 disc"}},    {"T8-T9", {"9188009", "SCT", "T8/T9 disc"}},
    {"T9-T10", {"113209001", "SCT", "T9/T10 disc"}}, {"T10-T11", {"34959001", "SCT", "T10/T11 disc"}},
    {"T11-T12", {"1537001", "SCT", "T11/T12 disc"}}, {"T12-L1", {"76206002", "SCT", "T12/L1 disc"}},
    {"L1-L2", {"80064006", "SCT", "L1/L2 disc"}},    {"L2-L3", {"67459009", "SCT", "L2/L3 disc"}},
    {"L3-L4", {"62551000", "SCT", "L3/L4 disc"}},    {"L4-L5", {"84020006", "SCT", "L4/L5 disc"}},
    {"L5-S1", {"715056000", "SCT", "L5/S1 disc"}}};

/// The letter is the region for siteOf(), where the level does not say one.
struct RouteRow {
  std::string_view id;
  CodedConcept approach;
  std::string_view region;
};
constexpr CodedConcept kInterlaminar{"NP-301", kPrivateScheme, "Interlaminar approach"};
constexpr CodedConcept kTransforaminal{"NP-302", kPrivateScheme, "Transforaminal approach"};
constexpr CodedConcept kFacet{"NP-304", kPrivateScheme, "Facet joint approach"};
constexpr CodedConcept kOtherApproach{"NP-309", kPrivateScheme, "Other percutaneous approach"};
constexpr RouteRow kRoutes[] = {{"lumbar-interlaminar", kInterlaminar, "L"},
                                {"lumbar-foraminal", kTransforaminal, "L"},
                                {"caudal", {"NP-303", kPrivateScheme, "Caudal epidural approach"}, "S"},
                                {"lumbar-facet", kFacet, "L"},
                                {"cervical-foraminal", kTransforaminal, "C"},
                                {"cervical-facet", kFacet, "C"},
                                {"cervical-interlaminar", kInterlaminar, "C"},
                                {"c1-c2", {"NP-310", kPrivateScheme, "Lateral atlanto-axial joint approach"}, "C"},
                                {"intradiscal", {"NP-305", kPrivateScheme, "Intradiscal approach"}, "L"},
                                {"blood-patch", kInterlaminar, ""},
                                {"general", kOtherApproach, ""}};

constexpr Row<std::string_view> kModalities[] = {{"CT", {"CT", "DCM", "Computed Tomography"}},
                                                 {"MR", {"MR", "DCM", "Magnetic Resonance"}},
                                                 {"XA", {"XA", "DCM", "X-Ray Angiography"}},
                                                 {"RF", {"RF", "DCM", "Radiofluoroscopy"}},
                                                 {"PT", {"PT", "DCM", "Positron emission tomography"}},
                                                 {"SEG", {"SEG", "DCM", "Segmentation"}},
                                                 {"RTSTRUCT", {"RTSTRUCT", "DCM", "RT Structure Set"}},
                                                 {"SR", {"SR", "DCM", "Structured Report Document"}}};

/// In the words of the question: what is published says more ("Diabetes mellitus = No" for a diabetes in balance) or
/// less.
constexpr Row<std::string_view> kChecks[] = {
    {"anticoagulant", {"NP-601", kPrivateScheme, "Coagulation disorder, anticoagulant or antiplatelet treatment"}},
    {"contrast-allergy", {"NP-602", kPrivateScheme, "Iodinated contrast allergy"}},
    {"infection", {"NP-603", kPrivateScheme, "Skin infection at the puncture site, or spinal infection"}},
    {"operated-spine", {"NP-604", kPrivateScheme, "Operated spine"}},
    {"diabetes", {"NP-605", kPrivateScheme, "Unbalanced diabetes"}},
    {"earlier-infiltration", {"NP-606", kPrivateScheme, "Earlier infiltration"}},
    {"pregnancy", {"77386006", "SCT", "Patient currently pregnant"}}};

constexpr Row<std::string_view> kOlderChecks[] = {
    {"anticoagulant", {"711150003", "SCT", "Long-term current use of anticoagulant"}},
    {"contrast-allergy", {"293637006", "SCT", "Contrast Media Allergy"}},
    {"infection", {"40733004", "SCT", "Infectious disease"}},
    {"operated-spine", {"161615003", "SCT", "History of surgery"}},
    {"diabetes", {"73211009", "SCT", "Diabetes mellitus"}}};

template <class Table, class Key>
const CodedConcept* find(const Table& table, const Key& key) {
  for (const auto& row : table)
    if (row.key == key) return &row.coded;
  return nullptr;
}

template <class Value, std::size_t n>
std::optional<Value> keyOf(const Row<Value> (&table)[n], const Code& code) {
  for (const auto& row : table)
    if (row.coded.is(code)) return row.key;
  return std::nullopt;
}

const RouteRow* findRoute(const std::string& id) {
  for (const auto& row : kRoutes)
    if (row.id == id) return &row;
  return nullptr;
}

/// "l4/l5 " -> "L4-L5"; the French D12 is T12.
std::string normalLevel(const std::string& level) {
  std::string normal;
  for (const char c : level) {
    const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (upper != ' ') normal += upper == '/' ? '-' : upper == 'D' ? 'T' : upper;
  }
  return normal;
}

Code regionOf(const std::string& normal, const std::string& routeId) {
  const bool numbered = normal.size() > 1 && std::isdigit(static_cast<unsigned char>(normal[1]));
  if (const auto* region = numbered ? find(kLevels, normal.substr(0, 1)) : nullptr) return region->code();
  const auto* route = findRoute(routeId);
  const auto* region = route ? find(kLevels, route->region) : nullptr;
  return (region ? *region : kBody).code();
}

/// "Disc L4/L5", "disc_L4_L5" and "disque L4-5" -> "L4-L5"; empty where the name states no level between two vertebrae.
std::string levelNamedIn(const std::string& name) {
  static const std::regex two(R"((?:^|[^a-z0-9])([ctdls])(\d{1,2})(?:[-/_]([ctdls]?)| *([ctdls]))(\d{1,2})(?![0-9]))",
                              std::regex::icase);
  std::smatch found;
  if (!std::regex_search(name, found, two)) return {};
  const std::string upper = found[1].str(), stated = found[3].str() + found[4].str();
  return normalLevel(upper + found[2].str() + "-" + (stated.empty() ? upper : stated) + found[5].str());
}

}  // namespace

const std::vector<CodedConcept>& allCodes() {
  static const std::vector<CodedConcept> all = [] {
    const auto named = std::bit_cast<std::array<CodedConcept, sizeof(Codes) / sizeof(CodedConcept)>>(kCodes);
    std::vector<CodedConcept> codes(named.begin(), named.end());
    const auto add = [&](const auto& table) {
      for (const auto& row : table) codes.push_back(row.coded);
    };
    add(kRoles), add(kKinds), add(kAnatomy), add(kVerdicts), add(kSides), add(kProvenances), add(kLevels), add(kDiscs);
    add(kModalities), add(kChecks);
    for (const auto& route : kRoutes) codes.push_back(route.approach);
    codes.insert(codes.end(), {kOtherNeedle, kNotGiven});
    for (const auto& value : recordValueCodes()) codes.push_back(value);
    for (const auto& field : recordFields()) codes.push_back(field.name);
    for (const auto& field : needleFields()) codes.push_back(field.name);
    for (const auto& row : choiceFields()) codes.push_back(row.field.name);
    return codes;
  }();
  return all;
}

const char* meaningOf(const Code& code) {
  const auto found = std::ranges::find_if(allCodes(), [&](const auto& coded) { return coded.is(code); });
  return found == allCodes().end() ? nullptr : found->meaning;
}

Code codeOf(Kind kind) {
  return find(kKinds, kind)->code();
}
Code codeOf(Role role) {
  return find(kRoles, role)->code();
}
Code codeOf(Verdict verdict) {
  return find(kVerdicts, verdict)->code();
}
std::optional<Code> codeOf(Side side) {
  const auto* found = find(kSides, side);
  return found ? std::optional(found->code()) : std::nullopt;
}
std::optional<Kind> kindOf(const Code& code) {
  return keyOf(kKinds, code);
}
std::optional<Role> roleOf(const Code& code) {
  return keyOf(kRoles, code);
}
std::optional<Verdict> verdictOf(const Code& code) {
  return keyOf(kVerdicts, code);
}
std::optional<Side> sideOf(const Code& code) {
  return keyOf(kSides, code);
}

Code provenanceOf(const Origin& origin) {
  return find(kProvenances, origin.kind)->code();
}
Code provenanceOf(const planning::needle::RowSource& source) {
  if (const auto* origin = std::get_if<Origin>(&source)) return provenanceOf(*origin);
  return (std::holds_alternative<planning::needle::OtherNeedle>(source) ? kOtherNeedle : kNotGiven).code();
}

Code anatomyOf(Kind kind, const std::string& name) {
  if (kind == Kind::Disc)
    if (const auto* disc = find(kDiscs, levelNamedIn(name))) return disc->code();
  return find(kAnatomy, kind)->code();
}

Code siteOf(const std::string& level, const std::string& routeId) {
  const std::string normal = normalLevel(level);
  if (routeId == "intradiscal")
    if (const auto* disc = find(kDiscs, normal)) return disc->code();
  const auto* exact = find(kLevels, normal);
  return exact ? exact->code() : regionOf(normal, routeId);
}

Code olderSiteOf(const std::string& level, const std::string& routeId) {
  const std::string normal = normalLevel(level);
  if (normal.find('-') == std::string::npos) return siteOf(level, routeId);
  const auto* lumbar = normal.starts_with('L') ? find(kLevels, normal) : nullptr;
  return lumbar ? lumbar->code() : regionOf(normal, routeId);
}

Code approachOf(const std::string& routeId) {
  const auto* route = findRoute(routeId);
  return (route ? route->approach : kOtherApproach).code();
}

Code modalityCode(const std::string& modality) {
  const auto* found = find(kModalities, modality);
  return found ? found->code() : Code{modality, "DCM", modality};
}

std::optional<Code> checkConcept(const std::string& checkId) {
  const auto* found = find(kChecks, checkId);
  return found ? std::optional(found->code()) : std::nullopt;
}

std::optional<Code> olderCheckConcept(const std::string& checkId) {
  const auto* found = find(kOlderChecks, checkId);
  return found ? std::optional(found->code()) : std::nullopt;
}

std::optional<Code> answerCode(const std::string& answer) {
  if (answer == "no") return kCodes.no.code();
  if (answer == "unknown") return kCodes.undetermined.code();
  const bool dated = !answer.empty() && answer.find_first_not_of("0123456789-, ") == std::string::npos;
  for (const char* yes : {"yes", "relay-recorded", "minor", "severe"})
    if (dated || answer == yes) return kCodes.yes.code();
  return std::nullopt;
}

}  // namespace io::report
