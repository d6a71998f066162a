#include <algorithm>
#include <cmath>
#include <optional>

#include "app/figure/overlays.h"

namespace ravine {
namespace {

constexpr float least_half = 9, greatest_half = 52;  // of the box's sides; a smaller one would hide under the head
constexpr float gradient_length = 66;
constexpr float shortest_update = 32, longest_update = 100;
constexpr float halo = 1.4F;  // on each side

struct Rates {
    double x = 0, y = 0;
};

/// The effective rates of the update that leads on from the playback position; at the end, of the last one.
std::optional<Rates> rates_of(const Sheet& sheet, int i) {
    const Run& run = sheet.run(i);
    const int row = std::min(sheet.row_of(i) + 1, run.last());
    if (row < 1) return {};
    const auto k = static_cast<std::size_t>(row);
    const Rates rates{std::abs(run.rate_x[k]), std::abs(run.rate_y[k])};
    if (!std::isfinite(rates.x) || !std::isfinite(rates.y) || !(rates.x + rates.y > 0)) return {};
    return rates;
}

/// The largest rate at a head in view: all panes show the same part of the plane and have one scale.
double largest_rate(const Sheet& sheet, const Axes& axes) {
    const View& view = sheet.session.view;
    const std::vector<int> in_view =
        view.layout == Layout::compare ? std::vector<int>{view.left, view.right} : shown_optimizers(sheet.session);
    double largest = 0;
    const Box box{axes.x.lo, axes.x.hi, axes.y.lo, axes.y.hi};
    for (const int i : in_view) {
        if (!box.contains(sheet.run(i).at(sheet.row_of(i)))) continue;
        if (const auto rates = rates_of(sheet, i)) largest = std::max({largest, rates->x, rates->y});
    }
    return largest;
}

struct Segment {
    Pixel from, to;
};

/// The part of a segment that lies within `rect` (Liang and Barsky).
std::optional<Segment> cut(const Segment& s, const Rect& rect) {
    const float dx = s.to.x - s.from.x, dy = s.to.y - s.from.y;
    float first = 0, last = 1;
    const auto keep = [&](float speed, float room) {
        if (speed == 0) return room >= 0;
        const float t = room / speed;
        (speed < 0 ? first : last) = speed < 0 ? std::max(first, t) : std::min(last, t);
        return first < last;
    };
    if (!keep(-dx, s.from.x - rect.x0) || !keep(dx, rect.x1 - s.from.x) || !keep(-dy, s.from.y - rect.y0) ||
        !keep(dy, rect.y1 - s.from.y))
        return {};
    return Segment{{s.from.x + first * dx, s.from.y + first * dy}, {s.from.x + last * dx, s.from.y + last * dy}};
}

/// Draws on one pane: everything ends at its edge.
class Drawing {
public:
    Drawing(const Sheet& sheet, Group& group, const Rect& pane) : sheet_(sheet), group_(group), pane_(pane) {}

    struct Line {
        Color color;
        float width = 1, dash = 0, gap = 0;
    };

    void box(Pixel middle, float half_x, float half_y, Color color) {
        const Rect box{middle.x - half_x, middle.y - half_y, middle.x + half_x, middle.y + half_y};
        const float width = sheet_.units(1.6F);
        const Rect inside{std::max(box.x0, pane_.x0), std::max(box.y0, pane_.y0), std::min(box.x1, pane_.x1),
                          std::min(box.y1, pane_.y1)};
        if (inside.x0 < inside.x1 && inside.y0 < inside.y1)
            group_.primitives.emplace_back(FillRect{inside, color.with_alpha(0.16F)});
        // The sides meet at the corners.
        const float over = width / 2;
        const Segment sides[] = {{{box.x0 - over, box.y0}, {box.x1 + over, box.y0}},
                                 {{box.x0 - over, box.y1}, {box.x1 + over, box.y1}},
                                 {{box.x0, box.y0}, {box.x0, box.y1}},
                                 {{box.x1, box.y0}, {box.x1, box.y1}}};
        for (const Segment& side : sides) line(side, {sheet_.theme.halo, width + 2 * sheet_.units(halo)});
        for (const Segment& side : sides) line(side, {color, width});
    }

    void line(const Segment& segment, const Line& look) {
        if (const auto s = cut(segment, pane_))
            group_.primitives.emplace_back(Lines{{s->from, s->to}, look.color, look.width, look.dash, look.gap});
    }

    bool shows(Pixel p, float margin) const { return pane_.shrunk(margin).contains(p); }

    void polygon(std::vector<Pixel> corners, Color color) { group_.primitives.emplace_back(Polygon{std::move(corners), color}); }

