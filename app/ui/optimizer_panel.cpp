#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "app/session/comparison.h"
#include "app/session/optimizer_edits.h"
#include "app/ui/optimizer_menu.h"
#include "app/ui/panels.h"
#include "app/ui/section.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

/// The hyperparameters that a lesson moves most stand on long tracks.
SliderSize size_of(const Parameter& p, std::size_t place) {
    const bool main = place < 2 && (p.scale == Scale::log || p.scale == Scale::decay) && p.id != "eps";
    return main ? SliderSize::large : SliderSize::compact;
}

/// One card being drawn: what it edits, and the width of its content in pixels.
struct Card {
    int place;
    OptimizerChoice& choice;
    const OptimizerInfo& info;
    std::string id;
    float width;
};

/// Parameters of schedules are shown with the schedules that use them.
bool in_use(const Card& card, const Parameter& p) {
    if (p.schedules == 0) return true;
    const int schedule = index_of(card.info.params, "schedule");
    return schedule >= 0 &&
           (p.schedules >> static_cast<unsigned>(card.choice.params[static_cast<std::size_t>(schedule)]) & 1U) != 0;
}

/// Shows what counts at this step, as the picture does. Moving it changes the whole run, or the run from here on where the
/// playback is being steered.
void hyperparameter_row(Ui& ui, const Card& card, std::size_t k, RowLook look) {
    Session& session = ui.bench.session;
    const Parameter& p = card.info.params[k];
    const int step = static_cast<int>(ui.bench.position());
    double value = steered_value(session, card.place, k, step);
    look.note = words_of_changes(session, card.place, k);
    if (!parameter_row(ui, card.id + "." + std::string(p.id), p, value, look)) return;
    const auto apply = [&](int optimizer, std::size_t param) {
        if (ui.bench.steering == Steering::steer)
            steer(session, optimizer, param, step, value);
        else
            replay(session, optimizer, param, value);
    };
    apply(card.place, k);
    if (!ui.settings.rates_linked || p.id != "lr" || session.view.layout != Layout::compare) return;
    if (const auto twin = twin_of(session, card.place, k)) apply(twin->optimizer, twin->param);
}

/// What compare does with the two panes as a whole, from `right` to the left.
void comparison_buttons(Ui& ui, float right, float y) {
    Session& session = ui.bench.session;
    if (session.view.layout != Layout::compare || session.view.left == session.view.right) return;
    const auto button = [&](std::string_view id, Icon icon, std::string_view help, Emphasis emphasis = Emphasis::quiet) {
        right -= ui.px(30);
        ImGui::SetCursorScreenPos({right, y});
        return icon_button(ui, id, icon, help, 28, Availability::enabled, emphasis);
    };
    bool& linked = ui.settings.rates_linked;
    if (button("compare.link", Icon::link,
               linked ? "Learning rates move together. Click to part them" : "Move both learning rates together",
               linked ? Emphasis::normal : Emphasis::quiet)) {
        linked = !linked;
    }
    if (button("compare.mirror", Icon::mirror, "Give the right pane's optimizer the left one's settings, as far as it has them"))
        mirror_settings(session);
    if (button("compare.swap", Icon::swap, "Swap the panes")) swap_panes(session);
}

void sliders(Ui& ui, Card& card, std::size_t first, std::size_t end) {
    for (std::size_t k = first; k < end; ++k) {
        const Parameter& p = card.info.params[k];
        if (!in_use(card, p)) continue;
        const RowLook look{
            .color = pen(card.choice.color).color, .width = card.width, .size = first == 0 ? size_of(p, k) : SliderSize::compact};
        hyperparameter_row(ui, card, k, look);
    }
}

/// The text of a card's typed rule; what it became where it was edited and makes sense.
std::optional<TypedOptimizer> rule_field(Ui& ui, const Card& card) {
    const std::string text = card.choice.rule->text();
    auto typed =
        ExpressionField(ui, card.id + ".rule", text, card.width).compiled<TypedOptimizer>(ExpressionField::Kind::statements);
    ImGui::Dummy({1, ui.px(4)});
    return typed;
}

/// Sliders that the new text has too keep their values.
void change_rule(Session& session, int i, const TypedOptimizer& rule) {
    OptimizerChoice& choice = session.optimizers[static_cast<std::size_t>(i)];
    const std::vector<Parameter>& before = info_of(choice).params;
    const std::vector<Parameter>& now = rule.info().params;
    std::vector<double> params = standard_values(now);
    for (std::size_t k = 0; k < now.size(); ++k) {
        const int old = index_of(before, now[k].id);
        if (old >= 0 && why_not(now[k], choice.params[static_cast<std::size_t>(old)]).empty())
            params[k] = choice.params[static_cast<std::size_t>(old)];
    }
    std::erase_if(session.changes, [&](const SessionChange& c) { return c.optimizer == i && index_of(now, c.param) < 0; });
    choice.rule = rule;
    choice.params = std::move(params);
}

