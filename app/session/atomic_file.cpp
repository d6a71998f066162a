#include "app/session/atomic_file.h"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/session/nearest.h"
#include "app/session/paths.h"

namespace ravine {
namespace {

constexpr int longest_chain = 40;  // symbolic links, as the kernel's own limit
constexpr int tries = 100;         // at a name for the temporary file that is still free

std::filesystem::path without_links(std::filesystem::path file) {
    std::error_code none;
    for (int i = 0; i < longest_chain && std::filesystem::is_symlink(file, none); ++i) {
        const auto next = std::filesystem::read_symlink(file, none);
        if (none) break;
        file = file.parent_path() / next;
    }
    return file;
}

std::filesystem::path temporary_beside(const std::filesystem::path& target) {
    static std::atomic<unsigned> count{0};
    return target.parent_path() / fmt::format(".ravine-{}-{}.tmp", ::getpid(), count++);
}

/// The new file looks to others as the old one did. The owner is kept where the system lets us.
void take_after(int descriptor, const struct stat& old) {
    if (::fchown(descriptor, old.st_uid, old.st_gid) != 0) errno = 0;
    ::fchmod(descriptor, old.st_mode & 0777U);
}

}  // namespace

int write_fully(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
        if (n >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(n));
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

std::string reason(int error) {
    std::string text = std::generic_category().message(error);
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z' && (text.size() < 2 || text[1] >= 'a'))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

AtomicFile::AtomicFile(std::filesystem::path file) : file_(std::move(file)), target_(without_links(file_)) {
    struct stat old {};
    const bool exists = ::stat(target_.c_str(), &old) == 0;
    if (!exists && errno != ENOENT) fail(errno);
    if (exists && S_ISDIR(old.st_mode)) fail(EISDIR);
    if (exists && !S_ISREG(old.st_mode))
        throw std::runtime_error(fmt::format("cannot write {}: it is not a regular file", in_quotes(file_.string())));
    if (exists && ::access(target_.c_str(), W_OK) != 0) fail(errno);
    for (int i = 0; i < tries && descriptor_ < 0; ++i) {
        temporary_ = temporary_beside(target_);
        descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor_ < 0 && errno != EEXIST) fail(errno);
    }
    if (descriptor_ < 0) fail(errno);
    if (exists) take_after(descriptor_, old);
}

AtomicFile::~AtomicFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(temporary_.c_str());
}

void AtomicFile::write(std::string_view bytes) {
    if (const int error = write_fully(descriptor_, bytes); error != 0) fail(error);
}

void AtomicFile::commit() {
    // Without fsync a crash of the machine could leave an empty file under the new name. Some file systems have none.
    if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != ENOTSUP) fail(errno);
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno);
    ::close(descriptor_);
    descriptor_ = -1;
}

void AtomicFile::fail(int error) const {
    throw std::runtime_error(fmt::format("cannot write {}: {}", in_quotes(file_.string()), reason(error)));
}

void write_atomically(const std::filesystem::path& file, std::string_view bytes) {
    AtomicFile whole(file);
    whole.write(bytes);
    whole.commit();
}

}  // namespace ravine
