#include "io/deidentification/deidentify.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <fstream>
#include <functional>

#include "io/deidentification/dates.h"
#include "io/deidentification/profile.h"
#include "io/reading/ct_reader.h"
#include "io/reading/scan.h"
#include "tests/paths.h"
#include "tests/support/planted_slice.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/validators.h"

namespace io {
namespace {

namespace fs = std::filesystem;
using support::Slice;

planning::Expected<Deidentified> run(const fs::path& in, const fs::path& out, const DeidentifyOptions& options = {}) {
  planning::Progress progress;
  return deidentify(in, out, options, progress);
}

std::vector<fs::path> filesUnder(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

/// The one object of an export, without its DICOMDIR.
std::unique_ptr<DcmFileFormat> onlyObject(const fs::path& out) {
  auto files = filesUnder(out);
  std::erase_if(files, [](const fs::path& file) { return file.filename() == "DICOMDIR"; });
  EXPECT_EQ(files.size(), 1U);
  auto format = std::make_unique<DcmFileFormat>();
  EXPECT_TRUE(format->loadFile(files.front().c_str()).good());
  return format;
}

std::string valueOf(DcmItem& item, const DcmTagKey& tag) {
  OFString value;
  item.findAndGetOFStringArray(tag, value);
  return value.c_str();
}

bool contains(const fs::path& folder, const std::string& token) {
  for (const auto& file : filesUnder(folder)) {
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (bytes.find(token) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

// With one key for ever: among the digits of new UIDs lies one of the planted dates by chance, once in fifty keys.
TEST(Deidentify, findsNoIdentifierOfAnyAttributeOfTheTableAfterwards) {
  const support::TemporaryFolder folder;
  std::ofstream(folder / "key") << std::string(64, 'a');
  Slice slice;
  const auto words = support::plantIdentifiers(slice);
  ASSERT_GT(words.size(), 1000U);
  slice.save(folder / "in/zqfilename.dcm");
  const auto done =
      run(folder / "in", folder / "out", {.keepDates = false, .keyFile = folder / "key", .seen = {}, .blackened = {}});
  ASSERT_TRUE(done) << done.error().code << " " << done.error().subject;
  for (const auto& word : words) EXPECT_FALSE(contains(folder / "out", word)) << word;
  for (const auto& file : filesUnder(folder / "out")) EXPECT_EQ(file.string().find("zqfilename"), std::string::npos);
}

TEST(Deidentify, hasTheActionsOfTheStandardsTable) {
  std::ifstream csv(fs::path(NEEDLEPLAN_SHARED_DATA) / "ps3.15_table_e1-1.csv");
  if (!csv) GTEST_SKIP() << "the table of ../shared/data is not here: its actions are NOT compared";
  using deidentification::Action;
  const std::map<std::string, Action> actions{
      {"X", Action::Remove},    {"Z", Action::Empty},   {"D", Action::Dummy},
      {"U", Action::MapUid},    {"X/Z", Action::Empty}, {"X/D", Action::Dummy},
      {"X/Z/D", Action::Dummy}, {"Z/D", Action::Dummy}, {"X/Z/U*", Action::KeepItems}};
  int compared = 0;
  for (std::string line; std::getline(csv, line);) {
    for (std::string more; std::ranges::count(line, '"') % 2 == 1 && std::getline(csv, more);) line += " " + more;
    if (line.size() < 13 || line[1] != '(' || line.find("XX") < 12 || line[2] == 'G') continue;
    const auto group = static_cast<std::uint16_t>(std::stoi(line.substr(2, 4), nullptr, 16));
    const auto element = static_cast<std::uint16_t>(std::stoi(line.substr(7, 4), nullptr, 16));
    const auto fields = line.substr(line.find("\",") + 2);
    std::size_t start = fields.starts_with('"') ? fields.find("\",") + 2 : fields.find(',') + 1;
    const auto action = fields.substr(start, fields.find(',', start) - start);
    EXPECT_EQ(deidentification::profileOf(group, element).action, actions.at(action)) << line;
    ++compared;
  }
  EXPECT_EQ(compared, 617);
  EXPECT_EQ(deidentification::profileOf(0x0029, 0x1010).action, Action::Remove);
  EXPECT_EQ(deidentification::profileOf(0x6000, 0x3000).action, Action::Remove);
}

TEST(Deidentify, movesEveryDateByTheSameNumberOfDays) {
  const support::TemporaryFolder folder;
  Slice slice;
  slice.save(folder / "in/a");
  ASSERT_TRUE(run(folder / "in", folder / "out"));
  const auto object = onlyObject(folder / "out");
  auto& dataset = *object->getDataset();
  const auto study = valueOf(dataset, DCM_StudyDate), series = valueOf(dataset, DCM_SeriesDate);
  EXPECT_LT(study, "20230309");
  EXPECT_EQ(deidentification::earlier(series, 2), study);
  EXPECT_EQ(valueOf(dataset, DCM_StudyTime), "101112");
  EXPECT_EQ(valueOf(dataset, DCM_PatientBirthDate), "");
  EXPECT_EQ(valueOf(dataset, DCM_LongitudinalTemporalInformationModified), "MODIFIED");
}

TEST(Deidentify, keepsDatesWhenAsked) {
  const support::TemporaryFolder folder;
  Slice slice;
  slice.save(folder / "in/a");
  ASSERT_TRUE(run(folder / "in", folder / "out", {.keepDates = true, .keyFile = {}, .seen = {}, .blackened = {}}));
  auto object = onlyObject(folder / "out");
  EXPECT_EQ(valueOf(*object->getDataset(), DCM_StudyDate), "20240308");
  EXPECT_EQ(valueOf(*object->getDataset(), DCM_PatientBirthDate), "");
}

TEST(Deidentify, daysCountBackOverLeapYears) {
  EXPECT_EQ(deidentification::earlier("20240301", 1), "20240229");
  EXPECT_EQ(deidentification::earlier("2023-03-01", 1), "2023-02-28");
  EXPECT_EQ(deidentification::earlier("20240101123456.5+0100", 366), "20221231123456.5+0100");
  EXPECT_EQ(deidentification::earlier("20230229", 1), std::nullopt);
  EXPECT_EQ(deidentification::earlier("2023", 1), std::nullopt);
}

TEST(Deidentify, takesNamesOutOfTextsThatStay) {
  const support::TemporaryFolder folder;
  Slice slice;
  slice.save(folder / "in/a");
  ASSERT_TRUE(run(folder / "in", folder / "out"));
  auto object = onlyObject(folder / "out");
  EXPECT_EQ(valueOf(*object->getDataset(), DCM_ManufacturerModelName), "Scanner of Removed");
  EXPECT_EQ(valueOf(*object->getDataset(), DCM_PatientIdentityRemoved), "YES");
  EXPECT_EQ(valueOf(*object->getMetaInfo(), DCM_MediaStorageSOPInstanceUID),
            valueOf(*object->getDataset(), DCM_SOPInstanceUID));
}

namespace {

/// The text that stays for "Scanner of Marie", of a slice that was changed before it was exported.
std::string exportedText(const std::function<void(Slice&)>& change, const DcmTagKey& tag = DCM_ManufacturerModelName) {
  const support::TemporaryFolder folder;
  Slice slice;
  change(slice);
  slice.save(folder / "in/a");
  const auto done = run(folder / "in", folder / "out");
  EXPECT_TRUE(done) << done.error().code << " " << done.error().subject;
  return done ? valueOf(*onlyObject(folder / "out")->getDataset(), tag) : "refused";
}

std::string exportedText(const char* name, const std::string& text) {
  return exportedText([&](Slice& slice) {
    slice.put(DCM_PatientName, name);
    slice.put(DCM_PatientBirthDate, "19610203");
    slice.put(DCM_ManufacturerModelName, text.c_str());
  });
}

}  // namespace

TEST(Deidentify, findsANameInEverySpelling) {
  for (const char* name : {"Lefèvre^Zoé", "Lef\xe8vre^Zo\xe9", "LEFÈVRE^ZOÉ", "Lefevre^Zoe"})
    for (const char* text :
         {"of LEFEVRE", "of lefevre", "of Lefèvre", "of Lef\xe8vre", "of LEFÈVRE", "of LEF\xc8VRE", "of Lefe\u0300vre"})
      EXPECT_EQ(exportedText(name, text), "of Removed") << name << ": " << text;
  for (const char* text : {"of MÜLLER", "of Muller", "of Mueller"})
    EXPECT_EQ(exportedText("Müller^Jörg", text), "of Removed") << text;
  EXPECT_EQ(exportedText("ИВАНОВ^Пётр", "of Иванов"), "of Removed");
}

TEST(Deidentify, findsThePartsOfADoubleName) {
  for (const char* text : {"of Dupont", "of MARTIN", "of Pierre", "of Dupont Martin", "of jean_pierre"})
    EXPECT_EQ(exportedText("Dupont-Martin^Jean-Pierre", text).find("of Removed"), 0U) << text;
  EXPECT_EQ(exportedText("O'Brien^Ann", "of Brien"), "of Removed");
}

TEST(Deidentify, findsADateHoweverItIsWritten) {
  for (const char* text : {"of 03/02/1961", "of 02/03/1961", "of 3.2.1961", "of 1961/02/03", "of 1961-02-03",
                           "of 03-02-61", "of 19610203"})
    EXPECT_EQ(exportedText("Durand^Marie", text), "of Removed") << text;
  EXPECT_EQ(exportedText("Durand^Marie", "of 103/02/1961"), "of 103/02/1961") << "another number";
}

TEST(Deidentify, cleansTermsAndMeaningsThatSomebodyMadeUp) {
  const auto bodyPart = [](const char* part) {
    return exportedText([=](Slice& slice) { slice.put(DCM_BodyPartExamined, part); }, DCM_BodyPartExamined);
  };
  EXPECT_EQ(bodyPart("DURAND"), "REMOVED");
  EXPECT_EQ(bodyPart("KNEE MARIE"), "REMOVED");
  EXPECT_EQ(bodyPart("CHEST"), "CHEST");
  EXPECT_EQ(bodyPart("MARIENBAD"), "REMOVED") << "a name in a longer word";
  EXPECT_EQ(bodyPart("KNIE"), "KNIE");
  const support::TemporaryFolder folder;
  Slice slice;
  DcmItem* code = nullptr;
  ASSERT_TRUE(slice.dataset().findOrCreateSequenceItem(DCM_AnatomicRegionSequence, code).good());
  code->putAndInsertString(DCM_CodeValue, "69536005");
  code->putAndInsertString(DCM_CodingSchemeDesignator, "SCT");
  code->putAndInsertString(DCM_CodeMeaning, "Head of Mme DURAND");
  slice.save(folder / "in/a");
  ASSERT_TRUE(run(folder / "in", folder / "out"));
  const auto object = onlyObject(folder / "out");
  ASSERT_TRUE(object->getDataset()->findAndGetSequenceItem(DCM_AnatomicRegionSequence, code).good());
  EXPECT_EQ(valueOf(*code, DCM_CodeMeaning), "Head of Mme Removed");
  EXPECT_EQ(valueOf(*code, DCM_CodeValue), "69536005");
}

TEST(Deidentify, takesATimeZoneForNoIdentifier) {
  const auto acquired = exportedText(
      [](Slice& slice) {
        slice.put(DCM_TimezoneOffsetFromUTC, "+0200");
        slice.put(DCM_AcquisitionDateTime, "20240105023000.000000+0200");
      },
      DCM_AcquisitionDateTime);
  EXPECT_TRUE(acquired.ends_with("023000.000000+0200")) << acquired;
  EXPECT_FALSE(acquired.starts_with("20240105")) << acquired;
}

TEST(Deidentify, writesNothingOfThePreamble) {
  const support::TemporaryFolder folder;
  Slice slice;
  slice.save(folder / "in/a");
  std::fstream(folder / "in/a", std::ios::in | std::ios::out | std::ios::binary) << "Durand Marie";
  ASSERT_TRUE(run(folder / "in", folder / "out"));
  for (const auto& file : filesUnder(folder / "out"))
    for (int i = 0; i < 128; ++i) EXPECT_EQ(support::fileBytes(file).at(static_cast<std::size_t>(i)), std::byte{0});
}

TEST(Deidentify, writesNothingThatStandsBehindThePixels) {
  const support::TemporaryFolder folder;
  Slice slice;
  std::vector<Uint16> pixels(32, 7);
  std::memcpy(pixels.data() + 16, "Durand Marie", 12);
  slice.pixels(pixels);
  slice.save(folder / "in/a");
  ASSERT_TRUE(run(folder / "in", folder / "out"));
  DcmElement* element = nullptr;
  const auto object = onlyObject(folder / "out");
  ASSERT_TRUE(object->getDataset()->findAndGetElement(DCM_PixelData, element).good());
  EXPECT_EQ(element->getLength(), 32U);
}

TEST(Deidentify, writesNothingThatStandsBehindACompressedFrame) {
  const support::TemporaryFolder folder;
  Slice slice;
  auto* fragments = new DcmPixelSequence(DCM_PixelSequenceTag);
  fragments->insert(new DcmPixelItem(DCM_PixelItemTag));
  const std::string frame = "\xff\xd8 a picture \xff\xd9 Durand Marie ";
  auto* fragment = new DcmPixelItem(DCM_PixelItemTag);
  fragment->putUint8Array(reinterpret_cast<const Uint8*>(frame.data()), frame.size());
  fragments->insert(fragment);
  auto* pixels = new DcmPixelData(DCM_PixelData);
  pixels->putOriginalRepresentation(EXS_JPEGProcess14SV1, nullptr, fragments);
  slice.dataset().insert(pixels, OFTrue);
  slice.save(folder / "in/a", EXS_JPEGProcess14SV1);
  const auto unseen = run(folder / "in", folder / "out");
  ASSERT_FALSE(unseen);
  EXPECT_EQ(unseen.error().code, "nothing-to-deidentify") << "what cannot be searched for text must be looked at";
  const auto done = run(folder / "in", folder / "out",
                        {.keepDates = false, .keyFile = {}, .seen = {folder / "in/a"}, .blackened = {}});
  ASSERT_TRUE(done) << done.error().code << " " << done.error().subject;
  EXPECT_TRUE(contains(folder / "out", "a picture"));
  EXPECT_FALSE(contains(folder / "out", "Durand"));
}

// Names of fewer than six letters may be met there by chance, in small letters and without accents.
TEST(Deidentify, writesNothingWhenAnotherSpellingIsLeftInThePixels) {
  const support::TemporaryFolder folder;
  Slice slice;
  slice.put(DCM_PatientName, "Lefèvre^Zoé");
  std::vector<Uint16> pixels(16, 0);
  std::memcpy(pixels.data() + 3, "LEFEVRE", 7);
  slice.pixels(pixels);
  slice.save(folder / "in/a");
  const auto done = run(folder / "in", folder / "out");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, "identifier-left");
}

TEST(Deidentify, countsNamesThatAreWordsOfTheStandardAndTellsNone) {
  const support::TemporaryFolder folder;
  Slice slice;
  slice.put(DCM_PatientName, "AXIAL^Marie");
  slice.save(folder / "in/a");
  const auto done = run(folder / "in", folder / "out");
  ASSERT_TRUE(done) << done.error().code << " " << done.error().subject;
  EXPECT_EQ(done->unsearchable, 1) << "AXIAL is a value of Image Type too";
  EXPECT_NE(valueOf(*onlyObject(folder / "out")->getDataset(), DCM_PatientName), "AXIAL^Marie");
}

TEST(Deidentify, writesNothingWhenAnIdentifierIsLeftInThePixels) {
  const support::TemporaryFolder folder;
  Slice slice;
  std::vector<Uint16> pixels(16, 0);
  std::memcpy(pixels.data() + 3, "Durand", 6);
  slice.pixels(pixels);
  slice.save(folder / "in/a");
  const auto done = run(folder / "in", folder / "out");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, "identifier-left");
  EXPECT_EQ(done.error().detail.find("Durand"), std::string::npos);
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"in"}));
}

TEST(Deidentify, takesTheFormatsOwnBytesForNoIdentifier) {
  const support::TemporaryFolder folder;
  Slice slice;
  const std::array<Uint8, 4> endOfSequence{0xfe, 0xff, 0xdd, 0xe0};  // an empty private sequence, read as bytes
  slice.dataset().putAndInsertString(DcmTag(0x0009, 0x0010, EVR_LO), "MAKER");
  slice.dataset().putAndInsertUint8Array(DcmTag(0x0009, 0x1001, EVR_OB), endOfSequence.data(), endOfSequence.size());
  slice.save(folder / "in/a");
  const auto done = run(folder / "in", folder / "out");
  EXPECT_TRUE(done) << "every DICOMDIR holds them: " << done.error().code << " " << done.error().subject;
}

TEST(Deidentify, leavesNothingWhenStoppedAtAnyPlace) {
  struct StopAt : planning::Progress {
    explicit StopAt(double where) : where_(where) {}
    void advance(double fraction) override { reached_ = reached_ || fraction >= where_; }
    bool stopRequested() const override { return reached_; }
    double where_;
    bool reached_ = false;
  };
  const support::TemporaryFolder folder;
  for (int i = 0; i < 10; ++i) {
    Slice slice;
    slice.put(DCM_SOPInstanceUID, ("1.2.826.0.1.9.5." + std::to_string(i)).c_str());
    slice.save(folder / ("in/" + std::to_string(i)));
  }
  for (const double where : {0.0, 0.1, 0.5, 0.7, 0.9}) {
    StopAt progress(where);
    const auto done = deidentify(folder / "in", folder / "out", {}, progress);
    ASSERT_FALSE(done) << where;
    EXPECT_EQ(done.error().code, "cancelled");
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"in"})) << where;
  }
}

