// What the keys of a frame mean: a text field, the control that has the keyboard and an open dialog each take theirs; the others
// ask for an action.
#pragma once

#include <span>
#include <vector>

#include "app/ui/actions.h"
#include "app/ui/camera_moves.h"
#include "app/ui/focus.h"

namespace ravine {

struct KeyPress {
    int key, modifiers;  ///< GLFW's
};

/// Who wants keys as the frame begins.
struct KeyTakers {
    bool typing = false;  ///< a text field has the keyboard
    bool dialog = false;
    bool help = false;  ///< the dialog is the list of keys, which the key that opened it closes
    bool presenting = false;
    bool surface = false;  ///< the graph of f is shown, and its camera takes keys
};

struct KeyMeanings {
    std::vector<int> codes;  ///< of all keys
    std::vector<Action> actions;
    std::vector<KeyPress> camera;             ///< those that move the camera
    Focus::Keys focus;                        ///< but for the pointer's part in it
    Keyboard keyboard = Keyboard::elsewhere;  ///< where the camera's keys found it
    bool escape = false;                      ///< Esc was among them
};

KeyMeanings meanings_of(std::span<const KeyPress> pressed, KeyTakers takers, const Focus& focus);

}  // namespace ravine
