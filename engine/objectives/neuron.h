// One tanh unit with a weight and a bias on twelve samples: t ≈ tanh(x u + y); f is the mean loss.
//
// The samples rise and fall again, which one unit cannot follow: it fits the rise (the lower basin, x > 0) or the fall (x < 0).
// Between and around them lie saddles and plateaus, where the unit saturates and the gradient vanishes. That a single unit can
// have many local minima: P. Auer, M. Herbster, M. Warmuth, "Exponentially many local minima for single neurons" (1996).
#pragma once

#include <cmath>
#include <span>
#include <vector>

#include "engine/data/parameters.h"
#include "engine/data/sample_losses.h"
#include "engine/dual.h"
#include "engine/objective.h"
#include "engine/polish.h"

namespace ravine {

struct Neuron {
    static constexpr int data_size = 12;
    static constexpr double inputs[data_size] = {-2, -1.7, -1.4, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 1.4, 1.7};
    static constexpr double targets[data_size] = {-0.9, -0.8, -0.7, 0.6, 0.8, 0.9, 0.9, 0.9, 0.8, 0.6, -0.5, -0.7};

    Loss residual_loss;
    double delta;
    int batch_size;
    Penalty penalty;

    explicit Neuron(std::span<const double> params)
        : residual_loss(static_cast<Loss>(static_cast<int>(params[0]))),
          delta(params[1]),
          batch_size(batch_within(params[2], data_size)),
          penalty{params[3], params[4]} {}

    int batch() const { return batch_size; }

    template <class T, class W>
    T loss(const T& x, const T& y, const W* weights) const {
        const T fit = with_loss(residual_loss, delta, [&](const auto& counted) {
            return weighted_loss<T, data_size>(weights, [&](int i) { return counted(tanh(x * inputs[i] + y) - targets[i]); });
        });
        return penalty.added_to(fit, x, y);
    }
    template <class T>
    T value(const T& x, const T& y) const {
        return loss<T, double>(x, y, nullptr);
    }

    /// Those within the domain, by Newton's method from a grid. A residual is 0 along a straight line, so the creases of mae are
    /// known.
    std::vector<Minimum> minima() const {
        static MinimaMemory memory;
        return memory.recall({static_cast<double>(residual_loss), delta, penalty.l1, penalty.l2}, [this] {
            std::vector<Crease> creases{{1, 0, 0}, {0, 1, 0}};
            if (residual_loss != Loss::mse)
                for (int i = 0; i < data_size; ++i) creases.push_back({inputs[i], 1, std::atanh(targets[i])});
            return local_minima(surface_of(*this, creases, domain));
        });
    }

    static ObjectiveInfo info() {
        return {
            .id = "neuron",
            .name = "One neuron",
            .formula = "mean loss(tanh(x uᵢ + y) − tᵢ) + λ₁ (|x| + |y|) + λ₂ (x² + y²)",
            .notice =
                "Two basins, of which one is lower, between plateaus: where the unit saturates the gradient all but vanishes.",
            .source = "P. Auer, M. Herbster, M. Warmuth, NIPS 8 (1996); 12 samples built in",
            .domain = domain,
            .start = {-2.5, -1},
            .params = {loss_parameter(), delta_parameter(0.5), batch_parameter(data_size), l1_parameter(), l2_parameter()},
            .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima | ObjectiveInfo::from_data};
    }

private:
    static constexpr Box domain{-4, 4, -4, 4};
};

}  // namespace ravine
