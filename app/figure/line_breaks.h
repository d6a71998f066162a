// Where a line of a rule breaks when it is wider than its column: before operators, rather between terms than within them.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "app/figure/rule_pieces.h"

namespace ravine {

/// A piece at its place: `x` from the left end of the column, `row` from the first line down.
struct PlacedPiece {
    Piece piece;
    float x = 0;
    int row = 0;
};

struct BreakRequest {
    float width = 0;      ///< where rows end at the latest
    float first_end = 0;  ///< where the first row does
    float first = 0;      ///< where it begins
    float indent = 0;     ///< where the others begin
    float blank = 0;      ///< width of a blank
    std::function<float(std::string_view)> measure;
};

/// The pieces in rows. One that is wider than a row is cut into parts that are not.
std::vector<PlacedPiece> broken(const std::vector<Piece>& pieces, const BreakRequest& request);

}  // namespace ravine
