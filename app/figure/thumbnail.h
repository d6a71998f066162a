// A small picture of an objective, for choosing among many: the contour's field without anything on it.
#pragma once

#include "app/figure/level_grid.h"

namespace ravine {

/// What a contour pane of columns × rows device pixels shows of the objective's domain. Computed on the calling thread alone, so
/// that frames keep the other processors.
Levelled thumbnail(const Objective& objective, int columns, int rows, Levels levels);

}  // namespace ravine
