// Makes the kernels for the instruction set that a translation unit is compiled for. Only the kernels_*.cpp files include this,
// and everything here is a template over the architecture: nothing is shared between them.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "engine/catalogue_traits.h"
#include "engine/dual.h"
#include "engine/expression/rule.h"
#include "engine/kernels.h"
#include "engine/lanes.h"
#include "engine/objectives/catalog.h"
#include "engine/optimizers/catalog.h"
#include "engine/typed_formula.h"

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

    static void grid(const void* prepared, std::size_t columns, const double* x, std::size_t rows, const double* y,
                     double* f) requires(!JoinsParts<O>) {
        const O objective = *static_cast<const O*>(prepared);
        for (std::size_t j = 0; j < rows; ++j) {
            const T at_y(y[j]);
            write_row(columns, f + j * columns, [&](std::size_t i) { return objective.value(T::load(x + i), at_y); });
        }
    }

    /// The same with the parts of some columns and rows at hand: those of columns within the first-level cache.
    static void grid(const void* prepared, std::size_t columns, const double* x, std::size_t rows, const double* y,
                     double* f) requires JoinsParts<O> {
        const O objective = *static_cast<const O*>(prepared);
        using OfX = decltype(objective.of_x(T(0.0)));
        using OfY = decltype(objective.of_y(T(0.0)));
        constexpr std::size_t fitting = 20480 / sizeof(OfX), most = 512 / width;
        constexpr std::size_t together = (fitting < most ? fitting : most) * width, rows_together = 32;
        OfX of_x[together / width];
        OfY of_y[rows_together];
        for (std::size_t first = 0; first < rows; first += rows_together) {
            const std::size_t height = rows - first < rows_together ? rows - first : rows_together;
            for (std::size_t j = 0; j < height; ++j) of_y[j] = objective.of_y(T(y[first + j]));
            for (std::size_t begin = 0; begin < columns; begin += together) {
                const std::size_t count = columns - begin < together ? columns - begin : together;
                for (std::size_t i = 0; i < count; i += width) of_x[i / width] = objective.of_x(T::load(x + begin + i));
                for (std::size_t j = 0; j < height; ++j)
                    write_row(count, f + (first + j) * columns + begin,
                              [&](std::size_t i) { return objective.join(of_x[i / width], of_y[j]); });
            }
        }
    }

    /// f and gradient in the registers of a loop that goes on with them.
    static Dual<T> at(const void* prepared, T x, T y) {
        return static_cast<const O*>(prepared)->value(variable_x(x), variable_y(y));
    }

    /// The gradient of every lane's own mini-batch. Constrained so that objectives without samples need no loss().
    static void batches(const void* prepared, const BatchArguments& a) requires FromData<O> {
        const O objective = *static_cast<const O*>(prepared);
        T weights[O::data_size];
        for (std::size_t i = 0; i < a.lanes; i += width) {
            for (std::size_t k = 0; k < O::data_size; ++k) weights[k] = T::load(a.weights + k * a.stride + i);
            const Dual<T> d =
                objective.template loss<Dual<T>>(variable_x(T::load(a.x + i)), variable_y(T::load(a.x + i + a.stride)), weights);
            d.dx.store(a.g + i), d.dy.store(a.g + i + a.stride);
        }
    }

private:
    /// 0·v is 0 for finite numbers and NaN for others.
    template <class Height>
    static void write_row(std::size_t n, double* to, const Height& height) {
        const auto finite = [&](std::size_t i) {
            const T v = height(i);
            return v + v * 0.0;
        };
        std::size_t i = 0;
        for (; i + width <= n; i += width) finite(i).store(to + i);
        if (i == n) return;
        double last[width];
        finite(i).store(last);
        for (std::size_t k = 0; i + k < n; ++k) to[i + k] = last[k];
    }

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

/// ObjectiveKernels::at, by place in objectives(); behind them, typed formulas.
template <class A, class Objectives>
struct GradientsAt;

