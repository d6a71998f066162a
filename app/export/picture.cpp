#include "app/export/picture.h"

#include <fmt/format.h>

#include "app/export/png.h"

namespace ravine {

void write_picture(const Session& session, const Runs& runs, const PictureSize& size, const CairoFonts& fonts,
                   const std::filesystem::path& file) {
    const auto width = static_cast<float>(size.width);
    const auto height = static_cast<float>(size.height);
    const Figure figure = Composer().compose(
        session, runs, {.width = width, .height = height, .unit = document_unit(width, height), .pixel_ratio = size.scale},
        fonts);
    write_png(paint_image(figure, fonts, size.scale), size.scale, file);
}

namespace {

/// The optimizers in the picture, or how many there are where their names would make a name too long to read.
std::vector<std::string> what_is_shown(const Session& session) {
    constexpr std::size_t most = 4;
    const auto id = [&](int i) { return session.optimizers[static_cast<std::size_t>(i)].id; };
    if (session.view.layout == Layout::compare) return {id(session.view.left), id(session.view.right)};
    std::vector<std::string> parts;
    for (const OptimizerChoice& choice : session.optimizers)
        if (choice.shown) parts.push_back(choice.id);
    if (parts.size() > most) parts = {fmt::format("{}-optimizers", parts.size())};
    if (session.view.layout == Layout::grid) parts.insert(parts.begin(), "grid");
    return parts;
}

std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& name) {
    std::filesystem::path file = folder / (name + ".png");
    std::error_code ignored;
    for (int n = 2; std::filesystem::exists(file, ignored); ++n) file = folder / fmt::format("{}-{}.png", name, n);
    return file;
}

}  // namespace

std::filesystem::path free_picture_name(const Session& session, const std::filesystem::path& folder) {
    std::string name = session.objective;
    for (const std::string& part : what_is_shown(session)) name += "-" + part;
    return free_name(folder, name + fmt::format("-step{}", session.view.step));
}

std::filesystem::path free_map_name(const Session& session, const std::filesystem::path& folder) {
    return free_name(folder, session.objective + "-map");
}

}  // namespace ravine
