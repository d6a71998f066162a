#include "app/export/carried_png.h"

#include <cstdint>
#include <stdexcept>

#include <zlib.h>

#include "app/export/carried_text.h"

namespace ravine {
namespace {

using namespace std::string_view_literals;
using namespace std::string_literals;

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n"sv;
constexpr std::size_t header_size = 25;  // the IHDR chunk, which is the first
constexpr std::size_t around = 12;       // bytes of a chunk beside its data: length, type, checksum
constexpr std::string_view keyword = "ravine-session"sv;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (const char c : bytes.substr(at, 4)) number = number << 8U | static_cast<unsigned char>(c);
    return number;
}

std::string number(std::uint32_t value) {
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(value >> shift & 0xFFU);
    return bytes;
}

/// Of the type and the data together.
std::uint32_t checksum(std::string_view bytes) {
    return static_cast<std::uint32_t>(
        ::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<z_size_t>(bytes.size())));
}

struct Chunk {
    std::string_view type, data;
};

/// Takes the first chunk off `rest`.
Chunk next_chunk(std::string_view& rest) {
    if (rest.size() < around || number_at(rest, 0) > rest.size() - around)
        throw UnreadableSession("the picture is damaged: it ends in the midst of a piece");
    const std::size_t length = number_at(rest, 0);
    if (checksum(rest.substr(4, 4 + length)) != number_at(rest, 8 + length))
        throw UnreadableSession("the picture is damaged: the checksum of a piece is not that of its bytes");
    const Chunk chunk{rest.substr(4, 4), rest.substr(8, length)};
    rest.remove_prefix(length + around);
    return chunk;
}

/// Takes a text that a zero ends off `rest`.
std::string_view next_text(std::string_view& rest) {
    const std::size_t end = rest.find('\0');
    if (end == std::string_view::npos) throw UnreadableSession("the picture is damaged: the piece with its session is not whole");
    const std::string_view text = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return text;
}

bool is_ours(const Chunk& chunk) {
    return chunk.type == "iTXt" && chunk.data.substr(0, keyword.size() + 1) == "ravine-session\0"sv;
}

/// Of an iTXt chunk: keyword, whether it is packed and how, language, keyword in that language, text.
std::string text_of(std::string_view data) {
    next_text(data);
    if (data.size() < 2 || data[0] < 0 || data[0] > 1 || data[1] != 0)
        throw UnreadableSession("the picture is damaged: its session is packed in an unknown way");
    const bool is_packed = data[0] == 1;
    data.remove_prefix(2);
    next_text(data);
    next_text(data);
    if (is_packed) return unpacked(data);
    if (data.size() > largest_carried_text) throw carried_text_is_too_large();
    return std::string(data);
}

}  // namespace

bool begins_as_png(std::string_view bytes) { return bytes.substr(0, 4) == signature.substr(0, 4); }

std::string png_with_text(std::string_view png, std::string_view text) {
    const std::size_t at = signature.size() + header_size;
    if (png.size() < at || !png.starts_with(signature)) throw std::runtime_error("expected a PNG picture to put a session into");
    const std::string data = "iTXtravine-session\0\1\0\0\0"s + packed(text);
    std::string out;
    out.reserve(png.size() + data.size() + around);
    out.append(png.substr(0, at));
    out += number(static_cast<std::uint32_t>(data.size() - 4)) + data + number(checksum(data));
    return out.append(png.substr(at));
}

std::optional<std::string> text_in_png(std::string_view png) {
    if (!png.starts_with(signature)) throw UnreadableSession("the picture is damaged: it does not begin as PNG files do");
    for (std::string_view rest = png.substr(signature.size());;) {
        const Chunk chunk = next_chunk(rest);
        if (is_ours(chunk)) return text_of(chunk.data);
        if (chunk.type == "IEND") return std::nullopt;
    }
}

}  // namespace ravine
