// `ravine run`: the numbers.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <nlohmann/json.hpp>

#include "tests/cli/ravine_process.h"

namespace ravine_test {
namespace {

using nlohmann::json;

Result tutorial(const std::string& out, const std::filesystem::path& folder = ".") {
    return ravine({"run", "--objective", "bowl", "--optimizer", "rmsprop:lr=0.01,rho=0.99", "--start",
                   "-0.165955990594852,0.4406489868843162", "--steps", "50", "-o", out},
                  folder);
}

double number(const std::string& cell) { return std::strtod(cell.c_str(), nullptr); }

class Run : public InFolder {};

TEST_F(Run, PrintsThePublishedTutorialRun) {
    const Result result = tutorial("-");
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.err, "");
    const auto lines = lines_of(result.out);
    ASSERT_EQ(lines.size(), 52U);
    EXPECT_EQ(lines[0], "run,optimizer,step,x,y,f,gx,gy,rate_x,rate_y");
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto cells = cells_of(lines[i]);
        ASSERT_EQ(cells.size(), 10U) << lines[i];
        EXPECT_EQ(cells[0], "0");
        EXPECT_EQ(cells[1], "rmsprop");
        EXPECT_EQ(cells[2], std::to_string(i - 1));
        EXPECT_EQ(cells[8].empty(), i == 1);
        EXPECT_EQ(cells[9].empty(), i == 1);
    }
    const auto first = cells_of(lines[1]), last = cells_of(lines[51]);
    EXPECT_EQ(number(first[3]), -0.165955990594852);
    EXPECT_EQ(number(first[4]), 0.4406489868843162);
    EXPECT_NEAR(number(last[3]), -5.45667355e-23, 1e-30);
    EXPECT_NEAR(number(last[4]), 1.25022522e-04, 1e-12);
}

TEST_F(Run, WritesTheSameToAFile) {
    const Result shown = tutorial("-"), written = tutorial("out.csv", folder);
    EXPECT_EQ(written.status, 0);
    EXPECT_EQ(written.out + written.err, "");
    EXPECT_EQ(contents(folder / "out.csv"), shown.out);
    EXPECT_EQ(files(), 1U);
}

TEST_F(Run, WritesNumbersThatReadBackExactly) {
    const auto lines = lines_of(ravine({"run", "--objective", "bowl", "--start", "0.1,-0.30000000000000004", "-o", "-"}).out);
    EXPECT_EQ(number(cells_of(lines[1])[3]), 0.1);
    EXPECT_EQ(number(cells_of(lines[1])[4]), -0.30000000000000004);
}

TEST_F(Run, StartsFromTheOpeningSession) {
    const auto lines = lines_of(ravine({"run", "-o", "-", "--steps", "7"}).out);
    ASSERT_EQ(lines.size(), 17U);
    EXPECT_EQ(cells_of(lines[1])[1], "adagrad");
    EXPECT_EQ(cells_of(lines[9])[1], "rmsprop");
    EXPECT_EQ(cells_of(lines[9])[0], "1");
    EXPECT_EQ(cells_of(lines[9])[2], "0");
}

TEST_F(Run, GivesEveryOptimizerARunInTheOrderAsked) {
    const auto lines = lines_of(
        ravine({"run", "--optimizer", "gd", "--optimizer=adam:lr=0.1", "--optimizer", "gd:lr=1e-3", "--steps", "1", "-o", "-"})
            .out);
    ASSERT_EQ(lines.size(), 7U);
    EXPECT_EQ(cells_of(lines[1])[1], "gd");
    EXPECT_EQ(cells_of(lines[3])[1], "adam");
    EXPECT_EQ(cells_of(lines[5])[0], "2");
    EXPECT_EQ(number(cells_of(lines[6])[8]), 1e-3);
}

TEST_F(Run, TakesNegativeNumbersAsSeparateArguments) {
    const Result result =
        ravine({"run", "--start", "-1,-2", "--view", "-2,2,-1,3", "--optimizer", "gd", "--steps", "1", "-o", "-"});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(cells_of(lines_of(result.out)[1])[3], "-1");
}

TEST_F(Run, TakesAnObjectivesOwnStart) {
    const json objectives = json::parse(ravine({"list", "objectives", "--json"}).out);
    for (const json& objective : objectives) {
        const auto lines = lines_of(
            ravine({"run", "--objective", objective["id"].get<std::string>(), "--optimizer", "gd", "--steps", "1", "-o", "-"})
                .out);
        ASSERT_GE(lines.size(), 2U);
        EXPECT_EQ(number(cells_of(lines[1])[3]), objective["start"][0].get<double>());
        EXPECT_EQ(number(cells_of(lines[1])[4]), objective["start"][1].get<double>());
    }
}

TEST_F(Run, RunsEveryOptimizerOnEveryObjective) {
    const json objectives = json::parse(ravine({"list", "objectives", "--json"}).out);
    const json optimizers = json::parse(ravine({"list", "optimizers", "--json"}).out);
    for (const json& objective : objectives) {
        // A session holds twelve.
        for (std::size_t first = 0; first < optimizers.size(); first += 12) {
            std::vector<std::string> arguments{"run", "--objective", objective["id"], "--steps", "20", "-o", "-"};
            for (std::size_t i = first; i < std::min(first + 12, optimizers.size()); ++i)
                arguments.insert(arguments.end(), {"--optimizer", optimizers[i]["id"]});
            const Result result = ravine(arguments);
            EXPECT_EQ(result.status, 0) << result.err;
            EXPECT_EQ(result.out.find(",nan"), std::string::npos) << objective["id"];
            EXPECT_EQ(result.out.find(",inf"), std::string::npos) << objective["id"];
        }
    }
}

