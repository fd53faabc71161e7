#include "io/deidentification/text_in_picture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>

#include "io/deidentification/deidentify.h"
#include "tests/support/planted_slice.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

namespace io {
namespace {

/// Letters of 5 x 7 pixels, row by row.
const std::map<char, std::array<const char*, 7>> kLetters{
    {'A', {".###.", "#...#", "#...#", "#####", "#...#", "#...#", "#...#"}},
    {'D', {"####.", "#...#", "#...#", "#...#", "#...#", "#...#", "####."}},
    {'N', {"#...#", "##..#", "#.#.#", "#..##", "#...#", "#...#", "#...#"}},
    {'R', {"####.", "#...#", "#...#", "####.", "#.#..", "#..#.", "#...#"}},
    {'U', {"#...#", "#...#", "#...#", "#...#", "#...#", "#...#", ".###."}}};

struct Picture {
  int columns = 0, rows = 0;
  std::vector<float> values;

  /// Writes from a corner on, each pixel of a letter so many pixels wide and high.
  void write(const std::string& text, int column, int row, int scale, float value) {
    for (std::size_t letter = 0; letter < text.size(); ++letter)
      for (int y = 0; y < 7 * scale; ++y)
        for (int x = 0; x < 5 * scale; ++x) {
          if (kLetters.at(text[letter])[static_cast<std::size_t>(y / scale)][x / scale] != '#') continue;
          const int c = column + (static_cast<int>(letter) * 6 * scale) + x, r = row + y;
          values.at(static_cast<std::size_t>(r * columns + c)) = value;
        }
  }
  std::vector<PictureBox> text() const { return deidentification::textIn(values, columns, rows); }
};

/// A slice of the demo case, HU.
Picture demoSlice(int number) {
  const auto& hu = *support::smallPhantom().volume.hu;
  const auto size = hu.GetLargestPossibleRegion().GetSize();
  Picture picture{static_cast<int>(size[0]), static_cast<int>(size[1]), {}};
  const auto* first = hu.GetBufferPointer() + static_cast<std::size_t>(number) * size[0] * size[1];
  picture.values.assign(first, first + size[0] * size[1]);
  return picture;
}

bool holds(const std::vector<PictureBox>& boxes, const PictureBox& inner) {
  return std::ranges::any_of(boxes, [&](const PictureBox& box) {
    return box.column <= inner.column && box.row <= inner.row && box.column + box.width >= inner.column + inner.width &&
           box.row + box.height >= inner.row + inner.height;
  });
}

}  // namespace

TEST(TextInPicture, isFoundInThreePlacesAndSizes) {
  for (const int scale : {1, 2, 3})
    for (const auto& [column, row] : {std::pair(2, 3), std::pair(10, 60), std::pair(16, 105)}) {
      Picture picture = demoSlice(30);
      picture.write("DURAND", column, row, scale, 3000);
      EXPECT_TRUE(holds(picture.text(), {column, row, 36 * scale - scale, 7 * scale}))
          << scale << " at " << column << "," << row;
    }
}

TEST(TextInPicture, isFoundDarkOnBright) {
  Picture picture{100, 60, std::vector<float>(6000, 200.F)};
  picture.write("DURAND", 20, 20, 1, 0);
  EXPECT_EQ(picture.text(), (std::vector<PictureBox>{{20, 20, 35, 7}}));
}

TEST(TextInPicture, isFoundInSmallLettersOfDifferentBrightness) {
  const auto found = [](std::size_t letters) {
    Picture picture{100, 60, std::vector<float>(6000, 0.F)};
    const std::string text = std::string("DURANDRUD").substr(0, letters);
    for (std::size_t i = 0; i < letters; ++i)  // as smoothed edges leave them
      picture.write(text.substr(i, 1), 10 + static_cast<int>(6 * i), 20, 1, 200.F - static_cast<float>(7 * (i % 4)));
    return picture.text();
  };
  EXPECT_TRUE(holds(found(9), {10, 20, 53, 7}));
  EXPECT_TRUE(found(6).empty());
}

TEST(TextInPicture, isNotFoundInTheDemoCaseNorInFewLetters) {
  for (int number = 0; number < 60; ++number) EXPECT_TRUE(demoSlice(number).text().empty()) << number;
  Picture picture{100, 60, std::vector<float>(6000, 0.F)};
  EXPECT_TRUE(picture.text().empty());
  picture.write("DUR", 20, 20, 1, 200);
  EXPECT_TRUE(picture.text().empty()) << "a side's letter and a few signs tell nobody";
}

namespace {

/// A CT slice with a name written into it, of 12 bits and with padding or without.
void saveWithText(const std::filesystem::path& file, const char* uid, bool saysSo = false) {
  Picture picture{64, 48, std::vector<float>(64 * 48, 100.F)};
  picture.values.front() = 3;
  picture.write("DURAND", 10, 10, 1, 4000);
  support::Slice slice;
  slice.put(DCM_SOPInstanceUID, uid);
  if (saysSo) slice.put(DCM_BurnedInAnnotation, "YES");
  slice.number(DCM_Columns, 64);
  slice.number(DCM_Rows, 48);
  slice.pixels({picture.values.begin(), picture.values.end()});
  slice.save(file);
}

}  // namespace

TEST(TextInPicture, keepsAnImageFromExportUntilItIsBlackenedOrSeen) {
  const support::TemporaryFolder folder;
  planning::Progress progress;
  support::Slice plain;
  plain.put(DCM_SeriesInstanceUID, "1.2.826.0.1.9.33");
  plain.save(folder / "in/plain");
  saveWithText(folder / "in/a", "1.2.826.0.1.9.21");
  saveWithText(folder / "in/b", "1.2.826.0.1.9.22");
  const auto first = deidentify(folder / "in", folder / "out", {}, progress);
  ASSERT_TRUE(first) << first.error().code;
  ASSERT_EQ(first->quarantined.size(), 2U);
  EXPECT_EQ(first->quarantined[0].reason.code, "image-shows-text");
  EXPECT_EQ(first->textAt.at(folder / "in/a"), (std::vector<PictureBox>{{10, 10, 35, 7}}));
  DeidentifyOptions options;
  options.blackened = {{folder / "in/a", {9, 9, 17, 9}}};
  const auto half = deidentify(folder / "in", folder / "half", options, progress);
  ASSERT_TRUE(half) << half.error().code;
  EXPECT_EQ(half->files, 3) << "three letters beside the box tell nobody";
  options.blackened = {{folder / "in/a", {50, 9, 8, 9}}};
  EXPECT_EQ(deidentify(folder / "in", folder / "less", options, progress)->quarantined.size(), 2U);
  options.blackened = {{folder / "in/a", {9, 9, 100, 9}}};
  const auto done = deidentify(folder / "in", folder / "black", options, progress);
  ASSERT_TRUE(done) << done.error().code;
  EXPECT_EQ(done->files, 3) << "no text is found any more in the other image of the series, which says nothing of any";
  for (const char* name : {"in/a", "in/b"}) {
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile((folder / "black" / done->placed.at(folder / name)).c_str()).good());
    const Uint16* pixels = nullptr;
    ASSERT_TRUE(file.getDataset()->findAndGetUint16Array(DCM_PixelData, pixels).good());
    for (int row = 0; row < 48; ++row)
      for (int column = 0; column < 64; ++column) {
        const bool black = row >= 9 && row < 18 && column >= 9;
        EXPECT_EQ(pixels[row * 64 + column], black || row + column == 0 ? 3 : 100);
      }
    const bool looked = std::string(name) == "in/a";
    OFString value, method;
    file.getDataset()->findAndGetOFString(DCM_BurnedInAnnotation, value);
    EXPECT_EQ(value, looked ? "NO" : "") << name;
    file.getDataset()->findAndGetOFString(DCM_DeidentificationMethod, method);
    EXPECT_EQ(method.find("blackened") != OFString_npos, looked) << name;
  }
  options = {};
  options.seen = {folder / "in/a", folder / "in/b"};
  EXPECT_EQ(deidentify(folder / "in", folder / "seen", options, progress)->files, 3);
}

