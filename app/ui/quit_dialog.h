// Asks before a session file's unsaved changes are lost.
#pragma once

#include "app/ui/ui.h"

namespace ravine {

enum class QuitAnswer { none, save, discard };

/// Draws the question while `visible`; Esc or Cancel takes it back.
QuitAnswer quit_dialog(Ui& ui, bool& visible);

}  // namespace ravine
