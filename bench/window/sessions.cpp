#include "bench/window/sessions.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "app/session/simulation.h"

namespace ravine_bench {

using ravine::Session;

namespace {

/// Whether the last optimizer's run has all its steps: one that diverges ends early, and would be cheaper to draw.
bool last_runs_through(const Session& session) {
    const int last = static_cast<int>(session.optimizers.size()) - 1;
    return ravine::simulate(ravine::run_spec(session, last)).last() == session.steps;
}

void require(bool holds, const std::string& expected) {
    if (!holds) throw std::runtime_error("a session of the benchmark is not what it should be: expected " + expected);
}

}  // namespace

Session twelve_optimizers(ravine::Layout layout) {
    Session session = ravine::opening_session();
    session.steps = 1000;
    session.view.layout = layout;
    session.view.step = 0;
    for (const ravine::OptimizerInfo& info : ravine::optimizers()) {
        if (session.optimizers.size() == static_cast<std::size_t>(ravine::max_optimizers)) break;
        if (std::ranges::any_of(session.optimizers, [&](const auto& choice) { return choice.id == info.id; })) continue;
        session.optimizers.push_back(ravine::new_optimizer(session, info.id));
        if (!last_runs_through(session)) session.optimizers.pop_back();
    }
    require(session.optimizers.size() == 12, "twelve optimizers that run through");
    require(session.optimizers.front().id == "adagrad", "AdaGrad in front");
    return session;
}

Session long_run(double noise) {
    Session session = ravine::opening_session();
    session.optimizers = {ravine::new_optimizer(session, "gd")};
    session.optimizers[0].params[0] = 1e-3;
    session.noise = noise;
    session.steps = 100'000;
    session.view.layout = ravine::Layout::single;
    session.view.step = session.steps;
    session.view.left = session.view.right = 0;
    require(last_runs_through(session), "a run of 100,000 steps");
    return session;
}

Session played_opening() {
    Session session = ravine::opening_session();
    session.view.step = session.steps;
    return session;
}

}  // namespace ravine_bench
