#include "engine/typed.h"

#include <utility>

#include "engine/optimizers/common.h"

namespace ravine {

TypedObjective::TypedObjective(std::string_view text) {
    auto data = std::make_shared<Data>(Data{std::string(text), Formula(text), {}});
    data->info = {.id = typed_objective_id,
                  .name = "Typed formula",
                  .formula = data->text,
                  .notice = "Your own surface: its gradient is exact, its minima are not known.",
                  .source = "typed",
                  .domain = {-3, 3, -3, 3},
                  .start = {-1.5, 2},
                  .params = {}};
    data_ = std::move(data);
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
