#include "io/reading/messages.h"

#include <gtest/gtest.h>

#include <limits>

#include "io/dicom/instance_reader.h"
#include "io/report/plan_reader.h"
#include "io/report/plan_report.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/io/report/sample_plan.h"
#include "tests/support/temporary_folder.h"

namespace {

using io::reading::HeaderRequest, io::reading::Reply, io::reading::ReportRequest, io::reading::StructuresRequest;
using io::reading::replyFrom, io::reading::toBytes;
using support::TemporaryFolder;

TEST(Messages, carryAnInstanceWhole) {
  const TemporaryFolder folder;
  made_ct::write(made_ct::Ct{}, folder.path());
  const auto instance = io::dicom::readInstance(folder.path() / "1.dcm");
  ASSERT_TRUE(instance);
  const auto reply = replyFrom(toBytes(Reply(*instance)), HeaderRequest{});
  ASSERT_TRUE(reply);
  const auto& back = std::get<io::dicom::Instance>(*reply);
  EXPECT_EQ(back.identity, instance->identity);
  EXPECT_EQ(back.format, instance->format);
  EXPECT_EQ(back.map.pixels, instance->map.pixels);
  EXPECT_EQ(back.map.stamp, instance->map.stamp);
  EXPECT_EQ(back.planes.at(0).spacing, instance->planes.at(0).spacing);
  EXPECT_EQ(back.planes.at(0).position, instance->planes.at(0).position);
  EXPECT_EQ(back.acquisition, instance->acquisition);
}

TEST(Messages, carryAPlanWhole) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "plan.dcm";
  ASSERT_TRUE(io::report::writePlan(sample::richPlan(), file));
  const auto tree = io::report::parseTree(file);
  ASSERT_TRUE(tree);
  const auto reply = replyFrom(toBytes(Reply(*tree)), ReportRequest{});
  ASSERT_TRUE(reply);
  const auto report = io::report::reportOf(std::get<io::report::ReportTree>(*reply), "plan.dcm");
  ASSERT_TRUE(report);
  EXPECT_FALSE(report->isControl);
  EXPECT_EQ(sample::lines(report->content.actual), sample::lines(sample::richPlan()));
  EXPECT_EQ(report->content.actual.report.sopInstanceUid, tree->header.report.sopInstanceUid);
  EXPECT_EQ(report->content.actual.report.savedTime, tree->header.report.savedTime);
}

TEST(Messages, carryEveryValueOfAnItem) {
  io::report::ReportTree tree;
  tree.leftOut = 3;
  auto& item = tree.content.children.emplace_back();
  item.relationship = "CONTAINS", item.valueType = "IMAGE", item.text = "text", item.graphicType = "POINT";
  item.name = {"n", "s", "name"}, item.code = {"c", "s", "code"}, item.unit = {"mm", "UCUM", "millimeter"};
  item.number = 1.5, item.points = {planning::makePoint(1, 2, 3)}, item.pixels = {{4, 5}};
  item.frameOfReferenceUid = "1.2", item.reference = {"1.3", "1.4"}, item.segments = {6, 7}, item.frame = 8;
  item.templateId = "1500";
  const auto reply = replyFrom(toBytes(Reply(tree)), ReportRequest{});
  ASSERT_TRUE(reply);
  const auto& back = std::get<io::report::ReportTree>(*reply);
  EXPECT_EQ(back.leftOut, 3u);
  const auto& copy = back.content.children.at(0);
  EXPECT_EQ(copy.relationship + copy.valueType + copy.text + copy.graphicType, "CONTAINSIMAGEtextPOINT");
  EXPECT_TRUE(copy.name == item.name && copy.code == item.code && copy.unit == item.unit);
  EXPECT_EQ(copy.number, 1.5);
  EXPECT_EQ(copy.points, item.points);
  EXPECT_EQ(copy.pixels, item.pixels);
  EXPECT_EQ(copy.reference, item.reference);
  EXPECT_EQ(copy.segments, item.segments);
  EXPECT_EQ(copy.frame, 8);
  EXPECT_EQ(copy.frameOfReferenceUid + copy.templateId, "1.21500");
}

TEST(Messages, takeNoWordsThatAreNone) {
  io::reading::StructuresReply reply;
  reply.set.structures.resize(1);
  reply.masks.resize(1);
  EXPECT_TRUE(replyFrom(toBytes(Reply(reply)), StructuresRequest{}));
  reply.set.structures[0].side = static_cast<planning::anatomy::Side>(77);
  EXPECT_FALSE(replyFrom(toBytes(Reply(reply)), StructuresRequest{}));
}

