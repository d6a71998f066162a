// The functions that formulas and rules know, and help for misspelled names.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/expression/operation.h"

namespace ravine {

struct FunctionName {
    std::string_view name;
    Op op;
    std::size_t arguments;
};

/// All of them, in the order in which help lists them.
std::span<const FunctionName> functions();

/// nullptr where there is none.
const FunctionName* find_function(std::string_view name);

/// The candidate that `name` means elsewhere (ln, arctan, gradient), else the nearest one by edits (insert, remove, replace, swap
/// neighbours; case does not count); empty where none is near enough to be meant.
std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace ravine
