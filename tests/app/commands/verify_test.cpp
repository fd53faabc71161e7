#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <filesystem>
#include <functional>

#include "io/images/ct_writer.h"
#include "io/structures/seg_writer.h"
#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// What `verify` notices: edits of a report, and scans that are not the one that was planned on.

namespace {

namespace fs = std::filesystem;
using planning::Volume;

QJsonObject objectOf(const support::ProgramRun& run) {
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

std::string place(const planning::Point& point) {
  std::string text;
  for (unsigned i = 0; i < 3; ++i) text += (i == 0 ? "" : ",") + std::to_string(point[i]);
  return text;
}

support::ProgramRun verify(const fs::path& plan, const fs::path& ct, const std::vector<fs::path>& structures) {
  std::vector<std::string> arguments{"verify", plan.string(), ct.string(), "--json"};
  for (const auto& file : structures) arguments.insert(arguments.end(), {"--structures", file.string()});
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
}

support::ProgramRun verify(const fs::path& plan, const fs::path& ct = support::smallCase().ct) {
  return verify(plan, ct, {support::smallCase().seg});
}

/// Refused, or said to disagree.
bool notices(const support::ProgramRun& run) {
  return run.exitCode == 1 && !objectOf(run)["agrees"].toBool();
}

void makePlan(const fs::path& file, const std::vector<fs::path>& structures) {
  const auto& answers = support::smallPhantom().answers;
  const auto answer = *std::ranges::find_if(answers, [](const auto& one) { return one.routeId == "lumbar-foraminal"; });
  std::vector<std::string> arguments{"plan",       support::smallCase().ct.string(),
                                     "--target",   place(answer.target + planning::makeVector(0.00047, 0, 0.00021)),
                                     "--entry",    place(answer.entry),
                                     "--route",    answer.routeId,
                                     "--level",    "L4",
                                     "--side",     "left",
                                     "--operator", "Test^Operator",
                                     "--out",      file.string()};
  for (const auto& structure : structures) arguments.insert(arguments.end(), {"--structures", structure.string()});
  const auto run = support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
  ASSERT_EQ(run.exitCode, 0) << run.err;
}

using Change = std::function<void(DcmItem&)>;

void edit(const fs::path& from, const fs::path& to, const Change& change) {
  DcmFileFormat file;
  ASSERT_TRUE(file.loadFile(OFFilename(from.c_str())).good());
  change(*file.getDataset());
  ASSERT_TRUE(file.saveFile(OFFilename(to.c_str())).good());
}

DcmSequenceOfItems* childrenOf(DcmItem& item) {
  DcmSequenceOfItems* children = nullptr;
  item.findAndGetSequence(DCM_ContentSequence, children);
  return children;
}

bool isNamed(DcmItem& item, const std::string& value) {
  DcmItem* name = nullptr;
  OFString code;
  return item.findAndGetSequenceItem(DCM_ConceptNameCodeSequence, name).good() &&
         name->findAndGetOFString(DCM_CodeValue, code).good() && code == value.c_str();
}

/// The first item with that concept; null when there is none.
DcmItem* find(DcmItem& item, const std::string& value) {
  auto* children = childrenOf(item);
  for (unsigned long i = 0; children != nullptr && i < children->card(); ++i) {
    if (isNamed(*children->getItem(i), value)) return children->getItem(i);
    if (auto* found = find(*children->getItem(i), value)) return found;
  }
  return nullptr;
}

void remove(DcmItem& dataset, const std::string& value) {
  auto* children = childrenOf(*find(dataset, "C0034375"));
  for (unsigned long i = 0; i < children->card(); ++i)
    if (isNamed(*children->getItem(i), value)) return delete children->remove(i);
}

Change setCode(const std::string& name, const std::string& value, const std::string& meaning) {
  return [=](DcmItem& dataset) {
    DcmItem* coded = nullptr;
    ASSERT_TRUE(find(dataset, name)->findAndGetSequenceItem(DCM_ConceptCodeSequence, coded).good());
    coded->putAndInsertString(DCM_CodeValue, value.c_str());
    coded->putAndInsertString(DCM_CodeMeaning, meaning.c_str());
  };
}

Change addToNumber(const std::string& name, double more) {
  return [=](DcmItem& dataset) {
    DcmItem* measured = nullptr;
    Float64 value = 0;
    ASSERT_TRUE(find(dataset, name)->findAndGetSequenceItem(DCM_MeasuredValueSequence, measured).good());
    measured->findAndGetFloat64(DCM_FloatingPointValue, value);
    measured->putAndInsertFloat64(DCM_FloatingPointValue, value + more);
    measured->putAndInsertString(DCM_NumericValue, std::to_string(value + more).substr(0, 10).c_str());
  };
}

Change movePlace(const std::string& name, double mm) {
  return [=](DcmItem& dataset) {
    const Float32* data = nullptr;
    unsigned long count = 0;
    DcmItem& item = *find(dataset, name);
    ASSERT_TRUE(item.findAndGetFloat32Array(DCM_GraphicData, data, &count).good());
    std::vector<Float32> moved(data, data + count);
    moved[1] += static_cast<Float32>(mm);
    item.putAndInsertFloat32Array(DCM_GraphicData, moved.data(), count);
  };
}

Change setText(const std::string& name, const DcmTagKey& tag, const std::string& text) {
  return [=](DcmItem& dataset) { find(dataset, name)->putAndInsertString(tag, text.c_str()); };
}

Change setHeader(const DcmTagKey& tag, const std::string& text) {
  return [=](DcmItem& dataset) { dataset.putAndInsertString(tag, text.c_str()); };
}

/// The phantom under the small case's own UIDs, changed.
void writeScan(const fs::path& folder, const std::function<void(Volume&)>& change) {
  Volume volume = support::smallPhantom().volume;
  volume.identity = support::smallCase().scan;
  auto pixels = Volume::Image::New();
  pixels->CopyInformation(volume.hu);
  pixels->SetRegions(volume.hu->GetLargestPossibleRegion());
  pixels->Allocate();
  const auto count = volume.hu->GetLargestPossibleRegion().GetNumberOfPixels();
  std::copy_n(volume.hu->GetBufferPointer(), count, pixels->GetBufferPointer());
  volume.hu = pixels;
  change(volume);
  const auto written = io::writeCt(volume, folder);
  ASSERT_TRUE(written) << written.error().detail;
}

constexpr std::size_t kColumns = 128, kSlice = 128 * 128;

void mirror(Volume& volume) {
  auto* first = volume.hu->GetBufferPointer();
  const auto count = volume.hu->GetLargestPossibleRegion().GetNumberOfPixels();
  for (std::size_t row = 0; row < count; row += kColumns) std::reverse(first + row, first + row + kColumns);
}

void moveOneSlice(Volume& volume) {
  auto* first = volume.hu->GetBufferPointer();
  const auto count = volume.hu->GetLargestPossibleRegion().GetNumberOfPixels();
  std::rotate(first, first + kSlice, first + count);
}

class Verify : public testing::Test {
 protected:
  void SetUp() override { makePlan(folder_ / "plan.dcm", {support::smallCase().seg}); }

  support::ProgramRun after(const Change& change) const {
    edit(folder_ / "plan.dcm", folder_ / "edited.dcm", change);
    return verify(folder_ / "edited.dcm");
  }
  /// As saved by a version that wrote no digests.
  support::ProgramRun oldAfter(const Change& change) const {
    return after([&](DcmItem& dataset) {
      remove(dataset, "NP-261");
      remove(dataset, "NP-262");
      change(dataset);
    });
  }
  support::ProgramRun onScan(const std::function<void(Volume&)>& change) const {
    writeScan(folder_ / "other", change);
    return verify(folder_ / "plan.dcm", folder_ / "other");
  }

  support::TemporaryFolder folder_;
};

/// What the scan itself contradicts.
std::vector<std::pair<const char*, Change>> contradictions() {
  return {{"ready", setCode("NP-203", "373066001", "Yes")},
          {"too short", setCode("NP-202", "373066001", "Yes")},
          {"verdict", setCode("NP-210", "NP-211", "Acceptable")},
          {"depth", addToNumber("NP-102", 1)},
          {"tilt", addToNumber("NP-113", 5)},
          {"angle in the tilted slice", addToNumber("NP-114", 5)},
          {"distance", addToNumber("121206", 3)},
          {"error bound", addToNumber("NP-122", 0.2)},
          {"beyond the margin", addToNumber("NP-121", 1)},
          {"gauge", addToNumber("NP-101", 3)},
          {"diameter", addToNumber("81827009", 0.5)},
          {"closest point", movePlace("NP-003", 3)},
          {"closest point on the needle", movePlace("NP-004", 3)},
          {"target", movePlace("NP-002", 3)},
          {"frame of reference", setText("112227", DCM_UID, "2.25.77")},
          {"frame of a place", setText("NP-002", DCM_ReferencedFrameOfReferenceUID, "2.25.77")},
          {"instance",
           [](DcmItem& d) {
             DcmItem *item = childrenOf(*find(d, "126200"))->getItem(5), *reference = nullptr;
             ASSERT_TRUE(item->findAndGetSequenceItem(DCM_ReferencedSOPSequence, reference).good());
             reference->putAndInsertString(DCM_ReferencedSOPInstanceUID, "2.25.77");
           }},
          {"patient's name", setHeader(DCM_PatientName, "Somebody^Else")},
          {"patient's ID", setHeader(DCM_PatientID, "SOMEBODY")}};
}

}  // namespace

TEST_F(Verify, agreesWithAnUntouchedPlan) {
  const auto run = verify(folder_ / "plan.dcm");
  const auto json = objectOf(run);
  EXPECT_EQ(run.exitCode, 0) << run.out << run.err;
  EXPECT_TRUE(json["agrees"].toBool());
  EXPECT_EQ(json["seal"].toString(), "holds");
  EXPECT_EQ(json["scan_digest"].toString(), "same");
  for (const char* kind : {"distance_mm", "closest_point_mm", "depth_mm", "in_tilted_slice_deg"})
    EXPECT_TRUE(json["largest_difference"].toObject().contains(kind)) << kind << run.out;
}

TEST_F(Verify, agreesWithAPlanOfAVersionWithoutDigestsAndSaysSo) {
  const auto json = objectOf(oldAfter([](DcmItem&) {}));
  EXPECT_TRUE(json["agrees"].toBool());
  EXPECT_EQ(json["seal"].toString(), "absent");
  EXPECT_EQ(json["scan_digest"].toString(), "absent");
}

TEST_F(Verify, noticesWhatTheScanContradictsEvenWithoutASeal) {
  for (const auto& [what, change] : contradictions()) {
    const auto run = oldAfter(change);
    EXPECT_TRUE(notices(run)) << what << run.out << run.err;
  }
}

// What no scan can contradict, because the operator or the writer said it.
TEST_F(Verify, noticesAnyOtherEditByTheSeal) {
  const std::vector<std::pair<const char*, Change>> edits{
      {"confirmed", setCode("NP-234", "373067005", "No")},
      {"needle's label", setText("112039", DCM_TextValue, "Needle 7")},
      {"structure's label", setText("NP-230", DCM_TextValue, "Nothing")},
      {"operator", setText("121008", DCM_PersonName, "Somebody^Else")},
      {"level", setText("NP-244", DCM_TextValue, "L5")},
      {"completion", setHeader(DCM_CompletionFlag, "COMPLETE")},
      {"verification", setHeader(DCM_VerificationFlag, "VERIFIED")},
      {"date", setHeader(DCM_ContentDate, "20250101")},
      {"the scan's digest", setText("NP-261", DCM_TextValue, std::string(64, 'a'))},
      {"the seal", setText("NP-262", DCM_TextValue, std::string(64, 'a'))}};
  for (const auto& [what, change] : edits) {
    const auto run = after(change);
    EXPECT_TRUE(notices(run)) << what << run.out << run.err;
    EXPECT_EQ(objectOf(run)["seal"].toString(), "broken") << what;
  }
  EXPECT_TRUE(notices(after([](DcmItem& d) { remove(d, "NP-262"); })));
  EXPECT_TRUE(notices(after([](DcmItem& d) { remove(d, "NP-261"); })));
}

TEST_F(Verify, noticesAnotherPictureUnderTheSameUids) {
  EXPECT_TRUE(notices(onScan(mirror)));
  EXPECT_TRUE(notices(onScan(moveOneSlice)));
  EXPECT_TRUE(notices(onScan([](Volume& volume) {
    auto origin = volume.hu->GetOrigin();
    origin[0] += 3;
    volume.hu->SetOrigin(origin);
  })));
  EXPECT_TRUE(notices(onScan([](Volume& volume) { volume.identity.frameOfReferenceUid = "2.25.77"; })));
  EXPECT_TRUE(
      notices(onScan([](Volume& volume) { ++volume.hu->GetBufferPointer()[30 * kSlice + 64 * kColumns + 64]; })));
}

TEST_F(Verify, agreesWithAScanThatWasWrittenAgainAndCompressedWithoutLoss) {
  const auto again = onScan([](Volume&) {});
  EXPECT_TRUE(objectOf(again)["agrees"].toBool()) << again.out << again.err;
  fs::create_directories(folder_ / "rle");
  DcmRLEEncoderRegistration::registerCodecs();
  for (const auto& entry : fs::directory_iterator(support::smallCase().ct)) {
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile(OFFilename(entry.path().c_str())).good());
    ASSERT_TRUE(file.getDataset()->chooseRepresentation(EXS_RLELossless, nullptr).good());
    const auto to = folder_ / "rle" / ("z" + entry.path().filename().string());
    ASSERT_TRUE(file.saveFile(OFFilename(to.c_str()), EXS_RLELossless).good());
  }
  DcmRLEEncoderRegistration::cleanup();
  const auto run = verify(folder_ / "plan.dcm", folder_ / "rle");
  EXPECT_TRUE(objectOf(run)["agrees"].toBool()) << run.out << run.err;
  EXPECT_EQ(objectOf(run)["scan_digest"].toString(), "same");
}

TEST_F(Verify, tellsTwoStructuresOfOneNameApart) {
  const auto& phantom = support::smallPhantom();
  std::vector<planning::anatomy::Structure> twins;
  for (const auto& made : phantom.structures)
    if (made.structure.kind == planning::anatomy::Kind::Nerve && twins.size() < 2) twins.push_back(made.structure);
  ASSERT_EQ(twins.size(), 2u);
  Volume scan = phantom.volume;
  scan.identity = support::smallCase().scan;
  std::vector<fs::path> files;
  for (auto& twin : twins) {
    twin.name = "Nerve";
    files.push_back(folder_ / ("nerve" + std::to_string(files.size()) + ".dcm"));
    ASSERT_TRUE(io::writeSeg({twin}, scan, files.back()));
  }
  makePlan(folder_ / "twins.dcm", files);
  const auto run = verify(folder_ / "twins.dcm", support::smallCase().ct, files);
  EXPECT_TRUE(objectOf(run)["agrees"].toBool()) << run.out << run.err;
  EXPECT_TRUE(notices(verify(folder_ / "twins.dcm", support::smallCase().ct, {files[0]})));
}
