#pragma once

#include <vector>

#include "planning/needle/clearance.h"

namespace planning::needle {

/// What a needle does where it touches: nerve, vessel and dura are harmed first, then lung, organ and what nobody
/// named, while bone, disc and soft tissue only stop it or let it through. 0, 1, 2.
int harmRank(anatomy::Kind kind);

/// By verdict, then by harmRank(), then by what is left beyond bound and margin; crossable structures last.
void sortWorstFirst(std::vector<Clearance>& rows);

}  // namespace planning::needle
