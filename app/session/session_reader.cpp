#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "app/session/json_node.h"
#include "app/session/json_text.h"
#include "app/session/names.h"
#include "app/session/nearest.h"
#include "app/session/session_json.h"
#include "app/session/session_node.h"
#include "app/session/step_range.h"

namespace ravine {
namespace {

constexpr std::size_t longest_text = std::size_t{64} << 10U;
constexpr std::size_t longest_name = 64;
constexpr std::size_t most_changes = 10'000;
constexpr std::size_t most_locks = 64;
constexpr std::size_t most_claims = 256;
constexpr std::int64_t last_run = std::int64_t{max_optimizers} * max_starts * max_ensemble - 1;
constexpr int highest_color = 99;

using Taken = std::optional<JsonNode>;

std::string read_text(const Taken& node) { return node ? node->text(longest_text) : std::string(); }

void read_params(const Taken& node, std::string_view owner, const std::vector<Parameter>& params, std::vector<double>& values) {
    if (!node) return;
    if (!node->value().is_object()) node->expected("an object");
    for (const auto& [key, value] : node->value().items()) {
        const JsonNode entry = node->child(key);
        const int i = index_of(params, key);
        if (i < 0) entry.fail(fmt::format("unknown parameter of {}{}", owner, did_you_mean(key, ids_of(params))));
        values[static_cast<std::size_t>(i)] = entry.parameter(params[static_cast<std::size_t>(i)]);
    }
}

JsonNode needed(JsonObject& object, const JsonNode& node, std::string_view key) {
    Taken taken = object.take(key);
    if (!taken) node.fail(fmt::format("the key '{}' is missing", key));
    return *taken;
}

void read_objective(const Taken& node, Session& session) {
    if (!node) return;
    JsonObject object(*node);
    const JsonNode id = needed(object, *node, "id");
    if (id.is_text(typed_objective_id)) {
        const JsonNode formula = needed(object, *node, "formula");
        const TypedObjective typed = formula.compiled<TypedObjective>();
        session.start = typed.info().start;
        session.view.box = typed.info().domain;
        choose_formula(session, typed);
    } else {
        const ObjectiveInfo& info = objectives()[id.name("objective", ids_of(objectives()))];
        choose_objective(session, info.id);
        read_params(object.take("params"), info.id, info.params, session.objective_params);
    }
    object.finish();
}

OptimizerChoice read_optimizer(const JsonNode& node, int place) {
    JsonObject object(node);
    const JsonNode id = needed(object, node, "id");
    OptimizerChoice choice;
    choice.color = place;
    if (id.is_text(typed_optimizer_id)) {
        choice.id = typed_optimizer_id;
        choice.rule = needed(object, node, "rule").compiled<TypedOptimizer>();
    } else {
        choice.id = ids_of(optimizers())[id.name("optimizer", ids_of(optimizers()))];
    }
    const OptimizerInfo& info = info_of(choice);
    choice.params = standard_values(info.params);
    read_params(object.take("params"), info.id, info.params, choice.params);
    if (const Taken color = object.take("color")) choice.color = static_cast<int>(color->whole(0, highest_color));
    if (const Taken shown = object.take("shown")) choice.shown = shown->truth();
    object.finish();
    return choice;
}

void read_optimizers(const Taken& node, Session& session) {
    if (!node) return;
    session.optimizers.clear();
    for (const JsonNode& entry : node->list(1, max_optimizers))
        session.optimizers.push_back(read_optimizer(entry, static_cast<int>(session.optimizers.size())));
}

SessionChange read_change(const JsonNode& node, const Session& session) {
    JsonObject object(node);
    SessionChange change;
    const auto last = static_cast<std::int64_t>(session.optimizers.size()) - 1;
    change.step = static_cast<int>(needed(object, node, "step").whole(0, max_steps));
    change.optimizer = static_cast<int>(needed(object, node, "optimizer").whole(0, last));
    const OptimizerInfo& info = info_of(session.optimizers[static_cast<std::size_t>(change.optimizer)]);
    const JsonNode param = needed(object, node, "param");
    const Parameter& p = info.params[param.name(fmt::format("{} parameter", info.id), ids_of(info.params))];
    change.param = std::string(p.id);
    change.value = needed(object, node, "value").parameter(p);
    object.finish();
    return change;
}

void read_changes(const Taken& node, Session& session) {
    if (!node) return;
    for (const JsonNode& entry : node->list(0, most_changes)) session.changes.push_back(read_change(entry, session));
}

std::pair<double, double> read_pair(const JsonNode& node) {
    const std::vector<JsonNode> two = node.list(2, 2);
    return {two[0].number(), two[1].number()};
}

void read_box(const Taken& x, const Taken& y, Box& box) {
    if (x) std::tie(box.x0, box.x1) = read_pair(*x);
    if (y) std::tie(box.y0, box.y1) = read_pair(*y);
    if (const std::string wanted = why_not_view(box); !wanted.empty()) (x ? *x : *y).fail("the view needs " + wanted);
}

void read_panes(const Taken& node, const Session& session, View& view) {
    const int last = static_cast<int>(session.optimizers.size()) - 1;
    view.left = 0;
    view.right = std::min(1, last);
    if (!node) return;
    const std::vector<JsonNode> panes = node->list(2, 2);
    view.left = static_cast<int>(panes[0].whole(0, last));
    view.right = static_cast<int>(panes[1].whole(0, last));
}

template <class Enum, std::size_t N>
void read_name(const Taken& node, std::string_view kind, const std::array<std::string_view, N>& names, Enum& value) {
    if (node) value = static_cast<Enum>(node->name(kind, names));
}

double read_within(const JsonNode& node, double lo, double hi) {
    const double value = node.number();
    if (value < lo || value > hi) node.expected(fmt::format("a number from {} to {}", lo, hi));
    return value;
}

void read_curves(const Taken& node, std::array<Curve, 2>& curves) {
    if (!node) return;
    const std::vector<JsonNode> both = node->list(curves.size(), curves.size());
    for (std::size_t k = 0; k < curves.size(); ++k) {
        JsonObject object(both[k]);
        read_name(object.take("kind"), "curve", curve_names, curves[k].kind);
        read_name(object.take("scale"), "scale of a curve", curve_scale_names, curves[k].scale);
        object.finish();
    }
}

void read_range(const Taken& node, StepRange& range) {
    if (!node) return;
    std::tie(range.from, range.to) = read_pair(*node);
    const bool within = range.from >= 0 && range.to <= max_steps;
    if ((range.from == 0 && range.to == 0) || (within && range.to - range.from >= least_steps_shown)) return;
    node->expected(fmt::format("[FROM, TO] with 0 ≤ FROM, TO ≤ {}, and TO at least {} above FROM; or [0, 0] for all steps",
                               max_steps, least_steps_shown));
}

void read_overlays(const Taken& node, Overlays& overlays) {
    if (!node) return;
    std::array<std::string_view, overlay_names.size()> names;
    std::ranges::transform(overlay_names, names.begin(), &OverlayName::name);
    for (const OverlayName& overlay : overlay_names) overlays.*overlay.on = false;
    for (const JsonNode& entry : node->list(0, names.size())) overlays.*overlay_names[entry.name("overlay", names)].on = true;
}

void read_pan(const Taken& node, Camera& camera) {
    if (!node) return;
    const auto [x, y] = read_pair(*node);
    if (std::max(std::abs(x), std::abs(y)) > 1) node->expected("[RIGHT, UP], both from -1 to 1");
    camera.pan_x = x;
    camera.pan_y = y;
}

void read_camera(const Taken& node, Camera& camera) {
    if (!node) return;
    JsonObject object(*node);
    if (const Taken azimuth = object.take("azimuth")) camera.azimuth = read_within(*azimuth, -360, 360);
    if (const Taken elevation = object.take("elevation")) camera.elevation = read_within(*elevation, 5, 90);
    if (const Taken zoom = object.take("zoom")) camera.zoom = read_within(*zoom, 0.3, 5);
    read_pan(object.take("pan"), camera);
    if (const Taken stretch = object.take("stretch")) camera.stretch = read_within(*stretch, 0.05, 2);
    read_name(object.take("heights"), "kind of heights", heights_names, camera.heights);
    object.finish();
}

void read_level_count(const Taken& node, int& count) {
    if (!node) return;
    count = static_cast<int>(node->whole(0, max_level_count));
    if (count == 1) node->expected(fmt::format("0 or a whole number from 2 to {}", max_level_count));
}

void read_view(const Taken& node, Session& session) {
    View& view = session.view;
    view.step = session.steps;
    read_panes(std::nullopt, session, view);
    if (!node) return;
    JsonObject object(*node);
    read_name(object.take("layout"), "layout", layout_names, view.layout);
    const Taken x = object.take("x"), y = object.take("y");
    read_box(x, y, view.box);
    if (const Taken step = object.take("step")) view.step = static_cast<int>(step->whole(0, max_steps));
    if (const Taken map = object.take("colormap")) view.colormap = colormap_ids[map->name("colormap", colormap_ids)];
    read_name(object.take("levels"), "kind of levels", levels_names, view.levels);
    read_level_count(object.take("level_count"), view.level_count);
    read_name(object.take("theme"), "theme", theme_names, view.theme);
    read_panes(object.take("panes"), session, view);
    read_curves(object.take("curves"), view.curves);
    read_range(object.take("curve_range"), view.curve_range);
    read_name(object.take("order"), "order", order_names, view.order);
    read_overlays(object.take("overlays"), view.overlays);
    read_camera(object.take("camera"), view.camera);
    object.finish();
}

/// Whether there is such a run is no question of the file: a session that has been edited still opens.
LessonClaim read_claim(const JsonNode& node) {
    JsonObject object(node);
    LessonClaim claim;
    const JsonNode says = needed(object, node, "says");
    claim.says = says.text(longest_name);
    if (claim.says.empty()) says.expected("what the page says");
    read_name(needed(object, node, "quantity"), "quantity of a run", claim_names, claim.quantity);
    claim.run = static_cast<int>(needed(object, node, "run").whole(0, last_run));
    if (const Taken step = object.take("step")) claim.step = static_cast<int>(step->whole(0, max_steps));
    object.finish();
    return claim;
}

void read_lesson(const Taken& node, Lesson& lesson) {
    if (!node) return;
    JsonObject object(*node);
    lesson.caption = read_text(object.take("caption"));
    lesson.text = read_text(object.take("text"));
    lesson.question = read_text(object.take("question"));
    lesson.answer = read_text(object.take("answer"));
    if (const Taken locked = object.take("locked"))
        for (const JsonNode& lock : locked->list(0, most_locks)) lesson.locked.push_back(lock.text(longest_name));
    if (const Taken hidden = object.take("hidden"))
        for (const JsonNode& name : hidden->list(0, most_locks)) lesson.hidden.push_back(name.text(longest_name));
    if (const Taken claims = object.take("claims"))
        for (const JsonNode& claim : claims->list(0, most_claims)) lesson.claims.push_back(read_claim(claim));
    object.finish();
}

void read_numbers(JsonObject& object, Session& session) {
    if (const Taken start = object.take("start")) std::tie(session.start.x, session.start.y) = read_pair(*start);
    if (const Taken starts = object.take("starts"))
        for (const JsonNode& start : starts->list(0, max_starts - 1)) {
            const auto [x, y] = read_pair(start);
            session.more_starts.push_back({x, y});
        }
    if (const Taken ensemble = object.take("ensemble")) session.ensemble = static_cast<int>(ensemble->whole(1, max_ensemble));
    if (const Taken steps = object.take("steps")) session.steps = static_cast<int>(steps->whole(1, max_steps));
    if (const Taken seed = object.take("seed")) session.seed = seed->count();
    if (const Taken noise = object.take("noise")) {
        session.noise = noise->number();
        if (session.noise < 0) noise->expected("a number that is 0 or more");
    }
}

}  // namespace

Session read_session(const JsonNode& node, JsonObject& object) {
    Session session = opening_session();
    session.title = read_text(object.take("title"));
    read_objective(object.take("objective"), session);
    read_numbers(object, session);
    read_optimizers(object.take("optimizers"), session);
    if (const std::string wanted = why_not_runs(session); !wanted.empty()) node.place_of("steps").fail("expected " + wanted);
    read_changes(object.take("changes"), session);
    read_view(object.take("view"), session);
    read_lesson(object.take("lesson"), session.lesson);
    object.finish();
    return session;
}

Session session_from_json(std::string_view text) {
    const nlohmann::json document = parse_json(text);
    if (!document.is_object()) throw UnreadableSession("this is not a session: expected an object in braces");
    const JsonNode node(document, "");
    JsonObject object(node);
    read_version(object, "session");
    return read_session(node, object);
}

}  // namespace ravine
