// A small network that is trained when it is first needed, and planes through the landscape of its loss.
//
// Two inputs, eight tanh units, one output: s(p) = Σⱼ vⱼ tanh(wⱼ · p + bⱼ) + c, 33 weights θ. The 24 samples p are two moons that
// reach into each other, of classes ±1. The loss is the mean cross-entropy log(1 + exp(−class · s)) + decay ‖θ‖².
#pragma once

#include <array>

namespace ravine {

inline constexpr int network_inputs = 2, network_units = 8, network_samples = 24, network_pairs = network_samples / 2;
inline constexpr int network_weights = network_units * (network_inputs + 1) + network_units + 1;
/// Keeps the weights finite: the moons can be told apart, so cross-entropy alone would have no minimum.
inline constexpr double network_decay = 3e-4;

/// For each unit w₁, w₂, b; then v of all units; then c.
using NetworkWeights = std::array<double, network_weights>;

struct NetworkSample {
    double p[network_inputs];
    double target;  ///< 1 or −1
};

/// Of class 1 and −1 in turn. One moon is the other seen through the origin: sample 2k + 1 is −(sample 2k).
const std::array<NetworkSample, network_samples>& network_data();

/// The loss at `weights`, and its gradient.
double network_loss(const NetworkWeights& weights, NetworkWeights& gradient);

/// Trained to a minimum of the loss by plain double arithmetic: always the same.
const NetworkWeights& trained_network();

/// The exponents that make up 2 (wⱼ · p + bⱼ): 2 wⱼ · p of every second sample and unit, then 2 bⱼ of every unit.
inline constexpr int network_exponents = network_pairs * network_units + network_units;

/// The loss on the plane θ* + x d₁ + y d₂: what each sample gives each unit is linear in x and y. Coefficients of 1, x and y.
struct NetworkPlane {
    double exponent[network_exponents][3];
    double output[network_units][3];  ///< vⱼ
    double most[3];                   ///< c + Σ vⱼ, the output of a network whose units all give 1
    double decay[6];                  ///< decay ‖θ‖²: of 1, x, y, x², xy, y²
    /// Where |x| and |y| are at most this, products of four units' denominators are far from over- and underflow.
    double reach;
};

inline constexpr int network_planes = 20;

/// Spanned by random directions, normalised filter by filter: the part of a direction that belongs to one unit (its incoming
/// weights and its bias) is as long as that part of θ*. `seed`: 1 .. network_planes.
const NetworkPlane& network_plane(int seed);

/// The directions of a plane, x's and y's.
std::array<NetworkWeights, 2> network_directions(int seed);

}  // namespace ravine
