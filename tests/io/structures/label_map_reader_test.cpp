#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <functional>

#include "io/reading/structure_reader.h"
#include "made_seg.h"
#include "mask_probe.h"
#include "tests/support/temporary_folder.h"

namespace io {
namespace {

using planning::anatomy::Kind;
using planning::anatomy::Mask;
using test::maskOf;
using Rows = std::array<std::array<float, 4>, 3>;

/// A NIfTI-1 file drawn byte by byte.
struct MadeNifti {
  std::array<std::int16_t, 2> codes{0, 1};                     ///< qform, sform
  Rows srow{{{2, 0, 0, -10}, {0, 3, 0, -20}, {0, 0, 4, 30}}};  ///< RAS
  std::array<float, 6> quaternion{0, 0, 0, -10, -20, 30};      ///< b, c, d, x, y, z
  std::array<float, 4> pixdim{1, 2, 3, 4};                     ///< qfac first
  char units = 2;
  std::int16_t datatype = 2, bits = 8;
  std::string extension;
  std::array<int, 3> size{4, 3, 2};
  std::string data = std::string(24, '\0');
  bool bigEndian = false;

  std::string bytes() const {
    std::string out(352, '\0');
    const auto put = [&](std::size_t at, auto number) {
      auto raw = std::bit_cast<std::array<char, sizeof number>>(number);
      if (bigEndian) std::reverse(raw.begin(), raw.end());
      std::copy(raw.begin(), raw.end(), out.begin() + static_cast<std::ptrdiff_t>(at));
    };
    put(0, std::int32_t{348});
    put(40, std::int16_t{3});
    for (std::size_t i = 0; i < 3; ++i) put(42 + 2 * i, static_cast<std::int16_t>(size[i]));
    for (std::size_t i = 3; i < 7; ++i) put(42 + 2 * i, std::int16_t{1});
    put(70, datatype), put(72, bits);
    for (std::size_t i = 0; i < 4; ++i) put(76 + 4 * i, pixdim[i]);
    put(108, static_cast<float>(352 + extension.size()));
    out[123] = units;
    put(252, codes[0]), put(254, codes[1]);
    for (std::size_t i = 0; i < 6; ++i) put(256 + 4 * i, quaternion[i]);
    for (std::size_t r = 0; r < 3; ++r)
      for (std::size_t i = 0; i < 4; ++i) put(280 + 16 * r + 4 * i, srow[r][i]);
    std::memcpy(&out[344], "n+1", 4);
    if (!extension.empty()) out[348] = 1;
    return out + extension + data;
  }
};

/// A scan whose box is x and y -200 to 200, z -200 to 200.
planning::Volume scanAround() {
  planning::Volume scan;
  scan.identity = made::scanIdentity();
  scan.hu = planning::Volume::Image::New();
  scan.hu->SetRegions(itk::Size<3>{{5, 5, 5}});
  const double spacing[3] = {100, 100, 100}, origin[3] = {-200, -200, -200};
  scan.hu->SetSpacing(spacing);
  scan.hu->SetOrigin(origin);
  scan.hu->Allocate(true);
  return scan;
}

planning::Expected<StructureSet> readBytes(const std::string& bytes, const std::string& name = "map.nii",
                                           const std::string& names = {}) {
  const support::TemporaryFolder folder;
  std::ofstream(folder.path() / name, std::ios::binary) << bytes;
  if (!names.empty()) std::ofstream(folder.path() / "class_names.csv") << names;
  planning::Progress progress;
  return readStructures(folder.path() / name, scanAround(), progress);
}

planning::Expected<StructureSet> readBack(const MadeNifti& made) {
  return readBytes(made.bytes());
}

/// Label 1 in the one voxel 3, 2, 1 (the last).
MadeNifti oneVoxel() {
  MadeNifti made;
  made.data.back() = 1;
  return made;
}

planning::Point placeOf(const planning::Expected<StructureSet>& read) {
  EXPECT_TRUE(read) << read.error().code << " " << read.error().detail;
  planning::Point place;
  if (read) maskOf(read->structures.at(0)).TransformIndexToPhysicalPoint({{0, 0, 0}}, place);
  return place;
}

std::string refusalOf(const MadeNifti& made) {
  const auto read = readBack(made);
  return read ? "read" : read.error().code;
}

}  // namespace

// Voxel (3, 2, 1) in RAS: -10 + 2*3, -20 + 3*2, 30 + 4; in LPS the first two change sign.
TEST(Nifti, placesAVoxelBySformAlone) {
  const auto read = readBack(oneVoxel());
  EXPECT_LT((placeOf(read) - planning::makePoint(4, 14, 34)).GetNorm(), 1e-4);
  ASSERT_EQ(read->structures.size(), 1u);
  EXPECT_EQ(read->structures[0].name, "map");
  EXPECT_FALSE(read->structures[0].confirmed);
  EXPECT_EQ(read->findings.back().code, "label-map-without-patient");
}

TEST(Nifti, placesAVoxelByQformAlone) {
  auto made = oneVoxel();
  made.codes = {1, 0};
  made.srow = {};  // not to be looked at
  EXPECT_LT((placeOf(readBack(made)) - planning::makePoint(4, 14, 34)).GetNorm(), 1e-4);
}

// qfac -1 mirrors the third axis; the quaternion (0, 0, 1) turns x and y by 180 degrees.
TEST(Nifti, mirrorsByQfac) {
  auto made = oneVoxel();
  made.codes = {1, 0};
  made.quaternion = {0, 0, 1, -10, -20, 30};
  made.pixdim[0] = -1;
  EXPECT_LT((placeOf(readBack(made)) - planning::makePoint(16, 26, 26)).GetNorm(), 1e-4);
}

TEST(Nifti, takesBothFormsOnlyWhenTheyAgree) {
  auto made = oneVoxel();
  made.codes = {1, 1};
  EXPECT_LT((placeOf(readBack(made)) - planning::makePoint(4, 14, 34)).GetNorm(), 1e-4);
  made.quaternion[3] += 0.5f;
  EXPECT_EQ(refusalOf(made), "ambiguous-geometry");
}

TEST(Nifti, keepsAShear) {
  auto made = oneVoxel();
  made.srow[1][2] = 3;  // every slice 3 mm further forward
  made.pixdim[3] = 5;
  EXPECT_LT((placeOf(readBack(made)) - planning::makePoint(4, 11, 34)).GetNorm(), 1e-4);
}

TEST(Nifti, convertsUnits) {
  auto made = oneVoxel();
  made.units = 3;
  for (auto& row : made.srow)
    for (float& value : row) value *= 1000;
  for (float& value : made.pixdim) value *= 1000;
  EXPECT_LT((placeOf(readBack(made)) - planning::makePoint(4, 14, 34)).GetNorm(), 1e-3);
  made = oneVoxel();
  made.units = 0;
  EXPECT_EQ(readBack(made)->findings.at(0).code, "label-map-units-assumed");
}

TEST(Nifti, readsBigEndianAndWiderNumbers) {
  auto made = oneVoxel();
  made.bigEndian = true;
  made.datatype = 4, made.bits = 16;
  made.data = std::string(48, '\0');
  made.data[47] = 7;  // the last short, high byte first
  const auto read = readBack(made);
  EXPECT_LT((placeOf(read) - planning::makePoint(4, 14, 34)).GetNorm(), 1e-4);
  EXPECT_EQ(read->structures[0].sourceNumber, 7);
}

TEST(Nifti, refusesWhatIsNowhereOrNotThePatient) {
  auto made = oneVoxel();
  made.codes = {0, 0};
  EXPECT_EQ(refusalOf(made), "geometry-absent");
  made.codes = {0, 4};  // MNI
  EXPECT_EQ(refusalOf(made), "another-frame");
  made = oneVoxel();
  made.srow[0][3] = 5000;
  EXPECT_EQ(refusalOf(made), "outside-scan");
  made = oneVoxel();
  made.srow[1] = {0, 0, 0, 0};
  made.srow[0] = {2, 3, 4, 0};
  made.srow[2] = {0, 0, 0, 0};
  EXPECT_EQ(refusalOf(made), "bad-geometry");
}

TEST(Nifti, refusesValuesThatAreNoLabels) {
  auto made = oneVoxel();
  made.datatype = 16, made.bits = 32;
  made.data = std::string(96, '\0');
  const float half = 0.5f;
  std::memcpy(&made.data[92], &half, 4);
  EXPECT_EQ(refusalOf(made), "not-a-label-map");
  made.data = std::string(96, '\0');
  EXPECT_EQ(refusalOf(made), "not-a-label-map");  // nothing in it
}

namespace {

/// 16-bit numbers of an image of 64 x 64 x 64.
MadeNifti cube(const std::function<int(int x, int y, int z)>& number) {
  MadeNifti made;
  made.datatype = 4, made.bits = 16;
  made.size = {64, 64, 64};
  made.data.clear();
  for (int z = 0; z < 64; ++z)
    for (int y = 0; y < 64; ++y)
      for (int x = 0; x < 64; ++x) {
        const auto raw = std::bit_cast<std::array<char, 2>>(static_cast<std::int16_t>(number(x, y, z)));
        made.data.append(raw.begin(), raw.end());
      }
  return made;
}

}  // namespace

// niivue's CT_pitch: grey values of a scan, which need as many masks, each as large as the image.
TEST(Nifti, refusesAScanForWhatItIs) {
  const auto read = readBack(cube([](int x, int y, int z) { return (x * 7 + y * 13 + z * 5) % 250 + 1; }));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "not-a-label-map");
  EXPECT_NE(read.error().detail.find("250 different values"), std::string::npos) << read.error().detail;
}

