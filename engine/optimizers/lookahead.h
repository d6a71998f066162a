// Lookahead over gradient descent with momentum: v ← μ v + g; x ← x − η v; after every k steps φ ← φ + α (x − φ); x ← φ.
//
// M. Zhang, J. Lucas, G. Hinton, J. Ba, "Lookahead optimizer: k steps forward, 1 step back", NeurIPS (2019), algorithm 1. φ, the
// slow weights, starts where x starts; v is kept when x is pulled back. Defaults: η 0.01, μ 0.9, k 5, α 0.5.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/averages.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct Lookahead {
    template <class T>
    struct Hyper {
        T lr, momentum, k, alpha;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::momentum, &Hyper::k, &Hyper::alpha}; }
    };

    /// `count`: steps since x was last pulled back.
    template <class T>
    struct State {
        T v, slow, count;
        static constexpr auto slots() { return std::tuple{&State::v, &State::slow, &State::count}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double t, Coordinate<T>& c, State<T>& s) {
        if (t == 1) s.slow = c.x;
        s.v = h.momentum * s.v + c.g;
        s.count = s.count + 1.0;
        const T fast = c.x - h.lr * s.v;
        const auto pulls_back = s.count > h.k - 0.5;  // k may have become smaller on the way
        s.slow = choose(pulls_back, s.slow + h.alpha * (fast - s.slow), s.slow);
        s.count = choose(pulls_back, T(0.0), s.count);
        c.rate = h.lr;
        c.x = choose(pulls_back, s.slow, fast);
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& /*h*/, const SeenUpdate<State<double>>& u) {
        std::vector<RuleLine> list;
        if (u.t == 1) list.push_back({"φ ← x", "the first update"});
        list.insert(list.end(), {{"v ← μ v + g"}, {"n ← n + 1"}, {"x ← x − η v"}});
        if (u.after.count == 0)
            list.insert(list.end(), {{"φ ← φ + α (x − φ)", "after k steps"}, {"n ← 0"}, {"x ← φ", "called back"}});
        return list;
    }

    static OptimizerInfo info() {
        return {
            .id = "lookahead",
            .name = "Lookahead",
            .formula = "v ← μ v + g; x ← x − η v; every k steps: φ ← φ + α (x − φ), x ← φ",
            .notice = "A scout runs ahead with momentum and is called back part of the way, which cancels much of its swinging.",
            .source = "M. Zhang, J. Lucas, G. Hinton, J. Ba, NeurIPS (2019)",
            .params = {learning_rate(0.01, 1e-4, 1),
                       momentum_factor(0.9),
                       {.id = "k",
                        .name = "steps k",
                        .standard = 5,
                        .min = 1,
                        .max = 50,
                        .scale = Scale::integer,
                        .limit = Limit::positive,
                        .help = "How many steps the scout takes before it is called back.",
                        .sign = "k"},
                       {.id = "alpha",
                        .name = "pull α",
                        .standard = 0.5,
                        .min = 0,
                        .max = 1,
                        .limit = Limit::not_negative,
                        .help = "How much of the scout's way is kept. 1 keeps all of it, 0 goes back to where it set off.",
                        .sign = "α"}},
            .state = {"v", "slow weights", "steps since"},
            .signs = {"v", "φ", "n"}};
    }
};

}  // namespace ravine
