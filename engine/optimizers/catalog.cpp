#include "engine/optimizers/catalog.h"

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include "engine/catalogue_traits.h"
#include "engine/optimizers/common.h"

namespace ravine {
namespace {

void assign(double& slot, double value) { slot = value; }
void assign(bool& slot, double value) { slot = value != 0; }
void assign(Switched<double>& slot, double value) { slot = {value, value != 0}; }

template <class R>
auto start_of(std::span<const double> params) {
    typename R::template Hyper<double> hyper{};
    constexpr auto slots = decltype(hyper)::slots();
    [&]<std::size_t... K>(std::index_sequence<K...> /*each*/) { (assign(hyper.*std::get<K>(slots), params[K]), ...); }
    (std::make_index_sequence<std::tuple_size_v<decltype(slots)>>{});
    if constexpr (requires { R::start(hyper); })
        return R::start(hyper);
    else
        return typename R::template State<double>{};
}

template <class R>
void write_start([[maybe_unused]] std::span<const double> params, [[maybe_unused]] std::span<double> state) {
    [[maybe_unused]] const auto start = start_of<R>(params);
    constexpr auto slots = R::template State<double>::slots();
    [&]<std::size_t... K>(std::index_sequence<K...> /*each*/) { ((state[K] = start.*std::get<K>(slots)), ...); }
    (std::make_index_sequence<std::tuple_size_v<decltype(slots)>>{});
}

template <class R>
constexpr double standard_decay() {
    if constexpr (requires { R::standard_decay; })
        return R::standard_decay;
    else
        return 0;
}

template <class R>
OptimizerInfo full_info() {
    OptimizerInfo info = R::info();
    info.own_params = info.params.size();
    if constexpr (!JointRule<R>)
        for (Parameter& p : common_parameters(standard_decay<R>())) info.params.push_back(std::move(p));
    return info;
}

using StartState = void (*)(std::span<const double>, std::span<double>);

template <class... R>
constexpr std::array<StartState, sizeof...(R)> starts(TypeList<R...> /*types*/) {
    return {write_start<R>...};
}

template <class... R>
std::vector<OptimizerInfo> infos(TypeList<R...> /*types*/) {
    return {full_info<R>()...};
}

template <class... R>
constexpr std::array<bool, sizeof...(R)> decoupled(TypeList<R...> /*types*/) {
    return {DecouplesDecay<R>...};
}

constexpr auto all_starts = starts(OptimizerTypes{});
constexpr auto all_decoupled = decoupled(OptimizerTypes{});

}  // namespace

void start_state(int optimizer, std::span<const double> params, std::span<double> state) {
    const auto place = static_cast<std::size_t>(optimizer);
    if (place < all_starts.size()) all_starts[place](params, state);
}

bool decouples_decay(int optimizer) {
    const auto place = static_cast<std::size_t>(optimizer);
    return place < all_decoupled.size() && all_decoupled[place];
}

const std::vector<OptimizerInfo>& optimizers() {
    static const std::vector<OptimizerInfo> list = infos(OptimizerTypes{});
    return list;
}

}  // namespace ravine
