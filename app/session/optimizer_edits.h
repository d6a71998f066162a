// Edits of the list of optimizers. What points into the list (changes, panes) follows the optimizer that it means.
#pragma once

#include "app/session/session.h"

namespace ravine {

/// Puts a copy of the i-th optimizer, with its changes, behind it: in another colour, so that both can be told apart. Does
/// nothing where there is no room for its runs.
void duplicate_optimizer(Session& session, int i);

/// Takes the optimizer at `from` to the place `to`; those between make room.
void move_optimizer(Session& session, int from, int to);
/// Where the optimizer at `place` stands after move_optimizer(from, to).
int place_after_move(int place, int from, int to);

/// Hides all optimizers but the i-th, and shows that.
void show_only(Session& session, int i);
void show_all(Session& session);

/// The defaults of the catalogue, from the first step to the last.
void reset_optimizer(Session& session, int i);

/// Puts two optimizers side by side.
void compare_optimizers(Session& session, int left, int right);

/// Puts an optimizer into a pane of the comparison. Where the other pane held it, the two change places.
enum class PaneSide { left, right };
void put_in_pane(Session& session, PaneSide side, int optimizer);

}  // namespace ravine
