#include "app/ui/commands.h"

#define GLFW_INCLUDE_NONE
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>

#include <GLFW/glfw3.h>

#include "app/ui/help.h"
#include "app/ui/palette_entries.h"
#include "app/ui/timeline.h"

namespace ravine {

namespace {

/// The next of the sizes that Ctrl + and Ctrl − go through.
float text_scale_after(float now, int direction) {
    constexpr std::array<float, 9> sizes{0.5F, 0.67F, 0.8F, 0.9F, 1.0F, 1.15F, 1.35F, 1.7F, 2.2F};
    const auto nearest = std::ranges::min_element(sizes, {}, [&](float size) { return std::abs(size - now); });
    const auto place = std::clamp<std::ptrdiff_t>(nearest - sizes.begin() + direction, 0, std::ssize(sizes) - 1);
    return sizes[static_cast<std::size_t>(place)];
}

/// The palette says these with the other choices.
bool is_layout(Action action) {
    return action == Action::single || action == Action::compare || action == Action::grid || action == Action::surface;
}

}  // namespace

void Commands::perform(Action action) {
    auto& [bench, settings, window, files, pacer, map, rules] = on_;
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
            jump(1);
            break;
        case Action::former_event:
            jump(-1);
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
            files.ask_what_to_open();
            break;
        case Action::save:
            files.save();
            break;
        case Action::save_as:
            files.ask_where_to_save();
            break;
        case Action::export_now:
            files.export_picture();
            break;
        case Action::export_dialog:
            files.ask_how_to_export();
            break;
        case Action::export_map:
            files.export_map(map);
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
            palette_.show(palette_entries());
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
            present();
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
            help_visible_ = !help_visible_;
            break;
        case Action::quit:
            glfwSetWindowShouldClose(window.handle(), GLFW_TRUE);
            break;
    }
    pacer.stir();
}

void Commands::draw(Ui& ui) {
    help_overlay(ui, help_visible_);
    palette_.draw(ui);
}

/// Everything that can be asked for by name. The entries are used while this object lives.
std::vector<PaletteEntry> Commands::palette_entries() {
    std::vector<PaletteEntry> entries;
    for (const Shortcut& s : shortcuts()) {
        if (s.text.empty() || s.action == Action::palette || is_layout(s.action)) continue;
        entries.push_back({std::string(s.text), std::string(s.keys), [this, action = s.action] { perform(action); }});
    }
    if (on_.settings.aside == Aside::map) entries.push_back({"Export the map", "map", [this] { perform(Action::export_map); }});
    for (const std::filesystem::path& file : on_.settings.recent) {
        entries.push_back(
            {"Open again: " + file.filename().string(), file.parent_path().string(), [this, file] { on_.files.open(file); }});
    }
    for (PaletteEntry& edit : session_entries({on_.bench, on_.settings}, on_.rules)) entries.push_back(std::move(edit));
    return entries;
}

/// To the next outcome or change, or to the one before.
void Commands::jump(int direction) {
    Workbench& bench = on_.bench;
    const auto step = next_event(events_of(bench.session, bench.runs()), bench.position(), direction);
    if (step) bench.playback.go_to(*step, bench.last_step());
}

/// Opens the panel at the right with `what` in it, or closes it where it shows that already.
void Commands::turn(Aside what) { on_.settings.aside = on_.settings.aside == what ? Aside::none : what; }

void Commands::present() {
    on_.settings.presenting = !on_.settings.presenting;
    on_.window.fill_screen(on_.settings.presenting);
}

}  // namespace ravine