// As many values as the scan has, and a few that are everywhere: no scan.
TEST(Nifti, readsManyLabelsThatLieApart) {
  const auto read =
      readBack(cube([](int x, int y, int z) { return z < 4 ? 300 : x / 8 + 8 * (y / 8) + 64 * (z / 16) + 1; }));
  ASSERT_TRUE(read) << read.error().code << read.error().detail;
  EXPECT_EQ(read->structures.size(), 257u);
}

// ITK 3514: an sform that lacks the voxel sizes.
TEST(Nifti, refusesAnSformThatContradictsPixdim) {
  auto made = oneVoxel();
  made.srow[0][0] = 1;
  EXPECT_EQ(refusalOf(made), "ambiguous-geometry");
}

// ITK 3333 and 3994: small voxels far from the origin, and a rotation rounded to six digits, are nothing special.
TEST(Nifti, readsSmallVoxelsAndRoundedRotations) {
  auto made = oneVoxel();
  made.srow = {{{0.0259808f, -0.015f, 0, -84.833984f}, {0.015f, 0.0259808f, 0, -198.833984f}, {0, 0, 0.03f, -30}}};
  made.pixdim = {0, 0.03f, 0.03f, 0.03f};
  const auto expected =
      planning::makePoint(84.833984 - 3 * 0.0259808 + 2 * 0.015, 198.833984 - 3 * 0.015 - 2 * 0.0259808, -30 + 0.03);
  EXPECT_LT((placeOf(readBack(made)) - expected).GetNorm(), 1e-4);
}

