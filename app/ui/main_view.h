// What fills the window: each region with its panel, and the stage amid them.
#pragma once

#include <functional>
#include <utility>

#include "app/ui/actions.h"
#include "app/ui/stage.h"
#include "app/ui/timeline.h"
#include "app/ui/ui.h"

namespace ravine {

class MainView {
public:
    /// `wake`: see Composer::refine_beside().
    explicit MainView(std::function<void()> wake) : stage_(std::move(wake)) {}

    /// Whether a finer picture of the same is on its way.
    bool is_refining() const { return stage_.is_refining(); }

    /// Gives what the top bar was asked for.
    Action draw(Ui& ui);

private:
    Stage stage_;
    Timeline timeline_;
};

}  // namespace ravine
