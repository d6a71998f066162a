// How an exported picture is called.
#include <fstream>

#include <gtest/gtest.h>

#include "app/export/picture.h"

using namespace ravine;

namespace {

class PictureName : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (std::filesystem::temp_directory_path() / "ravine-names-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
        session.view.step = 120;
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::string name() const { return free_picture_name(session, folder).filename().string(); }

    std::filesystem::path folder;
    Session session = opening_session();
};

}  // namespace

TEST_F(PictureName, SaysWhatIsInThePicture) {
    EXPECT_EQ(name(), "rosenbrock-adagrad-rmsprop-step120.png");
    session.view.layout = Layout::single;
    session.optimizers[0].shown = false;
    EXPECT_EQ(name(), "rosenbrock-rmsprop-step120.png");
    session.view.layout = Layout::grid;
    EXPECT_EQ(name(), "rosenbrock-grid-rmsprop-step120.png");
}

TEST_F(PictureName, CountsManyOptimizers) {
    while (session.optimizers.size() < 7) session.optimizers.push_back(new_optimizer(session, "adam"));
    session.view.layout = Layout::grid;
    EXPECT_EQ(name(), "rosenbrock-grid-7-optimizers-step120.png");
}

TEST_F(PictureName, IsNotTakenYet) {
    const std::string first = name();
    std::ofstream(folder / first) << "taken";
    EXPECT_EQ(name(), "rosenbrock-adagrad-rmsprop-step120-2.png");
}
