// Makes the kernels for the instruction set that a translation unit is compiled for. Only the kernels_*.cpp files include this,
// and everything here is a template over the architecture: nothing is shared between them.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "engine/dual.h"
#include "engine/kernels.h"
#include "engine/lanes.h"
#include "engine/objectives/catalog.h"
#include "engine/optimizers/catalog.h"

namespace ravine {

template <class A, class O>
struct ObjectiveKernels {
    using T = Lanes<A>;
    static constexpr std::size_t width = T::width;

    /// Runs `body(from)` for whole registers. The rest is copied into a full register, its last lane repeated.
    static void values(const void* prepared, std::size_t n, const double* x, const double* y, double* f) {
        const O objective = *static_cast<const O*>(prepared);
        std::size_t i = 0;
        for (; i + width <= n; i += width) objective.value(T::load(x + i), T::load(y + i)).store(f + i);
        if (i == n) return;
        double in[2][width], out[width];
        fill(in, n - i, x + i, y + i);
        objective.value(T::load(in[0]), T::load(in[1])).store(out);
        for (std::size_t k = 0; i + k < n; ++k) f[i + k] = out[k];
    }

    static void gradients(const void* prepared, std::size_t n, const double* x, const double* y, double* f, double* gx,
                          double* gy) {
        const O objective = *static_cast<const O*>(prepared);
        std::size_t i = 0;
        for (; i + width <= n; i += width) gradient(objective, x + i, y + i, f + i, gx + i, gy + i);
        if (i == n) return;
        double in[2][width], out[3][width];
        fill(in, n - i, x + i, y + i);
        gradient(objective, in[0], in[1], out[0], out[1], out[2]);
        for (std::size_t k = 0; i + k < n; ++k) f[i + k] = out[0][k], gx[i + k] = out[1][k], gy[i + k] = out[2][k];
    }

private:
    static void gradient(const O& objective, const double* x, const double* y, double* f, double* gx, double* gy) {
        const Dual<T> d = objective.value(variable_x(T::load(x)), variable_y(T::load(y)));
        d.v.store(f), d.dx.store(gx), d.dy.store(gy);
    }

    static void fill(double (&in)[2][width], std::size_t n, const double* x, const double* y) {
        for (std::size_t k = 0; k < width; ++k) {
            const std::size_t from = k < n ? k : n - 1;
            in[0][k] = x[from], in[1][k] = y[from];
        }
    }
};

template <class A, class R>
struct OptimizerKernel {
    using T = Lanes<A>;
    using Hyper = typename R::template Hyper<T>;
    using State = typename R::template State<T>;
    static constexpr auto hyper_slots = Hyper::slots();
    static constexpr auto state_slots = State::slots();
    static constexpr auto each_hyper = std::make_index_sequence<std::tuple_size_v<decltype(hyper_slots)>>{};
    static constexpr auto each_state = std::make_index_sequence<std::tuple_size_v<decltype(state_slots)>>{};

    /// Toggles are the same in all lanes; each combination has a loop of its own, in which they are constants.
    static void run(const RuleArguments& a) { choose_loop<0>(a); }

private:
    template <std::size_t K>
    static constexpr bool is_toggle = std::is_same_v<decltype(std::declval<Hyper&>().*std::get<K>(hyper_slots)), bool&>;

    template <std::size_t K, bool... On>
    static void choose_loop(const RuleArguments& a) {
        if constexpr (K == each_hyper.size())
            loop<On...>(a, each_hyper);
        else if (!is_toggle<K> || a.params[K * a.stride] == 0)
            choose_loop<K + 1, On..., false>(a);
        else
            choose_loop<K + 1, On..., is_toggle<K>>(a);
    }

    template <bool... On, std::size_t... K>
    static void loop(const RuleArguments& arguments, std::index_sequence<K...> /*slots*/) {
        const RuleArguments a = arguments;
        for (std::size_t i = 0; i < a.lanes; i += T::width) {
            Hyper hyper;
            (fill(hyper.*std::get<K>(hyper_slots), a.params + K * a.stride + i, On), ...);
            hyper.lr = T::load(a.lr + i);
            update(hyper, a, i, each_state);
            update(hyper, a, i + a.stride, each_state);
        }
    }

    static void fill(bool& toggle, const double* /*from*/, bool on) { toggle = on; }
    static void fill(T& lanes, const double* from, bool /*on*/) { lanes = T::load(from); }

    template <std::size_t... K>
    static void update(const Hyper& hyper, const RuleArguments& a, std::size_t at, std::index_sequence<K...> /*slots*/) {
        Coordinate<T> c{T::load(a.x + at), T::load(a.g + at), T(0.0)};
        State state;
        ((state.*std::get<K>(state_slots) = T::load(a.state + 2 * K * a.stride + at)), ...);
        R::update(hyper, a.update, c, state);
        c.x.store(a.x + at);
        c.rate.store(a.rate + at);
        ((state.*std::get<K>(state_slots)).store(a.state + 2 * K * a.stride + at), ...);
    }
};

/// PyTorch's order: the raw gradient is clipped (clip_grad_norm_), then the optimizer adds its weight decay.
template <class A>
void prepare_gradients(const PrepareArguments& arguments) {
    using T = Lanes<A>;
    const PrepareArguments a = arguments;
    for (std::size_t i = 0; i < a.lanes; i += T::width) {
        const T gx = T::load(a.g + i), gy = T::load(a.g + i + a.stride);
        const T clip = T::load(a.clip_norm + i), decay = T::load(a.weight_decay + i);
        const T norm = sqrt(gx * gx + gy * gy);
        const T factor = choose(clip > T(0.0), smaller_of(clip / (norm + 1e-6), T(1.0)), T(1.0));
        (factor * gx + decay * T::load(a.x + i)).store(a.prepared + i);
        (factor * gy + decay * T::load(a.x + i + a.stride)).store(a.prepared + i + a.stride);
    }
}

template <class A, class Objectives, class Optimizers>
struct KernelTables;

template <class A, class... O, class... R>
struct KernelTables<A, TypeList<O...>, TypeList<R...>> {
    static constexpr ValuesKernel values[] = {ObjectiveKernels<A, O>::values...};
    static constexpr GradientsKernel gradients[] = {ObjectiveKernels<A, O>::gradients...};
    static constexpr RuleKernel rules[] = {OptimizerKernel<A, R>::run...};
};

template <class A>
constexpr Kernels kernels_of(const char* instructions) {
    using Tables = KernelTables<A, ObjectiveTypes, OptimizerTypes>;
    return {instructions, Lanes<A>::width, Tables::values, Tables::gradients, Tables::rules, prepare_gradients<A>};
}

}  // namespace ravine
