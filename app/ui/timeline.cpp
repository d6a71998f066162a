#include "app/ui/timeline.h"

#define GLFW_INCLUDE_NONE
#include <algorithm>
#include <cmath>
#include <string>

#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include "app/ui/draw.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

constexpr float change_reach = 7, tick_height = 7;  // units

const Parameter& param_of(const Session& session, const SessionChange& change) {
    const OptimizerInfo& info = info_of(session.optimizers[static_cast<std::size_t>(change.optimizer)]);
    return info.params[static_cast<std::size_t>(index_of(info.params, change.param))];
}

std::string words_of(const Session& session, const SessionChange& change) {
    const OptimizerChoice& choice = session.optimizers[static_cast<std::size_t>(change.optimizer)];
    const Parameter& p = param_of(session, change);
    return fmt::format(
        "From step {} on: {}, {} {}\nClick to go there and change the value with its slider.\nDrag to another step, right click "
        "or Delete to take it out.",
        change.step, info_of(choice).name, p.name, short_value(p, change.value));
}

Color color_of(const Session& session, int optimizer) {
    return pen(session.optimizers[static_cast<std::size_t>(optimizer)].color).color;
}

}  // namespace

std::vector<int> events_of(const Session& session, const Runs& runs) {
    const int last = last_step(runs);
    std::vector<int> events{last};
    for (std::size_t i = 0; i < session.optimizers.size() && i < runs.size(); ++i) {
        if (!session.optimizers[i].shown) continue;
        events.push_back(runs[i]->converged_at >= 0 ? runs[i]->converged_at : runs[i]->last());
    }
    for (const SessionChange& change : session.changes) events.push_back(std::min(change.step, last));
    std::ranges::sort(events);
    events.erase(std::unique(events.begin(), events.end()), events.end());
    return events;
}

std::optional<int> next_event(const std::vector<int>& events, double step, int direction) {
    if (direction > 0) {
        const auto after = std::ranges::upper_bound(events, step);
        return after == events.end() ? std::nullopt : std::optional(*after);
    }
    const auto not_before = std::ranges::lower_bound(events, step);
    return not_before == events.begin() ? std::nullopt : std::optional(*(not_before - 1));
}

double Timeline::Scale::step(float x) const { return std::clamp((x - x0) / width, 0.0F, 1.0F) * static_cast<float>(last); }

int Timeline::change_at(const Ui& ui, const Scale& scale, float middle) {
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    if (pointer.y < middle + ui.px(2) || pointer.y > middle + ui.px(16)) return -1;
    int nearest = -1;
    float least = ui.px(change_reach);
    const std::vector<SessionChange>& changes = ui.bench.session.changes;
    for (std::size_t k = 0; k < changes.size(); ++k) {
        const float away = std::abs(scale.place(std::min(changes[k].step, scale.last)) - pointer.x);
        if (away > least) continue;
        least = away;
        nearest = static_cast<int>(k);
    }
    return nearest;
}

void Timeline::interact(Ui& ui, const Scale& scale, float middle) {
    std::vector<SessionChange>& changes = ui.bench.session.changes;
    const int steps = ui.bench.session.steps;
    hovered_ = ImGui::IsItemHovered() ? change_at(ui, scale, middle) : -1;
    if (ImGui::IsItemActivated()) {
        held_ = hovered_;
        moved_ = false;
    }
    if (hovered_ >= 0 && ImGui::IsMouseClicked(1)) {
        changes.erase(changes.begin() + hovered_);
        hovered_ = held_ = -1;
        return;
    }
    if (held_ >= static_cast<int>(changes.size())) held_ = -1;
    if (ImGui::IsItemActive() && scale.last > 0) {
        const double step = scale.step(ImGui::GetIO().MousePos.x);
        if (held_ < 0) {
            ui.bench.playback.go_to(step, scale.last);
        } else if (ImGui::IsMouseDragging(0, ui.px(3))) {
            moved_ = true;
            changes[static_cast<std::size_t>(held_)].step = std::clamp(static_cast<int>(std::lround(step)), 1, steps);
        }
    }
    if (ImGui::IsItemDeactivated() && held_ >= 0) {
        if (!moved_) edit(ui, held_);
        std::ranges::stable_sort(changes, {}, &SessionChange::step);
        held_ = -1;
    }
    const int told = held_ >= 0 ? held_ : hovered_;
    if (told < 0) {
        if (!ImGui::IsItemActive()) tooltip(ui, fmt::format("Step {:.0f}", scale.step(ImGui::GetIO().MousePos.x)));
        return;
    }
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    tooltip(ui, words_of(ui.bench.session, changes[static_cast<std::size_t>(told)]));
}

void Timeline::edit(Ui& ui, int change) {
    ui.bench.steering = Steering::steer;
    ui.bench.playback.go_to(ui.bench.session.changes[static_cast<std::size_t>(change)].step, ui.bench.last_step());
}

