#include "app/ui/settings.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include <nlohmann/json.hpp>

#include "app/session/paths.h"

namespace ravine {

namespace {

std::filesystem::path home() {
    const char* folder = std::getenv("HOME");
    return folder != nullptr && *folder != '\0' ? std::filesystem::path(folder) : std::filesystem::current_path();
}

Settings defaults() {
    Settings settings;
    std::error_code ignored;
    settings.session_folder = home();
    const std::filesystem::path pictures = home() / "Pictures";
    settings.export_folder = std::filesystem::is_directory(pictures, ignored) ? pictures : home();
    return settings;
}

}  // namespace

Settings load_settings(const std::filesystem::path& file) {
    Settings settings = defaults();
    std::ifstream stream(file);
    const auto json = nlohmann::json::parse(stream, nullptr, false);
    if (!json.is_object()) return settings;
    const auto path = [&](const char* key, std::filesystem::path& into) {
        if (json.contains(key) && json[key].is_string()) into = json[key].get<std::string>();
    };
    const auto number = [&](const char* key, auto& into, auto low, auto high) {
        if (json.contains(key) && json[key].is_number()) into = std::clamp(json[key].get<decltype(low)>(), low, high);
    };
    path("session_folder", settings.session_folder);
    path("export_folder", settings.export_folder);
    number("export_width", settings.export_width, 320, 16384);
    number("export_height", settings.export_height, 180, 16384);
    number("export_scale", settings.export_scale, 1, 8);
    number("panel_width", settings.panel_width, 240.0F, 520.0F);
    if (json.contains("formulas") && json["formulas"].is_array()) {
        const auto& formulas = json["formulas"];
        for (auto text = formulas.rbegin(); text != formulas.rend(); ++text)
            if (text->is_string()) remember_formula(settings, text->get<std::string>());
    }
    return settings;
}

void remember_formula(Settings& settings, const std::string& text) {
    std::vector<std::string>& all = settings.formulas;
    all.erase(std::remove(all.begin(), all.end(), text), all.end());
    all.insert(all.begin(), text);
    if (all.size() > most_formulas) all.resize(most_formulas);
}

void save_settings(const Settings& settings, const std::filesystem::path& file) {
    const nlohmann::json json = {{"session_folder", settings.session_folder.string()},
                                 {"export_folder", settings.export_folder.string()},
                                 {"export_width", settings.export_width},
                                 {"export_height", settings.export_height},
                                 {"export_scale", settings.export_scale},
                                 {"panel_width", settings.panel_width},
                                 {"formulas", settings.formulas}};
    std::filesystem::create_directories(file.parent_path());
    write_atomically(file, json.dump(2) + "\n");
}

}  // namespace ravine
