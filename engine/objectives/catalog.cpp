#include "engine/objectives/catalog.h"

#include <array>
#include <new>
#include <type_traits>

#include "engine/catalogue_traits.h"
#include "engine/objective_entry.h"
#include "engine/typed_formula.h"

namespace ravine {
namespace {

template <class O>
const O& as(const PreparedObjective& objective) {
    return *std::launder(reinterpret_cast<const O*>(objective.bytes));
}

template <class O>
PreparedObjective prepare(std::span<const double> params) {
    static_assert(std::is_trivially_copyable_v<O> && sizeof(O) <= sizeof(PreparedObjective));
    PreparedObjective objective{};
    new (objective.bytes) O(params);
    return objective;
}

/// Duals of duals: the outer parts are derivatives of value and gradient.
template <class O>
Hessian hessian(const PreparedObjective& objective, Point p) {
    const auto x = variable_x(variable_x(p.x));
    const auto y = variable_y(variable_y(p.y));
    const auto f = as<O>(objective).value(x, y);
    return {f.dx.dx, f.dx.dy, f.dy.dy};
}

template <class O>
std::vector<Minimum> minima(const PreparedObjective& objective) {
    return as<O>(objective).minima();
}

template <class O>
int batch(const PreparedObjective& objective) {
    return as<O>(objective).batch();
}

template <class O>
constexpr ObjectiveEntry entry() {
    if constexpr (FromData<O>)
        return {prepare<O>, hessian<O>, minima<O>, O::data_size, batch<O>};
    else
        return {prepare<O>, hessian<O>, minima<O>};
}

template <class... O>
constexpr std::array<ObjectiveEntry, sizeof...(O) + 1> entries(TypeList<O...> /*types*/) {
    return {entry<O>()..., ObjectiveEntry{nullptr, hessian<TypedFormula>, nullptr}};
}

template <class... O>
std::vector<ObjectiveInfo> infos(TypeList<O...> /*types*/) {
    return {O::info()...};
}

constexpr auto all_entries = entries(ObjectiveTypes{});

}  // namespace

PreparedObjective prepare(const Formula& formula) {
    PreparedObjective objective{};
    new (objective.bytes) TypedFormula{&formula};
    return objective;
}

const ObjectiveEntry& objective_entry(int index) { return all_entries[static_cast<std::size_t>(index)]; }

const std::vector<ObjectiveInfo>& objectives() {
    static const std::vector<ObjectiveInfo> list = infos(ObjectiveTypes{});
    return list;
}

}  // namespace ravine
