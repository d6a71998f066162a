// Edits of the points that the runs start from: one that always is, and more.
#pragma once

#include <string>

#include "app/session/session.h"

namespace ravine {

/// The k-th start: 0 is Session::start, from 1 on Session::more_starts.
Point start_at(const Session& session, int k);
int start_count(const Session& session);

/// Empty where it was added; else one sentence that says why there cannot be another start.
std::string add_start(Session& session, Point at);

/// Takes the k-th start out. Where it is the first, the next one takes its place; the last one stays.
void remove_start(Session& session, int k);

}  // namespace ravine
