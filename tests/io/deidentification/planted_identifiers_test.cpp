#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <set>

#include "io/deidentification/deidentify.h"
#include "io/report/plan_reader.h"
#include "io/report/plan_report.h"
#include "planning/procedure/contraindication.h"
#include "planning/procedure/dates.h"
#include "tests/support/planted_slice.h"
#include "tests/support/sample_archive.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// One patient's identifiers, in every spelling that a text may have of them, planted by a seed over VRs, depths,
// character sets and carriers; then each planted word is looked for in all that was written.

namespace io {
namespace {

namespace fs = std::filesystem;
using support::Slice;
using Words = std::vector<std::string>;

/// How a patient is written into the header, and what of him must be found in texts.
struct Person {
  std::string characterSet;
  std::string name;  ///< in that character set
  Words spellings;   ///< in UTF-8
};

const Words kNames{"Lefèvre-D'Aubigny",
                   "LEFÈVRE",
                   "lefevre",
                   "Lefèvre",
                   "LEFEVRE-DAUBIGNY",
                   "d'aubigny",
                   "Aubigny",
                   "AUBIGNY",
                   "Lefe\u0300vre",
                   "Le\u00adfevre",
                   "L E F E V R E",
                   "L.e.f.e.v.r.e",
                   "lefevre_daubigny",
                   "ＬＥＦＥＶＲＥ",
                   "Lefèvre–D’Aubigny",
                   "xLefevrex",
                   "ZOÉ",
                   "zoe",
                   "Zoé",
                   "Marie",
                   "MARIELOU",
                   "marie lou",
                   "Marie-Lou",
                   "Wojciechowski",
                   "WOJCIECHOWSKI",
                   "Lukasz",
                   "ŁUKASZ",
                   "łukasz",
                   "Lef?vre",
                   "LEF_VRE",
                   "Lef vre",
                   "Lefvre",
                   "lef\ufffdvre",
                   "Lef\u00c3\u00a8vre",
                   "Lef&#232;vre",
                   "Lef&#xE8;vre",
                   "Lef&egrave;vre",
                   "Lef%C3%A8vre",
                   "Lef=C3=A8vre",
                   "Zo?",
                   "ZO\u00c3\u0089",
                   "ZLefevre",
                   "Marielou"};
const Words kDates{"19610203",
                   "1961-02-03",
                   "1961/2/3",
                   "1961.02.03",
                   "03/02/1961",
                   "3/2/1961",
                   "3.2.1961",
                   "02/03/1961",
                   "03021961",
                   "3 February 1961",
                   "3rd of February, 1961",
                   "February 3, 1961",
                   "Feb 3 1961",
                   "03-FEB-1961",
                   "03FEB1961",
                   "3 février 1961",
                   "3 févr. 1961",
                   "1961 Feb 03",
                   "3/2/61",
                   "03-02-61",
                   "61/02/03",
                   "3 feb 61",
                   "610203",
                   "19610203101112",
                   "3e février 1961",
                   "3ème fév. 61",
                   "3.II.1961",
                   "3-II-61",
                   "3/2/'61",
                   "03%2F02%2F1961",
                   "ZL 61",
                   "ZL 2/1961",
                   "ZL 03/02",
                   "ZL 19610203",
                   "LZ03/02/1961",
                   "Z.L. 1961",
                   "zl1961"};
const Words kNumbers{"ZK-4471902", "zk4471902",  "ZK 4471902",    "ZK_44_71902",  "zk/4471/902",
                     "ACC7734Q1",  "acc-7734q1", "ACC 7734 Q1",   "+33612984571", "33 6 12 98 45 71",
                     "4471902",    "0612984571", "06 12 98 45 71"};

Words westernSpellings() {
  Words all = kNames;
  for (const auto* more : {&kDates, &kNumbers}) all.insert(all.end(), more->begin(), more->end());
  return all;
}

std::vector<Person> persons() {
  return {
      {"ISO_IR 192", "Lefèvre-D'Aubigny^Zoé^Marie-Lou", westernSpellings()},
      {"ISO_IR 100", "Lef\xe8vre-D'Aubigny^Zo\xe9^Marie-Lou", westernSpellings()},
      {"ISO_IR 144",
       "\xb8\xd2\xd0\xdd\xde\xd2^\xbf\xf1\xe2\xe0",  // Иванов^Пётр
       {"Иванов", "ИВАНОВ", "иванов", "Пётр", "ПЕТР", "ИвановПётр", "Ivanov", "IVANOV", "Petr"}},
      {"\\ISO 2022 IR 87",
       "Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B",
       {"山田", "太郎", "山田太郎", "YAMADA", "tarou", "山 田 太 郎"}},
      {"\\ISO 2022 IR 149",
       "Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7",
       {"吉洞", "Gildong", "GILDONG", "HONG"}},
  };
}

std::string bytesOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// All that was written, of every file its bytes and its place.
std::string writtenUnder(const fs::path& folder) {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) all += bytesOf(entry.path()) + "\n" + entry.path().lexically_relative(folder).string();
  return all;
}

std::string small(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return text;
}

std::string latin1(const std::string& utf8) {
  std::string text;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto c = static_cast<unsigned char>(utf8[i]);
    if (c < 0x80)
      text += utf8[i];
    else if (c == 0xc2 || c == 0xc3)
      text += static_cast<char>((c & 3) << 6 | (static_cast<unsigned char>(utf8[++i]) & 0x3f));
    else
      return {};
  }
  return text;
}

