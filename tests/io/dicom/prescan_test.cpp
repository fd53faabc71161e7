#include "io/dicom/prescan.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/io/dicom/made_bytes.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace made_bytes;
using io::dicom::FileMap;

planning::Expected<FileMap> prescanned(const std::string& bytes) {
  const support::TemporaryFolder folder;
  made_ct::putBytes(folder.path() / "f", {bytes.begin(), bytes.end()});
  return io::dicom::prescan(folder.path() / "f");
}

std::string refusal(const std::string& dataset) {
  const auto map = prescanned(meta(kExplicitLittle) + dataset);
  return map ? "" : map.error().code;
}

const std::string kPixels(64 * 64 * 2, 'x');

TEST(Prescan, findsThePixels) {
  const auto head = meta(kExplicitLittle) + ct(64, 64);
  const auto map = prescanned(head + element(0x7fe0, 0x10, "OW", kPixels));
  ASSERT_TRUE(map);
  ASSERT_TRUE(map->pixels);
  EXPECT_EQ(map->pixels->offset, head.size() + 12);
  EXPECT_EQ(map->pixels->length, kPixels.size());
  EXPECT_FALSE(map->cut);
  EXPECT_TRUE(map->pixelDataLast);
  EXPECT_EQ(map->transferSyntaxUid, kExplicitLittle);
}

TEST(Prescan, findsTheFragments) {
  const auto head = meta("1.2.840.10008.1.2.5") + ct(64, 64);
  const auto map = prescanned(head + element(0x7fe0, 0x10, "OB", "", 0xffffffff) + item("") + item("abcdef") +
                              item("gh") + sequenceEnd());
  ASSERT_TRUE(map);
  ASSERT_EQ(map->fragments.size(), 3u);
  EXPECT_EQ(map->fragments[1].offset, head.size() + 12 + 8 + 8);
  EXPECT_EQ(map->fragments[1].length, 6u);
  EXPECT_EQ(map->fragments[2].length, 2u);
  EXPECT_FALSE(map->cut);
}

TEST(Prescan, readsFilesWithoutPreambleOrMeta) {
  const auto map = prescanned(ct(64, 64) + element(0x7fe0, 0x10, "OW", kPixels));
  ASSERT_TRUE(map);
  EXPECT_EQ(map->transferSyntaxUid, kExplicitLittle);
}

TEST(Prescan, seesThatThePixelsAreCut) {
  const auto whole = meta(kExplicitLittle) + ct(64, 64) + element(0x7fe0, 0x10, "OW", kPixels);
  const auto map = prescanned(whole.substr(0, whole.size() - 1));
  ASSERT_TRUE(map);
  ASSERT_TRUE(map->cut);
  EXPECT_EQ(map->cut->code, "pixel-data-cut");
  const auto fewer = prescanned(meta(kExplicitLittle) + ct(64, 64, "2") + element(0x7fe0, 0x10, "OW", kPixels));
  ASSERT_TRUE(fewer);
  EXPECT_TRUE(fewer->cut);
}

TEST(Prescan, toleratesWhatFollowsThePixels) {
  const auto map = prescanned(meta(kExplicitLittle) + ct(64, 64) + element(0x7fe0, 0x10, "OW", kPixels) + "rubbish");
  ASSERT_TRUE(map);
  EXPECT_FALSE(map->cut);
}

TEST(Prescan, refusesLengthsBeyondTheFileAndBeyondWhatEnclosesThem) {
  EXPECT_EQ(refusal(element(8, 0x119, "UC", "abcd", 0xfffffff0)), "truncated");
  EXPECT_EQ(refusal(element(8, 0x1140, "SQ", item(element(8, 0x1150, "UN", "abcd", 100)), -1) + std::string(400, ' ')),
            "malformed");
  EXPECT_EQ(refusal(element(8, 0x1140, "SQ", item("") + "xx")), "truncated");
  EXPECT_EQ(refusal(element(8, 0x1150, "CS", "ab", 0xffff)), "truncated");
  EXPECT_EQ(refusal(element(8, 0x1150, "OB", "ab", 0xffffffff)), "malformed");
}