TEST(TextInPicture, isBlackenedInTheSeriesAndLookedAtInTheNamedImageOnly) {
  const support::TemporaryFolder folder;
  planning::Progress progress;
  support::Slice plain;
  plain.put(DCM_SeriesInstanceUID, "1.2.826.0.1.9.33");
  plain.save(folder / "in/plain");
  saveWithText(folder / "in/a", "1.2.826.0.1.9.21", true);
  saveWithText(folder / "in/b", "1.2.826.0.1.9.22", true);
  const PictureBox text{9, 9, 100, 9}, outside{64, 9, 20, 9}, empty{9, 9, 0, 9};
  int runs = 0;
  /// Which of a and b stay behind.
  const auto behind = [&](const std::vector<Blackened>& boxes, const std::set<std::filesystem::path>& seen) {
    DeidentifyOptions options;
    options.blackened = boxes;
    options.seen = seen;
    const auto done = deidentify(folder / "in", folder / ("out" + std::to_string(++runs)), options, progress);
    std::string names;
    if (!done) return done.error().code;
    for (const auto& one : done->quarantined) names += one.file.filename().string();
    return names;
  };
  EXPECT_EQ(behind({{folder / "in/a", text}}, {}), "b");
  EXPECT_EQ(behind({{{}, text}}, {}), "ab") << "a box in every picture, of which nobody saw one";
  EXPECT_EQ(behind({{folder / "in/a", outside}}, {}), "ab");
  EXPECT_EQ(behind({{folder / "in/a", empty}}, {}), "ab");
  EXPECT_EQ(behind({{folder / "in/a", text}, {folder / "in/b", {0, 0, 2, 2}}}, {}), "");
  EXPECT_EQ(behind({{folder / "in/a", text}}, {folder / "in/b"}), "");
}

TEST(TextInPicture, isNotBlackenedInASeriesWithoutUid) {
  const support::TemporaryFolder folder;
  planning::Progress progress;
  support::Slice slice;
  slice.dataset().findAndDeleteElement(DCM_SeriesInstanceUID);
  slice.save(folder / "in/a");
  DeidentifyOptions options;
  options.blackened = {{folder / "in/a", {0, 0, 2, 2}}};
  const auto done = deidentify(folder / "in", folder / "out", options, progress);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, "no-series-uid");
}

}  // namespace io
