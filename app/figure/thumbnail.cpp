#include "app/figure/thumbnail.h"

#include <oneapi/tbb/task_arena.h>

#include "app/figure/axes.h"

namespace ravine {

Levelled thumbnail(const Objective& objective, int columns, int rows, Levels levels) {
    const Rect pane{0, 0, static_cast<float>(columns), static_cast<float>(rows)};
    const Box box = fitted(objective.info().domain, pane);
    oneapi::tbb::task_arena alone(1);
    return alone.execute([&] { return level_grid(objective, box, columns, rows, levels); });
}

}  // namespace ravine
