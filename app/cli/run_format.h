// Runs as text: the CSV and the JSON of `ravine run`.
#pragma once

#include <functional>
#include <string_view>

#include "app/session/session.h"

namespace ravine {

/// Takes the text piece by piece: a million steps need not be in memory at once.
using Sink = std::function<void(std::string_view)>;

enum class RunFormat { csv, json };

/// Simulates one run after the other and writes each before the next.
void write_runs(const Session& session, RunFormat format, const Sink& sink);

}  // namespace ravine
