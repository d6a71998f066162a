// What every panel is handed: the bench it edits, and the means to draw.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "app/figure/theme.h"
#include "app/paint/screen_fonts.h"
#include "app/paint/screen_painter.h"
#include "app/session/published_rules.h"
#include "app/ui/expression_field.h"
#include "app/ui/focus.h"
#include "app/ui/live_map.h"
#include "app/ui/live_tuning.h"
#include "app/ui/settings.h"
#include "app/ui/workbench.h"

namespace ravine {

/// The places of this frame's controls, by name ("optimizer1.rho"): what a test that drives the window aims at.
struct Control {
    std::string name;
    Rect rect;
};

/// A value being typed into a slider, after Ctrl+click. At most one at a time.
struct Entry {
    ImGuiID slider = 0;  ///< 0: none
    std::string text;
    bool fresh = false;  ///< begins in this frame: takes the keyboard
    ImGuiID reset = 0;   ///< a slider that is to go back to its default
};

class ContextMenu;
class Gallery;

struct Ui {
    Workbench& bench;
    Settings& settings;
    Entry& entry;
    Drafts& drafts;
    Gallery& gallery;
    ContextMenu& menu;
    LiveMap& map;
    LiveTuning& tuning;
    const std::vector<PublishedRule>& rules;
    ScreenPainter& painter;
    const ScreenFonts& fonts;
    const Theme& theme;
    float unit = 1;  ///< pixels per unit
    double now = 0;  ///< seconds
    std::vector<Control>& controls;
    Focus& focus;
    bool escape = false;             ///< Esc was pressed: the dialog on top closes
    std::span<const int> keys = {};  ///< GLFW's codes of all keys that were pressed since the last frame, repeats included

    float px(float units) const { return units * unit; }
    void record(std::string_view name, ImVec2 min, ImVec2 max) const {
        controls.push_back({std::string(name), {min.x, min.y, max.x, max.y}});
    }
};

inline ImU32 packed(Color c) { return ImGui::ColorConvertFloat4ToU32({c.r, c.g, c.b, c.a}); }

}  // namespace ravine
