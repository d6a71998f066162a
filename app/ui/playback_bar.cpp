#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "app/ui/panels.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

/// Whether sliders change the whole run or what is still to come. Gives where the next thing may begin.
float steering(Ui& ui, ImVec2 at) {
    static constexpr std::array<std::string_view, 2> labels{"Replay", "Steer"};
    ImGui::SetCursorScreenPos({at.x, at.y - ui.px(14)});
    int chosen = static_cast<int>(ui.bench.steering);
    ImGui::BeginGroup();
    if (segments(ui, "steering", labels, chosen)) ui.bench.steering = static_cast<Steering>(chosen);
    ImGui::EndGroup();
    tooltip(ui,
            "Sliders show what counts at this step.\nReplay: moving one changes the run from its start, and takes its ticks "
            "off the timeline.\nSteer: it changes the run from this step on, which puts a tick there.");
    return ImGui::GetItemRectMax().x;
}

/// The speed, as a short slider over three decades.
void speed(Ui& ui, ImVec2 at, float width) {
    Playback& playback = ui.bench.playback;
    ImGui::SetCursorScreenPos({at.x, at.y - ui.px(14)});
    ImGui::InvisibleButton("##speed", {width, ui.px(28)});
    ui.record("speed", {at.x, at.y - ui.px(8)}, {at.x + width, at.y + ui.px(8)});
    const double decades = std::log(Playback::fastest / Playback::slowest);
    if (ImGui::IsItemActive()) {
        const double t = std::clamp((ImGui::GetIO().MousePos.x - at.x) / width, 0.0F, 1.0F);
        playback.speed = Playback::slowest * std::exp(t * decades);
        if (std::abs(std::log(playback.speed)) < 0.12) playback.speed = 1;
    }
    if (ImGui::IsItemHovered() && ImGui::IsMouseClicked(1)) playback.speed = 1;
    if (ui.focus.announce(ImGui::GetID("##speed"), Focus::Takes::nudges, ui.theme.accent, ui.unit)) {
        ui.record("focus", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
        constexpr double nudge = 1.25;
        playback.speed = std::clamp(playback.speed * std::pow(nudge, ui.focus.nudges()), Playback::slowest, Playback::fastest);
        if (ui.focus.pressed()) playback.speed = 1;
    }
    tooltip(ui, "Speed of the playback, 0.1 to 100 times. Right click: normal");
    const float x = at.x + static_cast<float>(std::log(playback.speed / Playback::slowest) / decades) * width;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({at.x, at.y - ui.px(1.5F)}, {at.x + width, at.y + ui.px(1.5F)},
                       packed(mix(ui.theme.raised, ui.theme.text, 0.1F)), ui.px(2));
    list.AddCircleFilled({x, at.y}, ui.px(5.5F), packed(ui.theme.secondary));
}

}  // namespace

void playback_bar(Ui& ui, Timeline& timeline) {
    Playback& playback = ui.bench.playback;
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    const float middle = std::round(at.y + size.y / 2);
    const int last = ui.bench.last_step();
    float x = at.x + ui.px(12);
    const auto button = [&](std::string_view id, Icon icon, std::string_view help, float side, Emphasis emphasis) {
        ImGui::SetCursorScreenPos({x, middle - ui.px(side) / 2});
        x += ui.px(side + 4);
        return icon_button(ui, id, icon, help, side, Availability::enabled, emphasis);
    };
    if (button("restart", Icon::restart, "To the start (Home)", 28, Emphasis::quiet)) playback.go_to(0, last);
    if (button("step.back", Icon::step_back, "One step back (Left)", 28, Emphasis::quiet))
        playback.go_to(std::ceil(playback.position) - 1, last);
    if (button("play", playback.playing ? Icon::pause : Icon::play, playback.playing ? "Pause (Space)" : "Play (Space)", 36,
               Emphasis::primary)) {
        playback.toggle(last);
    }
    if (button("step.forward", Icon::step_forward, "One step forward (Right)", 28, Emphasis::quiet)) {
        playback.go_to(std::floor(playback.position) + 1, last);
    }
    if (button("loop", Icon::loop, playback.loops ? "Stops at the end from now on" : "Plays over and over from now on", 28,
               playback.loops ? Emphasis::normal : Emphasis::quiet)) {
        playback.loops = !playback.loops;
    }

    const float speed_width = ui.px(84);
    const float speed_x = at.x + size.x - ui.px(16) - speed_width;
    const std::string factor = fmt::format("{:.3g}×", playback.speed);
    draw_text(ui, {speed_x - ui.px(12), middle}, TextRole::number, ui.theme.secondary, factor, Align::right);
    speed(ui, {speed_x, middle}, speed_width);
    const std::string widest = fmt::format("step {} / {}", last, last);
    const float label_right = speed_x - ui.px(12 + 56);
    draw_text(ui, {label_right, middle}, TextRole::number, ui.theme.text,
              fmt::format("step {} / {}", static_cast<int>(ui.bench.position()), last), Align::right);
    const float begin = steering(ui, {x + ui.px(8), middle}) + ui.px(20);
    timeline.draw(ui, {begin, middle},
                  std::max(ui.px(40), label_right - text_width(ui, TextRole::number, widest) - ui.px(20) - begin));
}

}  // namespace ravine
