// The commands. Each does its work or throws: RequestError where it is asked for the impossible, others where it fails.
#pragma once

#include <array>
#include <string_view>

#include "app/cli/options.h"
#include "app/session/map_request.h"

namespace ravine {

/// Every step of every run → .csv, .json, or CSV on standard output ("-").
void run_command(const Request& request);

/// The figure → .png.
void render_command(const Request& request);

enum class ListForm { table, json };

struct MapOptions {
    MapRequest map;
    MapMeasure measure = MapMeasure::f;  ///< of a picture
};
/// A grid of runs → .csv, .png, or CSV on standard output ("-").
void map_command(const Request& request, const MapOptions& options);

struct TuneOptions {
    int budget = 256;  ///< runs of each optimizer
    double tolerance = 1e-6;
    ListForm form = ListForm::table;
};
/// The best setting of each optimizer → standard output, and the tuned session where OUT is given.
void tune_command(const Request& request, const TuneOptions& options);

/// The names that list_command knows.
inline constexpr std::array<std::string_view, 4> list_names{"objectives", "optimizers", "lessons", "colormaps"};
void list_command(const Typed& what, ListForm form);

}  // namespace ravine