template <class A, class... O>
struct GradientsAt<A, TypeList<O...>> {
    using T = Lanes<A>;
    using At = Dual<T> (*)(const void* prepared, T x, T y);
    static constexpr At table[] = {ObjectiveKernels<A, O>::at..., ObjectiveKernels<A, TypedFormula>::at};
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

    /// One update of all lanes.
    static void run(const RuleArguments& a) {
        choose_loop<0>(
            a, [&a]<bool... On>() { update_lanes<On...>(a); });
    }

    /// Many updates of the first lane. What the lane is made of stays in registers.
    static void trace(const TraceArguments& a) {
        choose_loop<0>(
            a.rule, [&a]<bool... On>() { trace_lane<On...>(a, each_state); });
    }

private:
    template <std::size_t K>
    static constexpr bool is_switch = !std::is_same_v<decltype(std::declval<Hyper&>().*std::get<K>(hyper_slots)), T&>;

    /// Each combination of what is on and off in all lanes has a loop of its own, in which it is constant.
    template <std::size_t K, bool... On, class Loop>
    static void choose_loop(const RuleArguments& a, const Loop& loop) {
        if constexpr (K == each_hyper.size())
            loop.template operator()<On...>();
        else if (!is_switch<K> || (a.on >> K & 1U) == 0)
            choose_loop<K + 1, On..., false>(a, loop);
        else
            choose_loop<K + 1, On..., is_switch<K>>(a, loop);
    }

    // All loops are flattened: a rule has many callers here, and in none may it become a function of its own.
    template <bool... On>
    [[gnu::flatten]] static void update_lanes(const RuleArguments& arguments) {
        const RuleArguments a = arguments;
        for (std::size_t i = 0; i < a.lanes; i += T::width) {
            Hyper hyper;
            load<On...>(hyper, a, i, each_hyper);
            update(hyper, a, i, each_state);
            update(hyper, a, i + a.stride, each_state);
        }
    }

    /// The same for rules in two parts: the root of a register is begun before the one before it goes on. Whatever waits for a
    /// root would otherwise fill the schedulers before the next root is seen.
    template <bool... On>
    [[gnu::flatten]] static void update_lanes(const RuleArguments& arguments) requires TakesRoot<R> {
        const RuleArguments a = arguments;
        T root_x = root<On...>(a, 0, 0), root_y = root<On...>(a, 0, a.stride);
        for (std::size_t i = T::width; i < a.lanes; i += T::width) {
            const T next_x = root<On...>(a, i, i), next_y = root<On...>(a, i, i + a.stride);
            move<On...>(root_x, a, i - T::width, i - T::width);
            move<On...>(root_y, a, i - T::width, i - T::width + a.stride);
            root_x = next_x, root_y = next_y;
        }
        move<On...>(root_x, a, a.lanes - T::width, a.lanes - T::width);
        move<On...>(root_y, a, a.lanes - T::width, a.lanes - T::width + a.stride);
    }

    template <bool... On>
    static T root(const RuleArguments& a, std::size_t i, std::size_t at) {
        Hyper hyper;
        load<On...>(hyper, a, i, each_hyper);
        const Coordinate<T> c{T::load(a.x + at), T::load(a.g + at), T(0.0)};
        State state;
        load(state, a, at, each_state);
        const T result = R::root(hyper, a.update, c, state);
        store(state, a, at, each_state);
        return result;
    }

    template <bool... On>
    static void move(const T& root, const RuleArguments& a, std::size_t i, std::size_t at) {
        Hyper hyper;
        load<On...>(hyper, a, i, each_hyper);
        Coordinate<T> c{T::load(a.x + at), T::load(a.g + at), T(0.0)};
        State state;
        load(state, a, at, each_state);
        R::move(hyper, root, c, state);
        store(c, state, a, at, each_state);
    }

