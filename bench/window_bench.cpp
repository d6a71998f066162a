// Times the real window on the screen that DISPLAY names: start, frames, rest, memory, each beside its limit and beside what an
// empty Dear ImGui window of the same size costs there. `./dev bench` gives it a screen of 1920 × 1080 with software OpenGL.
#define GLFW_INCLUDE_NONE
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <fmt/format.h>
#include <glad/gl.h>
#include <imgui.h>
#include <nlohmann/json.hpp>

#include "tests/e2e/process.h"

namespace {

using ravine_test::Process;

constexpr int width = 1920, height = 1080;
constexpr int starts = 5;  // counted, after one that is not
constexpr double rest_seconds = 10;
constexpr double start_limit = 500, frame_limit = 16.7, rest_limit = 1, memory_limit = 150;

/// Two runs of 500 steps, at their start.
constexpr const char* session = R"({"ravine": 1, "objective": {"id": "rosenbrock"}, "start": [-1.5, 2], "steps": 500,
  "optimizers": [{"id": "adagrad", "params": {"lr": 0.3}}, {"id": "rmsprop", "params": {"lr": 0.01}}],
  "view": {"layout": "compare", "step": 0}})";

double milliseconds_since_1970() {
    return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
}

class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "ravine-bench-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
        path = pattern;
        std::ofstream(path / "session.ravine.json") << session;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;

    std::filesystem::path path;
};

/// The window, and what it says when it goes to rest.
struct Ravine {
    explicit Ravine(const Folder& folder)
        : report(folder.path / "rest.json"),
          forgotten(std::filesystem::remove(report)),
          begun(milliseconds_since_1970()),
          process({.command = {RAVINE_EXECUTABLE, "--size", fmt::format("{}x{}", width, height), "--scale", "1",
                               (folder.path / "session.ravine.json").string()},
                   .environment = {{"HOME", folder.path.string()},
                                   {"XDG_CONFIG_HOME", (folder.path / "config").string()},
                                   {"RAVINE_REST_FILE", report.string()}},
                   .output = folder.path / "log"}) {}

    /// What it said last, once it has drawn at least `frames` frames.
    nlohmann::json at_rest(int frames) {
        nlohmann::json said;
        ravine_test::eventually("rest of the window", [&] {
            if (!process.running()) throw std::runtime_error("the window closed by itself");
            const std::string text = ravine_test::contents(report);
            if (!text.empty()) said = nlohmann::json::parse(text);
            return !text.empty() && said.at("frames").get<int>() >= frames;
        });
        return said;
    }

    double resident_megabytes() const {
        std::ifstream status(fmt::format("/proc/{}/status", process.id()));
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with("VmRSS:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
        }
        throw std::runtime_error("the system does not say how much memory the window has");
    }

    std::filesystem::path report;
    bool forgotten;  ///< a report of an earlier window
    double begun;    ///< milliseconds since 1970
    Process process;
};

double first_frame_ms(const Folder& folder) {
    Ravine window(folder);
    return window.at_rest(1).at("first_frame_at").get<double>() - window.begun;
}

double median_start_ms(const Folder& folder) {
    first_frame_ms(folder);
    std::vector<double> times;
    for (int i = 0; i < starts; ++i) times.push_back(first_frame_ms(folder));
    std::sort(times.begin(), times.end());
    return times[starts / 2];
}

struct Figures {
    double mean_frame_ms, slowest_frame_ms, rest_percent, megabytes;
};

Figures played_back(const Folder& folder) {
    Ravine window(folder);
    const nlohmann::json before = window.at_rest(1);
    ravine_test::pause(0.5);
    if (ravine_test::run({.command = {"xdotool", "search", "--onlyvisible", "--class", "ravine", "windowfocus", "key", "space"},
                          .environment = {},
                          .output = {}}) != 0) {
        throw std::runtime_error("xdotool could not press Space");
    }
    // Twelve seconds and a half of playing: far more frames than any event is worth.
    const nlohmann::json after = window.at_rest(before.at("frames").get<int>() + 60);
    const double frames = after.at("frames").get<double>() - before.at("frames").get<double>();
    const double used = window.process.processor_seconds();
    ravine_test::pause(rest_seconds);
    return {.mean_frame_ms = (after.at("total_frame_ms").get<double>() - before.at("total_frame_ms").get<double>()) / frames,
            .slowest_frame_ms = after.at("slowest_frame_ms").get<double>(),
            .rest_percent = 100 * (window.process.processor_seconds() - used) / rest_seconds,
            .megabytes = window.resident_megabytes()};
}

/// Mean time of a frame in which ImGui has nothing to show.
double empty_window_ms() {
    constexpr int warm_up = 20, counted = 200;
    if (glfwInit() == GLFW_FALSE) throw std::runtime_error("no display: './dev bench' brings one");
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    GLFWwindow* const window = glfwCreateWindow(width, height, "empty", nullptr, nullptr);
    if (window == nullptr) throw std::runtime_error("no OpenGL 3.3 on this display");
    glfwMakeContextCurrent(window);
    gladLoadGL(glfwGetProcAddress);
    glfwSwapInterval(0);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    double begun = 0;
    for (int i = 0; i < warm_up + counted; ++i) {
        if (i == warm_up) begun = glfwGetTime();
        glfwPollEvents();
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
        ImGui::NewFrame();
        ImGui::Render();
        glViewport(0, 0, width, height);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        glfwSwapBuffers(window);
    }
    const double mean = (glfwGetTime() - begun) * 1000 / counted;
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(window);
    glfwTerminate();
    return mean;
}

void row(const char* what, double value, const char* unit, double limit = 0) {
    fmt::print("{:<58} {:>9.1f} {:<3}", what, value, unit);
    if (limit > 0) fmt::print("{:>9.1f} {:<3} {}", limit, unit, value <= limit ? "kept" : "EXCEEDED");
    fmt::print("\n");
}

}  // namespace

int main() {
    try {
        const Folder folder;
        const double start = median_start_ms(folder);
        const Figures figures = played_back(folder);
        const double empty = empty_window_ms();
        fmt::print("{:<58} {:>13}{:>13}\n", fmt::format("ravine's window, {} × {}", width, height), "measured", "limit");
        row("start to first frame, median of 5", start, "ms", start_limit);
        row("frame, two panes playing 500 steps, mean", figures.mean_frame_ms, "ms", frame_limit);
        row("frame, slowest of all but the first", figures.slowest_frame_ms, "ms");
        row("frame of an empty Dear ImGui window, mean", empty, "ms");
        row("processor time, 10 s after playback ended", figures.rest_percent, "%", rest_limit);
        row("resident memory", figures.megabytes, "MB", memory_limit);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "window_bench: {}\n", error.what());
        return 1;
    }
}
