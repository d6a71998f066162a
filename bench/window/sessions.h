// What the window shows while it is measured.
#pragma once

#include "app/session/session.h"

namespace ravine_bench {

/// Twelve optimizers in Rosenbrock's valley, each of which runs all of 1,000 steps; AdaGrad's card is the first. At their start.
ravine::Session twelve_optimizers(ravine::Layout layout);

/// One run of 100,000 steps that noise keeps moving, at its end.
ravine::Session long_run();

/// What a new user sees, at the end of its runs.
ravine::Session played_opening();

}  // namespace ravine_bench
