// Pictures that open again, from the command line.
#include "tests/cli/ravine_process.h"

using namespace ravine_test;

namespace {

constexpr const char* some_session = R"({"ravine": 1, "title": "carried", "objective": {"id": "himmelblau"}, "steps": 40,
    "optimizers": [{"id": "adam", "params": {"lr": 0.2}}, {"id": "rmsprop"}], "view": {"step": 17}})";

}  // namespace

class CarriedByAPicture : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        put(folder / "s.ravine.json", some_session);
        ASSERT_EQ(ravine({"render", "s.ravine.json", "--size", "320x200", "-o", "s.png"}, folder).status, 0);
    }
};

TEST_F(CarriedByAPicture, ASessionGivesTheSameRuns) {
    const Result from_session = ravine({"run", "s.ravine.json", "-o", "-"}, folder);
    const Result from_picture = ravine({"run", "s.png", "-o", "-"}, folder);
    ASSERT_EQ(from_picture.status, 0) << from_picture.err;
    EXPECT_EQ(from_picture.out, from_session.out);
    EXPECT_GT(lines_of(from_picture.out).size(), 40U);
}

TEST_F(CarriedByAPicture, ASessionGivesTheSamePictureWhateverTheFileIsCalled) {
    std::filesystem::copy_file(folder / "s.png", folder / "renamed.bin");
    for (const char* name : {"s.png", "renamed.bin"}) {
        const Result result = ravine({"render", name, "--size", "320x200", "-o", "again.png"}, folder);
        ASSERT_EQ(result.status, 0) << result.err;
        EXPECT_EQ(contents(folder / "again.png"), contents(folder / "s.png")) << name;
    }
}

TEST_F(CarriedByAPicture, ASessionIsMappedAndTuned) {
    const std::vector<std::string> map{"--kind", "basins", "--cells", "8x8", "-o", "-"};
    const auto with = [&](std::vector<std::string> words, const std::vector<std::string>& more) {
        words.insert(words.end(), more.begin(), more.end());
        return ravine(words, folder);
    };
    EXPECT_EQ(with({"map", "s.png"}, map).out, with({"map", "s.ravine.json"}, map).out);
    EXPECT_EQ(with({"map", "s.png"}, map).status, 0);
    const Result tuned = ravine({"tune", "s.png", "--budget", "8"}, folder);
    EXPECT_EQ(tuned.status, 0) << tuned.err;
    EXPECT_EQ(tuned.out, ravine({"tune", "s.ravine.json", "--budget", "8"}, folder).out);
    EXPECT_NE(tuned.out.find("adam:lr="), std::string::npos);
}

TEST_F(CarriedByAPicture, TheSessionOfAMapIsTheOneItWasMadeFrom) {
    ASSERT_EQ(
        ravine({"map", "s.ravine.json", "--kind", "basins", "--cells", "8x8", "--size", "320x200", "-o", "m.png"}, folder).status,
        0);
    EXPECT_EQ(ravine({"run", "m.png", "-o", "-"}, folder).out, ravine({"run", "s.ravine.json", "-o", "-"}, folder).out);
}

TEST_F(CarriedByAPicture, NothingIsReadFromADamagedOne) {
    const std::string whole = contents(folder / "s.png");
    put(folder / "cut.png", whole.substr(0, 100));
    const Result cut = ravine({"run", "cut.png", "-o", "-"}, folder);
    EXPECT_EQ(cut.status, 1);
    EXPECT_EQ(cut.err, "ravine: error: 'cut.png': the picture is damaged: it ends in the midst of a piece\n");
    EXPECT_EQ(cut.out, "");

    put(folder / "none.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    const Result none = ravine({"render", "none.svg", "-o", "x.png"}, folder);
    EXPECT_EQ(none.status, 1);
    EXPECT_EQ(none.err, "ravine: error: 'none.svg' is a picture, but carries no session: expected one that Ravine exported\n");
    EXPECT_FALSE(std::filesystem::exists(folder / "x.png"));
}

TEST_F(CarriedByAPicture, NoPartOfAnotherOneIsLeftWhereThereIsNoRoom) {
    const std::string whole = contents(folder / "s.png");
    const std::size_t before = files();
    for (const char* out : {"s.png", "fresh.png"}) {
        const std::string command = std::string("ulimit -f 8; exec \"$RAVINE\" render s.ravine.json -o ") + out;
        const Result result = shell(command, folder);
        EXPECT_EQ(result.status, 1);
        EXPECT_EQ(result.err, "ravine: error: cannot write '" + std::string(out) + "': file too large\n");
    }
    EXPECT_EQ(contents(folder / "s.png"), whole);
    EXPECT_EQ(files(), before);
}