TEST(Messages, carryWhereAStructureWasLookedForAndNoPlaceBeyondAnyGrid) {
  using Region = planning::anatomy::Mask::RegionType;
  io::reading::StructuresReply reply;
  reply.set.structures.resize(2);
  reply.masks.resize(2);
  reply.set.structures[1].lookedIn = Region({{-3, 0, 7}}, {{8, 9, 10}});
  const auto read = replyFrom(toBytes(Reply(reply)), StructuresRequest{});
  ASSERT_TRUE(read);
  const auto& structures = std::get<io::reading::StructuresReply>(*read).set.structures;
  EXPECT_FALSE(structures[0].lookedIn);
  EXPECT_EQ(structures[1].lookedIn, reply.set.structures[1].lookedIn);
  reply.set.structures[1].lookedIn = Region({{std::numeric_limits<long>::min(), 0, 7}}, {{8, 9, 10}});
  EXPECT_FALSE(replyFrom(toBytes(Reply(reply)), StructuresRequest{}));
  reply.set.structures[1].lookedIn = Region({{0, 0, 0}}, {{8, 9, std::numeric_limits<unsigned long>::max()}});
  EXPECT_FALSE(replyFrom(toBytes(Reply(reply)), StructuresRequest{}));
}

TEST(Messages, takeNoStructureWithoutItsMask) {
  io::reading::StructuresReply reply;
  reply.set.structures.resize(2);
  reply.masks.resize(1);
  EXPECT_FALSE(replyFrom(toBytes(Reply(reply)), StructuresRequest{}));
}

TEST(Messages, carryForeignNeedlesAndNoPlaceThatIsNone) {
  io::exchange::ForeignNeedles found{"SR 1.2", planning::Patient{"P1", "", "Doe", "", ""}, "1.3", {}};
  const io::reading::NeedlesRequest asked;
  EXPECT_FALSE(replyFrom(toBytes(Reply(found)), asked)) << "no honest reader finds nothing and says so";
  found.needles = {{"Path", planning::makePoint(1, 2, 3), planning::makePoint(4, 5, 6)}, {"F", {}, {}}};
  const auto reply = replyFrom(toBytes(Reply(found)), asked);
  ASSERT_TRUE(reply);
  const auto& back = std::get<io::exchange::ForeignNeedles>(*reply);
  EXPECT_EQ(back.kind, "SR 1.2");
  EXPECT_EQ(back.patient, found.patient);
  EXPECT_EQ(back.frameOfReferenceUid, "1.3");
  EXPECT_EQ(back.needles.at(0).entry, found.needles[0].entry);
  EXPECT_EQ(back.needles.at(0).target, found.needles[0].target);
  EXPECT_FALSE(back.needles.at(1).entry);
  EXPECT_FALSE(replyFrom(toBytes(Reply(found)), ReportRequest{}));
  found.needles[1].target[2] = std::numeric_limits<double>::infinity();
  EXPECT_FALSE(replyFrom(toBytes(Reply(found)), asked));
}

TEST(Messages, takeNoAnswerOfAnotherKind) {
  const auto bytes = toBytes(Reply(io::dicom::ConversionCounts{}));
  EXPECT_TRUE(replyFrom(bytes, io::reading::SliceRequest{}));
  EXPECT_FALSE(replyFrom(bytes, HeaderRequest{}));
  EXPECT_FALSE(replyFrom(bytes, StructuresRequest{}));
  EXPECT_FALSE(replyFrom(bytes, ReportRequest{}));
}

TEST(Messages, takeNoCutMessage) {
  const auto bytes = toBytes(Reply(planning::Error{"code", "subject", "detail"}));
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(replyFrom(std::span(bytes).first(size), HeaderRequest{})) << size;
  const auto whole = replyFrom(bytes, HeaderRequest{});
  ASSERT_TRUE(whole);
  EXPECT_EQ(std::get<planning::Error>(*whole).detail, "detail");
}

TEST(Messages, takeNoNumbersThatAreNone) {
  io::dicom::Instance instance;
  instance.file = "x";
  instance.identity.instances.resize(1);
  instance.planes.resize(1);
  const auto isTaken = [&] { return replyFrom(toBytes(Reply(instance)), HeaderRequest{}).has_value(); };
  EXPECT_TRUE(isTaken());
  instance.planes[0].spacing = {1.0};
  EXPECT_FALSE(isTaken());
  instance.planes[0].spacing = {1.0, std::numeric_limits<double>::quiet_NaN()};
  EXPECT_FALSE(isTaken());
}

TEST(Messages, carryEveryRequest) {
  io::dicom::Slice slice;
  slice.file = "slice.dcm";
  slice.fragments = {{3, 4}};
  const auto back = io::reading::requestFrom(toBytes(io::reading::SliceRequest{slice, false, 42}));
  ASSERT_TRUE(back);
  const auto& request = std::get<io::reading::SliceRequest>(*back);
  EXPECT_EQ(request.slice.fragments, slice.fragments);
  EXPECT_FALSE(request.isHu);
  EXPECT_EQ(request.offset, 42u);
  EXPECT_EQ(io::reading::fileOf(*back), "slice.dcm");
  for (const io::reading::Request& each :
       {io::reading::Request(HeaderRequest{"a"}), io::reading::Request(StructuresRequest{"a", {}, {}}),
        io::reading::Request(ReportRequest{"a"}), io::reading::Request(io::reading::NeedlesRequest{"a"})}) {
    const auto same = io::reading::requestFrom(toBytes(each));
    ASSERT_TRUE(same);
    EXPECT_EQ(same->index(), each.index());
    EXPECT_EQ(io::reading::fileOf(*same), "a");
  }
}

}  // namespace
