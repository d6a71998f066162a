#include "tests/e2e/driver.h"

#include <cmath>
#include <iterator>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "app/session/session_json.h"

namespace ravine_test {

namespace {

std::map<std::string, std::string> with(std::map<std::string, std::string> base, const std::map<std::string, std::string>& more) {
    base.insert(more.begin(), more.end());
    return base;
}

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& then) {
    first.insert(first.end(), then.begin(), then.end());
    return first;
}

std::string whole(double v) { return std::to_string(std::lround(v)); }

nlohmann::json read_report(const std::filesystem::path& file) {
    const std::string text = contents(file);
    return text.empty() ? nlohmann::json::object() : nlohmann::json::parse(text);
}

}  // namespace

Screen::Screen(const std::filesystem::path& folder) {
    const std::filesystem::path number = folder / "display";
    // Keys that are held for long on a slow machine must not repeat (-r).
    const std::string command = "exec Xvfb -displayfd 3 -screen 0 1280x960x24 -dpi 96 -nolisten tcp -noreset -r 3>\"$0\"";
    server_ = std::make_unique<Process>(
        Start{.command = {"sh", "-c", command, number.string()}, .environment = {}, .output = folder / "screen.log"});
    eventually("screen from Xvfb: " + contents(folder / "screen.log"), [&] {
        if (!server_->running()) throw std::runtime_error("Xvfb does not start: " + contents(folder / "screen.log"));
        return contents(number).ends_with('\n');
    });
    display_ = ":" + contents(number);
    display_.pop_back();
}

std::map<std::string, std::string> Screen::environment() const {
    return {{"DISPLAY", display_}, {"WAYLAND_DISPLAY", ""}, {"XDG_SESSION_TYPE", "x11"}, {"LIBGL_ALWAYS_SOFTWARE", "1"}};
}

Driver::Driver(const Screen& screen, const std::filesystem::path& folder, const std::vector<std::string>& arguments)
    : environment_(with(screen.environment(), {{"HOME", folder.string()},
                                               {"XDG_CONFIG_HOME", (folder / "config").string()},
                                               {"RAVINE_REST_FILE", (folder / "rest.json").string()},
                                               {"RAVINE_FRAME_LOG", (folder / "frames").string()}})),
      report_(folder / "rest.json"),
      log_(folder / "frames"),
      process_(Start{.command = joined({RAVINE_EXECUTABLE, "--size", "1280x960"}, arguments),
                     .environment = environment_,
                     .output = folder / "ravine.log"}) {
    const auto log = [folder] { return contents(folder / "ravine.log"); };
    const auto shown = [&] {
        if (!process_.running()) throw std::runtime_error("the window closed by itself: " + log());
        return run({.command = {"xdotool", "search", "--onlyvisible", "--class", "ravine"},
                    .environment = environment_,
                    .output = {}}) == 0;
    };
    eventually("window on the screen", shown);
    xdotool({"search", "--onlyvisible", "--class", "ravine", "windowfocus"});
}

// --- what the window says ----------------------------------------------------------------------------------------------

int Driver::frames() const { return read_report(report_).value("frames", 0); }

bool Driver::has(const std::string& control) const {
    const nlohmann::json report = read_report(report_);
    return report.contains("controls") && report["controls"].contains(control);
}

Place Driver::place(const std::string& control) const {
    if (!has(control)) throw std::runtime_error("the window shows no control '" + control + "'");
    const auto corners = read_report(report_)["controls"][control].get<std::vector<double>>();
    return {corners.at(0), corners.at(1), corners.at(2), corners.at(3)};
}

// --- a window at rest --------------------------------------------------------------------------------------------------

void Driver::xdotool(std::vector<std::string> words) const {
    words.insert(words.begin(), "xdotool");
    if (run({.command = words, .environment = environment_, .output = {}}) != 0) {
        throw std::runtime_error("xdotool could not do: " + words.at(1));
    }
}

void Driver::wait_for_rest() {
    constexpr double quiet = 0.04, little = 0.004;  // seconds
    eventually("rest of the window", [&] {
        if (!process_.running()) throw std::runtime_error("the window closed by itself");
        if (frames() == 0) return false;
        const double before = process_.processor_seconds();
        pause(quiet);
        return process_.asleep() && process_.processor_seconds() - before < little;
    });
}

