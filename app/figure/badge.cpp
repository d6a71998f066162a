// How an optimizer fares, as a label in a corner of its pane.
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/figure/parts.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

constexpr float inset = 7, badge_height = 20, padding = 8, mark = 9, after_mark = 6;  // units
constexpr float rim = 4, marker_rim = 8;  ///< a path or a marker within so many units of the badge is in its way
constexpr auto role = TextRole::small;

struct Look {
    Shape shape = Shape::circle;
    Color color;
};

/// Minima have the shapes that mark them in the plane.
Look look_of(const Theme& theme, Outcome outcome) {
    switch (outcome) {
        case Outcome::global_minimum:
            return {Shape::star, theme.accent};
        case Outcome::local_minimum:
            return {Shape::cross, rgb(0xE6B422)};
        case Outcome::saddle:
            return {Shape::diamond, rgb(0xB48CF2)};
        case Outcome::moving:
            break;
        case Outcome::oscillating:
            return {Shape::hexagon, rgb(0x56A5F0)};
        case Outcome::diverged:
            return {Shape::triangle, theme.danger};
        case Outcome::undefined:
            return {Shape::square, theme.danger};
    }
    return {Shape::circle, theme.secondary};
}

/// "global minimum"
std::string words_of(Outcome outcome) {
    std::string words(id_of(outcome));
    std::ranges::replace(words, '-', ' ');
    return words;
}

struct Words {
    std::string dated, brief;
};

Words words_at(const Run& run, int row) {
    const std::string words = words_of(outcome_at(run, row));
    if (is_over(run, row)) return {fmt::format("{} at {}", words, run.last()), words};
    if (run.converged_at >= 0 && row >= run.converged_at) return {fmt::format("{} at {}", words, run.converged_at), words};
    return {words, words};
}

float width_of(const Sheet& sheet, const std::string& words) {
    const float text = words.empty() ? 0 : sheet.units(after_mark) + sheet.width(words, role);
    return sheet.units(2 * padding + mark) + text;
}

/// Liang and Barsky's clipping, without the points.
bool crosses(const Rect& r, Pixel a, Pixel b) {
    float from = 0, to = 1;
    const auto within = [&](float start, float way, float lo, float hi) {
        if (way == 0) return start >= lo && start <= hi;
        const float t0 = (lo - start) / way, t1 = (hi - start) / way;
        from = std::max(from, std::min(t0, t1));
        to = std::min(to, std::max(t0, t1));
        return from <= to;
    };
    return within(a.x, b.x - a.x, r.x0, r.x1) && within(a.y, b.y - a.y, r.y0, r.y1);
}

/// What a badge should not hide. But for the head all of it is the same at every step, so that a badge stays where it is until
/// the head comes.
struct InTheWay {
    Pixel head, start;
    std::vector<Pixel> minima;
    std::shared_ptr<const PixelPath> path;  ///< the whole of it
};

InTheWay in_the_way(const Sheet& sheet, const Axes& axes, int i) {
    InTheWay all{head_at(sheet, axes, i), axes.to_pixel(sheet.session.start), {}, trajectory(sheet, axes, i)};
    for (const Minimum& m : objective_of(sheet.session).minima()) all.minima.push_back(axes.to_pixel({m.x, m.y}));
    return all;
}

/// How much a badge at `r` hides.
float hidden(const Sheet& sheet, const InTheWay& all, const Rect& r) {
    const Rect wide = r.shrunk(-sheet.units(rim)), near = r.shrunk(-sheet.units(marker_rim));
    float sum = near.contains(all.start) ? 4.0F : 0.0F;
    for (const Pixel m : all.minima) sum += near.contains(m) ? 2.0F : 0.0F;
    const auto& path = all.path->vertices;
    for (std::size_t k = 1; k < path.size(); ++k)
        if (crosses(wide, {path[k - 1].x, path[k - 1].y}, {path[k].x, path[k].y})) return sum + 1;
    return sum;
}

std::array<Rect, 4> corners(const Sheet& sheet, const Rect& pane, float width) {
    const Rect in = pane.shrunk(sheet.units(inset));
    const float height = sheet.units(badge_height);
    const auto at = [&](float x, float y) { return sheet.snapped(Rect{x, y, x + width, y + height}); };
    return {at(in.x1 - width, in.y0), at(in.x0, in.y0), at(in.x1 - width, in.y1 - height), at(in.x0, in.y1 - height)};
}

struct Spot {
    Rect rect;
    float hides = INFINITY;  ///< see hidden(); infinite: there is no room
};

/// Where a badge so wide hides least. The head's place is taken.
Spot place_for(const Sheet& sheet, const Rect& pane, const InTheWay& all, float width) {
    Spot best;
    if (width + sheet.units(2 * inset) > pane.width() || sheet.units(badge_height + 2 * inset) > pane.height()) return best;
    for (const Rect& r : corners(sheet, pane, width)) {
        if (r.shrunk(-head_reach(sheet)).contains(all.head)) continue;
        if (const float hides = hidden(sheet, all, r); hides < best.hides) best = {r, hides};
    }
    return best;
}

void draw_at(const Sheet& sheet, const Rect& r, const Look& look, const std::string& words) {
    const Theme& t = sheet.theme;
    Group& group = sheet.new_group();
    const float radius = r.height() / 2, line = sheet.hairline(), y = (r.y0 + r.y1) / 2;
    const Color color = sheet.legible(look.color, t.panel);
    group.primitives.emplace_back(FillRect{r, t.panel.with_alpha(0.94F), radius});
    group.primitives.emplace_back(StrokeRect{r.shrunk(line / 2), mix(t.panel, color, 0.55F), line, radius - line / 2});
    const float x = r.x0 + sheet.units(padding);
    group.primitives.emplace_back(
        Marker{{x + sheet.units(mark / 2), y}, look.shape, sheet.units(mark), color, color.with_alpha(0), 0});
    if (words.empty()) return;
    group.primitives.emplace_back(
        Text{{x + sheet.units(mark + after_mark), sheet.baseline(role, r.y0, r.y1)}, words, role, t.text});
}

}  // namespace

void draw_badge(const Sheet& sheet, const Axes& axes, int i) {
    const Run& run = sheet.run(i);
    const int row = sheet.row_of(i);
    const auto [dated, brief] = words_at(run, row);
    // Fewer words where they hide less, and the shape alone where there is no room for any.
    std::string words = dated;
    const InTheWay all = in_the_way(sheet, axes, i);
    Spot at = place_for(sheet, axes.rect, all, width_of(sheet, dated));
    for (const std::string& fewer : {brief, std::string()}) {
        if (fewer.empty() && at.hides < INFINITY) break;
        const Spot there = place_for(sheet, axes.rect, all, width_of(sheet, fewer));
        if (there.hides >= at.hides) continue;
        at = there;
        words = fewer;
    }
    if (at.hides < INFINITY) draw_at(sheet, at.rect, look_of(sheet.theme, outcome_at(run, row)), words);
}

}  // namespace ravine