std::string nested(int depth) {
  std::string bytes;
  for (int i = 0; i < depth; ++i) bytes += element(8, 0x1140, "SQ", "", 0xffffffff) + openItem();
  for (int i = 0; i < depth; ++i) bytes += itemEnd() + sequenceEnd();
  return bytes;
}

TEST(Prescan, refusesDeepNesting) {
  EXPECT_EQ(refusal(nested(io::dicom::kDeepestNesting)), "");
  EXPECT_EQ(refusal(nested(io::dicom::kDeepestNesting + 1)), "nested-too-deep");
  EXPECT_EQ(refusal(nested(100000)), "nested-too-deep");
}

TEST(Prescan, refusesDeepNestingHiddenInUnknownAndImplicitSequences) {
  std::string unknown, implicit;
  for (int i = 0; i < 100; ++i)
    unknown += (i == 0 ? element(9, 0x1001, "UN", "", 0xffffffff) : "") + openItem() + little16(9) + little16(0x1001) +
               little32(0xffffffff);
  EXPECT_EQ(refusal(unknown), "nested-too-deep");
  for (int i = 0; i < 100; ++i) {  // known lengths, inside out; (0008,1140) is a sequence by the dictionary alone
    const auto inside = item(implicit);
    implicit = little16(8) + little16(0x1140) + little32(static_cast<std::uint32_t>(inside.size())) + inside;
  }
  const auto map = prescanned(meta("1.2.840.10008.1.2") + implicit);
  ASSERT_FALSE(map);
  EXPECT_EQ(map.error().code, "nested-too-deep");
}

TEST(Prescan, refusesMillionsOfItems) {
  std::string items;
  for (int i = 0; i < 1'000'000; ++i) items += item("");
  EXPECT_EQ(refusal(element(8, 0x1140, "SQ", items)), "too-many-elements");
}

TEST(Prescan, refusesImagesThatCannotBe) {
  EXPECT_EQ(refusal(ct(65535, 65535) + element(0x7fe0, 0x10, "OW", kPixels)), "image-too-large");
  EXPECT_EQ(refusal(ct(64, 64, "-1") + element(0x7fe0, 0x10, "OW", kPixels)), "bad-value");
  EXPECT_EQ(refusal(ct(64, 64, "2147483647") + element(0x7fe0, 0x10, "OW", kPixels)), "bad-value");
  EXPECT_EQ(refusal(ct(64, 64) + ct(32, 32) + element(0x7fe0, 0x10, "OW", kPixels)), "duplicate-element");
}

TEST(Prescan, seesAHeaderAfterThePixels) {
  const auto map = prescanned(meta(kExplicitLittle) + element(0x7fe0, 0x10, "OW", kPixels) + ct(64, 64));
  ASSERT_TRUE(map);
  EXPECT_FALSE(map->pixelDataLast);
}

TEST(Prescan, opensNoPipesOrFolders) {
  const support::TemporaryFolder folder;
  const auto pipe = folder.path() / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(io::dicom::prescan(pipe).error().code, "cannot-read");
  EXPECT_EQ(io::dicom::prescan(folder.path()).error().code, "cannot-read");
}

TEST(Prescan, refusesEveryCutAndEveryFlippedByteOrReadsIt) {
  const auto whole = meta(kExplicitLittle) + element(8, 0x1140, "SQ", item(element(8, 0x1150, "UI", "1.2"))) +
                     ct(4, 4) + element(0x7fe0, 0x10, "OW", std::string(32, 'x'));
  const support::TemporaryFolder folder;
  const auto file = folder.path() / "f";
  for (std::size_t i = 0; i < whole.size(); ++i) {
    made_ct::putBytes(file, {whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(i)});
    const auto cut = io::dicom::prescan(file);
    EXPECT_TRUE(!cut || cut->cut || !cut->pixels) << i;
    auto flipped = whole;
    flipped[i] = static_cast<char>(flipped[i] ^ 0xff);
    made_ct::putBytes(file, {flipped.begin(), flipped.end()});
    const auto map = io::dicom::prescan(file);
    if (map && map->pixels && !map->cut) {
      EXPECT_LE(map->pixels->offset + map->pixels->length, whole.size()) << i;
    }
  }
}

}  // namespace
