// `ravine list`, --help and --version.
#include <set>

#include <nlohmann/json.hpp>

#include "tests/cli/ravine_process.h"

namespace ravine_test {
namespace {

using nlohmann::json;

json listed(const char* what) {
    const Result result = ravine({"list", what, "--json"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.err, "");
    return json::parse(result.out);
}

void expect_params(const json& params) {
    ASSERT_TRUE(params.is_array());
    for (const json& p : params) {
        for (const char* key : {"id", "name", "scale"}) EXPECT_TRUE(p.at(key).is_string()) << p;
        for (const char* key : {"default", "min", "max"}) EXPECT_TRUE(p.at(key).is_number()) << p;
        EXPECT_LT(p["min"].get<double>(), p["max"].get<double>()) << p;
        EXPECT_EQ(p.contains("choices"), p["scale"] == "choice") << p;
    }
}

TEST(List, ObjectivesAsJson) {
    const json list = listed("objectives");
    std::set<std::string> ids;
    for (const json& objective : list) {
        EXPECT_TRUE(ids.insert(objective.at("id")).second);
        for (const char* key : {"name", "formula", "source"})
            EXPECT_FALSE(objective.at(key).get<std::string>().empty()) << objective;
        ASSERT_EQ(objective.at("domain").size(), 4U);
        EXPECT_LT(objective["domain"][0], objective["domain"][1]);
        EXPECT_LT(objective["domain"][2], objective["domain"][3]);
        EXPECT_EQ(objective.at("start").size(), 2U);
        for (const json& minimum : objective.at("minima"))
            for (const char* key : {"x", "y", "f"}) EXPECT_TRUE(minimum.at(key).is_number());
        expect_params(objective.at("params"));
    }
    for (const char* id : {"bowl", "ellipse", "rosenbrock", "beale", "himmelblau", "three-hump-camel", "rastrigin", "saddle"})
        EXPECT_TRUE(ids.count(id)) << id;
}

TEST(List, OptimizersAsJson) {
    const json list = listed("optimizers");
    std::set<std::string> ids;
    for (const json& optimizer : list) {
        EXPECT_TRUE(ids.insert(optimizer.at("id")).second);
        for (const char* key : {"name", "formula", "source"})
            EXPECT_FALSE(optimizer.at(key).get<std::string>().empty()) << optimizer;
        expect_params(optimizer.at("params"));
        EXPECT_EQ(optimizer["params"][0]["id"], "lr");
    }
    for (const char* id : {"gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"}) EXPECT_TRUE(ids.count(id)) << id;
}

TEST(List, EveryDefaultIsAcceptedByRun) {
    for (const json& optimizer : listed("optimizers"))
        for (const json& p : optimizer["params"]) {
            const std::string value =
                p["scale"] == "choice" ? p["choices"][p["default"].get<std::size_t>()].get<std::string>() : p["default"].dump();
            const std::string option = optimizer["id"].get<std::string>() + ":" + p["id"].get<std::string>() + "=" + value;
            const Result result = ravine({"run", "--optimizer", option, "--steps", "1", "-o", "-"});
            EXPECT_EQ(result.status, 0) << result.err;
        }
}

TEST(List, ColormapsAsJson) {
    const json list = listed("colormaps");
    ASSERT_FALSE(list.empty());
    EXPECT_EQ(list[0].at("id"), "slate");
}

TEST(List, LessonsAsJson) {
    const json list = listed("lessons");
    EXPECT_GE(list.size(), 13U);
    for (const json& lesson : list) {
        for (const char* key : {"id", "title", "summary"}) EXPECT_FALSE(lesson.at(key).get<std::string>().empty()) << lesson;
        EXPECT_GE(lesson.at("pages"), 2);
        EXPECT_TRUE(std::filesystem::exists(lesson.at("file").get<std::string>())) << lesson;
    }
}

TEST(List, IsATableForPeople) {
    for (const char* what : {"objectives", "optimizers", "lessons"}) {
        const Result result = ravine({"list", what});
        EXPECT_EQ(result.status, 0);
        const auto lines = lines_of(result.out);
        EXPECT_EQ(lines[0].rfind("ID ", 0), 0U);
        const json list = listed(what);
        ASSERT_GT(lines.size(), list.size());
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string id = list[i]["id"];
            EXPECT_EQ(lines[i + 1].rfind(id + " ", 0), 0U) << lines[i + 1];
            EXPECT_NE(lines[i + 1].back(), ' ');
        }
    }
    EXPECT_EQ(lines_of(ravine({"list", "colormaps"}).out)[0], "slate");
}

TEST(Help, IsThereForEveryCommandWithAnExample) {
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"--help"}, {"run", "--help"}, {"render", "--help"}, {"list", "--help"}, {"run", "-h"}}) {
        const Result result = ravine(arguments);
        EXPECT_EQ(result.status, 0);
        EXPECT_EQ(result.err, "");
        EXPECT_NE(result.out.find("Example"), std::string::npos) << result.out;
        for (const std::string& line : lines_of(result.out)) EXPECT_LE(line.size(), 130U) << line;
    }
    const std::string run = ravine({"run", "--help"}).out;
    for (const char* option : {"--objective", "--optimizer", "--start", "--steps", "--seed", "--noise", "--size", "--scale",
                               "--view", "--layout", "--order", "--theme", "--colormap", "-o"})
        EXPECT_NE(run.find(option), std::string::npos) << option;
}

TEST(Help, OffersOnlyWhatThereIs) {
    const std::string root = ravine({"--help"}).out;
    EXPECT_EQ(root.find("--size"), std::string::npos) << root;
}

TEST(Version, IsOneLine) {
    const Result result = ravine({"--version"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.out, "ravine " RAVINE_VERSION "\n");
}

}  // namespace
}  // namespace ravine_test