/// Hyperparameters that every rule takes; folded away until they are wanted, or where one is in use.
void shared_settings(Ui& ui, Card& card) {
    const OptimizerInfo& info = card.info;
    if (info.own_params == info.params.size()) return;
    bool changed = false;
    for (std::size_t k = info.own_params; k < info.params.size(); ++k)
        changed |= card.choice.params[k] != info.params[k].standard;
    const std::string fold = card.choice.id + ".shared";
    const Fold usual = changed ? Fold::open : Fold::closed;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size(card.width, ui.px(26));
    if (press_area(ui, card.id + ".shared", size)) turn(ui.settings, fold, usual);
    const bool open = is_open(ui.settings, fold, usual);
    tooltip(ui, "What every rule takes beside its own hyperparameters");
    const Color color = ImGui::IsItemHovered() ? ui.theme.text : ui.theme.secondary;
    const float middle = at.y + size.y / 2;
    draw_text(ui, {at.x, middle}, TextRole::small, color, open ? "Schedule, decay, clipping" : "Schedule, decay, clipping …");
    ui.record(card.id + ".shared", at, {at.x + size.x, at.y + size.y});
    if (open) sliders(ui, card, info.own_params, info.params.size());
}

/// L and R: which pane of the comparison holds the optimizer.
void pane_button(Ui& ui, const Card& card, PaneSide side) {
    Session& session = ui.bench.session;
    const bool left = side == PaneSide::left;
    const bool on = (left ? session.view.left : session.view.right) == card.place;
    const char* const label = left ? "L" : "R";
    const std::string id = card.id + (left ? ".left" : ".right");
    const ImVec2 at(ImGui::GetCursorScreenPos().x + ui.px(1), ImGui::GetCursorScreenPos().y + ui.px(2));
    const ImVec2 far(at.x + ui.px(24), at.y + ui.px(22));
    ImGui::SetCursorScreenPos(at);
    const bool clicked = press_area(ui, id, {far.x - at.x, far.y - at.y});
    const Color ground = on ? ui.theme.accent : ui.theme.text.with_alpha(ImGui::IsItemHovered() ? 0.12F : 0.05F);
    ImGui::GetWindowDrawList()->AddRectFilled(at, far, packed(ground), ui.px(4));
    draw_text(ui, {(at.x + far.x) / 2, (at.y + far.y) / 2}, TextRole::small, on ? ui.theme.on_accent : ui.theme.secondary, label,
              Align::center);
    ui.record(id, at, far);
    tooltip(ui, left ? "Show in the left pane" : "Show in the right pane");
    if (clicked) put_in_pane(session, side, card.place);
}

enum class CardRequest { none, remove };

/// The buttons at the right of a card's first line.
CardRequest card_buttons(Ui& ui, Card& card, ImVec2 at) {
    const Session& session = ui.bench.session;
    CardRequest request = CardRequest::none;
    float right = at.x + card.width;
    const auto next = [&] {
        right -= ui.px(26);
        ImGui::SetCursorScreenPos({right, at.y + ui.px(1)});
    };
    next();
    const bool only = session.optimizers.size() == 1;
    if (icon_button(ui, card.id + ".remove", Icon::close, only ? "The last optimizer stays" : "Remove this optimizer", 26,
                    only ? Availability::disabled : Availability::enabled)) {
        request = CardRequest::remove;
    }
    next();
    if (icon_button(ui, card.id + ".reset", Icon::reset, "Reset every slider of this card", 26))
        reset_optimizer(ui.bench.session, card.place);
    next();
    if (session.view.layout != Layout::compare) {
        const bool shown = card.choice.shown;
        if (icon_button(ui, card.id + ".shown", shown ? Icon::eye : Icon::eye_off, shown ? "Hide" : "Show", 26)) {
            card.choice.shown = !shown;
        }
    } else {
        pane_button(ui, card, PaneSide::right);
        next();
        pane_button(ui, card, PaneSide::left);
    }
    return request;
}

bool inspecting(const Ui& ui) { return ui.settings.aside == Aside::inspector && !ui.settings.presenting; }

/// Marker, name and buttons. The name chooses whom the inspector shows.
CardRequest card_header(Ui& ui, Card& card) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float middle = at.y + ui.px(14);
    const Pen& look = pen(card.choice.color);
    const bool faint = ui.bench.session.view.layout != Layout::compare && !card.choice.shown;
    const float alpha = faint ? 0.4F : 1.0F;
    ui.painter.add(Marker{.at = {at.x + ui.px(7), middle},
                          .shape = look.marker,
                          .size = ui.px(11),
                          .fill = look.color.with_alpha(alpha),
                          .edge = look.color.with_alpha(0)},
                   *ImGui::GetWindowDrawList());
    const float room = card.width - ui.px(22 + 4 + 26 * (ui.bench.session.view.layout == Layout::compare ? 4.0F : 3.0F));
    const float name_width = draw_text(ui, {at.x + ui.px(22), middle}, TextRole::heading, ui.theme.text.with_alpha(alpha),
                                       fitted_text(ui, TextRole::heading, card.info.name, room));
    const ImVec2 size(name_width + ui.px(22), ui.px(26));
    const std::string id = card.id + ".name";
    if (!inspecting(ui))
        ImGui::InvisibleButton(("##" + id).c_str(), size);
    else if (press_area(ui, id, size))
        ui.bench.inspection.optimizer = card.place;
    ui.record(id, at, {at.x + size.x, at.y + size.y});
    tooltip(ui, std::string(card.info.formula) + "\n\n" + std::string(card.info.notice));
    const CardRequest request = card_buttons(ui, card, at);
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(32)});
    return request;
}

