#include "app/figure/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace ravine {
namespace {

/// The sign that papers use, or the parameter's own name.
std::string sign_of(const Parameter& p) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> signs{{{"lr", "η"},
                                                                                         {"rho", "ρ"},
                                                                                         {"beta1", "β₁"},
                                                                                         {"beta2", "β₂"},
                                                                                         {"eps", "ε"},
                                                                                         {"momentum", "μ"},
                                                                                         {"weight_decay", "λ"},
                                                                                         {"clip_norm", "clip"}}};
    for (const auto& [id, sign] : signs)
        if (id == p.id) return std::string(sign);
    std::string name(p.id);
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

/// `own`: a hyperparameter of the rule itself, not one that every rule takes.
struct Setting {
    const Parameter& parameter;
    double value;
    bool own;
};

bool matters(const Setting& s) {
    const Parameter& p = s.parameter;
    if (s.own && p.id == "lr") return true;
    if (s.own && p.scale == Scale::decay && s.value != 0) return true;
    return s.value != p.standard;
}

std::string said(const Parameter& p, double value) {
    if (p.scale == Scale::toggle) return value != 0 ? sign_of(p) : fmt::format("no {}", sign_of(p));
    return fmt::format("{} {}", sign_of(p), format_value(p, value));
}

}  // namespace

std::string hyperparameters(const OptimizerInfo& info, std::span<const double> params) {
    std::string out;
    for (std::size_t i = 0; i < info.params.size() && i < params.size(); ++i) {
        const Parameter& p = info.params[i];
        if (!matters({p, params[i], i < info.own_params})) continue;
        if (!out.empty()) out += between_settings;
        out += said(p, params[i]);
    }
    return out;
}

std::vector<std::string> telling_settings(const OptimizerInfo& info, std::span<const double> params) {
    std::vector<std::string> chosen, standard;
    for (std::size_t i = 0; i < info.params.size() && i < params.size(); ++i) {
        const Parameter& p = info.params[i];
        if (!matters({p, params[i], i < info.own_params})) continue;
        (params[i] != p.standard ? chosen : standard).push_back(said(p, params[i]));
    }
    chosen.insert(chosen.end(), standard.begin(), standard.end());
    return chosen;
}

std::vector<double> params_at(const Session& session, int i, int step) {
    const OptimizerChoice& choice = session.optimizers[static_cast<std::size_t>(i)];
    std::vector<double> params = choice.params;
    const OptimizerInfo& info = info_of(choice);
    for (const SessionChange& c : session.changes)
        if (const int at = index_of(info.params, c.param); c.optimizer == i && c.step <= step && at >= 0)
            params[static_cast<std::size_t>(at)] = c.value;
    return params;
}

std::string outcome_words(const Run& run, int row) {
    if (run.converged_at >= 0 && row >= run.converged_at)
        return fmt::format("{} at step {}", text_of(run.outcome), run.converged_at);
    if (row < run.last()) return "";
    if (run.outcome == Outcome::diverged || run.outcome == Outcome::undefined)
        return fmt::format("{} at step {}", text_of(run.outcome), run.last());
    return std::string(text_of(run.outcome));
}

std::string outcome_short(const Run& run, int row) {
    if (run.converged_at >= 0 && row >= run.converged_at) return fmt::format("converged at {}", run.converged_at);
    if (row < run.last()) return "";
    switch (run.outcome) {
        case Outcome::diverged:
            return fmt::format("diverged at {}", run.last());
        case Outcome::undefined:
            return fmt::format("undefined at {}", run.last());
        case Outcome::oscillating:
            return "oscillating";
        case Outcome::moving:
            return "still moving";
        default:
            return "converged";
    }
}

Outcome outcome_at(const Run& run, int row) {
    const bool settled = run.converged_at >= 0 && row >= run.converged_at;
    return settled || row >= run.last() ? run.outcome : Outcome::moving;
}

bool is_over(const Run& run, int row) {
    const Outcome outcome = outcome_at(run, row);
    return outcome == Outcome::diverged || outcome == Outcome::undefined;
}

std::vector<std::string> optimizer_names(const Session& session) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < session.optimizers.size(); ++i) {
        const std::string& id = session.optimizers[i].id;
        std::string name(info_of(session.optimizers[i]).name);
        const auto same = [&](const OptimizerChoice& o) { return o.id == id; };
        const auto here = session.optimizers.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::count_if(session.optimizers.begin(), session.optimizers.end(), same) > 1)
            name += fmt::format(" {}", std::count_if(session.optimizers.begin(), here, same) + 1);
        names.push_back(std::move(name));
    }
    return names;
}

Base known_base(const Objective& objective) {
    if (!objective.has_global_minimum()) return {};
    return {true, objective.minima().front().f};
}

}  // namespace ravine