TEST(LabelMap, saysWhichStructureLiesOutsideTheScan) {
  auto made = oneVoxel();
  made.srow[2][3] = 249;  // the scan ends at 250: the second plane begins at 251
  made.data[0] = 2;
  const auto read = readBytes(made.bytes());
  ASSERT_TRUE(read) << read.error().code;
  const auto said = std::find_if(read->findings.begin(), read->findings.end(),
                                 [](const auto& finding) { return finding.code == "structure-outside-scan"; });
  ASSERT_NE(said, read->findings.end());
  EXPECT_EQ(said->arguments, std::vector<std::string>{"Label 1"});
}

TEST(Nifti, refusesEveryCut) {
  const std::string whole = oneVoxel().bytes();
  for (std::size_t length = 1; length < whole.size(); length += 5)
    EXPECT_FALSE(readBytes(whole.substr(0, length))) << length;
  EXPECT_FALSE(readBytes(whole.substr(0, whole.size() - 1)));
}

TEST(Nifti, refusesEveryCutOfAGzippedFile) {
  auto made = oneVoxel();
  for (char& c : made.data) c = static_cast<char>(c + 1);
  const support::TemporaryFolder folder;
  const auto file = folder.path() / "map.nii.gz";
  const gzFile stream = gzopen(file.c_str(), "wb");
  const std::string whole = made.bytes();
  ASSERT_GT(gzwrite(stream, whole.data(), static_cast<unsigned>(whole.size())), 0);
  gzclose(stream);
  planning::Progress progress;
  ASSERT_TRUE(readStructures(file, scanAround(), progress));
  const auto size = std::filesystem::file_size(file);
  for (auto length = size - 1; length > 0; length -= std::min<std::uintmax_t>(length, 7)) {
    std::filesystem::resize_file(file, length);
    EXPECT_FALSE(readStructures(file, scanAround(), progress)) << length << " of " << size;
  }
}

TEST(Nifti, refusesAHeaderThatClaimsMoreThanTheFileHolds) {
  std::string bytes = oneVoxel().bytes();
  const std::int16_t huge = 32767;
  for (const std::size_t at : {42u, 44u, 46u}) std::memcpy(&bytes[at], &huge, 2);
  const auto read = readBytes(bytes);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "file-damaged");
}

