// What the command palette offers besides the keys' actions.
#pragma once

#include <vector>

#include "app/ui/palette.h"

namespace ravine {

/// Objectives, optimizers, layouts, colours and themes: edits of the bench's session, which must outlive the entries.
std::vector<PaletteEntry> session_entries(Workbench& bench, const std::vector<PublishedRule>& rules);

}  // namespace ravine
