#pragma once

#include "testdata/phantom.h"

namespace testdata {

/// A neck from the atlas to T1, LPS, C5's body at the origin.
Phantom makeNeckPhantom(const PhantomOptions& options);
/// Its scan alone: cheaper.
planning::Volume makeNeckScan(const PhantomOptions& options);

}  // namespace testdata
