#include "app/work/copy_names.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temporary_folder.h"

TEST(CopyNames, areCopiesBesideTheirPlanAlone) {
  const support::TemporaryFolder folder;
  std::ofstream(folder / "a.dcm") << "x";
  for (const char* copy : {"a-worksheet.dcm", "a-key-1.dcm", "a-key-12.dcm"})
    EXPECT_TRUE(app::isCopyOfPlan(folder / copy)) << copy;
  for (const char* other : {"a.dcm", "b-worksheet.dcm", "a-key-.dcm", "a-key-1.txt", "a-monkey-1.dcm"})
    EXPECT_FALSE(app::isCopyOfPlan(folder / other)) << other;
}
