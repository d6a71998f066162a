// What the window remembers between two sessions of work: folders, sizes, what is open. Not part of a session.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/session/map_choice.h"

namespace ravine {

/// What the panel right of the stage holds.
enum class Aside { none, inspector, map, tuning };

struct Settings {
    std::filesystem::path session_folder;       ///< where sessions were last opened or saved
    std::filesystem::path export_folder;        ///< where pictures go
    std::vector<std::filesystem::path> recent;  ///< sessions opened or saved, the latest first
    int window_width = 0, window_height = 0;    ///< when it was last closed; 0: most of the screen
    int export_width = 1600, export_height = 900;
    int export_scale = 2;     ///< 1 .. 8
    float panel_width = 308;  ///< of the left panel, in units
    bool side_shown = true;   ///< the left panel
    Aside aside = Aside::none;
    float aside_width = 340;                         ///< in units
    std::map<std::string, bool, std::less<>> folds;  ///< parts of panels that were opened (true) or folded away by hand
    bool rates_linked = false;                       ///< in a comparison, moving one learning rate moves the other
    float text_scale = 1;                            ///< of the whole window, beside the monitor's own scale: 0.5 .. 3
    bool presenting = false;                         ///< full screen without panels, large type; not remembered
    std::vector<std::string> formulas;               ///< typed ones, the last first; at most most_formulas, none twice
    MapChoice map;                                   ///< what the map panel shows
    int tuning_budget = 256;                         ///< runs of each optimizer: 1 .. 1,000,000

    bool operator==(const Settings&) const = default;
};

/// Puts `file` first among the recent ones, of which eight are kept.
void remember_file(Settings& settings, const std::filesystem::path& file);

inline constexpr std::size_t most_formulas = 8;

/// Puts a formula that was typed in front of the others.
void remember_formula(Settings& settings, const std::string& text);

/// Settings that are missing or cannot be read are the defaults: they are a convenience, not somebody's work.
Settings load_settings(const std::filesystem::path& file);
/// Throws std::runtime_error where the file cannot be written.
void save_settings(const Settings& settings, const std::filesystem::path& file);

}  // namespace ravine
