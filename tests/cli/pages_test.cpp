// Commands on a lesson: they work on one of its pages.
#include <nlohmann/json.hpp>

#include "tests/cli/ravine_process.h"

namespace ravine_test {
namespace {

constexpr const char* lesson = R"({"ravine": 1, "title": "Two pages", "pages": [
    {"objective": {"id": "bowl"}, "steps": 3, "optimizers": [{"id": "gd"}]},
    {"objective": {"id": "himmelblau"}, "steps": 5, "optimizers": [{"id": "adam"}]}]})";

class Pages : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        put(folder / "a.ravine.json", lesson);
        put(folder / "s.ravine.json", R"({"ravine": 1, "steps": 3})");
    }
    Result command(std::vector<std::string> arguments) const { return ravine(arguments, folder); }
    /// The optimizer and the number of steps of the only run.
    std::pair<std::string, std::size_t> run(std::vector<std::string> more) const {
        more.insert(more.begin(), {"run", "a.ravine.json", "-o", "run.json"});
        const Result result = command(more);
        EXPECT_EQ(result.status, 0) << result.err;
        const auto runs = nlohmann::json::parse(contents(folder / "run.json")).at("runs");
        EXPECT_EQ(runs.size(), 1U);
        return {runs[0].at("optimizer"), runs[0].at("x").size() - 1};
    }
};

TEST_F(Pages, AreCountedFromOneAndTheFirstIsTheDefault) {
    EXPECT_EQ(run({}), (std::pair<std::string, std::size_t>{"gd", 3}));
    EXPECT_EQ(run({"--page", "1"}), (std::pair<std::string, std::size_t>{"gd", 3}));
    EXPECT_EQ(run({"--page", "2"}), (std::pair<std::string, std::size_t>{"adam", 5}));
}

TEST_F(Pages, TakeTheOptionsOfASession) {
    EXPECT_EQ(run({"--page", "2", "--steps", "7"}), (std::pair<std::string, std::size_t>{"adam", 7}));
}

TEST_F(Pages, AreDrawnMappedAndTuned) {
    for (const std::string page : {"1", "2"})
        EXPECT_EQ(command({"render", "a.ravine.json", "--page", page, "--size", "320x180", "-o", page + ".png"}).status, 0);
    EXPECT_NE(contents(folder / "1.png"), contents(folder / "2.png"));
    const Result map = command({"map", "a.ravine.json", "--page", "2", "--kind", "basins", "--cells", "4x4", "-o", "-"});
    EXPECT_EQ(map.status, 0) << map.err;
    EXPECT_EQ(lines_of(map.out).size(), 17U);
    const Result tuned = command({"tune", "a.ravine.json", "--page", "2", "--budget", "4"});
    EXPECT_EQ(tuned.out.rfind("adam:", 0), 0U) << tuned.out << tuned.err;
}

TEST_F(Pages, ThatAreNotThereAreRefused) {
    const auto told = [&](const std::string& file, const std::string& page) {
        const Result result = command({"run", file, "--page", page, "-o", "-"});
        EXPECT_EQ(result.status, 2) << result.err;
        return result.err;
    };
    EXPECT_NE(told("a.ravine.json", "3").find("'a.ravine.json' has 2 pages"), std::string::npos);
    EXPECT_NE(told("s.ravine.json", "2").find("'s.ravine.json' has 1 page\n"), std::string::npos);
    for (const std::string wrong : {"0", "-1", "first", "1.5"})
        EXPECT_NE(told("a.ravine.json", wrong).find("--page"), std::string::npos);
    EXPECT_EQ(command({"run", "s.ravine.json", "--page", "1", "-o", "-"}).status, 0);
}

TEST_F(Pages, WithAMistakeAreNamed) {
    put(folder / "b.ravine.json", R"({"ravine": 1, "pages": [{}, {"optimizers": [{"id": "rms"}]}]})");
    const Result result = command({"run", "b.ravine.json", "-o", "-"});
    EXPECT_EQ(result.status, 2);
    EXPECT_NE(result.err.find("'b.ravine.json': pages[1].optimizers[0].id: unknown optimizer 'rms'"), std::string::npos)
        << result.err;
}

}  // namespace
}  // namespace ravine_test
