#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "app/ui/gallery.h"
#include "app/ui/panels.h"
#include "app/ui/section.h"
#include "app/ui/widgets.h"
#include "engine/minima_search.h"
#include "engine/objective.h"

namespace ravine {

namespace {

const Parameter steps_parameter{.id = "steps",
                                .name = "steps",
                                .standard = 300,
                                .min = 10,
                                .max = 10'000,
                                .scale = Scale::integer,
                                .limit = Limit::positive,
                                .help = "How many updates each run makes. Up to 1,000,000 when typed.",
                                .choices = {}};

const Parameter noise_parameter{.id = "noise",
                                .name = "noise σ",
                                .standard = 0,
                                .min = 1e-3,
                                .max = 100,
                                .scale = Scale::log,
                                .limit = Limit::not_negative,
                                .help = "Gaussian noise on every gradient: what mini-batches do to training, without the data.",
                                .choices = {},
                                .zero_below = 0.05};

const Parameter ensemble_parameter{
    .id = "ensemble",
    .name = "repeats",
    .standard = 1,
    .min = 1,
    .max = 50,
    .scale = Scale::integer,
    .limit = Limit::positive,
    .help =
        "How often every optimizer runs, each time with other noise or other batches. Thin paths: the "
        "runs. The path that stands out: at each step the median of x and of y. Curves and "
        "numbers are medians too; the inspector shows the first run.",
    .choices = {}};

const Parameter seed_parameter{.id = "seed",
                               .name = "seed",
                               .standard = 1,
                               .min = 0,
                               .max = 100,
                               .scale = Scale::integer,
                               .limit = Limit::not_negative,
                               .help = "Which noise is drawn. The same seed gives the same runs.",
                               .choices = {}};

Parameter coordinate(std::string_view name, double standard, double low, double high) {
    return {.id = name,
            .name = name,
            .standard = standard,
            .min = low,
            .max = high,
            .help = "Where every run starts. Drag the ring in the picture, or click where the start should be.",
            .choices = {}};
}

/// What the search for minima came to.
std::string minima_words(const TypedObjective& formula) {
    const std::vector<Minimum>& minima = formula.minima();
    if (minima.empty()) return fmt::format("No minimum found within {:g} of the origin.", TypedObjective::farthest_search);
    const Minimum& lowest = minima.front();
    if (minima.size() == 1)
        return fmt::format("One minimum found: f = {:.6g} at ({:.6g}, {:.6g}).", lowest.f, lowest.x, lowest.y);
    const std::string_view more = minima.size() >= most_found_minima ? " or more" : "";
    return fmt::format("{}{} minima found, the lowest f = {:.6g} at ({:.6g}, {:.6g}).", minima.size(), more, lowest.f, lowest.x,
                       lowest.y);
}

void formula_field(Ui& ui) {
    Session& session = ui.bench.session;
    const std::string text = session.formula->text();
    paragraph(ui, TextRole::small, ui.theme.secondary, "f(x, y) =");
    ExpressionField field(ui, formula_field_id, text, ImGui::GetContentRegionAvail().x);
    const auto typed = field.compiled<TypedObjective>(ExpressionField::Kind::line);
    if (typed) choose_formula(session, *typed);
    if (field.edited()) ui.drafts.formula = typed ? session.formula->text() : std::string();
    paragraph(ui, TextRole::small, ui.theme.secondary, minima_words(*session.formula));
}

/// Noise, seed, the ensemble and further starts.
void spread_rows(Ui& ui, const RowLook& look) {
    Session& session = ui.bench.session;
    parameter_row(ui, "noise", noise_parameter, session.noise, look);
    const bool random = session.noise > 0 || objective_of(session).draws_batches();
    if (random) {
        double ensemble = session.ensemble, seed = static_cast<double>(session.seed);
        if (parameter_row(ui, "ensemble", ensemble_parameter, ensemble, look)) {
            const int before = session.ensemble;
            session.ensemble = static_cast<int>(std::clamp(ensemble, 1.0, static_cast<double>(max_ensemble)));
            if (!why_not_runs(session).empty()) session.ensemble = before;
        }
        if (parameter_row(ui, "seed", seed_parameter, seed, look)) session.seed = static_cast<std::uint64_t>(std::max(seed, 0.0));
    }
    if (session.more_starts.empty()) return;
    const std::string label = std::to_string(session.more_starts.size()) +
                              (session.more_starts.size() == 1 ? " more start: remove" : " more starts: remove");
    if (text_button(ui, "starts.clear", label, "Shift+click in the picture adds a start", 0, Emphasis::quiet))
        session.more_starts.clear();
}

void objective_chooser(Ui& ui) {
    if (dropdown_button(ui, "objective", info_of(ui.bench.session).name, ImGui::GetContentRegionAvail().x / ui.unit,
                        "Choose from pictures of all objectives, or type a formula"))
        ui.gallery.open();
}

/// The chosen objective: what it is, and its parameters.
void objective_rows(Ui& ui, const RowLook& look) {
    Session& session = ui.bench.session;
    ImGui::Dummy({1, ui.px(2)});
    objective_chooser(ui);
    ImGui::Dummy({1, ui.px(4)});
    const ObjectiveInfo& info = info_of(session);
    if (session.formula)
        formula_field(ui);
    else
        paragraph(ui, TextRole::formula, ui.theme.text, "f(x, y) = " + std::string(info.formula));
    ImGui::Dummy({1, ui.px(2)});
    paragraph(ui, TextRole::small, ui.theme.secondary, info.notice);
    if (!info.params.empty()) ImGui::Dummy({1, ui.px(4)});
    for (std::size_t i = 0; i < info.params.size(); ++i) {
        const std::string id = "objective." + std::string(info.params[i].id);
        parameter_row(ui, id, info.params[i], session.objective_params[i], look);
    }
}

/// Where the runs start, and how long they are.
void run_rows(Ui& ui, const RowLook& look) {
    Session& session = ui.bench.session;
    const ObjectiveInfo& info = info_of(session);
    const Box& view = session.view.box;
    parameter_row(ui, "start.x", coordinate("start x", info.start.x, view.x0, view.x1), session.start.x, look);
    parameter_row(ui, "start.y", coordinate("start y", info.start.y, view.y0, view.y1), session.start.y, look);
    double steps = session.steps;
    if (!parameter_row(ui, "steps", steps_parameter, steps, look)) return;
    const int before = session.steps;
    session.steps = static_cast<int>(std::clamp(steps, 1.0, static_cast<double>(max_steps)));
    if (const std::string wanted = why_not_runs(session); !wanted.empty()) {
        ui.bench.messages.problem("The steps stay as they were: expected " + wanted, ui.now);
        session.steps = before;
    }
}

}  // namespace

void objective_panel(Ui& ui) {
    const RowLook look{.color = ui.theme.accent, .width = ImGui::GetContentRegionAvail().x};
    if (section(ui, "Objective")) objective_rows(ui, look);
    if (!section(ui, "Runs")) return;
    run_rows(ui, look);
    spread_rows(ui, look);
}

}  // namespace ravine
