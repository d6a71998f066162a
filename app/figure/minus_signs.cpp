#include "app/figure/minus_signs.h"

#include <string_view>

namespace ravine {

std::string with_minus_signs(std::string number) {
    constexpr std::string_view minus = "−";
    for (std::size_t at = 0; (at = number.find('-', at)) != std::string::npos; at += minus.size()) number.replace(at, 1, minus);
    return number;
}

}  // namespace ravine
