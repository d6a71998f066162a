#include "app/ui/keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace ravine {

namespace {

/// Keys that move the keyboard's focus, or that the control which has it takes for itself.
bool goes_to_focus(const KeyPress& press, const Focus& focus, Focus::Keys& taken) {
    const auto [key, modifiers] = press;
    if (key == GLFW_KEY_TAB && (modifiers & GLFW_MOD_CONTROL) == 0) {
        taken.tabs += (modifiers & GLFW_MOD_SHIFT) != 0 ? -1 : 1;
        return true;
    }
    if (key == GLFW_KEY_MENU || (key == GLFW_KEY_F10 && modifiers == GLFW_MOD_SHIFT)) return taken.menu = true;
    if (focus.in_list() && (key == GLFW_KEY_DOWN || key == GLFW_KEY_UP)) {
        taken.tabs += key == GLFW_KEY_DOWN ? 1 : -1;
        return true;
    }
    if (!focus.active() || modifiers != 0) return false;
    if (key == GLFW_KEY_ESCAPE) taken.leave = true;
    if (key == GLFW_KEY_ENTER || key == GLFW_KEY_KP_ENTER) taken.enter = true;
    const bool sideways = key == GLFW_KEY_LEFT || key == GLFW_KEY_RIGHT;
    if (sideways && focus.takes_arrows()) taken.nudges += key == GLFW_KEY_RIGHT ? 1 : -1;
    return taken.enter || (sideways && focus.takes_arrows());
}

}  // namespace

KeyMeanings meanings_of(std::span<const KeyPress> pressed, KeyTakers takers, const Focus& focus) {
    KeyMeanings meant;
    meant.keyboard = focus.takes_turns() ? Keyboard::on_surface : Keyboard::elsewhere;
    const auto moves_camera = [&](const KeyPress& press) {
        Camera any;
        return takers.surface && !takers.typing && !takers.dialog && move_by_key(any, press.key, press.modifiers, meant.keyboard);
    };
    const auto act = [&](Action action) {
        meant.actions.push_back(action);
        if (action == Action::present) takers.presenting = !takers.presenting;
        if (action == Action::help) takers.help = !takers.help;
    };
    for (const KeyPress& press : pressed) {
        const Action action = action_of(press.key, press.modifiers);
        const bool escape = press.key == GLFW_KEY_ESCAPE;
        meant.codes.push_back(press.key);
        meant.escape = meant.escape || escape;
        if (escape && takers.presenting && !takers.dialog) act(Action::present);
        if (takers.typing && !works_while_typing(action)) continue;
        if (!takers.typing && goes_to_focus(press, focus, meant.focus)) continue;
        if (moves_camera(press)) {
            meant.camera.push_back(press);
            continue;
        }
        if (!takers.dialog || (action == Action::help && takers.help)) act(action);
    }
    return meant;
}

}  // namespace ravine
