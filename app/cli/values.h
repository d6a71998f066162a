// The values of options: text → numbers and names, strictly. Each function throws RequestError with the option's name in front.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/geometry.h"
#include "engine/parameter.h"

namespace ravine {

/// An option as it was typed: "--start", "1,2".
struct Typed {
    std::string option, text;
};

inline constexpr int max_pixels = 16'384;  ///< a side

struct PixelSize {
    int width = 1600, height = 900;
};

/// An id of a catalogue and the values of its parameters that were typed, by place.
struct TypedChoice {
    struct Value {
        std::size_t param;
        double value;
    };
    std::size_t entry = 0;
    std::vector<Value> values;
};

[[noreturn]] void refuse(const Typed& typed, std::string_view why);

Point point_value(const Typed& typed);     ///< X,Y
Box view_value(const Typed& typed);        ///< X0,X1,Y0,Y1
PixelSize size_value(const Typed& typed);  ///< WxH, 1 to max_pixels a side
double scale_value(const Typed& typed);    ///< above 0, at most 16
int whole_value(const Typed& typed, int lo, int hi);
PixelSize cells_value(const Typed& typed);     ///< WxH, up to max_map_cells together
double tolerance_value(const Typed& typed);    ///< above 0
int steps_value(const Typed& typed);           ///< 1 to max_steps
std::uint64_t seed_value(const Typed& typed);  ///< any 64-bit number
double noise_value(const Typed& typed);        ///< 0 or more
std::size_t name_value(const Typed& typed, std::string_view kind, std::span<const std::string_view> known);  ///< its index

/// ID[:param=value,...]
template <class Info>
TypedChoice choice_value(const Typed& typed, std::string_view kind, const std::vector<Info>& catalogue);

/// The part of choice_value that does not depend on the catalogue's type.
struct TypedEntry {
    std::string_view id;
    std::span<const Parameter> params;
};
TypedChoice choice_among(const Typed& typed, std::string_view kind, std::span<const TypedEntry> entries);

template <class Info>
TypedChoice choice_value(const Typed& typed, std::string_view kind, const std::vector<Info>& catalogue) {
    std::vector<TypedEntry> entries;
    for (const Info& info : catalogue) entries.push_back({info.id, info.params});
    return choice_among(typed, kind, entries);
}

}  // namespace ravine
