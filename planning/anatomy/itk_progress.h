#pragma once

#include <itkCommand.h>
#include <itkProcessObject.h>

#include "planning/error.h"
#include "planning/progress.h"

namespace planning::anatomy {

/// Runs an ITK filter, tells its progress, and stops it when asked to. Errors: "cancelled".
inline Expected<void> runFilter(itk::ProcessObject& filter, Progress& progress) {
  filter.AddObserver(itk::ProgressEvent(), [&](const itk::EventObject&) {
    progress.advance(static_cast<double>(filter.GetProgress()));
    if (progress.stopRequested()) filter.AbortGenerateDataOn();
  });
  if (progress.stopRequested()) return refuse("cancelled");
  try {
    filter.Update();
  } catch (const itk::ProcessAborted&) {
    return refuse("cancelled");
  }
  if (progress.stopRequested()) return refuse("cancelled");
  return {};
}

}  // namespace planning::anatomy
