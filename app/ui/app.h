// The window: draws a frame when something happened, and sleeps otherwise.
#pragma once

#include <filesystem>
#include <memory>

#include "app/session/session.h"

namespace ravine {

struct AppRequest {
    Session session;             ///< what to begin with
    std::filesystem::path file;  ///< where it is saved to; empty: nowhere yet
    enum class Motion { rests, plays } motion = Motion::rests;
    int width = 0, height = 0;  ///< 0: most of the screen
    float scale = 0;            ///< pixels per unit; 0: as the monitor says
};

class App {
public:
    /// Opens the window. Throws with one sentence where that cannot be done.
    explicit App(AppRequest request);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;
    App(App&&) = delete;
    App& operator=(App&&) = delete;

    /// Until the person closes the window.
    void run();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace ravine
