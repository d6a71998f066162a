// What the keys and the top bar's buttons ask for. One table serves the keyboard and the list that F1 shows.
#pragma once

#include <span>
#include <string_view>

namespace ravine {

enum class Action {
    none,
    play_or_pause,
    step_back,
    step_forward,
    to_start,
    to_end,
    next_event,
    former_event,
    loop,
    undo,
    redo,
    open,
    save,
    save_as,
    export_now,
    export_dialog,
    export_map,
    whole_view,
    single,
    compare,
    grid,
    surface,
    palette,
    side_panel,
    inspector,
    map,
    tuning,
    present,
    larger,
    smaller,
    normal_size,
    help,
    quit,
};

struct Shortcut {
    Action action;
    int key, modifiers;     ///< GLFW's
    std::string_view keys;  ///< for people
    std::string_view text;
};

std::span<const Shortcut> shortcuts();

/// What a key press means: Action::none where it means nothing.
Action action_of(int key, int modifiers);

/// Whether the key has no other meaning while text is being typed: saving has none, the arrows and Ctrl+Z have.
bool works_while_typing(Action action);

}  // namespace ravine
