#pragma once

#include "app/case/case.h"
#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/outbox/outbox_work.h"
#include "app/practice/session.h"

namespace app {

/// All that is open in the program, and what it sends; outlives its windows.
struct OpenCases {
  outbox::OutboxWork outbox;
  Case scan;
  fluoroscopy::FluoroscopyCase fluoroscopy{scan.shownScan(), scan.work()};
  practice::Session practice{
      {scan.shownScan(), scan.document(), scan.files(), scan.work(), scan.skinRisk(), scan.reporter()}};
};

}  // namespace app
