// Numbers in the place of a rule's signs: how they are written, and what the line comes to with them.
#pragma once

#include <string>
#include <vector>

#include "app/figure/rule_pieces.h"

namespace ravine {

/// What the pieces come to with the numbers that they stand for. NaN where one of those is not finite.
double value_of(const std::vector<Piece>& pieces);

/// How numbers are written.
enum class Digits { four, all };

/// The number as the inspector writes it: four significant digits, "1.234e−7"; constants as short as they are.
std::string written(const SignValue& number, Digits digits = Digits::four);

/// The pieces with their numbers in the place of signs: products get their dot, negative numbers their parentheses.
std::vector<Piece> with_numbers(const std::vector<Piece>& pieces, Digits digits = Digits::four);

}  // namespace ravine
