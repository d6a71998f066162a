#include "bench/window/measured_window.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include "app/session/session_json.h"
#include "bench/window/hand.h"

namespace ravine_bench {

using ravine_test::eventually;
using ravine_test::Place;

namespace {

/// Writes what the window finds in its home, and gives how it is started.
ravine_test::Start start_of(const Opening& opening, const std::filesystem::path& home) {
    std::vector<std::string> command = {RAVINE_EXECUTABLE, "--size", fmt::format("{}x{}", opening.width, opening.height),
                                        "--scale", "1"};
    if (opening.session) {
        const std::filesystem::path file = home / "session.ravine.json";
        ravine::save_session(*opening.session, file);
        command.push_back(file.string());
    }
    const std::filesystem::path settings = home / "config" / "ravine";
    std::filesystem::create_directories(settings);
    std::ofstream(settings / "settings.json") << opening.settings.dump();
    return {.command = command,
            .environment = {{"HOME", home.string()},
                            {"XDG_CONFIG_HOME", (home / "config").string()},
                            {"RAVINE_REST_FILE", (home / "rest.json").string()},
                            {"RAVINE_FRAME_LOG", (home / "frames").string()}},
            .output = home / "output"};
}

}  // namespace

Folder::Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "ravine-bench-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
    path_ = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

MeasuredWindow::MeasuredWindow(const Opening& opening)
    : width_(opening.width),
      height_(opening.height),
      start_(start_of(opening, folder_.path())),
      started_(now_ms()),
      process_(start_) {}

bool MeasuredWindow::open() {
    if (process_.running()) return true;
    throw std::runtime_error("the window closed by itself: " + ravine_test::contents(folder_.path() / "output"));
}

nlohmann::json MeasuredWindow::report() const {
    const std::string text = ravine_test::contents(folder_.path() / "rest.json");
    return text.empty() ? nlohmann::json{{"frames", 0}, {"controls", nlohmann::json::object()}} : nlohmann::json::parse(text);
}

double MeasuredWindow::first_frame_ms() {
    eventually("first frame of the window", [&] { return open() && !frames().empty(); });
    return frames().front().ended() - started_;
}

void MeasuredWindow::until_rest(const std::string& control) {
    // An event on its way, or an answer from beside the window, may come a moment later.
    constexpr int quiet_polls = 20;
    int quiet = 0;
    std::size_t known = 0;
    eventually(control.empty() ? "rest of the window" : "rest of the window with '" + control + "'", [&] {
        const std::size_t drawn = open() ? frames().size() : 0;
        const nlohmann::json said = report();
        const bool resting = drawn > 0 && drawn == known && said.at("frames") == drawn &&
                             (control.empty() || said.at("controls").contains(control));
        quiet = resting ? quiet + 1 : 0;
        known = drawn;
        return quiet >= quiet_polls;
    });
}

Place MeasuredWindow::place(const std::string& control) const {
    const nlohmann::json controls = report().at("controls");
    if (!controls.contains(control)) throw std::runtime_error("the window shows no control '" + control + "'");
    const auto corners = controls.at(control).get<std::vector<double>>();
    const Place place{corners.at(0), corners.at(1), corners.at(2), corners.at(3)};
    if (place.x0 < 0 || place.y0 < 0 || place.x1 > width_ || place.y1 > height_)
        throw std::runtime_error("the control '" + control + "' is not inside of the window");
    return place;
}

Frames MeasuredWindow::drawn(double from, double to, std::size_t least, const std::string& what) const {
    Frames drawn = drawn_between(frames(), from, to);
    if (drawn.size() < least)
        throw std::runtime_error(
            fmt::format("the window did not follow {}: {} frames, expected {} at least", what, drawn.size(), least));
    return drawn;
}

double MeasuredWindow::resident_megabytes() const {
    std::ifstream status(fmt::format("/proc/{}/status", process_.id()));
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
    }
    throw std::runtime_error("the system does not say how much memory the window has");
}

}  // namespace ravine_bench
