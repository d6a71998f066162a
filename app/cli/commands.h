// The commands. Each does its work or throws: RequestError where it is asked for the impossible, others where it fails.
#pragma once

#include <string_view>

#include "app/cli/options.h"

namespace ravine {

/// Every step of every run → .csv, .json, or CSV on standard output ("-").
void run_command(const Request& request);

/// The figure → .png.
void render_command(const Request& request);

enum class ListForm { table, json };
/// The names that list_command knows.
inline constexpr std::array<std::string_view, 3> list_names{"objectives", "optimizers", "colormaps"};
void list_command(const Typed& what, ListForm form);

}  // namespace ravine
