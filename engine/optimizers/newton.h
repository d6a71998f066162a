// Newton's method: x ← x − η H⁻¹ g, with H the matrix of second derivatives.
//
// I. Newton (1669), J. Raphson (1690); damped as by K. Levenberg (1944): (H + δ I)⁻¹. Saddle-free: |H|, which has the absolute
// values of H's eigenvalues (Y. Dauphin et al., "Identifying and attacking the saddle point problem in high-dimensional
// non-convex optimization", NeurIPS 2014). Defaults: η 1, δ 0, not saddle-free.
//
// H is split into its eigenvectors, and each part of g is divided by its own curvature λ (|λ|) + δ. Along a direction without
// curvature (below 1e-13 of the other one, or both 0) Newton's step has no length; g is divided by 1 there: a step of gradient
// descent with rate η. The same holds for both directions where H is not finite.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/joint_move.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct Newton {
    static constexpr bool joint = true;

    template <class T>
    struct Hyper {
        T lr, damping;
        bool saddle_free;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::damping, &Hyper::saddle_free}; }
    };

    template <class T>
    struct State {
        static constexpr auto slots() { return std::tuple{}; }
    };

    template <class F>
    static void step(const Hyper<double>& h, double /*t*/, const F& f, JointPoint& p, std::array<State<double>, 2>& /*s*/) {
        const auto hessian = f.hessian(p.x[0], p.x[1]);
        const Split split = split_of(hessian.xx, hessian.xy, hessian.yy);
        const auto curvature = divisors(h, split.curvature);
        const double first = h.lr * (split.cosine * p.g[0] - split.sine * p.g[1]) / curvature[0];
        const double second = h.lr * (split.sine * p.g[0] + split.cosine * p.g[1]) / curvature[1];
        move(p, {-(split.cosine * first + split.sine * second), split.sine * first - split.cosine * second});
    }

    /// The same as people read it; see rule_lines.h.
    static RuleText lines(const Hyper<double>& h, const SeenJointUpdate<State<double>>& u) {
        const Split split = split_of(u.hessian.xx, u.hessian.xy, u.hessian.yy);
        const auto curvature = divisors(h, split.curvature);
        const bool is_x = u.coordinate == 0;
        return {{{"g₁ = c gx − s gy", "g along the first eigenvector of H"},
                 {"g₂ = s gx + c gy", "and along the second"},
                 {"Δ₁ = η g₁ / λ₁", "each part by its own curvature"},
                 {"Δ₂ = η g₂ / λ₂"},
                 {is_x ? "x ← x − (c Δ₁ + s Δ₂)" : "x ← x + s Δ₁ − c Δ₂"}},
                {{"c", "cosine of the eigenvectors", split.cosine},
                 {"s", "and their sine", split.sine},
                 {"λ₁", "first curvature, as it divides", curvature[0]},
                 {"λ₂", "second curvature, as it divides", curvature[1]}}};
    }

    static OptimizerInfo info() {
        return {
            .id = "newton",
            .name = "Newton",
            .formula = "x ← x − η H⁻¹ g",
            .notice = "One step to the middle of the parabola that fits here, be it a minimum, a saddle or a maximum.",
            .source = "I. Newton (1669), J. Raphson (1690); saddle-free: Y. Dauphin et al., NeurIPS (2014)",
            .params = {learning_rate(1, 1e-2, 2),
                       {.id = "damping",
                        .name = "damping δ",
                        .standard = 0,
                        .min = 1e-4,
                        .max = 1000,
                        .scale = Scale::log,
                        .limit = Limit::not_negative,
                        .help = "Is added to every curvature. Large values turn the rule into gradient descent with rate η/δ.",
                        .zero_below = zero_stop},
                       {.id = "saddle_free",
                        .name = "saddle-free",
                        .standard = 0,
                        .scale = Scale::toggle,
                        .help = "Takes every curvature as positive, so that the run leaves saddles and maxima in place of "
                                "being drawn to them."}},
            .state = {}};
    }

private:
    /// Eigenvectors (cosine, −sine) and (sine, cosine) with their eigenvalues.
    struct Split {
        double cosine = 1, sine = 0;
        std::array<double, 2> curvature{};
    };

    /// Jacobi's rotation by at most 45°. All zero curvature where the matrix is not finite.
    static Split split_of(double xx, double xy, double yy) {
        if (!std::isfinite(xx) || !std::isfinite(xy) || !std::isfinite(yy)) return {};
        if (xy == 0) return {1, 0, {xx, yy}};
        const double ratio = (yy / 2 - xx / 2) / xy;
        const double tangent = std::copysign(1.0, ratio) / (std::abs(ratio) + std::hypot(1.0, ratio));
        const double cosine = 1 / std::hypot(1.0, tangent);
        return {cosine, tangent * cosine, {xx - tangent * xy, yy + tangent * xy}};
    }

    static std::array<double, 2> divisors(const Hyper<double>& h, std::array<double, 2> curvature) {
        for (double& c : curvature) c = (h.saddle_free ? std::abs(c) : c) + h.damping;
        const double least = 1e-13 * std::max(std::abs(curvature[0]), std::abs(curvature[1]));
        for (double& c : curvature)
            if (std::abs(c) <= least) c = 1;
        return curvature;
    }
};

}  // namespace ravine
