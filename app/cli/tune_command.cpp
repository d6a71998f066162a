#include <cmath>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/error.h"
#include "app/cli/output.h"
#include "app/session/nearest.h"
#include "app/session/session_json.h"
#include "app/session/simulation.h"
#include "engine/tune.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

/// "rmsprop:lr=0.01,rho=0.9": what --optimizer takes, with all that differs from the defaults.
std::string spelled(const OptimizerInfo& info, const std::vector<double>& params) {
    std::string text(info.id);
    char before = ':';
    for (std::size_t k = 0; k < params.size(); ++k) {
        const Parameter& p = info.params[k];
        if (params[k] == p.standard && p.id != "lr") continue;
        text += fmt::format("{}{}={}", before, p.id, format_value(p, params[k]));
        before = ',';
    }
    return text;
}

std::string line(const OptimizerInfo& info, const Tuned& tuned) {
    const std::string when = tuned.steps >= 0         ? fmt::format("arrives at step {}", tuned.steps)
                             : std::isfinite(tuned.f) ? "does not arrive"
                                                      : "leaves the domain of f";
    return fmt::format("{}  {}, ends at f = {:.6g} ({} runs)\n", spelled(info, tuned.params), when, tuned.f, tuned.runs);
}

Json json_of(const OptimizerInfo& info, const Tuned& tuned) {
    Json params = Json::object();
    for (const int k : tuned.searched)
        params[std::string(info.params[static_cast<std::size_t>(k)].id)] = tuned.params[static_cast<std::size_t>(k)];
    return {{"optimizer", info.id},
            {"best", params},
            {"f", std::isfinite(tuned.f) ? Json(tuned.f) : Json(nullptr)},
            {"steps", tuned.steps >= 0 ? Json(tuned.steps) : Json(nullptr)},
            {"outcome", id_of(tuned.outcome)},
            {"runs", tuned.runs}};
}

void check_target(const std::string& out) {
    const std::filesystem::path path(out);
    if (out.empty() || (path.extension() == ".json" && path.stem().extension() == ".ravine")) return;
    throw RequestError(fmt::format("-o {}: tune writes the tuned session as .ravine.json", in_quotes(out)));
}

}  // namespace

void tune_command(const Request& request, const TuneOptions& options) {
    check_target(request.out);
    Session session = request.session;
    Json list = Json::array();
    std::string table;
    for (std::size_t i = 0; i < session.optimizers.size(); ++i) {
        OptimizerChoice& choice = session.optimizers[i];
        TuneSpec spec{run_spec(session, static_cast<int>(i)), options.budget, session.seed, options.tolerance};
        spec.run.changes.clear();  // a setting is tuned, not the way it was steered
        Tuned tuned;
        try {
            tuned = tune(spec);
        } catch (const std::invalid_argument& error) {
            throw RequestError(error.what());
        }
        const OptimizerInfo& info = info_of(choice);
        table += line(info, tuned);
        list.push_back(json_of(info, tuned));
        choice.params = tuned.params;
    }
    session.changes.clear();
    session.lesson = {};
    if (!request.out.empty()) save_session(session, request.out);
    write_to_standard_output(options.form == ListForm::json ? list.dump(2) + "\n" : table);
}

}  // namespace ravine
