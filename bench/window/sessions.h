// What the window shows while it is measured.
#pragma once

#include "app/session/session.h"

namespace ravine_bench {

/// Twelve optimizers in Rosenbrock's valley, each of which runs all of 1,000 steps; AdaGrad's card is the first. At their start.
ravine::Session twelve_optimizers(ravine::Layout layout);

/// One run of 100,000 steps, at its end. Without noise it follows the valley and settles; with noise of 30 its steps cover the
/// valley's floor until the last.
ravine::Session long_run(double noise);

/// What a new user sees, at the end of its runs.
ravine::Session played_opening();

}  // namespace ravine_bench
