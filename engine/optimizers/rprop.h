// Rprop: each coordinate has a step length Δ of its own, and only the sign of its gradient counts.
// Δ ← Δ η₊ where g keeps its sign, Δ η₋ where the sign turns (that step is left out); x ← x − Δ sign(g).
//
// M. Riedmiller, H. Braun, "A direct adaptive method for faster backpropagation learning: the RPROP algorithm", ICNN (1993); as
// in PyTorch. η is the first step length and nothing else, so a schedule matters only in the first step. A gradient of 0, and the
// one after a turn, leave Δ as it is. Defaults: η 0.01, η₋ 0.5, η₊ 1.2, Δ in [1e-6, 50].
#pragma once

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/averages.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct Rprop {
    template <class T>
    struct Hyper {
        T lr, eta_minus, eta_plus, step_min, step_max;
        static constexpr auto slots() {
            return std::tuple{&Hyper::lr, &Hyper::eta_minus, &Hyper::eta_plus, &Hyper::step_min, &Hyper::step_max};
        }
    };

    /// The last gradient, or 0 after a turn; the step length.
    template <class T>
    struct State {
        T g, size;
        static constexpr auto slots() { return std::tuple{&State::g, &State::size}; }
    };

    template <class T>
    static void update(const Hyper<T>& h, double t, Coordinate<T>& c, State<T>& s) {
        const T agreement = sign_of(c.g) * sign_of(s.g);
        const auto turned = agreement < T(0.0);
        const T factor = choose(turned, h.eta_minus, choose(agreement > T(0.0), h.eta_plus, T(1.0)));
        const T size = t == 1 ? h.lr : s.size;
        s.size = smaller_of(greater_of(size * factor, h.step_min), h.step_max);
        s.g = choose(turned, T(0.0), c.g);
        c.rate = rate_of_sign(s.size, s.g);
        c.x = c.x - s.size * sign_of(s.g);
    }

    /// The same as people read it; see rule_lines.h.
    static std::vector<RuleLine> lines(const Hyper<double>& /*h*/, const SeenUpdate<State<double>>& u) {
        const double agreement = sign_of(u.g) * sign_of(u.before.g);
        const RuleLine size = u.t == 1        ? RuleLine{"Δ ← min(max(η, Δ₋), Δ₊)", "the first update"}
                              : agreement > 0 ? RuleLine{"Δ ← min(max(Δ η₊, Δ₋), Δ₊)", "g keeps its sign"}
                              : agreement < 0 ? RuleLine{"Δ ← min(max(Δ η₋, Δ₋), Δ₊)", "g has turned"}
                                              : RuleLine{"Δ ← min(max(Δ, Δ₋), Δ₊)", "no sign to compare"};
        const RuleLine last = agreement < 0 ? RuleLine{"g′ ← 0", "this step is left out"} : RuleLine{"g′ ← g"};
        return {size, last, {"x ← x − Δ sign(g′)"}};
    }

    static OptimizerInfo info() {
        return {
            .id = "rprop",
            .name = "Rprop",
            .formula = "Δ ← Δ η₊ or Δ η₋; x ← x − Δ sign(g)",
            .notice =
                "Only signs count: the step length of a coordinate grows while its slope keeps its sign and halves when it "
                "turns.",
            .source = "M. Riedmiller, H. Braun, ICNN (1993), as in PyTorch",
            .params = {first_step(),
                       {.id = "eta_minus",
                        .name = "shrink η₋",
                        .standard = 0.5,
                        .min = 0.05,
                        .max = 0.95,
                        .limit = Limit::unit_interval_open_right,
                        .help =
                            "Multiplies the step length when the gradient changes its sign: the run has jumped over a minimum.",
                        .sign = "η₋"},
                       {.id = "eta_plus",
                        .name = "grow η₊",
                        .standard = 1.2,
                        .min = 1,
                        .max = 2,
                        .limit = Limit::positive,
                        .help = "Multiplies the step length while the gradient keeps its sign.",
                        .sign = "η₊"},
                       step_limit("step_min", "Δ₋", "shortest step", 1e-6, 1e-9, 1, "The step length never falls below this."),
                       step_limit("step_max", "Δ₊", "longest step", 50, 1e-3, 1000, "The step length never grows beyond this.")},
            .state = {"last g", "step length"},
            .signs = {"g′", "Δ"}};
    }

private:
    static Parameter first_step() {
        Parameter p = learning_rate(0.01, 1e-4, 1);
        p.name = "first step η";
        p.help = "The length of the first step. From then on the rule finds its own.";
        return p;
    }

    static Parameter step_limit(std::string_view id, std::string_view sign, std::string_view name, double standard, double min,
                                double max, std::string_view help) {
        return {.id = id,
                .name = name,
                .standard = standard,
                .min = min,
                .max = max,
                .scale = Scale::log,
                .limit = Limit::positive,
                .help = help,
                .sign = sign};
    }
};

}  // namespace ravine
