#include "app/ui/app.h"

#define GLFW_INCLUDE_NONE
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <imgui.h>

#include "app/export/map_picture.h"
#include "app/export/picture.h"
#include "app/gl/window.h"
#include "app/session/paths.h"
#include "app/ui/actions.h"
#include "app/ui/context_menu.h"
#include "app/ui/export_dialog.h"
#include "app/ui/file_dialog.h"
#include "app/ui/frame_pacer.h"
#include "app/ui/gallery.h"
#include "app/ui/gui.h"
#include "app/ui/help.h"
#include "app/ui/palette_entries.h"
#include "app/ui/panels.h"
#include "app/ui/quit_dialog.h"
#include "app/ui/regions.h"
#include "app/ui/rest_report.h"
#include "app/ui/settings.h"
#include "app/ui/stage.h"
#include "app/ui/workbench.h"

namespace ravine {

namespace {

constexpr double caret_blink = 0.4, fade = 0.3;  // seconds

/// The next of the sizes that Ctrl + and Ctrl − go through.
float text_scale_after(float now, int direction) {
    constexpr std::array<float, 9> sizes{0.5F, 0.67F, 0.8F, 0.9F, 1.0F, 1.15F, 1.35F, 1.7F, 2.2F};
    const auto nearest = std::ranges::min_element(sizes, {}, [&](float size) { return std::abs(size - now); });
    const auto place = std::clamp<std::ptrdiff_t>(nearest - sizes.begin() + direction, 0, std::ssize(sizes) - 1);
    return sizes[static_cast<std::size_t>(place)];
}

std::filesystem::path settings_file() { return config_folder() / "settings.json"; }

/// The palette says these with the other choices.
bool is_layout(Action action) {
    return action == Action::single || action == Action::compare || action == Action::grid || action == Action::surface;
}

/// The least of the times that are not negative; negative where all are.
double soonest(std::initializer_list<double> seconds) {
    double least = -1;
    for (const double s : seconds)
        if (s >= 0 && (least < 0 || s < least)) least = s;
    return least;
}

double milliseconds_since_1970() {
    return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
}

}  // namespace

struct App::Parts {
    explicit Parts(AppRequest request)
        : scale(request.scale),
          bench(std::move(request.session)),
          settings(load_settings(settings_file())),
          saved_settings(settings),
          window({request.width > 0 ? request.width : settings.window_width,
                  request.height > 0 ? request.height : settings.window_height},
                 "Ravine"),
          data(data_folder()) {
        listen();
        gui.emplace(window, data / "fonts");
        painter.emplace(data / "shaders");
        attempt([&] { rules = published_rules(data / "rules"); });
    }

    // --- events ---------------------------------------------------------------------------------------------------------

    static Parts& of(GLFWwindow* w) { return *static_cast<Parts*>(glfwGetWindowUserPointer(w)); }
    static void woken(GLFWwindow* w) { of(w).pacer.wake(); }
    static void exposed(GLFWwindow* w) {
        woken(w);
        if (of(w).gui) of(w).gui->lose_picture();
    }
    static void queued(GLFWwindow* w) {
        of(w).pacer.wake();
        of(w).pacer.queue();
    }

    /// Everything that happens to the window is a reason to draw. ImGui's callbacks, set later, call these.
    void listen() {
        GLFWwindow* w = window.handle();
        glfwSetWindowUserPointer(w, this);
        glfwSetKeyCallback(w, [](GLFWwindow* from, int key, int, int action, int modifiers) {
            queued(from);
            if (action != GLFW_RELEASE) of(from).pressed.push_back({key, modifiers});
        });
        glfwSetCursorPosCallback(w, [](GLFWwindow* from, double, double) { woken(from); });
        glfwSetMouseButtonCallback(w, [](GLFWwindow* from, int, int, int) { queued(from); });
        glfwSetScrollCallback(w, [](GLFWwindow* from, double, double) { woken(from); });
        glfwSetCharCallback(w, [](GLFWwindow* from, unsigned) { queued(from); });
        glfwSetCursorEnterCallback(w, [](GLFWwindow* from, int) { woken(from); });
        glfwSetWindowFocusCallback(w, [](GLFWwindow* from, int) { woken(from); });
        glfwSetFramebufferSizeCallback(w, [](GLFWwindow* from, int, int) { exposed(from); });
        glfwSetWindowRefreshCallback(w, exposed);
        glfwSetWindowCloseCallback(w, woken);
        glfwSetWindowContentScaleCallback(w, [](GLFWwindow* from, float, float) { woken(from); });
        glfwSetDropCallback(w, [](GLFWwindow* from, int count, const char** names) {
            woken(from);
            if (count > 0) of(from).dropped = names[0];
        });
    }

