#include "tests/support/planted_slice.h"

#include <iomanip>
#include <sstream>

#include "io/deidentification/profile.h"
#include "planning/check.h"

namespace support {
namespace {

/// A value of this VR that stands nowhere else; empty where none can (numbers, times).
std::string token(DcmEVR vr, int n) {
  std::ostringstream text;
  text << std::setfill('0');
  switch (vr) {
    case EVR_PN:
      text << "Zqfamily" << std::setw(4) << n << "^Zqgiven" << std::setw(4) << n;
      break;
    case EVR_UI:
      text << "1.2.826.0.77." << 100000 + n;
      break;
    case EVR_DA:
      text << 1888 << std::setw(2) << n % 12 + 1 << std::setw(2) << n / 12 % 28 + 1;
      break;
    case EVR_DT:
      text << 1777 << std::setw(2) << n % 12 + 1 << std::setw(2) << n / 12 % 28 + 1 << "101112";
      break;
    case EVR_AE:
    case EVR_CS:
    case EVR_LO:
    case EVR_LT:
    case EVR_SH:
    case EVR_ST:
    case EVR_UC:
    case EVR_UR:
    case EVR_UT:
      text << "ZQ" << std::setw(6) << n;
      break;
    default:
      break;
  }
  return text.str();
}

/// Puts a token into every attribute of table E.1-1 that can be in a data set; returns the tokens.
std::vector<std::string> plant(DcmItem& item, int first) {
  std::vector<std::string> tokens;
  for (const auto& row : io::deidentification::profileRows()) {
    const DcmTag tag(static_cast<Uint16>(row.tag >> 16), static_cast<Uint16>(row.tag & 0xffff));
    const int n = first + static_cast<int>(tokens.size());
    if (tag.getGroup() < 8 || tag == DCM_SOPInstanceUID) continue;
    if (tag.getEVR() == EVR_SQ) {
      DcmItem* nested = nullptr;
      const std::string inside = token(EVR_LO, n);
      item.findOrCreateSequenceItem(tag, nested);
      nested->putAndInsertString(DCM_PatientComments, inside.c_str());
      tokens.push_back(inside);
    } else if (const auto value = token(tag.getEVR(), n); !value.empty()) {
      if (item.putAndInsertString(tag, value.c_str()).good()) tokens.push_back(value);
    }
  }
  return tokens;
}

std::vector<std::string> words(const std::string& token) {
  const auto caret = token.find('^');
  if (caret == std::string::npos)
    return {token.size() > 8 && token[0] == '1' && token[1] != '.' ? token.substr(0, 8) : token};
  return {token.substr(0, caret), token.substr(caret + 1)};
}

}  // namespace

void Slice::save(const std::filesystem::path& file, E_TransferSyntax syntax) {
  std::filesystem::create_directories(file.parent_path());
  planning::check(file_.saveFile(file.c_str(), syntax).good(), "the slice cannot be written");
}

std::vector<std::string> plantIdentifiers(Slice& slice) {
  auto tokens = plant(slice.dataset(), 1000);
  slice.put(DCM_SOPInstanceUID, "1.2.826.0.1.9.1");
  slice.put(DCM_PatientID, "X123456");
  tokens.insert(tokens.end(), {"1.2.826.0.1.9.1", "X123456"});
  DcmItem* nested = nullptr;  // a sequence that stays
  slice.dataset().findOrCreateSequenceItem(DCM_AnatomicRegionSequence, nested);
  const auto deeper = plant(*nested, 3000);
  tokens.insert(tokens.end(), deeper.begin(), deeper.end());
  for (DcmItem* item : {static_cast<DcmItem*>(&slice.dataset()), nested}) {
    const std::string creator = "ZQCREATOR", text = item == nested ? "ZQPRIVATE1" : "ZQPRIVATE2";
    item->putAndInsertString(DcmTag(0x0009, 0x0010, EVR_LO), creator.c_str());
    item->putAndInsertString(DcmTag(0x0009, 0x1001, EVR_LO), text.c_str());
    tokens.push_back(creator);
    tokens.push_back(text);
  }
  std::vector<std::string> all;
  for (const auto& token : tokens)
    for (const auto& word : words(token)) all.push_back(word);
  return all;
}

}  // namespace support
