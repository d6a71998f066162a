// The isolines are traced on a coarser copy of the field's levels, in logical pixels; one label goes on each long one.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "app/figure/overlays.h"
#include "app/figure/ticks.h"
#include "engine/isolines.h"

namespace ravine {
namespace {

constexpr auto role = TextRole::small;
// All in units:
constexpr float line_height = 13;
constexpr float gap = 4;        // of the isoline, before and behind the text
constexpr float apart = 12;     // between labels
constexpr float from_edge = 5;  // of the field
constexpr float sample_spacing = 2.5F;
constexpr float candidate_spacing = 6;
constexpr float shortest_line = 110;
constexpr float nearest_isoline = 9;  // others may come as near
constexpr float same_level = 180;     // between two labels of one height
constexpr float area_each = 110;      // a square of this side for each label, at least
constexpr float mark_radius = 11;     // of minima and saddles, which labels keep off
constexpr float start_radius = 10;
constexpr float straightest = 0.985F;  // chord over arc

bool overlap(const Rect& a, const Rect& b) { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1; }
Rect around(Pixel p, float radius) { return {p.x - radius, p.y - radius, p.x + radius, p.y + radius}; }

/// The box around a label that is turned.
Rect bounds(const FieldLabel& label, float unit) {
    const float half_width = label.half_width + gap * unit, half_height = 0.5F * line_height * unit;
    const float c = std::abs(std::cos(label.angle)), s = std::abs(std::sin(label.angle));
    const float x = c * half_width + s * half_height, y = s * half_width + c * half_height;
    return {label.middle.x - x, label.middle.y - y, label.middle.x + x, label.middle.y + y};
}

/// Levels at every few samples. Its box is the field in logical pixels, y turned over: row 0 is the lowest.
HeightGrid coarse(const LevelGrid& fine, float width, float unit) {
    const float per_pixel = static_cast<float>(fine.columns) / width;
    const int stride = std::max(1, static_cast<int>(std::lround(sample_spacing * unit * per_pixel))) | 1;
    HeightGrid out;
    out.columns = fine.columns / stride, out.rows = fine.rows / stride;
    const double cell = static_cast<double>(stride) / static_cast<double>(per_pixel);
    out.box = {0, out.columns * cell, -out.rows * cell, 0};
    out.f.reserve(static_cast<std::size_t>(out.columns) * static_cast<std::size_t>(out.rows));
    for (int j = out.rows - 1; j >= 0; --j)
        for (int i = 0; i < out.columns; ++i) {
            const auto row = static_cast<std::size_t>(j * stride + stride / 2);
            out.f.push_back(static_cast<double>(
                fine.level[row * static_cast<std::size_t>(fine.columns) + static_cast<std::size_t>(i * stride + stride / 2)]));
        }
    return out;
}

/// A line by the length along it.
class Measured {
public:
    explicit Measured(std::span<const Point> points, bool closed) {
        for (const Point& p : points) add(p);
        if (closed && !points.empty()) add(points.front());
    }

    float length() const { return along_.empty() ? 0 : along_.back(); }
    Pixel at(float s) const {
        const auto after = std::ranges::lower_bound(along_, s);
        const auto k = static_cast<std::size_t>(after - along_.begin());
        if (k == 0) return points_.front();
        if (k == along_.size()) return points_.back();
        const float t = (s - along_[k - 1]) / (along_[k] - along_[k - 1]);
        return {points_[k - 1].x + t * (points_[k].x - points_[k - 1].x),
                points_[k - 1].y + t * (points_[k].y - points_[k - 1].y)};
    }

private:
    void add(const Point& p) {
        const Pixel to{static_cast<float>(p.x), static_cast<float>(-p.y)};
        const float way = points_.empty() ? 0 : std::hypot(to.x - points_.back().x, to.y - points_.back().y);
        if (!points_.empty() && !(way > 0)) return;
        along_.push_back(length() + way);
        points_.push_back(to);
    }

