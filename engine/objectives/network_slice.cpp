// Data, training and planes of the network behind network_slice.h.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numbers>
#include <numeric>
#include <vector>

#include "engine/data/network.h"
#include "engine/noise.h"

namespace ravine {
namespace {

constexpr std::size_t size = network_weights, units = network_units, inputs = network_inputs;
constexpr std::size_t outgoing = units * (inputs + 1);  // where v begins

double dot(const NetworkWeights& a, const NetworkWeights& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

NetworkWeights sum(const NetworkWeights& a, double factor, const NetworkWeights& b) {
    NetworkWeights result;
    for (std::size_t k = 0; k < size; ++k) result[k] = a[k] + factor * b[k];
    return result;
}

/// Normally distributed numbers; `run` tells those that belong together from others.
NetworkWeights random_weights(std::uint64_t seed, std::uint64_t run) {
    NetworkWeights weights;
    for (std::size_t k = 0; k < size; ++k) weights[k] = gaussian(seed, run, k).x;
    return weights;
}

/// The loss of one sample; its gradient is added.
double add_sample(const NetworkSample& sample, const NetworkWeights& weights, NetworkWeights& gradient) {
    std::array<double, units> active{};
    double s = weights[size - 1];
    for (std::size_t j = 0; j < units; ++j) {
        const double* w = &weights[j * (inputs + 1)];
        active[j] = std::tanh(w[0] * sample.p[0] + w[1] * sample.p[1] + w[2]);
        s += weights[outgoing + j] * active[j];
    }
    const double z = -sample.target * s, e = std::exp(-std::abs(z));
    const double by_s = -sample.target * (z > 0 ? 1 : e) / (1 + e);
    for (std::size_t j = 0; j < units; ++j) {
        const double by_input = by_s * weights[outgoing + j] * (1 - active[j] * active[j]);
        double* g = &gradient[j * (inputs + 1)];
        g[0] += by_input * sample.p[0], g[1] += by_input * sample.p[1], g[2] += by_input;
        gradient[outgoing + j] += by_s * active[j];
    }
    gradient[size - 1] += by_s;
    return std::fmax(z, 0) + std::log(1 + e);
}

/// Chosen so that the first plane shows a second minimum.
constexpr std::uint64_t first_directions = 3;

/// The method of Broyden, Fletcher, Goldfarb and Shanno (1970) on all samples at once.
class Trainer {
public:
    explicit Trainer(const NetworkWeights& start) : weights_(start), loss_(network_loss(start, gradient_)) { forget(); }

    /// False where no step leads further down.
    bool step() {
        NetworkWeights direction{};
        for (std::size_t i = 0; i < size; ++i) direction[i] = -dot(inverse_[i], gradient_);
        const double slope = dot(direction, gradient_);
        if (!(slope < 0)) return false;
        for (double length = 1; length > 1e-10; length *= 0.5) {
            const NetworkWeights at = sum(weights_, length, direction);
            NetworkWeights gradient;
            const double loss = network_loss(at, gradient);
            if (!(loss <= loss_ + 1e-4 * length * slope)) continue;
            learn(sum(at, -1, weights_), sum(gradient, -1, gradient_));
            weights_ = at, gradient_ = gradient, loss_ = loss;
            return true;
        }
        return false;
    }

    const NetworkWeights& weights() const { return weights_; }

private:
    void forget() {
        for (std::size_t i = 0; i < size; ++i) inverse_[i].fill(0), inverse_[i][i] = 1;
    }

    /// Updates the estimate of the inverse Hessian: over `moved`, the gradient changed by `change`.
    void learn(const NetworkWeights& moved, const NetworkWeights& change) {
        const double curvature = dot(moved, change);
        if (!(curvature > 0)) return;
        NetworkWeights image;
        for (std::size_t i = 0; i < size; ++i) image[i] = dot(inverse_[i], change);
        const double factor = (1 + dot(change, image) / curvature) / curvature;
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t k = 0; k < size; ++k)
                inverse_[i][k] += factor * moved[i] * moved[k] - (image[i] * moved[k] + moved[i] * image[k]) / curvature;
    }

    NetworkWeights weights_, gradient_{};
    double loss_;
    std::array<NetworkWeights, size> inverse_{};
};

NetworkWeights train() {
    constexpr std::uint64_t seed = 1;
    constexpr int steps = 1000;
    Trainer trainer(random_weights(seed, 0));
    for (int step = 0; step < steps && trainer.step(); ++step) {
    }
    return trainer.weights();
}

/// Scales the part of `direction` that belongs to one unit to the length of that part of `weights`.
void normalise(NetworkWeights& direction, const NetworkWeights& weights, std::size_t begin, std::size_t end) {
    double own = 0, wanted = 0;
    for (std::size_t k = begin; k < end; ++k) own += direction[k] * direction[k], wanted += weights[k] * weights[k];
    const double factor = std::sqrt(wanted / own);
    for (std::size_t k = begin; k < end; ++k) direction[k] *= factor;
}

/// Four units' denominators are below exp(700) where their exponents' sizes add up to less than this.
constexpr double most_exponents = 680;

double reach_of(const NetworkPlane& plane) {
    double reach = most_exponents;
    for (std::size_t pair = 0; pair < network_pairs; ++pair)
        for (std::size_t four = 0; four < units; four += 4) {
            double at_origin = 0, growth = 0;
            for (std::size_t j = four; j < four + 4; ++j)
                for (const std::size_t k : {pair * units + j, network_pairs * units + j}) {
                    at_origin += std::abs(plane.exponent[k][0]);
                    growth += std::abs(plane.exponent[k][1]) + std::abs(plane.exponent[k][2]);
                }
            reach = std::fmin(reach, (most_exponents - at_origin) / growth);
        }
    return reach;
}

NetworkPlane plane_of(int seed) {
    const auto [d1, d2] = network_directions(seed);
    const std::array<const NetworkWeights*, 3> parts{&trained_network(), &d1, &d2};
    NetworkPlane plane{};
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const NetworkWeights& t = *parts[part];
        for (std::size_t j = 0; j < units; ++j) {
            for (std::size_t pair = 0; pair < network_pairs; ++pair) {
                const NetworkSample& sample = network_data()[2 * pair];
                plane.exponent[pair * units + j][part] = 2 * (t[3 * j] * sample.p[0] + t[3 * j + 1] * sample.p[1]);
            }
            plane.exponent[network_pairs * units + j][part] = 2 * t[3 * j + 2];
            plane.output[j][part] = t[outgoing + j];
        }
        plane.most[part] = std::accumulate(&t[outgoing], &t[outgoing] + units + 1, 0.0);
    }
    const auto product = [&](std::size_t a, std::size_t b) { return network_decay * dot(*parts[a], *parts[b]); };
    const std::array<double, 6> decay{product(0, 0), 2 * product(0, 1), 2 * product(0, 2),
                                      product(1, 1), 2 * product(1, 2), product(2, 2)};
    for (std::size_t k = 0; k < decay.size(); ++k) plane.decay[k] = decay[k];
    plane.reach = reach_of(plane);
    return plane;
}

std::array<NetworkSample, network_samples> moons() {
    std::array<NetworkSample, network_samples> samples{};
    constexpr std::size_t half = network_samples / 2;
    for (std::size_t k = 0; k < half; ++k) {
        const double angle = std::numbers::pi * static_cast<double>(k) / (half - 1);
        samples[2 * k] = {{std::cos(angle) - 0.5, std::sin(angle) - 0.25}, 1};
        samples[2 * k + 1] = {{0.5 - std::cos(angle), 0.25 - std::sin(angle)}, -1};
    }
    return samples;
}

}  // namespace

