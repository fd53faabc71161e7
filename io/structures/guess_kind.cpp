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

/// A name's word means a kind when it equals the rule's word, or starts with it where that ends in '*'; words joined by
/// '+' mean it together.
struct NameRule {
  Kind kind;
  const char* words;  ///< separated by spaces
};

/// What a plan of radiotherapy aims at, with its margins: no anatomy, whatever it is named after (ICRU 83;
/// "PTV_spine").
constexpr const char* kTargetVolumes = "gtv* ctv* ptv* itv* igtv* ictv* iptv* zgtv zctv zptv optptv";

/// The first word of AAPM TG-263's names, "A_Iliac_Cmn_R"; a lymph node is named after the vessel that it lies at.
constexpr NameRule kFirstWordRules[] = {
    {Kind::Artery, "a"}, {Kind::Vein, "v"}, {Kind::Nerve, "cn"}, {Kind::Other, "ln"}};

// In order: the first rule with a word in the name decides, so that "vertebral artery" is an artery, "iliac vena" a
// vein and "spinal cord" a nerve. English, French, TotalSegmentator's and TG-263's names.
constexpr NameRule kNameRules[] = {
    {Kind::Organ, "vocal* ear anal"},  // cords, an external one and a canal that are none of the spine
    {Kind::Artery, "arter* aort* ao carotid* carotide* celiac* coeliac* coeliaque sma adamkiewicz"},
    {Kind::Vein, "vein* veine* vena venae venacava* cava cave ivc svc vci vcs jugular* jugulaire* azygos hemiazygos"},
    {Kind::Other, "lymph*"},
    {Kind::Vessel, "brachiocephal* vessel* vaisseau* vascul* capillar*"},
    {Kind::Fat, "fat graisse* adipo* adipeux"},
    {Kind::Ligament, "lig ligament* flavum"},
    {Kind::Nerve,
     "nerve* nerf* nrv* root* racine* plex plexus plexs brachialplex* sacralplex* lumbsacplex* lumbosacralplex* "
     "ganglion* sciatic* sciatique* drg cauda caudaequina cord spinalcord* moelle myelon medulla+spinalis chiasm* "
     "opticchiasm* opticnrv*"},
    {Kind::Dura,
     "dura dural durale duramater thecal thecalsac fourreau subarachnoid* spinalcanal* canal+spin* canal+vertebr* "
     "canal+rachid* canal+medull* canal+lumb* canal+lomb* canal+cerv* canal+thora* canal+sacr*"},
    {Kind::Disc, "disc discs disk disks disque* ivd"},
    {Kind::Muscle, "musc muscle* autochthon* gluteus psoas iliopsoas multifid* quadratus erector* piriform* paraspin*"},
    {Kind::Bone,
     "bone* os osseux vertebra* vertebre* sacrum coccyx hip hips hanche* pelvis bassin ilium iliaque "
     "femur* fibula tibia humerus scapula* omoplate* clavic* rib ribs rib0* rib1* cote cotes sternum skull crane "
     "vb vbs acetabul* patella radius ulna pubis dens "
     "lamina lame pedicle* pedicule* facet* corpus spine rachis costal mandib* ischium"},
    {Kind::Lung, "lung* poumon* pleura* plevre*"},
    {Kind::Organ,
     "liver foie kidney* rein reins spleen rate pancreas colon bowel* intestin* duoden* stomach* estomac "
     "bladder gallbladder vessie vesicule adrenal* surrenal* esophag* oesophag* trachea* trachee "
     "thyroid* heart coeur cardia* atrial atrium oreillette* brain cerveau prostate* uterus ovar* bronch* rectum "
     "sigmoid* ileum jejun* cecum caecum ureter* urethra* larynx pharynx parotid* pituitary"},
    {Kind::Skin, "skin peau body external*"},
};

bool means(std::string_view rule, const std::string& word) {
  if (rule.ends_with('*')) return word.starts_with(rule.substr(0, rule.size() - 1));
  return word == rule;
}

/// What stands before the separator, which is taken off the text with it.
std::string_view takePart(std::string_view& text, char separator) {
  const std::string_view part = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(text.size(), part.size() + 1));
  return part;
}

bool allMean(std::string_view rule, const std::vector<std::string>& words) {
  while (!rule.empty()) {
    const auto part = takePart(rule, '+');
    if (std::ranges::none_of(words, [&](const std::string& word) { return means(part, word); })) return false;
  }
  return true;
}

bool anyMeans(std::string_view rules, const std::vector<std::string>& words) {
  while (!rules.empty())
    if (allMean(takePart(rules, ' '), words)) return true;
  return false;
}

/// "Lungs-CTV" is what TG-263 calls the lungs without the target volume; all other hyphens join.
std::string withoutWhatIsSubtracted(const std::string& name) {
  for (auto hyphen = name.find('-'); hyphen != std::string::npos; hyphen = name.find('-', hyphen + 1))
    if (hyphen > 0 && anyMeans(kTargetVolumes, wordsOf(name.substr(hyphen)))) return name.substr(0, hyphen);
  return name;
}

/// "A_Aorta" and "CN_IX", but neither a lone "A" nor "V 20 Gy".
std::optional<Kind> kindOfFirstWord(const std::vector<std::string>& words) {
  const bool named = words.size() > 1 && words[1].find_first_not_of("0123456789") == 0;
  for (const NameRule& rule : kFirstWordRules)
    if (named && words[0] == rule.words) return rule.kind;
  return std::nullopt;
}

}  // namespace

Kind guessKind(const std::optional<planning::anatomy::Code>& code, const std::string& name) {
  if (code)
    if (const auto kind = structures::kindOf(*code)) return *kind;
  const auto words = wordsOf(withoutWhatIsSubtracted(name));
  if (anyMeans(kTargetVolumes, words)) return Kind::Other;
  if (const auto kind = kindOfFirstWord(words)) return *kind;
  for (const NameRule& rule : kNameRules)
    if (anyMeans(rule.words, words)) return rule.kind;
  return Kind::Other;
}

namespace structures {

Side guessSide(const std::string& name) {
  auto words = wordsOf(withoutWhatIsSubtracted(name));
  while (words.size() > 1 && means("prv*", words.back())) words.pop_back();  // "Kidney_L_PRV05"
  const bool lumbar = words.size() == 2 && anyMeans("vb vbs", {words[0]});   // "VB_L": TG-263's lumbar vertebrae
  const std::string last = words.size() < 2 || lumbar ? "" : words.back();
  const bool left = anyMeans("left lt gauche gche", words) || last == "l";
  const bool right = anyMeans("right rt droit droite dte", words) || last == "r";
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