TEST(Deidentify, takesAnOutputFolderWithASlash) {
  const support::TemporaryFolder folder;
  Slice slice;
  slice.save(folder / "in/a");
  ASSERT_TRUE(run(folder / "in", folder / "out/"));
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"in", "out"}));
  EXPECT_EQ(filesUnder(folder / "out").size(), 2U) << "the object and its DICOMDIR";
}

TEST(Deidentify, asksToLookAtImagesThatMayHoldText) {
  const support::TemporaryFolder folder;
  Slice plain, says, secondary;
  plain.save(folder / "in/plain");
  says.put(DCM_BurnedInAnnotation, "YES");
  says.put(DCM_SOPInstanceUID, "1.2.826.0.1.9.11");
  says.save(folder / "in/says");
  secondary.put(DCM_ImageType, "DERIVED\\SECONDARY");
  secondary.put(DCM_SOPInstanceUID, "1.2.826.0.1.9.12");
  secondary.save(folder / "in/secondary");
  const auto first = run(folder / "in", folder / "out");
  ASSERT_TRUE(first) << first.error().code;
  ASSERT_EQ(first->quarantined.size(), 2U);
  EXPECT_EQ(first->quarantined[0].reason.code, "image-says-text");
  EXPECT_EQ(first->quarantined[1].reason.code, "image-may-hold-text");
  EXPECT_EQ(first->files, 1);
  const auto preview = previewOf(first->quarantined[0].file);
  ASSERT_TRUE(preview);
  EXPECT_EQ(preview->columns * preview->rows, 16);
  const auto second = run(folder / "in/secondary", folder / "out2",
                          {.keepDates = false, .keyFile = {}, .seen = {folder / "in/secondary"}, .blackened = {}});
  ASSERT_TRUE(second) << second.error().code;
  EXPECT_EQ(valueOf(*onlyObject(folder / "out2")->getDataset(), DCM_BurnedInAnnotation), "NO");
}

