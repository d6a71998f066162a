// RAdam: Adam that waits until its average of squared gradients is worth something. m and v as in Adam, r∞ = 2/(1−β₂) − 1 and
// r = r∞ − 2 t β₂ᵗ/(1−β₂ᵗ) (the number of gradients that v effectively averages). While r ≤ 5: x ← x − η m̂. Later:
// x ← x − η q √(1−β₂ᵗ) / (√v + ε) · m̂, with q² = (r−4)(r−2) r∞ / ((r∞−4)(r∞−2) r).
//
// L. Liu et al., "On the variance of the adaptive learning rate and beyond", ICLR (2020); as in PyTorch.
// Defaults: η 0.001, β₁ 0.9, β₂ 0.999, ε 1e-8.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/averages.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct RAdam {
    template <class T>
    struct Hyper {
        T lr, beta1, beta2, eps;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::beta1, &Hyper::beta2, &Hyper::eps}; }
    };

    template <class T>
    struct State {
        T m, v, m_weight, v_weight;
        static constexpr auto slots() { return std::tuple{&State::m, &State::v, &State::m_weight, &State::v_weight}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double t, Coordinate<T>& c, State<T>& s) {
        s.m = average(h.beta1, s.m, c.g);
        s.v = average(h.beta2, s.v, c.g * c.g);
        s.m_weight = average(h.beta1, s.m_weight, T(1.0));
        s.v_weight = average(h.beta2, s.v_weight, T(1.0));
        const T longest = longest_average(h.beta2);
        const T length = average_length(t, s.v_weight, longest);
        const T adaptive = h.lr * (rectification(length, longest) * sqrt(s.v_weight) / divisor(sqrt(s.v) + h.eps));
        c.rate = choose(length > T(5.0), adaptive, h.lr);
        c.x = c.x - c.rate * (s.m / s.m_weight);
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& u) {
        std::vector<RuleLine> list{{"m ← β₁ m + (1−β₁) g"},
                                   {"v ← β₂ v + (1−β₂) g²"},
                                   {"w₁ ← β₁ w₁ + (1−β₁)", "weights of the averages"},
                                   {"w₂ ← β₂ w₂ + (1−β₂)"},
                                   {"m̂ = m / w₁", "bias correction"},
                                   {"r∞ = 2 / (1−β₂) − 1"},
                                   {"r = r∞ − 2 t (1 − w₂) / w₂", "gradients that v averages"}};
        if (!(average_length(u.t, u.after.v_weight, longest_average(h.beta2)) > 5.0)) {
            list.push_back({"x ← x − η m̂", "r ≤ 5: too few for v"});
            return list;
        }
        list.insert(list.end(), {{"q = √((r − 4) (r − 2) r∞ / ((r∞ − 4) (r∞ − 2) r))", "r > 5"},
                                 {"x ← x − η q √w₂ m̂ / " + divisor_text(h.eps, "√v + ε")}});
        return list;
    }

    static OptimizerInfo info() {
        return {
            .id = "radam",
            .name = "RAdam",
            .formula = "m ← β₁ m + (1−β₁) g; v ← β₂ v + (1−β₂) g²; x ← x − η q m̂ / (√v̂ + ε)",
            .notice = "Adam with a built-in warm-up: a few plain momentum steps, then adaptive ones that grow to Adam's size.",
            .source = "L. Liu et al., ICLR (2020), as in PyTorch",
            .params = {learning_rate(0.001, 1e-4, 1),
                       decay_factor("beta1", "decay β₁", 0.9,
                                    "How slowly the average of gradients forgets. Large values act like momentum."),
                       decay_factor("beta2", "decay β₂", 0.999,
                                    "How slowly the average of squared gradients forgets. Below 2/3 it is never used."),
                       stabilizer()},
            .state = {"m", "v", "weight of m", "weight of v"},
            .signs = {"m", "v", "w₁", "w₂"}};
    }

private:
    template <class T>
    static T longest_average(const T& beta2) {
        return 2.0 / (1.0 - beta2) - 1.0;
    }

    /// How many gradients v effectively averages.
    template <class T>
    static T average_length(double t, const T& v_weight, const T& longest) {
        return longest - 2.0 * t * (1.0 - v_weight) / v_weight;
    }

    /// q; without meaning where length ≤ 5.
    template <class T>
    static T rectification(const T& length, const T& longest) {
        return sqrt((length - 4.0) * (length - 2.0) * longest / ((longest - 4.0) * (longest - 2.0) * length));
    }
};

}  // namespace ravine
