// Ravine's window with a home of its own, and what it says while it is being measured.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "app/session/session.h"
#include "bench/window/frame_figures.h"
#include "tests/e2e/place.h"
#include "tests/e2e/process.h"

namespace ravine_bench {

/// A temporary folder, gone with its owner.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// What a window opens with.
struct Opening {
    std::optional<ravine::Session> session = {};         ///< nothing: as a new user starts it
    int width = 1920, height = 1080;                     ///< pixels
    nlohmann::json settings = nlohmann::json::object();  ///< those that are not the defaults
};

/// Every member throws std::runtime_error where the window closes by itself or does not answer within a minute.
class MeasuredWindow {
public:
    explicit MeasuredWindow(const Opening& opening);

    /// From the start of the process until its first frame was on its way to the screen.
    double first_frame_ms();

    /// Waits until it has drawn all that was to be drawn, and shows a control of this name. Where none is named, what is computed
    /// beside the window may go on.
    void until_rest(const std::string& control = {});
    /// Where a control was when it last went to rest; it must be inside of the window.
    ravine_test::Place place(const std::string& control) const;

    Frames frames() const { return ravine_test::read_frames(log()); }
    /// Those with something to draw between two times. Throws std::runtime_error, "the window did not follow ...", where there
    /// are fewer than `least`.
    Frames drawn(double from, double to, std::size_t least, const std::string& what) const;

    double processor_seconds() const { return process_.processor_seconds(); }
    double resident_megabytes() const;

private:
    std::filesystem::path log() const { return folder_.path() / "frames"; }
    nlohmann::json report() const;
    bool open();

    Folder folder_;
    int width_, height_;
    ravine_test::Start start_;
    double started_;  ///< milliseconds since 1970
    ravine_test::Process process_;
};

}  // namespace ravine_bench
