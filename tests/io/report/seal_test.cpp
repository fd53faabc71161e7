#include "io/report/seal.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "io/dicom/encode.h"
#include "io/report/report_tree.h"
#include "tests/io/report/report_items.h"

// A report tells by itself whether it says what was saved.

namespace {

using namespace sample;
using planning::Seal;

/// What a reader is told of the file; Broken where it is refused.
Seal readBack(DcmFileFormat& document) {
  const auto bytes = io::dicom::encode(document);
  EXPECT_TRUE(bytes);
  const auto tree = io::report::treeOf(*bytes, "plan.dcm");
  return tree ? tree->header.report.seal : Seal::Broken;
}

Seal after(const std::function<void(DcmItem&)>& change) {
  const auto document = richDocument();
  change(*document->getDataset());
  return readBack(*document);
}

/// Every element with a value below an item, at any depth.
void collect(DcmItem& item, std::vector<std::pair<DcmItem*, DcmElement*>>& all) {
  for (unsigned long i = 0; i < item.card(); ++i) {
    DcmElement& element = *item.getElement(i);
    if (element.ident() == EVR_SQ) {
      auto& sequence = static_cast<DcmSequenceOfItems&>(element);
      for (unsigned long n = 0; n < sequence.card(); ++n) collect(*sequence.getItem(n), all);
    } else if (!element.isEmpty()) {
      all.emplace_back(&item, &element);
    }
  }
}

std::string edited(std::string text, std::mt19937& random) {
  const std::size_t at = random() % text.size();
  text[at] = text[at] == '7' ? '3' : '7';
  return text;
}

/// One value, by the least that a reader could see.
std::string changeOne(DcmItem& dataset, std::mt19937& random) {
  std::vector<std::pair<DcmItem*, DcmElement*>> all;
  collect(dataset, all);
  const auto [item, element] = all[random() % all.size()];
  const DcmTagKey tag = element->getTag();
  const std::string what = element->getTag().toString().c_str();
  if (element->getVR() == EVR_FL) {
    Float32* values = nullptr;
    element->getFloat32Array(values);
    std::vector<Float32> changed(values, values + element->getVM());
    changed[random() % changed.size()] += 0.001F;
    EXPECT_TRUE(item->putAndInsertFloat32Array(tag, changed.data(), changed.size()).good());
  } else if (element->getVR() == EVR_FD) {
    Float64 value = 0;
    element->getFloat64(value);
    EXPECT_TRUE(item->putAndInsertFloat64(tag, value + 0.001).good());
  } else if (element->getVR() == EVR_US || element->getVR() == EVR_UL) {
    EXPECT_TRUE(item->putAndInsertString(tag, "77").good()) << what;
  } else {
    OFString value;
    element->getOFStringArray(value);
    EXPECT_TRUE(item->putAndInsertString(tag, edited(value.c_str(), random).c_str()).good()) << what;
  }
  return what + " in \"" + conceptOf(*item) + "\"";
}

}  // namespace

TEST(Seal, holdsOnAReportAsItWasWritten) {
  EXPECT_EQ(after([](DcmItem&) {}), Seal::Holds);
}

TEST(Seal, twoHundredSingleEditsAreAllNoticed) {
  std::mt19937 random(20261130);
  for (int i = 0; i < 200; ++i) {
    const auto document = richDocument();
    const std::string what = changeOne(*document->getDataset(), random);
    EXPECT_EQ(readBack(*document), Seal::Broken) << i << ": " << what;
  }
}

TEST(Seal, itemsThatGoComeOrChangePlacesAreNoticed) {
  EXPECT_EQ(after([](DcmItem& d) { removeFrom(group(d, kClearance), "NP-125"); }), Seal::Broken);
  EXPECT_EQ(after([](DcmItem& d) { copyChild(*find(d, "C0034375"), "NP-242"); }), Seal::Broken);
  EXPECT_EQ(after([](DcmItem& d) { copyChild(*find(d, "C0034375"), "NP-262"); }), Seal::Broken);
  EXPECT_EQ(after([](DcmItem& d) {
              auto* groups = childrenOf(*find(d, "126010"));
              groups->append(groups->remove(kClearance));
            }),
            Seal::Broken);
}

TEST(Seal, thatIsTakenOutIsMissedWhereTheScansDigestStands) {
  EXPECT_EQ(after([](DcmItem& d) { removeFrom(d, "NP-262"); }), Seal::Broken);
  EXPECT_EQ(after([](DcmItem& d) { removeFrom(d, "NP-261"); }), Seal::Broken);
}

TEST(Seal, isAbsentInAReportOfAVersionBefore) {
  EXPECT_EQ(after([](DcmItem& d) { removeFrom(d, "NP-261") && removeFrom(d, "NP-262"); }), Seal::Absent);
}

// What archives do: lengths of groups, private marks, other padding, another transfer syntax.
TEST(Seal, holdsWhereNothingThatIsSaidChanges) {
  EXPECT_EQ(after([](DcmItem& d) {
              d.putAndInsertString(DcmTag(0x0099, 0x0010, EVR_LO), "ARCHIVE 1");
              d.putAndInsertString(DcmTag(0x0099, 0x1001, EVR_LO), "stored");
              d.putAndInsertString(DCM_InstitutionName, "");
            }),
            Seal::Holds);
  const auto document = richDocument();
  DcmItem& dataset = *document->getDataset();
  ASSERT_TRUE(dataset.computeGroupLengthAndPadding(EGL_withGL, EPD_noChange, EXS_LittleEndianImplicit).good());
  EXPECT_EQ(io::report::sealOf(dataset), Seal::Holds);
}

TEST(Seal, isMadeAnewForWhatWasChangedOnPurpose) {
  EXPECT_EQ(after([](DcmItem& d) {
              d.putAndInsertString(DCM_PatientName, "Anonymous");
              io::report::seal(d);
            }),
            Seal::Holds);
}
