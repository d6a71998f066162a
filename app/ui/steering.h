// What moving a slider changes: the whole run, or the run from the playback's position on.
#pragma once

#include <string>

#include "app/session/session.h"

namespace ravine {

/// replay: the setting counts from the start, and every trajectory is computed anew. steer: from `step` on; what was before
/// stays.
enum class Steering { replay, steer };

/// What the slider of hyperparameter `param` shows, steering or not: the value that counts from `step` on.
double steered_value(const Session& session, int optimizer, std::size_t param, int step);

/// Which values it takes on the way: "0.03, from step 100 on 0.02". Empty where it keeps one.
std::string words_of_changes(const Session& session, int optimizer, std::size_t param);

/// Makes `value` count from `step` on. At step 0 it is the setting itself.
void steer(Session& session, int optimizer, std::size_t param, int step, double value);

/// Makes `value` count for the whole run: the setting, without changes on the way.
void replay(Session& session, int optimizer, std::size_t param, double value);

}  // namespace ravine
