#include "app/figure/pixel_path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "app/figure/thinning.h"

namespace ravine {
namespace {

using Vertex = PixelPath::Vertex;

/// How far beyond the pane paths are followed, in logical pixels: more than any stroke or marker is wide.
constexpr float margin = 64;
/// Points are placed with doubles; beyond this many panes the direction no longer matters.
constexpr double farthest = 1e9;

struct Exact {
    double x, y, step;
};

Exact place(const Axes& axes, Point p, double step) {
    const double u = std::clamp(axes.x.fraction(p.x), -farthest, farthest);
    const double v = std::clamp(axes.y.fraction(p.y), -farthest, farthest);
    return {axes.rect.x0 + u * axes.rect.width(), axes.rect.y1 - v * axes.rect.height(), step};
}

/// Speeds along one axis, in pixels per step, that pass near all points since the anchor.
struct Speeds {
    double lo = -std::numeric_limits<double>::infinity(), hi = std::numeric_limits<double>::infinity();

    void keep(double distance, double steps, double tolerance) {
        lo = std::max(lo, (distance - tolerance) / steps);
        hi = std::min(hi, (distance + tolerance) / steps);
    }
    bool allow(double speed) const { return speed >= lo && speed <= hi; }
};

/// Builds a path point by point. A point is left out where going from one vertex to the next at constant speed passes it, at its
/// step, within the tolerance: so neither the line nor where playback is on it changes visibly.
class Builder {
public:
    Builder(const Rect& bounds, double tolerance) : bounds_(bounds), tolerance_(tolerance) {}

    /// What lies outside of the bounds is projected onto their edge: the path stays in one piece, and inside it is exact.
    void add(const Exact& p) {
        if (!out_.empty()) {
            // The rows themselves keep their whole steps; what lies between them stays between them as a float, too.
            const double after = next_step(last_.step, 1), before = p.step - 4 * (p.step - next_step(p.step, -1));
            for (const double t : crossings(p))
                if (t > 0 && t < 1)
                    push({last_.x + t * (p.x - last_.x), last_.y + t * (p.y - last_.y),
                          std::clamp(last_.step + t * (p.step - last_.step), after, before)});
        }
        push(p);
        last_ = p;
    }

    std::vector<Vertex> finish() {
        if (pending_) emit(candidate_);
        return std::move(out_);
    }

private:
    /// The float beside a whole step, one unit in the last place up or down; four of them lie between two rows at any length.
    static double next_step(double step, float direction) {
        return static_cast<double>(std::nextafter(static_cast<float>(step), direction * std::numeric_limits<float>::infinity()));
    }

    /// Where the segment from the last point to `p` crosses the lines that the edges of the bounds lie on, in order.
    std::array<double, 4> crossings(const Exact& p) const {
        const auto cut = [](double from, double to, double at) { return from == to ? -1 : (at - from) / (to - from); };
        std::array<double, 4> t{cut(last_.x, p.x, bounds_.x0), cut(last_.x, p.x, bounds_.x1), cut(last_.y, p.y, bounds_.y0),
                                cut(last_.y, p.y, bounds_.y1)};
        std::sort(t.begin(), t.end());
        return t;
    }

    void push(Exact p) {
        p.x = std::clamp<double>(p.x, bounds_.x0, bounds_.x1);
        p.y = std::clamp<double>(p.y, bounds_.y0, bounds_.y1);
        if (out_.empty()) return emit(p);
        if (pending_ && !reaches(p)) emit(candidate_);
        if (const double steps = p.step - anchor_.step; steps > 0) {
            speed_x_.keep(p.x - anchor_.x, steps, tolerance_);
            speed_y_.keep(p.y - anchor_.y, steps, tolerance_);
        }
        candidate_ = p;
        pending_ = true;
    }

    bool reaches(const Exact& p) const {
        const double steps = p.step - anchor_.step;
        return steps > 0 && speed_x_.allow((p.x - anchor_.x) / steps) && speed_y_.allow((p.y - anchor_.y) / steps);
    }

    void emit(const Exact& p) {
        Vertex v{static_cast<float>(p.x), static_cast<float>(p.y), 0, static_cast<float>(p.step)};
        if (!out_.empty() && v.step <= out_.back().step)
            v.step = static_cast<float>(next_step(static_cast<double>(out_.back().step), 1));
        if (!out_.empty()) v.length = out_.back().length + std::hypot(v.x - out_.back().x, v.y - out_.back().y);
        out_.push_back(v);
        anchor_ = p;
        speed_x_ = speed_y_ = {};
        pending_ = false;
    }

    Rect bounds_;
    double tolerance_;
    std::vector<Vertex> out_;
    Exact last_{}, anchor_{}, candidate_{};
    bool pending_ = false;
    Speeds speed_x_, speed_y_;
};

std::vector<Vertex> thinned_marks(const Track& track, const PathFrame& frame) {
    std::vector<Vertex> marks;
    Thinning thinning(frame.axes.rect.shrunk(-frame.spacing), frame.spacing);
    for (std::size_t i = 0; i < track.x.size(); ++i) {
        const Pixel p = frame.axes.to_pixel({track.x[i], track.y[i]});
        if (thinning.accept(p.x, p.y)) marks.push_back({p.x, p.y, 0, static_cast<float>(track.step(i))});
    }
    return marks;
}

}  // namespace

PixelPath pixel_path(const Track& track, const PathFrame& frame) {
    Builder builder(frame.axes.rect.shrunk(-margin), static_cast<double>(frame.tolerance));
    for (std::size_t i = 0; i < track.x.size(); ++i) builder.add(place(frame.axes, {track.x[i], track.y[i]}, track.step(i)));
    PixelPath path;
    path.vertices = builder.finish();
    if (frame.spacing > 0) path.marks = thinned_marks(track, frame);
    for (Vertex& mark : path.marks) {
        const auto at = std::upper_bound(path.vertices.begin(), path.vertices.end(), mark.step,
                                         [](float step, const Vertex& v) { return step < v.step; });
        const Vertex& before = at == path.vertices.begin() ? *at : *(at - 1);
        mark.length = before.length + std::hypot(mark.x - before.x, mark.y - before.y);
    }
    return path;
}

Pixel at_step(const PixelPath& path, float step) {
    const auto& v = path.vertices;
    const auto after = std::lower_bound(v.begin(), v.end(), step, [](const Vertex& a, float s) { return a.step < s; });
    if (after == v.begin()) return {v.front().x, v.front().y};
    if (after == v.end()) return {v.back().x, v.back().y};
    const Vertex &a = *(after - 1), &b = *after;
    const float t = (step - a.step) / (b.step - a.step);
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

}  // namespace ravine
