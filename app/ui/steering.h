// What moving a slider changes: the whole run, or the run from the playback's position on.
#pragma once

#include "app/session/session.h"

namespace ravine {

/// replay: the setting counts from the start, and every trajectory is computed anew. steer: from `step` on; what was before
/// stays.
enum class Steering { replay, steer };

/// What the slider of hyperparameter `param` shows: its value from `step` on.
double steered_value(const Session& session, int optimizer, std::size_t param, int step);

/// Makes `value` count from `step` on. At step 0 it is the setting itself.
void steer(Session& session, int optimizer, std::size_t param, int step, double value);

/// Makes `value` count for the whole run: the setting, without changes on the way.
void replay(Session& session, int optimizer, std::size_t param, double value);

}  // namespace ravine
