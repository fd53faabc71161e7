#pragma once

#include <string_view>

namespace app {

/// A file of shaders/, embedded at build: "radiograph.frag". Precondition: there is one of this name.
std::string_view shaderSource(std::string_view name);

}  // namespace app
