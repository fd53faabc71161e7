#include <algorithm>
#include <string_view>
#include <vector>

#include "io/structures/guess_kind.h"
#include "io/structures/structure_code.h"
#include "io/structures/structure_names.h"

namespace io {
namespace {

using planning::anatomy::Kind;
using planning::anatomy::Side;

/// Accents of French and capitals folded away, separators to spaces, a space between "aB": "Lung_L" -> "lung l".
std::string folded(const std::string& name) {
  static constexpr std::pair<std::string_view, std::string_view> kAccents[] = {
      {"é", "e"}, {"è", "e"}, {"ê", "e"}, {"ë", "e"}, {"à", "a"}, {"â", "a"}, {"ç", "c"}, {"î", "i"},  {"ï", "i"},
      {"ô", "o"}, {"û", "u"}, {"ù", "u"}, {"É", "e"}, {"È", "e"}, {"À", "a"}, {"Ô", "o"}, {"œ", "oe"}, {"Œ", "oe"}};
  std::string out;
  char before = ' ';
  for (std::size_t i = 0; i < name.size();) {
    const auto accent = std::find_if(std::begin(kAccents), std::end(kAccents), [&](const auto& row) {
      return std::string_view(name).substr(i).starts_with(row.first);
    });
    if (accent != std::end(kAccents)) {
      out += accent->second;
      before = 'e', i += accent->first.size();
      continue;
    }
    const char c = name[i++];
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
    if (upper && before >= 'a' && before <= 'z') out += ' ';
    out += upper ? static_cast<char>(c - 'A' + 'a') : (lower || digit) ? c : ' ';
    before = c;
  }
  return out;
}

std::vector<std::string> wordsOf(const std::string& name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded(name) + " ") {
    if (c != ' ') word += c;
    if (c == ' ' && !word.empty()) words.push_back(std::exchange(word, {}));
  }
  return words;
}

/// A name's word means a kind when it equals the rule's word, or starts with it where that ends in '*'.
struct NameRule {
  Kind kind;
  const char* words;  ///< separated by spaces
};

// In order: the first rule with a word in the name decides, so that "vertebral artery" is an artery, "iliac vena" a
// vein and "spinal cord" a nerve. English, French and TotalSegmentator's names.
constexpr NameRule kNameRules[] = {
    {Kind::Artery, "arter* aort* carotid* carotide* celiac* coeliac* coeliaque sma adamkiewicz"},
    {Kind::Vein, "vein* veine* vena venae cava cave ivc svc vci vcs jugular* jugulaire*"},
    {Kind::Vessel, "brachiocephal* vessel* vaisseau* vascul* capillar*"},
    {Kind::Fat, "fat graisse* adipo* adipeux"},
    {Kind::Ligament, "ligament* flavum"},
    {Kind::Nerve, "nerve* nerf* root* racine* plexus ganglion* sciatic* sciatique* drg cauda cord spinalcord moelle"},
    {Kind::Dura, "dura dural durale duramater thecal fourreau"},
    {Kind::Disc, "disc discs disk disks disque* ivd"},
    {Kind::Muscle, "muscle* autochthon* gluteus psoas iliopsoas multifid* quadratus erector* piriform* paraspin*"},
    {Kind::Bone,
     "bone* os osseux vertebra* vertebre* sacrum coccyx hip hips hanche* pelvis bassin ilium iliaque "
     "femur* fibula tibia humerus scapula* omoplate* clavic* rib ribs cote cotes sternum skull crane "
     "lamina lame pedicle* pedicule* facet* corpus spine rachis costal mandib* ischium"},
    {Kind::Lung, "lung* poumon* pleura* plevre*"},
    {Kind::Organ,
     "liver foie kidney* rein reins spleen rate pancreas colon bowel* intestin* duoden* stomach* estomac "
     "bladder gallbladder vessie vesicule adrenal* surrenal* esophag* oesophag* trachea* trachee "
     "thyroid* heart coeur cardia* atrial atrium oreillette* brain cerveau prostate* uterus ovar* bronch* rectum "
     "sigmoid*"},
    {Kind::Skin, "skin peau body external*"},
};

bool means(std::string_view rule, const std::string& word) {
  if (rule.ends_with('*')) return word.starts_with(rule.substr(0, rule.size() - 1));
  return word == rule;
}

bool anyMeans(std::string_view rules, const std::vector<std::string>& words) {
  while (!rules.empty()) {
    const std::string_view rule = rules.substr(0, rules.find(' '));
    for (const auto& word : words)
      if (means(rule, word)) return true;
    rules.remove_prefix(std::min(rules.size(), rule.size() + 1));
  }
  return false;
}

}  // namespace

Kind guessKind(const std::optional<planning::anatomy::Code>& code, const std::string& name) {
  if (code)
    if (const auto kind = structures::kindOf(*code)) return *kind;
  const auto words = wordsOf(name);
  for (const NameRule& rule : kNameRules)
    if (anyMeans(rule.words, words)) return rule.kind;
  return Kind::Other;
}

namespace structures {

Side guessSide(const std::string& name) {
  const auto words = wordsOf(name);
  const bool left = anyMeans("left lt gauche gche", words) || (!words.empty() && words.back() == "l");
  const bool right = anyMeans("right rt droit droite dte", words) || (!words.empty() && words.back() == "r");
  if (left && right) return Side::Bilateral;
  return left ? Side::Left : right ? Side::Right : Side::None;
}

std::string uniqueName(const std::string& wanted, const std::vector<planning::anatomy::Structure>& others) {
  const auto taken = [&](const std::string& name) {
    return std::any_of(others.begin(), others.end(), [&](const auto& other) { return other.name == name; });
  };
  std::string name = wanted;
  for (int n = 2; taken(name); ++n) name = wanted + " " + std::to_string(n);
  return name;
}

}  // namespace structures
}  // namespace io
