// Adam: m ← β₁ m + (1−β₁) g; v ← β₂ v + (1−β₂) g²; x ← x − η m̂ / (√v̂ + ε), with m̂ = m / (1−β₁ᵗ) and v̂ = v / (1−β₂ᵗ).
//
// D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR (2015). AMSGrad (S. Reddi et al., ICLR 2018) divides
// by the largest v so far. Both as in PyTorch. Defaults: η 0.001, β₁ 0.9, β₂ 0.999, ε 1e-8, bias correction on, AMSGrad off.
//
// 1−βᵗ is the sum of the weights in the average. It is accumulated beside the average (w ← β w + 1−β), which loses no digits and
// stays true when β is changed on the way.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct Adam {
    template <class T>
    struct Hyper {
        T lr, beta1, beta2, eps;
        bool bias_correction, amsgrad;
        static constexpr auto slots() {
            return std::tuple{&Hyper::lr, &Hyper::beta1, &Hyper::beta2, &Hyper::eps, &Hyper::bias_correction, &Hyper::amsgrad};
        }
    };

    template <class T>
    struct State {
        T m, v, v_max, m_weight, v_weight;
        static constexpr auto slots() {
            return std::tuple{&State::m, &State::v, &State::v_max, &State::m_weight, &State::v_weight};
        }
    };

    template <class T>
    static void update(const Hyper<T>& h, double t, Coordinate<T>& c, State<T>& s) {
        move(h, root(h, t, c, s), c, s);
    }

    template <class T>
    static T root(const Hyper<T>& h, double /*t*/, const Coordinate<T>& c, State<T>& s) {
        s.m = average(h.beta1, s.m, c.g);
        s.v = average(h.beta2, s.v, c.g * c.g);
        s.v_max = greater_of(s.v_max, s.v);
        s.m_weight = average(h.beta1, s.m_weight, T(1.0));
        s.v_weight = average(h.beta2, s.v_weight, T(1.0));
        const T v = h.amsgrad ? s.v_max : s.v;
        return sqrt(h.bias_correction ? v / s.v_weight : v) + h.eps;
    }

    template <class T>
    static void move(const Hyper<T>& h, const T& root, Coordinate<T>& c, const State<T>& s) {
        const T m = h.bias_correction ? s.m / s.m_weight : s.m;
        c.rate = h.lr * inverse(divisor(root));
        c.x = c.x - c.rate * m;
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& /*u*/) {
        std::vector<RuleLine> list{{"m ← β₁ m + (1−β₁) g"}, {"v ← β₂ v + (1−β₂) g²"}};
        if (h.amsgrad) list.push_back({"vₘₐₓ ← max(vₘₐₓ, v)", "AMSGrad"});
        const std::string v = h.amsgrad ? "vₘₐₓ" : "v";
        if (!h.bias_correction) {
            list.push_back({"x ← x − η m / " + divisor_text(h.eps, "√" + v + " + ε"), "without bias correction"});
            return list;
        }
        list.insert(list.end(), {{"w₁ ← β₁ w₁ + (1−β₁)", "weights of the averages"},
                                 {"w₂ ← β₂ w₂ + (1−β₂)"},
                                 {"m̂ = m / w₁", "bias correction"},
                                 {"v̂ = " + v + " / w₂"},
                                 {"x ← x − η m̂ / " + divisor_text(h.eps, "√v̂ + ε")}});
        return list;
    }

    static OptimizerInfo info() {
        return {.id = "adam",
                .name = "Adam",
                .formula = "m ← β₁ m + (1−β₁) g; v ← β₂ v + (1−β₂) g²; x ← x − η m̂ / (√v̂ + ε)",
                .notice = "Momentum for the direction, a rate per coordinate for the size: the first steps all have length η.",
                .source = "D. P. Kingma, J. Ba, ICLR (2015); AMSGrad: S. Reddi et al., ICLR (2018)",
                .params = {learning_rate(0.001, 1e-4, 1),
                           decay_factor("beta1", "decay β₁", 0.9,
                                        "How slowly the average of gradients forgets. Large values act like momentum."),
                           decay_factor("beta2", "decay β₂", 0.999,
                                        "How slowly the average of squared gradients forgets: about 1/(1−β₂) steps."),
                           stabilizer(),
                           {.id = "bias_correction",
                            .name = "bias correction",
                            .standard = 1,
                            .scale = Scale::toggle,
                            .help = "Both averages start at 0 and are too small at first. This divides them by 1−βᵗ to make up."},
                           {.id = "amsgrad",
                            .name = "AMSGrad",
                            .standard = 0,
                            .scale = Scale::toggle,
                            .help = "Divides by the largest average of squared gradients so far, so that the rate never grows."}},
                .state = {"m", "v", "v max", "weight of m", "weight of v"},
                .signs = {"m", "v", "vₘₐₓ", "w₁", "w₂"}};
    }

private:
    template <class T>
    static T average(const T& beta, const T& old, const T& now) {
        return beta * old + (1.0 - beta) * now;
    }
};

}  // namespace ravine