    std::vector<Pixel> points_;
    std::vector<float> along_;
};

struct Line {
    Measured path;
    int level = 0;
};

class Placement {
public:
    Placement(const Sheet& sheet, const OverlayGround& ground) : sheet_(sheet), ground_(ground) {
        const Axes& axes = ground.axes;
        const auto keep_off = [&](Point point) {
            const Pixel p = axes.to_pixel(point);
            taken_.push_back(around({p.x - axes.rect.x0, p.y - axes.rect.y0}, sheet.units(mark_radius)));
        };
        for (const Minimum& m : objective_of(sheet.session).minima()) keep_off({m.x, m.y});
        for (const Point& saddle : saddles_of(sheet, axes)) keep_off(saddle);
        const float side = sheet.units(area_each);
        most_ = static_cast<std::size_t>(axes.rect.width() * axes.rect.height() / (side * side));
    }

    void offer(const Line& line) {
        if (labels_.size() >= most_) return;
        FieldLabel label;
        label.text = readable(ground_.levels.map.height(line.level));
        label.half_width = sheet_.width(label.text, role) / 2;
        if (!find_place(line.path, line.level, label)) return;
        const auto band = static_cast<float>(line.level);
        label.ground = ground_.lit(mix(ground_.band_color(band - 1), ground_.band_color(band), 0.5F),
                                   ground_.slope_at(label.middle, sheet_.units(4)));
        const Color dark = rgb(0x05080E), light = rgb(0xFFFFFF);
        label.ink = contrast_ratio(label.ground, light) >= contrast_ratio(label.ground, dark) ? light : dark;
        const float room = sheet_.units(apart);
        taken_.push_back(bounds(label, sheet_.unit).shrunk(-room));
        labels_.push_back(std::move(label));
    }

    std::vector<FieldLabel> labels() && { return std::move(labels_); }

private:
    /// Sets middle and angle to the best place on the line, if there is one.
    bool find_place(const Measured& path, int level, FieldLabel& label) const {
        const float needed = 2 * (label.half_width + sheet_.units(gap));
        if (path.length() < std::max(sheet_.units(shortest_line), 2 * needed)) return false;
        float best = INFINITY;
        FieldLabel place = label;
        for (float s = needed / 2; s <= path.length() - needed / 2; s += sheet_.units(candidate_spacing)) {
            const std::optional<float> cost = judge(path, s, needed, place);
            if (!cost || *cost >= best || !is_free(place) || !is_true(path, s, needed, level)) continue;
            best = *cost;
            label.middle = place.middle, label.angle = place.angle;
        }
        return best < INFINITY;
    }

    /// How well a label stands about the length `s`: straight, level, with room around it; none where it does not.
    std::optional<float> judge(const Measured& path, float s, float needed, FieldLabel& label) const {
        const Pixel a = path.at(s - needed / 2), b = path.at(s + needed / 2), middle = path.at(s);
        const float chord = std::hypot(b.x - a.x, b.y - a.y);
        if (chord < straightest * needed) return {};
        const Pixel chord_middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
        const float sag = std::hypot(middle.x - chord_middle.x, middle.y - chord_middle.y);
        if (sag > sheet_.units(1.6F)) return {};
        label.middle = {(middle.x + chord_middle.x) / 2, (middle.y + chord_middle.y) / 2};
        // Read from the left, or from below where it stands upright.
        label.angle = std::atan2(b.y - a.y, b.x - a.x);
        constexpr float quarter = 0.5F * std::numbers::pi_v<float>;
        if (label.angle > quarter) label.angle -= 2 * quarter;
        if (label.angle <= -quarter) label.angle += 2 * quarter;
        const float density = steepest(label.middle) * nearest_isoline;
        if (!(density < 1)) return {};
        return 30 * (1 - chord / needed) + 0.8F * std::abs(label.angle) / quarter + 0.6F * density;
    }

    /// Levels per unit, the way where they change most: a thin ridge is steep on both sides. NaN at the edge of what f defines.
    float steepest(Pixel p) const {
        constexpr float reach = 4;
        const float by = sheet_.units(reach), here = ground_.level_at(p);
        float most = 0;
        for (const Pixel& way : {Pixel{by, 0}, Pixel{-by, 0}, Pixel{0, by}, Pixel{0, -by}}) {
            const float change = std::abs(ground_.level_at({p.x + way.x, p.y + way.y}) - here);
            most = change <= most ? most : change;
        }
        return most / reach;
    }

