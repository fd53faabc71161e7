#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <fstream>

#include "io/deidentification/characters.h"
#include "io/deidentification/deidentify.h"
#include "io/deidentification/identifiers.h"
#include "io/deidentification/lost_letters.h"
#include "tests/support/planted_slice.h"
#include "tests/support/temporary_folder.h"

// Identifiers where no text should be, and as programs write them that cannot write their letters.

namespace io {
namespace {

namespace fs = std::filesystem;
using deidentification::decoded;
using deidentification::LostLetters;
using support::Slice;

/// All that was written, of every file.
std::string writtenUnder(const fs::path& folder) {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(stream), {});
  }
  return all;
}

/// A text as bytes, so many for a letter, the letter at one of them.
std::string wide(const std::string& text, std::size_t bytes, std::size_t at) {
  std::string all;
  for (const char c : text) {
    std::string letter(bytes, '\0');
    letter[at] = c;
    all += letter;
  }
  return all;
}

std::string turned(std::string text) {
  if (text.size() % 2 != 0) text += '\0';
  for (std::size_t i = 1; i < text.size(); i += 2) std::swap(text[i - 1], text[i]);
  return text;
}

template <class Number>
void put(DcmItem& item, const DcmTag& tag, std::string bytes,
         OFCondition (DcmElement::*putArray)(const Number*, unsigned long)) {
  bytes.resize((bytes.size() + 7) / 8 * 8, '\0');
  std::vector<Number> values(bytes.size() / sizeof(Number));
  std::memcpy(values.data(), bytes.data(), bytes.size());
  DcmElement* element = nullptr;
  ASSERT_TRUE(DcmItem::newDicomElement(element, tag).good());
  ASSERT_TRUE((element->*putArray)(values.data(), static_cast<unsigned long>(values.size())).good());
  ASSERT_TRUE(item.insert(element, OFTrue).good());
}

/// Into numbers of each kind that stay as they are, and into tables and profiles of colours.
void plantInNumbers(DcmItem& item, const std::string& bytes) {
  put<Uint16>(item, DcmTag(0x0028, 0x0014, EVR_US), bytes, &DcmElement::putUint16Array);
  put<Sint16>(item, DcmTag(0x0018, 0x9219, EVR_SS), bytes, &DcmElement::putSint16Array);
  put<Uint32>(item, DcmTag(0x0018, 0x6018, EVR_UL), bytes, &DcmElement::putUint32Array);
  put<Sint32>(item, DcmTag(0x0018, 0x6020, EVR_SL), bytes, &DcmElement::putSint32Array);
  put<Float32>(item, DcmTag(0x0018, 0x9426, EVR_FL), bytes, &DcmElement::putFloat32Array);
  put<Float64>(item, DcmTag(0x0018, 0x9306, EVR_FD), bytes, &DcmElement::putFloat64Array);
  put<Uint16>(item, DcmTag(0x0028, 0x0009, EVR_AT), bytes, &DcmElement::putUint16Array);
  put<Uint16>(item, DcmTag(0x0028, 0x1201, EVR_OW), bytes, &DcmElement::putUint16Array);
  put<Uint16>(item, DcmTag(0x0028, 0x3006, EVR_US), bytes, &DcmElement::putUint16Array);
  const auto putUnsigned =
      static_cast<OFCondition (DcmElement::*)(const Uint64*, unsigned long)>(&DcmUnsigned64bitVeryLong::putUint64Array);
  const auto putSigned =
      static_cast<OFCondition (DcmElement::*)(const Sint64*, unsigned long)>(&DcmSigned64bitVeryLong::putSint64Array);
  put<Uint64>(item, DcmTag(0x0072, 0x0083, EVR_UV), bytes, putUnsigned);
  put<Sint64>(item, DcmTag(0x0072, 0x0082, EVR_SV), bytes, putSigned);
  put<Uint8>(item, DcmTag(0x0028, 0x2000, EVR_OB), bytes, &DcmElement::putUint8Array);
}

planning::Expected<Deidentified> run(const fs::path& in, const fs::path& out) {
  planning::Progress progress;
  return deidentify(in, out, {}, progress);
}

}  // namespace

TEST(HiddenIdentifiers, areFoundInNumbersAndInWideTexts) {
  int planted = 0;
  for (const std::string word : {"Durand", "durand", "DURAND", "Marielou", "X123456", "24/12/1951", "1951-12-24"}) {
    const std::vector<std::string> encodings{
        word, turned(word), wide(word, 2, 0), wide(word, 2, 1), wide(word, 4, 0), wide(word, 4, 3)};
    const support::TemporaryFolder folder;
    int number = 0;
    for (const auto& bytes : encodings) {
      Slice slice;
      slice.put(DCM_PatientName, "Durand^Marielou");
      slice.put(DCM_SOPInstanceUID, ("1.2.826.0.1.9.7." + std::to_string(++number)).c_str());
      DcmItem* item = nullptr;
      ASSERT_TRUE(slice.dataset().findOrCreateSequenceItem(DCM_AnatomicRegionSequence, item).good());
      plantInNumbers(slice.dataset(), bytes);
      plantInNumbers(*item, bytes);
      planted += 24;
      slice.save(folder / ("in/" + std::to_string(number)));
    }
    const auto done = run(folder / "in", folder / "out");
    ASSERT_TRUE(done) << word << " " << done.error().code << " " << done.error().subject;
    EXPECT_EQ(done->files, number);
    const std::string all = writtenUnder(folder / "out");
    for (std::size_t n = 0; n < encodings.size(); ++n)
      EXPECT_EQ(all.find(encodings[n]), std::string::npos) << word << ", encoding " << n;
  }
  EXPECT_EQ(planted, 1008);
}

