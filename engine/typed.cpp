#include "engine/typed.h"

#include <utility>

#include "engine/minima_search.h"
#include "engine/optimizers/common.h"

namespace ravine {

TypedObjective::TypedObjective(std::string_view text) {
    data_ = std::make_shared<Data>(std::string(text), Formula(text));
    data_->info = {
        .id = typed_objective_id,
        .name = "Typed formula",
        .formula = data_->text,
        .notice = "Your own surface: its gradient is exact; its minima are looked for, and a lower one may lie elsewhere.",
        .source = "typed",
        .domain = {-3, 3, -3, 3},
        .start = {-1.5, 2},
        .params = {}};
}

const std::vector<Minimum>& TypedObjective::minima() const {
    std::call_once(data_->looked, [this] {
        // An instruction takes about three nanoseconds, and an evaluation as long as some forty besides: this is some two
        // milliseconds for any formula.
        constexpr std::size_t instructions = 700'000, besides = 40;
        const auto work = static_cast<int>(instructions / (formula().program().size() + besides));
        const Objective objective(*this);
        for (const double reach : {6.0, 30.0, farthest_search}) {
            data_->minima = search_minima(objective, {-reach, reach, -reach, reach}, work);
            if (!data_->minima.empty()) return;
        }
    });
    return data_->minima;
}

TypedOptimizer::TypedOptimizer(std::string_view text) {
    auto data = std::make_shared<Data>(Data{std::string(text), Rule(text), {}});
    OptimizerInfo& info = data->info;
    info = {.id = typed_optimizer_id,
            .name = "Typed rule",
            .formula = data->text,
            .notice = "Your own update rule, applied to each coordinate.",
            .source = "typed",
            .params = {data->rule.params().begin(), data->rule.params().end()},
            .state = {data->rule.states().begin(), data->rule.states().end()}};
    info.own_params = info.params.size();
    for (Parameter& p : common_parameters(0)) info.params.push_back(std::move(p));
    data_ = std::move(data);
}

}  // namespace ravine
