// What can be done with an optimizer, wherever it is drawn: its card, its entry in the legend, its cell of the grid.
#pragma once

#include "app/ui/context_menu.h"
#include "app/ui/settings.h"
#include "app/ui/workbench.h"

namespace ravine {

/// Both must outlive the items, as long as these can be chosen.
struct Desk {
    Workbench& bench;
    Settings& settings;
};

/// Everything, for the i-th optimizer of the session.
MenuItems optimizer_items(Desk desk, int i);
/// What is wanted most where it has a cell of the grid.
MenuItems cell_items(Desk desk, int i);
/// The others, to put one of them beside it.
MenuItem compare_item(Desk desk, int i);

/// Opens the inspector with it.
void inspect(Desk desk, int i);

/// Edits of the list, after which inspector and map show the same optimizer as before.
void move_card(Desk desk, int from, int to);
void duplicate_card(Desk desk, int i);
void remove_card(Desk desk, int i);

}  // namespace ravine
