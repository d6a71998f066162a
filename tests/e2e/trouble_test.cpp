// Bad input: it costs a message, never the work.
#include <algorithm>

#include "app/session/session_json.h"
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

constexpr double notes_last = 8;  // seconds; problems stay

ravine::Session some_work() {
    ravine::Session session = ravine::opening_session();
    session.start = {0.5, 0.25};
    session.view.step = 10;
    return session;
}

bool one_error_line(const std::string& text) {
    return text.starts_with("ravine: error: ") && std::count(text.begin(), text.end(), '\n') == 1 && text.ends_with('\n');
}

}  // namespace

TEST_F(Window, StaysAndSaysSoWhenThePictureCannotBeWritten) {
    std::filesystem::remove(pictures);
    put(pictures, "a file where the folder was");
    Driver& w = open(some_work());
    w.press("e", "ctrl");
    ASSERT_TRUE(w.has("message0.close"));
    pause(notes_last + 0.5);
    EXPECT_TRUE(w.has("message0.close")) << "a problem goes only when it is closed";
    EXPECT_EQ(contents(pictures), "a file where the folder was");
    w.click("message0.close");
    EXPECT_FALSE(w.has("message0.close"));
    EXPECT_EQ(w.saved(file), some_work());
}

TEST_F(Window, KeepsTheSessionWhenAnotherCannotBeRead) {
    put(folder / "broken.ravine.json", R"({"ravine": 1, "objective": {"id": "rosenbrok"}})");
    Driver& w = open(some_work());
    w.press("o", "ctrl");
    ASSERT_TRUE(w.has("file.name"));
    w.type("broken.ravine.json");
    w.press("Return");
    EXPECT_TRUE(w.has("message0.close"));
    EXPECT_FALSE(w.has("file.name"));
    EXPECT_EQ(w.saved(file), some_work());
}

TEST_F(Window, OpensAnotherSessionWithTheDialog) {
    ravine::Session other = ravine::opening_session();
    ravine::choose_objective(other, "himmelblau");
    ravine::save_session(other, folder / "other.ravine.json");
    Driver& w = open(some_work());
    w.press("o", "ctrl");
    w.click("file.other.ravine.json");
    w.click("file.accept");
    EXPECT_EQ(w.saved(folder / "other.ravine.json"), other);
    EXPECT_EQ(ravine::load_session(file), some_work());
}

TEST_F(Window, RefusesATypedValueBeyondTheLimits) {
    Driver& w = open(some_work());
    w.type_value("optimizer1.rho", "1.5");
    EXPECT_TRUE(w.has("message0.close"));
    EXPECT_EQ(w.saved(file), some_work());
}

TEST_F(Window, AsksBeforeChangesToAFileAreLost) {
    Driver& w = open(some_work());
    const Place rho = w.place("optimizer1.rho");
    w.drag(rho.at(0.3), rho.at(0.6));
    w.press("q", "ctrl");
    ASSERT_TRUE(w.has("quit.discard"));
    w.press("Escape");
    EXPECT_FALSE(w.has("quit.discard"));
    ASSERT_TRUE(w.process().running());
    EXPECT_EQ(ravine::load_session(file), some_work());
    const ravine::Session changed = w.saved(file);
    EXPECT_NE(changed, some_work());
    w.press_now("ctrl+q");
    EXPECT_EQ(w.process().wait(patience), 0);
    EXPECT_EQ(ravine::load_session(file), changed);
}

TEST_F(Window, IsNotOpenedForAFileThatIsNoSession) {
    put(folder / "broken.ravine.json", R"({"ravine": 1, "steps": )");
    const int status = run({.command = {RAVINE_EXECUTABLE, (folder / "broken.ravine.json").string()},
                            .environment = screen->environment(),
                            .output = folder / "words"});
    EXPECT_EQ(status, 1);
    EXPECT_TRUE(one_error_line(contents(folder / "words"))) << contents(folder / "words");
    EXPECT_NE(contents(folder / "words").find("broken.ravine.json"), std::string::npos) << contents(folder / "words");
}

TEST_F(Window, SaysInOneLineThatThereIsNoDisplay) {
    const int status = run(
        {.command = {RAVINE_EXECUTABLE}, .environment = {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}}, .output = folder / "words"});
    EXPECT_EQ(status, 1);
    EXPECT_TRUE(one_error_line(contents(folder / "words"))) << contents(folder / "words");
}
