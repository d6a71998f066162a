// What the graph of f stands in: the floor with ticks along its near edges, and the scale of heights at its left corner.
#include <algorithm>
#include <array>
#include <cmath>

#include "app/figure/surface_parts.h"
#include "app/figure/ticks.h"

namespace ravine {
namespace {

constexpr auto role = TextRole::small;
constexpr float tick_length = 5;
constexpr float label_gap = 4;
constexpr float between_labels = 5;
constexpr float strip_width = 6, strip_gap = 6;  ///< of the colours beside the scale of heights
constexpr float least_scale = 56;                ///< height in units that the scale needs

/// Labels that neither touch each other nor leave the pane.
class Labels {
public:
    Labels(const Sheet& sheet, Group& group, const Rect& area) : sheet_(sheet), group_(group), area_(area) {}

    Pixel half_size(const std::string& text) const {
        return {sheet_.width(text, role) / 2, sheet_.units(text_size(role)) * 0.5F};
    }

    /// Puts the middle of a label there, or leaves it out.
    bool add(Pixel middle, const std::string& text, Color color) {
        const Pixel half = half_size(text);
        const Rect box{middle.x - half.x, middle.y - half.y, middle.x + half.x, middle.y + half.y};
        if (box.x0 < area_.x0 || box.y0 < area_.y0 || box.x1 > area_.x1 || box.y1 > area_.y1) return false;
        const Rect wide = box.shrunk(-sheet_.units(between_labels));
        for (const Rect& t : taken_)
            if (wide.x0 < t.x1 && t.x0 < wide.x1 && wide.y0 < t.y1 && t.y0 < wide.y1) return false;
        taken_.push_back(box);
        group_.primitives.emplace_back(Text{{box.x0, sheet_.baseline(role, box.y0, box.y1)}, text, role, color, Align::left});
        return true;
    }

    /// Nothing else is written there.
    void reserve(const Rect& rect) { taken_.push_back(rect); }

private:
    const Sheet& sheet_;
    Group& group_;
    Rect area_;
    std::vector<Rect> taken_;
};

struct Direction {
    float x = 0, y = 0;
};

/// A near edge of the floor, with what stands along it.
struct Edge {
    World from, to;
    Direction outward;  ///< on the picture, of length 1
    Axis axis;
    const char* name = "";
};

class Ground {
public:
    Ground(const Sheet& sheet, const SurfaceView& view)
        : sheet_(sheet),
          view_(view),
          group_(sheet.new_group(view.pane)),
          labels_(sheet, group_, view.pane.shrunk(sheet.units(2))) {}

    void draw() {
        const std::array<Edge, 2> edges{edge_along_x(), edge_along_y()};
        for (const Edge& edge : edges) grid(edge);
        outline();
        posts();
        heights();
        for (const Edge& edge : edges) name(edge);
        for (const Edge& edge : edges) ticks_along(edge);
    }

private:
    World corner(float sign_x, float sign_y, float z) const {
        return {sign_x * view_.stand.half_x, sign_y * view_.stand.half_y, z};
    }
    float near_x() const { return view_.projection.sin_azimuth > 0 ? -1.0F : 1.0F; }
    float near_y() const { return view_.projection.cos_azimuth > 0 ? -1.0F : 1.0F; }

    Edge edge_along_x() const {
        const float z = view_.stand.floor, y = near_y();
        return {corner(-1, y, z), corner(1, y, z), outward({0, y, 0}), {view_.graph.box.x0, view_.graph.box.x1}, "x"};
    }
    Edge edge_along_y() const {
        const float z = view_.stand.floor, x = near_x();
        return {corner(x, -1, z), corner(x, 1, z), outward({x, 0, 0}), {view_.graph.box.y0, view_.graph.box.y1}, "y"};
    }

    /// Where labels go from an edge: as it lies on the picture, but downwards enough to clear the floor of a low camera.
    Direction outward(World normal) const {
        const Projection& p = view_.projection;
        const Direction d{p.right(normal), -p.ahead(normal) * std::max(p.sin_elevation, 0.5F)};
        const float length = std::max(std::hypot(d.x, d.y), 1e-6F);
        return {d.x / length, d.y / length};
    }

    void line(World a, World b, Color color, float width) {
        line(view_.projection.to_pixel(a), view_.projection.to_pixel(b), color, width);
    }
    void line(Pixel from, Pixel to, Color color, float width) {
        if (clip_segment(view_.pane, from, to)) group_.primitives.emplace_back(Lines{{from, to}, color, width});
    }

    static World between(const Edge& edge, double fraction) {
        const auto t = static_cast<float>(fraction);
        return {edge.from.x + t * (edge.to.x - edge.from.x), edge.from.y + t * (edge.to.y - edge.from.y), edge.from.z};
    }

    std::vector<Tick> ticks_of(const Edge& edge) const {
        const Pixel a = view_.projection.to_pixel(edge.from), b = view_.projection.to_pixel(edge.to);
        const float length = std::hypot(b.x - a.x, b.y - a.y);
        return ticks(edge.axis, std::clamp(static_cast<int>(length / sheet_.units(58)), 2, 8));
    }

    /// Lines across the floor at the labelled ticks.
    void grid(const Edge& edge) {
        for (const Tick& t : ticks_of(edge)) {
            if (t.label.empty()) continue;
            World a = between(edge, edge.axis.fraction(t.value)), b = a;
            (edge.from.x == edge.to.x ? b.x : b.y) *= -1;
            line(a, b, sheet_.theme.hairline, sheet_.hairline());
        }
    }

