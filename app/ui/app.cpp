#include "app/ui/app.h"

#define GLFW_INCLUDE_NONE
#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <GLFW/glfw3.h>
#include <imgui.h>

#include "app/gl/window.h"
#include "app/session/paths.h"
#include "app/ui/attempt.h"
#include "app/ui/commands.h"
#include "app/ui/context_menu.h"
#include "app/ui/files.h"
#include "app/ui/frame_log.h"
#include "app/ui/frame_pacer.h"
#include "app/ui/gallery.h"
#include "app/ui/gui.h"
#include "app/ui/kept_settings.h"
#include "app/ui/keys.h"
#include "app/ui/main_view.h"
#include "app/ui/panels.h"
#include "app/ui/regions.h"
#include "app/ui/rest_report.h"
#include "app/ui/window_events.h"
#include "app/ui/workbench.h"

namespace ravine {

namespace {

constexpr double caret_blink = 0.4;  // seconds

/// The least of the times that are not negative; negative where all are.
double soonest(std::initializer_list<double> seconds) {
    double least = -1;
    for (const double s : seconds)
        if (s >= 0 && (least < 0 || s < least)) least = s;
    return least;
}

gl::WindowSize opening_size(const AppRequest& request, const Settings& settings) {
    return {request.width > 0 ? request.width : settings.window_width,
            request.height > 0 ? request.height : settings.window_height};
}

}  // namespace

struct App::Parts {
    explicit Parts(AppRequest request)
        : scale(request.scale),
          bench(std::move(request.session), request.file),
          kept(config_folder() / "settings.json"),
          window(opening_size(request, settings), "Ravine"),
          data(data_folder()) {
        attempt(bench.messages, [&] { rules = published_rules(data / "rules"); });
        bench.playback.playing = request.motion == AppRequest::Motion::plays;
    }

    void run() {
        while (!files.left()) {
            draw();
            leave_where_asked();
            const bool typing = ImGui::GetIO().WantTextInput;
            const double timer =
                soonest({typing ? caret_blink : -1, bench.messages.next_expiry(glfwGetTime()), map.due(), tuning.due()});
            pacer.wait(bench.playback.playing || painter.unfinished(), timer, [&] {
                if (!view.is_refining()) report.write(controls, log.frames());
            });
        }
        remember_size();
        remember_formula_typed();
        // Also with a button held: there is no later.
        attempt(bench.messages, [&] { kept.keep(); });
    }

    void draw() {
        log.begin();
        const std::int64_t runs_before = bench.runs_computed();
        const double now = glfwGetTime();
        const double elapsed = last_draw > 0 ? now - last_draw : 0;
        last_draw = now;
        const Theme& colors = theme(bench.session.view.theme);
        if (events.take_exposed()) gui.lose_picture();
        gui.adopt(colors, window_scale());
        gui.begin_frame();
        // Drafts are for those who wait for every pixel.
        painter.begin_frame(window.keeps_its_picture() ? std::optional(now) : std::nullopt);
        controls.clear();
        const KeyMeanings keys = take_keys();
        if (const std::filesystem::path dropped = events.take_dropped(); !dropped.empty()) {
            menu.close();  // its lines are about what is gone
            files.open_dropped(dropped);
        }
        bench.playback.advance(std::min(elapsed, 0.25), bench.last_step());
        bench.messages.expire(now);

        Ui ui{.bench = bench,
              .settings = settings,
              .entry = entry,
              .drafts = drafts,
              .gallery = gallery,
              .menu = menu,
              .map = map,
              .tuning = tuning,
              .rules = rules,
              .painter = painter,
              .fonts = gui.fonts(),
              .theme = colors,
              .unit = gui.fonts().scale(),
              .now = now,
              .controls = controls,
              .focus = focus,
              .escape = keys.escape,
              .keys = keys.codes};
        commands.perform(view.draw(ui));
        gallery.draw(ui, regions_of(ui).stage);
        files.draw(ui);
        commands.draw(ui);
        commands.perform(menu.draw(ui));
        message_list(ui);
        if (settings.aside != Aside::map || settings.presenting) map.pause();
        if (!ImGui::IsAnyMouseDown() && entry.slider == 0) bench.settle();
        const std::int64_t pixels = gui.end_frame();
        if (!ImGui::GetIO().WantTextInput) remember_formula_typed();
        remember();
        name_window();
        log.end({.pixels = pixels, .runs = bench.runs_computed() - runs_before});
        pacer.drawn(now);
    }

