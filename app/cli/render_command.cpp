#include <cmath>
#include <filesystem>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/error.h"
#include "app/export/picture.h"
#include "app/session/nearest.h"
#include "app/session/paths.h"
#include "app/session/simulation.h"

namespace ravine {
namespace {

void check_target(const std::string& out) {
    if (!picture_format(out))
        throw RequestError(fmt::format("-o {}: render writes pictures as .png, .svg or .pdf", in_quotes(out)));
}

void check_pixels(const Request& request) {
    const double width = std::round(request.size.width * request.scale), height = std::round(request.size.height * request.scale);
    if (width >= 1 && height >= 1 && width <= max_pixels && height <= max_pixels) return;
    throw RequestError(fmt::format("--size {}x{} at --scale {} is a picture of {} by {} pixels, expected 1 to {} a side",
                                   request.size.width, request.size.height, request.scale, width, height, max_pixels));
}

}  // namespace

void render_command(const Request& request) {
    check_target(request.out);
    check_pixels(request);
    const CairoFonts fonts(data_folder() / "fonts");
    const Runs runs = simulate(request.session);
    Session session = request.session;
    if (request.moment == Request::Moment::last) session.view.step = last_step(runs);
    write_picture(session, runs, {request.size.width, request.size.height, static_cast<float>(request.scale)}, fonts,
                  request.out);
}

}  // namespace ravine