    template <bool... On, std::size_t... K>
    static void load(Hyper& hyper, const RuleArguments& a, std::size_t i, std::index_sequence<K...> /*slots*/) {
        (fill(hyper.*std::get<K>(hyper_slots), a.params + K * a.stride + i, On), ...);
        hyper.lr = T::load(a.lr + i);
    }
    static void fill(bool& toggle, const double* /*from*/, bool on) { toggle = on; }
    static void fill(Switched<T>& lanes, const double* from, bool on) { lanes = {T::load(from), on}; }
    static void fill(T& lanes, const double* from, bool /*on*/) { lanes = T::load(from); }

    template <std::size_t... K>
    static void load(State& state, const RuleArguments& a, std::size_t at, std::index_sequence<K...> /*slots*/) {
        ((state.*std::get<K>(state_slots) = T::load(a.state + 2 * K * a.stride + at)), ...);
    }
    /// Accumulators from the last to the first, before anything else: with nothing stored in between, the compiler sees that what
    /// the rule left alone need not be written back. Those of options come last.
    template <std::size_t... K>
    static void store(const State& state, const RuleArguments& a, std::size_t at, std::index_sequence<K...> /*slots*/) {
        constexpr std::size_t last = sizeof...(K) - 1;
        ((state.*std::get<last - K>(state_slots)).store(a.state + 2 * (last - K) * a.stride + at), ...);
    }
    template <class Slots>
    static void store(const Coordinate<T>& c, const State& state, const RuleArguments& a, std::size_t at, Slots slots) {
        store(state, a, at, slots);
        c.x.store(a.x + at);
        c.rate.store(a.rate + at);
    }

    template <class Slots>
    static void update(const Hyper& hyper, const RuleArguments& a, std::size_t at, Slots slots) {
        Coordinate<T> c{T::load(a.x + at), T::load(a.g + at), T(0.0)};
        State state;
        load(state, a, at, slots);
        R::update(hyper, a.update, c, state);
        store(c, state, a, at, slots);
    }

    template <bool... On, std::size_t... K>
    [[gnu::flatten]] static void trace_lane(const TraceArguments& a, std::index_sequence<K...> slots) {
        const auto gradient_at = GradientsAt<A, ObjectiveTypes>::table[a.objective_index];
        const RowColumns to = a.columns;
        const std::size_t y = a.rule.stride;
        Hyper hyper;
        load<On...>(hyper, a.rule, 0, each_hyper);
        Coordinate<T> cx{T::load(a.rule.x), T::load(a.rule.g), T(0.0)}, cy{T::load(a.rule.x + y), T::load(a.rule.g + y), T(0.0)};
        State sx, sy;
        load(sx, a.rule, 0, slots), load(sy, a.rule, y, slots);
        Dual<T> d(0.0);
        for (std::size_t row = a.row, end = a.row + a.updates; row < end; ++row) {
            const double number = a.rule.update + static_cast<double>(row - a.row);
            R::update(hyper, number, cx, sx);
            R::update(hyper, number, cy, sy);
            d = gradient_at(a.objective, cx.x, cy.x);
            cx.g = d.dx, cy.g = d.dy;
            to.x[row] = cx.x.first(), to.y[row] = cy.x.first(), to.f[row] = d.v.first();
            to.gx[row] = cx.g.first(), to.gy[row] = cy.g.first();
            to.rate_x[row] = cx.rate.first(), to.rate_y[row] = cy.rate.first();
            ((to.state[K][2 * row] = (sx.*std::get<K>(state_slots)).first(),
              to.state[K][2 * row + 1] = (sy.*std::get<K>(state_slots)).first()),
             ...);
        }
        store(cx, sx, a.rule, 0, slots), store(cy, sy, a.rule, y, slots);
        d.v.store(a.f), d.dx.store(a.g), d.dy.store(a.g + y);
    }
};

/// Formulas that people typed: their programs run for several registers at once, and what is left over like any objective.
template <class A>
struct TypedFormulaKernels {
    using T = Lanes<A>;
    using Rest = ObjectiveKernels<A, TypedFormula>;

