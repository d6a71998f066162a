// The cross in a tray: f = −0.0001 (|sin x · sin y · exp|100 − r/π|| + 1)^0.1, r = √(x² + y²).
//
// Formula as in Surjanovic & Bingham. Creases along x = kπ and y = kπ, of which the two through the origin form the cross,
// divide the tray into cells with a smooth minimum each; the four around the origin are equally deep.
#pragma once

#include <array>
#include <numbers>
#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"
#include "engine/objectives/root.h"

namespace ravine {

struct CrossInTray {
    explicit CrossInTray(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        return join(of_x(x), of_y(y));
    }
    template <class T>
    static std::array<T, 2> of_x(const T& v) {
        return {square(v), sin(v)};
    }
    template <class T>
    static std::array<T, 2> of_y(const T& v) {
        return of_x(v);
    }
    template <class T>
    static T join(const std::array<T, 2>& x, const std::array<T, 2>& y) {
        const T size = abs(100.0 - root(x[0] + y[0]) * (1 / std::numbers::pi));
        // (s exp(c) + 1)^0.1 as exp(0.1 (c + log(s + exp(−c)))), which does not overflow.
        return -1e-4 * exp(0.1 * (size + log(abs(x[1] * y[1]) + exp(-size))));
    }

    /// The four global ones: |x| = |y| = arctan(π√2), up to a change below e^−98.
    std::vector<Minimum> minima() const {
        const double at = 1.349406617153910792, f = -2.062611870822736878;
        return {{at, at, f}, {-at, at, f}, {at, -at, f}, {-at, -at, f}};
    }

    static ObjectiveInfo info() {
        return {.id = "cross-in-tray",
                .name = "Cross in a tray",
                .formula = "−0.0001 (|sin x · sin y · exp|100 − √(x² + y²)/π|| + 1)^0.1",
                .notice =
                    "The walls between the cells are so thin that a step seldom feels them, and so steep that one which "
                    "does is thrown far away.",
                .source = "Surjanovic & Bingham, Virtual Library of Simulation Experiments",
                .domain = {-10, 10, -10, 10},
                .start = {-4.2, 5.6},
                .params = {},
                .traits = ObjectiveInfo::many_minima | ObjectiveInfo::non_smooth};
    }
};

}  // namespace ravine