    // --- actions --------------------------------------------------------------------------------------------------------

    /// Does something that may fail; a failure becomes a message that stays until it is read.
    template <class Work>
    void attempt(Work&& work) {
        try {
            work();
        } catch (const std::exception& e) {
            bench.messages.problem(e.what(), glfwGetTime());
        }
    }

    void open(const std::filesystem::path& file) {
        attempt([&] {
            bench.open(file);
            remember_file(settings, file);
        });
    }

    /// What is dropped may be anything: the message says what was expected before it says why this is not that.
    void open_dropped(const std::filesystem::path& file) {
        attempt([&] {
            try {
                bench.open(file);
            } catch (const std::exception& e) {
                throw std::runtime_error(fmt::format("Expected a session, as Save writes it, but {}", e.what()));
            }
            remember_file(settings, file);
        });
    }

    void save(const std::filesystem::path& file) {
        attempt([&] {
            bench.save(file);
            remember_file(settings, file);
            bench.messages.note(fmt::format("Saved to {}", file.string()), glfwGetTime());
        });
    }

    void save_somewhere() {
        const std::string name =
            bench.file().empty() ? bench.session.objective + ".ravine.json" : bench.file().filename().string();
        files.show(FileDialog::Purpose::save, bench.file().empty() ? settings.session_folder : bench.file().parent_path(), name);
    }

    void export_picture() {
        attempt([&] {
            const Session session = bench.snapshot();
            const std::filesystem::path file = free_picture_name(session, settings.export_folder);
            if (!file_fonts) file_fonts.emplace(data / "fonts");
            write_picture(session, bench.runs(),
                          {settings.export_width, settings.export_height, static_cast<float>(settings.export_scale)}, *file_fonts,
                          file);
            bench.messages.note(fmt::format("Picture written to {}", file.string()), glfwGetTime());
        });
    }

    /// The map that is shown, in the size of the pictures.
    void export_map() {
        attempt([&] {
            const LiveMap::News news = map.news();
            const ChosenMap chosen = chosen_map(bench.session, settings.map);
            if (news.busy || news.result == nullptr || news.result->cell_size != 1 ||
                !fits(bench.session, chosen.request, news.result->plan))
                throw std::runtime_error("There is no complete map to write: expected one beside the picture (Ctrl+M)");
            const std::filesystem::path file = free_map_name(bench.session, settings.export_folder);
            if (!file_fonts) file_fonts.emplace(data / "fonts");
            write_map_picture({bench.session, news.result->plan, news.result->map, chosen.measure},
                              {settings.export_width, settings.export_height, static_cast<float>(settings.export_scale)},
                              *file_fonts, file);
            bench.messages.note(fmt::format("Map written to {}", file.string()), glfwGetTime());
        });
    }

    /// Everything that can be asked for by name. The entries are used while this object lives.
    std::vector<PaletteEntry> palette_entries() {
        std::vector<PaletteEntry> entries;
        for (const Shortcut& s : shortcuts()) {
            if (s.text.empty() || s.action == Action::palette || is_layout(s.action)) continue;
            entries.push_back({std::string(s.text), std::string(s.keys), [this, action = s.action] { perform(action); }});
        }
        if (settings.aside == Aside::map) entries.push_back({"Export the map", "map", [this] { perform(Action::export_map); }});
        for (const std::filesystem::path& file : settings.recent) {
            entries.push_back(
                {"Open again: " + file.filename().string(), file.parent_path().string(), [this, file] { open(file); }});
        }
        for (PaletteEntry& edit : session_entries({bench, settings}, rules)) entries.push_back(std::move(edit));
        return entries;
    }

