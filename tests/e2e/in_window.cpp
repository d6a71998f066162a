#include "tests/e2e/in_window.h"

#include <cstdlib>
#include <fstream>

#include <nlohmann/json.hpp>

#include "app/session/session_json.h"

namespace ravine_test {

void InWindow::SetUp() {
    for (const char* program : {"Xvfb", "xdotool"}) {
        if (on_path(program)) continue;
        // Where tests are to be complete, one that cannot run has failed.
        if (std::getenv("CI") != nullptr)
            FAIL() << program << " is missing: install the packages of third_party/debian-packages.txt";
        GTEST_SKIP() << program << " is missing: the window is not tested; './dev test' installs it";
    }
    std::string pattern = (std::filesystem::temp_directory_path() / "ravine-e2e-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder = pattern;
    pictures = folder / "pictures";
    file = folder / "work.ravine.json";
    std::filesystem::create_directories(pictures);
    std::filesystem::create_directories(folder / "config" / "ravine");
    const nlohmann::json settings = {{"session_folder", folder.string()},
                                     {"export_folder", pictures.string()},
                                     {"export_width", 640},
                                     {"export_height", 360},
                                     {"export_scale", 2}};
    put(folder / "config" / "ravine" / "settings.json", settings.dump());
    screen = std::make_unique<Screen>(folder);
}

void InWindow::TearDown() {
    window.reset();
    screen.reset();
    if (!folder.empty()) std::filesystem::remove_all(folder);
}

Driver& InWindow::open(const std::vector<std::string>& arguments) {
    window.reset();
    std::filesystem::remove(folder / "rest.json");
    window = std::make_unique<Driver>(*screen, folder, arguments);
    return *window;
}

Driver& InWindow::open(const ravine::Session& session) {
    ravine::save_session(session, file);
    Driver& opened = open(std::vector<std::string>{file.string()});
    opened.wait_for_rest();
    return opened;
}

void InWindow::put(const std::filesystem::path& to, const std::string& text) const {
    std::ofstream(to, std::ios::binary) << text;
}

double& value_of(ravine::Session& session, int optimizer, const std::string& param) {
    ravine::OptimizerChoice& choice = session.optimizers.at(static_cast<std::size_t>(optimizer));
    const int k = ravine::index_of(ravine::find_optimizer(choice.id)->params, param);
    return choice.params.at(static_cast<std::size_t>(k));
}

ravine::Session opening_at_rest() {
    ravine::Session session = ravine::opening_session();
    session.view.step = 50;
    return session;
}

double value_of(const ravine::Session& session, int optimizer, const std::string& param) {
    ravine::Session copy = session;
    return value_of(copy, optimizer, param);
}

}  // namespace ravine_test