/// A text that stays: no attribute of the table.
struct Carrier {
  DcmTagKey tag;
  DcmEVR vr;
  std::size_t longest;
};
const std::vector<Carrier> kCarriers{{DCM_ManufacturerModelName, EVR_LO, 64},
                                     {DCM_ConvolutionKernel, EVR_SH, 16},
                                     {DCM_BodyPartExamined, EVR_CS, 16},
                                     {DcmTagKey(0x0018, 0x9004), EVR_CS, 16},
                                     {DcmTagKey(0x0040, 0xa160), EVR_UT, 1000},
                                     {DCM_CodeMeaning, EVR_LO, 64},
                                     {DcmTagKey(0x0008, 0x0104), EVR_LO, 64},
                                     {DcmTagKey(0x0022, 0x1007), EVR_ST, 1000},
                                     {DcmTagKey(0x0028, 0x1055), EVR_LO, 64},
                                     {DcmTagKey(0x0018, 0x0010), EVR_LO, 64},
                                     {DcmTagKey(0x0018, 0x1160), EVR_SH, 16},
                                     {DcmTagKey(0x0008, 0x0119), EVR_UC, 1000},
                                     {DcmTagKey(0x0008, 0x0120), EVR_UR, 1000},
                                     {DcmTagKey(0x0014, 0x1020), EVR_DA, 18},
                                     {DcmTagKey(0x0018, 0x0060), EVR_DS, 16},
                                     {DcmTagKey(0x0018, 0x1152), EVR_IS, 12},
                                     {DcmTagKey(0x0008, 0x0032), EVR_TM, 14},
                                     {DCM_PhysiciansOfRecord, EVR_PN, 64},
                                     {DcmTagKey(0x0040, 0x0001), EVR_AE, 16},
                                     {DcmTagKey(0x0018, 0x1074), EVR_DS, 16},
                                     {DcmTagKey(0x0028, 0x1202), EVR_OW, 1000},
                                     {DcmTagKey(0x0011, 0x1001), EVR_UN, 1000},
                                     {DcmTagKey(0x0013, 0x1001), EVR_OB, 1000},
                                     {DcmTagKey(0x0020, 0x9056), EVR_SH, 16},
                                     {DcmTagKey(0x0008, 0x0016 + 0x100), EVR_SH, 16}};

constexpr int kDepths = 10;
constexpr E_TransferSyntax kSyntaxes[] = {EXS_LittleEndianExplicit, EXS_LittleEndianImplicit, EXS_BigEndianExplicit,
                                          EXS_DeflatedLittleEndianExplicit};

/// An item so many sequences deep below a data set, of a sequence that stays.
DcmItem& itemAt(DcmItem& dataset, int depth, int number) {
  DcmItem* item = &dataset;
  for (int i = 0; i < depth; ++i) {
    DcmItem* inner = nullptr;
    item->findOrCreateSequenceItem(i % 2 == 0 ? DCM_AnatomicRegionSequence : DCM_AnatomicRegionModifierSequence, inner,
                                   i == 0 ? number : 0);
    item = inner;
  }
  return *item;
}