    float units(float n) const { return sheet_.units(n); }
    Color halo_color() const { return sheet_.theme.halo; }

private:
    const Sheet& sheet_;
    Group& group_;
    const Rect& pane_;
};

/// An arrow's place: from `tail`, `length` along the unit vector `along`.
struct Arrow {
    Pixel tail;
    Pixel along;
    float length = 0;

    /// `back` from the tip, `side` to the right of the direction.
    Pixel from_tip(float back, float side) const {
        const float t = length - back;
        return {tail.x + t * along.x - side * along.y, tail.y + t * along.y + side * along.x};
    }
};

/// Dashed, with two strokes for a head.
void draw_gradient(Drawing& draw, const Arrow& arrow, Color color) {
    const float width = draw.units(1.6F), wide = width + 2 * draw.units(halo);
    const Segment shaft{arrow.tail, arrow.from_tip(0, 0)};
    const Segment barbs[] = {{arrow.from_tip(0, 0), arrow.from_tip(draw.units(9), draw.units(5))},
                             {arrow.from_tip(0, 0), arrow.from_tip(draw.units(9), -draw.units(5))}};
    draw.line(shaft, {draw.halo_color(), wide});
    for (const Segment& barb : barbs) draw.line(barb, {draw.halo_color(), wide});
    draw.line(shaft, {color, width, draw.units(4), draw.units(3)});
    for (const Segment& barb : barbs) draw.line(barb, {color, width});
}

/// Solid, with a filled head.
void draw_update(Drawing& draw, const Arrow& arrow, Color color) {
    const float head = draw.units(11), half = draw.units(5.5F), edge = draw.units(halo);
    const Segment shaft{arrow.tail, arrow.from_tip(head - 1, 0)};
    const bool has_head = draw.shows(arrow.from_tip(0, 0), draw.units(9));
    draw.line(shaft, {draw.halo_color(), draw.units(2.6F) + 2 * edge});
    if (has_head)
        draw.polygon({arrow.from_tip(-2.4F * edge, 0), arrow.from_tip(head + edge, half + 1.7F * edge),
                      arrow.from_tip(head + edge, -half - 1.7F * edge)},
                     draw.halo_color());
    draw.line(shaft, {color, draw.units(2.6F)});
    if (has_head) draw.polygon({arrow.from_tip(0, 0), arrow.from_tip(head, half), arrow.from_tip(head, -half)}, color);
}

/// The unit vector in pixels of a direction in data; none where that has no length.
std::optional<Pixel> direction(const Axes& axes, double dx, double dy) {
    const double greater = std::max(std::abs(dx), std::abs(dy));
    if (!(greater > 0) || !std::isfinite(greater)) return {};
    const double x = dx / greater * static_cast<double>(axes.rect.width()) / (axes.x.hi - axes.x.lo);
    const double y = -dy / greater * static_cast<double>(axes.rect.height()) / (axes.y.hi - axes.y.lo);
    const double length = std::hypot(x, y);
    return Pixel{static_cast<float>(x / length), static_cast<float>(y / length)};
}

}  // namespace

void draw_step_box(const Sheet& sheet, Group& group, const Axes& axes, int i) {
    const Run& run = sheet.run(i);
    const auto path = sheet.memory.path(sheet.runs[static_cast<std::size_t>(i)], FigureMemory::Series::trajectory, nullptr,
                                        trajectory_frame(sheet, axes));
    const Pixel head = at_step(*path, sheet.step_of(i));
    if (!axes.rect.contains(head)) return;
    Drawing draw(sheet, group, axes.rect);
    if (const auto rates = rates_of(sheet, i)) {
        const double scale = greatest_half / std::max(largest_rate(sheet, axes), std::max(rates->x, rates->y));
        const auto half = [&](double rate) {
            return sheet.units(std::max(least_half, static_cast<float>(std::min<double>(rate * scale, greatest_half))));
        };
        draw.box(head, half(rates->x), half(rates->y), sheet.pen_of(i).color);
    }
    const int row = sheet.row_of(i);
    // At rest the gradient is what rounding leaves of it, and points anywhere.
    if (run.converged_at >= 0 && row >= run.converged_at) return;
    const Point at = run.at(row);
    const Sample sample = objective_of(sheet.session).at(at);
    if (const auto along = direction(axes, -sample.gx, -sample.gy))
        draw_gradient(draw, {head, *along, sheet.units(gradient_length)}, rgb(0xFFFFFF));
    if (row == run.last()) return;
    const Point next = run.at(row + 1);
    const auto along = direction(axes, next.x - at.x, next.y - at.y);
    if (!along) return;
    const Pixel a = axes.to_pixel(at), b = axes.to_pixel(next);
    const float length = std::clamp(std::hypot(b.x - a.x, b.y - a.y), sheet.units(shortest_update), sheet.units(longest_update));
    draw_update(draw, {head, *along, length}, sheet.pen_of(i).color);
}

}  // namespace ravine
