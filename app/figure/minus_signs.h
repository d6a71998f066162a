// A hyphen is too short for a minus sign.
#pragma once

#include <string>

namespace ravine {

/// The number's text with a minus sign for every hyphen: "-1e-7" becomes "−1e−7".
std::string with_minus_signs(std::string number);

}  // namespace ravine
