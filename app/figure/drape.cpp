#include "app/figure/drape.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include "app/figure/sight.h"
#include "app/figure/thinning.h"

namespace ravine {
namespace {

/// Points nearer to each other than this are one; a part of the ground's length.
constexpr double least_move = 1 / 8000.0;
/// A run that leaps to and fro gets no more points than this beside its rows.
constexpr std::size_t most_points = 60'000;
constexpr double farthest = 1e9;
/// Pixels between two vertices of a path; of a sketch also where they are rows.
constexpr float least_pixels = 0.6F, least_in_sketch = 2;

struct GroundPoint {
    double x = 0, y = 0;
};

GroundPoint on_ground(const Relief& graph, double x, double y) {
    const auto place = [](double value, double lo, double length, float half) {
        return std::clamp((2 * (value - lo) / length - 1) * static_cast<double>(half), -farthest, farthest);
    };
    return {place(x, graph.box.x0, graph.box.width(), graph.mesh->half_x),
            place(y, graph.box.y0, graph.box.height(), graph.mesh->half_y)};
}

/// Which part of a segment lies on the ground: enter > leave where none does.
struct Span {
    double enter = 0, leave = 1;

    void keep(double from, double to, double half) {
        const double move = to - from;
        for (const double side : {-1.0, 1.0}) {
            const double room = half - side * from, towards = side * move;
            if (towards > 0) leave = std::min(leave, room / towards);
            if (towards < 0) enter = std::max(enter, room / towards);
            if (towards == 0 && room < 0) leave = -1;
        }
    }
};

/// Builds a drape point by point; those that hardly move are left out, and the last of them kept.
class Draping {
public:
    explicit Draping(const Relief& graph) : mesh_(*graph.mesh) {}

    void add(double x, double y, double step) {
        const float z = mesh_.height_at(static_cast<float>(x), static_cast<float>(y));
        if (std::isnan(z)) return interrupt();
        const Drape::Point p{{static_cast<float>(x), static_cast<float>(y), z}, static_cast<float>(step), joined_};
        if (joined_ && std::hypot(x - last_.x, y - last_.y) < least_move) {
            held_ = p;
            holds_ = true;
            return;
        }
        release();
        push(p);
        last_ = {x, y};
        joined_ = true;
    }
    /// The next point does not follow from the last.
    void interrupt() {
        release();
        joined_ = false;
    }
    Drape finish() {
        release();
        return std::move(out_);
    }

private:
    void release() {
        if (holds_) push(held_);
        holds_ = false;
    }
    void push(Drape::Point p) {
        // Steps rise, also where a float can no longer tell two of them apart.
        if (!out_.points.empty()) p.step = std::max(p.step, std::nextafter(out_.points.back().step, INFINITY));
        out_.points.push_back(p);
    }

