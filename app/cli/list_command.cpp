#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/session/lesson_shelf.h"
#include "app/session/nearest.h"
#include "app/session/paths.h"
#include "app/session/session.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;
using Row = std::array<std::string, 3>;

constexpr std::array<std::string_view, 6> scale_names{"linear", "log", "decay", "integer", "toggle", "choice"};

Json json_of(const std::vector<Parameter>& params) {
    Json list = Json::array();
    for (const Parameter& p : params) {
        Json entry = {{"id", p.id},   {"name", p.name}, {"default", p.standard},
                      {"min", p.min}, {"max", p.max},   {"scale", scale_names[static_cast<std::size_t>(p.scale)]}};
        if (!p.choices.empty()) entry["choices"] = p.choices;
        list.push_back(std::move(entry));
    }
    return list;
}

Json json_of(const ObjectiveInfo& info) {
    Json minima = Json::array();
    for (const Minimum& m : Objective(info.id).minima()) minima.push_back({{"x", m.x}, {"y", m.y}, {"f", m.f}});
    return {{"id", info.id},
            {"name", info.name},
            {"formula", info.formula},
            {"domain", Json::array({info.domain.x0, info.domain.x1, info.domain.y0, info.domain.y1})},
            {"start", Json::array({info.start.x, info.start.y})},
            {"minima", minima},
            {"params", json_of(info.params)},
            {"source", info.source}};
}

Json json_of(const OptimizerInfo& info) {
    return {{"id", info.id},
            {"name", info.name},
            {"formula", info.formula},
            {"params", json_of(info.params)},
            {"source", info.source}};
}

Json json_of(const ShelvedLesson& shelved) {
    const LessonFile& lesson = shelved.lesson;
    return {{"id", shelved.id},
            {"title", lesson.title},
            {"summary", lesson.summary},
            {"pages", lesson.pages.size()},
            {"file", shelved.file.string()}};
}

Json json_of(std::string_view colormap) { return {{"id", colormap}}; }

template <class Entries>
std::string json_list(const Entries& entries) {
    Json list = Json::array();
    for (const auto& entry : entries) list.push_back(json_of(entry));
    return list.dump(2) + "\n";
}

/// Signs, not bytes: names may hold Greek letters.
std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string table(const std::vector<Row>& rows) {
    Row widest;
    std::array<std::size_t, 3> widths{};
    for (const Row& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    std::string text;
    for (const Row& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) line += row[i] + std::string(widths[i] - width_of(row[i]) + 2, ' ');
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

std::string defaults(std::span<const Parameter> params) {
    std::string text;
    for (const Parameter& p : params) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", p.id, format_value(p, p.standard));
    return text;
}

std::string objective_table() {
    std::vector<Row> rows{{"ID", "NAME", "PARAMETERS"}};
    for (const ObjectiveInfo& info : objectives())
        rows.push_back({std::string(info.id), std::string(info.name), defaults(info.params)});
    return table(rows);
}

/// What every rule takes stands once below the table instead of in each of its lines.
std::string optimizer_table() {
    std::vector<Row> rows{{"ID", "NAME", "HYPERPARAMETERS"}};
    std::map<std::string, std::string> shared;
    for (const OptimizerInfo& info : optimizers()) {
        const std::span<const Parameter> params = info.params;
        rows.push_back({std::string(info.id), std::string(info.name), defaults(params.first(info.own_params))});
        std::string& ids = shared[defaults(params.subspan(info.own_params))];
        ids += (ids.empty() ? "" : ", ") + std::string(info.id);
    }
    std::string text = table(rows);
    for (const auto& [params, ids] : shared)
        if (!params.empty()) text += fmt::format("\n{} also take: {}\n", shared.size() == 1 ? "All" : ids, params);
    return text;
}

std::string lesson_table(const std::vector<ShelvedLesson>& lessons) {
    std::vector<Row> rows{{"ID", "PAGES", "TITLE"}};
    for (const auto& [id, file, lesson] : lessons) rows.push_back({id, std::to_string(lesson.pages.size()), lesson.title});
    return table(rows);
}

std::string colormap_table() {
    std::string text;
    for (std::string_view id : colormap_ids) text += std::string(id) + "\n";
    return text;
}

void list_lessons(ListForm form) {
    const std::vector<ShelvedLesson> lessons = lessons_in(data_folder() / "lessons");
    write_to_standard_output(form == ListForm::json ? json_list(lessons) : lesson_table(lessons));
}

}  // namespace

void list_command(const Typed& what, ListForm form) {
    const std::string_view name = list_names[name_value(what, "list", list_names)];
    const bool json = form == ListForm::json;
    if (name == "objectives")
        write_to_standard_output(json ? json_list(objectives()) : objective_table());
    else if (name == "optimizers")
        write_to_standard_output(json ? json_list(optimizers()) : optimizer_table());
    else if (name == "lessons")
        list_lessons(form);
    else
        write_to_standard_output(json ? json_list(colormap_ids) : colormap_table());
}

}  // namespace ravine
