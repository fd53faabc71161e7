#pragma once

namespace planning::anatomy {

/// Source of a tube that the program expects where it is, from the bone around it. Until a person has confirmed it, it
/// counts for nothing but a warning.
inline constexpr const char* kExpectedSource = "expected";

}  // namespace planning::anatomy
