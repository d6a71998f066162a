// Drives the real window as a person does: pointer, wheel and keys through a private X server. After each movement it waits until
// the window has drawn what follows from it.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "tests/e2e/frames.h"
#include "tests/e2e/place.h"
#include "tests/e2e/png_file.h"
#include "tests/e2e/process.h"

namespace ravine_test {

/// A screen that nobody sees.
class Screen {
public:
    /// `folder` must outlive it.
    explicit Screen(const std::filesystem::path& folder);
    /// What a program needs to draw on it.
    std::map<std::string, std::string> environment() const;

private:
    std::unique_ptr<Process> server_;
    std::string display_;
};

class Driver {
public:
    /// Opens the window on `screen` with `arguments`. The settings are those in `folder`/config.
    Driver(const Screen& screen, const std::filesystem::path& folder, const std::vector<std::string>& arguments);

    Process& process() { return process_; }

    // --- what the window says ------------------------------------------------------------------------------------------

    /// How many frames it had drawn when it last went to rest; 0: it has not been at rest yet.
    int frames() const;
    /// Every frame that it has drawn.
    Frames frame_log() const { return read_frames(log_); }
    bool has(const std::string& control) const;
    /// Where a control is. Throws where there is none of this name.
    Place place(const std::string& control) const;

    // --- for a window at rest: each returns when it is at rest again ---------------------------------------------------

    void wait_for_rest();
    void move(Spot to);
    void click(Spot at);
    void click(const std::string& control) { click(place(control).at(0.5)); }
    void click_holding(const std::string& modifier, Spot at);
    void double_click(Spot at);
    void right_click(Spot at);
    void drag(Spot from, Spot to, const std::string& button = "1");
    void wheel(Spot at, int notches);  ///< above 0: away from the person
    void press(const std::string& key, const std::string& modifier = {});
    void type(const std::string& text);
    /// Ctrl+clicks the value of a slider, types, and accepts.
    void type_value(const std::string& slider, const std::string& text);

    /// Takes the window off the screen and puts it back: what it showed is lost.
    void hide_and_show();
    /// What is on the screen. `file` is for the picture on its way.
    Picture picture(const std::filesystem::path& file) const;

    // --- for a window that moves: they do not wait ---------------------------------------------------------------------

    void press_now(const std::string& key);
    void click_now(Spot at);
    void drag_now(Spot from, Spot to);

    /// Saves with Ctrl+S to the file that the window was opened with, and reads it.
    ravine::Session saved(const std::filesystem::path& file);

private:
    void xdotool(std::vector<std::string> words) const;
    /// Does something, then waits until the window has drawn and sleeps.
    void act(std::vector<std::string> words);
    std::vector<std::string> path(Spot from, Spot to) const;

    std::map<std::string, std::string> environment_;
    std::filesystem::path report_, log_;
    Process process_;
};

}  // namespace ravine_test
