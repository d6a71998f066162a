// A field that shows a colour for each cell of a map, for files without pixels.
#pragma once

#include "app/paint/canvas.h"

namespace ravine {

/// Whether every level is the middle of a band, as those of maps are: a colour, not a height.
bool has_cells(const LevelGrid& grid);

/// Draws the cells as an image, alike in size however large it is shown. There are as many as it takes to give every sample its
/// colour. Where there are none, stripes show.
void draw_cells(Canvas& canvas, const Field& field);

}  // namespace ravine
