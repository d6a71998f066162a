// Edits of a comparison's two panes.
#pragma once

#include <cstddef>
#include <optional>

#include "app/session/session.h"

namespace ravine {

/// Left becomes right and right becomes left.
void swap_panes(Session& session);

/// Gives the right pane's optimizer the settings of the left one, and its changes while playing, as far as both have the
/// hyperparameter and its values are within the other's limits.
void mirror_settings(Session& session);

/// The optimizer in the other pane and its hyperparameter of the same name, where `optimizer` is in one of two different panes.
struct Twin {
    int optimizer = 0;
    std::size_t param = 0;
};
std::optional<Twin> twin_of(const Session& session, int optimizer, std::size_t param);

}  // namespace ravine
