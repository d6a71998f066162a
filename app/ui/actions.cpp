#include "app/ui/actions.h"

#define GLFW_INCLUDE_NONE
#include <array>

#include <GLFW/glfw3.h>

namespace ravine {

namespace {

constexpr std::array<Shortcut, 35> table = {{
    {Action::play_or_pause, GLFW_KEY_SPACE, 0, "Space", "Play or pause"},
    {Action::step_back, GLFW_KEY_LEFT, 0, "←", "One step back"},
    {Action::step_forward, GLFW_KEY_RIGHT, 0, "→", "One step forward"},
    {Action::to_start, GLFW_KEY_HOME, 0, "Home", "To the start"},
    {Action::to_end, GLFW_KEY_END, 0, "End", "To the last step"},
    {Action::next_event, GLFW_KEY_PAGE_DOWN, 0, "Page down", "To the next outcome or change"},
    {Action::former_event, GLFW_KEY_PAGE_UP, 0, "Page up", "To the one before"},
    {Action::loop, GLFW_KEY_L, 0, "L", "Play over and over"},
    {Action::whole_view, GLFW_KEY_0, 0, "0", "Show the objective's whole domain"},
    {Action::single, GLFW_KEY_1, 0, "1, 2, 3, 4", "Single, compare, grid, surface"},
    {Action::compare, GLFW_KEY_2, 0, "", ""},
    {Action::grid, GLFW_KEY_3, 0, "", ""},
    {Action::surface, GLFW_KEY_4, 0, "", ""},
    {Action::undo, GLFW_KEY_Z, GLFW_MOD_CONTROL, "Ctrl+Z", "Undo"},
    {Action::redo, GLFW_KEY_Y, GLFW_MOD_CONTROL, "Ctrl+Y", "Redo"},
    {Action::redo, GLFW_KEY_Z, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT, "", ""},
    {Action::open, GLFW_KEY_O, GLFW_MOD_CONTROL, "Ctrl+O", "Open a session"},
    {Action::save, GLFW_KEY_S, GLFW_MOD_CONTROL, "Ctrl+S", "Save the session"},
    {Action::save_as, GLFW_KEY_S, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT, "Ctrl+Shift+S", "Save under another name"},
    {Action::export_now, GLFW_KEY_E, GLFW_MOD_CONTROL, "Ctrl+E", "Write a picture to the export folder"},
    {Action::export_dialog, GLFW_KEY_E, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT, "Ctrl+Shift+E",
     "Choose the picture's size and folder"},
    {Action::palette, GLFW_KEY_K, GLFW_MOD_CONTROL, "Ctrl+K", "Find anything by its name"},
    {Action::inspector, GLFW_KEY_I, GLFW_MOD_CONTROL, "Ctrl+I", "The update rule with this step's numbers"},
    {Action::map, GLFW_KEY_M, GLFW_MOD_CONTROL, "Ctrl+M", "The map of runs"},
    {Action::tuning, GLFW_KEY_T, GLFW_MOD_CONTROL, "Ctrl+T", "Tune every optimizer with one budget"},
    {Action::side_panel, GLFW_KEY_B, GLFW_MOD_CONTROL, "Ctrl+B", "Show or hide the left panel"},
    {Action::present, GLFW_KEY_F11, 0, "F11", "Presentation: full screen, large type, no panels"},
    {Action::larger, GLFW_KEY_EQUAL, GLFW_MOD_CONTROL, "Ctrl +", "Everything larger"},
    {Action::larger, GLFW_KEY_EQUAL, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT, "", ""},
    {Action::larger, GLFW_KEY_KP_ADD, GLFW_MOD_CONTROL, "", ""},
    {Action::smaller, GLFW_KEY_MINUS, GLFW_MOD_CONTROL, "Ctrl −", "Everything smaller"},
    {Action::smaller, GLFW_KEY_KP_SUBTRACT, GLFW_MOD_CONTROL, "", ""},
    {Action::normal_size, GLFW_KEY_0, GLFW_MOD_CONTROL, "Ctrl+0", "The usual size"},
    {Action::help, GLFW_KEY_F1, 0, "F1", "This list"},
    {Action::quit, GLFW_KEY_Q, GLFW_MOD_CONTROL, "Ctrl+Q", "Quit"},
}};

}  // namespace

std::span<const Shortcut> shortcuts() { return table; }

Action action_of(int key, int modifiers) {
    constexpr int meant = GLFW_MOD_CONTROL | GLFW_MOD_SHIFT | GLFW_MOD_ALT | GLFW_MOD_SUPER;
    for (const Shortcut& s : table) {
        if (s.key == key && s.modifiers == (modifiers & meant)) return s.action;
    }
    return Action::none;
}

bool works_while_typing(Action action) {
    switch (action) {
        case Action::open:
        case Action::save:
        case Action::save_as:
        case Action::export_now:
        case Action::export_dialog:
        case Action::help:
        case Action::quit:
            return true;
        default:
            return false;
    }
}

}  // namespace ravine