    void outline() {
        const float z = view_.stand.floor;
        const std::array<World, 4> corners{corner(-1, -1, z), corner(1, -1, z), corner(1, 1, z), corner(-1, 1, z)};
        const Color color = mix(sheet_.theme.hairline, sheet_.theme.disabled, 0.6F);
        for (std::size_t k = 0; k < 4; ++k) line(corners[k], corners[(k + 1) % 4], color, sheet_.hairline());
    }

    /// From the floor's corners to the graph's.
    void posts() {
        for (const float x : {-1.0F, 1.0F})
            for (const float y : {-1.0F, 1.0F}) {
                const World foot = corner(x, y, view_.stand.floor);
                const float z = view_.graph.mesh->height_at(foot.x, foot.y);
                if (std::isnan(z)) continue;
                line(foot, {foot.x, foot.y, z * view_.height()}, sheet_.theme.hairline, sheet_.hairline());
            }
    }

    Pixel moved(Pixel p, Direction d, float by) const { return {p.x + by * d.x, p.y + by * d.y}; }

    /// How far from a tick the middle of a label is, so that the label just clears it.
    float reach(const std::string& text, Direction d) const {
        const Pixel half = labels_.half_size(text);
        return sheet_.units(tick_length + label_gap) + std::abs(d.x) * half.x + std::abs(d.y) * half.y;
    }

    void ticks_along(const Edge& edge) {
        for (const Tick& t : ticks_of(edge)) {
            const Pixel at = view_.projection.to_pixel(between(edge, edge.axis.fraction(t.value)));
            line(at, moved(at, edge.outward, sheet_.units(t.label.empty() ? 0.6F * tick_length : tick_length)),
                 sheet_.theme.disabled, sheet_.hairline());
            if (!t.label.empty())
                labels_.add(moved(at, edge.outward, reach(t.label, edge.outward)), t.label, sheet_.theme.secondary);
        }
    }

    /// The name of the axis beyond its labels, about the middle of the edge.
    void name(const Edge& edge) {
        float widest = 0;
        for (const Tick& t : ticks_of(edge)) widest = std::max(widest, reach(t.label, edge.outward));
        const Pixel middle = view_.projection.to_pixel(between(edge, 0.5));
        labels_.add(moved(middle, edge.outward, 2 * widest + sheet_.units(between_labels)), edge.name, sheet_.theme.text);
    }

    /// The bands' colours beside the left corner, and the heights of their isolines.
    void heights() {
        float left = INFINITY;
        World at;
        for (const float x : {-1.0F, 1.0F})
            for (const float y : {-1.0F, 1.0F})
                if (const World c = corner(x, y, 0); view_.projection.to_pixel(c).x < left - 0.01F) {
                    left = view_.projection.to_pixel(c).x;
                    at = c;
                }
        const auto y_of = [&](float z) {
            return view_.projection.to_pixel({at.x, at.y, std::clamp(z, 0.0F, 1.0F) * view_.height()}).y;
        };
        const float x1 = sheet_.snapped(left - sheet_.units(strip_gap)), x0 = sheet_.snapped(x1 - sheet_.units(strip_width));
        const Rect bar{x0, y_of(1), x1, y_of(0)};
        if (bar.height() < sheet_.units(least_scale) || x0 < view_.pane.x0) return;
        labels_.reserve(bar);
        const LevelMap& map = view_.graph.map;
        const auto style = sheet_.memory.style({sheet_.session.view, sheet_.units(0.9F)});
        const int bands = map.highest() - map.lowest();
        for (int b = map.lowest() - 1; b <= map.highest(); ++b) {
            // Beyond the outermost isolines the surface has the outermost colours.
            const float low = b < map.lowest() ? 0 : view_.graph.height_of(b);
            const float high = b >= map.highest() ? 1 : view_.graph.height_of(b + 1);
            const float middle =
                std::clamp((static_cast<float>(b - map.lowest()) + 0.5F) / static_cast<float>(bands), 0.0F, 1.0F);
            const Rect band{x0, std::max(sheet_.snapped(y_of(high)), view_.pane.y0), x1,
                            std::min(sheet_.snapped(y_of(low)), view_.pane.y1)};
            if (band.height() > 0)
                group_.primitives.emplace_back(
                    FillRect{band, style->colors[static_cast<std::size_t>(std::lround(middle * 255))], 0});
        }
        const float right = x0 - sheet_.units(label_gap + between_labels);
        const std::string what = level_quantity(sheet_);
        labels_.add({(x0 + x1) / 2, bar.y0 - sheet_.units(12)}, what, sheet_.theme.text);
        for (const LevelLabel& l : level_labels(sheet_, map, bar.height())) {
            const float z = view_.graph.height_of(l.level);
            if (z < -1e-4F || z > 1 + 1e-4F) continue;
            labels_.add({right - labels_.half_size(l.text).x, y_of(z)}, l.text, sheet_.theme.secondary);
        }
    }

    const Sheet& sheet_;
    const SurfaceView& view_;
    Group& group_;
    Labels labels_;
};

}  // namespace

void draw_ground(const Sheet& sheet, const SurfaceView& view) { Ground(sheet, view).draw(); }

}  // namespace ravine
