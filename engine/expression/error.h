// What is wrong with a typed formula or rule, and where.
#pragma once

#include <stdexcept>
#include <string>

namespace ravine {

/// A place in a text. Both count from 1; columns count characters, not bytes.
struct Place {
    int line = 1, column = 1;
};

/// what() says "column 5: expected ..., found ..." (in texts of several lines "line 2, column 5: ..."), message() only the rest.
struct ExpressionError : std::invalid_argument {
    ExpressionError(Place where, std::string message, int lines = 1);

    const std::string& message() const { return message_; }

    Place place;

private:
    std::string message_;
};

}  // namespace ravine
