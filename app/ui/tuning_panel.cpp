#include "app/ui/panels.h"

namespace ravine {

void tuning_panel(Ui& /*ui*/) {}

}  // namespace ravine
