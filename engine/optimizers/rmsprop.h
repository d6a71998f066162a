// RMSprop: s ← ρ s + (1−ρ) g²; x ← x − η g / (√s + ε).
//
// T. Tieleman, G. Hinton, "Lecture 6.5: RMSprop", Coursera (2012). ε inside: √(s + ε), as in Keras. Centred:
// m ← ρ m + (1−ρ) g and √(s − m²) in place of √s. With momentum μ > 0: b ← μ b + g / (√s + ε); x ← x − η b.
// Defaults: η 0.01, ρ 0.9, ε 1e-8, μ 0.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct RmsProp {
    template <class T>
    struct Hyper {
        T lr, rho, eps;
        bool eps_inside;
        Switched<T> momentum;
        bool centered;
        static constexpr auto slots() {
            return std::tuple{&Hyper::lr, &Hyper::rho, &Hyper::eps, &Hyper::eps_inside, &Hyper::momentum, &Hyper::centered};
        }
    };

    template <class T>
    struct State {
        T s, m, b;
        static constexpr auto slots() { return std::tuple{&State::s, &State::m, &State::b}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double t, Coordinate<T>& c, State<T>& s) {
        move(h, root(h, t, c, s), c, s);
    }

    template <class T>
    static T root(const Hyper<T>& h, double /*t*/, const Coordinate<T>& c, State<T>& s) {
        s.s = h.rho * s.s + (1.0 - h.rho) * (c.g * c.g);
        T spread = s.s;
        if (h.centered) {
            s.m = h.rho * s.m + (1.0 - h.rho) * c.g;
            spread = greater_of(T(0.0), s.s - s.m * s.m);  // rounding may leave a little less than 0
        }
        return h.eps_inside ? sqrt(spread + h.eps) : sqrt(spread) + h.eps;
    }

    template <class T>
    static void move(const Hyper<T>& h, const T& root, Coordinate<T>& c, State<T>& s) {
        const T scale = inverse(divisor(root));
        c.rate = h.lr * scale;
        T step = c.rate * c.g;
        if (h.momentum.on) {
            const T b = h.momentum.value * s.b + scale * c.g;
            const auto glides = h.momentum.value > T(0.0);
            s.b = choose(glides, b, s.b);
            step = choose(glides, h.lr * b, step);
        }
        c.x = c.x - step;
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& /*u*/) {
        std::vector<RuleLine> list{{"s ← ρ s + (1−ρ) g²"}};
        if (h.centered) list.insert(list.end(), {{"m ← ρ m + (1−ρ) g"}, {"q = max(0, s − m²)", "centred"}});
        const std::string spread = h.centered ? "q" : "s";
        const std::string divisor = h.eps_inside ? root_text(h.eps, spread + " + ε") : divisor_text(h.eps, "√" + spread + " + ε");
        if (h.momentum.value > 0)
            list.insert(list.end(), {{"b ← μ b + g / " + divisor}, {"x ← x − η b"}});
        else
            list.push_back({"x ← x − η g / " + divisor});
        return list;
    }

    static OptimizerInfo info() {
        return {.id = "rmsprop",
                .name = "RMSprop",
                .formula = "s ← ρ s + (1−ρ) g²; x ← x − η g / (√s + ε)",
                .notice = "The average s forgets, so the rate recovers where the slope is gentle: it keeps going, and jitters.",
                .source = "T. Tieleman, G. Hinton, Lecture 6.5, Coursera (2012)",
                .params = {learning_rate(0.01, 1e-4, 1),
                           decay_factor("rho", "decay ρ", 0.9,
                                        "How slowly the average of squared gradients forgets: it remembers about 1/(1−ρ) steps."),
                           stabilizer(),
                           stabilizer_inside(),
                           momentum_factor(0),
                           {.id = "centered",
                            .name = "centred",
                            .standard = 0,
                            .scale = Scale::toggle,
                            .help = "Divides by the spread of the gradient about its average m, √(s − m²), in place of √s."}},
                .state = {"s", "m", "b"}};
    }
};

}  // namespace ravine
