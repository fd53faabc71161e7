#include "io/structures/label_names.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temporary_folder.h"

namespace io::structures {

TEST(LabelNames, standInTotalSegmentatorsXml) {
  const std::string text =
      R"(<LabelTable><Label Key="52" Red="1"><![CDATA[aorta]]></Label><Label Key="7"><![CDATA[L5 (a > b)]]></Label>)";
  EXPECT_EQ(namesInCaretXml(text), (LabelNames{{7, "L5 (a > b)"}, {52, "aorta"}}));
}

TEST(LabelNames, ofXmlLeaveOutWhatIsNoLabel) {
  for (const char* none : {"", "no xml", R"(<Label Key="0"><![CDATA[background]]></Label>)",
                           R"(<Label Key="-3"><![CDATA[below]]></Label>)", R"(<Label Key="3"><![CDATA[]]></Label>)",
                           R"(<Label Key="3x"><![CDATA[three]]></Label>)", R"(<Label Key="3"><![CDATA[cut)",
                           R"(<Label Key="99999999999999"><![CDATA[too large]]></Label>)"})
    EXPECT_TRUE(namesInCaretXml(none).empty()) << none;
}

// A label without a name must not take that of the next.
TEST(LabelNames, ofXmlKeepToTheirOwnLabel) {
  EXPECT_EQ(namesInCaretXml(R"(<Label Key="1"></Label><Label Key="2"><![CDATA[sacrum]]></Label>)"),
            (LabelNames{{2, "sacrum"}}));
}

TEST(LabelNames, standInATableByItsColumns) {
  EXPECT_EQ(namesInText("name,value\nliver,5\r\nspleen,1\n"), (LabelNames{{1, "spleen"}, {5, "liver"}}));
  EXPECT_EQ(namesInText("\"label\",\"structure\"\n3,\"L4\"\n"), (LabelNames{{3, "L4"}}));
  EXPECT_EQ(namesInText("task,id,name\ntotal,1,spleen\nbody,1,trunk\n"), (LabelNames{{1, "spleen"}}));
  EXPECT_EQ(namesInText("value,name\n4\nx,rib\n6,skin\n"), (LabelNames{{6, "skin"}})) << "short and broken lines";
}

TEST(LabelNames, standInItkSnapsDescriptions) {
  EXPECT_EQ(namesInText("# ITK-SnAP Label Description File\n"
                        "    0     0    0    0        0  0  0    \"Clear Label\"\n"
                        "    2   255    0    0        1  1  1    \"Nerve \"root\" L4\"\n"
                        "    3   255    0    0        1  1  1\n"),
            (LabelNames{{2, "Nerve \"root\" L4"}}));
  EXPECT_TRUE(namesInText("a shopping list\nmilk\n").empty());
  EXPECT_TRUE(namesInText("").empty());
}

TEST(LabelMap, isCalledWithoutItsEndings) {
  EXPECT_EQ(stemOf("/a/liver.nii.gz"), "liver");
  EXPECT_EQ(stemOf("spine.seg.nrrd"), "spine");
  EXPECT_EQ(stemOf("a.b.nii"), "a.b");
  EXPECT_EQ(stemOf(".nii"), ".nii") << "nothing would be left";
}

TEST(NamesFile, isTheOneOfTheMapsOwnNameFirst) {
  const support::TemporaryFolder folder;
  const auto write = [&](const char* name, std::size_t bytes) {
    std::ofstream(folder / name) << std::string(bytes, 'x');
  };
  const auto map = folder / "liver.nii.gz";
  EXPECT_TRUE(namesFileBeside(map).empty());
  write("labels.csv", 3);
  EXPECT_EQ(namesFileBeside(map), folder / "labels.csv");
  write("class_names.csv", 3);
  EXPECT_EQ(namesFileBeside(map), folder / "class_names.csv");
  write("liver.csv", 1 << 20);
  EXPECT_EQ(namesFileBeside(map), folder / "class_names.csv") << "1 MiB is no list of names";
  write("liver.txt", 3);
  EXPECT_EQ(namesFileBeside(map), folder / "liver.txt");
}

}  // namespace io::structures
