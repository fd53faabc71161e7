#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "io/dicom/library.h"
#include "io/reading/scan.h"
#include "io/structures/dicom_header.h"
#include "tests/io/dicom/made_ct.h"

namespace {

namespace fs = std::filesystem;

/// pydicom's samples (Debian package python3-pydicom) and the names in them, as pydicom decodes them.
const fs::path kSamples = "/usr/lib/python3/dist-packages/pydicom/data/charset_files";

struct Sample {
  const char* file;
  const char* name;
};
constexpr Sample kNamed[]{
    {"chrArab.dcm", "قباني^لنزار"},
    {"chrFren.dcm", "Buc^Jérôme"},
    {"chrFrenMulti.dcm", "Buc^Jérôme"},
    {"chrGerm.dcm", "Äneas^Rüdiger"},
    {"chrGreek.dcm", "Διονυσιος"},
    {"chrH31.dcm", "Yamada^Tarou=山田^太郎=やまだ^たろう"},
    {"chrH32.dcm", "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"},
    {"chrHbrw.dcm", "שרון^דבורה"},
    {"chrI2.dcm", "Hong^Gildong=洪^吉洞=홍^길동"},
    {"chrJapMulti.dcm", "やまだ^たろう"},
    {"chrJapMultiExplicitIR6.dcm", "やまだ^たろう"},
    {"chrKoreanMulti.dcm", "김희중"},
    {"chrRuss.dcm", "Люкceмбypг"},
    {"chrX1.dcm", "Wang^XiaoDong=王^小東"},
    {"chrX2.dcm", "Wang^XiaoDong=王^小东"},
};

bool hasUndecodable(const std::vector<planning::Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const auto& f) { return f.code == "undecodable-text"; });
}

class CharacterSets : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(kSamples)) GTEST_SKIP() << "NOT TESTED: no package python3-pydicom";
  }
};

// A name is right, or it is said that it could not be decoded: never another name.
TEST_F(CharacterSets, namesAreRightOrSaidToBeUndecodable) {
  int right = 0;
  for (const auto& [file, name] : kNamed) {
    planning::Progress progress;
    const auto found = io::dicom::scan(kSamples / file, progress);
    ASSERT_TRUE(found) << file << " " << found.error().code;
    const auto& series = found->series.at(0);
    const bool same = series.identity.patient.name == name ||  // PS3.5 6.2: an empty last group may keep its sign
                      series.identity.patient.name == name + std::string("=");
    right += same ? 1 : 0;
    EXPECT_TRUE(same || hasUndecodable(series.findings)) << file << ": " << series.identity.patient.name;
  }
  EXPECT_EQ(right, 15);
}

// The other two have a name in a sequence, with the item's own character set and with that of the data set.
TEST_F(CharacterSets, anItemHasItsOwnOrThatOfTheDataSet) {
  io::dicom::useDcmtk();
  for (const char* file : {"chrSQEncoding.dcm", "chrSQEncoding1.dcm"}) {
    DcmFileFormat loaded;
    ASSERT_TRUE(loaded.loadFile((kSamples / file).c_str()).good());
    DcmDataset& dataset = *loaded.getDataset();
    DcmItem* item = io::structures::firstItemOf(dataset, DCM_RequestedProcedureCodeSequence);
    ASSERT_NE(item, nullptr);
    EXPECT_EQ(io::structures::textOf(dataset, *item, DCM_PatientName), "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう") << file;
  }
}

}  // namespace
