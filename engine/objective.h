// An objective: a function f(x, y) with exact derivatives, parameters and known minima.
// The catalogue describes the built-in ones; an `Objective` is one of them with its parameters set.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "engine/geometry.h"
#include "engine/parameter.h"

namespace ravine {

struct Minimum {
    double x = 0, y = 0, f = 0;
};

/// f and its gradient at a point.
struct Sample {
    double f = 0, gx = 0, gy = 0;
};

/// Second derivatives at a point.
struct Hessian {
    double xx = 0, xy = 0, yy = 0;
};

/// One entry of the catalogue. The strings live as long as the program.
struct ObjectiveInfo {
    std::string_view id, name;
    std::string_view formula;  ///< one line of text with mathematical signs: "(a − x)² + b (y − x²)²"
    std::string_view notice;   ///< what a student should watch for, one sentence
    std::string_view source;   ///< paper or page
    Box domain;                ///< the default view
    Point start;               ///< a start from which the lesson of this surface is seen
    std::vector<Parameter> params;
};

/// An objective with its parameters set: a small value, cheap to copy and to compare.
class Objective {
public:
    /// Throws std::invalid_argument where `id` is unknown, or the number of values is not that of its parameters.
    Objective(std::string_view id, std::span<const double> params);
    explicit Objective(std::string_view id);  ///< with its default parameters

    const ObjectiveInfo& info() const;
    int index() const { return index_; }  ///< place in the catalogue
    std::span<const double> params() const { return params_; }

    Sample at(Point p) const;
    Hessian hessian(Point p) const;
    std::vector<Minimum> minima() const;  ///< all known minima, global ones first; empty where f has none
    bool has_global_minimum() const;

    /// Block kernels: arrays of n points, of any n and alignment. A point's numbers do not depend on n or on its place in the
    /// block.
    void values(std::size_t n, const double* x, const double* y, double* f) const;
    void gradients(std::size_t n, const double* x, const double* y, double* f, double* gx, double* gy) const;

    bool operator==(const Objective&) const = default;

private:
    int index_ = 0;
    std::vector<double> params_;
};

/// All built-in objectives in teaching order.
const std::vector<ObjectiveInfo>& objectives();
/// The entry called `id`, or nullptr.
const ObjectiveInfo* find_objective(std::string_view id);

}  // namespace ravine