/// Puts text around a word where the VR allows it: so words stand alone, in sentences and in longer words.
std::string sentence(const std::string& word, std::size_t longest, std::size_t dice) {
  const Words around[] = {{"", ""}, {"kernel ", " of 3"}, {"(", ")"}, {"x: ", ", seen"}, {"a_", "_b"}};
  const auto& pair = around[dice % 5];
  const std::string whole = pair[0] + word + pair[1];
  return whole.size() <= longest ? whole : word;
}

void plant(DcmItem& item, const Carrier& carrier, const std::string& text) {
  DcmElement* element = nullptr;
  const DcmTag tag(carrier.tag, carrier.vr);
  if (carrier.vr == EVR_UN || carrier.vr == EVR_OB || carrier.vr == EVR_OW) {
    std::string even = text + (text.size() % 2 == 1 ? " " : "");
    auto* raw = new DcmOtherByteOtherWord(tag);
    if (carrier.vr == EVR_OW)
      raw->putUint16Array(reinterpret_cast<const Uint16*>(even.data()), even.size() / 2);
    else
      raw->putUint8Array(reinterpret_cast<const Uint8*>(even.data()), even.size());
    element = raw;
  } else {
    ASSERT_TRUE(DcmItem::newDicomElement(element, tag).good());
    element->putString(text.c_str());
  }
  if (item.insert(element, OFTrue).bad()) delete element;
}

void describe(Slice& slice, const Person& person) {
  slice.put(DCM_SpecificCharacterSet, person.characterSet.c_str());
  slice.put(DCM_PatientName, person.name.c_str());
  slice.put(DCM_PatientID, "ZK-4471902");
  slice.put(DCM_PatientBirthDate, "19610203");
  slice.put(DCM_AccessionNumber, "ACC7734Q1");
  slice.put(DCM_PatientTelephoneNumbers, "+33612984571");
  if (person.characterSet == "ISO_IR 192") slice.put(DCM_ReferringPhysicianName, "Wojciechowski^Łukasz");
  if (person.characterSet == "ISO_IR 100") slice.put(DCM_ReferringPhysicianName, "Wojciechowski^Lukasz");
}

/// The spellings of a person that a file in that character set can hold.
Words writable(const Person& person) {
  if (person.characterSet == "ISO_IR 192") return person.spellings;
  Words all;
  for (const auto& spelling : person.spellings)
    if (const auto bytes = latin1(spelling); !bytes.empty()) all.push_back(bytes);
  return all;
}

std::string say(const std::string& found, const std::string& all) {
  const auto at = all.find(found);
  std::string shown = all.substr(at < 60 ? 0 : at - 60, 140);
  for (char& c : shown) c = c >= 0x20 ? c : '.';
  return found + " in " + shown;
}

/// The words that are left in an export, in any case of ASCII.
int left(const fs::path& out, const std::set<std::string>& words) {
  const std::string all = small(writtenUnder(out));
  int found = 0;
  for (const auto& word : words)
    if (all.find(small(word)) != std::string::npos) {
      ADD_FAILURE() << say(small(word), all);
      ++found;
    }
  return found;
}

planning::Expected<Deidentified> run(const fs::path& in, const fs::path& out) {
  planning::Progress progress;
  return deidentify(in, out, {}, progress);
}

}  // namespace

