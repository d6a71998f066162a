#include "engine/expression/error.h"

#include <utility>

namespace ravine {
namespace {

std::string located(Place where, const std::string& message, int lines) {
    const std::string column = "column " + std::to_string(where.column) + ": " + message;
    return lines > 1 ? "line " + std::to_string(where.line) + ", " + column : column;
}

}  // namespace

ExpressionError::ExpressionError(Place where, std::string message, int lines)
    : std::invalid_argument(located(where, message, lines)), place(where), message_(std::move(message)) {}

}  // namespace ravine
