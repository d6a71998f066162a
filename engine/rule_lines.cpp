#include "engine/rule_lines.h"

#include <tuple>
#include <utility>

#include "engine/catalogue_traits.h"
#include "engine/optimizers/catalog.h"

namespace ravine {
namespace {

void assign(double& slot, double value) { slot = value; }
void assign(bool& slot, double value) { slot = value != 0; }
void assign(Switched<double>& slot, double value) { slot = {value, value != 0}; }

/// A Hyper or a State from its numbers in the order of slots().
template <class Struct>
Struct filled([[maybe_unused]] std::span<const double> values) {
    Struct of{};
    constexpr auto slots = Struct::slots();
    [&]<std::size_t... K>(std::index_sequence<K...> /*each*/) { (assign(of.*std::get<K>(slots), values[K]), ...); }
    (std::make_index_sequence<std::tuple_size_v<decltype(slots)>>{});
    return of;
}

template <class R>
RuleText text_of(const RuleUpdate& u) {
    using State = typename R::template State<double>;
    const auto hyper = filled<typename R::template Hyper<double>>(u.params);
    if constexpr (JointRule<R>)
        return R::lines(hyper, SeenJointUpdate<State>{.coordinate = u.coordinate,
                                                      .g = u.g,
                                                      .from = u.from,
                                                      .to = u.to,
                                                      .before = {filled<State>(u.before[0]), filled<State>(u.before[1])},
                                                      .after = {filled<State>(u.after[0]), filled<State>(u.after[1])},
                                                      .hessian = u.hessian});
    else
        return {R::lines(hyper, SeenUpdate<State>{.t = u.t,
                                                  .g = u.g[u.coordinate],
                                                  .before = filled<State>(u.before[u.coordinate]),
                                                  .after = filled<State>(u.after[u.coordinate])})};
}

using TextOf = RuleText (*)(const RuleUpdate&);

template <class... R>
constexpr std::array<TextOf, sizeof...(R)> texts(TypeList<R...> /*types*/) {
    return {text_of<R>...};
}

template <class... R>
constexpr std::array<bool, sizeof...(R)> joint(TypeList<R...> /*types*/) {
    return {JointRule<R>...};
}

constexpr auto all_texts = texts(OptimizerTypes{});
constexpr auto all_joint = joint(OptimizerTypes{});

}  // namespace

RuleText update_text(int optimizer, const RuleUpdate& update) {
    return all_texts.at(static_cast<std::size_t>(optimizer))(update);
}

bool is_joint(int optimizer) {
    const auto place = static_cast<std::size_t>(optimizer);
    return place < all_joint.size() && all_joint[place];
}

}  // namespace ravine