TEST(PlantedIdentifiers, noneIsLeftOfThousandsInAnySpellingVrDepthAndCharacterSet) {
  std::mt19937 random(20);
  int planted = 0;
  for (const auto& person : persons()) {
    const support::TemporaryFolder folder;
    // Texts in UTF-8 beside a name in the other character set: files of one patient from several machines.
    const auto spellings = writable(person);
    std::set<std::string> words(person.spellings.begin(), person.spellings.end());
    words.insert(spellings.begin(), spellings.end());
    int file = 0;
    for (const bool utf8 : {false, true}) {
      const auto& own = utf8 ? person.spellings : spellings;
      for (std::size_t next = 0; next < own.size() * kCarriers.size();) {
        Slice slice;
        describe(slice, person);
        if (utf8) {
          slice.put(DCM_SpecificCharacterSet, "ISO_IR 192");
          slice.put(DCM_PatientName, "Somebody");
          slice.put(DCM_ReferringPhysicianName, "");
        }
        slice.put(DCM_SOPInstanceUID, ("1.2.826.0.1.9.5." + std::to_string(1000 + ++file)).c_str());
        for (int depth = 0; depth < kDepths; ++depth)
          for (const auto& carrier : kCarriers) {
            if (next >= own.size() * kCarriers.size()) break;
            const auto& word = own[(next++ * 7 + static_cast<std::size_t>(depth)) % own.size()];
            if (word.size() > carrier.longest) continue;
            plant(itemAt(slice.dataset(), depth, 0), carrier, sentence(word, carrier.longest, random()));
            ++planted;
          }
        slice.save(folder / ("in/Lefevre/" + std::to_string(file)) / "19610203.dcm", kSyntaxes[file % 4]);
      }
    }
    const auto done = run(folder / "in", folder / "out");
    ASSERT_TRUE(done) << person.characterSet << " " << done.error().code << " " << done.error().subject;
    EXPECT_EQ(done->files, file);
    EXPECT_EQ(left(folder / "out", words), 0) << person.characterSet;
  }
  EXPECT_GT(planted, 3000);
  RecordProperty("planted", planted);
}

TEST(PlantedIdentifiers, textsKeepWhatIsNobodys) {
  const support::TemporaryFolder folder;
  Slice slice;
  describe(slice, persons()[0]);
  slice.put(DCM_ManufacturerModelName, "Somatom Force 3 of 1961, 2.5 mm, B30f");
  slice.put(DCM_ConvolutionKernel, "zl 12 B30f");
  slice.save(folder / "in/a");
  ASSERT_TRUE(run(folder / "in", folder / "out"));
  const auto all = writtenUnder(folder / "out");
  EXPECT_NE(all.find("Somatom Force 3 of 1961, 2.5 mm, B30f"), std::string::npos);
  EXPECT_NE(all.find("zl 12 B30f"), std::string::npos) << "initials alone are no identifier";
}

// One original day beside its moved copy would give away by how many days all of the patient's moved.
TEST(PlantedIdentifiers, noDayOfTheChecksIsLeftAndTheirIntervalsAre) {
  using namespace planning::procedure;
  const support::TemporaryFolder folder;
  auto plan = support::archivePlan("ZK-4471902", "Lefevre^Zoe", "lumbar-foraminal", "L4-L5", "Duval");
  plan.choices.checks = {
      {"anticoagulant", "relay-recorded", "2026-09-20", "Martineau", Relay{"apixaban", "2026-10-01"}.text()},
      {"earlier-infiltration", "2026-09-10, 2026-10-05, 2026-10-20", "2026-10-06", "", ""}};
  plan.assessment.findings = judgeChecks(plan.choices.checks, nullptr, "CT", "2026-10-08");
  fs::create_directories(folder / "in");
  ASSERT_TRUE(report::writePlan(plan, folder / "in/plan.dcm"));
  const auto done = run(folder / "in", folder / "out");
  ASSERT_TRUE(done) << done.error().code << " " << done.error().subject;
  const auto all = writtenUnder(folder / "out");
  for (const char* day : {"2026-09-10", "2026-09-20", "2026-10-01", "2026-10-05", "2026-10-06", "2026-10-20"})
    EXPECT_EQ(all.find(day), std::string::npos) << day;
  EXPECT_EQ(all.find("apixaban"), std::string::npos);
  const auto exported =
      report::asPlan(report::parseReport(folder / "out" / done->placed.at(folder / "in/plan.dcm")), "plan");
  ASSERT_TRUE(exported) << exported.error().code;
  const auto& checks = exported->choices.checks;
  ASSERT_EQ(checks.size(), 2U);
  const auto days = datesIn(checks[1].answer);
  ASSERT_EQ(days.size(), 3U);
  EXPECT_EQ(daysBetween(days[0], days[1]), 25);
  EXPECT_EQ(daysBetween(days[1], days[2]), 15);
  EXPECT_EQ(daysBetween(checks[0].date, relayOf(checks[0].text).lastDose), 11);
  EXPECT_EQ(daysBetween(relayOf(checks[0].text).lastDose, checks[1].date), 5);
  ASSERT_EQ(exported->assessment.findings.size(), plan.assessment.findings.size());
  const auto argumentsOf = [&](const std::string& code) {
    for (const auto& one : exported->assessment.findings)
      if (one.code == code) return one.arguments;
    return Words{"no " + code};
  };
  EXPECT_EQ(argumentsOf("infiltration-earlier"), Words{checks[1].answer});
  EXPECT_EQ(argumentsOf("infiltration-too-soon"), (Words{"3", days[1]}));
  EXPECT_EQ(argumentsOf("infiltration-in-future"), Words{days[2]});
  EXPECT_EQ(argumentsOf("anticoagulant-relay-recorded"),
            (Words{"Removed", checks[0].date, "Removed", relayOf(checks[0].text).lastDose}));
  for (const auto& one : judgeChecks(checks, nullptr, "CT", days[1]))
    EXPECT_NE(one.code, "anticoagulant-relay-incomplete");
}