TEST(LabelNames, comeFromTheFileItselfFirst) {
  auto made = oneVoxel();
  made.extension = "xxxxxxxx<Label Key=\"1\" Red=\"0\"><![CDATA[iliac_artery_left]]></Label>";
  made.extension.resize(96, ' ');
  const std::int32_t header[2] = {96, 0};
  std::memcpy(made.extension.data(), header, 8);
  const auto read = readBytes(made.bytes(), "map.nii", "value,name\n1,liver\n");
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->structures[0].name, "iliac_artery_left");
  EXPECT_EQ(read->structures[0].kind, Kind::Artery);
  EXPECT_EQ(read->structures[0].side, planning::anatomy::Side::Left);
}

TEST(LabelNames, comeFromANamesFileBeside) {
  auto made = oneVoxel();
  made.data[0] = 52;
  const auto csv = readBytes(made.bytes(), "map.nii", "task,value,name\ntotal,52,aorta\ntotal,1,spleen\nbody,1,skin\n");
  ASSERT_TRUE(csv) << csv.error().detail;
  EXPECT_EQ(csv->structures[0].name, "spleen");
  EXPECT_EQ(csv->structures[1].name, "aorta");
  const auto said = std::find_if(csv->findings.begin(), csv->findings.end(),
                                 [](const auto& finding) { return finding.code == "label-names-beside"; });
  ASSERT_NE(said, csv->findings.end());
  EXPECT_EQ(said->arguments, std::vector<std::string>{"class_names.csv"});
  const auto snap =
      readBytes(made.bytes(), "map.nii", "# labels\n 0 0 0 0 0 0 0 \"Clear\"\n 52 255 0 0 1 1 1 \"Aorta\"\n");
  ASSERT_TRUE(snap) << snap.error().detail;
  EXPECT_EQ(snap->structures[0].name, "Label 1");
  EXPECT_EQ(snap->structures[1].name, "Aorta");
  const auto none = readBytes(made.bytes());
  EXPECT_EQ(none->structures[1].name, "Label 52");
  EXPECT_EQ(none->findings.at(0).code, "label-names-absent");
}

namespace {

std::string nrrd(const std::string& space, const std::string& more, const std::string& data) {
  return "NRRD0004\n# made by hand\ntype: unsigned char\ndimension: 3\nspace: " + space +
         "\nsizes: 4 3 2\nspace directions: (2,0,0) (0,3,0) (0,0,4)\nkinds: domain domain domain\nendian: little\n"
         "encoding: raw\nspace origin: (-10,-20,30)\n" +
         more + "\n" + data;
}

std::string lastVoxel(char value) {
  std::string voxels(24, '\0');
  voxels.back() = value;
  return voxels;
}

}  // namespace

TEST(Nrrd, placesAVoxelInEachPatientSpace) {
  const std::pair<const char*, planning::Point> spaces[] = {
      {"left-posterior-superior", planning::makePoint(-4, -14, 34)},
      {"right-anterior-superior", planning::makePoint(4, 14, 34)},
      {"left-anterior-superior", planning::makePoint(-4, 14, 34)}};
  for (const auto& [space, place] : spaces)
    EXPECT_LT((placeOf(readBytes(nrrd(space, "", lastVoxel(1)), "map.nrrd")) - place).GetNorm(), 1e-9) << space;
}

TEST(Nrrd, readsSlicersSegments) {
  const auto read = readBytes(nrrd("left-posterior-superior",
                                   "Segment0_Name:=Thing\nSegment0_LabelValue:=3\nSegment0_Color:=1 0.5 0\n"
                                   "Segment0_Tags:=TerminologyEntry:General~SCT^123037004^Anatomical Structure~"
                                   "SCT^15825003^Aorta~^^~x|\n",
                                   lastVoxel(3)),
                              "map.seg.nrrd");
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->structures[0].name, "Thing");
  EXPECT_EQ(read->structures[0].kind, Kind::Artery);
  EXPECT_EQ(read->structures[0].colour, (std::array<std::uint8_t, 3>{255, 128, 0}));
}

