// A straight line through five points: t ≈ x u + y, with slope x and intercept y; f is the mean loss over the points.
//
// All inputs lie on one side of 0, so that slope and intercept make up for each other: f is a ravine that runs obliquely. (With
// mse its condition number is about 70; centring the inputs would make it round.) Robust losses: P. Huber, "Robust estimation of
// a location parameter" (1964). The penalties are those of the lasso (R. Tibshirani 1996) and of ridge regression (A. Hoerl,
// R. Kennard 1970).
#pragma once

#include <span>
#include <vector>

#include "engine/data/parameters.h"
#include "engine/data/sample_losses.h"
#include "engine/dual.h"
#include "engine/objective.h"
#include "engine/polish.h"

namespace ravine {

struct LinearRegression {
    static constexpr int data_size = 5;
    static constexpr double inputs[data_size] = {1, 2, 3, 4, 5};
    static constexpr double targets[data_size] = {1, 2, 2.5, 4, 5};

    Loss residual_loss;
    double delta;
    int batch_size;
    Penalty penalty;

    explicit LinearRegression(std::span<const double> params)
        : residual_loss(static_cast<Loss>(static_cast<int>(params[0]))),
          delta(params[1]),
          batch_size(batch_within(params[2], data_size)),
          penalty{params[3], params[4]} {}

    int batch() const { return batch_size; }

    template <class T, class W>
    T loss(const T& x, const T& y, const W* weights) const {
        const T fit = with_loss(residual_loss, delta, [&](const auto& counted) {
            return weighted_loss<T, data_size>(weights, [&](int i) { return counted((x * inputs[i] + y) - targets[i]); });
        });
        return penalty.added_to(fit, x, y);
    }
    template <class T>
    T value(const T& x, const T& y) const {
        return loss<T, double>(x, y, nullptr);
    }

    /// The minimum of a convex f: solved by Newton's method, which a quadratic needs once, on the pieces that the creases leave,
    /// and exact where creases cross.
    std::vector<Minimum> minima() const {
        static MinimaMemory memory;
        return memory.recall({static_cast<double>(residual_loss), delta, penalty.l1, penalty.l2}, [this] {
            std::vector<Crease> creases{{1, 0, 0}, {0, 1, 0}};
            if (residual_loss != Loss::mse)
                for (int i = 0; i < data_size; ++i) creases.push_back({inputs[i], 1, targets[i]});
            return local_minima(surface_of(*this, creases, domain));
        });
    }

    static ObjectiveInfo info() {
        return {
            .id = "linear-regression",
            .name = "Linear regression",
            .formula = "mean loss(x uᵢ + y − tᵢ) + λ₁ (|x| + |y|) + λ₂ (x² + y²)",
            .notice =
                "Slope and intercept make up for each other: the ravine runs obliquely, and with small batches the path never "
                "comes to rest.",
            .source = "Least squares through (1, 1), (2, 2), (3, 2.5), (4, 4), (5, 5); P. Huber (1964); R. Tibshirani (1996)",
            .domain = domain,
            .start = {-0.5, 2.5},
            .params = {loss_parameter(), delta_parameter(0.5), batch_parameter(data_size), l1_parameter(), l2_parameter()},
            .traits = ObjectiveInfo::convex | ObjectiveInfo::ravine_shaped | ObjectiveInfo::from_data};
    }

private:
    static constexpr Box domain{-1, 3, -3, 3};
};

}  // namespace ravine
