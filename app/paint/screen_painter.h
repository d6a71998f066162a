// Figure → screen, through ImGui draw lists and the shaders of shaders/. It draws nothing itself: it puts commands into a draw
// list, which run when ImGui's renderer reaches them.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <variant>

#include "app/figure/figure.h"
#include "app/paint/screen_fonts.h"

struct ImDrawList;

namespace ravine {

class ScreenPainter {
public:
    /// Needs the OpenGL context to be current. Throws gl::Error where a shader is missing or refused.
    explicit ScreenPainter(const std::filesystem::path& shaders);
    ~ScreenPainter();
    ScreenPainter(const ScreenPainter&) = delete;
    ScreenPainter& operator=(const ScreenPainter&) = delete;
    ScreenPainter(ScreenPainter&&) = delete;
    ScreenPainter& operator=(ScreenPainter&&) = delete;

    /// Forgets the commands of the frame before the last, and the buffers and textures that the last frame did not use. With a
    /// time (seconds), surfaces that have moved within the last tenth of a second are drawn as drafts.
    void begin_frame(std::optional<double> now = std::nullopt);
    /// Whether the last frame has drafts: then another frame is due, until it has none.
    bool unfinished() const;
    /// Adds the figure to `list` with its top left at `origin`. Until the list is rendered, this painter must live and not begin
    /// another frame.
    void paint(const Figure& figure, const ScreenFonts& fonts, ImDrawList& list, Pixel origin);

    /// Adds one marker, or an opaque rectangle with square corners, in ImGui's own coordinates.
    void add(std::variant<Marker, FillRect> what, ImDrawList& list);

    struct Gpu;

private:
    std::unique_ptr<Gpu> gpu_;
};

}  // namespace ravine
