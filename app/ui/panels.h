// The panels around the stage. Each fills the ImGui window it is called in and edits the session.
#pragma once

#include "app/ui/actions.h"
#include "app/ui/timeline.h"
#include "app/ui/ui.h"

namespace ravine {

/// Name, objective, layouts, file buttons. Gives what was asked for.
Action top_bar(Ui& ui);

/// The objective: its name, formula, parameters, and the start and the length of the runs.
void objective_panel(Ui& ui);

/// A card for every optimizer, with a slider for every hyperparameter.
void optimizer_panel(Ui& ui);

/// How the picture is drawn: colours, levels, theme.
void picture_panel(Ui& ui);

/// Right of the stage: the inspector, the map or the tuning, as the settings say, and how to change between them.
void aside_panel(Ui& ui);

/// The update rule of an optimizer with the numbers of the step that is shown.
void inspector_panel(Ui& ui);

/// A map of runs: one hyperparameter across, another up, or the basins of the view.
void map_panel(Ui& ui);

/// The best hyperparameters of every optimizer under one budget.
void tuning_panel(Ui& ui);

/// Play, step, scrub, speed.
void playback_bar(Ui& ui, Timeline& timeline);

/// What the program has to say, above everything, at the lower right of the main window.
void message_list(Ui& ui);

}  // namespace ravine
