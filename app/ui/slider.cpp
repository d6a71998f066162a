#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "app/ui/context_menu.h"

namespace ravine {

namespace {

constexpr float row_height = 26, large_height = 42, value_width = 84, label_width = 96;

/// Where the parts of a slider stand, in pixels.
struct Places {
    ImVec2 min, max;
    float line = 0;     ///< middle of the line with label and value
    float track_y = 0;  ///< middle of the track
    float track_x0 = 0, track_x1 = 0;
};

Places places_of(const Ui& ui, ImVec2 at, float width, SliderSize size) {
    const float knob = ui.px(6);
    if (size == SliderSize::large) {
        return {
            at, {at.x + width, at.y + ui.px(large_height)}, at.y + ui.px(12), at.y + ui.px(31), at.x + knob, at.x + width - knob};
    }
    const float middle = at.y + ui.px(row_height) / 2;
    return {at,
            {at.x + width, at.y + ui.px(row_height)},
            middle,
            middle,
            at.x + ui.px(label_width),
            at.x + width - ui.px(value_width)};
}

void draw_track(const Ui& ui, const Places& places, double position, Color color, bool lit) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float half = ui.px(2);
    const float x = places.track_x0 + static_cast<float>(position) * (places.track_x1 - places.track_x0);
    list.AddRectFilled({places.track_x0, places.track_y - half}, {places.track_x1, places.track_y + half},
                       packed(mix(ui.theme.raised, ui.theme.text, 0.1F)), half);
    list.AddRectFilled({places.track_x0, places.track_y - half}, {x, places.track_y + half}, packed(color), half);
    list.AddCircleFilled({x, places.track_y}, ui.px(lit ? 7.0F : 6.0F), packed(lit ? mix(color, ui.theme.text, 0.35F) : color));
    list.AddCircle({x, places.track_y}, ui.px(lit ? 7.0F : 6.0F), packed(ui.theme.panel), 0, ui.px(1.5F));
}

/// The arrow that resets, left of the value, where the value is not the default.
bool reset_button(const Ui& ui, const Places& places, const std::string& id, float value_text_width) {
    const float side = ui.px(18);
    const ImVec2 at(places.max.x - value_text_width - side - ui.px(4), places.line - side / 2);
    ImGui::SetCursorScreenPos(at);
    const bool clicked = press_area(ui, "reset." + id, {side, side});
    const Color color = ImGui::IsItemHovered() ? ui.theme.text : ui.theme.secondary;
    draw_icon(*ImGui::GetWindowDrawList(), Icon::reset, {at.x + side / 2, at.y + side / 2}, side * 0.8F, packed(color));
    ui.record("reset." + id, at, {at.x + side, at.y + side});
    tooltip(ui, "Reset to the default");
    return clicked;
}

std::optional<double> parsed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// The text field in place of the value. True where a value was accepted.
bool typed_value(Ui& ui, const Places& places, const std::string& id, const Parameter& p, double& value) {
    Entry& entry = ui.entry;
    std::array<char, 48> buffer{};
    entry.text.copy(buffer.data(), buffer.size() - 1);
    const float width = ui.px(110);
    ImGui::SetCursorScreenPos({places.max.x - width, places.line - ui.px(11)});
    ImGui::PushFont(ui.fonts.font(TextRole::number));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(6), ui.px(4)});
    ImGui::SetNextItemWidth(width);
    if (entry.fresh) {
        ImGui::SetWindowFocus();  // newer versions of ImGui give the keyboard to fields of the focused window alone
        ImGui::SetKeyboardFocusHere();
    }
    const bool entered = ImGui::InputText(("##entry." + id).c_str(), buffer.data(), buffer.size(),
                                          ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    const bool left = !entry.fresh && ImGui::IsItemDeactivated();
    ui.record("entry." + id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImGui::PopStyleVar();
    ImGui::PopFont();
    entry.fresh = false;
    entry.text = buffer.data();
    if (!entered && !left) return false;

    const std::optional<double> typed = parsed(entry.text);
    const std::string problem = typed ? why_not(p, *typed) : "a number, such as 0.01 or 1e-3";
    if (entered && !problem.empty()) {
        ui.bench.messages.problem(fmt::format("'{}' is not accepted for {}: expected {}.", entry.text, p.name, problem), ui.now);
    }
    entry.slider = 0;
    if (!entered || !problem.empty()) return false;
    value = *typed;
    return true;
}

void begin_typing(Entry& entry, ImGuiID id, std::string text) { entry = {.slider = id, .text = std::move(text), .fresh = true}; }

/// What is chosen there, the slider does when it is drawn next.
ContextMenu::Source menu_of(Entry& entry, ImGuiID id, const Parameter& p, double value) {
    return [&entry, id, text = format_value(p, value), standard = format_value(p, p.standard)] {
        return MenuItems{
            {.label = "Reset to default", .detail = standard, .run = [&entry, id] { entry.reset = id; }},
            {.label = "Type a value", .detail = "Ctrl+click", .run = [&entry, id, text] { begin_typing(entry, id, text); }},
            {.label = "Copy value", .detail = text, .run = [text] { ImGui::SetClipboardText(text.c_str()); }}};
    };
}

/// `value` after so many presses of an arrow key: whole numbers go by one, others by a hundredth of the track.
double nudged(const Parameter& p, double value, int times) {
    if (times == 0) return value;
    if (p.scale == Scale::integer) return std::clamp(value + times, p.min, p.max);
    return slider_value(p, std::clamp(slider_position(p, value) + 0.01 * times, 0.0, 1.0));
}

bool slider(Ui& ui, const std::string& id, const Parameter& p, double& value, const RowLook& look) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Places places = places_of(ui, at, look.width, look.size);
    const ImVec2 after(at.x, places.max.y);
    const bool compact = look.size == SliderSize::compact;
    bool changed = false;

    const double before = value;
    ImGui::SetCursorScreenPos({places.track_x0 - ui.px(6), places.track_y - ui.px(11)});
    ImGui::InvisibleButton(("##" + id).c_str(), {places.track_x1 - places.track_x0 + ui.px(12), ui.px(22)});
    const ImGuiID item = ImGui::GetID(("##" + id).c_str());
    const bool hovered = ImGui::IsItemHovered();
    const bool held = ImGui::IsItemActive();
    ui.record(id, {places.track_x0, places.track_y - ui.px(8)}, {places.track_x1, places.track_y + ui.px(8)});
    const ImGuiIO& io = ImGui::GetIO();
    if (ImGui::IsItemActivated() && io.KeyCtrl) begin_typing(ui.entry, item, format_value(p, value));
    if (held && ui.entry.slider != item) {
        value = slider_value(p, std::clamp((io.MousePos.x - places.track_x0) / (places.track_x1 - places.track_x0), 0.0F, 1.0F));
    }
    if (ui.entry.reset == item) {
        value = p.standard;
        ui.entry.reset = 0;
    }
    if (ui.menu.asked(ui, at, places.max)) ui.menu.open(ui, menu_of(ui.entry, item, p, value));
    if (ui.focus.announce(item, Focus::Takes::nudges, ui.theme.accent, ui.unit)) {
        ui.record("focus", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
        value = nudged(p, value, ui.focus.nudges());
        if (ui.focus.pressed()) begin_typing(ui.entry, item, format_value(p, value));
    }
    // Only now is it known how wide the value is that the arrow stands beside.
    const float value_text_width = text_width(ui, TextRole::number, short_value(p, value));
    if (value != p.standard && reset_button(ui, places, id, value_text_width)) value = p.standard;
    changed = value != before;
    draw_track(ui, places, slider_position(p, value), look.color, hovered || held);

    // The label and the value answer too: the one with help, the other by taking a typed value.
    ImGui::SetCursorScreenPos({at.x, places.line - ui.px(10)});
    const std::string label =
        fitted_text(ui, TextRole::body, p.name, compact ? ui.px(label_width - 8) : places.max.x - at.x - ui.px(90));
    ImGui::InvisibleButton(("##label." + id).c_str(), {text_width(ui, TextRole::body, label), ui.px(20)});
    draw_text(ui, {at.x, places.line}, TextRole::body, ui.theme.text, label);
    const std::string note = look.note.empty() ? "" : fmt::format("\n\nNow {}.", look.note);
    tooltip(ui, fmt::format("{}{}\n\nDefault {}. Ctrl+click types a value, a right click offers more.", p.help, note,
                            format_value(p, p.standard)));
    if (ui.entry.slider == item) {
        changed = typed_value(ui, places, id, p, value) || changed;
    } else {
        ImGui::SetCursorScreenPos({places.max.x - value_text_width, places.line - ui.px(10)});
        if (ImGui::InvisibleButton(("##value." + id).c_str(), {value_text_width, ui.px(20)}))
            begin_typing(ui.entry, item, format_value(p, value));
        const Color shown = ImGui::IsItemHovered() ? ui.theme.accent : ui.theme.text;
        tooltip(ui, "Click to type a value");
        draw_text(ui, {places.max.x, places.line}, TextRole::number, shown, short_value(p, value), Align::right);
        ui.record("value." + id, {places.max.x - value_text_width, places.line - ui.px(8)},
                  {places.max.x, places.line + ui.px(8)});
    }
    ImGui::SetCursorScreenPos(after);
    ImGui::Dummy({0, 0});
    return changed;
}

bool toggle(const Ui& ui, const std::string& id, const Parameter& p, double& value, const RowLook& look) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size(look.width, ui.px(row_height));
    const bool clicked = press_area(ui, id, size);
    tooltip(ui, p.help);
    if (clicked) value = value != 0 ? 0 : 1;
    const bool on = value != 0;
    const float middle = at.y + size.y / 2;
    const ImVec2 knob_box(at.x + size.x - ui.px(32), middle - ui.px(8));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text(ui, {at.x, middle}, TextRole::body, ui.theme.text, fitted_text(ui, TextRole::body, p.name, size.x - ui.px(40)));
    list.AddRectFilled(knob_box, {knob_box.x + ui.px(32), knob_box.y + ui.px(16)},
                       packed(on ? look.color : mix(ui.theme.raised, ui.theme.text, 0.12F)), ui.px(8));
    list.AddCircleFilled({knob_box.x + ui.px(on ? 24.0F : 8.0F), middle}, ui.px(5.5F),
                         packed(on ? ui.theme.panel : ui.theme.secondary));
    ui.record(id, at, {at.x + size.x, at.y + size.y});
    return clicked;
}

