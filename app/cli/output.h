// Standard output, with errors.
#pragma once

#include <string_view>

namespace ravine {

/// Throws NobodyReads where the pipe is closed, std::runtime_error for anything else.
void write_to_standard_output(std::string_view bytes);

}  // namespace ravine
