#include "app/session/paths.h"

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

namespace ravine {
namespace {

bool is_data_folder(const std::filesystem::path& folder) {
    std::error_code none;
    return std::filesystem::is_directory(folder / "fonts", none) && std::filesystem::is_directory(folder / "shaders", none);
}

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

std::filesystem::path home_folder() {
    if (const std::string home = variable("HOME"); !home.empty()) return home;
    const passwd* user = ::getpwuid(::getuid());
    return user != nullptr && user->pw_dir != nullptr ? user->pw_dir : ".";
}

}  // namespace

std::filesystem::path data_folder() {
    if (const std::string given = variable("RAVINE_DATA"); !given.empty()) {
        if (is_data_folder(given)) return given;
        throw std::runtime_error(
            fmt::format("the folders fonts and shaders are missing in '{}', where RAVINE_DATA says they are", given));
    }
    std::error_code none;
    const auto home = std::filesystem::read_symlink("/proc/self/exe", none).parent_path();
    auto beside = home / "share" / "ravine";
    auto installed = home.parent_path() / "share" / "ravine";
    if (is_data_folder(beside)) return beside;
    if (is_data_folder(installed)) return installed;
    throw std::runtime_error(
        fmt::format("the folders fonts and shaders are neither in '{}' nor in '{}': install Ravine again or set RAVINE_DATA to "
                    "the folder that holds them",
                    beside.string(), installed.string()));
}

std::filesystem::path config_folder() {
    // The XDG specification has relative paths ignored.
    const std::filesystem::path given = variable("XDG_CONFIG_HOME");
    return (given.is_absolute() ? given : home_folder() / ".config") / "ravine";
}

}  // namespace ravine
