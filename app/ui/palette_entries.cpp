#include "app/ui/palette_entries.h"

#include <array>
#include <string>

namespace ravine {

namespace {

template <class Enum, std::size_t N>
void offer(std::vector<PaletteEntry>& entries, std::string_view what, const std::array<std::string_view, N>& names, Enum& value) {
    for (std::size_t i = 0; i < N; ++i) {
        entries.push_back(
            {std::string(what) + ": " + std::string(names[i]), "picture", [&value, i] { value = static_cast<Enum>(i); }});
    }
}

void offer_objectives(std::vector<PaletteEntry>& entries, Session& session) {
    for (const ObjectiveInfo& info : objectives()) {
        entries.push_back({"Objective: " + std::string(info.name), std::string(info.formula),
                           [&session, id = info.id] { choose_objective(session, id); }});
    }
}

void offer_optimizers(std::vector<PaletteEntry>& entries, Session& session, const std::vector<PublishedRule>& rules) {
    if (session.optimizers.size() >= static_cast<std::size_t>(max_optimizers)) return;
    for (const OptimizerInfo& info : optimizers()) {
        entries.push_back({"Add optimizer: " + std::string(info.name), std::string(info.formula),
                           [&session, id = info.id] { session.optimizers.push_back(new_optimizer(session, id)); }});
    }
    for (const PublishedRule& rule : rules) {
        entries.push_back({"Add typed rule: " + rule.name, "published", [&session, text = rule.text] {
                               session.optimizers.push_back(new_rule(session, TypedOptimizer(text)));
                           }});
    }
}

}  // namespace

std::vector<PaletteEntry> session_entries(Workbench& bench, const std::vector<PublishedRule>& rules) {
    static constexpr std::array<std::string_view, 4> layouts{"single", "compare", "grid", "surface"};
    static constexpr std::array<std::string_view, 3> themes{"dark", "light", "high contrast"};
    static constexpr std::array<std::string_view, 3> levels{"logarithmic", "linear", "equal areas"};
    std::vector<PaletteEntry> entries;
    View& view = bench.session.view;
    offer(entries, "Layout", layouts, view.layout);
    offer_objectives(entries, bench.session);
    offer_optimizers(entries, bench.session, rules);
    offer(entries, "Theme", themes, view.theme);
    offer(entries, "Levels", levels, view.levels);
    for (const std::string_view map : colormap_ids) {
        entries.push_back({"Colours: " + std::string(map), "picture", [&view, map] { view.colormap = map; }});
    }
    return entries;
}

}  // namespace ravine
