#include "app/ui/optimizer_menu.h"

#include "app/figure/words.h"
#include "app/session/optimizer_edits.h"

namespace ravine {

namespace {

int count_of(const Desk& desk) { return static_cast<int>(desk.bench.session.optimizers.size()); }

OptimizerChoice& choice_of(const Desk& desk, int i) { return desk.bench.session.optimizers[static_cast<std::size_t>(i)]; }

/// Whoever looks at an optimizer goes on doing so.
template <class Moved>
void follow(const Desk& desk, Moved moved) {
    int& inspected = desk.bench.inspection.optimizer;
    if (inspected >= 0) inspected = moved(inspected);
    desk.settings.map.optimizer = std::max(0, moved(desk.settings.map.optimizer));
}

MenuItem inspect_item(Desk desk, int i) {
    return {.label = "Inspect", .detail = "its update, with numbers", .run = [desk, i] { inspect(desk, i); }};
}

MenuItem shown_item(Desk desk, int i) {
    const bool shown = choice_of(desk, i).shown;
    return {.label = shown ? "Hide" : "Show", .run = [desk, i, shown] { choice_of(desk, i).shown = !shown; }};
}

bool others_are_hidden(const Desk& desk, int i) {
    for (int k = 0; k < count_of(desk); ++k)
        if (choice_of(desk, k).shown != (k == i)) return false;
    return true;
}

void add_visibility(MenuItems& items, Desk desk, int i) {
    items.push_back(shown_item(desk, i));
    if (count_of(desk) < 2) return;
    Session& session = desk.bench.session;
    if (others_are_hidden(desk, i))
        items.push_back({.label = "Show all", .run = [&session] { show_all(session); }});
    else
        items.push_back({.label = "Show only this one", .detail = "solo", .run = [&session, i] { show_only(session, i); }});
}

void add_panes(MenuItems& items, Desk desk, int i) {
    Session& session = desk.bench.session;
    const auto pane = [&](std::string label, PaneSide side, int holds) {
        items.push_back({.label = std::move(label),
                         .run = [&session, side, i] { put_in_pane(session, side, i); },
                         .mark = holds == i ? MenuMark::chosen : MenuMark::none});
    };
    pane("In the left pane", PaneSide::left, session.view.left);
    pane("In the right pane", PaneSide::right, session.view.right);
}

}  // namespace

void inspect(Desk desk, int i) {
    desk.bench.inspection.optimizer = i;
    desk.settings.aside = Aside::inspector;
}

void move_card(Desk desk, int from, int to) {
    move_optimizer(desk.bench.session, from, to);
    follow(desk, [&](int place) { return place_after_move(place, from, to); });
}

void duplicate_card(Desk desk, int i) {
    const int before = count_of(desk);
    duplicate_optimizer(desk.bench.session, i);
    if (count_of(desk) > before) follow(desk, [&](int place) { return place > i ? place + 1 : place; });
}

void remove_card(Desk desk, int i) {
    const int before = count_of(desk);
    remove_optimizer(desk.bench.session, i);
    if (count_of(desk) < before) follow(desk, [&](int place) { return place == i ? -1 : place > i ? place - 1 : place; });
}

MenuItem compare_item(Desk desk, int i) {
    MenuItem item{.label = "Compare with"};
    const std::vector<std::string> names = optimizer_names(desk.bench.session);
    for (int k = 0; k < count_of(desk); ++k) {
        if (k == i) continue;
        item.more.push_back({.label = names[static_cast<std::size_t>(k)],
                             .run = [&session = desk.bench.session, i, k] { compare_optimizers(session, i, k); }});
    }
    return item;
}

MenuItems cell_items(Desk desk, int i) {
    MenuItems items{inspect_item(desk, i)};
    if (count_of(desk) > 1) items.push_back(compare_item(desk, i));
    items.push_back(shown_item(desk, i));
    if (i > 0)
        items.push_back({.label = "Move to first", .run = [desk, i] {
                             move_card(desk, i, 0);
                             desk.bench.session.view.order = GridOrder::cards;
                         }});
    return items;
}

MenuItems optimizer_items(Desk desk, int i) {
    const int count = count_of(desk);
    MenuItems items{inspect_item(desk, i)};
    if (count > 1) items.push_back(compare_item(desk, i));
    items.emplace_back();
    if (desk.bench.session.view.layout == Layout::compare)
        add_panes(items, desk, i);
    else
        add_visibility(items, desk, i);
    items.emplace_back();
    if (count < max_optimizers) items.push_back({.label = "Duplicate", .run = [desk, i] { duplicate_card(desk, i); }});
    if (i > 0) items.push_back({.label = "Move up", .run = [desk, i] { move_card(desk, i, i - 1); }});
    if (i + 1 < count) items.push_back({.label = "Move down", .run = [desk, i] { move_card(desk, i, i + 1); }});
    items.push_back({.label = "Reset to defaults", .run = [desk, i] { reset_optimizer(desk.bench.session, i); }});
    if (count > 1) items.push_back({.label = "Remove", .run = [desk, i] { remove_card(desk, i); }});
    return items;
}

}  // namespace ravine