TEST(PlantedIdentifiers, noneIsLeftInStructuresAndReports) {
  const auto person = persons()[0];
  const support::TemporaryFolder folder;
  int planted = 0;
  Slice described;
  describe(described, person);
  described.save(folder / "in/a.dcm");
  std::vector<DcmTagKey> ofSegments{DCM_SegmentLabel, DCM_SegmentDescription, DCM_TrackingID,
                                    DcmTagKey(0x0062, 0x0009)};
  for (std::size_t i = 0; i < person.spellings.size(); ++i) {
    const auto& word = person.spellings[i];
    Slice seg;
    describe(seg, person);
    seg.put(DCM_SOPClassUID, i % 2 == 0 ? UID_SegmentationStorage : UID_RTStructureSetStorage);
    seg.put(DCM_Modality, i % 2 == 0 ? "SEG" : "RTSTRUCT");
    seg.put(DCM_SOPInstanceUID, ("1.2.826.0.1.9.6." + std::to_string(i)).c_str());
    DcmItem* item = nullptr;
    if (i % 2 == 0) {
      seg.dataset().findOrCreateSequenceItem(DCM_SegmentSequence, item);
      for (const auto& tag : ofSegments) item->putAndInsertString(tag, ("aorta " + word).c_str());
      DcmItem* code = nullptr;
      item->findOrCreateSequenceItem(DCM_SegmentedPropertyTypeCodeSequence, code);
      code->putAndInsertString(DCM_CodeValue, "15825003");
      code->putAndInsertString(DCM_CodingSchemeDesignator, "SCT");
      code->putAndInsertString(DCM_CodeMeaning, ("Aorta of " + word).c_str());
    } else {
      seg.dataset().findAndDeleteElement(DCM_PixelData);
      seg.dataset().findOrCreateSequenceItem(DCM_StructureSetROISequence, item);
      item->putAndInsertString(DCM_ROIName, ("aorta " + word).c_str());
      item->putAndInsertString(DCM_ROIDescription, word.c_str());
      item->putAndInsertString(DcmTagKey(0x3006, 0x0038), word.c_str());
      seg.put(DCM_StructureSetLabel, word.c_str());
      seg.put(DCM_StructureSetName, ("set " + word).c_str());
    }
    planted += 5;
    seg.save(folder / ("in/s" + std::to_string(i)));
  }
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const auto& word = kNames[i];
    auto plan =
        support::archivePlan("ZK-4471902", "Lefèvre-D'Aubigny^Zoé^Marie-Lou", "lumbar-foraminal", "L4-L5", word);
    plan.choices.needles.front().label = "needle of " + word;
    ASSERT_TRUE(report::writePlan(plan, folder / ("in/plan" + std::to_string(i) + ".dcm")));
    planted += 2;
  }
  const auto done = run(folder / "in", folder / "out");
  ASSERT_TRUE(done) << done.error().code << " " << done.error().subject;
  EXPECT_EQ(left(folder / "out", {person.spellings.begin(), person.spellings.end()}), 0);
  EXPECT_EQ(done->leftOut.size(), 0U);
  EXPECT_GT(planted, 300);
}

}  // namespace io