TEST(Deidentify, dropsAnOverlayInUnusedBits) {
  const support::TemporaryFolder folder;
  Slice slice;
  slice.dataset().putAndInsertUint16(DcmTag(0x6000, 0x0102, EVR_US), 12);
  slice.dataset().putAndInsertUint16(DcmTag(0x6000, 0x0100, EVR_US), 16);
  slice.pixels(std::vector<Uint16>(16, 0x1abc));
  slice.save(folder / "in/a");
  ASSERT_TRUE(run(folder / "in", folder / "out"));
  auto object = onlyObject(folder / "out");
  const Uint16* pixels = nullptr;
  ASSERT_TRUE(object->getDataset()->findAndGetUint16Array(DCM_PixelData, pixels).good());
  EXPECT_EQ(pixels[0], 0x0abc);
  EXPECT_FALSE(object->getDataset()->tagExists(DcmTagKey(0x6000, 0x0102)));
}

TEST(Deidentify, fitsAnEarlierExportWithTheSameKeyOnly) {
  const support::TemporaryFolder folder;
  Slice slice;
  slice.save(folder / "in/a");
  const DeidentifyOptions keyed{.keepDates = false, .keyFile = folder / "key", .seen = {}, .blackened = {}};
  ASSERT_TRUE(run(folder / "in", folder / "one", keyed));
  ASSERT_TRUE(run(folder / "in", folder / "two", keyed));
  ASSERT_TRUE(run(folder / "in", folder / "other"));
  const auto uid = [&](const char* name) {
    return valueOf(*onlyObject(folder / name)->getDataset(), DCM_SOPInstanceUID);
  };
  EXPECT_EQ(uid("one"), uid("two"));
  EXPECT_NE(uid("one"), uid("other"));
  EXPECT_EQ(fs::status(folder / "key").permissions(), fs::perms::owner_read | fs::perms::owner_write);
  std::ofstream(folder / "key") << "no key";
  EXPECT_EQ(run(folder / "in", folder / "three", keyed).error().code, "bad-key-file");
}

