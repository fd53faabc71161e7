#include "testdata/lumbar_phantom.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/support/small_case.h"

namespace testdata {
namespace {

using planning::makePoint;
using planning::Point;
using planning::anatomy::Kind;
using planning::anatomy::Mask;
using planning::anatomy::Role;
using support::smallPhantom;

const PhantomStructure& find(const std::string& name) {
  const auto& all = smallPhantom().structures;
  return *std::find_if(all.begin(), all.end(), [&](const PhantomStructure& s) { return s.structure.name == name; });
}

Point middleOf(const std::string& name) {
  const Box box = find(name).shape->bounds();
  return box.low + (box.high - box.low) * 0.5;
}

int huAt(const planning::Volume& volume, const Point& place) {
  planning::Volume::Image::IndexType index;
  EXPECT_TRUE(volume.hu->TransformPhysicalPointToIndex(place, index)) << place;
  return volume.hu->GetPixel(index);
}

double meanHu(const std::string& name) {
  const auto& mask = std::get<Mask::Pointer>(find(name).structure.shape);
  double sum = 0, count = 0;
  for (std::size_t n = 0; n < mask->GetLargestPossibleRegion().GetNumberOfPixels(); ++n) {
    if (!mask->GetBufferPointer()[n]) continue;
    Point place;
    mask->TransformIndexToPhysicalPoint(mask->ComputeIndex(static_cast<itk::OffsetValueType>(n)), place);
    sum += huAt(smallPhantom().volume, place), ++count;
  }
  return sum / count;
}

TEST(LumbarPhantom, masksHoldExactlyTheVoxelsWhoseCentresLieInTheShape) {
  for (const PhantomStructure& structure : smallPhantom().structures) {
    const auto& mask = std::get<Mask::Pointer>(structure.structure.shape);
    const auto region = mask->GetLargestPossibleRegion();
    std::size_t in = 0;
    for (std::size_t n = 0; n < region.GetNumberOfPixels(); ++n) {
      Point place;
      mask->TransformIndexToPhysicalPoint(mask->ComputeIndex(static_cast<itk::OffsetValueType>(n)), place);
      const double distance = structure.shape->signedDistance(place);
      if (std::abs(distance) > 1e-9) {
        ASSERT_EQ(mask->GetBufferPointer()[n] != 0, distance < 0) << structure.structure.name << place;
      }
      in += mask->GetBufferPointer()[n];
    }
    EXPECT_GT(in, 0U) << structure.structure.name;
  }
}

TEST(LumbarPhantom, hasItsSidesAndItsFrontWhereAPatientHasThem) {
  EXPECT_GT(middleOf("Left kidney")[0], 40);
  EXPECT_LT(middleOf("Liver")[0], -40);
  EXPECT_LT(middleOf("Aorta")[1], middleOf("L3 vertebra")[1]);
  EXPECT_GT(middleOf("Aorta")[0], middleOf("Inferior vena cava")[0]);
  EXPECT_LT(middleOf("Sacrum")[2], middleOf("L5 vertebra")[2]);
  EXPECT_EQ(find("L5 left nerve root").structure.side, planning::anatomy::Side::Left);
  EXPECT_GT(middleOf("L5 left nerve root")[0], 0);
}

TEST(LumbarPhantom, hasTheHounsfieldUnitsOfItsTissues) {
  EXPECT_NEAR(meanHu("Left psoas muscle"), 55, 25);
  EXPECT_NEAR(meanHu("Left kidney"), 170, 30);
  const auto& volume = smallPhantom().volume;
  EXPECT_NEAR(huAt(volume, makePoint(9, -28.5, 12)), 260, 60);   // aorta
  EXPECT_NEAR(huAt(volume, makePoint(0, 0, 0)), 210, 60);        // spongy bone of L3
  EXPECT_NEAR(huAt(volume, makePoint(-80, 70, 0)), -100, 60);    // fat under the skin
  EXPECT_NEAR(huAt(volume, makePoint(180, 160, 0)), -1000, 60);  // air
}

TEST(LumbarPhantom, liesOnTheTableOnItsBellyOrItsBack) {
  const PhantomOptions small{.columns = 128, .rows = 128, .slices = 12};
  PhantomOptions supine = small;
  supine.supine = true;
  const auto prone = makeLumbarScan(small), turned = makeLumbarScan(supine);
  const Point beforeBelly = makePoint(0, -160, 0), behindBack = makePoint(0, 129, 0), inLiver = makePoint(-90, -45, 36);
  EXPECT_GT(huAt(prone, beforeBelly), -980);  // the table's foam
  EXPECT_GT(huAt(turned, behindBack), -980);
  EXPECT_LT(huAt(turned, beforeBelly), -940);
  EXPECT_NEAR(huAt(prone, inLiver), huAt(turned, inLiver), 80);  // anatomy stays in its place
  EXPECT_EQ(prone.identity.patientPosition, "HFP");
  EXPECT_EQ(turned.identity.patientPosition, "HFS");
  EXPECT_EQ(prone.hu->GetDirection()[0][0], -1);  // rows run from the patient's left, as scanners write a prone patient
  EXPECT_EQ(turned.hu->GetDirection()[0][0], 1);
}

TEST(LumbarPhantom, isTheSameForTheSameOptionsAndAnotherForAnotherSeed) {
  const PhantomOptions tiny{.columns = 40, .rows = 40, .slices = 6};
  PhantomOptions other = tiny;
  other.seed = 2;
  const auto a = makeLumbarScan(tiny), b = makeLumbarScan(tiny), c = makeLumbarScan(other);
  const auto same = [](const planning::Volume& v, const planning::Volume& w) {
    const auto* begin = v.hu->GetBufferPointer();
    return std::equal(begin, begin + v.hu->GetPixelContainer()->Size(), w.hu->GetBufferPointer());
  };
  EXPECT_TRUE(same(a, b));
  EXPECT_FALSE(same(a, c));
  EXPECT_EQ(a.identity, b.identity);
  EXPECT_NE(a.identity.seriesUid, c.identity.seriesUid);
}

TEST(LumbarPhantom, givesEveryObjectItsOwnUid) {
  const auto& phantom = smallPhantom();
  const auto& identity = phantom.volume.identity;
  std::vector<std::string> uids{identity.study.uid, identity.seriesUid, identity.frameOfReferenceUid};
  for (const auto& instance : identity.instances) uids.push_back(instance.sopInstanceUid);
  for (const auto& made : phantom.structures) uids.push_back(made.structure.trackingUid);
  EXPECT_EQ(std::set<std::string>(uids.begin(), uids.end()).size(), uids.size());
  for (const auto& uid : uids) EXPECT_LE(uid.size(), 44U) << uid;  // "2.25." and at most 39 digits
}

TEST(LumbarAnswers, startOnTheSkin) {
  for (const auto& answer : smallPhantom().answers) {
    EXPECT_NEAR(find("Skin").shape->signedDistance(answer.entry), 0, 1e-6) << answer.routeId;
    EXPECT_NEAR((answer.entry - answer.target).GetNorm(), answer.depthMm, 1e-9);
    EXPECT_GT(answer.depthMm, 20);
  }
}

/// What a sound path may come near to: the disc that it aims at, and the joint's two bones.
bool isTouched(const PhantomAnswer& answer, const PhantomStructure& structure) {
  return answer.routeId == "intradiscal" && structure.structure.kind == Kind::Disc;
}

TEST(LumbarAnswers, keepSoundPathsClearAndLeadTheBadOneThroughTheRoot) {
  constexpr double kFullSizeBoundMm = 0.919;  // half the diagonal of 0.75 x 0.75 x 1.5 mm
  for (const auto& answer : smallPhantom().answers) {
    for (const auto& [name, mm] : answer.distancesMm) {
      const auto& structure = find(name);
      if (name == answer.crosses) {
        EXPECT_LT(mm, -kFullSizeBoundMm) << answer.routeId;
      } else if (answer.crosses.empty() && !isTouched(answer, structure)) {
        const bool bone = structure.structure.kind == Kind::Bone, joint = answer.routeId == "lumbar-facet";
        const bool epidural = structure.structure.kind == Kind::Dura;
        EXPECT_GT(mm, bone && joint ? 0.5 : (bone || epidural ? 0 : 2) + kFullSizeBoundMm) << answer.routeId << name;
      }
    }
  }
}

TEST(LumbarAnswers, coverEveryStructureToAvoid) {
  for (const auto& answer : smallPhantom().answers)
    EXPECT_EQ(answer.distancesMm.size(),
              static_cast<std::size_t>(
                  std::count_if(smallPhantom().structures.begin(), smallPhantom().structures.end(),
                                [](const PhantomStructure& s) { return s.structure.role == Role::Avoid; })));
}

}  // namespace
}  // namespace testdata
