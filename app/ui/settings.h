// What the window remembers between two sessions of work: folders and the export's size. Not part of a session.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ravine {

struct Settings {
    std::filesystem::path session_folder;  ///< where sessions were last opened or saved
    std::filesystem::path export_folder;   ///< where pictures go
    int export_width = 1600, export_height = 900;
    int export_scale = 2;               ///< 1 .. 8
    float panel_width = 308;            ///< of the left panel, in units
    std::vector<std::string> formulas;  ///< typed ones, the last first; at most most_formulas, none twice

    bool operator==(const Settings&) const = default;
};

inline constexpr std::size_t most_formulas = 8;

/// Puts a formula that was typed in front of the others.
void remember_formula(Settings& settings, const std::string& text);

/// Settings that are missing or cannot be read are the defaults: they are a convenience, not somebody's work.
Settings load_settings(const std::filesystem::path& file);
/// Throws std::runtime_error where the file cannot be written.
void save_settings(const Settings& settings, const std::filesystem::path& file);

}  // namespace ravine
