// All local minima of a surface within a box, to the last digits that its gradient has: for objectives whose minima have no
// closed form.
//
// Newton's method with exact Hessians starts from every low point of a grid. A surface may have creases along known straight
// lines (where |r| bends, say): minima can then also lie on a line, found by Newton's method along it, or where two lines cross.
// A narrow minimum between the points of the grid that no low point leads to is missed.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"

namespace ravine {

/// The line a x + b y = c. That f is smooth there does no harm.
struct Crease {
    double a, b, c;
};

/// f with its first and second derivatives.
struct Taylor {
    Sample sample;
    Hessian hessian;
};

struct Surface {
    std::function<double(Point)> value;
    std::function<Taylor(Point)> taylor;
    std::vector<Crease> creases;
    Box domain;
};

/// `objective` is copied.
template <class O>
Surface surface_of(const O& objective, std::vector<Crease> creases, const Box& domain) {
    return {[objective](Point p) { return objective.value(p.x, p.y); },
            [objective](Point p) {
                const auto f = objective.value(variable_x(variable_x(p.x)), variable_y(variable_y(p.y)));
                return Taylor{{f.v.v, f.v.dx, f.v.dy}, {f.dx.dx, f.dx.dy, f.dy.dy}};
            },
            std::move(creases), domain};
}

/// Where Newton's method comes to rest from `start`, if it does: a point with a flat gradient, in or out of the domain. Creases
/// are not looked at.
std::optional<Point> settled(const Surface& surface, Point start);

/// The lowest first. Of a flat stretch between corners of creases, its corners. Empty where f has no finite minimum in the box.
std::vector<Minimum> local_minima(const Surface& surface);

/// Remembers the minima of the parameter values that were asked for last. Any number of threads may ask.
class MinimaMemory {
public:
    /// What `find` returned for this key, now or earlier.
    std::vector<Minimum> recall(const std::vector<double>& key, const std::function<std::vector<Minimum>()>& find);

private:
    struct Entry {
        std::vector<double> key;
        std::vector<Minimum> minima;
    };
    std::mutex mutex_;
    std::vector<Entry> entries_;
    std::size_t next_ = 0;
};

}  // namespace ravine
