// The menu of what is under the pointer, opened by a right click, or by the Menu key for what has the keyboard. One at a time,
// above everything.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/ui/actions.h"
#include "app/ui/widgets.h"

namespace ravine {

/// One line of a menu. Exactly one of `run`, `action` and `more` says what it does; a line without is a heading, or a hairline
/// where it has no label either. Labels are told apart within a menu.
struct MenuItem {
    std::string label = {};
    std::string detail = {};  ///< keys, or what it means
    std::function<void()> run = {};
    Action action = Action::none;     ///< of the window
    MenuMark mark = MenuMark::none;   ///< what is on or off leaves the menu open
    std::vector<MenuItem> more = {};  ///< a list of its own
};
using MenuItems = std::vector<MenuItem>;

class ContextMenu {
public:
    /// Gives the lines, in every frame anew: marks follow what is chosen.
    using Source = std::function<MenuItems()>;

    /// Whether the menu of this part of the current ImGui window is asked for: by a right click on it, which is no drag, or by
    /// the Menu key where a control in it has the keyboard. Of parts that lie in each other, ask the inner ones first.
    bool asked(const Ui& ui, ImVec2 min, ImVec2 max) const;

    /// Whether it can be opened: neither it nor another popup is open.
    bool free() const;

    /// Opens it: at the pointer, or below `min`, `max`, where the keyboard asked.
    void open(const Ui& ui, Source source);
    void open_at(const Ui& ui, ImVec2 at, Source source);
    void close() { source_ = {}; }
    bool visible() const { return source_ != nullptr; }

    /// Draws it and does what was chosen, after it has closed. Gives the action of the window that was chosen.
    Action draw(Ui& ui);

private:
    void place(const Ui& ui, const MenuItems& items, const std::string& title) const;
    const MenuItem* rows(Ui& ui, const MenuItems& items);
    Action choose(const Ui& ui, const MenuItem& item);
    void go_into(const Ui& ui, std::string list);

    Source source_;
    ImVec2 at_;
    std::string list_;          ///< the label of the line whose list is open; empty: the first list
    bool fresh_ = false;        ///< opened in this frame: the key that opened it chooses nothing
    bool by_keys_ = false;      ///< the keyboard works it
    bool wants_first_ = false;  ///< its first line is to have the keyboard
    ImGuiID former_ = 0;        ///< what had the keyboard before
};

}  // namespace ravine
