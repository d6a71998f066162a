// What fills the window: each region with its panel, and the stage amid them.
#pragma once

#include "app/ui/actions.h"
#include "app/ui/stage.h"
#include "app/ui/timeline.h"
#include "app/ui/ui.h"

namespace ravine {

class MainView {
public:
    /// Gives what the top bar was asked for.
    Action draw(Ui& ui);

private:
    Stage stage_;
    Timeline timeline_;
};

}  // namespace ravine
