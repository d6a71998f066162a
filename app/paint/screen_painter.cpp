#include "app/paint/screen_painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>

#include <imgui.h>

#include "app/paint/gpu_fields.h"
#include "app/paint/gpu_paths.h"
#include "app/paint/gpu_surfaces.h"
#include "app/paint/screen_command.h"
#include "app/paint/upright.h"

namespace ravine {

namespace {

ImU32 packed(Color c) { return ImGui::ColorConvertFloat4ToU32({c.r, c.g, c.b, c.a}); }

}  // namespace

struct ScreenPainter::Gpu {
    explicit Gpu(const std::filesystem::path& shaders)
        : pictures(shaders), fields(shaders, pictures), surfaces(shaders, pictures), paths(shaders) {}

    GpuPictures pictures;
    GpuFields fields;
    GpuSurfaces surfaces;
    GpuPaths paths;
    std::deque<ScreenCommand> commands, former_commands;
};

namespace {

/// The device-pixel frame of the target that ImGui renders into at the moment.
Frame frame_of(const ImDrawData& data, Pixel origin) {
    const float ratio = data.FramebufferScale.x;
    return {.origin = {(origin.x - data.DisplayPos.x) * ratio, (origin.y - data.DisplayPos.y) * ratio},
            .target = {data.DisplaySize.x * ratio, data.DisplaySize.y * ratio},
            .scale = ratio};
}

Rect clip_of(const ImDrawCmd& command, const ImDrawData& data) {
    const float ratio = data.FramebufferScale.x;
    return {(command.ClipRect.x - data.DisplayPos.x) * ratio, (command.ClipRect.y - data.DisplayPos.y) * ratio,
            (command.ClipRect.z - data.DisplayPos.x) * ratio, (command.ClipRect.w - data.DisplayPos.y) * ratio};
}

/// Fills a part of the clip with one colour.
void clear(const FillRect& fill, const Rect& clip, const Frame& frame) {
    const auto x = [&](float v) { return std::round(frame.origin.x + v * frame.scale); };
    const auto y = [&](float v) { return std::round(frame.origin.y + v * frame.scale); };
    set_clip({std::max(clip.x0, x(fill.rect.x0)), std::max(clip.y0, y(fill.rect.y0)), std::min(clip.x1, x(fill.rect.x1)),
              std::min(clip.y1, y(fill.rect.y1))},
             frame);
    glClearColor(fill.color.r, fill.color.g, fill.color.b, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

void execute(const ImDrawList*, const ImDrawCmd* draw) {
    const auto& command = *static_cast<const ScreenCommand*>(draw->UserCallbackData);
    const ImDrawData& data = *ImGui::GetDrawData();
    const Frame frame = frame_of(data, command.origin);
    const Rect clip = clip_of(*draw, data);
    if (clip.x1 <= clip.x0 || clip.y1 <= clip.y0) return;
    set_clip(clip, frame);
    std::visit(
        [&](const auto& what) {
            using What = std::decay_t<decltype(what)>;
            if constexpr (std::is_same_v<What, Field>) {
                command.gpu->fields.draw(what, frame);
            } else if constexpr (std::is_same_v<What, Surface>) {
                command.gpu->surfaces.draw(what, command.detail, frame);
            } else if constexpr (std::is_same_v<What, FillRect>) {
                clear(what, clip, frame);
            } else if constexpr (std::is_same_v<What, Path>) {
                command.gpu->paths.draw(what, clip, frame);
            } else {
                command.gpu->paths.draw(what, frame);
            }
        },
        command.what);
}

/// Opaque rectangles with square corners are cleared: blending them pixel by pixel takes software OpenGL ten times as long.
bool is_plain(const FillRect& fill) { return fill.radius <= 0 && fill.color.a >= 1; }

struct ListPainter {
    ImDrawList& list;
    const ScreenFonts& fonts;
    Pixel origin;
    ScreenPainter::Gpu* gpu = nullptr;
    float unit = 1;
    std::deque<ScreenCommand>& commands;

    ImVec2 at(Pixel p) const { return {origin.x + p.x, origin.y + p.y}; }

    /// Where the middle of an axis-parallel line of this width covers whole device pixels: between two rows it would be grey on
    /// both.
    static float on_pixel(float v, float width) {
        const float ratio = ImGui::GetIO().DisplayFramebufferScale.x;
        const bool odd = std::lround(width * ratio) % 2 != 0;
        return (odd ? std::floor(v * ratio) + 0.5F : std::round(v * ratio)) / ratio;
    }

    void operator()(const FillRect& it) const {
        if (is_plain(it)) return later(it);
        list.AddRectFilled(at({it.rect.x0, it.rect.y0}), at({it.rect.x1, it.rect.y1}), packed(it.color), it.radius);
    }

    void operator()(const StrokeRect& it) const {
        // AddRect moves its line inwards by half a pixel; a figure's line runs along the edges of its rectangle.
        list.PathRect(at({it.rect.x0, it.rect.y0}), at({it.rect.x1, it.rect.y1}), it.radius);
        list.PathStroke(packed(it.color), ImDrawFlags_Closed, it.width);
    }

    void operator()(const Lines& it) const {
        std::vector<ImVec2> points;
        points.reserve(it.points.size());
        const bool upright = is_upright(it);
        for (const Pixel& p : it.points) {
            points.push_back(at(p));
            if (upright) points.back() = {on_pixel(points.back().x, it.width), on_pixel(points.back().y, it.width)};
        }
        if (it.dash <= 0) {
            list.AddPolyline(points.data(), static_cast<int>(points.size()), packed(it.color), 0, it.width);
            return;
        }
        float along = 0;
        for (std::size_t i = 1; i < points.size(); ++i) dashes(it, points[i - 1], points[i], along);
    }

    /// The dashes of one segment; `along` is the length of the line before it.
    void dashes(const Lines& it, ImVec2 from, ImVec2 to, float& along) const {
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        const float period = it.dash + it.gap;
        const auto point = [&](float t) {
            return ImVec2(from.x + (to.x - from.x) * t / length, from.y + (to.y - from.y) * t / length);
        };
        for (float begin = -std::fmod(along, period); begin < length; begin += period) {
            const float first = std::max(begin, 0.0F);
            const float last = std::min(begin + it.dash, length);
            if (last <= first) continue;
            const std::array<ImVec2, 2> ends{point(first), point(last)};
            list.AddPolyline(ends.data(), 2, packed(it.color), 0, it.width);
        }
        along += length;
    }

    void operator()(const Polygon& it) const {
        std::vector<ImVec2> corners;
        float area = 0;
        for (std::size_t i = 0; i < it.corners.size(); ++i) {
            const Pixel &a = it.corners[i], &b = it.corners[(i + 1) % it.corners.size()];
            area += a.x * b.y - b.x * a.y;
            corners.push_back(at(a));
        }
        // ImGui softens the outer side of polygons that turn clockwise.
        if (area < 0) std::reverse(corners.begin(), corners.end());
        list.AddConvexPolyFilled(corners.data(), static_cast<int>(corners.size()), packed(it.color));
    }

    void operator()(const Text& it) const {
        if (it.angle != 0) return turned(it);
        const float width = fonts.width(it.text, it.role) * unit;
        const float shift = it.align == Align::left ? 0 : it.align == Align::center ? width / 2 : width;
        const ImVec2 place(std::round(origin.x + it.at.x - shift), fonts.top_of(it.role, origin.y + it.at.y));
        list.AddText(fonts.font(it.role), fonts.pixels(it.role), place, packed(it.color), it.text.data(),
                     it.text.data() + it.text.size());
    }

    /// Sets the text where ImGui sees all of it, at the clip's corner, and moves its vertices from there.
    void turned(const Text& it) const {
        const float width = fonts.width(it.text, it.role) * unit;
        const float shift = it.align == Align::left ? 0 : it.align == Align::center ? width / 2 : width;
        const ImVec2 corner(std::ceil(list.GetClipRectMin().x), std::ceil(list.GetClipRectMin().y));
        const ImVec2 from(corner.x + shift, corner.y + fonts.ascent(it.role));
        const ImVec2 to = at(it.at);
        const float along = std::cos(it.angle), across = std::sin(it.angle);
        const int first = list.VtxBuffer.Size;
        list.AddText(fonts.font(it.role), fonts.pixels(it.role), corner, packed(it.color), it.text.data(),
                     it.text.data() + it.text.size());
        for (int i = first; i < list.VtxBuffer.Size; ++i) {
            ImVec2& v = list.VtxBuffer[i].pos;
            const float x = v.x - from.x, y = v.y - from.y;
            v = {to.x + along * x - across * y, to.y + across * x + along * y};
        }
    }

    void operator()(const Field& it) const { later(it); }
    void operator()(const Path& it) const { later(it); }
    void operator()(const Marker& it) const { later(it); }
    void operator()(const Surface& it) const { later(it); }

    void later(std::variant<Field, Path, Marker, FillRect, Surface> what) const {
        Detail detail = Detail::full;
        if (const auto* surface = std::get_if<Surface>(&what)) detail = gpu->surfaces.keep(*surface);
        if (const auto* field = std::get_if<Field>(&what)) gpu->fields.keep(*field);
        if (const auto* path = std::get_if<Path>(&what)) gpu->paths.keep(*path);
        commands.push_back({gpu, std::move(what), origin, detail});
        list.AddCallback(execute, &commands.back());
    }
};

bool is_ours(const Primitive& p) {
    if (const auto* fill = std::get_if<FillRect>(&p)) return is_plain(*fill);
    return std::holds_alternative<Field>(p) || std::holds_alternative<Path>(p) || std::holds_alternative<Marker>(p) ||
           std::holds_alternative<Surface>(p);
}

}  // namespace

const ScreenCommand* screen_command(const ImDrawCmd& draw) {
    return draw.UserCallback == execute ? static_cast<const ScreenCommand*>(draw.UserCallbackData) : nullptr;
}

ScreenPainter::ScreenPainter(const std::filesystem::path& shaders) : gpu_(std::make_unique<Gpu>(shaders)) {}
ScreenPainter::~ScreenPainter() = default;

bool ScreenPainter::unfinished() const { return gpu_->surfaces.has_drafts(); }

void ScreenPainter::begin_frame(std::optional<double> now) {
    gpu_->former_commands.swap(gpu_->commands);
    gpu_->commands.clear();
    gpu_->fields.begin_frame();
    gpu_->surfaces.begin_frame(now);
    gpu_->paths.begin_frame();
}

void ScreenPainter::add(std::variant<Marker, FillRect> what, ImDrawList& list) {
    std::visit([&](const auto& it) { gpu_->commands.push_back({gpu_.get(), it, {0, 0}}); }, what);
    list.AddCallback(execute, &gpu_->commands.back());
    list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

void ScreenPainter::paint(const Figure& figure, const ScreenFonts& fonts, ImDrawList& list, Pixel origin) {
    const ListPainter painter{list, fonts, origin, gpu_.get(), figure.unit, gpu_->commands};
    // ImGui's own state is set again only where its drawing follows ours: a run of our commands needs it once.
    bool ours = false;
    for (const Group& group : figure.groups) {
        list.PushClipRect(painter.at({group.clip.x0, group.clip.y0}), painter.at({group.clip.x1, group.clip.y1}), true);
        for (const Primitive& primitive : group.primitives) {
            if (ours && !is_ours(primitive)) list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
            ours = is_ours(primitive);
            std::visit(painter, primitive);
        }
        list.PopClipRect();
    }
    if (ours) list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

}  // namespace ravine
