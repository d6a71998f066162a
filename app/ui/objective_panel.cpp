#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/panels.h"
#include "app/ui/widgets.h"
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

Parameter coordinate(std::string_view name, double standard, double low, double high) {
    return {.id = name,
            .name = name,
            .standard = standard,
            .min = low,
            .max = high,
            .help = "Where every run starts. Drag the ring in the picture, or click where the start should be.",
            .choices = {}};
}

void objective_chooser(Ui& ui) {
    Session& session = ui.bench.session;
    std::vector<std::string_view> names;
    int chosen = 0;
    for (const ObjectiveInfo& info : objectives()) {
        if (info.id == session.objective) chosen = static_cast<int>(names.size());
        names.push_back(info.name);
    }
    if (!chooser(ui, "objective", names, chosen, ImGui::GetContentRegionAvail().x / ui.unit)) return;
    choose_objective(session, objectives()[static_cast<std::size_t>(chosen)].id);
    ui.bench.playback.position = 0;
    ui.bench.playback.playing = true;
}

}  // namespace

void objective_panel(Ui& ui) {
    Session& session = ui.bench.session;
    const RowLook look{.color = ui.theme.accent, .width = ImGui::GetContentRegionAvail().x};

    section_heading(ui, "Objective");
    ImGui::Dummy({1, ui.px(2)});
    objective_chooser(ui);
    ImGui::Dummy({1, ui.px(4)});
    const ObjectiveInfo& info = *find_objective(session.objective);
    paragraph(ui, TextRole::formula, ui.theme.text, "f(x, y) = " + std::string(info.formula));
    ImGui::Dummy({1, ui.px(2)});
    paragraph(ui, TextRole::small, ui.theme.secondary, info.notice);
    if (!info.params.empty()) ImGui::Dummy({1, ui.px(4)});
    for (std::size_t i = 0; i < info.params.size(); ++i) {
        const std::string id = "objective." + std::string(info.params[i].id);
        parameter_row(ui, id, info.params[i], session.objective_params[i], look);
    }

    section_heading(ui, "Runs");
    const Box& view = session.view.box;
    parameter_row(ui, "start.x", coordinate("start x", info.start.x, view.x0, view.x1), session.start.x, look);
    parameter_row(ui, "start.y", coordinate("start y", info.start.y, view.y0, view.y1), session.start.y, look);
    double steps = session.steps;
    if (parameter_row(ui, "steps", steps_parameter, steps, look)) {
        session.steps = static_cast<int>(std::clamp(steps, 1.0, static_cast<double>(max_steps)));
    }
}

}  // namespace ravine
