#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "io/dicom/instance_reader.h"
#include "io/reading/messages.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/paths.h"
#include "tests/support/temporary_folder.h"

// The header of a plain CT slice as the pre-scan copies it out, against its slow twin: DCMTK.

namespace {

namespace fs = std::filesystem;
using io::dicom::Instance;
using support::TemporaryFolder;

/// All that was read, but for the words of a fault: they quote the value with or without its padding.
io::sandbox::Bytes bytesOf(Instance instance) {
  if (instance.fault) instance.fault->detail.clear();
  return io::reading::toBytes(io::reading::Reply(std::move(instance)));
}

/// Whether both read it; where they do, they agree.
bool agree(const fs::path& file) {
  const auto fast = io::dicom::readInstance(file), slow = io::dicom::readInstanceByLibrary(file);
  if (!fast || !slow) return fast.has_value() == slow.has_value() && fast.error().code == slow.error().code;
  EXPECT_TRUE(bytesOf(*fast) == bytesOf(*slow)) << file;
  return true;
}

TEST(PlainHeader, isWhatDcmtkReadsInEverySyntax) {
  for (const auto syntax :
       {EXS_LittleEndianExplicit, EXS_LittleEndianImplicit, EXS_BigEndianExplicit, EXS_DeflatedLittleEndianExplicit}) {
    const TemporaryFolder folder;
    made_ct::write({}, folder.path(), {}, syntax);
    EXPECT_TRUE(agree(folder / "2.dcm")) << syntax;
  }
}

TEST(PlainHeader, isWhatDcmtkReadsOfOddValues) {
  const std::vector<made_ct::Spoil> spoils{
      [](DcmDataset& d, int) { d.putAndInsertString(DCM_PatientName, "L\xe9ger^Ren\xe9"); },
      [](DcmDataset& d, int) { d.putAndInsertString(DCM_PatientID, "  two  words  "); },
      [](DcmDataset& d, int) { d.putAndInsertString(DCM_PatientID, "a\tb"); },
      [](DcmDataset& d, int) { d.putAndInsertString(DCM_StudyDescription, std::string(2000, 'x').c_str()); },
      [](DcmDataset& d, int) { d.putAndInsertString(DCM_ImagePositionPatient, "1\\2"); },
      [](DcmDataset& d, int) { d.putAndInsertString(DCM_PixelSpacing, "1,5\\2"); },
      [](DcmDataset& d, int) { d.putAndInsertString(DCM_ImageType, "ORIGINAL\\PRIMARY\\"); },
      [](DcmDataset& d, int) { d.putAndInsertString(DCM_PatientPosition, ""); },
      [](DcmDataset& d, int) { delete d.remove(DCM_Modality), delete d.remove(DCM_SOPClassUID); },
      [](DcmDataset& d, int) { delete d.remove(DCM_SOPClassUID); },
      [](DcmDataset& d, int) { d.putAndInsertString(DCM_SOPClassUID, UID_MRImageStorage); },
      [](DcmDataset& d, int) { d.putAndInsertSint16(DcmTag(DCM_PixelPaddingValue, EVR_SS), -2000); },
      [](DcmDataset& d, int) { d.putAndInsertUint16(DcmTag(DCM_PixelPaddingValue, EVR_US), 63536); },
      [](DcmDataset& d, int) {
        const Uint16 two[] = {5, 7};
        d.putAndInsertUint16Array(DCM_BitsStored, two, 2);
      },
      [](DcmDataset& d, int) {
        DcmItem* item = nullptr;  // the same tags inside a sequence say nothing of the slice
        d.findOrCreateSequenceItem(DCM_ReferencedImageSequence, item);
        item->putAndInsertString(DCM_PatientID, "somebody else");
        item->putAndInsertUint16(DCM_Rows, 99);
      }};
  for (std::size_t i = 0; i < spoils.size(); ++i) {
    const TemporaryFolder folder;
    made_ct::write({}, folder.path(), spoils[i]);
    EXPECT_TRUE(agree(folder / "1.dcm")) << i;
  }
}

TEST(PlainHeader, isNeverAnotherThanDcmtksWhicheverByteIsWrong) {
  const TemporaryFolder folder;
  made_ct::Ct ct;
  ct.slices = 1;
  made_ct::write(ct, folder.path());
  const auto whole = made_ct::bytesOf(folder / "0.dcm");
  for (std::size_t i = 300; i < whole.size() - 70; ++i)
    for (const int change : {1, 0x20, 0x80}) {
      auto bytes = whole;
      bytes[i] = static_cast<char>(bytes[i] ^ change);
      made_ct::putBytes(folder / "0.dcm", bytes);
      const auto fast = io::dicom::readInstance(folder / "0.dcm");
      const auto slow = io::dicom::readInstanceByLibrary(folder / "0.dcm");
      if (fast && slow) {
        ASSERT_TRUE(bytesOf(*fast) == bytesOf(*slow)) << i << " ^ " << change;
      }
    }
}

TEST(PlainHeader, isWhatDcmtkReadsOfEveryRealSlice) {
  const fs::path root = fs::path(NEEDLEPLAN_SHARED_DATA) / "real";
  if (!fs::exists(root)) GTEST_SKIP() << "NOT TESTED: no " << root;
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    EXPECT_TRUE(agree(entry.path())) << entry.path();
    ++files;
  }
  EXPECT_GT(files, 100);
}

}  // namespace