    /// Opens the panel at the right with `what` in it, or closes it where it shows that already.
    void turn(Aside what) { settings.aside = settings.aside == what ? Aside::none : what; }

    void perform(Action action) {
        Playback& playback = bench.playback;
        const int last = bench.last_step();
        switch (action) {
            case Action::none:
                return;
            case Action::play_or_pause:
                playback.toggle(last);
                break;
            case Action::step_back:
                playback.go_to(std::ceil(bench.position()) - 1, last);
                break;
            case Action::step_forward:
                playback.go_to(std::floor(bench.position()) + 1, last);
                break;
            case Action::to_start:
                playback.go_to(0, last);
                break;
            case Action::to_end:
                playback.go_to(last, last);
                break;
            case Action::next_event:
            case Action::former_event:
                if (const auto step = next_event(events_of(bench.session, bench.runs()), bench.position(),
                                                 action == Action::next_event ? 1 : -1))
                    playback.go_to(*step, last);
                break;
            case Action::loop:
                playback.loops = !playback.loops;
                break;
            case Action::undo:
                bench.undo();
                break;
            case Action::redo:
                bench.redo();
                break;
            case Action::open:
                files.show(FileDialog::Purpose::open, settings.session_folder, {});
                break;
            case Action::save:
                bench.file().empty() ? save_somewhere() : save(bench.file());
                break;
            case Action::save_as:
                save_somewhere();
                break;
            case Action::export_now:
                export_picture();
                break;
            case Action::export_dialog:
                export_visible = true;
                break;
            case Action::export_map:
                export_map();
                break;
            case Action::whole_view:
                bench.session.view.box = info_of(bench.session).domain;
                break;
            case Action::single:
                bench.session.view.layout = Layout::single;
                break;
            case Action::compare:
                bench.session.view.layout = Layout::compare;
                break;
            case Action::grid:
                bench.session.view.layout = Layout::grid;
                break;
            case Action::surface:
                bench.session.view.layout = Layout::surface;
                break;
            case Action::palette:
                palette.show(palette_entries());
                break;
            case Action::side_panel:
                settings.side_shown = !settings.side_shown;
                break;
            case Action::inspector:
                turn(Aside::inspector);
                break;
            case Action::map:
                turn(Aside::map);
                break;
            case Action::tuning:
                turn(Aside::tuning);
                break;
            case Action::present:
                settings.presenting = !settings.presenting;
                window.fill_screen(settings.presenting);
                break;
            case Action::larger:
                settings.text_scale = text_scale_after(settings.text_scale, 1);
                break;
            case Action::smaller:
                settings.text_scale = text_scale_after(settings.text_scale, -1);
                break;
            case Action::normal_size:
                settings.text_scale = 1;
                break;
            case Action::help:
                help_visible = !help_visible;
                break;
            case Action::quit:
                glfwSetWindowShouldClose(window.handle(), GLFW_TRUE);
                break;
        }
        pacer.stir(fade);
    }

    /// Keys that no text field and no dialog wants. Gives whether Esc was among them.
    bool handle_keys() {
        bool escape = false;
        keys.clear();
        Focus::Keys focused;
        focused.leave = ImGui::IsMouseClicked(0);
        const bool dialog = help_visible || export_visible || quit_visible || files.visible() || palette.visible() ||
                            gallery.visible() || focus.in_list();
        for (const auto [key, modifiers] : std::exchange(pressed, {})) {
            const Action action = action_of(key, modifiers);
            escape = escape || key == GLFW_KEY_ESCAPE;
            keys.push_back(key);
            if (key == GLFW_KEY_ESCAPE && settings.presenting && !dialog) perform(Action::present);
            if (ImGui::GetIO().WantTextInput && !works_while_typing(action)) continue;
            if (!ImGui::GetIO().WantTextInput && goes_to_focus(key, modifiers, focused)) continue;
            if (!dialog || (action == Action::help && help_visible)) perform(action);
        }
        focus.begin_frame(focused);
        return escape;
    }