    static void values(const void* prepared, std::size_t n, const double* x, const double* y, double* f) {
        const std::size_t done = static_cast<const TypedFormula*>(prepared)->formula->template values<T>(n, x, y, f);
        Rest::values(prepared, n - done, x + done, y + done, f + done);
    }

    static void grid(const void* prepared, std::size_t columns, const double* x, std::size_t rows, const double* y, double* f) {
        constexpr std::size_t together = 512;
        double same_y[together];
        for (std::size_t j = 0; j < rows; ++j) {
            for (double& v : same_y) v = y[j];
            for (std::size_t begin = 0; begin < columns; begin += together) {
                const std::size_t count = columns - begin < together ? columns - begin : together;
                double* const to = f + j * columns + begin;
                values(prepared, count, x + begin, same_y, to);
                for (std::size_t i = 0; i < count; ++i) to[i] += to[i] - to[i];
            }
        }
    }

    static void gradients(const void* prepared, std::size_t n, const double* x, const double* y, double* f, double* gx,
                          double* gy) {
        const std::size_t done = static_cast<const TypedFormula*>(prepared)->formula->template gradients<T>(n, x, y, f, gx, gy);
        Rest::gradients(prepared, n - done, x + done, y + done, f + done, gx + done, gy + done);
    }
};

/// Update rules that people typed: one kernel, which runs their programs.
template <class A>
struct TypedRuleKernel {
    using T = Lanes<A>;

    static void run(const RuleArguments& a) {
        for (std::size_t i = 0; i < a.lanes; i += T::width) {
            T params[Rule::max_params];
            const std::size_t count = a.rule->params().size();
            for (std::size_t k = 0; k < count; ++k) params[k] = T::load(a.params + k * a.stride + i);
            params[0] = T::load(a.lr + i);
            const T f = T::load(a.f + i);
            update(a, i, params, f);
            update(a, i + a.stride, params, f);
        }
    }

private:
    static void update(const RuleArguments& a, std::size_t at, const T* params, const T& f) {
        T states[Rule::max_states];
        const std::size_t count = a.rule->states().size();
        for (std::size_t k = 0; k < count; ++k) states[k] = T::load(a.state + 2 * k * a.stride + at);
        T x = T::load(a.x + at), rate(0.0);
        a.rule->update(params, T(a.update), f, x, T::load(a.g + at), rate, states);
        x.store(a.x + at);
        rate.store(a.rate + at);
        for (std::size_t k = 0; k < count; ++k) states[k].store(a.state + 2 * k * a.stride + at);
    }
};

/// PyTorch's order: the raw gradient is clipped (clip_grad_norm_), then the optimizer adds its weight decay.
template <class A>
void prepare_gradients(const PrepareArguments& arguments) {
    using T = Lanes<A>;
    const PrepareArguments a = arguments;
    for (std::size_t i = 0; i < a.lanes; i += T::width) {
        const T gx = T::load(a.g + i), gy = T::load(a.g + i + a.stride);
        const T clip = T::load(a.clip_norm + i);
        const T decay = a.weight_decay == nullptr ? T(0.0) : T::load(a.weight_decay + i);
        const T norm = sqrt(gx * gx + gy * gy);
        const T factor = choose(clip > T(0.0), smaller_of(clip / (norm + 1e-6), T(1.0)), T(1.0));
        (factor * gx + decay * T::load(a.x + i)).store(a.prepared + i);
        (factor * gy + decay * T::load(a.x + i + a.stride)).store(a.prepared + i + a.stride);
    }
}

template <class A>
void decay_weights(const DecayArguments& arguments) {
    using T = Lanes<A>;
    const DecayArguments a = arguments;
    for (std::size_t i = 0; i < a.lanes; i += T::width) {
        const T kept = 1.0 - T::load(a.lr + i) * T::load(a.weight_decay + i);
        (T::load(a.x + i) * kept).store(a.x + i);
        (T::load(a.x + i + a.stride) * kept).store(a.x + i + a.stride);
    }
}