TEST_F(Run, ThatDivergesIsNoError) {
    const Result result = ravine({"run", "--optimizer", "gd:lr=10", "--steps", "1000", "-o", "out.json"}, folder);
    EXPECT_EQ(result.status, 0) << result.err;
    const json written = json::parse(contents(folder / "out.json"));
    EXPECT_EQ(written["runs"][0]["outcome"], "diverged");
    EXPECT_LT(written["runs"][0]["x"].size(), 1001U);
}

TEST_F(Run, WritesJsonWithOutcomesSessionAndAccumulators) {
    const Result result = ravine({"run", "--optimizer", "adam", "--optimizer", "gd", "--steps", "5", "-o", "out.json"}, folder);
    ASSERT_EQ(result.status, 0) << result.err;
    const json written = json::parse(contents(folder / "out.json"));
    EXPECT_EQ(written["session"]["ravine"], 1);
    EXPECT_EQ(written["session"]["steps"], 5);
    ASSERT_EQ(written["runs"].size(), 2U);
    const json& adam = written["runs"][0];
    EXPECT_EQ(adam["run"], 0);
    EXPECT_EQ(adam["optimizer"], "adam");
    EXPECT_EQ(adam["outcome"], "moving");
    EXPECT_TRUE(adam["converged_at"].is_null());
    for (const char* column : {"x", "y", "f", "gx", "gy", "rate_x", "rate_y"}) EXPECT_EQ(adam[column].size(), 6U) << column;
    EXPECT_TRUE(adam["rate_x"][0].is_null());
    EXPECT_TRUE(adam["rate_x"][1].is_number());
    EXPECT_FALSE(adam["accumulators"].empty());
    for (const json& accumulator : adam["accumulators"]) {
        EXPECT_EQ(accumulator["x"].size(), 6U);
        EXPECT_EQ(accumulator["y"].size(), 6U);
    }
    EXPECT_TRUE(written["runs"][1]["accumulators"].empty());
}

TEST_F(Run, ReadsTheSessionItWrote) {
    ASSERT_EQ(
        ravine({"run", "--objective", "himmelblau", "--noise", "0.5", "--seed", "7", "--steps", "9", "-o", "out.json"}, folder)
            .status,
        0);
    const json written = json::parse(contents(folder / "out.json"));
    put(folder / "again.ravine.json", written["session"].dump());
    ASSERT_EQ(ravine({"run", "again.ravine.json", "-o", "again.json"}, folder).status, 0);
    EXPECT_EQ(json::parse(contents(folder / "again.json"))["runs"], written["runs"]);
}

TEST_F(Run, LetsOptionsOverrideTheFile) {
    put(folder / "a.json", R"({"ravine": 1, "steps": 4, "objective": {"id": "bowl"}, "start": [0.5, 0.25],
                              "optimizers": [{"id": "gd"}, {"id": "adam"}], "changes": [{"step": 1, "optimizer": 1, "param": "lr", "value": 1}]})");
    const auto start = [&](std::vector<std::string> more) {
        std::vector<std::string> arguments{"run", "a.json", "-o", "-"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Result result = ravine(arguments, folder);
        EXPECT_EQ(result.status, 0) << result.err;
        return lines_of(result.out);
    };
    EXPECT_EQ(start({}).size(), 11U);
    EXPECT_EQ(start({"--steps", "2"}).size(), 7U);
    const auto replaced = start({"--optimizer", "momentum"});
    EXPECT_EQ(replaced.size(), 6U);
    EXPECT_EQ(cells_of(replaced[1])[1], "momentum");
    EXPECT_EQ(cells_of(replaced[1])[3], "0.5");
    EXPECT_NE(cells_of(start({"--objective", "rosenbrock"})[1])[3], "0.5");
    EXPECT_EQ(cells_of(start({"--objective", "rosenbrock", "--start", "0.5,1"})[1])[3], "0.5");
}

TEST_F(Run, GivesTheSameNumbersEveryTimeAndOthersForAnotherSeed) {
    const auto out = [](const char* seed) {
        return ravine({"run", "--noise", "1", "--seed", seed, "--steps", "20", "-o", "-"}).out;
    };
    EXPECT_EQ(out("3"), out("3"));
    EXPECT_NE(out("3"), out("4"));
    EXPECT_FALSE(out("18446744073709551615").empty());
}

TEST_F(Run, EndsQuietlyWhenNobodyReadsOn) {
    const Result result = shell("\"$RAVINE\" run --steps 100000 -o - | head -n 1");
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(lines_of(result.out).size(), 1U);
}

TEST_F(Run, SaysWhenStandardOutputIsFull) {
    const Result result = shell("\"$RAVINE\" run -o - > /dev/full");
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.err, "ravine: error: cannot write standard output: no space left on device\n");
}

}  // namespace
}  // namespace ravine_test
