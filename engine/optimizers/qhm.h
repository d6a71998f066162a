// QHM, quasi-hyperbolic momentum: m ← β m + (1−β) g; x ← x − η [(1−ν) g + ν m].
//
// J. Ma, D. Yarats, "Quasi-hyperbolic momentum and Adam for deep learning", ICLR (2019), with the values advised there: ν 0.7,
// β 0.999. ν = 0 is gradient descent, ν = 1 averaged momentum, ν = β Nesterov's. Default η 0.01.
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/averages.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/optimizers/share.h"
#include "engine/rule_lines.h"

namespace ravine {

struct Qhm {
    template <class T>
    struct Hyper {
        T lr, beta, nu;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::beta, &Hyper::nu}; }
    };

    template <class T>
    struct State {
        T m;
        static constexpr auto slots() { return std::tuple{&State::m}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double /*t*/, Coordinate<T>& c, State<T>& s) {
        s.m = average(h.beta, s.m, c.g);
        c.rate = h.lr;
        c.x = c.x - h.lr * average(h.nu, s.m, c.g);
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& /*h*/, const SeenUpdate<State<double>>& /*u*/) {
        return {{"m ← β m + (1−β) g"}, {"x ← x − η ((1−ν) g + ν m)"}};
    }

    static OptimizerInfo info() {
        return {
            .id = "qhm",
            .name = "QHM",
            .formula = "m ← β m + (1−β) g; x ← x − η ((1−ν) g + ν m)",
            .notice = "Part plain gradient, part momentum: a very long memory that does not overshoot as much.",
            .source = "J. Ma, D. Yarats, ICLR (2019)",
            .params = {learning_rate(0.01, 1e-4, 10),
                       decay_factor("beta", "decay β", 0.999, "How slowly the average of gradients forgets."),
                       share("nu", "share ν", 0.7, "How much of the step is momentum. 0 is gradient descent, 1 all momentum.")},
            .state = {"m"}};
    }
};

}  // namespace ravine
