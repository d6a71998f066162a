#include "app/session/text_file.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/session/atomic_file.h"
#include "app/session/nearest.h"
#include "app/session/paths.h"
#include "app/session/session_json.h"

namespace ravine {
namespace {

[[noreturn]] void cannot_read(const std::filesystem::path& file, std::string_view why) {
    throw UnreadableSession(fmt::format("cannot read {}: {}", in_quotes(file.string()), why));
}

class Descriptor final {
public:
    explicit Descriptor(const std::filesystem::path& file)
        // A pipe without a writer must not hold the program up.
        : number_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
        if (number_ < 0) cannot_read(file, reason(errno));
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

}  // namespace

std::string file_text(const std::filesystem::path& file, const TextLimit& limit) {
    const Descriptor descriptor(file);
    struct stat status {};
    if (::fstat(descriptor.number(), &status) != 0) cannot_read(file, reason(errno));
    if (S_ISDIR(status.st_mode)) cannot_read(file, "it is a folder");
    if (!S_ISREG(status.st_mode)) cannot_read(file, "it is not a regular file");
    std::string text;
    std::array<char, 65536> block{};
    while (text.size() <= limit.bytes) {
        const ssize_t n = ::read(descriptor.number(), block.data(), block.size());
        if (n == 0) return text;
        if (n > 0)
            text.append(block.data(), static_cast<std::size_t>(n));
        else if (errno != EINTR)
            cannot_read(file, reason(errno));
    }
    cannot_read(file, fmt::format("it is larger than {} MiB, which no {} is", limit.bytes >> 20U, limit.kind));
}

std::string named_error(const std::filesystem::path& file, const SessionError& error) {
    return fmt::format("{}: {}", in_quotes(file.string()), error.what());
}

void save_text(std::string_view text, const std::filesystem::path& file) {
    try {
        write_atomically(file, text);
    } catch (const SessionError&) {
        throw;
    } catch (const std::runtime_error& error) {
        throw SessionError(error.what());
    }
}

}  // namespace ravine
