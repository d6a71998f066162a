// signSGD and, with momentum, Signum: m ← β m + (1−β) g; x ← x − η sign(m). With β = 0, m is the gradient.
//
// J. Bernstein, Y.-X. Wang, K. Azizzadenesheli, A. Anandkumar, "signSGD: compressed optimisation for non-convex problems", ICML
// (2018), algorithms 1 and 2. Defaults: η 0.01, β 0 (signSGD). Signum takes β 0.9.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/averages.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct SignSgd {
    template <class T>
    struct Hyper {
        T lr, beta;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::beta}; }
    };

    template <class T>
    struct State {
        T m;
        static constexpr auto slots() { return std::tuple{&State::m}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double /*t*/, Coordinate<T>& c, State<T>& s) {
        s.m = average(h.beta, s.m, c.g);
        c.rate = rate_of_sign(h.lr, s.m);
        c.x = c.x - h.lr * sign_of(s.m);
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& /*u*/) {
        if (h.beta == 0) return {{"m ← g", "β = 0"}, {"x ← x − η sign(m)"}};
        return {{"m ← β m + (1−β) g"}, {"x ← x − η sign(m)"}};
    }

    static OptimizerInfo info() {
        return {
            .id = "signsgd",
            .name = "signSGD",
            .formula = "m ← β m + (1−β) g; x ← x − η sign(m)",
            .notice = "Only the sign of each slope counts, so all steps are η long: never slow on a plateau, never at rest.",
            .source = "J. Bernstein et al., ICML (2018)",
            .params = {learning_rate(0.01, 1e-4, 1),
                       decay_factor("beta", "decay β", 0,
                                    "How slowly the average of gradients forgets. 0 is signSGD; with an average it is Signum.")},
            .state = {"m"}};
    }
};

}  // namespace ravine
