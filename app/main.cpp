// Decides: a command, or the window.
#include <cstdio>
#include <exception>
#include <utility>

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/export/opened_session.h"
#include "app/session/session.h"
#include "app/ui/app.h"

int main(int argc, char** argv) {
    using namespace ravine;
    try {
        const CommandLine line = command_line(argc, argv);
        if (!line.window) return line.status;
        const WindowRequest& asked = *line.window;
        OpenedSession opened = asked.file ? open_session(*asked.file) : OpenedSession{opening_session()};
        App app({.session = std::move(opened.session),
                 .file = asked.file ? save_target(opened.from, *asked.file) : "",
                 .motion = asked.file ? AppRequest::Motion::rests : AppRequest::Motion::plays,
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