    /// Keys that move the keyboard's focus, or that the control which has it takes for itself.
    bool goes_to_focus(int key, int modifiers, Focus::Keys& taken) const {
        if (key == GLFW_KEY_TAB && (modifiers & GLFW_MOD_CONTROL) == 0) {
            taken.tabs += (modifiers & GLFW_MOD_SHIFT) != 0 ? -1 : 1;
            return true;
        }
        if (key == GLFW_KEY_MENU || (key == GLFW_KEY_F10 && modifiers == GLFW_MOD_SHIFT)) return taken.menu = true;
        if (focus.in_list() && (key == GLFW_KEY_DOWN || key == GLFW_KEY_UP)) {
            taken.tabs += key == GLFW_KEY_DOWN ? 1 : -1;
            return true;
        }
        if (!focus.active() || modifiers != 0) return false;
        if (key == GLFW_KEY_ESCAPE) taken.leave = true;
        if (key == GLFW_KEY_ENTER || key == GLFW_KEY_KP_ENTER) taken.enter = true;
        const bool sideways = key == GLFW_KEY_LEFT || key == GLFW_KEY_RIGHT;
        if (sideways && focus.takes_arrows()) taken.nudges += key == GLFW_KEY_RIGHT ? 1 : -1;
        return taken.enter || (sideways && focus.takes_arrows());
    }

    // --- the frame ------------------------------------------------------------------------------------------------------

    void regions(Ui& ui) {
        const Regions at = regions_of(ui);
        paint_ground(ui, at);
        splitters(ui, at);
        Action asked = Action::none;
        if (at.top.height() > 0) {
            begin_region("top", at.top, {0, 0});
            asked = top_bar(ui);
            ImGui::End();
        }
        if (at.side.width() > 0) {
            begin_region("side", at.side, {ui.px(16), ui.px(4)});
            objective_panel(ui);
            optimizer_panel(ui);
            picture_panel(ui);
            ImGui::Dummy({1, ui.px(12)});
            ImGui::End();
        }
        begin_region("playback", at.playback, {0, 0});
        playback_bar(ui, timeline);
        ImGui::End();
        if (at.aside.width() > 0) {
            begin_region("aside", at.aside, {ui.px(16), ui.px(4)});
            aside_panel(ui);
            ImGui::End();
        }
        // The stage comes after the panels: what they change is in the same frame's picture.
        begin_region("stage", at.stage, {0, 0});
        stage.draw(ui);
        ImGui::End();
        perform(asked);
    }

    void dialogs(Ui& ui) {
        gallery.draw(ui, regions_of(ui).stage);
        if (const auto file = files.draw(ui)) {
            if (files.purpose() == FileDialog::Purpose::open) {
                open(*file);
            } else {
                save(*file);
            }
        }
        if (export_dialog(ui, export_visible) == ExportAnswer::write) export_picture();
        help_overlay(ui, help_visible);
        palette.draw(ui);
        perform(menu.draw(ui));
        const QuitAnswer answer = quit_dialog(ui, quit_visible);
        if (answer == QuitAnswer::save) save(bench.file());
        left = left || answer == QuitAnswer::discard || (answer == QuitAnswer::save && !bench.unsaved());
        message_list(ui);
    }

    /// Pixels per unit. A presentation is read from the back of the room.
    float window_scale() const {
        const float base = scale > 0 ? scale : window.content_scale();
        return base * settings.text_scale * (settings.presenting ? 1.5F : 1.0F);
    }