template <class A>
void track_lanes(const TrackArguments& arguments) {
    using T = Lanes<A>;
    const TrackArguments a = arguments;
    const T target(a.target), next(a.step + 1), zero(0.0), one(1.0), radius2(a.radius2);
    for (std::size_t i = 0; i < a.lanes; i += T::width) {
        const T x = T::load(a.x + i), y = T::load(a.x + i + a.stride), f = T::load(a.f + i);
        const T gx = T::load(a.g + i), gy = T::load(a.g + i + a.stride);
        const T ended = T::load(a.ended + i), limit = T::load(a.limit + i);
        // 0·v is 0 for finite numbers and NaN for others.
        const T nothing = (x * zero + y * zero) + (f * zero + (gx * zero + gy * zero));
        const T inside = choose(abs(x).v <= limit.v, choose(abs(y).v <= limit.v, one, zero), zero);
        const T finite = choose(nothing == zero, one, zero);
        const T going = choose(ended == zero, one, zero);
        T here = choose(f.v <= target.v, one, zero);
        for (std::size_t k = 0; k < a.places; ++k) {
            const T dx = x - a.place_x[k], dy = y - a.place_y[k];
            here = choose((dx * dx + dy * dy).v <= radius2.v, one, here);
        }
        const T kept = going * finite;
        choose(kept == one, f, T::load(a.last_f + i)).store(a.last_f + i);
        choose(kept * (1.0 - here) == one, next, T::load(a.arrived + i)).store(a.arrived + i);
        const T how = choose(inside == one, choose(finite == one, zero, T(2.0)), one);
        choose(going == one, how, ended).store(a.ended + i);
    }
}

template <class A, class O>
constexpr BatchKernel batch_kernel() {
    if constexpr (FromData<O>)
        return ObjectiveKernels<A, O>::batches;
    else
        return nullptr;
}

template <class A, class R>
constexpr RuleKernel rule_kernel() {
    if constexpr (JointRule<R>)
        return nullptr;
    else
        return OptimizerKernel<A, R>::run;
}

template <class A, class R>
constexpr TraceKernel trace_kernel() {
    if constexpr (JointRule<R>)
        return nullptr;
    else
        return OptimizerKernel<A, R>::trace;
}

template <class A, class Objectives, class Optimizers>
struct KernelTables;

template <class A, class... O, class... R>
struct KernelTables<A, TypeList<O...>, TypeList<R...>> {
    static constexpr ValuesKernel values[] = {ObjectiveKernels<A, O>::values..., TypedFormulaKernels<A>::values};
    static constexpr GradientsKernel gradients[] = {ObjectiveKernels<A, O>::gradients..., TypedFormulaKernels<A>::gradients};
    static constexpr GridKernel grids[] = {ObjectiveKernels<A, O>::grid..., TypedFormulaKernels<A>::grid};
    static constexpr BatchKernel batches[] = {batch_kernel<A, O>()..., nullptr};
    static constexpr RuleKernel rules[] = {rule_kernel<A, R>()..., TypedRuleKernel<A>::run};
    static constexpr TraceKernel traces[] = {trace_kernel<A, R>()..., nullptr};
};

/// Single lanes need no wide registers: the widest set goes without traces and borrows a narrower one's (kernels.cpp).
template <class A, class Tables>
constexpr const TraceKernel* traces_of() {
    if constexpr (Lanes<A>::width < 8)
        return Tables::traces;
    else
        return nullptr;
}

template <class A>
constexpr Kernels kernels_of(const char* instructions) {
    using Tables = KernelTables<A, ObjectiveTypes, OptimizerTypes>;
    return {.instructions = instructions,
            .width = Lanes<A>::width,
            .values = Tables::values,
            .gradients = Tables::gradients,
            .grids = Tables::grids,
            .batches = Tables::batches,
            .rules = Tables::rules,
            .traces = traces_of<A, Tables>(),
            .prepare = prepare_gradients<A>,
            .decay = decay_weights<A>,
            .track = track_lanes<A>};
}

}  // namespace ravine
