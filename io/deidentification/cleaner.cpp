#include "io/deidentification/cleaner.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>

#include "io/deidentification/dates.h"
#include "io/deidentification/defined_terms.h"
#include "io/deidentification/report_texts.h"
#include "io/deidentification/values.h"
#include "io/dicom/attributes.h"
#include "io/dicom/put.h"
#include "io/report/coded_values.h"
#include "io/report/codes.h"
#include "io/structures/dicom_header.h"
#include "io/structures/guess_kind.h"

namespace io::deidentification {
namespace {

constexpr std::size_t kShortestNumberOfAPerson = 6;  ///< digits of a day or an ID that stands where a number should
constexpr const char* kStandardPrefix = "1.2.840.10008.";
constexpr std::array kStandardSchemes{
    "DCM", "SCT", "SRT", "UCUM", "LN", "NCIt", "UMLS", "RFC5646", "ISO3166_1", "FMA", report::kPrivateScheme};

bool isStandardCode(DcmItem& item) {
  const std::string scheme = structures::wordOf(item, DCM_CodingSchemeDesignator);
  return std::ranges::find(kStandardSchemes, scheme) != kStandardSchemes.end();
}

bool isPartOfCode(const DcmElement& element) {
  const DcmTagKey tag = element.getTag();
  return tag == DCM_CodeValue || tag == DCM_LongCodeValue || tag == DCM_CodeMeaning ||
         tag == DCM_CodingSchemeDesignator || tag == DCM_CodingSchemeVersion;
}

planning::anatomy::Code conceptOf(DcmItem& item) {
  DcmItem* name = structures::firstItemOf(item, DCM_ConceptNameCodeSequence);
  if (!name) return {};
  return {structures::wordOf(*name, DCM_CodeValue), structures::wordOf(*name, DCM_CodingSchemeDesignator), {}};
}

/// The meaning of a code is a text like any other, unless it is the one that this program writes for it.
bool isKnownMeaning(DcmItem& item, const std::string& meaning) {
  const char* known = report::meaningOf(
      {structures::wordOf(item, DCM_CodeValue), structures::wordOf(item, DCM_CodingSchemeDesignator), {}});
  return known != nullptr && meaning == known;
}

bool isKnownCode(DcmItem& item) {
  return report::meaningOf(
             {structures::wordOf(item, DCM_CodeValue), structures::wordOf(item, DCM_CodingSchemeDesignator), {}}) !=
         nullptr;
}

/// HHMMSS.FFFFFF, cut where the writer knew no more; with colons, as in old files.
bool isTime(std::string value) {
  if (value.size() > 2 && value[2] == ':') std::erase(value, ':');
  const auto point = std::min(value.find('.'), value.size());
  const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  const auto fraction = value.begin() + static_cast<std::ptrdiff_t>(std::min(point + 1, value.size()));
  const bool digits = std::all_of(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(point), isDigit) &&
                      std::all_of(fraction, value.end(), isDigit);
  if (!digits || point < 2 || point > 6 || point % 2 == 1) return false;
  const auto two = [&](std::size_t at) { return at < point ? std::stoi(value.substr(at, 2)) : 0; };
  return two(0) < 24 && two(2) < 60 && two(4) <= 60;
}

/// What the VR allows (PS3.5, 6.2), of those that are written in few characters.
bool isWellFormed(DcmEVR vr, const std::string& value) {
  const auto only = [&](const char* allowed) { return value.find_first_not_of(allowed) == std::string::npos; };
  switch (vr) {
    case EVR_DS:
    case EVR_IS:
      return value.size() <= 40 && dicom::parseDecimal(value).has_value();  // some writers are more exact than they may
    case EVR_TM:
      return isTime(value);
    case EVR_DA:
      return only("0123456789.-") && value.size() <= 21;
    case EVR_DT:
      return only("0123456789.+-") && value.size() <= 54;
    case EVR_AS:
      return value.size() == 4 && value.find_first_not_of("0123456789") == 3;
    case EVR_UI:
      return only("0123456789.") && value.size() <= 64;
    default:
      return true;
  }
}

bool isOfDataset(DcmElement& element) {
  DcmItem* item = element.getParentItem();
  return item == nullptr || item->ident() == EVR_dataset;
}

/// That of the dictionary where the file does not know it.
DcmEVR vrOf(DcmElement& element) {
  const DcmEVR vr = element.getVR();
  return vr == EVR_UN || vr == EVR_UNKNOWN ? DcmTag(element.getTag().getXTag()).getEVR() : vr;
}

bool isClassUid(const DcmElement& element) {
  return element.getTag() == DCM_SOPClassUID || element.getTag() == DCM_ReferencedSOPClassUID;
}

/// What an attribute that the table does not list may hold, by its VR.
Fate fateOfUnlisted(DcmElement& element) {
  switch (element.getVR()) {
    case EVR_PN:
    case EVR_AE:
      return Fate::Dummy;
    case EVR_DA:
    case EVR_DT:
      return Fate::MoveDate;
    case EVR_UR:
      return Fate::Remove;
    case EVR_UI:
      return Fate::MapUid;
    case EVR_LO:
    case EVR_SH:
    case EVR_ST:
    case EVR_LT:
    case EVR_UC:
    case EVR_UT:
      return Fate::CleanText;
    case EVR_CS:
      return Fate::CleanTerm;
    case EVR_UN:
      return isNumbers(element) ? Fate::Keep : Fate::Remove;
    case EVR_UNKNOWN:
    case EVR_UNKNOWN2B:
      return Fate::Remove;
    case EVR_OB:
    case EVR_OW:
    case EVR_OD:
    case EVR_OF:
    case EVR_OL:
    case EVR_OV:
      return element.getTag().getGroup() == 0x0028 ? Fate::Keep : Fate::Remove;  // lookup tables
    default:
      return Fate::Keep;
  }
}

}  // namespace

Cleaner::Cleaner(Secret secret, bool keepDates) : secret_(std::move(secret)), keepDates_(keepDates) {
  for (const char* own :
       {"Removed", "REMOVED", "needleplan", "19000101", "19000101000000", "000000", NEEDLEPLAN_VERSION})
    identifiers_.learnOwn(own);
  for (const char* word : {"Removed", "REMOVED", "needleplan"}) identifiers_.learnTerm(word);
  // Ends of items and sequences (PS3.5, 7.5), where private bytes are a sequence that nobody parsed.
  for (const char* delimiter : {"\xfe\xff\x0d\xe0", "\xfe\xff\xdd\xe0"}) identifiers_.learnOwn(delimiter);
}

Fate Cleaner::fateOf(DcmElement& element) const {
  const DcmTag tag = element.getTag();
  if (tag.getElement() == 0) return Fate::Remove;  // group lengths are written anew
  // A picture within an item is an icon, or one that nobody looks at.
  if (tag == DCM_PixelData) return isOfDataset(element) ? Fate::Keep : Fate::Remove;
  if (tag == DCM_TextValue) return Fate::ReportText;
  if (tag == DCM_ROIName) return Fate::StructureName;
  const bool sequence = element.ident() == EVR_SQ;
  if (tag == DCM_ContentSequence) return Fate::Recurse;
  const ProfileRow row = profileOf(tag.getGroup(), tag.getElement());
  const DcmEVR vr = element.getVR();
  if (row.dated && keepDates_) return Fate::Keep;
  if (row.dated && (vr == EVR_DA || vr == EVR_DT)) return Fate::MoveDate;
  if (row.dated && vr == EVR_TM) return Fate::Keep;
  switch (row.action) {
    case Action::Remove:
      return Fate::Remove;
    case Action::Empty:
      return Fate::Empty;
    case Action::Dummy:
      return sequence ? Fate::Recurse : Fate::Dummy;
    case Action::MapUid:
      return sequence ? Fate::Recurse : Fate::MapUid;
    case Action::KeepItems:
      return Fate::Recurse;
    case Action::Keep:
      break;
  }
  if (sequence) return Fate::Recurse;
  const Fate fate = fateOfUnlisted(element);
  return fate == Fate::MoveDate && keepDates_ ? Fate::Keep : fate;
}

std::string Cleaner::newUid(const std::string& original) const {
  return original.starts_with(kStandardPrefix) ? original : secret_.uid(original);
}

std::string Cleaner::cleaned(const std::string& text, Identifiers::Words words) const {
  // An escape switches to a character set that could not be read.
  if (text.find('\x1b') != std::string::npos) return "Removed";
  return identifiers_.cleaned(
      text, [this](const std::string& uid) { return newUid(uid); }, words);
}

std::string Cleaner::moved(const std::string& date) const {
  return keepDates_ ? date : earlier(date, days_).value_or(std::string());
}

std::string Cleaner::pseudonymOf(DcmItem& dataset) const {
  return secret_.pseudonym(structures::identityOf(dataset).patient);
}

void Cleaner::learn(DcmItem& dataset) {
  days_ = secret_.daysEarlier(structures::identityOf(dataset).patient);
  learnItem(dataset, false);
}

void Cleaner::learnItem(DcmItem& item, bool goes) {
  for (unsigned long i = 0; i < item.card(); ++i) {
    DcmElement& element = *item.getElement(i);
    const Fate fate = goes ? Fate::Remove : fateOf(element);
    if (element.ident() == EVR_SQ) {
      auto& sequence = static_cast<DcmSequenceOfItems&>(element);
      for (unsigned long n = 0; n < sequence.card(); ++n)
        learnItem(*sequence.getItem(n), fate == Fate::Remove || fate == Fate::Empty);
    } else if (element.getTag() != DCM_PixelData) {
      learnValue(item, element, fate);
    }
  }
}

void Cleaner::learnStaying(DcmItem& item, DcmElement& element, Fate fate) {
  for (const auto& value : valuesOf(element)) {
    const bool meaning = element.getTag() == DCM_CodeMeaning && isStandardCode(item) && isKnownMeaning(item, value);
    const bool scheme = element.getTag() == DCM_CodingSchemeDesignator && isStandardCode(item);
    const bool term = meaning || scheme || (element.getVR() == EVR_CS && isDefinedTerm(value));
    if (fate == Fate::Keep && isWellFormed(element.getVR(), value))
      identifiers_.learnKept(value);
    else
      identifiers_.learnText(value);
    if (term) identifiers_.learnTerm(value);
  }
}

void Cleaner::learnValue(DcmItem& item, DcmElement& element, Fate fate) {
  const bool numeric = element.getVR() == EVR_DS || element.getVR() == EVR_IS || element.getVR() == EVR_TM;
  if (fate == Fate::Keep || fate == Fate::CleanText || fate == Fate::CleanTerm || fate == Fate::StructureName)
    return learnStaying(item, element, fate);
  if (numeric || element.getTag() == DCM_TimezoneOffsetFromUTC) return;  // an hour of the clock is nobody's
  if (fate == Fate::ReportText) return learnReportText(item, element);
  const bool personal = element.getTag().getGroup() == 0x0010 || element.getTag() == DCM_AccessionNumber;
  for (const auto& value : valuesOf(element)) {
    if (value.starts_with(kStandardPrefix)) continue;
    switch (vrOf(element)) {
      case EVR_PN:
        identifiers_.learnName(value);
        break;
      case EVR_UI:
        // What the table does not list may be the UID of a class: it goes only where the same UID goes elsewhere.
        if (profileOf(element.getTag().getGroup(), element.getTag().getElement()).action != Action::Keep)
          identifiers_.learnUid(value);
        break;
      case EVR_DA:
      case EVR_DT:
        personal ? identifiers_.learnBirth(value) : identifiers_.learnDate(value);
        identifiers_.learnOwn(moved(value).substr(0, 8));
        break;
      default:
        personal&& element.getVR() != EVR_CS ? identifiers_.learnNumber(value) : identifiers_.learnOther(value);
    }
  }
}

void Cleaner::learnReportText(DcmItem& item, DcmElement& element) {
  for (const auto& value : valuesOf(element)) {
    const auto told = whatReportTextTells(conceptOf(item), value);
    identifiers_.learnName(told.person);
    identifiers_.learnOther(told.freeText);
  }
}

void Cleaner::settle() {
  identifiers_.settle();
}

void Cleaner::clean(DcmItem& dataset) {
  const auto patient = structures::identityOf(dataset).patient;
  const std::string pseudonym = secret_.pseudonym(patient);
  days_ = secret_.daysEarlier(patient);
  cleanItem(dataset);
  dicom::put(dataset, DCM_PatientID, pseudonym);
  dicom::put(dataset, DCM_PatientName, pseudonym);
  sayWhatWasDone(dataset);
}

void Cleaner::cleanItem(DcmItem& item) {
  for (unsigned long i = 0; i < item.card();) {
    DcmElement& element = *item.getElement(i);
    const Fate fate = fateOf(element);
    if (fate == Fate::Recurse) {
      auto& sequence = static_cast<DcmSequenceOfItems&>(element);
      for (unsigned long n = 0; n < sequence.card(); ++n) cleanItem(*sequence.getItem(n));
      ++i;
    } else if (cleanElement(item, element, fate)) {
      ++i;
    } else {
      delete item.remove(i);
      ++counts_["removed"];
    }
  }
}

bool Cleaner::cleanElement(DcmItem& item, DcmElement& element, Fate fate) {
  switch (fate) {
    case Fate::Remove:
      return false;
    case Fate::Empty:
      element.clear();
      ++counts_["emptied"];
      break;
    case Fate::Dummy:
      dummy(element);
      ++counts_["replaced"];
      break;
    case Fate::MapUid:
      counts_["uids_replaced"] += replaceValues(element, [&](const std::string& uid) {
        const bool odd = !isWellFormed(EVR_UI, uid) ||
                         (!isClassUid(element) && !uid.starts_with(kStandardPrefix) && identifiers_.isIn(uid));
        return odd ? secret_.uid(uid) : identifiers_.isUid(uid) ? newUid(uid) : uid;
      });
      break;
    case Fate::MoveDate:
      counts_["dates_moved"] += replaceValues(element, [this](const std::string& date) { return moved(date); });
      break;
    case Fate::StructureName:
      counts_["texts_cleaned"] += replaceValues(element, [this](const std::string& name) {
        const bool known = guessKind(std::nullopt, name) != planning::anatomy::Kind::Other;
        return known ? cleaned(name) : "Removed";
      });
      break;
    case Fate::CleanText:
      cleanText(item, element);
      break;
    case Fate::CleanTerm:
      counts_["texts_cleaned"] += replaceValues(element, [this](const std::string& term) {
        return !isDefinedTerm(term) && identifiers_.isIn(term) ? std::string("REMOVED") : term;
      });
      break;
    case Fate::ReportText: {
      const TextTools tools{[this](const std::string& text) { return cleaned(text, Identifiers::Words::Own); },
                            [this](const std::string& uid) { return newUid(uid); },
                            [this](const std::string& date) { return moved(date); }};
      counts_["texts_cleaned"] += replaceValues(
          element, [&](const std::string& text) { return reportTextWithoutPerson(conceptOf(item), text, tools); });
      break;
    }
    case Fate::Keep:
      return keep(element);
    case Fate::Recurse:
      break;
  }
  return true;
}

/// A code that this program knows stays as it is; of others each part is a text like any other.
void Cleaner::cleanText(DcmItem& item, DcmElement& element) {
  const bool ofCode = isPartOfCode(element) && isStandardCode(item);
  if (ofCode && element.getTag() == DCM_CodingSchemeDesignator) return;
  counts_["texts_cleaned"] += replaceValues(element, [&](const std::string& text) {
    const bool known = ofCode && (element.getTag() == DCM_CodeMeaning ? isKnownMeaning(item, text) : isKnownCode(item));
    return known ? text : cleaned(text);
  });
}

bool Cleaner::keep(DcmElement& element) {
  const DcmEVR vr = element.getVR();
  if (element.getTag() == DCM_PixelData) return true;
  if (const auto bytes = bytesOf(element); !bytes.empty()) return !identifiers_.isInBytes(bytes);
  if (!element.isaString()) return true;
  counts_["emptied"] += replaceValues(element, [&](const std::string& value) {
    const bool maybeDayOrId = (vr == EVR_DS || vr == EVR_IS) && value.size() >= kShortestNumberOfAPerson &&
                              value.find_first_not_of("0123456789+- ") == std::string::npos;
    return isWellFormed(vr, value) && !(maybeDayOrId && identifiers_.isIn(value)) ? value : std::string();
  });
  if (vr == EVR_TM && element.getLength() > 0) ++counts_["times_kept"];
  return true;
}

void Cleaner::dummy(DcmElement& element) {
  switch (element.getVR()) {
    case EVR_AE:
    case EVR_CS:
      element.putString("REMOVED");
      break;
    case EVR_LO:
    case EVR_LT:
    case EVR_PN:
    case EVR_SH:
    case EVR_ST:
    case EVR_UC:
    case EVR_UT:
      element.putString("Removed");
      break;
    case EVR_AS:
      element.putString("000Y");
      break;
    case EVR_DS:
    case EVR_IS:
      element.putString("0");
      break;
    case EVR_DA:
      element.putString("19000101");
      break;
    case EVR_DT:
      element.putString("19000101000000");
      break;
    case EVR_TM:
      element.putString("000000");
      break;
    case EVR_UI:
      replaceValues(element, [this](const std::string& uid) { return newUid(uid); });
      break;
    default:
      element.clear();
  }
}

void Cleaner::sayWhatWasDone(DcmItem& dataset) const {
  using dicom::put;
  put(dataset, DCM_PatientIdentityRemoved, "YES");
  put(dataset, DCM_DeidentificationMethod, "needleplan " NEEDLEPLAN_VERSION);
  put(dataset, DCM_LongitudinalTemporalInformationModified, keepDates_ ? "UNMODIFIED" : "MODIFIED");
  dataset.findAndDeleteElement(DCM_DeidentificationMethodCodeSequence);
  const auto method = [&](const char* value, const char* meaning) {
    dicom::addCode(dataset, DCM_DeidentificationMethodCodeSequence, {value, "DCM", meaning});
  };
  method("113100", "Basic Application Confidentiality Profile");
  method("113104", "Clean Structured Content Option");
  method("113105", "Clean Descriptors Option");
  keepDates_ ? method("113106", "Retain Longitudinal Temporal Information Full Dates Option")
             : method("113107", "Retain Longitudinal Temporal Information Modified Dates Option");
  DcmItem& equipment = dicom::addItem(dataset, DCM_ContributingEquipmentSequence);
  put(equipment, DCM_Manufacturer, "needleplan");
  dicom::addCode(equipment, DCM_PurposeOfReferenceCodeSequence, {"109104", "DCM", "De-identifying Equipment"});
}

void Cleaner::sayPixelsWereCleaned(DcmItem& dataset) {
  dicom::put(dataset, DCM_DeidentificationMethod, "needleplan " NEEDLEPLAN_VERSION "; text in the picture blackened");
  dicom::addCode(dataset, DCM_DeidentificationMethodCodeSequence, {"113101", "DCM", "Clean Pixel Data Option"});
}

std::string Cleaner::unchanged(DcmItem& original, DcmItem& cleaned) const {
  for (unsigned long i = 0; i < original.card(); ++i) {
    DcmElement& before = *original.getElement(i);
    DcmElement* after = nullptr;
    const Fate fate = fateOf(before);
    if (cleaned.findAndGetElement(before.getTag(), after).bad() || !after) continue;
    if (fate == Fate::Recurse && after->ident() == EVR_SQ) {
      auto& was = static_cast<DcmSequenceOfItems&>(before);
      auto& is = static_cast<DcmSequenceOfItems&>(*after);
      for (unsigned long n = 0; n < std::min(was.card(), is.card()); ++n)
        if (auto tag = unchanged(*was.getItem(n), *is.getItem(n)); !tag.empty()) return tag;
      continue;
    }
    const bool mustDiffer =
        fate == Fate::Remove || fate == Fate::Empty || fate == Fate::Dummy || fate == Fate::MoveDate;
    if (!mustDiffer || after->getLength() == 0) continue;
    const auto was = valuesOf(before);
    if (!was.empty() && was == valuesOf(*after) && !identifiers_.isOwn(was.front())) return before.getTag().toString();
  }
  return {};
}

}  // namespace io::deidentification