    /// Does what the keys ask for that no text field, no dialog and no control wants.
    KeyMeanings take_keys() {
        const KeyTakers takers{.typing = ImGui::GetIO().WantTextInput,
                               .dialog = files.asking() || commands.listing() || gallery.visible() || focus.in_list(),
                               .help = commands.listing_keys(),
                               .presenting = settings.presenting,
                               .surface = bench.session.view.layout == Layout::surface};
        KeyMeanings keys = meanings_of(events.take_keys(), takers, focus);
        for (const Action action : keys.actions) commands.perform(action);
        for (const auto [key, modifiers] : keys.camera) move_by_key(bench.session.view.camera, key, modifiers, keys.keyboard);
        keys.focus.leave = keys.focus.leave || ImGui::IsMouseClicked(0);
        focus.begin_frame(keys.focus);
        return keys;
    }

    /// Pixels per unit. A presentation is read from the back of the room.
    float window_scale() const {
        const float base = scale > 0 ? scale : window.content_scale();
        return base * settings.text_scale * (settings.presenting ? 1.5F : 1.0F);
    }

    void name_window() {
        const std::string name = bench.file().empty() ? "Ravine" : bench.file().filename().string() + " – Ravine";
        if (name == title) return;
        title = name;
        glfwSetWindowTitle(window.handle(), title.c_str());
    }

    void leave_where_asked() {
        if (glfwWindowShouldClose(window.handle()) == GLFW_FALSE) return;
        glfwSetWindowShouldClose(window.handle(), GLFW_FALSE);
        files.leave();
        pacer.stir();
    }

    /// A formula that was typed is among the recent ones as soon as typing ends, in whatever way.
    void remember_formula_typed() {
        if (!drafts.formula.empty()) remember_formula(settings, std::exchange(drafts.formula, {}));
    }

    /// Settings that changed are written once nothing is held.
    void remember() {
        if (ImGui::IsAnyMouseDown() || files.asking_how_to_export()) return;
        attempt(bench.messages, [&] { kept.keep(); });
    }

    /// The size that the window opens with next time; a presentation's is the screen's.
    void remember_size() {
        if (settings.presenting) return;
        glfwGetWindowSize(window.handle(), &settings.window_width, &settings.window_height);
    }

    // In the order in which they need each other: the window's own callbacks are set before Gui's, which call them.
    float scale;
    Workbench bench;
    KeptSettings kept;
    Settings& settings = kept.now;
    gl::Window window;
    std::filesystem::path data;
    FramePacer pacer;
    WindowEvents events{window, pacer};
    Gui gui{window, data / "fonts"};
    ScreenPainter painter{data / "shaders"};
    std::vector<PublishedRule> rules;
    Files files{bench, settings, data / "fonts"};
    LiveMap map{[this] { pacer.call(); }};
    Commands commands{{bench, settings, window, files, pacer, map, rules}};
    ContextMenu menu;
    MainView view{[this] { pacer.call(); }};
    Gallery gallery{[this] { pacer.call(); }};
    LiveTuning tuning{[this] { pacer.call(); }};
    Entry entry;
    Drafts drafts;
    Focus focus;
    std::vector<Control> controls;
    std::string title = "Ravine";
    FrameLog log;
    RestReport report;
    double last_draw = 0;
};

App::App(AppRequest request) : parts_(std::make_unique<Parts>(std::move(request))) {}

App::~App() = default;

void App::run() { parts_->run(); }

}  // namespace ravine
