#include "app/case/given_place.h"

#include <gtest/gtest.h>

#include "tests/app/views/scene.h"

namespace {

using planning::makePoint;
using planning::anatomy::Kind;
using planning::anatomy::MeasuredStructure;

MeasuredStructure ball(Kind kind, const planning::Point& middle, double radiusMm) {
  auto measured = tests::ballStructure("Ball", middle, radiusMm);
  measured.structure.kind = kind;
  return measured;
}

}  // namespace

TEST(GivenPlace, isThatOfOneOfItsKindThere) {
  const auto aorta = ball(Kind::Artery, makePoint(0, 0, 0), 10);
  EXPECT_TRUE(app::isGivenBy({ball(Kind::Vessel, makePoint(1, 0, 0), 10)}, aorta)) << "nobody told them apart";
  EXPECT_FALSE(app::isGivenBy({ball(Kind::Bone, makePoint(1, 0, 0), 10)}, aorta));
  EXPECT_FALSE(app::isGivenBy({ball(Kind::Artery, makePoint(60, 0, 0), 10)}, aorta)) << "another one, elsewhere";
  EXPECT_FALSE(app::isGivenBy({}, aorta));
}

// One vertebra of a file touches a small part of the body's bone.
TEST(GivenPlace, isNotThatOfASmallPart) {
  const auto bone = ball(Kind::Bone, makePoint(0, 0, 0), 50);
  EXPECT_FALSE(app::isGivenBy({ball(Kind::Bone, makePoint(50, 0, 0), 15)}, bone));
  EXPECT_TRUE(app::isGivenBy({ball(Kind::Bone, makePoint(0, 0, 0), 49)}, bone));
}
