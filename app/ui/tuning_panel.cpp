// A fair search: the same number of runs for every optimizer, and a table of what it found. Nothing is applied by itself.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "app/figure/map_colors.h"
#include "app/figure/ticks.h"
#include "app/figure/words.h"
#include "app/ui/aside_parts.h"
#include "app/ui/panels.h"

namespace ravine {

namespace {

constexpr std::array<int, 6> budgets{32, 64, 128, 256, 512, 1024};
constexpr std::array<std::string_view, 6> budget_labels{"32", "64", "128", "256", "512", "1024"};
constexpr float column = 72;  // units, of a number

/// The first budget that is at least as large, or the last.
int place_of(int budget) {
    const auto found = std::ranges::lower_bound(budgets, budget);
    return static_cast<int>(std::min<std::ptrdiff_t>(found - budgets.begin(), std::ssize(budgets) - 1));
}

std::string height_text(double f, Outcome outcome, const Base& base) {
    if (outcome == Outcome::diverged || outcome == Outcome::undefined) return std::string(brief_of(outcome));
    if (!std::isfinite(f)) return std::string(brief_of(Outcome::undefined));
    return readable(base.known ? std::max(0.0, f - base.f) : f);
}

void header(const Ui& ui, const Base& base) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float right = at.x + ImGui::GetContentRegionAvail().x, y = at.y + ui.px(10);
    draw_text(ui, {at.x, y}, TextRole::small, ui.theme.secondary, base.known ? "f − f*" : "final f");
    draw_text(ui, {right - ui.px(column), y}, TextRole::small, ui.theme.secondary, "before", Align::right);
    draw_text(ui, {right, y}, TextRole::small, ui.theme.secondary, "tuned", Align::right);
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(24)});
}

/// Pen, name and the two heights; below them the setting that was found and a button that takes it.
void card_row(Ui& ui, const TuningTable& table, std::size_t i, const std::string& name, const Base& base) {
    Session& session = ui.bench.session;
    const TunedCard& card = table.cards[i];
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, right = at.x + width;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddLine({at.x, at.y}, {right, at.y}, packed(ui.theme.hairline), std::max(1.0F, std::round(ui.px(1))));
    const float first = at.y + ui.px(18), second = at.y + ui.px(42);
    const Pen& look = pen(session.optimizers[i].color);
    ui.painter.add(Marker{.at = {at.x + ui.px(7), first},
                          .shape = look.marker,
                          .size = ui.px(11),
                          .fill = look.color,
                          .edge = look.color.with_alpha(0)},
                   list);
    draw_text(ui, {at.x + ui.px(22), first}, TextRole::heading, ui.theme.text,
              fitted_text(ui, TextRole::heading, name, width - ui.px(22 + 8 + 2 * column)));
    draw_text(ui, {right - ui.px(column), first}, TextRole::body, ui.theme.secondary,
              height_text(card.before, card.outcome_before, base), Align::right);
    draw_text(ui, {right, first}, TextRole::body, ui.theme.text, height_text(card.best.f, card.best.outcome, base), Align::right);

    const std::string id = fmt::format("tuning{}", i);
    const bool applied = is_applied(session, table, i);
    const float button = ui.px(text_button_width(ui, "Apply"));
    if (applied) {
        draw_text(ui, {right, second}, TextRole::small, ui.theme.secondary, "in use", Align::right);
    } else {
        ImGui::SetCursorScreenPos({right - button, second - ui.px(14)});
        if (text_button(ui, id + ".apply", "Apply", "Give this optimizer the setting that was found"))
            apply_tuned(session, table, i);
    }
    const std::string when = card.best.steps >= 0 ? fmt::format("   in {} steps", card.best.steps) : "";
    const std::string setting = hyperparameters(info_of(session.optimizers[i]), card.best.params) + when;
    const float room = width - button - ui.px(8);
    ImGui::SetCursorScreenPos({at.x, second - ui.px(10)});
    ImGui::InvisibleButton(("##" + id).c_str(), {room, ui.px(20)});
    draw_text(ui, {at.x, second}, TextRole::small, ui.theme.secondary, fitted_text(ui, TextRole::small, setting, room));
    tooltip(ui, fmt::format("{}\n{} runs; {}", setting, card.best.runs, text_of(card.best.outcome)));
    ui.record(id, {at.x, at.y}, {right, at.y + ui.px(60)});
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(60)});
}

void table_rows(Ui& ui, const TuningTable& table) {
    Session& session = ui.bench.session;
    const std::vector<std::string> names = optimizer_names(session);
    const Base base = known_base(objective_of(session));
    header(ui, base);
    bool all = true;
    for (std::size_t i = 0; i < table.cards.size(); ++i) {
        card_row(ui, table, i, names[i], base);
        all = all && is_applied(session, table, i);
    }
    ImGui::Dummy({1, ui.px(4)});
    if (!all &&
        text_button(ui, "tuning.apply", "Apply all", "Give every optimizer the setting that was found", 0, Emphasis::primary))
        for (std::size_t i = 0; i < table.cards.size(); ++i) apply_tuned(session, table, i);
    ImGui::Dummy({1, ui.px(4)});
    paragraph(ui, TextRole::small, ui.theme.secondary,
              fmt::format("Every optimizer had the same budget: {} runs of {} steps, learning rate and decays drawn at random "
                          "along their sliders, the other hyperparameters as they are.",
                          table.budget, session.steps));
}

/// Whether the table is about the optimizers of this session.
bool is_about(const TuningTable& table, const Session& session) {
    if (table.cards.size() > session.optimizers.size()) return false;
    for (std::size_t i = 0; i < table.cards.size(); ++i)
        if (table.cards[i].id != session.optimizers[i].id ||
            table.cards[i].best.params.size() != session.optimizers[i].params.size())
            return false;
    return true;
}

}  // namespace

void tuning_panel(Ui& ui) {
    LiveTuning& tuning = ui.tuning;
    tuning.follow(ui.bench.session);
    int chosen = place_of(ui.settings.tuning_budget);
    if (list_row(ui, {"tuning.budget", "budget", "Runs of each optimizer. The same for all, so that the comparison is fair."},
                 budget_labels, chosen))
        ui.settings.tuning_budget = budgets[static_cast<std::size_t>(chosen)];
    const LiveTuning::News news = tuning.news();
    ImGui::Dummy({1, ui.px(4)});
    if (news.busy && escaped(ui)) tuning.stop();
    if (news.busy && tuning.due() < 0) {
        if (progress_row(ui, "tuning.stop", "Searching", news.fraction)) tuning.stop();
    } else if (text_button(ui, "tuning.all", "Tune all", {}, 0, Emphasis::primary)) {
        tuning.begin(ui.bench.session, ui.bench.runs(), budgets[static_cast<std::size_t>(place_of(ui.settings.tuning_budget))]);
    }
    ImGui::Dummy({1, ui.px(4)});
    if (!news.problem.empty()) paragraph(ui, TextRole::body, ui.theme.danger, news.problem);
    if (news.result == nullptr || !is_about(*news.result, ui.bench.session)) {
        paragraph(ui, TextRole::body, ui.theme.secondary,
                  "Finds a good learning rate and good decays for every optimizer, with the same number of runs for each, and "
                  "shows what that changes. Nothing is applied before you say so.");
        return;
    }
    if (!tuning.is_current()) {
        paragraph(ui, TextRole::body, ui.theme.text, "Found before the session was changed: tune again.");
        ImGui::Dummy({1, ui.px(4)});
    }
    table_rows(ui, *news.result);
}

}  // namespace ravine
