#include "app/ui/main_view.h"

#include "app/ui/panels.h"
#include "app/ui/regions.h"

namespace ravine {

Action MainView::draw(Ui& ui) {
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
    playback_bar(ui, timeline_);
    ImGui::End();
    if (at.aside.width() > 0) {
        begin_region("aside", at.aside, {ui.px(16), ui.px(4)});
        aside_panel(ui);
        ImGui::End();
    }
    // The stage comes after the panels: what they change is in the same frame's picture.
    begin_region("stage", at.stage, {0, 0});
    stage_.draw(ui);
    ImGui::End();
    return asked;
}

}  // namespace ravine
