// The commands: everything but the window.
#pragma once

#include <filesystem>
#include <optional>

#include "app/session/session.h"

namespace ravine {

/// What the window is to open with.
struct WindowRequest {
    std::optional<std::filesystem::path> file;
    int width = 0, height = 0;  ///< 0: as last time, or what suits the screen
    float scale = 0;            ///< 0: as the monitor says
};

/// Parses the command line. Where it is a command, does it and gives the exit status; where it asks for the window, gives what
/// the window opens with. Every error is one line on standard error, "ravine: error: ...".
struct CommandLine {
    std::optional<WindowRequest> window;
    int status = 0;
};
CommandLine command_line(int argc, char** argv);

}  // namespace ravine
