// Where pictures go and how large they are. The settings are remembered; Ctrl+E writes with them without asking.
#pragma once

#include "app/ui/ui.h"

namespace ravine {

enum class ExportAnswer { none, write };

/// Draws the dialog while `visible`.
ExportAnswer export_dialog(Ui& ui, bool& visible);

}  // namespace ravine
