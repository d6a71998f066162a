// Logistic regression with two weights and no intercept: f is the mean cross-entropy log(1 + exp(−c (x u + y v))) over twenty
// samples (u, v) of class c = ±1 (D. Cox, "The regression analysis of binary sequences", 1958).
//
// The features say much the same (v is about 0.7 u), so one combination of the weights is well determined and the other hardly:
// f is convex, steep on the side of wrong answers and nearly straight far away. No line parts the classes, so that a minimum
// exists without a penalty.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "engine/data/log_product.h"
#include "engine/data/parameters.h"
#include "engine/data/sample_losses.h"
#include "engine/data/softplus.h"
#include "engine/dual.h"
#include "engine/objective.h"
#include "engine/polish.h"

namespace ravine {

struct LogisticRegression {
    static constexpr int data_size = 20;
    /// Drawn once from two overlapping normal distributions. The first ten are of class 1, the others of class −1.
    static constexpr double inputs[data_size][2] = {{1.3, 1.1},   {1.3, 1.1},   {4.2, 0.9},   {0.8, 0.2},   {2.6, 0.9},
                                                    {2.4, 1.5},   {0.7, 0.8},   {-1.4, -1.5}, {3.7, 1.1},   {1.8, 1.5},
                                                    {-1.2, -1.4}, {0.2, -0.8},  {-1.0, -0.3}, {-1.2, -0.5}, {-0.8, -1.2},
                                                    {-0.9, -0.1}, {-2.1, -1.9}, {-1.8, -2.0}, {-4.0, -2.9}, {0.2, 1.4}};
    static constexpr int first_negative = 10;

    int batch_size;
    Penalty penalty;

    explicit LogisticRegression(std::span<const double> params)
        : batch_size(batch_within(params[0], data_size)), penalty{params[1], params[2]} {}

    int batch() const { return batch_size; }

    template <class T, class W>
    T loss(const T& x, const T& y, const W* weights) const {
        const T fit =
            weighted_loss<T, data_size>(weights, [&](int i) { return softplus(x * against(i, 0) + y * against(i, 1)); });
        return penalty.added_to(fit, x, y);
    }
    template <class T>
    T value(const T& x, const T& y) const {
        return join(of_x(x), of_y(y));
    }
    /// exp(zᵢ) is a product of a factor of x and one of y; the last number is the coordinate itself.
    template <class T>
    static std::array<T, data_size + 1> of_x(const T& x) {
        return factors(x, 0);
    }
    template <class T>
    static std::array<T, data_size + 1> of_y(const T& y) {
        return factors(y, 1);
    }
    /// Σ log(1 + exp zᵢ) with one logarithm, of a product that does not overflow within reach; sample by sample further out.
    template <class T>
    T join(const std::array<T, data_size + 1>& of_x, const std::array<T, data_size + 1>& of_y) const {
        const T &x = of_x.back(), &y = of_y.back();
        LogProduct<T> sum;
        for (std::size_t i = 0; i < data_size; ++i) sum.add(1.0 + of_x[i] * of_y[i]);
        const T near = penalty.added_to(sum.total() * (1.0 / data_size), x, y);
        const auto is_far = greater_of(abs(x), abs(y)) > T(reach);
        return any(is_far) ? choose(is_far, loss(x, y, static_cast<const double*>(nullptr)), near) : near;
    }

    /// The minimum of a convex f, by Newton's method; with an L1 penalty it may lie on an axis.
    std::vector<Minimum> minima() const {
        static MinimaMemory memory;
        return memory.recall({penalty.l1, penalty.l2}, [this] {
            return local_minima(surface_of(*this, {{1, 0, 0}, {0, 1, 0}}, domain));
        });
    }

    static ObjectiveInfo info() {
        return {
            .id = "logistic-regression",
            .name = "Logistic regression",
            .formula = "mean log(1 + exp(−cᵢ (x uᵢ + y vᵢ))) + λ₁ (|x| + |y|) + λ₂ (x² + y²)",
            .notice =
                "Gradients are long where answers are wrong and short near the minimum: a rate that suits the slope crawls on "
                "the valley floor.",
            .source = "D. R. Cox, Journal of the Royal Statistical Society B 20 (1958); 20 samples built in",
            .domain = domain,
            .start = {-1, 2},
            .params = {batch_parameter(data_size), l1_parameter(), l2_parameter()},
            .traits = ObjectiveInfo::convex | ObjectiveInfo::from_data};
    }

private:
    static constexpr Box domain{-2, 6, -5, 3};
    /// Sums of |zᵢ| over the samples stay below 700 where |x| and |y| are at most this.
    static constexpr double reach = 10;

    /// −cᵢ times a coordinate of sample i.
    static constexpr double against(int i, int coordinate) { return (i < first_negative ? -1 : 1) * inputs[i][coordinate]; }

    template <class T>
    static std::array<T, data_size + 1> factors(const T& v, int coordinate) {
        std::array<T, data_size + 1> f{};
        for (int i = 0; i < data_size; ++i) f[static_cast<std::size_t>(i)] = exp(v * against(i, coordinate));
        f.back() = v;
        return f;
    }
};

}  // namespace ravine