    const SurfaceMesh& mesh_;
    Drape out_;
    Drape::Point held_;
    GroundPoint last_;
    bool holds_ = false, joined_ = false;
};

/// A vertex of a path before it is cut into pieces.
struct Seen {
    Pixel at;
    World world;
    float step = 0, length = 0;
    bool joined = false, is_row = false, seen = true;
};

std::vector<Seen> projected(const Drape& drape, const DrapeView& view) {
    std::vector<Seen> out;
    const auto& points = drape.points;
    const bool is_sketch = view.detail == DrapeView::Detail::sketch;
    const float least = is_sketch ? least_in_sketch : least_pixels;
    for (std::size_t k = 0; k < points.size(); ++k) {
        const World world = lifted({points[k].at.x, points[k].at.y, points[k].at.z * view.height});
        Seen s{view.projection.to_pixel(world),
               world,
               points[k].step,
               0,
               points[k].joined && !out.empty(),
               points[k].step == std::floor(points[k].step),
               true};
        const bool ends = k + 1 == points.size() || !points[k + 1].joined;
        if (s.joined) {
            const float moved = std::hypot(s.at.x - out.back().at.x, s.at.y - out.back().at.y);
            if (moved < least && !ends && (is_sketch || !s.is_row)) continue;
            s.length = out.back().length + moved;
        }
        out.push_back(s);
    }
    return out;
}

/// Parts too short to be told apart are taken for what they interrupt.
void calm(std::vector<Seen>& path, float shortest) {
    std::size_t begin = 0;
    for (std::size_t k = 1; k <= path.size(); ++k) {
        if (k < path.size() && path[k].joined && path[k].seen == path[begin].seen) continue;
        const bool interrupts = begin > 0 && path[begin].joined && k < path.size() && path[k].joined;
        if (interrupts && path[k].length - path[begin].length < shortest)
            for (std::size_t i = begin; i < k; ++i) path[i].seen = path[begin - 1].seen;
        begin = k;
    }
}

PixelPath::Vertex vertex(const Seen& s) { return {s.at.x, s.at.y, s.length, s.step}; }

Rect bounds_of(const std::vector<Seen>& path) {
    if (path.empty()) return {};
    Rect box{path[0].at.x, path[0].at.y, path[0].at.x, path[0].at.y};
    for (const Seen& s : path)
        box = {std::min(box.x0, s.at.x), std::min(box.y0, s.at.y), std::max(box.x1, s.at.x), std::max(box.y1, s.at.y)};
    return box.shrunk(-1);
}

/// Cuts the path where it disappears and where it comes out; both pieces have that vertex.
DrapedPath cut(const std::vector<Seen>& path, float spacing) {
    DrapedPath out;
    Thinning thinning(bounds_of(path), std::max(spacing, 1.0F));
    std::shared_ptr<PixelPath> piece;
    for (std::size_t k = 0; k < path.size(); ++k) {
        const Seen& s = path[k];
        const bool begins = k == 0 || !s.joined || s.seen != path[k - 1].seen;
        if (begins) {
            piece = std::make_shared<PixelPath>();
            if (k > 0 && s.joined) piece->vertices.push_back(vertex(path[k - 1]));
            (s.seen ? out.seen : out.hidden).push_back(piece);
        }
        piece->vertices.push_back(vertex(s));
        if (spacing > 0 && s.seen && s.is_row && thinning.accept(s.at.x, s.at.y)) piece->marks.push_back(vertex(s));
    }
    return out;
}

}  // namespace

Drape drape(const Run& run, const Relief& graph) {
    Draping draping(graph);
    const SurfaceMesh& mesh = *graph.mesh;
    const double cell = 1.0 / (mesh.columns - 1);
    const std::size_t rows = run.size();
    const double most = std::max(1.0, static_cast<double>(most_points) / static_cast<double>(std::max<std::size_t>(rows, 1)));
    if (rows == 0) return {};
    GroundPoint from = on_ground(graph, run.x[0], run.y[0]);
    if (std::abs(from.x) <= mesh.half_x && std::abs(from.y) <= mesh.half_y) draping.add(from.x, from.y, 0);
    for (std::size_t k = 1; k < rows; ++k) {
        const GroundPoint to = on_ground(graph, run.x[k], run.y[k]);
        Span span;
        span.keep(from.x, to.x, static_cast<double>(mesh.half_x));
        span.keep(from.y, to.y, static_cast<double>(mesh.half_y));
        if (span.enter > span.leave) {
            draping.interrupt();
        } else {
            const double length = std::hypot(to.x - from.x, to.y - from.y) * (span.leave - span.enter);
            const int parts = static_cast<int>(std::clamp(std::ceil(length / cell), 1.0, most));
            const auto add = [&](double t) {
                draping.add(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y), static_cast<double>(k - 1) + t);
            };
            if (span.enter > 0) {
                draping.interrupt();
                add(span.enter);
            }
            for (int i = 1; i <= parts; ++i) add(span.enter + (span.leave - span.enter) * i / parts);
            if (span.leave < 1) draping.interrupt();
        }
        from = to;
    }
    return draping.finish();
}

DrapedPath look_at(const Drape& drape, const SurfaceMesh& mesh, const DrapeView& view) {
    std::vector<Seen> path = projected(drape, view);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, path.size(), 64), [&](const tbb::blocked_range<std::size_t>& range) {
        for (std::size_t k = range.begin(); k < range.end(); ++k)
            path[k].seen = is_seen(path[k].world, mesh, view.height, view.projection);
    });
    calm(path, view.shortest);
    return cut(path, view.spacing);
}

}  // namespace ravine
