// L-BFGS: x ← x − τ B g, where B estimates H⁻¹ from the last five steps s and the changes y of the gradient along them.
//
// D. C. Liu, J. Nocedal, "On the limited memory BFGS method for large scale optimization", Mathematical Programming 45 (1989):
// the two-loop recursion, begun with the multiple (s·y / y·y) of the last pair. A pair is kept where s·y > 1e-10.
//
// Without line search: PyTorch's LBFGS(max_iter=1, history_size=5, tolerance_grad=0, tolerance_change=0), called once per step. τ
// is η; in the first step min(1, 1/|g|₁) η. With line search (default): the same τ is only tried first, see line_search.h. Where
// −B g does not lead down there (a noisy gradient), the memory is emptied and −g taken. Default η 1.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <tuple>

#include "engine/coordinate.h"
#include "engine/optimizer.h"
#include "engine/optimizers/joint_move.h"
#include "engine/optimizers/line_search.h"
#include "engine/optimizers/own_parameters.h"
#include "engine/rule_lines.h"

namespace ravine {

struct Lbfgs {
    static constexpr bool joint = true;

    template <class T>
    struct Hyper {
        T lr;
        bool line_search;
        static constexpr auto slots() { return std::tuple{&Hyper::lr, &Hyper::line_search}; }
    };

    /// The pairs (s, y), oldest first; the last step and the gradient where it began; the number of pairs and of updates.
    template <class T>
    struct State {
        T s1, y1, s2, y2, s3, y3, s4, y4, s5, y5, step, g, pairs, updates;
        static constexpr auto slots() {
            return std::tuple{&State::s1, &State::y1, &State::s2, &State::y2,   &State::s3, &State::y3,    &State::s4,
                              &State::y4, &State::s5, &State::y5, &State::step, &State::g,  &State::pairs, &State::updates};
        }
    };

    template <class F>
    static void step(const Hyper<double>& h, double /*t*/, const F& f, JointPoint& p, std::array<State<double>, 2>& s) {
        p.rate = {0, 0};
        if (p.g[0] == 0 && p.g[1] == 0) return;
        Memory memory = load(s);
        if (memory.updates > 0) remember(memory, {p.g[0] - memory.g[0], p.g[1] - memory.g[1]});
        const bool is_first = memory.updates == 0;
        const double length = is_first ? std::min(1.0, 1 / (std::abs(p.g[0]) + std::abs(p.g[1]))) * h.lr : h.lr;
        Pair d = direction(memory, p.g);
        if (h.line_search && !(dot(d, p.g) < 0)) {
            memory.pairs = 0;
            d = {-p.g[0], -p.g[1]};
        }
        const double slope = dot(d, p.g);
        const double tau = h.line_search ? LineSearch::length(f, p, d, slope, length) : length;
        memory.step = {tau * d[0], tau * d[1]};
        memory.g = p.g;
        memory.updates += 1;
        if (!(slope > 0)) move(p, memory.step);
        store(memory, s);
    }

    /// The same as people read it; see rule_lines.h. How Δ = −τ B g came about takes a recursion over all pairs: Δ is given, with
    /// what the recursion begins with.
    static RuleText lines(const Hyper<double>& /*h*/, const SeenJointUpdate<State<double>>& u) {
        const State<double>& now = u.after[u.coordinate];
        RuleText text{{}, {{"pairs", "steps remembered", now.pairs}, {"updates", "updates so far", now.updates}}};
        if (u.g[0] == 0 && u.g[1] == 0) {
            text.lines = {{"x ← x", "the gradient is 0"}};
        } else if (u.from == u.to) {
            text.lines = {{"x ← x", "−B g leads nowhere lower"}};
        } else {
            text.lines = {{"g′ ← g", "kept for the next update"}, {"x ← x + Δ", "Δ = −τ B g"}};
            text.values.insert(text.values.begin(), {"Δ", "the step taken", now.step});
        }
        if (now.pairs > 0) {
            const Memory memory = load(u.after);
            const std::size_t last = memory.pairs - 1;
            text.values.push_back({"sₙ", "newest step remembered", memory.s[last][u.coordinate]});
            text.values.push_back({"yₙ", "change of g along it", memory.y[last][u.coordinate]});
        }
        return text;
    }

