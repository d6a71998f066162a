// The engine against what others compute: PyTorch's autograd and optimizers, and NumPy transcriptions of the papers.
// tests/reference/README.md says how the files are made.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support.h"

namespace ravine {
namespace {

using nlohmann::json;

constexpr double tolerance = 1e-10;

double allowed(double reference) { return tolerance * std::max(1.0, std::abs(reference)); }

json read(const std::string& name) {
    const auto path = std::filesystem::path(RAVINE_REFERENCE) / name;
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return json::parse(file);
}

std::string id_in(std::string_view spelling) { return std::string(spelling.substr(0, spelling.find(':'))); }

double number_or_choice(const Parameter& p, std::string_view text) {
    const auto choice = std::ranges::find(p.choices, text);
    if (choice != p.choices.end()) return static_cast<double>(choice - p.choices.begin());
    double value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end.ec != std::errc{} || end.ptr != text.data() + text.size())
        throw std::invalid_argument("not a value of " + std::string(p.id) + ": " + std::string(text));
    return value;
}

/// "rmsprop:lr=0.01,rho=0.9": the defaults of `params` with the settings behind the colon.
std::vector<double> values_in(const std::string& spelling, const std::vector<Parameter>& params) {
    std::vector<double> values = standard_values(params);
    const auto colon = spelling.find(':');
    if (colon == std::string::npos) return values;
    std::istringstream settings(spelling.substr(colon + 1));
    for (std::string setting; std::getline(settings, setting, ',');) {
        const auto equals = setting.find('=');
        const int k = index_of(params, setting.substr(0, equals));
        if (k < 0) throw std::invalid_argument("no such parameter: " + setting + " in " + spelling);
        const auto place = static_cast<std::size_t>(k);
        values[place] = number_or_choice(params[place], std::string_view(setting).substr(equals + 1));
    }
    return values;
}

Objective objective_in(const std::string& spelling) {
    const ObjectiveInfo* info = find_objective(id_in(spelling));
    if (info == nullptr) throw std::invalid_argument("no such objective: " + spelling);
    return {info->id, values_in(spelling, info->params)};
}

Optimizer optimizer_in(const std::string& spelling) {
    const OptimizerInfo* info = find_optimizer(id_in(spelling));
    if (info == nullptr) throw std::invalid_argument("no such optimizer: " + spelling);
    return {info->id, values_in(spelling, info->params)};
}

Point point_in(const json& pair) { return {pair.at(0).get<double>(), pair.at(1).get<double>()}; }

void expect_reference_run(const json& fixture) {
    const auto rule = fixture.at("optimizer").get<std::string>(), surface = fixture.at("objective").get<std::string>();
    SCOPED_TRACE(rule + " on " + surface);
    RunSpec spec{objective_in(surface), optimizer_in(rule), point_in(fixture.at("start"))};
    spec.steps = fixture.at("until").get<int>();
    const auto run = simulate(spec);
    ASSERT_EQ(run.last(), spec.steps);
    std::vector<int> steps;
    for (const auto& [step, point] : fixture.at("steps").items()) steps.push_back(std::stoi(step));
    std::ranges::sort(steps);  // so that the first step that differs is the one reported
    ASSERT_GE(steps.size(), 10U);
    for (const int step : steps) {
        const Point reference = point_in(fixture.at("steps").at(std::to_string(step))), p = run.at(step);
        ASSERT_NEAR(p.x, reference.x, allowed(reference.x)) << "at step " << step;
        ASSERT_NEAR(p.y, reference.y, allowed(reference.y)) << "at step " << step;
    }
}

void expect_reference_runs(const std::string& name) {
    const json runs = read(name).at("runs");
    ASSERT_FALSE(runs.empty());
    for (const json& fixture : runs) EXPECT_NO_THROW(expect_reference_run(fixture)) << fixture.at("optimizer");
}

TEST(Trajectories, FollowPyTorchsOptimizersToTenDigits) { expect_reference_runs("torch.json"); }

TEST(Trajectories, FollowTheTranscribedPapersToTenDigits) { expect_reference_runs("papers.json"); }

void expect_reference_gradients(const json& fixture) {
    const auto spelling = fixture.at("objective").get<std::string>();
    SCOPED_TRACE(spelling);
    const Objective objective = objective_in(spelling);
    for (const json& row : fixture.at("at")) {
        const Point p = point_in(row);
        const Sample s = objective.at(p);
        const auto f = row.at(2).get<double>(), gx = row.at(3).get<double>(), gy = row.at(4).get<double>();
        EXPECT_NEAR(s.f, f, allowed(f)) << "f at " << p.x << ", " << p.y;
        EXPECT_NEAR(s.gx, gx, allowed(gx)) << "gx at " << p.x << ", " << p.y;
        EXPECT_NEAR(s.gy, gy, allowed(gy)) << "gy at " << p.x << ", " << p.y;
    }
}

TEST(ObjectivesAndGradients, AgreeWithAutogradToTenDigits) {
    const json fixtures = read("gradients.json").at("objectives");
    ASSERT_FALSE(fixtures.empty());
    for (const json& fixture : fixtures) EXPECT_NO_THROW(expect_reference_gradients(fixture)) << fixture.at("objective");
}

/// The ids that stand before the colon under `key` in the rows of a file.
std::set<std::string> ids_in(const std::string& name, const std::string& rows, const std::string& key) {
    const json file = read(name);
    std::set<std::string> ids;
    for (const json& row : file.at(rows)) ids.insert(id_in(row.at(key).get<std::string>()));
    return ids;
}

TEST(EveryObjective, HasAReference) {
    std::set<std::string> known = ids_in("gradients.json", "objectives", "objective");
    known.insert("network-slice");  // its weights are the engine's own; network_loss() is its reference
    for (const ObjectiveInfo& info : objectives())
        EXPECT_TRUE(known.contains(std::string(info.id)))
            << info.id << " is not in gradients.json: transcribe it in objectives.py";
}

TEST(EveryUpdateRule, HasAReference) {
    std::set<std::string> known = ids_in("torch.json", "runs", "optimizer");
    known.merge(ids_in("papers.json", "runs", "optimizer"));
    for (const OptimizerInfo& info : optimizers())
        EXPECT_TRUE(known.contains(std::string(info.id))) << info.id << " has no run in torch.json or papers.json";
}

}  // namespace
}  // namespace ravine
