#include "app/export/picture.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include <fmt/format.h>

#include "app/export/carried_session.h"
#include "app/export/png.h"
#include "app/export/svg.h"
#include "app/paint/pdf_painter.h"
#include "app/session/nearest.h"
#include "app/session/paths.h"

namespace ravine {

std::optional<PictureFormat> picture_format(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto at = std::ranges::find(picture_extensions, extension);
    if (at == picture_extensions.end()) return std::nullopt;
    return static_cast<PictureFormat>(at - picture_extensions.begin());
}

FigureRequest document_request(const PictureSettings& settings) {
    const auto width = static_cast<float>(settings.width), height = static_cast<float>(settings.height);
    FigureRequest request{.width = width, .height = height, .unit = document_unit(width, height), .pixel_ratio = settings.scale};
    request.ground = settings.ground;
    return request;
}

std::string picture(const Figure& figure, float scale, PictureFormat format, const Session* session, const CairoFonts& fonts) {
    switch (format) {
        case PictureFormat::png: {
            const std::string png = png_of(paint_image(figure, fonts, scale), scale);
            return session == nullptr ? png : png_with_session(png, *session);
        }
        case PictureFormat::svg: {
            const std::string svg = svg_of(figure, fonts, scale);
            return session == nullptr ? svg : svg_with_session(svg, *session);
        }
        case PictureFormat::pdf: {
            const std::string pdf = paint_pdf(figure, fonts, scale);
            return session == nullptr ? pdf : pdf_with_session(pdf, *session);
        }
    }
    return {};
}

std::string picture(const Session& session, const Runs& runs, const PictureSettings& settings, PictureFormat format,
                    const CairoFonts& fonts) {
    const Figure figure = Composer().compose(session, runs, document_request(settings), fonts);
    return picture(figure, settings.scale, format, &session, fonts);
}

void write_picture(const Session& session, const Runs& runs, const PictureSettings& settings, const CairoFonts& fonts,
                   const std::filesystem::path& file) {
    const std::optional<PictureFormat> format = picture_format(file);
    if (!format)
        throw std::runtime_error(
            fmt::format("cannot write {}: expected a name that ends in .png, .svg or .pdf", in_quotes(file.string())));
    write_atomically(file, picture(session, runs, settings, *format, fonts));
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

std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& name, std::string_view extension) {
    std::filesystem::path file = folder / fmt::format("{}{}", name, extension);
    std::error_code ignored;
    for (int n = 2; std::filesystem::exists(file, ignored); ++n) file = folder / fmt::format("{}-{}{}", name, n, extension);
    return file;
}

}  // namespace

std::filesystem::path free_picture_name(const Session& session, const std::filesystem::path& folder, std::string_view extension) {
    std::string name = session.objective;
    for (const std::string& part : what_is_shown(session)) name += "-" + part;
    return free_name(folder, name + fmt::format("-step{}", session.view.step), extension);
}

std::filesystem::path free_map_name(const Session& session, const std::filesystem::path& folder, std::string_view extension) {
    return free_name(folder, session.objective + "-map", extension);
}

}  // namespace ravine