/// By keyboard: the arrows move a change to another step, Enter goes to it, Delete takes it out.
void Timeline::focus_changes(Ui& ui, const Scale& scale, float middle) {
    std::vector<SessionChange>& changes = ui.bench.session.changes;
    for (std::size_t k = 0; k < changes.size(); ++k) {
        const float x = scale.place(std::min(changes[k].step, scale.last)), half = ui.px(5.5F);
        ImGui::SetCursorScreenPos({x - half, middle + ui.px(4)});
        ImGui::Dummy({2 * half, ui.px(8)});
        const std::string id = fmt::format("##change{}", k);
        if (!ui.focus.announce(ImGui::GetID(id.c_str()), Focus::Takes::nudges, ui.theme.accent, ui.unit)) continue;
        ui.record("focus", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
        // Not past its neighbours, which would take the keyboard over.
        const int low = k > 0 ? changes[k - 1].step : 1;
        const int high = k + 1 < changes.size() ? changes[k + 1].step : ui.bench.session.steps;
        changes[k].step = std::clamp(changes[k].step + ui.focus.nudges(), low, std::max(low, high));
        if (ui.focus.pressed()) edit(ui, static_cast<int>(k));
        if (std::ranges::find(ui.keys, GLFW_KEY_DELETE) == ui.keys.end()) continue;
        changes.erase(changes.begin() + static_cast<std::ptrdiff_t>(k));
        return;
    }
}

void Timeline::draw_changes(const Ui& ui, const Scale& scale, float middle) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::vector<SessionChange>& changes = ui.bench.session.changes;
    for (std::size_t k = 0; k < changes.size(); ++k) {
        const float x = scale.place(std::min(changes[k].step, scale.last));
        const bool lit = static_cast<int>(k) == held_ || static_cast<int>(k) == hovered_;
        const float half = ui.px(lit ? 5.5F : 4.5F);
        list.AddTriangleFilled({x, middle + ui.px(4)}, {x - half, middle + ui.px(12)}, {x + half, middle + ui.px(12)},
                               packed(color_of(ui.bench.session, changes[k].optimizer)));
        ui.record(fmt::format("change{}", k), {x - half, middle + ui.px(4)}, {x + half, middle + ui.px(12)});
    }
}

void Timeline::draw_outcomes(const Ui& ui, const Scale& scale, float middle) {
    const Runs& runs = ui.bench.runs();
    for (std::size_t i = 0; i < ui.bench.session.optimizers.size(); ++i) {
        const Pen& look = pen(ui.bench.session.optimizers[i].color);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (runs[i]->converged_at >= 0) {
            ui.painter.add(Marker{{scale.place(runs[i]->converged_at), middle - ui.px(9)},
                                  look.marker,
                                  ui.px(7),
                                  look.color,
                                  ui.theme.panel,
                                  ui.px(1)},
                           list);
        } else if (runs[i]->last() < scale.last) {
            const float end = scale.place(runs[i]->last());
            list.AddLine({end, middle - ui.px(tick_height)}, {end, middle + ui.px(tick_height)}, packed(look.color), ui.px(2));
        }
    }
}

void Timeline::draw(Ui& ui, ImVec2 at, float width) {
    const Scale scale{at.x, width, ui.bench.last_step()};
    ImGui::SetCursorScreenPos({at.x, at.y - ui.px(14)});
    ImGui::InvisibleButton("##scrub", {width, ui.px(30)});
    ui.record("scrub", {at.x, at.y - ui.px(8)}, {at.x + width, at.y + ui.px(8)});
    const bool lit = ImGui::IsItemHovered() || ImGui::IsItemActive();
    if (ui.focus.announce(ImGui::GetID("##scrub"), Focus::Takes::nudges, ui.theme.accent, ui.unit)) {
        ui.record("focus", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
        if (ui.focus.nudges() != 0) ui.bench.playback.go_to(std::round(ui.bench.position()) + ui.focus.nudges(), scale.last);
    }
    interact(ui, scale, at.y);
    focus_changes(ui, scale, at.y);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float x = scale.place(ui.bench.position());
    list.AddRectFilled({at.x, at.y - ui.px(2)}, {at.x + width, at.y + ui.px(2)},
                       packed(mix(ui.theme.raised, ui.theme.text, 0.1F)), ui.px(2));
    list.AddRectFilled({at.x, at.y - ui.px(2)}, {x, at.y + ui.px(2)}, packed(ui.theme.accent), ui.px(2));
    draw_outcomes(ui, scale, at.y);
    draw_changes(ui, scale, at.y);
    list.AddCircleFilled({x, at.y}, ui.px(lit ? 8.0F : 7.0F), packed(ui.theme.accent));
}

}  // namespace ravine
