// A slice through the loss of a trained network: f(x, y) = loss(θ* + x d₁ + y d₂), where θ* are the 33 trained weights of a
// 2-8-1 tanh network and d₁, d₂ two random directions, normalised filter by filter (H. Li, Z. Xu, G. Taylor, C. Studer,
// T. Goldstein, "Visualizing the loss landscape of neural nets", 2018). The trained network lies at the origin.
//
// The gradient is that of the loss, projected on the plane: a run moves within the slice, as training of all weights would not.
#pragma once

#include <cmath>
#include <span>
#include <vector>

#include "engine/data/log_product.h"
#include "engine/data/network.h"
#include "engine/data/network_shares.h"
#include "engine/data/parameters.h"
#include "engine/data/sample_losses.h"
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

    template <class T>
    NetworkFactors<T> of_x(const T& x) const {
        return factors_of_x(*plane, x);
    }
    template <class T>
    NetworkFactors<T> of_y(const T& y) const {
        return factors_of_y(*plane, y);
    }
    template <class T>
    T join(const NetworkFactors<T>& of_x, const NetworkFactors<T>& of_y) const {
        return height(NetworkPoint<T>(*plane, of_x, of_y), of_x.back(), of_y.back());
    }

    template <class T, class W>
    T loss(const T& x, const T& y, const W* weights) const {
        if constexpr (requires { x.dx; }) {
            const auto s = slopes(x.v, y.v, weights);
            return {s.f, s.by_x * x.dx + s.by_y * y.dx, s.by_x * x.dy + s.by_y * y.dy};
        } else {
            return slopes(x, y, weights).f;
        }
    }
    template <class T>
    T value(const T& x, const T& y) const {
        if constexpr (requires { x.dx; })
            return loss(x, y, static_cast<const double*>(nullptr));
        else
            return join(of_x(x), of_y(y));
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

    /// f and its slopes along the plane's two directions.
    template <class T>
    struct Slopes {
        T f, by_x, by_y;
    };

    template <class T, class W>
    Slopes<T> slopes(const T& x, const T& y, const W* weights) const {
        const NetworkFactors<T> fx = of_x(x), fy = of_y(y);
        return at(NetworkPoint<T>(*plane, fx, fy), x, y, weights);
    }
    template <class T, class W>
    Slopes<Dual<T>> slopes(const Dual<T>& x, const Dual<T>& y, const W* weights) const {
        return at(NetworkPoint<Dual<T>>(*plane, x, y), x, y, weights);
    }

    /// f alone. All outputs first: their exponentials then do not wait for one another.
    template <class T>
    T height(const NetworkPoint<T>& point, const T& x, const T& y) const {
        T output[network_units], reply[data_size];
        for (int j = 0; j < network_units; ++j) output[j] = on_plane(plane->output[j], x, y);
        const T most = on_plane(plane->most, x, y);
        for (int pair = 0; pair < network_pairs; ++pair) {
            const NetworkShares<T> shares = point.shares(pair);
            T first(0.0), second(0.0);
            for (int j = 0; j < network_units; ++j) {
                first = first + output[j] * shares.first[j];
                second = second + output[j] * shares.second[j];
            }
            reply[2 * pair] = most - 2.0 * first;
            reply[2 * pair + 1] = most - 2.0 * second;
        }
        CrossEntropy<T, double> fit(nullptr);
        for (int i = 0; i < data_size; ++i) fit.add(i, i % 2 == 0 ? -1 : 1, {reply[i], T(0.0), T(0.0)});
        return fit.total().f + decay(x, y);
    }

    /// The same f, bit for bit, with its slopes.
    template <class T, class W>
    Slopes<T> at(const NetworkPoint<T>& point, const T& x, const T& y, const W* weights) const {
        T output[network_units];
        for (int j = 0; j < network_units; ++j) output[j] = on_plane(plane->output[j], x, y);
        const T most = on_plane(plane->most, x, y);
        CrossEntropy<T, W> fit(weights);
        for (int pair = 0; pair < network_pairs; ++pair) {
            const NetworkShares<T> shares = point.shares(pair);
            fit.add(2 * pair, -1, reply(shares.first, pair, 1, output, most));
            fit.add(2 * pair + 1, 1, reply(shares.second, pair, -1, output, most));
        }
        const Slopes<T> of_fit = fit.total();
        const double* d = plane->decay;
        return {of_fit.f + decay(x, y), of_fit.by_x + (d[1] + (2 * d[3] * x + d[4] * y)),
                of_fit.by_y + (d[2] + (d[4] * x + 2 * d[5] * y))};
    }

    template <class T>
    T decay(const T& x, const T& y) const {
        const double* d = plane->decay;
        return on_plane(d, x, y) + ((d[3] * x + d[4] * y) * x + d[5] * square(y));
    }

    /// The network's output for one sample: its units' exponents are those of the biases plus `side` times those of the pair.
    template <class T>
    Slopes<T> reply(const T* share, int pair, int side, const T* output, const T& most) const {
        Slopes<T> sum{T(0.0), T(0.0), T(0.0)};
        for (int j = 0; j < network_units; ++j) {
            const double* sample = plane->exponent[pair * network_units + j];
            const double* bias = plane->exponent[network_pairs * network_units + j];
            const double* v = plane->output[j];
            const T given = output[j] * share[j], change = given * (share[j] - 1.0);
            sum.f = sum.f + given;
            sum.by_x = sum.by_x + (share[j] * v[1] + change * (bias[1] + side * sample[1]));
            sum.by_y = sum.by_y + (share[j] * v[2] + change * (bias[2] + side * sample[2]));
        }
        return {most - 2.0 * sum.f, plane->most[1] - 2.0 * sum.by_x, plane->most[2] - 2.0 * sum.by_y};
    }

    /// Σ wᵢ softplus(zᵢ), or the mean where there are no weights: then one logarithm is enough for all samples.
    template <class T, class W>
    class CrossEntropy {
    public:
        explicit CrossEntropy(const W* weights) : weights_(weights) {}

        /// `sign`: of z, as a multiple of the output.
        void add(int sample, double sign, const Slopes<T>& output) {
            const T z = sign * output.f, e = exp(-abs(z)), above = greater_of(z, T(0.0));
            T slope = sign * choose(z > T(0.0), T(1.0), e) / (1.0 + e);
            if (weights_ != nullptr) {
                sum_.f = sum_.f + weighted(weights_[sample], above + log(1.0 + e));
                slope = weighted(weights_[sample], slope);
            } else {
                sum_.f = sum_.f + above;
                rest_.add(1.0 + e);
            }
            sum_.by_x = sum_.by_x + slope * output.by_x;
            sum_.by_y = sum_.by_y + slope * output.by_y;
        }

        Slopes<T> total() const {
            if (weights_ != nullptr) return sum_;
            constexpr double mean = 1.0 / data_size;
            return {(sum_.f + rest_.total()) * mean, sum_.by_x * mean, sum_.by_y * mean};
        }

    private:
        const W* weights_;
        Slopes<T> sum_{T(0.0), T(0.0), T(0.0)};
        LogProduct<T> rest_;
    };

    static int seed_of(double typed) { return 1 + static_cast<int>(std::fmod(typed - 1, network_planes)); }
};

}  // namespace ravine