const std::array<NetworkSample, network_samples>& network_data() {
    static const auto samples = moons();
    return samples;
}

double network_loss(const NetworkWeights& weights, NetworkWeights& gradient) {
    gradient.fill(0);
    double loss = 0;
    for (const NetworkSample& sample : network_data()) loss += add_sample(sample, weights, gradient);
    for (std::size_t k = 0; k < size; ++k) gradient[k] = gradient[k] / network_samples + 2 * network_decay * weights[k];
    return loss / network_samples + network_decay * dot(weights, weights);
}

const NetworkWeights& trained_network() {
    static const NetworkWeights weights = train();
    return weights;
}

std::array<NetworkWeights, 2> network_directions(int seed) {
    std::array<NetworkWeights, 2> directions{};
    for (std::size_t d = 0; d < directions.size(); ++d) {
        directions[d] = random_weights(first_directions + static_cast<std::uint64_t>(seed), d + 1);
        for (std::size_t j = 0; j < units; ++j)
            normalise(directions[d], trained_network(), j * (inputs + 1), (j + 1) * (inputs + 1));
        normalise(directions[d], trained_network(), outgoing, size);
    }
    return directions;
}

const NetworkPlane& network_plane(int seed) {
    static const std::vector<NetworkPlane> planes = [] {
        std::vector<NetworkPlane> all;
        for (int s = 1; s <= network_planes; ++s) all.push_back(plane_of(s));
        return all;
    }();
    return planes[static_cast<std::size_t>(seed - 1)];
}

}  // namespace ravine
