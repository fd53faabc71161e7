#include "planning/procedure/target_place.h"

#include <gtest/gtest.h>

#include "planning/procedure/routes.h"

namespace planning::procedure {

TEST(TargetPlace, isKnownOfEveryLumbarRouteAndOfNoOther) {
  for (const Route& route : builtInRoutes()) {
    const bool cervical = route.level.english == "cervical" || route.id == "c1-c2";
    EXPECT_EQ(targetPlaceOf(route.id).has_value(), !cervical && route.id != "general") << route.id;
  }
  EXPECT_EQ(targetPlaceOf("blood-patch"), TargetPlace::EpiduralBehind);
  EXPECT_EQ(targetPlaceOf("lumbar-foraminal"), TargetPlace::Foramen);
  EXPECT_FALSE(targetPlaceOf("a site's own"));
}

}  // namespace planning::procedure
