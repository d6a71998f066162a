// Small valid pictures, made by Cairo, and files damaged by hand.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "app/session/session.h"

namespace ravine {

std::string small_png();
std::string small_svg();
std::string small_pdf();

/// One way of carrying a session.
struct Carrier {
    std::string_view name;
    std::string (*picture)();
    std::string (*with_session)(std::string_view, const Session&);
};
const std::array<Carrier, 3>& carriers();

/// A PNG chunk with a true checksum.
std::string chunk(const std::string& type, const std::string& data);
/// `bytes` bytes of zeros, packed by zlib.
std::string packed_zeros(std::size_t bytes);

}  // namespace ravine
