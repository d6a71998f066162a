// A slice through the loss of a trained network: f(x, y) = loss(θ* + x d₁ + y d₂), where θ* are the 33 trained weights of a
// 2-8-1 tanh network and d₁, d₂ two random directions, normalised filter by filter (H. Li, Z. Xu, G. Taylor, C. Studer,
// T. Goldstein, "Visualizing the loss landscape of neural nets", 2018). The trained network lies at the origin.
//
// The gradient is that of the loss, projected on the plane: a run moves within the slice, as training of all weights would not.
#pragma once

#include <cmath>
#include <span>
#include <vector>

#include "engine/data/network.h"
#include "engine/data/parameters.h"
#include "engine/data/sample_losses.h"
#include "engine/data/softplus.h"
#include "engine/dual.h"
#include "engine/objective.h"
#include "engine/polish.h"

namespace ravine {

struct NetworkSlice {
    static constexpr int data_size = network_samples;

    int seed, batch_size;
    const NetworkPlane* plane;  ///< lives as long as the program

    explicit NetworkSlice(std::span<const double> params)
        : seed(seed_of(params[0])), batch_size(batch_within(params[1], data_size)), plane(&network_plane(seed)) {}

    int batch() const { return batch_size; }

    template <class T, class W>
    T loss(const T& x, const T& y, const W* weights) const {
        T output[network_units];
        for (int j = 0; j < network_units; ++j) output[j] = on_plane(plane->output[j], x, y);
        const T bias = on_plane(plane->bias, x, y);
        const T fit = weighted_loss<T, data_size>(weights, [&](int i) {
            T s = bias;
            for (int j = 0; j < network_units; ++j) s = s + output[j] * tanh(on_plane(plane->input[i][j], x, y));
            return softplus(plane->against[i] * s);
        });
        const double* d = plane->decay;
        return fit + (on_plane(d, x, y) + ((d[3] * x + d[4] * y) * x + d[5] * square(y)));
    }
    template <class T>
    T value(const T& x, const T& y) const {
        return loss<T, double>(x, y, nullptr);
    }

    /// Those within the domain, by Newton's method from a grid. The trained network is one of them.
    std::vector<Minimum> minima() const {
        static MinimaMemory memory;
        return memory.recall({static_cast<double>(seed)}, [this] { return local_minima(surface_of(*this, {}, domain)); });
    }

    static ObjectiveInfo info() {
        return {.id = "network-slice",
                .name = "Slice of a network's loss",
                .formula = "loss(θ* + x d₁ + y d₂)",
                .notice =
                    "The trained network lies in the middle; in this plane a run can be caught by another basin. Other planes "
                    "look different.",
                .source = "H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, NeurIPS 31 (2018); 24 samples built in",
                .domain = domain,
                .start = {0.3, -0.95},
                .params = {{.id = "plane",
                            .name = "plane",
                            .standard = 1,
                            .min = 1,
                            .max = network_planes,
                            .scale = Scale::integer,
                            .limit = Limit::positive,
                            .help = "Which pair of random directions spans the picture. Behind 20 they come again."},
                           batch_parameter(data_size)},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima | ObjectiveInfo::from_data};
    }

private:
    static constexpr Box domain{-1, 1, -1, 1};

    /// c₀ + c₁ x + c₂ y.
    template <class T>
    static T on_plane(const double* c, const T& x, const T& y) {
        return (c[0] + x * c[1]) + y * c[2];
    }

    static int seed_of(double typed) { return 1 + static_cast<int>(std::fmod(typed - 1, network_planes)); }
};

}  // namespace ravine
