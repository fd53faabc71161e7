#pragma once

#include <gtest/gtest.h>

#include <QString>

#include <memory>

#include "planning/plan/plan.h"
#include "testdata/control_scan.h"
#include "tests/support/temporary_folder.h"

namespace tests {

/// A fine part of the lumbar phantom with a plan, its control with a needle in it, and controls that are odd; written
/// once a test program.
struct ReviewFiles {
  support::TemporaryFolder folder;
  planning::Plan plan;  ///< with a traced artery beside the way
  testdata::DrawnNeedle needle;
  planning::Vector moved = planning::makeVector(4, -3, 1.5);  ///< of everything in "moved/control"

  QString path(const char* name) const { return QString::fromStdString((folder.path() / name).string()); }
};
/// "case/plan.dcm", "case/ct", "case/control", "case/stranger" (of another patient), "moved/control" (in a frame of its
/// own, without the planned scan beside it), "empty/control" (without a needle).
const ReviewFiles& reviewFiles();

}  // namespace tests
