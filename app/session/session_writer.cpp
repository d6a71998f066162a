#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/session/names.h"
#include "app/session/session_json.h"
#include "app/session/session_node.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

/// Whole numbers are written without a point, as people write them. Both forms read back as the same double.
Json number(double value) {
    constexpr double exact = 9007199254740992;  // 2^53
    const bool whole = value == std::floor(value) && std::abs(value) < exact && !(value == 0 && std::signbit(value));
    return whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

Json parameter(const Parameter& p, double value) {
    const auto place = static_cast<std::size_t>(value);
    return p.scale == Scale::choice && place < p.choices.size() ? Json(p.choices[place]) : number(value);
}

/// Only what differs from the defaults.
Json params(const std::vector<Parameter>& known, const std::vector<double>& values) {
    Json object = Json::object();
    for (std::size_t i = 0; i < known.size(); ++i)
        if (values[i] != known[i].standard) object[std::string(known[i].id)] = parameter(known[i], values[i]);
    return object;
}

Json objective(const Session& session) {
    if (session.formula) return {{"id", session.objective}, {"formula", session.formula->text()}};
    return {{"id", session.objective}, {"params", params(info_of(session).params, session.objective_params)}};
}

Json optimizer(const OptimizerChoice& choice) {
    Json card = {{"id", choice.id},
                 {"params", params(info_of(choice).params, choice.params)},
                 {"color", choice.color},
                 {"shown", choice.shown}};
    if (choice.rule) card["rule"] = choice.rule->text();
    return card;
}

Json change(const Session& session, const SessionChange& c) {
    const OptimizerInfo& info = info_of(session.optimizers.at(static_cast<std::size_t>(c.optimizer)));
    const auto i = static_cast<std::size_t>(index_of(info.params, c.param));
    return {{"step", c.step}, {"optimizer", c.optimizer}, {"param", c.param}, {"value", parameter(info.params.at(i), c.value)}};
}

Json pair(double a, double b) { return Json::array({number(a), number(b)}); }

Json curves(const View& v) {
    Json list = Json::array();
    for (const Curve& c : v.curves)
        list.push_back({{"kind", name_in(curve_names, c.kind)}, {"scale", name_in(curve_scale_names, c.scale)}});
    return list;
}

Json overlays(const Overlays& o) {
    Json list = Json::array();
    for (const OverlayName& overlay : overlay_names)
        if (o.*overlay.on) list.push_back(overlay.name);
    return list;
}

Json camera(const Camera& c) {
    return {{"azimuth", number(c.azimuth)},  {"elevation", number(c.elevation)}, {"zoom", number(c.zoom)},
            {"pan", pair(c.pan_x, c.pan_y)}, {"stretch", number(c.stretch)},     {"heights", name_in(heights_names, c.heights)}};
}

Json view(const View& v) {
    Json json = {{"layout", name_in(layout_names, v.layout)},
                 {"x", pair(v.box.x0, v.box.x1)},
                 {"y", pair(v.box.y0, v.box.y1)},
                 {"step", v.step},
                 {"colormap", v.colormap},
                 {"levels", name_in(levels_names, v.levels)}};
    if (v.level_count != 0) json["level_count"] = v.level_count;
    const Json rest = {{"theme", name_in(theme_names, v.theme)},
                       {"panes", Json::array({v.left, v.right})},
                       {"curves", curves(v)},
                       {"curve_range", pair(v.curve_range.from, v.curve_range.to)},
                       {"order", name_in(order_names, v.order)},
                       {"overlays", overlays(v.overlays)},
                       {"camera", camera(v.camera)}};
    json.update(rest);
    return json;
}

std::string one_line(const Json& value);

template <class Items, class Write>
std::string joined(char open, const Items& items, char close, Write write) {
    std::string text(1, open);
    for (auto it = items.begin(); it != items.end(); ++it) {
        if (it != items.begin()) text += ", ";
        text += write(it);
    }
    return text + close;
}

/// Text that is not UTF-8 cannot stand in JSON; its bytes become the replacement sign rather than an exception.
std::string scalar(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string one_line(const Json& value) {
    if (value.is_object()) return joined('{', value, '}', [](const auto& it) { return scalar(it.key()) + ": " + one_line(*it); });
    if (value.is_array()) return joined('[', value, ']', [](const auto& it) { return one_line(*it); });
    return scalar(value);
}

/// A line per entry: a person finds and a version control shows what changed.
std::string lines(const Json& list, std::string_view indent) {
    std::string text;
    for (const Json& entry : list) text += fmt::format("{}\n{}  {}", text.empty() ? "" : ",", indent, one_line(entry));
    return text.empty() ? "[]" : fmt::format("[{}\n{}]", text, indent);
}

Json claim(const LessonClaim& c) {
    Json json = {{"says", c.says}, {"run", c.run}, {"quantity", name_in(claim_names, c.quantity)}};
    if (c.step) json["step"] = *c.step;
    return json;
}

Json lesson(const Lesson& l) {
    Json json = {{"caption", l.caption}, {"text", l.text}};
    if (!l.question.empty()) json["question"] = l.question;
    if (!l.answer.empty()) json["answer"] = l.answer;
    json["locked"] = l.locked;
    if (!l.hidden.empty()) json["hidden"] = l.hidden;
    for (const LessonClaim& c : l.claims) json["claims"].push_back(claim(c));
    return json;
}

}  // namespace

std::string session_lines(const Session& session, std::string_view indent) {
    Json cards = Json::array(), changes = Json::array(), starts = Json::array();
    for (const OptimizerChoice& choice : session.optimizers) cards.push_back(optimizer(choice));
    for (const SessionChange& c : session.changes) changes.push_back(change(session, c));
    for (const Point& p : session.more_starts) starts.push_back(pair(p.x, p.y));

    std::string text;
    const auto put = [&](std::string_view key, const std::string& value) {
        text += fmt::format("{}{}\"{}\": {}", text.empty() ? "" : ",\n", indent, key, value);
    };
    put("title", one_line(session.title));
    put("objective", one_line(objective(session)));
    put("start", one_line(pair(session.start.x, session.start.y)));
    if (!starts.empty()) put("starts", one_line(starts));
    put("steps", one_line(session.steps));
    if (session.ensemble > 1) put("ensemble", one_line(session.ensemble));
    put("seed", one_line(session.seed));
    put("noise", one_line(number(session.noise)));
    put("optimizers", lines(cards, indent));
    put("changes", lines(changes, indent));
    put("view", one_line(view(session.view)));
    put("lesson", one_line(lesson(session.lesson)));
    return text;
}

std::string to_json(const Session& session) { return "{\n  \"ravine\": 1,\n" + session_lines(session, "  ") + "\n}\n"; }

}  // namespace ravine
