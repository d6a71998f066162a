#include <array>
#include <cerrno>
#include <string>

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

constexpr std::size_t largest_file = std::size_t{1} << 20U;

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

std::string contents(const std::filesystem::path& file) {
    const Descriptor descriptor(file);
    struct stat status {};
    if (::fstat(descriptor.number(), &status) != 0) cannot_read(file, reason(errno));
    if (S_ISDIR(status.st_mode)) cannot_read(file, "it is a folder");
    if (!S_ISREG(status.st_mode)) cannot_read(file, "it is not a regular file");
    std::string text;
    std::array<char, 65536> block{};
    while (text.size() <= largest_file) {
        const ssize_t n = ::read(descriptor.number(), block.data(), block.size());
        if (n == 0) return text;
        if (n > 0)
            text.append(block.data(), static_cast<std::size_t>(n));
        else if (errno != EINTR)
            cannot_read(file, reason(errno));
    }
    cannot_read(file, "it is larger than 1 MiB, which no session is");
}

}  // namespace

Session load_session(const std::filesystem::path& file) {
    const std::string text = contents(file);
    const auto named = [&](const SessionError& error) { return fmt::format("{}: {}", in_quotes(file.string()), error.what()); };
    try {
        return session_from_json(text);
    } catch (const UnreadableSession& error) {
        throw UnreadableSession(named(error));
    } catch (const SessionError& error) {
        throw SessionError(named(error));
    }
}

void save_session(const Session& session, const std::filesystem::path& file) {
    try {
        write_atomically(file, to_json(session));
    } catch (const SessionError&) {
        throw;
    } catch (const std::runtime_error& error) {
        throw SessionError(error.what());
    }
}

}  // namespace ravine
