#include <cmath>
#include <filesystem>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/error.h"
#include "app/cli/output.h"
#include "app/export/map_picture.h"
#include "app/session/atomic_file.h"
#include "app/session/nearest.h"
#include "app/session/paths.h"

namespace ravine {
namespace {

constexpr std::size_t piece = std::size_t{1} << 20U;  // bytes gathered before they go out

template <class Sink>
void write_csv(const PlannedMap& plan, const Map& map, const Sink& sink) {
    const bool basins = !plan.spec.places.empty() || plan.spec.x.of == MapAxis::Of::start_x;
    fmt::memory_buffer text;
    fmt::format_to(std::back_inserter(text), "{},{},f,steps,outcome{}\n", plan.x_id, plan.y_id, basins ? ",minimum" : "");
    for (int j = 0; j < map.rows; ++j) {
        for (int i = 0; i < map.columns; ++i) {
            const std::size_t at = map.cell(i, j);
            const auto out = std::back_inserter(text);
            fmt::format_to(out, "{:.17g},{:.17g},", plan.spec.x.value(i, map.columns), plan.spec.y.value(j, map.rows));
            // A run that never was in the domain of f has no height, one that does not arrive has no step.
            if (std::isfinite(map.f[at])) fmt::format_to(out, "{:.17g}", map.f[at]);
            fmt::format_to(out, ",");
            if (map.steps[at] >= 0) fmt::format_to(out, "{}", map.steps[at]);
            fmt::format_to(out, ",{}", id_of(map.outcome[at]));
            if (basins) fmt::format_to(out, ",");
            if (basins && map.place[at] >= 0) fmt::format_to(out, "{}", map.place[at]);
            fmt::format_to(out, "\n");
            if (text.size() < piece) continue;
            sink(std::string_view(text.data(), text.size()));
            text.clear();
        }
    }
    sink(std::string_view(text.data(), text.size()));
}

/// What the engine refuses is a request that is wrong.
template <class Work>
auto asked(const Work& work) {
    try {
        return work();
    } catch (const std::invalid_argument& error) {
        throw RequestError(error.what());
    }
}

enum class MapFormat { csv, picture };

MapFormat format_of(const std::string& out) {
    const std::string extension = std::filesystem::path(out).extension();
    if (extension == ".csv" || out == "-") return MapFormat::csv;
    if (picture_format(out)) return MapFormat::picture;
    throw RequestError(
        fmt::format("-o {}: map writes .csv, .png, .svg or .pdf, or CSV to standard output where OUT is '-'", in_quotes(out)));
}

}  // namespace

void map_command(const Request& request, const MapOptions& options) {
    const MapFormat format = format_of(request.out);
    const PlannedMap plan = asked([&] { return plan_map(request.session, options.map); });
    Map map;
    asked([&] { return compute_map(plan.spec, map); });
    if (format == MapFormat::picture) {
        const CairoFonts fonts(data_folder() / "fonts");
        const PictureSettings size{request.size.width, request.size.height, static_cast<float>(request.scale)};
        write_map_picture({request.session, plan, std::make_shared<const Map>(std::move(map)), options.measure}, size, fonts,
                          request.out);
    } else if (request.out == "-") {
        write_csv(plan, map, write_to_standard_output);
    } else {
        AtomicFile file(request.out);
        write_csv(plan, map, [&](std::string_view text) { file.write(text); });
        file.commit();
    }
}

}  // namespace ravine
