// Where the parts of the window stand: panels around the stage, with splitters that make the side panels wider or close them.
#pragma once

#include "app/ui/ui.h"

namespace ravine {

/// Whole pixels, without the hairlines between them. A part that is not shown has no width or no height.
struct Regions {
    Rect top, side, stage, aside, playback;
    float line = 1;  ///< width of the hairlines
};

Regions regions_of(const Ui& ui);

/// What the regions lie on, in the background of the window.
void paint_ground(const Ui& ui, const Regions& regions);

/// The edges between stage and side panels: dragging one sets the panel's width, a double click closes and opens the panel.
/// Edits the settings. Call it before the first region: of windows that clicks do not bring to the front, ImGui keeps the first
/// in front.
void splitters(Ui& ui, const Regions& regions);

/// A part of the window, as an ImGui window that cannot be moved. End it with ImGui::End.
void begin_region(const char* name, const Rect& where, ImVec2 padding);

}  // namespace ravine