TEST(HiddenIdentifiers, leaveNumbersOfNobodyAsTheyAre) {
  const support::TemporaryFolder folder;
  Slice slice;
  std::vector<Uint16> table(4096);
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = static_cast<Uint16>(16 * i);
  slice.dataset().putAndInsertUint16Array(DcmTag(0x0028, 0x1201, EVR_OW), table.data(), table.size());
  slice.save(folder / "in/a");
  const auto done = run(folder / "in", folder / "out");
  ASSERT_TRUE(done);
  DcmFileFormat file;
  ASSERT_TRUE(file.loadFile((folder / "out" / done->placed.at(folder / "in/a")).c_str()).good());
  const Uint16* kept = nullptr;
  unsigned long count = 0;
  ASSERT_TRUE(file.getDataset()->findAndGetUint16Array(DcmTagKey(0x0028, 0x1201), kept, &count).good());
  EXPECT_TRUE(std::equal(table.begin(), table.end(), kept, kept + count));
}

TEST(HiddenIdentifiers, goWithAPictureWithinAnItem) {
  const support::TemporaryFolder folder;
  Slice slice;
  DcmItem* item = nullptr;
  ASSERT_TRUE(slice.dataset().findOrCreateSequenceItem(DCM_AnatomicRegionSequence, item).good());
  const std::vector<Uint16> pixels(16, 0x0bad);
  ASSERT_TRUE(item->putAndInsertUint16Array(DCM_PixelData, pixels.data(), pixels.size()).good());
  slice.save(folder / "in/a");
  ASSERT_TRUE(run(folder / "in", folder / "out"));
  EXPECT_EQ(writtenUnder(folder / "out").find("\xad\x0b\xad\x0b"), std::string::npos);
}

TEST(HiddenIdentifiers, areReadFromAHeaderInAWrongCharacterSet) {
  const support::TemporaryFolder folder;
  Slice slice;
  slice.put(DCM_SpecificCharacterSet, "ISO_IR 100");
  slice.put(DCM_PatientName, "Lef\xc3\xa8vre^Zo\xc3\xa9");  // UTF-8, though it says Latin-1
  slice.put(DCM_ManufacturerModelName, "of LEFEVRE");
  slice.save(folder / "in/a");
  ASSERT_TRUE(run(folder / "in", folder / "out"));
  EXPECT_EQ(writtenUnder(folder / "out").find("LEFEVRE"), std::string::npos);
}

TEST(DecodedText, isWhatProgramsMeantToWrite) {
  for (const char* written : {"Lef&#232;vre", "Lef&#xE8;vre", "Lef%C3%A8vre", "Lef%E8vre", "Lef=C3=A8vre",
                              "Lef\\u00e8vre", "Lef\\xe8vre", "LefÃ¨vre", "Lef&#195;&#168;vre", "Lefèvre"})
    EXPECT_EQ(decoded(written), "Lefèvre") << written;
  EXPECT_EQ(decoded("Wei&szlig;mann"), "Weißmann");
  EXPECT_EQ(decoded("M&uuml;ller"), "Muller") << "its accent is not needed";
  EXPECT_EQ(decoded("â‚¬ of WeiÃŸ"), "€ of Weiß") << "Windows-1252";
  for (const char* plain : {"100 % of 3 & 4; a=b", "&amp", "%", "x\\y", "Ã", "&#;", "&#99999999;", ""})
    EXPECT_EQ(decoded(plain), plain) << plain;
}

TEST(LostLetters, areSeenBesideThoseThatAreLeft) {
  const auto found = [](const char* name, const std::string& text) {
    const auto place = LostLetters(name).in(text);
    return place.begin == std::string::npos ? std::string() : text.substr(place.begin, place.end - place.begin);
  };
  EXPECT_EQ(found("Lefèvre", "of LEF?VRE, 3"), "LEF?VRE");
  EXPECT_EQ(found("Lefèvre", "of Lef\u221a\u00aevre"), "Lef\u221a\u00aevre") << "Mac Roman";
  EXPECT_EQ(found("Lefèvre", "of lef vre"), "lef vre");
  EXPECT_EQ(found("Lefèvre", "of Lefvre"), "Lefvre");
  EXPECT_EQ(found("Lefèvre", "of Lefavre"), "") << "another letter";
  EXPECT_EQ(found("Lefèvre", "of xLefvre"), "");
  EXPECT_EQ(found("Æbeltoft", "a_?beltoft_b"), "?beltoft");
  EXPECT_EQ(found("Zoé", "a_Zo?_b"), "Zo?");
  EXPECT_EQ(found("Zoé", "a zo b"), "") << "two letters tell nobody";
  EXPECT_EQ(found("Noël", "no l"), "");
  EXPECT_FALSE(LostLetters("Durand").canBe());
  EXPECT_FALSE(LostLetters("山田").canBe());
}

// Else what was put in the place of the name is taken for it, and replaced, for ever.
TEST(LostLetters, ofANameLikeWhatReplacesItAreTakenOutOnce) {
  deidentification::Identifiers identifiers;
  identifiers.learnName("Removedé");
  identifiers.settle();
  const auto same = [](const std::string& uid) { return uid; };
  EXPECT_EQ(identifiers.cleaned("of Remov, Removed? and Removed_", same), "of Remov, Removed and Removed");
}

}  // namespace io
