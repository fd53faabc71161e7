#include "io/structures/structure_code.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

#include "io/structures/dicom_header.h"

namespace io::structures {
namespace {

using planning::anatomy::Code;
using planning::anatomy::Kind;
using planning::anatomy::Side;

struct KnownCode {
  Kind kind;
  const char* sct;
  const char* srt;  ///< the same concept's SNOMED-RT identifier in DICOM before 2018; empty when it had none
};

// PS3.16 and TotalSegmentator's terminology; SRT from DICOM's own mapping (PS3.16 annex O, as pydicom carries it).
constexpr KnownCode kKnownCodes[] = {
    {Kind::Vessel, "59820001", "T-40000"},    // Blood vessel
    {Kind::Artery, "51114001", "T-41000"},    // Artery
    {Kind::Vein, "29092000", "T-48000"},      // Vein
    {Kind::Artery, "15825003", "T-42000"},    // Aorta
    {Kind::Vein, "64131007", "T-48710"},      // Inferior vena cava
    {Kind::Vein, "48345005", "T-48610"},      // Superior vena cava
    {Kind::Artery, "69105007", "T-45010"},    // Carotid artery
    {Kind::Vein, "12123001", "T-48170"},      // Internal jugular vein
    {Kind::Artery, "73634005", "T-46710"},    // Common iliac artery
    {Kind::Vein, "46027005", "T-48920"},      // Common iliac vein
    {Kind::Artery, "34635009", "T-46960"},    // Lumbar artery
    {Kind::Artery, "85234005", "T-45700"},    // Vertebral artery
    {Kind::Artery, "10293006", "T-46700"},    // Iliac artery
    {Kind::Vein, "32764006", "T-48810"},      // Portal vein
    {Kind::Artery, "2841007", "T-46600"},     // Renal artery
    {Kind::Vein, "56400007", "T-48740"},      // Renal vein
    {Kind::Artery, "57850000", "T-46400"},    // Celiac trunk
    {Kind::Artery, "42258001", "T-46510"},    // Superior mesenteric artery
    {Kind::Vein, "35819009", "T-48890"},      // Splenic vein
    {Kind::Artery, "81040000", "T-44000"},    // Pulmonary artery
    {Kind::Vein, "122972007", "T-48581"},     // Pulmonary vein
    {Kind::Vessel, "20982000", "T-40050"},    // Capillary
    {Kind::Artery, "12691009", "T-46010"},    // Brachiocephalic trunk
    {Kind::Artery, "36765005", "T-46100"},    // Subclavian artery
    {Kind::Artery, "32062004", "T-45100"},    // Common carotid artery
    {Kind::Vein, "8887007", "T-48620"},       // Brachiocephalic vein
    {Kind::Vein, "8993003", "T-48720"},       // Hepatic vein
    {Kind::Nerve, "119410002", "T-D0598"},    // Nerve
    {Kind::Nerve, "3169005", ""},             // Spinal nerve
    {Kind::Nerve, "84782009", "T-A0500"},     // Peripheral nerve
    {Kind::Nerve, "25238003", "T-A8000"},     // Cranial nerve
    {Kind::Nerve, "2748008", "T-A7010"},      // Spinal cord
    {Kind::Dura, "18545000", "T-A1120"},      // Dura mater
    {Kind::Dura, "35951006", "T-A1500"},      // Subarachnoid space
    {Kind::Bone, "272673000", "T-D016E"},     // Bone
    {Kind::Bone, "51282000", "T-11510"},      // Vertebra
    {Kind::Bone, "89340005", "T-11514"},      // Lamina of vertebra
    {Kind::Bone, "78972004", "T-11515"},      // Pedicle of vertebra
    {Kind::Bone, "55678000", "T-11512"},      // Spinous process
    {Kind::Bone, "54735007", "T-11AD0"},      // Sacrum
    {Kind::Bone, "39723000", "T-15680"},      // Sacroiliac joint
    {Kind::Bone, "421060004", "T-D04FF"},     // Spine
    {Kind::Bone, "122496007", "T-11503"},     // Lumbar spine
    {Kind::Bone, "122495006", "T-11502"},     // Thoracic spine
    {Kind::Bone, "122494005", "T-11501"},     // Cervical spine
    {Kind::Bone, "66794005", ""},             // L1 vertebra
    {Kind::Bone, "14293000", ""},             // L2 vertebra
    {Kind::Bone, "36470004", ""},             // L3 vertebra
    {Kind::Bone, "11994002", ""},             // L4 vertebra
    {Kind::Bone, "49668003", ""},             // L5 vertebra
    {Kind::Bone, "65985001", ""},             // S1 vertebra
    {Kind::Bone, "113197003", "T-11300"},     // Rib
    {Kind::Bone, "29836001", "T-D2500"},      // Hip
    {Kind::Bone, "284604000", ""},            // Pelvis bone
    {Kind::Bone, "71341001", "T-12710"},      // Femur
    {Kind::Bone, "56873002", "T-11210"},      // Sternum
    {Kind::Bone, "79601000", "T-12280"},      // Scapula
    {Kind::Bone, "51299004", "T-12310"},      // Clavicle
    {Kind::Bone, "89546000", "T-11100"},      // Skull
    {Kind::Bone, "85050009", "T-12410"},      // Humerus
    {Kind::Skin, "39937001", "T-01000"},      // Skin
    {Kind::Muscle, "71616004", "T-13001"},    // Muscle
    {Kind::Muscle, "44947003", "T-14020"},    // Erector spinae
    {Kind::Ligament, "52082005", "T-18010"},  // Ligament
    {Kind::Lung, "3120008", "T-29000"},       // Pleura
    {Kind::Lung, "39607008", "T-28000"},      // Lung
    {Kind::Fat, "55603005", ""},              // Adipose tissue
    {Kind::Organ, "64033007", "T-71000"},     // Kidney
    {Kind::Organ, "10200004", "T-62000"},     // Liver
    {Kind::Organ, "30315005", "T-58000"},     // Small intestine
    {Kind::Organ, "14742008", "T-59000"},     // Large intestine
    {Kind::Organ, "15776009", "T-65000"},     // Pancreas
    {Kind::Organ, "78961009", "T-C3000"},     // Spleen
    {Kind::Organ, "80891009", "T-32000"},     // Heart
    {Kind::Organ, "69695003", "T-57000"},     // Stomach
    {Kind::Organ, "89837001", "T-74000"},     // Urinary bladder
    {Kind::Organ, "71854001", "T-59300"},     // Colon
    {Kind::Organ, "32849002", "T-56000"},     // Esophagus
    {Kind::Organ, "38848004", "T-58200"},     // Duodenum
    {Kind::Organ, "12738006", "T-A0100"},     // Brain
    {Kind::Organ, "41216001", "T-92000"},     // Prostate
    {Kind::Organ, "28231008", "T-63000"},     // Gallbladder
    {Kind::Organ, "23451007", "T-B3000"},     // Adrenal gland
    {Kind::Organ, "69748006", "T-B6000"},     // Thyroid gland
    {Kind::Organ, "44567001", "T-25000"},     // Trachea
    {Kind::Organ, "35039007", "T-83000"},     // Uterus
    {Kind::Bone, "64864005", ""},             // T1 vertebra
    {Kind::Bone, "53733008", ""},             // T2 vertebra
    {Kind::Bone, "1626008", ""},              // T3 vertebra
    {Kind::Bone, "73071006", ""},             // T4 vertebra
    {Kind::Bone, "56401006", ""},             // T5 vertebra
    {Kind::Bone, "45296009", ""},             // T6 vertebra
    {Kind::Bone, "62487009", ""},             // T7 vertebra
    {Kind::Bone, "11068009", ""},             // T8 vertebra
    {Kind::Bone, "82687006", ""},             // T9 vertebra
    {Kind::Bone, "7610001", ""},              // T10 vertebra
    {Kind::Bone, "12989004", ""},             // T11 vertebra
    {Kind::Bone, "23215003", ""},             // T12 vertebra
    {Kind::Bone, "14806007", ""},             // C1 vertebra
    {Kind::Bone, "39976000", ""},             // C2 vertebra
    {Kind::Bone, "113205007", ""},            // C3 vertebra
    {Kind::Bone, "5329002", ""},              // C4 vertebra
    {Kind::Bone, "36978003", ""},             // C5 vertebra
    {Kind::Bone, "36054005", ""},             // C6 vertebra
    {Kind::Bone, "87391001", ""},             // C7 vertebra
};

struct Laterality {
  Side side;
  const char* sct;
  const char* srt;
};
constexpr Laterality kLateralities[] = {
    {Side::Left, "7771000", "G-A101"}, {Side::Right, "24028007", "G-A100"}, {Side::Bilateral, "51440002", "G-A102"}};

bool isSnomedRt(const std::string& scheme) {
  return scheme == "SRT" || scheme == "SNM3" || scheme == "99SDM";
}

template <class Table>
Code inSnomedCt(Code code, const Table& table) {
  const auto row = std::find_if(std::begin(table), std::end(table),
                                [&](const auto& known) { return *known.srt && code.value == known.srt; });
  if (row == std::end(table)) return code;
  return {row->sct, "SCT", code.meaning};
}

}  // namespace

std::optional<Code> readCode(DcmItem& dataset, DcmItem& item, const DcmTagKey& sequence) {
  DcmItem* first = firstItemOf(item, sequence);
  if (!first) return std::nullopt;
  Code code{textOf(dataset, *first, DCM_CodeValue), textOf(dataset, *first, DCM_CodingSchemeDesignator),
            textOf(dataset, *first, DCM_CodeMeaning)};
  if (code.value.empty() || code.scheme.empty()) return std::nullopt;
  if (isSnomedRt(code.scheme)) code = inSnomedCt(inSnomedCt(code, kKnownCodes), kLateralities);
  return code;
}

std::optional<Kind> kindOf(const Code& code) {
  for (const KnownCode& known : kKnownCodes)
    if (code.scheme == "SCT" && code.value == known.sct) return known.kind;
  return std::nullopt;
}

Side sideOf(const std::optional<Code>& code) {
  for (const Laterality& known : kLateralities)
    if (code && code->scheme == "SCT" && code->value == known.sct) return known.side;
  return Side::None;
}

}  // namespace io::structures