    /// Whether the isoline runs there in the field, too: ripples finer than the coarse copy are not in it.
    bool is_true(const Measured& path, float s, float needed, int level) const {
        return std::ranges::all_of(std::array{-0.4F, -0.2F, 0.0F, 0.2F, 0.4F}, [&](float t) {
            return std::abs(ground_.level_at(path.at(s + t * needed)) - static_cast<float>(level)) < 0.2F;
        });
    }

    bool is_free(const FieldLabel& label) const {
        const Rect box = bounds(label, sheet_.unit);
        const Rect field = Rect{0, 0, ground_.axes.rect.width(), ground_.axes.rect.height()}.shrunk(sheet_.units(from_edge));
        if (box.x0 < field.x0 || box.y0 < field.y0 || box.x1 > field.x1 || box.y1 > field.y1) return false;
        if (std::ranges::any_of(taken_, [&](const Rect& other) { return overlap(box, other); })) return false;
        return std::ranges::none_of(labels_, [&](const FieldLabel& other) {
            return other.text == label.text &&
                   std::hypot(other.middle.x - label.middle.x, other.middle.y - label.middle.y) < sheet_.units(same_level);
        });
    }

    const Sheet& sheet_;
    const OverlayGround& ground_;
    std::vector<Rect> taken_;
    std::vector<FieldLabel> labels_;
    std::size_t most_ = 0;
};

std::vector<Line> lines_of(const Sheet& sheet, const OverlayGround& ground) {
    const HeightGrid grid = coarse(*ground.levels.grid, ground.axes.rect.width(), sheet.unit);
    std::vector<Line> lines;
    if (grid.columns < 2 || grid.rows < 2) return lines;
    std::vector<double> levels;
    for (int k = ground.levels.map.lowest(); k <= ground.levels.map.highest(); ++k) levels.push_back(k);
    const std::vector<IsolineSet> sets = isolines(grid, levels);
    for (std::size_t k = 0; k < sets.size(); ++k)
        for (std::size_t n = 0; n < sets[k].size(); ++n) {
            Line line{Measured(sets[k].line(n), sets[k].closed[n] != 0), ground.levels.map.lowest() + static_cast<int>(k)};
            if (line.path.length() >= sheet.units(shortest_line)) lines.push_back(std::move(line));
        }
    std::ranges::stable_sort(lines, std::greater{}, [](const Line& line) { return line.path.length(); });
    return lines;
}

std::vector<FieldLabel> placed(const Sheet& sheet, const OverlayGround& ground) {
    Placement placement(sheet, ground);
    for (const Line& line : lines_of(sheet, ground)) placement.offer(line);
    return std::move(placement).labels();
}

/// Starts as they are dragged hide labels; they do not make them move.
bool is_under_a_start(const Sheet& sheet, const Axes& axes, const FieldLabel& label) {
    const Rect box = bounds(label, sheet.unit);
    const auto covers = [&](Point start) {
        const Pixel p = axes.to_pixel(start);
        return overlap(box, around({p.x - axes.rect.x0, p.y - axes.rect.y0}, sheet.units(start_radius)));
    };
    return covers(sheet.session.start) || std::ranges::any_of(sheet.session.more_starts, covers);
}

}  // namespace

void draw_isoline_labels(const Sheet& sheet, Group& group, const OverlayGround& ground) {
    const Rect& r = ground.axes.rect;
    const FieldKey key{ground.levels.grid, ground.style, r.width(), r.height(), sheet.unit, &sheet.metrics};
    for (const FieldLabel& label : sheet.memory.overlays.labels.get(key, [&] { return placed(sheet, ground); })) {
        if (is_under_a_start(sheet, ground.axes, label)) continue;
        const Pixel middle{r.x0 + label.middle.x, r.y0 + label.middle.y};
        const Pixel along{std::cos(label.angle), std::sin(label.angle)};
        const auto moved = [&](float by, float down) {
            return Pixel{middle.x + by * along.x - down * along.y, middle.y + by * along.y + down * along.x};
        };
        const float half = label.half_width + sheet.units(gap - 1);
        group.primitives.emplace_back(
            Lines{{moved(-half, 0), moved(half, 0)}, label.ground.with_alpha(0.85F), sheet.units(line_height - 2)});
        group.primitives.emplace_back(Text{moved(0, cap_height * sheet.units(text_size(role)) / 2), label.text, role, label.ink,
                                           Align::center, label.angle});
    }
}

}  // namespace ravine
