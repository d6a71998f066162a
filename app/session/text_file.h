// Files of text that a person gives: read whole, with a limit, whatever they are.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "app/session/session_json.h"

namespace ravine {

/// No file of this kind ("session") is larger: whole MiB.
struct TextLimit {
    std::size_t bytes;
    std::string_view kind;
};

/// Throws UnreadableSession: "cannot read 'x.ravine.json': it is a folder".
std::string file_text(const std::filesystem::path& file, const TextLimit& limit);

/// "'x.ravine.json': what"
std::string named_error(const std::filesystem::path& file, const SessionError& error);

/// Does `read`, with the file's name in front of the sentence where it throws a SessionError.
template <class Read>
auto naming(const std::filesystem::path& file, const Read& read) {
    try {
        return read();
    } catch (const UnreadableSession& error) {
        throw UnreadableSession(named_error(file, error));
    } catch (const SessionError& error) {
        throw SessionError(named_error(file, error));
    }
}

/// Writes the whole file or leaves the old one. Throws SessionError.
void save_text(std::string_view text, const std::filesystem::path& file);

}  // namespace ravine
