// An objective: a function f(x, y) with exact derivatives, parameters and known minima.
// The catalogue describes the built-in ones; an `Objective` is one of them with its parameters set.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "engine/geometry.h"
#include "engine/parameter.h"

namespace ravine {

class TypedObjective;
struct PreparedObjective;

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
    /// What kind of surface it is, with its default parameters and within its domain: flags for menus and filters.
    enum Trait : unsigned {
        convex = 1,         ///< no chord lies below the surface
        ravine_shaped = 2,  ///< a long valley, many times steeper across than along
        with_saddle = 4,    ///< the gradient vanishes at a point from which f both rises and falls
        many_minima = 8,    ///< more than one local minimum
        non_smooth = 16,    ///< kinks, where f is continuous and its gradient is not
        from_data = 32,     ///< a loss: the mean over the samples of a data set
    };

    std::string_view id, name;
    std::string_view formula;  ///< one line of text with mathematical signs: "(a − x)² + b (y − x²)²"
    std::string_view notice;   ///< what a student should watch for, one sentence
    std::string_view source;   ///< paper or page
    Box domain;                ///< the default view
    Point start;               ///< a start from which the lesson of this surface is seen
    std::vector<Parameter> params;
    unsigned traits = 0;  ///< Trait flags, or-ed
};

/// An objective with its parameters set: a small value, cheap to copy and to compare.
class Objective {
public:
    /// Throws std::invalid_argument where `id` is unknown, or the number of values is not that of its parameters.
    Objective(std::string_view id, std::span<const double> params);
    explicit Objective(std::string_view id);  ///< with its default parameters
    explicit Objective(TypedObjective typed);

    const ObjectiveInfo& info() const;
    int index() const { return index_; }  ///< place in the catalogue; behind it for typed formulas
    std::span<const double> params() const { return params_; }

    Sample at(Point p) const;
    Hessian hessian(Point p) const;
    /// All known minima, global ones first; of a typed formula those that were found, the lowest first. Empty where there are
    /// none.
    std::vector<Minimum> minima() const;
    bool minima_are_found() const { return typed_ != nullptr; }  ///< found, not known: a lower one may lie elsewhere
    bool has_global_minimum() const;
    /// Whether gradients are those of mini-batches: of part of the samples that f is a mean of.
    bool draws_batches() const;

    /// Block kernels: arrays of n points, of any n and alignment. A point's numbers do not depend on n or on its place in the
    /// block.
    void values(std::size_t n, const double* x, const double* y, double* f) const;
    void gradients(std::size_t n, const double* x, const double* y, double* f, double* gx, double* gy) const;

    /// What the kernels are given; this object must outlive it.
    PreparedObjective prepared() const;

    bool operator==(const Objective& other) const;

private:
    // In this order: what the parameters are is asked of the others.
    int index_ = 0;
    std::shared_ptr<const TypedObjective> typed_;
    std::vector<double> params_;
};

/// All built-in objectives in teaching order.
const std::vector<ObjectiveInfo>& objectives();
/// The entry called `id`, or nullptr.
const ObjectiveInfo* find_objective(std::string_view id);

}  // namespace ravine
