#include "app/ui/palette_entries.h"

#include <array>
#include <numeric>
#include <string>

#include "app/figure/words.h"
#include "app/ui/picture_items.h"

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

/// The lines of a menu, each under its name, those of its lists too.
void offer_items(std::vector<PaletteEntry>& entries, const std::string& name, const MenuItems& items) {
    for (const MenuItem& item : items) {
        if (item.run) entries.push_back({name + ": " + item.label, item.detail, item.run});
        if (!item.more.empty()) offer_items(entries, name + ": " + item.label, item.more);
    }
}

void offer_layouts(std::vector<PaletteEntry>& entries, View& view) {
    static constexpr std::array<std::string_view, 4> names{"single", "compare", "grid", "surface"};
    for (std::size_t i = 0; i < names.size(); ++i)
        entries.push_back(
            {"Layout: " + std::string(names[i]), std::to_string(i + 1), [&view, i] { view.layout = static_cast<Layout>(i); }});
}

std::vector<int> all_places(const Session& session) {
    std::vector<int> places(session.optimizers.size());
    std::iota(places.begin(), places.end(), 0);
    return places;
}

/// What the menus of pictures and cards offer.
void offer_menus(std::vector<PaletteEntry>& entries, Desk desk) {
    Session& session = desk.bench.session;
    View& view = session.view;
    offer_items(entries, "Overlay", overlay_items(view));
    if (view.layout == Layout::surface) offer_items(entries, "Surface", camera_items(view.camera));
    const std::vector<int> all = all_places(session);
    const std::size_t curves = view.layout == Layout::compare ? 2 : 1;
    for (std::size_t k = 0; k < curves; ++k) {
        const std::string name = curves == 1 ? "Curve" : k == 0 ? "Left curve" : "Right curve";
        offer_items(entries, name, quantity_items(session, view.curves[k], all));
        offer_items(entries, name, scale_items(view.curves[k]));
    }
    const std::vector<std::string> names = optimizer_names(session);
    for (std::size_t i = 0; i < names.size(); ++i) offer_items(entries, names[i], optimizer_items(desk, static_cast<int>(i)));
}

}  // namespace

std::vector<PaletteEntry> session_entries(Desk desk, const std::vector<PublishedRule>& rules) {
    Workbench& bench = desk.bench;
    static constexpr std::array<std::string_view, 3> themes{"dark", "light", "high contrast"};
    static constexpr std::array<std::string_view, 3> levels{"logarithmic", "linear", "equal areas"};
    std::vector<PaletteEntry> entries;
    View& view = bench.session.view;
    offer_layouts(entries, view);
    offer_objectives(entries, bench.session);
    offer_optimizers(entries, bench.session, rules);
    offer(entries, "Theme", themes, view.theme);
    offer(entries, "Levels", levels, view.levels);
    for (const std::string_view map : colormap_ids) {
        entries.push_back({"Colours: " + std::string(map), "picture", [&view, map] { view.colormap = map; }});
    }
    offer_menus(entries, desk);
    return entries;
}

}  // namespace ravine
