#pragma once

#include <QByteArray>

#include <cstdint>
#include <vector>

#include "planning/fluoroscopy/projection.h"
#include "planning/geometry.h"

namespace app::commands {

/// The radiograph as PNG: the needles (entry to target) drawn over it, a cross at the entry, a ring round the target,
/// and at each edge the letter of the side of the patient (L R, A P, H F) that lies there. Needs no display.
QByteArray radiographPng(const std::vector<std::uint8_t>& grey, const planning::fluoroscopy::Projection& view,
                         const std::vector<planning::Segment>& needles);

}  // namespace app::commands
