// What a command throws where the request itself is wrong: exit status 2.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace ravine {

/// One sentence that names the offending text and what was expected.
struct RequestError : std::runtime_error {
    using std::runtime_error::runtime_error;
    RequestError(const std::string& what, std::string shown) : std::runtime_error(what), picture(std::move(shown)) {}

    std::string picture;  ///< lines below the sentence: a typed text with a caret at the place that it is about
};

/// Whoever reads standard output has gone away: there is nobody to tell, and nothing left to do.
struct NobodyReads : std::runtime_error {
    NobodyReads() : std::runtime_error("standard output is closed") {}
};

}  // namespace ravine
