#include "engine/joint_rules.h"

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include "engine/catalogue_traits.h"
#include "engine/coordinate.h"
#include "engine/optimizers/catalog.h"

namespace ravine {
namespace {

/// Calls `body(slot, k)` for each member that `slots` points at.
template <class Struct, class Body>
void each_slot(Struct& of, Body body) {
    constexpr auto slots = Struct::slots();
    [&]<std::size_t... K>(std::index_sequence<K...> /*each*/) { (body(of.*std::get<K>(slots), K), ...); }
    (std::make_index_sequence<std::tuple_size_v<decltype(slots)>>{});
}

template <class R>
void run(const RuleArguments& a, const Evaluator& f) {
    for (std::size_t lane = 0; lane < a.lanes; ++lane) {
        typename R::template Hyper<double> hyper{};
        each_slot(hyper, [&]<class Slot>(Slot& slot, std::size_t k) {
            slot = static_cast<Slot>(a.params[k * a.stride + lane]);  // toggles are 0 or 1
        });
        const std::size_t y = lane + a.stride;
        JointPoint p{.x = {a.x[lane], a.x[y]}, .g = {a.g[lane], a.g[y]}, .rate = {}, .f = a.f[lane]};
        std::array<typename R::template State<double>, 2> states{};
        for (std::size_t c = 0; c < 2; ++c)
            each_slot(states[c], [&](double& slot, std::size_t k) { slot = a.state[(2 * k + c) * a.stride + lane]; });
        R::step(hyper, a.update, f, p, states);
        for (std::size_t c = 0; c < 2; ++c) {
            a.x[lane + c * a.stride] = p.x[c];
            a.rate[lane + c * a.stride] = p.rate[c];
            each_slot(states[c], [&](double& slot, std::size_t k) { a.state[(2 * k + c) * a.stride + lane] = slot; });
        }
    }
}

template <class R>
constexpr JointKernel kernel_of() {
    if constexpr (JointRule<R>)
        return run<R>;
    else
        return nullptr;
}

template <class... R>
constexpr std::array<JointKernel, sizeof...(R) + 1> kernels_of_all(TypeList<R...> /*types*/) {
    return {kernel_of<R>()..., nullptr};
}

constexpr auto all = kernels_of_all(OptimizerTypes{});

}  // namespace

Sample Evaluator::at(double x, double y) const {
    Sample s;
    kernels().gradients[objective_](prepared_, 1, &x, &y, &s.f, &s.gx, &s.gy);
    return s;
}

JointKernel joint_rule(int optimizer) { return all[static_cast<std::size_t>(optimizer)]; }

}  // namespace ravine
