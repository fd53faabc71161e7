#pragma once

#include "testdata/phantom.h"

namespace testdata {

/// A lumbar body from L1's lower half to below the sacral hiatus, LPS, L3's body at the origin.
Phantom makeLumbarPhantom(const PhantomOptions& options);
/// Its scan alone: cheaper.
planning::Volume makeLumbarScan(const PhantomOptions& options);

}  // namespace testdata
