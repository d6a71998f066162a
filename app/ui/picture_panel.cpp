#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/figure/colormap.h"
#include "app/session/names.h"
#include "app/ui/orbit.h"
#include "app/ui/overlay_words.h"
#include "app/ui/panels.h"
#include "app/ui/section.h"
#include "app/ui/widgets.h"

namespace ravine {

namespace {

constexpr std::array<std::string_view, 3> level_labels = {"logarithmic", "linear", "equal areas"};
constexpr std::array<std::string_view, 3> theme_labels = {"dark", "light", "high contrast"};
constexpr std::array<std::string_view, 5> order_labels = {"as the cards", "by f − f*", "by gradient", "by distance", "by steps"};

constexpr std::array<std::string_view, 2> heights_labels = {"by levels", "linear"};

struct Row {
    std::string_view id, label, help;
};

/// A label and a list of choices. True where `chosen` changed.
bool choice_row(Ui& ui, const Row& row, std::span<const std::string_view> labels, int& chosen) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float list_width = ui.px(150);
    ImGui::InvisibleButton(("##label." + std::string(row.id)).c_str(), {width - list_width - ui.px(8), ui.px(28)});
    tooltip(ui, row.help);
    draw_text(ui, {at.x, at.y + ui.px(14)}, TextRole::body, ui.theme.text, row.label);
    ImGui::SetCursorScreenPos({at.x + width - list_width, at.y});
    const bool changed = chooser(ui, row.id, labels, chosen, list_width / ui.unit, row.help);
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(32)});
    return changed;
}

template <class Enum>
void enum_row(Ui& ui, const Row& row, std::span<const std::string_view> labels, Enum& value) {
    int chosen = static_cast<int>(value);
    if (choice_row(ui, row, labels, chosen)) value = static_cast<Enum>(chosen);
}

/// A switch for every overlay.
void overlay_rows(Ui& ui) {
    const RowLook look{ui.theme.accent, ImGui::GetContentRegionAvail().x};
    for (std::size_t i = 0; i < overlay_names.size(); ++i) {
        const std::string id = "overlay." + std::string(overlay_names[i].name);
        const Parameter row{.id = id,
                            .name = overlay_words[i].label,
                            .min = 0,
                            .max = 1,
                            .scale = Scale::toggle,
                            .help = overlay_words[i].help,
                            .choices = {}};
        bool& on = ui.bench.session.view.overlays.*overlay_names[i].on;
        double value = on ? 1 : 0;
        if (parameter_row(ui, id, row, value, look)) on = value != 0;
    }
}

/// Colours, levels and order of the panes.
void field_rows(Ui& ui) {
    View& view = ui.bench.session.view;
    const std::span<const std::string_view> maps = colormap_ids;
    int map = 0;
    for (std::size_t i = 0; i < maps.size(); ++i) {
        if (maps[i] == view.colormap) map = static_cast<int>(i);
    }
    if (choice_row(ui,
                   {"colormap", "colours",
                    "The colours of the field, from low to high. Slate leaves the vivid ones to the trajectories."},
                   maps, map)) {
        view.colormap = maps[static_cast<std::size_t>(map)];
    }
    enum_row(
        ui,
        {"levels", "levels",
         "Logarithmic shows a valley's floor as well as its walls. Equal areas spends as much of the picture on every band."},
        level_labels, view.levels);
    enum_row(ui, {"theme", "theme", "Light for bright rooms and print, high contrast for weak projectors."}, theme_labels,
             view.theme);
    if (view.layout == Layout::grid)
        enum_row(
            ui,
            {"order", "order",
             "Which pane stands where: as the cards, or the best first, by height, ‖∇f‖ or distance to a minimum at this step, "
             "or by the steps until a run has converged."},
            order_labels, view.order);
}

/// How high the graph stands.
void surface_rows(Ui& ui) {
    View& view = ui.bench.session.view;
    enum_row(ui,
             {"heights", "heights",
              "Levels: every band is as high as the next, so that a valley's floor shows its shape. Linear: as high as f says."},
             heights_labels, view.camera.heights);
    stretch_row(ui);
}

}  // namespace

void picture_panel(Ui& ui) {
    if (section(ui, "Picture")) field_rows(ui);
    if (section(ui, "Overlays")) overlay_rows(ui);
    if (ui.bench.session.view.layout == Layout::surface && section(ui, "Surface")) surface_rows(ui);
}

}  // namespace ravine