/// The card as a whole: a click on its ground chooses whom the inspector shows, which is outlined; a right click opens its menu.
void card_ground(Ui& ui, int i, ImVec2 min, ImVec2 max) {
    ui.record(fmt::format("optimizer{}", i), min, max);
    if (inspecting(ui)) {
        const bool clicked = ImGui::IsMouseClicked(0) && ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(min, max) &&
                             !ImGui::IsAnyItemHovered();
        if (clicked) ui.bench.inspection.optimizer = i;
        if (ui.bench.inspected() == i) {
            ui.record("inspected", min, max);
            const float half = ui.px(0.75F);
            ImGui::GetWindowDrawList()->AddRect({min.x + half, min.y + half}, {max.x - half, max.y - half},
                                                packed(ui.theme.accent), ui.px(6), 0, 2 * half);
        }
    }
    if (ui.menu.asked(ui, min, max))
        ui.menu.open(ui, [desk = Desk{ui.bench, ui.settings}, i] { return optimizer_items(desk, i); });
}

CardRequest draw_card(Ui& ui, int i) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float pad = ui.px(12);
    OptimizerChoice& choice = ui.bench.session.optimizers[static_cast<std::size_t>(i)];
    Card card{i, choice, info_of(choice), "optimizer" + std::to_string(i), width - 2 * pad};

    // The card's height is known only when its content is drawn, so its ground goes into a channel below.
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::SetCursorScreenPos({at.x + pad, at.y + ui.px(6)});
    ImGui::BeginGroup();
    const CardRequest request = card_header(ui, card);
    std::optional<TypedOptimizer> typed;
    if (choice.rule) typed = rule_field(ui, card);
    sliders(ui, card, 0, card.info.own_params);
    shared_settings(ui, card);
    ImGui::EndGroup();
    const float bottom = ImGui::GetItemRectMax().y + ui.px(6);
    list.ChannelsSetCurrent(0);
    list.AddRectFilled(at, {at.x + width, bottom}, packed(mix(ui.theme.panel, ui.theme.raised, 0.6F)), ui.px(6));
    list.AddRectFilled(at, {at.x + ui.px(3), bottom}, packed(pen(choice.color).color), ui.px(2));
    list.ChannelsMerge();
    card_ground(ui, i, at, {at.x + width, bottom});
    ImGui::SetCursorScreenPos({at.x, bottom + ui.px(8)});
    ImGui::Dummy({0, 0});
    // Last, since everything above looks at the rule that was.
    if (typed) change_rule(ui.bench.session, i, *typed);
    return request;
}

void add_menu(Ui& ui) {
    Session& session = ui.bench.session;
    if (!begin_menu(ui, "add optimizer")) return;
    for (const OptimizerInfo& info : optimizers()) {
        if (menu_item(ui, info.name)) session.optimizers.push_back(new_optimizer(session, info.id));
    }
    ImGui::Separator();
    for (const PublishedRule& rule : ui.rules) {
        if (menu_item(ui, "Typed: " + rule.name)) {
            ui.bench.messages.note(rule.notice, ui.now);
            session.optimizers.push_back(new_rule(session, TypedOptimizer(rule.text)));
        }
        tooltip(ui, rule.notice);
    }
    ImGui::EndPopup();
}

}  // namespace

void optimizer_panel(Ui& ui) {
    Session& session = ui.bench.session;
    const bool open = section(ui, "Optimizers");
    const ImVec2 below = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::SetCursorScreenPos({below.x + width - ui.px(text_button_width(ui, "+ Add")), below.y - ui.px(30)});
    const bool full = session.optimizers.size() >= static_cast<std::size_t>(max_optimizers);
    if (text_button(ui, "optimizers.add", "+ Add", full ? "There is room for 12" : "Add an optimizer", 0, Emphasis::quiet) &&
        !full) {
        ImGui::OpenPopup("add optimizer");
    }
    add_menu(ui);
    comparison_buttons(ui, below.x + width - ui.px(text_button_width(ui, "+ Add") + 4), below.y - ui.px(30));
    ImGui::SetCursorScreenPos({below.x, below.y + ui.px(6)});

    if (!open) return;
    int removed = -1;
    for (int i = 0; i < static_cast<int>(session.optimizers.size()); ++i) {
        if (draw_card(ui, i) == CardRequest::remove) removed = i;
    }
    if (removed >= 0) remove_card({ui.bench, ui.settings}, removed);
}

}  // namespace ravine