bool choice(const Ui& ui, const std::string& id, const Parameter& p, double& value, const RowLook& look) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = look.width;
    const float list_width = ui.px(132);
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(4)});
    ImGui::InvisibleButton(("##label." + id).c_str(), {width - list_width - ui.px(8), ui.px(20)});
    tooltip(ui, p.help);
    draw_text(ui, {at.x, at.y + ui.px(15)}, TextRole::body, ui.theme.text, p.name);
    ImGui::SetCursorScreenPos({at.x + width - list_width, at.y + ui.px(1)});
    int chosen = static_cast<int>(value);
    const bool changed = chooser(ui, id, p.choices, chosen, list_width / ui.unit, p.help);
    if (changed) value = chosen;
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(32)});
    ImGui::Dummy({0, 0});
    return changed;
}

}  // namespace

std::string short_value(const Parameter& p, double value) {
    if (p.scale == Scale::integer || p.scale == Scale::toggle || p.scale == Scale::choice) return format_value(p, value);
    const double size = std::abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e5)) return fmt::format("{:.3g}", value);
    // Near 1 a decay factor needs its nines: 0.9987, not 0.999.
    if (p.scale == Scale::decay && value > 0.9) return fmt::format("{:.6g}", std::round(value * 1e5) / 1e5);
    return fmt::format("{:.4g}", value);
}

bool parameter_row(Ui& ui, std::string_view id, const Parameter& p, double& value, const RowLook& look) {
    const std::string name(id);
    switch (p.scale) {
        case Scale::toggle:
            return toggle(ui, name, p, value, look);
        case Scale::choice:
            return choice(ui, name, p, value, look);
        case Scale::linear:
        case Scale::log:
        case Scale::decay:
        case Scale::integer:
            return slider(ui, name, p, value, look);
    }
    return false;
}

}  // namespace ravine
