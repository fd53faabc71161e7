#include <gtest/gtest.h>

#include "planning/identity.h"

TEST(SamePatient, needsAnIdThatIsThere) {
  EXPECT_FALSE(planning::samePatient({}, {}));
}
