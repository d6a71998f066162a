#include "app/ui/settings.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "app/session/paths.h"

namespace ravine {

namespace {

constexpr std::size_t most_recent = 8, most_folds = 64;
constexpr std::array<std::string_view, 4> aside_names{"none", "inspector", "map", "tuning"};

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

template <class Enum, std::size_t N>
void read_name(const nlohmann::json& json, const char* key, const std::array<std::string_view, N>& names, Enum& into) {
    if (!json.contains(key) || !json[key].is_string()) return;
    const auto name = std::ranges::find(names, json[key].get_ref<const std::string&>());
    if (name != names.end()) into = static_cast<Enum>(name - names.begin());
}

MapChoice map_from(const nlohmann::json& json) {
    MapChoice map;
    if (!json.is_object()) return map;
    const auto text = [&](const char* key, std::string& into) {
        if (json.contains(key) && json[key].is_string()) into = json[key].get<std::string>();
    };
    read_name(json, "kind", map_kind_names, map.kind);
    read_name(json, "measure", map_measure_names, map.measure);
    read_name(json, "basins_measure", map_measure_names, map.basins_measure);
    if (json.contains("optimizer") && json["optimizer"].is_number_integer())
        map.optimizer = std::clamp(json["optimizer"].get<int>(), 0, max_optimizers - 1);
    text("x", map.x);
    text("y", map.y);
    text("parameter", map.parameter);
    return map;
}

nlohmann::json json_of(const MapChoice& map) {
    return {{"kind", map_kind_names[static_cast<std::size_t>(map.kind)]},
            {"optimizer", map.optimizer},
            {"x", map.x},
            {"y", map.y},
            {"parameter", map.parameter},
            {"measure", map_measure_names[static_cast<std::size_t>(map.measure)]},
            {"basins_measure", map_measure_names[static_cast<std::size_t>(map.basins_measure)]}};
}

}  // namespace

void remember_file(Settings& settings, const std::filesystem::path& file) {
    std::error_code failed;
    const std::filesystem::path full = std::filesystem::absolute(file, failed);
    if (failed) return;
    std::erase(settings.recent, full);
    settings.recent.insert(settings.recent.begin(), full);
    if (settings.recent.size() > most_recent) settings.recent.resize(most_recent);
}

Settings load_settings(const std::filesystem::path& file) {
    Settings settings = defaults();
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return settings;
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
    if (json.contains("recent") && json["recent"].is_array()) {
        for (const auto& entry : json["recent"]) {
            if (entry.is_string() && settings.recent.size() < most_recent) settings.recent.emplace_back(entry.get<std::string>());
        }
    }
    number("window_width", settings.window_width, 0, 16384);
    number("window_height", settings.window_height, 0, 16384);
    number("export_width", settings.export_width, 320, 16384);
    number("export_height", settings.export_height, 180, 16384);
    number("export_scale", settings.export_scale, 1, 8);
    number("panel_width", settings.panel_width, 240.0F, 520.0F);
    if (json.contains("formulas") && json["formulas"].is_array()) {
        const auto& formulas = json["formulas"];
        for (auto text = formulas.rbegin(); text != formulas.rend(); ++text)
            if (text->is_string()) remember_formula(settings, text->get<std::string>());
    }
    number("aside_width", settings.aside_width, 240.0F, 520.0F);
    number("text_scale", settings.text_scale, 0.5F, 3.0F);
    const auto truth = [&](const char* key, bool& into) {
        if (json.contains(key) && json[key].is_boolean()) into = json[key].get<bool>();
    };
    truth("side_shown", settings.side_shown);
    truth("rates_linked", settings.rates_linked);
    if (json.contains("folds") && json["folds"].is_object())
        for (const auto& [name, open] : json["folds"].items())
            if (open.is_boolean() && settings.folds.size() < most_folds) settings.folds.emplace(name, open.get<bool>());
    number("tuning_budget", settings.tuning_budget, 1, 1'000'000);
    read_name(json, "aside", aside_names, settings.aside);
    if (json.contains("map")) settings.map = map_from(json["map"]);
    return settings;
}

void remember_formula(Settings& settings, const std::string& text) {
    std::vector<std::string>& all = settings.formulas;
    all.erase(std::remove(all.begin(), all.end(), text), all.end());
    all.insert(all.begin(), text);
    if (all.size() > most_formulas) all.resize(most_formulas);
}

void save_settings(const Settings& settings, const std::filesystem::path& file) {
    nlohmann::json recent = nlohmann::json::array();
    for (const std::filesystem::path& session : settings.recent) recent.push_back(session.string());
    const nlohmann::json json = {{"recent", recent},
                                 {"window_width", settings.window_width},
                                 {"window_height", settings.window_height},
                                 {"session_folder", settings.session_folder.string()},
                                 {"export_folder", settings.export_folder.string()},
                                 {"export_width", settings.export_width},
                                 {"export_height", settings.export_height},
                                 {"export_scale", settings.export_scale},
                                 {"panel_width", settings.panel_width},
                                 {"folds", settings.folds},
                                 {"side_shown", settings.side_shown},
                                 {"rates_linked", settings.rates_linked},
                                 {"aside", aside_names[static_cast<std::size_t>(settings.aside)]},
                                 {"aside_width", settings.aside_width},
                                 {"text_scale", settings.text_scale},
                                 {"formulas", settings.formulas},
                                 {"map", json_of(settings.map)},
                                 {"tuning_budget", settings.tuning_budget}};
    std::filesystem::create_directories(file.parent_path());
    write_atomically(file, json.dump(2) + "\n");
}

}  // namespace ravine
