// Where the program's own files are, and where the user's are.
#pragma once

#include <filesystem>
#include <string_view>

namespace ravine {

/// The folder that holds shaders/ and fonts/: beside the executable in a build tree, or in the share folder of an
/// installation. Throws std::runtime_error that names what is missing and where it was looked for.
std::filesystem::path data_folder();

/// $XDG_CONFIG_HOME/ravine (or ~/.config/ravine). Not made here.
std::filesystem::path config_folder();

/// Writes a whole file or leaves the old one: a temporary file beside it, fsync, rename.
/// Throws std::runtime_error: "cannot write 'x.png': permission denied".
void write_atomically(const std::filesystem::path& file, std::string_view bytes);

}  // namespace ravine
