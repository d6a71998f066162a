// What goes wrong between the program and the graphics system, as one sentence for people.
#pragma once

#include <stdexcept>

namespace ravine::gl {

struct Error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace ravine::gl