TEST(Deidentify, canBeRunOnItsOwnResult) {
  const support::TemporaryFolder folder;
  Slice slice;
  slice.save(folder / "in/a");
  ASSERT_TRUE(run(folder / "in", folder / "out"));
  const auto again = run(folder / "out", folder / "again");
  ASSERT_TRUE(again) << again.error().code << " " << again.error().subject;
  EXPECT_EQ(again->files, 1);
}

TEST(Deidentify, refusesAFolderThatIsNotEmptyOrLiesInTheInput) {
  const support::TemporaryFolder folder;
  Slice slice;
  slice.save(folder / "in/a");
  slice.save(folder / "full/b");
  EXPECT_EQ(run(folder / "in", folder / "full").error().code, "output-not-empty");
  EXPECT_EQ(run(folder / "in", folder / "in/out").error().code, "output-inside-input");
  EXPECT_EQ(run(folder / "in", folder / "in").error().code, "output-not-empty");
}

TEST(Deidentify, leavesOutWhatItCannotAnswerFor) {
  const support::TemporaryFolder folder;
  Slice slice, other;
  slice.save(folder / "in/a");
  other.put(DCM_SOPClassUID, UID_EncapsulatedPDFStorage);
  other.save(folder / "in/b");
  std::ofstream(folder / "in/note.txt") << "Durand";
  const auto done = run(folder / "in", folder / "out");
  ASSERT_TRUE(done);
  ASSERT_EQ(done->leftOut.size(), 2U);
  EXPECT_EQ(done->leftOut[0].reason.code, "kind-not-deidentified");
  EXPECT_EQ(done->leftOut[1].reason.code, "not-dicom");
}

