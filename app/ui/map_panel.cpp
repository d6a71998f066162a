// A map of runs that follows the session, and hands its cells to it.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "app/figure/map_colors.h"
#include "app/figure/ticks.h"
#include "app/figure/words.h"
#include "app/ui/aside_parts.h"
#include "app/ui/context_menu.h"
#include "app/ui/panels.h"

namespace ravine {

namespace {

constexpr std::array<std::string_view, 3> kind_labels{"hyperparameters", "with objective", "basins"};
constexpr std::array<std::string_view, 4> measure_labels{"final f", "steps needed", "outcome", "minimum reached"};
constexpr float read_out_height = 96, least_height = 256;  // units

using Labels = std::vector<std::string_view>;

Labels labels_of(const std::vector<std::string>& names) { return {names.begin(), names.end()}; }

struct Side {
    ListRow row;
    std::span<const Parameter> params;
    std::vector<int> known;  ///< places of those to choose from
    std::string now;         ///< id of the one that the map has
};

/// A list of the numbers that a side may vary. The id of another where it was chosen, else empty.
std::string side_row(const Ui& ui, const Side& side) {
    Labels names;
    int chosen = 0;
    for (const int k : side.known) {
        const Parameter& p = side.params[static_cast<std::size_t>(k)];
        if (p.id == side.now) chosen = static_cast<int>(names.size());
        names.push_back(p.name);
    }
    if (names.empty() || !list_row(ui, side.row, names, chosen)) return {};
    return std::string(side.params[static_cast<std::size_t>(side.known[static_cast<std::size_t>(chosen)])].id);
}

void side_rows(const Ui& ui, const ChosenMap& chosen) {
    const Session& session = ui.bench.session;
    MapChoice& choice = ui.settings.map;
    const OptimizerChoice& card = session.optimizers[static_cast<std::size_t>(chosen.request.optimizer)];
    const std::vector<Parameter>& hypers = info_of(card).params;
    const std::vector<int> known = varying(hypers, card.params);
    const MapRequest& now = chosen.request;
    if (const std::string id = side_row(ui, {{"map.across", "across", "What varies from left to right."}, hypers, known, now.x});
        !id.empty()) {
        // The two sides change places where one takes what the other has.
        if (id == now.y) choice.y = now.x;
        choice.x = id;
    }
    const ListRow up{"map.up", "up", "What varies from the bottom to the top."};
    if (choice.kind == MapKind::lr_objective) {
        const std::vector<Parameter>& params = info_of(session).params;
        if (std::string id = side_row(ui, {up, params, varying(params, session.objective_params), now.y}); !id.empty())
            choice.parameter = std::move(id);
    } else if (const std::string id = side_row(ui, {up, hypers, known, now.y}); !id.empty()) {
        if (id == now.x) choice.x = now.y;
        choice.y = id;
    }
}

void choice_rows(const Ui& ui) {
    MapChoice& choice = ui.settings.map;
    int kind = static_cast<int>(choice.kind);
    if (list_row(
            ui,
            {"map.kind", "map", "What each cell of the map varies: two hyperparameters, one and the objective, or the start."},
            kind_labels, kind))
        choice.kind = static_cast<MapKind>(kind);
    const std::vector<std::string> cards = optimizer_names(ui.bench.session);
    int card = chosen_map(ui.bench.session, choice).request.optimizer;
    if (list_row(ui, {"map.optimizer", "optimizer", "Whose runs the map shows."}, labels_of(cards), card))
        choice.optimizer = card;
    const bool basins = choice.kind == MapKind::basins;
    if (!basins) side_rows(ui, chosen_map(ui.bench.session, choice));
    int measure = static_cast<int>(chosen_map(ui.bench.session, choice).measure);
    const std::span<const std::string_view> measures(measure_labels);
    if (list_row(ui, {"map.measure", "colours", "What the colours say of each run."}, basins ? measures : measures.first(3),
                 measure))
        (basins ? choice.basins_measure : choice.measure) = static_cast<MapMeasure>(measure);
    ImGui::Dummy({1, ui.px(4)});
}

std::string value_text(double value) { return readable(value); }

/// What one cell says, in three lines.
struct Said {
    std::string setting, height, outcome;
};

Said said_of(const MapStage& stage, MapCell cell) {
    const PlannedMap& plan = stage.plan;
    const Map& map = *stage.map;
    const std::size_t at = map.cell(cell.i, cell.j);
    const Point values = values_of(plan, cell);
    const Base base = known_base(plan.spec.run.objective);
    const bool counted = base.known && base.f != 0;
    Said said;
    said.setting = fmt::format("{} {}   {} {}", plan.x_id, value_text(values.x), plan.y_id, value_text(values.y));
    said.height = std::isfinite(map.f[at]) ? fmt::format("{} {}", counted ? "f − f*" : "f",
                                                         readable(counted ? std::max(0.0, map.f[at] - base.f) : map.f[at]))
                                           : "f is not defined at the start";
    if (map.steps[at] >= 0) said.height += fmt::format("   there at step {}", map.steps[at]);
    said.outcome = text_of(map.outcome[at]);
    if (map.place[at] >= 0) {
        const Minimum& m = plan.spec.places[static_cast<std::size_t>(map.place[at])];
        said.outcome = fmt::format("reaches ({}, {})", readable(m.x), readable(m.y));
    }
    return said;
}

void read_out(const Ui& ui, const MapStage& stage, std::optional<MapCell> hovered) {
    const std::optional<MapCell> own = cell_of(stage.plan, own_setting(ui.bench.session, stage.plan));
    const std::optional<MapCell> cell = hovered ? hovered : own;
    text_row(ui, TextRole::small, ui.theme.secondary,
             hovered ? "Under the pointer"
             : own   ? "This setting's cell"
                     : "This setting lies outside of the map");
    if (!cell) return;
    const Said said = said_of(stage, *cell);
    text_row(ui, TextRole::number, ui.theme.text, said.setting);
    text_row(ui, TextRole::body, ui.theme.text, said.height);
    text_row(ui, TextRole::body, ui.theme.text, said.outcome);
}

/// Where the pointer is in the figure, moved into the pane.
Pixel within(const Rect& pane, Pixel p) {
    return {std::clamp(p.x, pane.x0, std::nextafter(pane.x1, pane.x0)),
            std::clamp(p.y, pane.y0, std::nextafter(pane.y1, pane.y0))};
}

/// Takes the cell under the pointer, and what concerns the map as a whole.
void map_menu(const Ui& ui, const MapStage& stage, const Rect& pane, ImVec2 origin) {
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    const auto cell = cell_at({pane, {}, {}}, stage.plan, within(pane, {pointer.x - origin.x, pointer.y - origin.y}));
    ui.menu.open(ui, [&session = ui.bench.session, plan = stage.plan, cell] {
        MenuItems items;
        if (cell)
            items.push_back({.label = "Take this setting", .detail = "click", .run = [&session, plan, cell = *cell] {
                                 take_cell(session, plan, cell);
                             }});
        items.push_back({.label = "Export map", .action = Action::export_map});
        items.push_back({.label = "Close the map", .detail = "Ctrl+M", .action = Action::map});
        return items;
    });
}

/// The pane as a button: held, the cell under the pointer goes into the session. Gives the cell that the pointer is on.
std::optional<MapCell> pointed(const Ui& ui, const MapStage& stage, const Rect& pane, ImVec2 origin) {
    ImGui::SetCursorScreenPos({origin.x + pane.x0, origin.y + pane.y0});
    ImGui::InvisibleButton("##map", {pane.width(), pane.height()});
    ui.record("map", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    const bool held = ImGui::IsItemActive();
    if (!held && !ImGui::IsItemHovered()) return std::nullopt;
    if (ui.menu.asked(ui, ImGui::GetItemRectMin(), ImGui::GetItemRectMax())) map_menu(ui, stage, pane, origin);
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const Axes axes{pane, {}, {}};
    const std::optional<MapCell> cell = cell_at(axes, stage.plan, within(pane, {pointer.x - origin.x, pointer.y - origin.y}));
    if (held && cell) take_cell(ui.bench.session, stage.plan, *cell);
    return cell;
}

void picture(const Ui& ui, const MapStage& stage, MapMeasure measure, bool complete) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = std::max(ImGui::GetContentRegionAvail().y - ui.px(read_out_height), ui.px(least_height));
    const FigureRequest request{.width = width,
                                .height = height,
                                .unit = ui.unit,
                                .pixel_ratio = ImGui::GetIO().DisplayFramebufferScale.x,
                                .purpose = FigureRequest::Purpose::window};
    const MapView view{ui.bench.session, stage.plan, stage.map, measure};
    const Figure figure = ui.map.composer.compose(view, request, ui.fonts);
    const Rect pane = figure.regions.front().axes.rect;
    const std::optional<MapCell> hovered = pointed(ui, stage, pane, at);
    // The ring follows in the same frame.
    ui.painter.paint(hovered && ImGui::IsItemActive() ? ui.map.composer.compose(view, request, ui.fonts) : figure, ui.fonts,
                     *ImGui::GetWindowDrawList(), {at.x, at.y});
    if (complete) ui.record("map.complete", {at.x + pane.x0, at.y + pane.y0}, {at.x + pane.x1, at.y + pane.y1});
    ImGui::SetCursorScreenPos({at.x, at.y + figure.height + ui.px(6)});
    read_out(ui, stage, hovered);
}

void state_rows(const Ui& ui, const LiveMap::News& news) {
    const bool pressed = news.busy && ui.map.due() < 0 && progress_row(ui, "map.stop", "Computing", news.fraction);
    if (pressed || (news.busy && escaped(ui))) ui.map.stop();
    if (!news.busy && ui.map.stopped()) {
        if (text_button(ui, "map.resume", "Finish the map", "It was stopped before all its cells were computed")) ui.map.resume();
        ImGui::Dummy({1, ui.px(4)});
    }
    if (!news.problem.empty()) paragraph(ui, TextRole::body, ui.theme.danger, news.problem);
}

}  // namespace

void map_panel(Ui& ui) {
    choice_rows(ui);
    const ChosenMap chosen = chosen_map(ui.bench.session, ui.settings.map);
    if (!chosen.problem.empty()) {
        ui.map.pause();
        paragraph(ui, TextRole::body, ui.theme.secondary, chosen.problem);
        return;
    }
    ui.map.want(ui.bench.session, chosen.request);
    const LiveMap::News news = ui.map.news();
    state_rows(ui, news);
    if (news.result == nullptr || !fits(ui.bench.session, chosen.request, news.result->plan)) return;
    picture(ui, *news.result, chosen.measure, !news.busy && news.problem.empty() && news.result->cell_size == 1);
}

}  // namespace ravine
