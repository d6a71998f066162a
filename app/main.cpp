// Decides: a command, or the window.
#include <cstdio>
#include <exception>

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/session/session.h"
#include "app/session/session_json.h"
#include "app/ui/app.h"

int main(int argc, char** argv) {
    using namespace ravine;
    try {
        const CommandLine line = command_line(argc, argv);
        if (!line.window) return line.status;
        const WindowRequest& asked = *line.window;
        App app({.session = asked.file ? load_session(*asked.file) : opening_session(),
                 .file = asked.file,
                 .width = asked.width,
                 .height = asked.height,
                 .scale = asked.scale});
        app.run();
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "ravine: error: {}\n", error.what());
        return 1;
    }
}
