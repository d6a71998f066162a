// Where work may fail, and what it fails with is to be read by the person who asked for it.
#pragma once

#include <functional>

#include "app/ui/messages.h"

namespace ravine {

/// Does the work. An exception becomes a message that stays until it is read.
void attempt(Messages& messages, const std::function<void()>& work);

}  // namespace ravine