    void draw() {
        const double now = glfwGetTime();
        const double elapsed = last_draw > 0 ? now - last_draw : 0;
        last_draw = now;
        const Theme& colors = theme(bench.session.view.theme);
        gui->adopt(colors, window_scale());
        gui->begin_frame();
        painter->begin_frame();
        controls.clear();
        const bool escape = handle_keys();
        if (!dropped.empty()) {
            menu.close();  // its lines are about what is gone
            open_dropped(std::exchange(dropped, {}));
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
              .painter = *painter,
              .fonts = gui->fonts(),
              .theme = colors,
              .unit = gui->fonts().scale(),
              .now = now,
              .controls = controls,
              .focus = focus,
              .escape = escape,
              .keys = keys};
        regions(ui);
        dialogs(ui);
        if (settings.aside != Aside::map || settings.presenting) map.pause();
        if (!ImGui::IsAnyMouseDown() && entry.slider == 0) bench.settle();
        gui->end_frame();
        remember();
        name_window();
        count_frame((glfwGetTime() - now) * 1000);
        pacer.drawn(now);
    }

    void count_frame(double ms) {
        if (++times.frames == 1) times.first_at = milliseconds_since_1970();
        times.total_ms += ms;
        if (times.frames > 1) times.slowest_ms = std::max(times.slowest_ms, ms);
    }

    void name_window() {
        const std::string name = bench.file().empty() ? "Ravine" : bench.file().filename().string() + " – Ravine";
        if (name == title) return;
        title = name;
        glfwSetWindowTitle(window.handle(), title.c_str());
    }

    /// Settings that changed are written once nothing is held.
    void remember() {
        if (settings == saved_settings || ImGui::IsAnyMouseDown() || export_visible) return;
        saved_settings = settings;
        attempt([&] { save_settings(settings, settings_file()); });
    }

    /// The person wants to leave: at once, or after a question where a file's changes would be lost.
    void leave() {
        if (glfwWindowShouldClose(window.handle()) == GLFW_FALSE) return;
        glfwSetWindowShouldClose(window.handle(), GLFW_FALSE);
        if (bench.file().empty() || !bench.unsaved()) {
            left = true;
        } else {
            quit_visible = true;
            pacer.stir(fade);
        }
    }

    /// The size that the window opens with next time; a presentation's is the screen's.
    void remember_size() {
        if (settings.presenting) return;
        glfwGetWindowSize(window.handle(), &settings.window_width, &settings.window_height);
    }

    void run() {
        while (!left) {
            draw();
            leave();
            const bool typing = ImGui::GetIO().WantTextInput;
            const double timer =
                soonest({typing ? caret_blink : -1, bench.messages.next_expiry(glfwGetTime()), map.due(), tuning.due()});
            pacer.wait(bench.playback.playing, timer, [&] { report.write(controls, times); });
        }
        remember_size();
        remember();
    }

    float scale;
    Workbench bench;
    Settings settings, saved_settings;
    gl::Window window;
    std::filesystem::path data;
    std::optional<Gui> gui;
    std::optional<ScreenPainter> painter;
    Stage stage;
    Timeline timeline;
    std::optional<CairoFonts> file_fonts;
    FileDialog files;
    Palette palette;
    ContextMenu menu;
    std::string title = "Ravine";
    bool help_visible = false, export_visible = false, quit_visible = false;
    bool left = false;  ///< the window is to close

    struct KeyPress {
        int key, modifiers;
    };
    std::vector<KeyPress> pressed;
    std::vector<int> keys;  ///< those of this frame
    std::filesystem::path dropped;
    std::vector<Control> controls;
    Entry entry;
    Focus focus;
    Drafts drafts;
    std::vector<PublishedRule> rules;
    FramePacer pacer;
    Gallery gallery{[this] { pacer.call(); }};
    LiveMap map{[this] { pacer.call(); }};
    LiveTuning tuning{[this] { pacer.call(); }};
    FrameTimes times;
    RestReport report;
    double last_draw = 0;
};

App::App(AppRequest request) {
    const bool opening = !request.file;
    const std::optional<std::filesystem::path> file = request.file;
    parts_ = std::make_unique<Parts>(std::move(request));
    if (file) {
        parts_->bench.open(*file);
    } else if (opening) {
        parts_->bench.playback.playing = true;
    }
}

App::~App() = default;

void App::run() { parts_->run(); }

}  // namespace ravine
