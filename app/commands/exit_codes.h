#pragma once

namespace app::commands {

// What a command ends with (README.md, "Commands").
inline constexpr int kDone = 0;
inline constexpr int kRefused = 1;
inline constexpr int kWrongUsage = 2;

}  // namespace app::commands
