// Parts of a panel that fold away. What was folded or opened by hand stays so: the settings remember it.
#pragma once

#include <string_view>

#include "app/ui/ui.h"

namespace ravine {

/// A small heading in capitals that folds what stands below it, in the window's flow. True where that is to be drawn.
bool section(const Ui& ui, std::string_view title);

enum class Fold { closed, open };

/// Whether what `name` stands for is open: as it was left by hand, else `usual`.
bool is_open(const Settings& settings, std::string_view name, Fold usual);
/// Opens what is closed and closes what is open.
void turn(Settings& settings, std::string_view name, Fold usual);

}  // namespace ravine
