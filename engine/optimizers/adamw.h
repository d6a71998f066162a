// AdamW: Adam whose weight decay λ acts on the position: x ← x (1 − η λ); x ← x − η m̂ / (√v̂ + ε).
//
// I. Loshchilov, F. Hutter, "Decoupled weight decay regularization", ICLR (2019); as in PyTorch. The decay does not pass through
// the averages, so it pulls all coordinates alike. Defaults: Adam's (η 0.001, β₁ 0.9, β₂ 0.999, ε 1e-8) and λ 0.01.
#pragma once

#include "engine/optimizers/adam.h"

namespace ravine {

struct AdamW {
    template <class T>
    using Hyper = Adam::Hyper<T>;
    template <class T>
    using State = Adam::State<T>;

    static constexpr bool decoupled_decay = true;
    static constexpr double standard_decay = 0.01;

    template <class T>
    static void update(const Hyper<T>& h, double t, Coordinate<T>& c, State<T>& s) {
        Adam::update(h, t, c, s);
    }
    template <class T>
    static T root(const Hyper<T>& h, double t, const Coordinate<T>& c, State<T>& s) {
        return Adam::root(h, t, c, s);
    }
    template <class T>
    static void move(const Hyper<T>& h, const T& root, Coordinate<T>& c, const State<T>& s) {
        Adam::move(h, root, c, s);
    }

    static std::vector<RuleLine> lines(const Hyper<double>& h, const SeenUpdate<State<double>>& u) { return Adam::lines(h, u); }

    static OptimizerInfo info() {
        OptimizerInfo info = Adam::info();
        info.id = "adamw";
        info.name = "AdamW";
        info.formula = "x ← x (1 − η λ); m ← β₁ m + (1−β₁) g; v ← β₂ v + (1−β₂) g²; x ← x − η m̂ / (√v̂ + ε)";
        info.notice = "Adam with a weight decay that its averages never see: it comes to rest a little nearer to the origin.";
        info.source = "I. Loshchilov, F. Hutter, ICLR (2019)";
        return info;
    }
};

}  // namespace ravine
