#pragma once

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

#include "app/views/pointing.h"
#include "app/window/open_cases.h"

namespace tests {

/// A case on a small made-up scan in memory: body with skin, and three structures.
class OpenCase {
 public:
  OpenCase();
  app::Case& operator*() { return cases_.scan; }
  app::Case* operator->() { return &cases_.scan; }
  app::OpenCases& cases() { return cases_; }

 private:
  app::OpenCases cases_;
};

/// A small CT series of a block of tissue in air, written once a test program; and its scan.
struct SmallSeries {
  QTemporaryDir folder;
  std::shared_ptr<const planning::Volume> volume;
};
const SmallSeries& smallSeries();
/// Another patient's, in its own folder.
const SmallSeries& strangersSeries();

/// Scans the folder and opens its one series; returns when the skin is found.
void openSmallSeries(app::Case& openCase, const SmallSeries& series);

/// What a saved plan's file holds.
planning::Plan planIn(const QString& file);

/// What the tools of views edit: all of the case.
app::views::Edited editedOf(app::Case& openCase);

/// Target and entry of a needle straight down from the back of the made-up body.
inline const planning::Point kTarget = planning::makePoint(3, 2, -70);
inline const planning::Point kEntry = planning::makePoint(3, 40, -70);

}  // namespace tests
