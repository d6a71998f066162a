// A file that appears whole or not at all: what is written goes to a temporary file beside it, which takes its place at the end.
#pragma once

#include <filesystem>
#include <string_view>

namespace ravine {

/// Until `commit` the old file (or none) stands; an AtomicFile that is destroyed before leaves nothing behind. A symbolic link is
/// followed: its target is replaced, the link stays. The new file has the permissions of the old one.
class AtomicFile final {
public:
    /// Throws std::runtime_error, "cannot write 'x.csv': permission denied", as write and commit do.
    explicit AtomicFile(std::filesystem::path file);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::string_view bytes);
    void commit();

private:
    [[noreturn]] void fail(int error) const;

    std::filesystem::path file_;  ///< as the caller calls it
    std::filesystem::path target_, temporary_;
    int descriptor_ = -1;
};

/// Writes all of `bytes`; gives 0 or the errno of what went wrong.
int write_fully(int descriptor, std::string_view bytes);

/// What an errno means, in lower case: "permission denied".
std::string reason(int error);

}  // namespace ravine
