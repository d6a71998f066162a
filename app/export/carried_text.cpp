#include "app/export/carried_text.h"

#include <algorithm>
#include <new>
#include <stdexcept>

#include <zlib.h>

namespace ravine {
namespace {

/// zlib asks for no const, and writes nothing there.
Bytef* input(std::string_view bytes) { return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); }

class Inflater final {
public:
    explicit Inflater(std::string_view bytes) {
        stream_.next_in = input(bytes);
        stream_.avail_in = static_cast<uInt>(bytes.size());
        if (::inflateInit(&stream_) != Z_OK) throw std::bad_alloc();
    }
    ~Inflater() { ::inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Appends at most `most` bytes: zlib's status.
    int append(std::string& text, std::size_t most) {
        const std::size_t before = text.size();
        text.resize(before + most);
        stream_.next_out = reinterpret_cast<Bytef*>(text.data() + before);
        stream_.avail_out = static_cast<uInt>(most);
        const int status = ::inflate(&stream_, Z_NO_FLUSH);
        text.resize(text.size() - stream_.avail_out);
        return status;
    }

private:
    z_stream stream_{};
};

}  // namespace

std::string packed(std::string_view text) {
    uLongf size = ::compressBound(static_cast<uLong>(text.size()));
    std::string bytes(size, '\0');
    if (::compress2(reinterpret_cast<Bytef*>(bytes.data()), &size, input(text), static_cast<uLong>(text.size()),
                    Z_BEST_COMPRESSION) != Z_OK)
        throw std::bad_alloc();
    bytes.resize(size);
    return bytes;
}

std::string unpacked(std::string_view bytes) {
    constexpr std::size_t block = 65536;
    Inflater inflater(bytes);
    std::string text;
    for (;;) {
        const int status = inflater.append(text, block);
        if (text.size() > largest_carried_text) throw carried_text_is_too_large();
        if (status == Z_STREAM_END) return text;
        if (status != Z_OK) throw UnreadableSession("the picture is damaged: its session cannot be unpacked");
    }
}

UnreadableSession carried_text_is_too_large() {
    return UnreadableSession("the session in the picture is larger than 1 MiB, which no session is");
}

}  // namespace ravine
