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

std::filesystem::path free_picture_name(const Session& session, const std::filesystem::path& folder) {
    std::string name = session.objective;
    const auto add = [&](const OptimizerChoice& choice) { name += "-" + choice.id; };
    if (session.view.layout == Layout::compare) {
        add(session.optimizers[static_cast<std::size_t>(session.view.left)]);
        add(session.optimizers[static_cast<std::size_t>(session.view.right)]);
    } else {
        int shown = 0;
        for (const OptimizerChoice& choice : session.optimizers) {
            if (choice.shown && shown++ < 4) add(choice);
        }
    }
    name += fmt::format("-step{}", session.view.step);
    std::filesystem::path file = folder / (name + ".png");
    std::error_code ignored;
    for (int n = 2; std::filesystem::exists(file, ignored); ++n) file = folder / fmt::format("{}-{}.png", name, n);
    return file;
}

}  // namespace ravine