    static OptimizerInfo info() {
        return {
            .id = "lbfgs",
            .name = "L-BFGS",
            .formula = "x ← x − τ B g, B ≈ H⁻¹ from the last 5 steps",
            .notice = "It learns the curvature from its own steps: after two or three of them it behaves like Newton's method.",
            .source = "D. C. Liu, J. Nocedal, Mathematical Programming 45 (1989), as in PyTorch",
            .params = {learning_rate(1, 1e-2, 2),
                       {.id = "line_search",
                        .name = "line search",
                        .standard = 1,
                        .scale = Scale::toggle,
                        .help = "Lengthens or shortens every step until f and its slope have fallen enough (strong Wolfe)."}},
            .state = {"s₁", "y₁", "s₂", "y₂", "s₃", "y₃", "s₄", "y₄", "s₅", "y₅", "last step", "last g", "pairs", "updates"},
            .signs = {"s₁", "y₁", "s₂", "y₂", "s₃", "y₃", "s₄", "y₄", "s₅", "y₅", "", "g′", "", ""}};
    }

private:
    static constexpr std::size_t most_pairs = 5;
    using Pair = std::array<double, 2>;

    struct Memory {
        std::array<Pair, most_pairs> s{}, y{};
        Pair step{}, g{};
        std::size_t pairs = 0;
        double updates = 0;
    };

    static double dot(const Pair& a, const Pair& b) { return a[0] * b[0] + a[1] * b[1]; }

    /// a + k b.
    static Pair added(const Pair& a, double k, const Pair& b) { return {a[0] + k * b[0], a[1] + k * b[1]}; }

    /// Takes in the last step with the change `y` of the gradient along it; the oldest pair makes room.
    static void remember(Memory& m, const Pair& y) {
        if (!(dot(y, m.step) > 1e-10)) return;
        if (m.pairs == most_pairs) {
            std::shift_left(m.s.begin(), m.s.end(), 1);
            std::shift_left(m.y.begin(), m.y.end(), 1);
            --m.pairs;
        }
        m.s[m.pairs] = m.step;
        m.y[m.pairs] = y;
        ++m.pairs;
    }

    /// −B g.
    static Pair direction(const Memory& m, const Pair& g) {
        Pair d{-g[0], -g[1]};
        std::array<double, most_pairs> weight{};
        for (std::size_t i = m.pairs; i-- > 0;) {
            weight[i] = dot(m.s[i], d) / dot(m.y[i], m.s[i]);
            d = added(d, -weight[i], m.y[i]);
        }
        if (m.pairs > 0) {
            const Pair &s = m.s[m.pairs - 1], &y = m.y[m.pairs - 1];
            const double scale = dot(y, s) / dot(y, y);
            d = {scale * d[0], scale * d[1]};
        }
        for (std::size_t i = 0; i < m.pairs; ++i) d = added(d, weight[i] - dot(m.y[i], d) / dot(m.y[i], m.s[i]), m.s[i]);
        return d;
    }

    template <std::size_t... K>
    static void each_pair(std::index_sequence<K...> /*places*/, auto&& visit) {
        using S = State<double>;
        constexpr auto slots = S::slots();
        (visit(K, std::get<2 * K>(slots), std::get<2 * K + 1>(slots)), ...);
    }

    static Memory load(const std::array<State<double>, 2>& state) {
        Memory m;
        for (std::size_t i = 0; i < 2; ++i) {
            each_pair(std::make_index_sequence<most_pairs>{}, [&](std::size_t k, auto s, auto y) {
                m.s[k][i] = state[i].*s;
                m.y[k][i] = state[i].*y;
            });
            m.step[i] = state[i].step;
            m.g[i] = state[i].g;
        }
        m.pairs = static_cast<std::size_t>(std::clamp(state[0].pairs, 0.0, static_cast<double>(most_pairs)));
        m.updates = state[0].updates;
        return m;
    }

    static void store(const Memory& m, std::array<State<double>, 2>& state) {
        for (std::size_t i = 0; i < 2; ++i) {
            each_pair(std::make_index_sequence<most_pairs>{}, [&](std::size_t k, auto s, auto y) {
                state[i].*s = m.s[k][i];
                state[i].*y = m.y[k][i];
            });
            state[i].step = m.step[i];
            state[i].g = m.g[i];
            state[i].pairs = static_cast<double>(m.pairs);
            state[i].updates = m.updates;
        }
    }
};

}  // namespace ravine
