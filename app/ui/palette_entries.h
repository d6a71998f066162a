// What the command palette offers besides the keys' actions.
#pragma once

#include <vector>

#include "app/ui/optimizer_menu.h"
#include "app/ui/palette.h"

namespace ravine {

/// Objectives, optimizers, layouts, colours and themes, and what the menus of pictures and cards offer: edits of the desk's
/// session, which must outlive the entries.
std::vector<PaletteEntry> session_entries(Desk desk, const std::vector<PublishedRule>& rules);

}  // namespace ravine
