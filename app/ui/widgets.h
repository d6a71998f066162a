// The controls that panels are made of. All keep to the theme, the 8-unit grid and the text roles.
#pragma once

#include <initializer_list>
#include <span>

#include "app/ui/draw.h"
#include "app/ui/ui.h"
#include "engine/parameter.h"

namespace ravine {

/// An area at the cursor that takes a click, or Enter where Tab has brought the keyboard to it. True when pressed.
bool press_area(const Ui& ui, std::string_view id, ImVec2 size);

enum class Emphasis { quiet, normal, primary };
enum class Availability { enabled, disabled };

/// A square button with an icon. True when clicked.
bool icon_button(const Ui& ui, std::string_view id, Icon icon, std::string_view help, float size = 28,
                 Availability availability = Availability::enabled, Emphasis emphasis = Emphasis::quiet);

/// A button with a label, `width` units wide (0: as wide as its text).
bool text_button(const Ui& ui, std::string_view id, std::string_view label, std::string_view help = {}, float width = 0,
                 Emphasis emphasis = Emphasis::normal);

/// The width of `text_button` without a width of its own, in units.
float text_button_width(const Ui& ui, std::string_view label);

/// Exclusive choices side by side, each with its help where there is any. True where `chosen` changed.
bool segments(const Ui& ui, std::string_view id, std::span<const std::string_view> labels, int& chosen,
              std::span<const std::string_view> helps = {});

/// A button that shows what is chosen and opens what it is chosen from, `width` units wide. True when clicked.
bool dropdown_button(const Ui& ui, std::string_view id, std::string_view label, float width, std::string_view help = {});

/// A button that opens a list. True where `chosen` changed.
bool chooser(const Ui& ui, std::string_view id, std::span<const std::string_view> labels, int& chosen, float width,
             std::string_view help = {});

/// Begins a popup panel, which Esc closes; where true, end it with ImGui::EndPopup. Opened by ImGui::OpenPopup(id).
bool begin_menu(const Ui& ui, const char* id);
/// How a line of a menu is marked: a dot beside the choice that counts, a box beside what can be on or off.
enum class MenuMark { none, chosen, off, on };
/// One line of a menu, which stays open. True when clicked.
bool menu_row(const Ui& ui, std::string_view label, std::string_view detail = {}, MenuMark mark = MenuMark::none);
/// The room that it needs, in pixels.
float menu_row_width(const Ui& ui, std::string_view label, std::string_view detail);
/// The same, and the menu closes.
bool menu_item(const Ui& ui, std::string_view label, std::string_view detail = {}, bool checked = false);
/// A hairline between lines of a menu.
void menu_separator(const Ui& ui);

/// Begins a dialog in the middle of the window while `visible`; where true, end it with end_dialog, which closes it where
/// `visible` has become false.
bool begin_dialog(const Ui& ui, const char* id, bool visible);
void end_dialog(bool visible);

/// How much room a slider takes: one line with its track between label and value, or a second line for a long track.
enum class SliderSize { compact, large };

struct RowLook {
    Color color;      ///< of the track
    float width = 0;  ///< of the row, in pixels
    SliderSize size = SliderSize::compact;
    std::string note = {};  ///< what else its help says
};

/// A slider for `p` at the cursor. Drag moves it, Ctrl+click types a value, the arrow that appears resets it, a right click opens
/// its menu.
/// Toggles become switches, choices become lists. True where `value` changed.
bool parameter_row(Ui& ui, std::string_view id, const Parameter& p, double& value, const RowLook& look);

/// `value` with as many digits as a slider has room for.
std::string short_value(const Parameter& p, double value);

}  // namespace ravine
