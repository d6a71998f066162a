// Which control has the keyboard: Tab goes from one to the next in the order in which they are drawn, Enter presses it, and the
// arrows move a slider.
#pragma once

#include <vector>

#include <imgui.h>

#include "app/figure/color.h"

namespace ravine {

class Focus {
public:
    struct Keys {
        int tabs = 0;                       ///< Tab: 1, Shift+Tab: −1, added up
        int nudges = 0;                     ///< right: 1, left: −1, added up
        bool enter = false, leave = false;  ///< leave: Esc, or a click somewhere
        bool menu = false;                  ///< the Menu key, or Shift+F10
    };

    /// Takes the keys of this frame. Before the first control is drawn.
    void begin_frame(const Keys& keys);

    /// Whether a control has the keyboard: then Enter and, for one that can be nudged, the arrows are its own.
    bool active() const { return current_ != 0; }
    bool takes_arrows() const { return active() && takes_ == Takes::nudges; }
    bool takes_turns() const { return active() && takes_ == Takes::turns; }

    /// turns: the keys that turn the graph of f.
    enum class Takes { presses, nudges, turns };
    /// Announces the item that was just added as a control; true where it has the keyboard. Draws a ring about it then, and
    /// scrolls to it when it gets the keyboard. Below a dialog nothing can have it.
    bool announce(ImGuiID id, Takes takes, Color ring, float unit);
    /// Gives the keyboard to a control that is announced in every frame.
    void give_to(ImGuiID id, Takes takes) {
        current_ = id;
        takes_ = takes;
    }

    /// For the control that has the keyboard: whether it is pressed, and how far the arrows move it.
    bool pressed() const { return keys_.enter; }
    int nudges() const { return keys_.nudges; }

    /// Whether the menu of what has the keyboard is asked for, and where that is in the window.
    bool wants_menu() const { return keys_.menu; }
    ImVec2 min() const { return min_; }
    ImVec2 max() const { return max_; }

    ImGuiID current() const { return current_; }
    /// Gives the keyboard to a control as soon as that is drawn, unless a person moves it elsewhere first.
    void await(ImGuiID id) { awaited_ = id; }

    /// A list is open: up and down go through it as Tab does. Call it in every frame in which one is.
    void hold_list() { list_ = true; }
    bool in_list() const { return list_; }

private:
    Keys keys_;
    ImGuiID current_ = 0, awaited_ = 0;
    Takes takes_ = Takes::presses;
    bool moved_ = false, list_ = false;
    ImVec2 min_, max_;                         ///< of the current control
    std::vector<ImGuiID> former_, announced_;  ///< of the last frame, of this one
};

}  // namespace ravine