TEST(Nrrd, keepsOverlappingLayersApart) {
  std::string header = nrrd("left-posterior-superior",
                            "Segment0_Name:=a\nSegment0_LabelValue:=1\nSegment0_Layer:=0\n"
                            "Segment1_Name:=b\nSegment1_LabelValue:=1\nSegment1_Layer:=1\n",
                            std::string(46, '\0') + '\1' + '\1');
  const auto replace = [&](const std::string& from, const std::string& to) {
    header.replace(header.find(from), from.size(), to);
  };
  replace("dimension: 3", "dimension: 4");
  replace("sizes: 4", "sizes: 2 4");
  replace("directions: (", "directions: none (");
  replace("kinds: domain", "kinds: list domain");
  const auto read = readBytes(header, "map.seg.nrrd");
  ASSERT_TRUE(read) << read.error().detail;
  ASSERT_EQ(read->structures.size(), 2u);
  EXPECT_EQ(read->structures[1].name, "b");
  EXPECT_EQ(test::voxelsIn(maskOf(read->structures[0])), 1u);
}

TEST(Nrrd, refusesWhatIsNowhereElsewhereOrCut) {
  EXPECT_EQ(readBytes(nrrd("scanner-xyz", "", lastVoxel(1)), "a.nrrd").error().code, "geometry-absent");
  const std::string whole = nrrd("left-posterior-superior", "", lastVoxel(1));
  for (std::size_t length = 10; length < whole.size(); length += 7)
    EXPECT_FALSE(readBytes(whole.substr(0, length), "a.nrrd")) << length;
}

TEST(Nrrd, refusesEveryCutOfGzippedVoxels) {
  std::string noise(24, '\0');
  for (std::size_t i = 0; i < noise.size(); ++i) noise[i] = static_cast<char>(i * 7 % 5);
  const support::TemporaryFolder folder;
  const auto packed = folder.path() / "packed";
  const gzFile stream = gzopen(packed.c_str(), "wb");
  ASSERT_EQ(gzwrite(stream, noise.data(), 24), 24);
  gzclose(stream);
  std::ifstream in(packed, std::ios::binary);
  const std::string gzipped((std::istreambuf_iterator<char>(in)), {});
  std::string whole = nrrd("left-posterior-superior", "", gzipped);
  whole.replace(whole.find("encoding: raw"), 13, "encoding: gzip");
  ASSERT_TRUE(readBytes(whole, "a.nrrd"));
  for (std::size_t cut = 5; cut < gzipped.size();
       ++cut)  // ITK does without the last four: the length, after the check sum
    EXPECT_FALSE(readBytes(whole.substr(0, whole.size() - cut), "a.nrrd")) << cut;
}

