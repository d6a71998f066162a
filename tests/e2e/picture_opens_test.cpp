// A picture that the window has written opens as what it shows, and stays a picture.
#include <algorithm>

#include "app/session/session_json.h"
#include "tests/e2e/in_window.h"

using namespace ravine_test;
using Window = InWindow;

namespace {

ravine::Session himmelblau_at_rest() {
    ravine::Session session = opening_at_rest();
    ravine::choose_objective(session, "himmelblau");
    session.title = "]]> & \"∇\"";
    session.view.step = 23;
    return session;
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    return files;
}

}  // namespace

class PictureInWindow : public Window {
protected:
    /// Writes the picture of `session` by the window.
    std::filesystem::path exported(const ravine::Session& session) {
        Driver& w = open(session);
        w.press("e", "ctrl");
        eventually("picture", [&] { return files_in(pictures).size() == 1; });
        return files_in(pictures).front();
    }
    /// Ctrl+S asks where; this answers.
    ravine::Session saved_as(const std::string& name) {
        window->press("s", "ctrl");
        EXPECT_TRUE(window->has("file.name")) << "saved without asking: over the picture?";
        window->press("a", "ctrl");
        window->type(name);
        window->press("Return");
        return ravine::load_session(folder / (name + ".ravine.json"));
    }
};

TEST_F(PictureInWindow, IsListedInTheDialogAndOpensAsItsSession) {
    const std::filesystem::path picture = exported(himmelblau_at_rest());
    const std::string bytes = contents(picture);
    std::filesystem::rename(picture, folder / "figure.png");
    ravine::Session other = opening_at_rest();
    other.steps = 77;
    Driver& w = open(other);
    w.press("o", "ctrl");
    w.click("file.figure.png");
    w.click("file.accept");
    EXPECT_FALSE(w.has("message0.close"));
    EXPECT_EQ(saved_as("from the picture"), himmelblau_at_rest());
    EXPECT_EQ(contents(folder / "figure.png"), bytes) << "the picture was written over";
    EXPECT_EQ(ravine::load_session(file), other) << "the session that was open before was written over";
}

TEST_F(PictureInWindow, OpensTheWindow) {
    const std::filesystem::path picture = exported(himmelblau_at_rest());
    const std::string bytes = contents(picture);
    open(std::vector<std::string>{picture.string()}).wait_for_rest();
    EXPECT_EQ(saved_as("from the picture"), himmelblau_at_rest());
    EXPECT_EQ(contents(picture), bytes) << "the picture was written over";
}

TEST_F(PictureInWindow, OfOthersCostsAMessageAndNotTheWork) {
    put(folder / "holiday.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    Driver& w = open(himmelblau_at_rest());
    w.press("o", "ctrl");
    w.click("file.holiday.svg");
    w.click("file.accept");
    EXPECT_TRUE(w.has("message0.close"));
    EXPECT_EQ(w.saved(file), himmelblau_at_rest());
}
