#include "testdata/neck_phantom.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "planning/procedure/routes.h"

namespace testdata {
namespace {

using planning::anatomy::Kind;

const Phantom& neck() {
  static const Phantom made = makeNeckPhantom({.columns = 128, .rows = 128, .slices = 60});
  return made;
}

const PhantomStructure& find(const std::string& name) {
  const auto& all = neck().structures;
  return *std::find_if(all.begin(), all.end(), [&](const PhantomStructure& s) { return s.structure.name == name; });
}

planning::Point middleOf(const std::string& name) {
  const Box box = find(name).shape->bounds();
  return box.low + (box.high - box.low) * 0.5;
}

TEST(NeckPhantom, hasItsPartsWhereAPatientHasThem) {
  EXPECT_GT(middleOf("C1 vertebra")[2], middleOf("C2 vertebra")[2]);
  EXPECT_GT(middleOf("C5 vertebra")[2], middleOf("C6 vertebra")[2]);
  EXPECT_LT(middleOf("Trachea")[1], middleOf("C5 vertebra")[1]);
  EXPECT_GT(middleOf("Left vertebral artery")[0], 10);
  EXPECT_LT(middleOf("Right internal jugular vein")[0], -20);
  EXPECT_GT(middleOf("C6 left nerve root")[2], middleOf("C7 left nerve root")[2]);
}

TEST(NeckPhantom, letsTheVertebralArteryThroughItsRings) {
  for (const char* side : {"Left", "Right"}) {
    const auto& artery = *find(std::string(side) + " vertebral artery").shape;
    const Box box = artery.bounds();
    for (const auto& bone : neck().structures) {
      if (bone.structure.kind != Kind::Bone) continue;
      for (double z = -60; z < 88; z += 0.5)
        for (double x = box.low[0]; x < box.high[0]; x += 0.5)
          for (double y = box.low[1]; y < box.high[1]; y += 0.5) {
            const auto place = planning::makePoint(x, y, z);
            if (artery.signedDistance(place) < 0) {
              ASSERT_GT(bone.shape->signedDistance(place), 0) << bone.structure.name << place;
            }
          }
    }
  }
}

TEST(NeckPhantom, isAnotherPatientThanTheLumbarOneWithUidsOfItsOwn) {
  const auto& identity = neck().volume.identity;
  EXPECT_EQ(identity.patient.id, "NEEDLEPLAN-DEMO-NECK");
  EXPECT_TRUE(identity.seriesUid.starts_with("2.25.18"));
  std::set<std::string> uids{identity.study.uid, identity.seriesUid, identity.frameOfReferenceUid};
  for (const auto& made : neck().structures) uids.insert(made.structure.trackingUid);
  EXPECT_EQ(uids.size(), neck().structures.size() + 3);
}

/// The bones of the joint that the needle goes into.
bool isTouched(const PhantomAnswer& answer, const PhantomStructure& structure) {
  return structure.structure.kind == Kind::Bone && (answer.routeId == "cervical-facet" || answer.routeId == "c1-c2");
}

TEST(NeckAnswers, keepTheMarginsOfTheirRoutesAtFullSize) {
  constexpr double kFullSizeBoundMm = 0.613;  // half the diagonal of 0.5 x 0.5 x 1 mm
  std::set<std::string> routes;
  for (const auto& answer : neck().answers) {
    const auto* route = planning::procedure::routesInUse().find(answer.routeId);
    ASSERT_NE(route, nullptr) << answer.routeId;
    EXPECT_TRUE(std::ranges::count(route->levels, answer.level)) << answer.level;
    routes.insert(answer.routeId);
    for (const auto& [name, mm] : answer.distancesMm) {
      const auto& structure = find(name);
      if (name == answer.crosses) {
        EXPECT_LT(mm, -kFullSizeBoundMm) << answer.routeId;
      } else if (answer.crosses.empty()) {
        const double margin =
            isTouched(answer, structure) ? 0.3 : route->marginsMm.at(structure.structure.kind) + kFullSizeBoundMm;
        EXPECT_GT(mm, margin) << answer.routeId << " " << name;
      }
    }
  }
  EXPECT_EQ(routes, (std::set<std::string>{"c1-c2", "cervical-facet", "cervical-foraminal", "cervical-interlaminar"}));
}

}  // namespace
}  // namespace testdata