namespace {

std::string gzipped(const std::string& bytes) {
  const support::TemporaryFolder folder;
  const auto file = folder / "packed";
  const gzFile stream = gzopen(file.c_str(), "wb");
  gzwrite(stream, bytes.data(), static_cast<unsigned>(bytes.size()));
  gzclose(stream);
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string gzipNrrd(const std::string& more, const std::string& data) {
  std::string whole = nrrd("left-posterior-superior", more, data);
  return whole.replace(whole.find("encoding: raw"), 13, "encoding: gzip");
}

/// The header's last line is not ended by an empty one.
std::string detached(const std::string& dataFile) {
  const std::string header = nrrd("left-posterior-superior", "data file: " + dataFile + "\n", "");
  return header.substr(0, header.size() - 1);
}

planning::Expected<StructureSet> readDetached(const std::string& dataFile, const std::string& voxels,
                                              const std::filesystem::path& into) {
  const support::TemporaryFolder folder;
  std::filesystem::create_directories((folder / into.string()).parent_path());
  std::ofstream(folder / "a.nhdr", std::ios::binary) << detached(dataFile);
  std::ofstream(folder / into.string(), std::ios::binary) << voxels;
  planning::Progress progress;
  return readStructures(folder / "a.nhdr", scanAround(), progress);
}

}  // namespace

// pynrrd 70: a header without its voxels.
TEST(Nrrd, readsVoxelsInAnotherFileOfItsFolder) {
  for (const char* name : {"a.raw", "voxels/a.raw"}) {
    const auto read = readDetached(name, lastVoxel(1), name);
    EXPECT_LT((placeOf(read) - planning::makePoint(-4, -14, 34)).GetNorm(), 1e-4) << name;
  }
}

TEST(Nrrd, looksForVoxelsNowhereElse) {
  for (const char* name : {"../a.raw", "/etc/passwd", "LIST", "a%02d.raw 1 9 1", "none.raw", "voxels"}) {
    const auto read = readDetached(name, lastVoxel(1), "voxels/a.raw");
    ASSERT_FALSE(read) << name;
    EXPECT_EQ(read.error().code, "unsupported-label-map") << name;
    EXPECT_NE(read.error().detail.find(name), std::string::npos) << read.error().detail;
  }
}

// pynrrd 73, 74: "byte skip: -1" for the last bytes, 0 for none; lines are skipped in the file, bytes in the voxels.
TEST(Nrrd, passesOverWhatStandsBeforeTheVoxels) {
  const std::string space = "left-posterior-superior", voxels = lastVoxel(1);
  for (const std::string& file :
       {nrrd(space, "byte skip: 0\nline skip: 0\n", voxels), nrrd(space, "byte skip: -1\n", "junk" + voxels),
        nrrd(space, "byte skip: 4\n", "junk" + voxels), nrrd(space, "line skip: 2\n", "one\ntwo\n" + voxels),
        nrrd(space, "lineskip: 1\nbyteskip: 4\n", "one\njunk" + voxels), gzipNrrd("byte skip: 0\n", gzipped(voxels)),
        gzipNrrd("byte skip:= -1\n", gzipped(voxels)), gzipNrrd("byte skip: -1\n", gzipped("junk" + voxels)),
        gzipNrrd("byte skip: 4\n", gzipped("junk" + voxels)),
        gzipNrrd("line skip: 2\n", "one\ntwo\n" + gzipped(voxels))})
    EXPECT_LT((placeOf(readBytes(file, "a.nrrd")) - planning::makePoint(-4, -14, 34)).GetNorm(), 1e-4) << file;
}

TEST(Nrrd, refusesWhatCannotBePassedOver) {
  const std::string space = "left-posterior-superior", voxels = lastVoxel(1);
  const auto refusal = [](const std::string& file) { return readBytes(file, "a.nrrd").error(); };
  EXPECT_EQ(refusal(nrrd(space, "byte skip: -2\n", voxels)).detail, "byte skip -2");
  EXPECT_EQ(refusal(nrrd(space, "line skip: two\n", voxels)).detail, "line skip two");
  EXPECT_EQ(refusal(nrrd(space, "line skip: 9\n", voxels)).code, "file-damaged");
  EXPECT_EQ(refusal(nrrd(space, "byte skip: 9\n", voxels)).code, "file-damaged");
  EXPECT_EQ(refusal(nrrd(space, "byte skip: -1\n", "few")).code, "file-damaged");
  EXPECT_EQ(refusal(gzipNrrd("byte skip: -1\n", gzipped(voxels).substr(0, 20))).code, "file-damaged");
}

namespace {

/// 512 x 512 x 1000, each ten planes with a label of their own in the middle, gzipped.
std::string wholeBody(const std::filesystem::path& scratch) {
  const gzFile packed = gzopen(scratch.c_str(), "wb1");
  std::string plane(512 * 512, '\0');
  for (int k = 0; k < 1000; ++k) {
    for (std::size_t row = 100; row < 400; ++row) std::fill_n(plane.begin() + row * 512 + 100, 300, k / 10 + 1);
    gzwrite(packed, plane.data(), static_cast<unsigned>(plane.size()));
  }
  gzclose(packed);
  std::ifstream in(scratch, std::ios::binary);
  return {(std::istreambuf_iterator<char>(in)), {}};
}

}  // namespace

TEST(Nrrd, readsTheLabelMapOfAWholeBodySlow) {
  const support::TemporaryFolder folder;
  const std::string header =
      "NRRD0004\ntype: uint8\ndimension: 3\nspace: left-posterior-superior\nsizes: 512 512 1000\n"
      "space directions: (0.8,0,0) (0,0.8,0) (0,0,1)\nencoding: gzip\nspace origin: (0,0,0)\n\n";
  const auto read = readBytes(header + wholeBody(folder.path() / "packed"), "body.nrrd");
  ASSERT_TRUE(read) << read.error().code << read.error().detail;
  ASSERT_EQ(read->structures.size(), 100u);
  for (const auto& structure : read->structures) {
    EXPECT_EQ(maskOf(structure).GetBufferedRegion().GetSize(), (itk::Size<3>{{300, 300, 10}}));
    EXPECT_EQ(test::voxelsIn(maskOf(structure)), 900'000u);
  }
}

TEST(LabelMap, isRefusedWithoutTheScanItself) {
  const support::TemporaryFolder folder;
  std::ofstream(folder.path() / "map.nii", std::ios::binary) << oneVoxel().bytes();
  planning::Progress progress;
  EXPECT_EQ(readStructures(folder.path() / "map.nii", made::scanIdentity(), progress).error().code, "scan-needed");
}

}  // namespace io