void Driver::act(std::vector<std::string> words) {
    // An event is worth three frames; fewer may be a caret that blinks.
    const int enough = frames() + 3;
    xdotool(std::move(words));
    eventually("frame after what the person did", [&] {
        if (!process_.running()) throw std::runtime_error("the window closed by itself");
        return frames() >= enough;
    });
    wait_for_rest();
}

void Driver::move(Spot to) {
    // A pointer that is there already moves away first: the window hears of every movement.
    act({"mousemove", whole(to.x + 2), whole(to.y), "mousemove", whole(to.x), whole(to.y)});
}

void Driver::click(Spot at) {
    move(at);
    act({"mousedown", "1"});
    act({"mouseup", "1"});
}

void Driver::click_holding(const std::string& modifier, Spot at) {
    move(at);
    act({"keydown", modifier});
    act({"mousedown", "1"});
    act({"mouseup", "1"});
    act({"keyup", modifier});
}

void Driver::right_click(Spot at) {
    move(at);
    act({"mousedown", "3"});
    act({"mouseup", "3"});
}

void Driver::double_click(Spot at) {
    move(at);
    act({"click", "--repeat", "2", "--delay", "100", "1"});
}

std::vector<std::string> Driver::path(Spot from, Spot to) const {
    constexpr int steps = 12;
    std::vector<std::string> words;
    for (int i = 1; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        words = joined(std::move(words),
                       {"mousemove", whole(from.x + t * (to.x - from.x)), whole(from.y + t * (to.y - from.y)), "sleep", "0.02"});
    }
    return words;
}

void Driver::drag(Spot from, Spot to, const std::string& button) {
    move(from);
    act({"mousedown", button});
    act(path(from, to));
    act({"mouseup", button});
}

void Driver::wheel(Spot at, int notches) {
    move(at);
    for (int i = 0; i < std::abs(notches); ++i) act({"click", notches > 0 ? "4" : "5"});
}

void Driver::press(const std::string& key, const std::string& modifier) {
    if (modifier.empty()) {
        act({"keydown", key});
        act({"keyup", key});
    } else {
        act({"keydown", modifier, "keydown", key});
        act({"keyup", key, "keyup", modifier});
    }
}

void Driver::type(const std::string& text) { act({"type", "--delay", "20", text}); }

void Driver::hide_and_show() {
    act({"search", "--onlyvisible", "--class", "ravine", "windowunmap", "--sync", "windowmap", "--sync", "windowfocus"});
}

Picture Driver::picture(const std::filesystem::path& file) const {
    if (run({.command = {"import", "-window", "root", file.string()}, .environment = environment_, .output = {}}) != 0) {
        throw std::runtime_error("import could not read the screen");
    }
    return read_png(file);
}

void Driver::type_value(const std::string& slider, const std::string& text) {
    move(place(slider).at(0.5));
    act({"keydown", "ctrl"});
    act({"mousedown", "1"});
    act({"mouseup", "1"});
    act({"keyup", "ctrl"});
    type(text);
    press("Return");
}

// --- a window that moves -----------------------------------------------------------------------------------------------

void Driver::press_now(const std::string& key) { xdotool({"key", key}); }

void Driver::click_now(Spot at) {
    xdotool({"mousemove", whole(at.x), whole(at.y), "sleep", "0.3", "mousedown", "1", "sleep", "0.3", "mouseup", "1", "sleep",
             "0.3"});
}

void Driver::drag_now(Spot from, Spot to) {
    const std::vector<std::string> down = {"mousemove", whole(from.x), whole(from.y), "sleep", "0.3",
                                           "mousedown", "1",           "sleep",       "0.3"};
    xdotool(joined(joined(down, path(from, to)), {"sleep", "0.3", "mouseup", "1", "sleep", "0.3"}));
}

ravine::Session Driver::saved(const std::filesystem::path& file) {
    std::filesystem::remove(file);
    press("s", "ctrl");
    eventually("saved session", [&] { return std::filesystem::exists(file); });
    return ravine::load_session(file);
}

}  // namespace ravine_test
