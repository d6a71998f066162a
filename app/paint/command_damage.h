// Which pixels one of our commands colours, and which differ between two. One device pixel per logical pixel.
#pragma once

#include <vector>

#include "app/paint/pixel_rect.h"
#include "app/paint/screen_command.h"

namespace ravine {

/// All that it may colour.
PixelRect extent(const ScreenCommand& command);

/// What may differ between the pictures of the two: empty where they are equal. Of a path that is played on, only what was
/// added, and what fades.
std::vector<PixelRect> difference(const ScreenCommand& before, const ScreenCommand& after);

}  // namespace ravine
