// Typed formulas and rules, maps and tuning, from the command line.
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "tests/cli/ravine_process.h"

namespace ravine_test {
namespace {

double number(const std::string& cell) { return std::strtod(cell.c_str(), nullptr); }

class Typed : public InFolder {};

TEST_F(Typed, AFormulaAndARuleRunLikeTheBuiltInOnes) {
    const std::vector<std::string> shared{"--start", "-1.5,2", "--steps", "40", "-o", "-"};
    std::vector<std::string> built_in{"run", "--objective", "rosenbrock", "--optimizer", "rmsprop"};
    std::vector<std::string> typed{"run", "--formula", "(1-x)^2 + 100(y-x²)²", "--rule",
                                   "s = rho*s + (1-rho)*g^2; x = x - lr*g/(sqrt(s)+eps)"};
    built_in.insert(built_in.end(), shared.begin(), shared.end());
    typed.insert(typed.end(), shared.begin(), shared.end());
    const auto a = lines_of(ravine(built_in).out), b = lines_of(ravine(typed).out);
    ASSERT_EQ(a.size(), 42U);
    ASSERT_EQ(b.size(), a.size());
    for (std::size_t i = 1; i < a.size(); ++i) {
        const auto one = cells_of(a[i]), other = cells_of(b[i]);
        EXPECT_EQ(other[1], "rule");
        for (std::size_t k = 3; k < 8; ++k)
            EXPECT_NEAR(number(one[k]), number(other[k]), 1e-9 * (1 + std::abs(number(one[k])))) << a[i];
    }
}

TEST_F(Typed, AnErrorPointsACaretAtItsColumn) {
    const Result result = ravine({"run", "--formula", "x^2 + 3*foo(y)", "-o", "out.csv"}, folder);
    EXPECT_EQ(result.status, 2);
    const auto lines = lines_of(result.err);
    ASSERT_EQ(lines.size(), 3U) << result.err;
    EXPECT_NE(lines[0].find("ravine: error: --formula: column 9"), std::string::npos) << result.err;
    EXPECT_EQ(lines[1], "  x^2 + 3*foo(y)");
    EXPECT_EQ(lines[2], "          ^");
    const Result rule = ravine({"run", "--rule", "s = g^2; x = x - lr*q", "-o", "out.csv"}, folder);
    EXPECT_EQ(rule.status, 2);
    EXPECT_NE(rule.err.find("--rule"), std::string::npos) << rule.err;
    EXPECT_EQ(files(), 0U);
}

TEST_F(Typed, AFormulaStandsInsteadOfAnObjective) {
    const Result result = ravine({"run", "--formula", "x^2", "--objective", "bowl", "-o", "-"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(lines_of(result.err).size(), 1U);
}

TEST_F(Typed, ASessionKeepsFormulaRuleStartsAndEnsemble) {
    put(folder / "s.ravine.json",
        R"({"ravine": 1, "objective": {"id": "formula", "formula": "x^2 + 2y^2"}, "start": [1, 1], "starts": [[2, 0], [0, 2]],
            "ensemble": 3, "noise": 0.1, "steps": 5,
            "optimizers": [{"id": "rule", "rule": "x = x - lr*g", "params": {"lr": 0.1}}, {"id": "gd"}]})");
    const Result result = ravine({"run", "s.ravine.json", "-o", "-"}, folder);
    ASSERT_EQ(result.status, 0) << result.err;
    std::map<std::string, int> rows;
    std::map<std::string, std::string> first;
    for (const std::string& line : lines_of(result.out)) {
        const auto cells = cells_of(line);
        if (cells[0] == "run") continue;
        ++rows[cells[0]];
        if (cells[2] == "0") first[cells[0]] = cells[3] + " " + cells[4] + " " + cells[6];
    }
    ASSERT_EQ(rows.size(), 18U) << "2 optimizers, 3 starts, 3 repeats";
    for (const auto& [run, count] : rows) EXPECT_EQ(count, 6) << run;
    std::set<std::string> different;
    for (const auto& [run, text] : first) different.insert(text);
    EXPECT_EQ(different.size(), 18U) << "each has a noise of its own";
}

TEST_F(Typed, AMapWritesARowPerCell) {
    const Result result = ravine(
        {"map", "--objective", "rosenbrock:b=10", "--optimizer", "rmsprop", "--cells", "12x9", "--steps", "50", "-o", "map.csv"},
        folder);
    ASSERT_EQ(result.status, 0) << result.err;
    const auto lines = lines_of(contents(folder / "map.csv"));
    ASSERT_EQ(lines.size(), 1U + 12 * 9);
    EXPECT_EQ(lines[0], "lr,rho,f,steps,outcome");
    const auto cells = cells_of(lines[40]);
    const Result run = ravine({"run", "--objective", "rosenbrock:b=10", "--optimizer",
                               "rmsprop:lr=" + cells[0] + ",rho=" + cells[1], "--steps", "50", "-o", "-"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(cells_of(lines_of(run.out).back())[5], cells[2]);
}

TEST_F(Typed, AMapIsDrawnWithoutADisplay) {
    for (const std::vector<std::string>& kind :
         std::vector<std::vector<std::string>>{{"--kind", "lr-rho"},
                                               {"--kind", "lr-rho", "--measure", "steps"},
                                               {"--kind", "lr-rho", "--measure", "outcome"},
                                               {"--kind", "basins", "--objective", "himmelblau"},
                                               {"--kind", "lr-objective", "--objective", "ellipse"}}) {
        std::vector<std::string> arguments{"map", "--cells", "32x32", "--steps", "60", "--size", "640x400", "-o", "m.png"};
        arguments.insert(arguments.end(), kind.begin(), kind.end());
        const Result result = ravine(arguments, folder);
        EXPECT_EQ(result.status, 0) << result.err;
        EXPECT_GT(contents(folder / "m.png").size(), 4000U);
    }
}

TEST_F(Typed, MapsThatMakeNoSenseAreRefusedInOneLine) {
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
        {{"--kind", "lr-roh"}, "did you mean 'lr-rho'?"},
        {{"--optimizer", "gd"}, "--y"},
        {{"--optimizer", "adagrad", "--y", "rho"}, "rho"},
        {{"--optimizer", "rmsprop", "--y", "lr"}, "different things"},
        {{"--cells", "0x9"}, "--cells"},
        {{"--cells", "5000x5000"}, "16,000,000"},
        {{"--cells", "12"}, "--cells"},
        {{"--which", "7"}, "7"},
        {{"--tolerance", "0"}, "--tolerance"},
        {{"--kind", "basins", "--x", "lr"}, "basins"},
        {{"--measure", "minimum"}, "basins"},
        {{"--kind", "lr-objective", "--objective", "bowl"}, "--y"}};
    for (const auto& [options, told] : cases) {
        std::vector<std::string> arguments{"map", "-o", "map.csv"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Result result = ravine(arguments, folder);
        EXPECT_EQ(result.status, 2) << options.back() << result.err;
        EXPECT_EQ(lines_of(result.err).size(), 1U) << result.err;
        EXPECT_NE(result.err.find(told), std::string::npos) << result.err;
    }
    EXPECT_EQ(files(), 0U);
}

TEST_F(Typed, TuningGivesEveryOptimizerTheSameBudgetAndWritesASession) {
    const Result result = ravine({"tune", "--budget", "300", "--json", "-o", "best.ravine.json"}, folder);
    ASSERT_EQ(result.status, 0) << result.err;
    const auto list = nlohmann::json::parse(result.out);
    ASSERT_EQ(list.size(), 2U);
    for (const auto& entry : list) EXPECT_EQ(entry["runs"], 300);
    const auto session = nlohmann::json::parse(contents(folder / "best.ravine.json"));
    EXPECT_EQ(session["optimizers"][1]["params"]["lr"], list[1]["best"]["lr"]);
    const Result again = ravine({"tune", "--budget", "300", "--json"});
    EXPECT_EQ(again.out, result.out) << "the same seed finds the same";
    EXPECT_EQ(ravine({"tune", "--budget", "0"}).status, 2);
    EXPECT_EQ(ravine({"tune", "-o", "best.txt"}).status, 2);
}

}  // namespace
}  // namespace ravine_test