TEST(Deidentify, keepsAScanWhatItWas) {
  const auto& demo = support::smallCase();
  const support::TemporaryFolder folder;
  const auto done = run(demo.ct, folder / "out");
  ASSERT_TRUE(done) << done.error().code << " " << done.error().subject;
  planning::Progress progress;
  const auto before = io::dicom::scan(demo.ct, progress), after = io::dicom::scan(folder / "out", progress);
  ASSERT_TRUE(before && after);
  ASSERT_EQ(after->series.size(), 1U);
  const auto was = readCt(before->series[0], progress), is = readCt(after->series[0], progress);
  ASSERT_TRUE(was && is);
  EXPECT_EQ(was->hu->GetOrigin(), is->hu->GetOrigin());
  EXPECT_EQ(was->hu->GetSpacing(), is->hu->GetSpacing());
  const auto count = was->hu->GetLargestPossibleRegion().GetNumberOfPixels();
  EXPECT_TRUE(std::equal(was->hu->GetBufferPointer(), was->hu->GetBufferPointer() + count, is->hu->GetBufferPointer()));
  EXPECT_NE(is->identity.patient.id, was->identity.patient.id);
  const auto object = after->series[0].files[0];
  const auto errors = support::dciodvfyErrors(object);
  if (!errors) GTEST_SKIP() << "dciodvfy is not installed: the object is NOT validated";
  EXPECT_TRUE(errors->empty()) << errors->front();
}

}  // namespace io
